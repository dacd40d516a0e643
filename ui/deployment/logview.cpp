#include "ui/deployment/logview.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "ui/deployment/keys.h"
#include "ui/deployment/logarea.h"
#include "ui/deployment/logsaving.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/timedisplay.h"
#include "ui/widgets/tooltip.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QSettings>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QToolButton>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

/// Lines asked for at first: what happened lately, not a gigabyte.
constexpr qint64 firstLines = 5'000;
constexpr qint64 keptBytes = 32LL * 1024 * 1024;
/// Less is the way of the world, not a lag; also the longest silence after which a lag is still worth telling. ms.
constexpr qint64 smallestLag = 2'000;
constexpr qint64 lagFor = 5'000;
constexpr qint64 noteFor = 10'000;
const auto wrapKey = u"log/wrap"_s;
const auto timesKey = u"log/times"_s;

} // namespace

LogView::LogView(kube::Api& api, QWidget* parent)
    : QWidget(parent)
    , m_api(api)
    , m_area(new LogArea(this))
    , m_containers(new QComboBox(this))
    , m_least(new QComboBox(this))
    , m_previous(new widgets::Chip(widgets::Chip::Kind::Toggle, this))
    , m_follow(new widgets::Chip(widgets::Chip::Kind::Toggle, this))
    , m_times(new widgets::Chip(widgets::Chip::Kind::Toggle, this))
    , m_wrap(new widgets::Chip(widgets::Chip::Kind::Toggle, this))
    , m_expression(new widgets::Chip(widgets::Chip::Kind::Toggle, this))
    , m_search(new widgets::SearchField(widgets::SearchField::Purpose::Search, this, this))
    , m_found(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_earlier(new QToolButton(this))
    , m_later(new QToolButton(this))
    , m_save(new QToolButton(this))
    , m_state(new widgets::ElidedLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
{
    makeTools();
    connectTools();
    bindKeys();
    retranslate();
}

LogView::~LogView() = default;

void LogView::makeTools()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::between, 0, 0);
    column->setSpacing(theme::between);
    auto* tools = new widgets::FlowLayout;
    tools->setContentsMargins(theme::pageMargin, 0, theme::pageMargin, 0);
    tools->setSpacing(theme::between);
    m_containers->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_least->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_search->setMinimumWidth(160);
    m_state->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_state->setMinimumWidth(140);
    const QList<QWidget*> all{m_containers, m_follow,     m_previous, m_times,   m_wrap,  m_least, m_state,
                              m_search,     m_expression, m_found,    m_earlier, m_later, m_save};
    for (QWidget* tool : all)
        tools->addWidget(tool);
    column->addLayout(tools);
    column->addWidget(m_area, 1);
    m_earlier->setIcon(theme::icon(u"chevron-up"_s));
    m_later->setIcon(theme::icon(u"chevron-down"_s));
    m_save->setIcon(theme::icon(u"save"_s));
    m_found->hide();
    const QSettings stored;
    m_follow->setChecked(true);
    m_times->setChecked(stored.value(timesKey, true).toBool());
    m_wrap->setChecked(stored.value(wrapKey, false).toBool());
    m_area->setShowsTimes(m_times->isChecked());
    m_area->setWraps(m_wrap->isChecked());
}

void LogView::connectTools()
{
    connect(m_containers, &QComboBox::currentIndexChanged, this, &LogView::start);
    connect(m_previous, &QAbstractButton::toggled, this, &LogView::start);
    connect(m_times, &QAbstractButton::toggled, this, [this](bool shows) {
        m_area->setShowsTimes(shows);
        QSettings().setValue(timesKey, shows);
    });
    connect(m_wrap, &QAbstractButton::toggled, this, [this](bool wraps) {
        m_area->setWraps(wraps);
        QSettings().setValue(wrapKey, wraps);
    });
    connect(m_least, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_area->setLeast(static_cast<Severity>(index));
        showState();
    });
    connect(m_follow, &QAbstractButton::toggled, m_area, &LogArea::setFollowing);
    connect(m_area, &LogArea::followingChanged, m_follow, [this](bool following) {
        const QSignalBlocker blocker(m_follow);
        m_follow->setChecked(following);
    });
    connect(m_area, &LogArea::matchesChanged, this, &LogView::showMatches);
    connect(&m_area->index(), &LogIndex::changed, this, &LogView::showState);
    connect(m_search, &QLineEdit::textChanged, this, &LogView::search);
    connect(m_expression, &QAbstractButton::toggled, this, &LogView::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { find(true); });
    connect(m_earlier, &QToolButton::clicked, this, [this] { find(true); });
    connect(m_later, &QToolButton::clicked, this, [this] { find(false); });
    connect(m_save, &QToolButton::clicked, this, &LogView::save);
    if (auto* display = widgets::TimeDisplay::instance())
        connect(display, &widgets::TimeDisplay::ticked, this, &LogView::showState);
}

