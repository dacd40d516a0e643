#include "ui/settings/keyboardpage.h"

#include "ui/settings/keyrecorder.h"
#include "ui/settings/keytable.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/searchfield.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTreeView>

#include <algorithm>

namespace settings {

using namespace Qt::StringLiterals;

namespace {

/// Rows as high as those of the program's tables.
class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + theme::between, std::max(size.height(), theme::treeRowHeight())};
    }
};

} // namespace

KeyboardPage::KeyboardPage(widgets::KeyMap& map, QWidget* parent)
    : QWidget(parent)
    , m_map(map)
    , m_table(new KeyTable(map, this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_presetLabel(new widgets::PlainLabel(this))
    , m_preset(new QComboBox(this))
    , m_search(new widgets::SearchField(widgets::SearchField::Purpose::Search, this, this))
    , m_view(new QTreeView(this))
    , m_says(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
    , m_recorder(new KeyRecorder(this))
    , m_record(new QPushButton(this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_reset(new QPushButton(this))
    , m_resetAll(new QPushButton(this))
    , m_yes(new QPushButton(this))
    , m_no(new QPushButton(this))
{
    build();
    connectParts();
    retranslate();
    m_view->setCurrentIndex(m_filter->index(0, 0));
    stop();
}

void KeyboardPage::build()
{
    m_filter->setSourceModel(m_table);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new RowDelegate(m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setMinimumSize(560, 160);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(KeyTable::Name, QHeaderView::Stretch);
    m_presetLabel->setBuddy(m_preset);
    auto* top = new QHBoxLayout;
    top->addWidget(m_presetLabel);
    top->addWidget(m_preset);
    top->addWidget(m_search, 1);
    m_says->setWordWrap(true);
    auto* recording = new QHBoxLayout;
    recording->addWidget(m_says, 1);
    recording->addWidget(m_recorder);
    recording->addWidget(m_yes);
    recording->addWidget(m_no);
    auto* buttons = new widgets::FlowLayout;
    buttons->setContentsMargins(0, 0, 0, 0);
    for (QPushButton* button : {m_record, m_add, m_remove, m_reset, m_resetAll}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    m_no->setAutoDefault(false);
    m_yes->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 0);
    column->setSpacing(theme::between);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    column->addLayout(recording);
    column->addLayout(buttons);
}

void KeyboardPage::connectParts()
{
    connect(m_preset, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_map.setPreset(static_cast<widgets::KeyMap::Preset>(index)); });
    connect(m_search, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeyboardPage::stop);
    connect(m_view, &QTreeView::activated, this, [this] { record(Adding::Replace); });
    connect(m_record, &QPushButton::clicked, this, [this] { record(Adding::Replace); });
    connect(m_add, &QPushButton::clicked, this, [this] { record(Adding::Add); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_map.setKeys(currentId(), {}); });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_map.reset(currentId()); });
    connect(m_resetAll, &QPushButton::clicked, &m_map, &widgets::KeyMap::resetAll);
    connect(m_recorder, &KeyRecorder::recorded, this, &KeyboardPage::take);
    connect(m_recorder, &KeyRecorder::abandoned, this, &KeyboardPage::stop);
    connect(m_yes, &QPushButton::clicked, this, &KeyboardPage::settle);
    connect(m_no, &QPushButton::clicked, this, &KeyboardPage::stop);
    connect(&m_map, &widgets::KeyMap::changed, this, &KeyboardPage::showCurrent);
}

void KeyboardPage::retranslate()
{
    const QSignalBlocker quiet(m_preset);
    m_presetLabel->setText(tr("Keys"));
    m_preset->clear();
    m_preset->addItems({tr("As Drey has them"), tr("For hands used to k9s")});
    m_preset->setCurrentIndex(static_cast<int>(m_map.preset()));
    m_preset->setAccessibleName(tr("Preset of keys"));
    m_search->setPlaceholderText(tr("Search a command or a key"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_view->setAccessibleName(tr("Commands and their keys"));
    m_recorder->setPlaceholderText(tr("Press the keys…"));
    m_recorder->setAccessibleName(tr("Keys to record"));
    m_record->setText(tr("Record keys…"));
    m_add->setText(tr("Add more keys…"));
    m_remove->setText(tr("No keys"));
    m_reset->setText(tr("Reset"));
    m_resetAll->setText(tr("Reset all"));
    m_yes->setText(tr("Use them here"));
    m_no->setText(tr("Leave as it is"));
    m_table->retranslate();
    showCurrent();
}

QString KeyboardPage::currentId() const
{
    return m_table->idAt(m_filter->mapToSource(m_view->currentIndex()).row());
}

void KeyboardPage::showCurrent()
{
    const widgets::KeyCommand* command = m_map.command(currentId());
    for (QPushButton* button : {m_record, m_add, m_remove})
        button->setEnabled(command);
    m_reset->setEnabled(command && m_map.isChanged(command->id));
    const QList<widgets::KeyCommand>& all = m_map.commands();
    m_resetAll->setEnabled(std::any_of(all.begin(), all.end(),
                                       [this](const widgets::KeyCommand& one) { return m_map.isChanged(one.id); }));
    const QSignalBlocker quiet(m_preset);
    m_preset->setCurrentIndex(static_cast<int>(m_map.preset()));
}

void KeyboardPage::record(Adding adding)
{
    const widgets::KeyCommand* command = m_map.command(currentId());
    if (!command)
        return;
    stop();
    m_recordingId = command->id;
    m_adding = adding;
    m_says->setRole(theme::Role::SecondaryText);
    m_says->setText(tr("Keys for \"%1\". Esc leaves it as it is.").arg(command->name()));
    m_recorder->show();
    m_recorder->start();
}

void KeyboardPage::take(const QKeySequence& keys)
{
    m_recorded = keys;
    const QList<const widgets::KeyCommand*> rivals = m_map.rivals(m_recordingId, keys);
    if (rivals.isEmpty()) {
        settle();
        return;
    }
    QStringList names;
    for (const widgets::KeyCommand* rival : rivals)
        names.append(u"\"%1\""_s.arg(rival->name()));
    m_says->setFamily(base::Health::AtRisk);
    m_says->setText(tr("%1 already belongs to: %2").arg(keys.toString(QKeySequence::NativeText), names.join(u", "_s)));
    m_recorder->hide();
    m_yes->show();
    m_no->show();
    m_no->setFocus(Qt::OtherFocusReason);
}

void KeyboardPage::settle()
{
    const widgets::KeyCommand* command = m_map.command(m_recordingId);
    if (!command)
        return;
    QStringList losing;
    for (const widgets::KeyCommand* rival : m_map.rivals(m_recordingId, m_recorded))
        losing.append(rival->id);
    for (const QString& id : std::as_const(losing)) {
        QList<QKeySequence> left = m_map.keys(*m_map.command(id));
        left.removeIf([this](const QKeySequence& one) {
            return m_recorded.matches(one) != QKeySequence::NoMatch || one.matches(m_recorded) != QKeySequence::NoMatch;
        });
        m_map.setKeys(id, left);
    }
    QList<QKeySequence> keys = m_adding == Adding::Add ? m_map.keys(*command) : QList<QKeySequence>();
    if (!keys.contains(m_recorded))
        keys.append(m_recorded);
    m_map.setKeys(m_recordingId, keys);
    stop();
    m_view->setFocus(Qt::OtherFocusReason);
}

void KeyboardPage::stop()
{
    m_recordingId.clear();
    m_says->setRole(theme::Role::SecondaryText);
    m_says->setText(tr("Keys without Ctrl, Alt or Meta rest while you type."));
    m_recorder->hide();
    m_yes->hide();
    m_no->hide();
    showCurrent();
}

void KeyboardPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace settings
