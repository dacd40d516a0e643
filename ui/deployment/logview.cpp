#include "ui/deployment/logview.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "ui/deployment/logarea.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchfield.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QRegularExpression>
#include <QSaveFile>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QToolButton>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

/// Lines asked for at first: what happened lately, not a gigabyte.
constexpr qint64 firstLines = 5'000;
constexpr qint64 keptBytes = 32LL * 1024 * 1024;

} // namespace

QString safeFileName(const QString& text)
{
    QString result;
    for (const QChar c : text.left(100)) {
        const bool isPlain =
            (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-';
        result += isPlain ? c : u'_';
    }
    while (result.startsWith(u'.') || result.startsWith(u'-'))
        result.remove(0, 1);
    static const QRegularExpression device(u"^(con|prn|aux|nul|com\\d|lpt\\d)(\\.|$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (device.match(result).hasMatch()) // a file share of Windows takes these for devices
        result = u'_' + result.left(99);
    return result.isEmpty() ? u"log"_s : result;
}

LogView::LogView(kube::Api& api, QWidget* parent)
    : QWidget(parent)
    , m_api(api)
    , m_area(new LogArea(this))
    , m_containers(new QComboBox(this))
    , m_previous(new widgets::Chip(widgets::Chip::Kind::Toggle, this))
    , m_follow(new widgets::Chip(widgets::Chip::Kind::Toggle, this))
    , m_times(new widgets::Chip(widgets::Chip::Kind::Toggle, this))
    , m_search(new widgets::SearchField(widgets::SearchField::Purpose::Search, this, this))
    , m_save(new QToolButton(this))
    , m_state(new widgets::ElidedLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
{
    makeTools();
    retranslate();
    connect(m_containers, &QComboBox::currentIndexChanged, this, &LogView::start);
    connect(m_previous, &QAbstractButton::toggled, this, &LogView::start);
    connect(m_times, &QAbstractButton::toggled, m_area, &LogArea::setShowsTimes);
    connect(m_follow, &QAbstractButton::toggled, m_area, &LogArea::setFollowing);
    connect(m_area, &LogArea::followingChanged, m_follow, [this](bool following) {
        const QSignalBlocker blocker(m_follow);
        m_follow->setChecked(following);
    });
    connect(m_search, &QLineEdit::textChanged, m_area, &LogArea::setSearch);
    connect(m_search, &QLineEdit::returnPressed, m_area, [this] { m_area->findNext(LogArea::Direction::Backward); });
    connect(m_save, &QToolButton::clicked, this, &LogView::save);
    const auto shortcut = [this](const QKeySequence& keys, auto then) {
        connect(new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated,
                this, then);
    };
    shortcut(QKeySequence::Find, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    shortcut(QKeySequence(Qt::Key_F3), [this] { m_area->findNext(LogArea::Direction::Forward); });
    shortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { m_area->findNext(LogArea::Direction::Backward); });
}

LogView::~LogView() = default;

void LogView::makeTools()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::between, 0, 0);
    column->setSpacing(theme::between);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(theme::pageMargin, 0, theme::pageMargin, 0);
    tools->setSpacing(theme::between);
    tools->addWidget(m_containers);
    for (widgets::Chip* chip : {m_follow, m_previous, m_times})
        tools->addWidget(chip);
    tools->addWidget(m_state, 1);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_save);
    column->addLayout(tools);
    column->addWidget(m_area, 1);
    m_follow->setChecked(true);
    m_times->setChecked(true);
    m_save->setIcon(theme::icon(u"save"_s));
}

void LogView::retranslate()
{
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(tr("Stay at the end (End). Scrolling up pauses."));
    m_previous->setText(tr("Previous"));
    m_previous->setToolTip(tr("The log of this container before its last restart"));
    m_times->setText(tr("Times"));
    m_search->setPlaceholderText(tr("Search the log"));
    m_search->setAccessibleName(tr("Search the log"));
    m_search->setToolTip(tr("Return and Shift+F3 go to earlier lines, F3 to later ones"));
    m_containers->setAccessibleName(tr("Container"));
    m_save->setToolTip(tr("Save the lines to a file…"));
    m_save->setAccessibleName(tr("Save"));
    m_area->setAccessibleName(tr("Log"));
    showState();
}