void LogView::bindKeys()
{
    const auto bind = [this](QStringView id, std::function<void()> act) {
        widgets::bindKeys(this, keyCommand(id), std::move(act));
    };
    bind(u"log.find", [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    bind(u"log.findNext", [this] { find(false); });
    bind(u"log.findPrevious", [this] { find(true); });
    bind(u"log.follow", [this] { m_follow->toggle(); });
    bind(u"log.previous", [this] { m_previous->toggle(); });
    bind(u"log.times", [this] { m_times->toggle(); });
    bind(u"log.wrap", [this] { m_wrap->toggle(); });
    bind(u"log.save", [this] {
        if (m_save->isEnabled())
            save();
    });
    if (widgets::KeyMap* map = widgets::KeyMap::instance())
        connect(map, &widgets::KeyMap::changed, this, &LogView::showKeys);
}

void LogView::retranslate()
{
    m_follow->setText(tr("Follow"));
    m_previous->setText(tr("Previous"));
    m_times->setText(tr("Times"));
    m_wrap->setText(tr("Wrap"));
    m_containers->setAccessibleName(tr("Container"));
    const QSignalBlocker quiet(m_least);
    const int least = std::max(0, m_least->currentIndex());
    m_least->clear();
    // In the order of Severity.
    m_least->addItems(
        {tr("All lines"), tr("DEBUG and above"), tr("INFO and above"), tr("WARN and above"), tr("ERROR only")});
    m_least->setCurrentIndex(least);
    m_least->setAccessibleName(tr("Least severity that is shown"));
    m_least->setToolTip(tr("A line without a severity goes with the line before it."));
    m_save->setAccessibleName(tr("Save"));
    m_area->setAccessibleName(tr("Log"));
    retranslateSearch();
    showKeys();
    showState();
    showMatches();
}

void LogView::retranslateSearch()
{
    m_search->setPlaceholderText(tr("Search the log"));
    m_search->setAccessibleName(tr("Search the log"));
    m_expression->setText(u".*"_s);
    m_expression->setAccessibleName(tr("Regular expression"));
    m_expression->setToolTip(tr("Read the search as a regular expression"));
    m_earlier->setAccessibleName(tr("Previous match"));
    m_later->setAccessibleName(tr("Next match"));
}

/// Tool tips name the keys that are in force.
void LogView::showKeys()
{
    m_follow->setToolTip(
        widgets::withKeys(tr("Stay at the end, also with End. Scrolling up pauses."), keyCommand(u"log.follow")));
    m_previous->setToolTip(
        widgets::withKeys(tr("The log of this container before its last restart"), keyCommand(u"log.previous")));
    m_times->setToolTip(widgets::withKeys(tr("Show when each line was written"), keyCommand(u"log.times")));
    m_wrap->setToolTip(widgets::withKeys(tr("Wrap long lines"), keyCommand(u"log.wrap")));
    m_earlier->setToolTip(widgets::withKeys(tr("Previous match"), keyCommand(u"log.findPrevious")));
    m_later->setToolTip(widgets::withKeys(tr("Next match"), keyCommand(u"log.findNext")));
    m_save->setToolTip(widgets::withKeys(tr("Save all lines to a file…"), keyCommand(u"log.save")));
    m_search->setToolTip(tr("Return goes to earlier lines."));
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

void LogView::setInstance(kube::LogQuery::Instance instance)
{
    m_previous->setChecked(instance == kube::LogQuery::Instance::Previous);
}

void LogView::start()
{
    m_area->setBuffer(nullptr);
    m_stream.reset();
    m_newest = 0;
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
    connect(m_stream.get(), &kube::LogStream::received, this, &LogView::takeLines);
    connect(m_stream.get(), &kube::LogStream::stateChanged, this, &LogView::showState);
    m_followedSince = m_previous->isChecked() ? 0 : QDateTime::currentMSecsSinceEpoch();
    m_stream->start();
    showState();
}

void LogView::takeLines()
{
    const kube::LogBuffer& lines = m_stream->lines();
    if (lines.size() > 0)
        m_newest = lines.at(lines.size() - 1).time / 1'000'000;
    m_arrivedAt = QDateTime::currentMSecsSinceEpoch();
    showState();
}

void LogView::search()
{
    m_area->setSearch(m_search->text(), m_expression->isChecked() ? SearchKind::Expression : SearchKind::Words);
    showMatches();
}

void LogView::find(bool backward)
{
    m_area->findNext(backward ? LogArea::Direction::Backward : LogArea::Direction::Forward);
}

void LogView::showMatches()
{
    const QRegularExpression& wanted = m_area->index().search();
    const bool isSearching = !m_search->text().isEmpty();
    const qsizetype count = m_area->index().matches();
    m_found->setVisible(isSearching);
    m_found->setRole(theme::Role::SecondaryText);
    m_found->setToolTip({});
    m_earlier->setEnabled(isSearching && count > 0);
    m_later->setEnabled(isSearching && count > 0);
    if (!wanted.isValid()) {
        m_found->setText(tr("not an expression"));
        m_found->setFamily(base::Health::AtRisk);
        m_found->setToolTip(widgets::plainToolTip(wanted.errorString()));
    } else {
        m_found->setText(count > 0 || !m_area->index().isReading() ? tr("%n line(s) found", nullptr, int(count))
                                                                   : tr("searching…"));
    }
}

QString LogView::linesText() const
{
    const QString all = base::countText(m_stream->lines().size());
    if (m_area->index().least() == Severity::None)
        return tr("%1 lines").arg(all);
    return tr("%1 of %2 lines").arg(base::countText(m_area->index().rows()), all);
}

/// Empty: no lag worth telling.
QString LogView::lagText() const
{
    const bool isQuiet = QDateTime::currentMSecsSinceEpoch() - m_arrivedAt > lagFor;
    const qint64 lag = lagOf(m_newest, m_followedSince, m_arrivedAt);
    if (isQuiet || lag < smallestLag)
        return {};
    return tr("%1 behind").arg(base::durationText(std::chrono::milliseconds(lag / 1000 * 1000)));
}

void LogView::showState()
{
    QString text;
    const auto error = m_stream ? m_stream->lastError() : std::nullopt;
    const QString reason = error ? base::visibleText(error->message, 512) : QString();
    switch (m_stream ? m_stream->state() : kube::LogStream::State::Idle) {
    case kube::LogStream::State::Idle:
        break;
    case kube::LogStream::State::Connecting:
        text = tr("Connecting…");
        break;
    case kube::LogStream::State::Following:
        text = lagText().isEmpty() ? linesText() : u"%1 · %2"_s.arg(linesText(), lagText());
        break;
    case kube::LogStream::State::Waiting:
        text = tr("Interrupted, tried again: %1").arg(reason);
        break;
    case kube::LogStream::State::Ended:
        text = tr("%1, the log has ended").arg(linesText());
        break;
    case kube::LogStream::State::Failed:
        text = tr("Not readable: %1").arg(reason);
        break;
    }
    if (m_sinceNote.isValid() && !m_sinceNote.hasExpired(noteFor))
        text = m_note;
    if (text != m_state->text())
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
        if (!m_stream)
            return;
        saveLog(m_stream->lines(), path, this, [this, path](const QString& problem) {
            m_note = problem.isEmpty() ? tr("Saved to %1").arg(QDir::toNativeSeparators(path))
                                       : tr("Not saved: %1").arg(problem);
            m_sinceNote.start();
            showState();
        });
    });
    dialog->open();
}

void LogView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace deployment