void LogView::showPod(const kube::ObjectKey& pod, const QStringList& containers)
{
    QStringList known;
    for (int i = 0; i < m_containers->count(); ++i)
        known.append(m_containers->itemData(i).toString());
    if (pod == m_pod && known == containers)
        return;
    const bool isOther = pod != m_pod;
    m_pod = pod;
    {
        const QSignalBlocker blocker(m_containers);
        m_containers->clear();
        for (const QString& name : containers)
            m_containers->addItem(base::visibleText(name, 128), name);
    }
    if (isOther || !m_stream)
        start();
}

void LogView::start()
{
    m_area->setBuffer(nullptr);
    m_stream.reset();
    if (!isVisible() || m_containers->currentIndex() < 0)
        return;
    kube::LogQuery query;
    query.nameSpace = m_pod.nameSpace;
    query.pod = m_pod.name;
    query.container = m_containers->currentData().toString();
    query.instance = m_previous->isChecked() ? kube::LogQuery::Instance::Previous : kube::LogQuery::Instance::Current;
    query.mode = m_previous->isChecked() ? kube::LogQuery::Mode::Once : kube::LogQuery::Mode::Follow;
    query.tailLines = firstLines;
    m_stream = std::make_unique<kube::LogStream>(m_api, query, keptBytes);
    m_area->setBuffer(&m_stream->lines());
    connect(m_stream.get(), &kube::LogStream::received, m_area, &LogArea::linesCame);
    connect(m_stream.get(), &kube::LogStream::received, this, &LogView::showState);
    connect(m_stream.get(), &kube::LogStream::stateChanged, this, &LogView::showState);
    m_stream->start();
    showState();
}

void LogView::showState()
{
    QString text;
    const auto error = m_stream ? m_stream->lastError() : std::nullopt;
    const QString reason = error ? base::visibleText(error->message, 512) : QString();
    const QString lines = m_stream ? tr("%1 lines").arg(base::countText(m_stream->lines().size())) : QString();
    switch (m_stream ? m_stream->state() : kube::LogStream::State::Idle) {
    case kube::LogStream::State::Idle:
        break;
    case kube::LogStream::State::Connecting:
        text = tr("Connecting…");
        break;
    case kube::LogStream::State::Following:
        text = lines;
        break;
    case kube::LogStream::State::Waiting:
        text = tr("Interrupted, tried again: %1").arg(reason);
        break;
    case kube::LogStream::State::Ended:
        text = tr("%1, the log has ended").arg(lines);
        break;
    case kube::LogStream::State::Failed:
        text = tr("Not readable: %1").arg(reason);
        break;
    }
    m_state->setText(text);
    m_save->setEnabled(m_stream && m_stream->lines().size() > 0);
}

void LogView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stream)
        m_stream->setPaused(false);
    else
        start();
}

void LogView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    // Nobody reads: the lines stay, the stream goes on when one looks again.
    if (m_stream)
        m_stream->setPaused(true);
}

void LogView::save()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto* dialog = new QFileDialog(this, tr("Save the log"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(safeFileName(m_pod.name + u'-' + m_containers->currentData().toString() + u".log"_s));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QString problem;
        const bool isSaved = write(path, &problem);
        m_state->setText(isSaved ? tr("Saved to %1").arg(QDir::toNativeSeparators(path))
                                 : tr("Not saved: %1").arg(problem));
    });
    dialog->open();
}

bool LogView::write(const QString& path, QString* problem) const
{
    QSaveFile file(path);
    bool isGood = m_stream && file.open(QIODevice::WriteOnly);
    for (qsizetype i = 0; isGood && i < m_stream->lines().size(); ++i)
        isGood = file.write(m_stream->lines().at(i).text.toUtf8() + '\n') >= 0;
    isGood = isGood && file.commit();
    *problem = file.errorString();
    return isGood;
}

void LogView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace deployment
