#include "ui/snapshots/snapshotpage.h"

#include "core/base/background.h"
#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/snapshot/words.h"
#include "ui/snapshots/comparisonview.h"
#include "ui/snapshots/keys.h"
#include "ui/snapshots/listing.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingrows.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/timedisplay.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

namespace snapshots {

using namespace Qt::StringLiterals;
using base::visibleText;

namespace {

constexpr int searchWidth = 260;

} // namespace

SnapshotPage::SnapshotPage(QString path, QWidget* parent)
    : QWidget(parent)
    , m_path(std::move(path))
    , m_place(new widgets::ElidedLabel({}, theme::Type::Small, theme::Role::SecondaryText))
    , m_title(new widgets::ElidedLabel({}, theme::Type::PageTitle, theme::Role::Text))
    , m_badge(new widgets::Badge)
    , m_copy(new widgets::CopyButton)
    , m_compare(new QPushButton)
    , m_again(new QPushButton)
    , m_facts(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText))
    , m_banner(new widgets::Banner)
    , m_mappingRow(new QWidget)
    , m_mapping(new QLineEdit)
    , m_lookThere(new QPushButton)
    , m_bar(new QTabBar)
    , m_search(new widgets::SearchField(widgets::SearchField::Purpose::Filter, this))
    , m_parts(new QStackedWidget)
    , m_operatorList(new Listing(u"snapshot-operators"_s, m_operators))
    , m_fileList(new Listing(u"snapshot-files"_s, m_files))
    , m_comparison(new ComparisonView)
    , m_stack(new QStackedWidget)
    , m_content(new QWidget)
    , m_empty(new widgets::EmptyState)
    , m_loading(new widgets::LoadingRows)
{
    build();
    connectParts();
    bindKeys();
    setPart(Operators);
    retranslate();
    reload();
}

SnapshotPage::~SnapshotPage() = default;

QWidget* SnapshotPage::makeHead()
{
    auto* head = new QWidget;
    m_place->setElideMode(Qt::ElideMiddle);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_facts->setWordWrap(true);
    m_banner->hide();
    m_compare->setIcon(theme::icon(u"columns"_s));
    m_again->setIcon(theme::icon(u"refresh"_s));
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::between + 2);
    line->addWidget(m_title);
    line->addWidget(m_badge);
    line->addWidget(m_copy);
    line->addStretch(1);
    auto* above = new QHBoxLayout;
    above->setSpacing(theme::between);
    above->addWidget(m_place, 1);
    above->addWidget(m_compare);
    above->addWidget(m_again);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin, theme::between);
    column->setSpacing(theme::inside);
    column->addLayout(above);
    column->addLayout(line);
    column->addWidget(m_facts);
    column->addSpacing(theme::inside);
    column->addWidget(m_banner);
    m_mapping->setObjectName(u"mapping"_s);
    m_lookThere->setAutoDefault(false);
    auto* mapping = new QHBoxLayout(m_mappingRow);
    mapping->setContentsMargins(0, theme::inside, 0, 0);
    mapping->setSpacing(theme::between);
    mapping->addWidget(m_mapping, 1);
    mapping->addWidget(m_lookThere);
    column->addWidget(m_mappingRow);
    return head;
}

void SnapshotPage::makeTables()
{
    widgets::ObjectTable& operators = m_operatorList->table();
    operators.setItemDelegate(new widgets::NameDelegate(widgets::NameDelegate::Weight::Normal, &operators));
    operators.setItemDelegateForColumn(OperatorSheet::NameColumn,
                                       new widgets::NameDelegate(widgets::NameDelegate::Weight::Medium, &operators));
    for (int column = OperatorSheet::ParallelismColumn; column < OperatorSheet::StatesColumn; ++column)
        operators.setItemDelegateForColumn(column, new widgets::NumberDelegate(&operators));
    operators.setItemDelegateForColumn(OperatorSheet::StatesColumn, new widgets::CellDelegate(&operators));
    operators.setDefaultColumns({200, 112, 84, 112, 78, 108, 112, 84, 92, 200});
    operators.setStretchColumn(OperatorSheet::StatesColumn);
    operators.setFrozenColumns(1);
    m_operatorList->sort(OperatorSheet::StateColumn, Qt::DescendingOrder);

    widgets::ObjectTable& files = m_fileList->table();
    files.setItemDelegate(new widgets::NameDelegate(widgets::NameDelegate::Weight::Normal, &files));
    files.setItemDelegateForColumn(FileSheet::FoundColumn, new widgets::StatusDelegate(&files));
    for (const int column : {FileSheet::BytesColumn, FileSheet::ActualColumn})
        files.setItemDelegateForColumn(column, new widgets::NumberDelegate(&files));
    files.setNameColumn(FileSheet::PathColumn);
    files.setDefaultColumns({124, 300, 320, 110, 100, 80});
    files.setStretchColumn(FileSheet::PathColumn);
    files.setFrozenColumns(1);
    m_fileList->sort(FileSheet::FoundColumn, Qt::AscendingOrder);
}

void SnapshotPage::build()
{
    makeTables();
    m_bar->setDocumentMode(true);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(true);
    for (int part = 0; part < PartCount; ++part)
        m_bar->addTab(QString());
    m_search->setMaximumWidth(searchWidth);
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(theme::inside, 0, theme::pageMargin, theme::inside);
    tabs->setSpacing(theme::between);
    tabs->addWidget(m_bar, 2);
    tabs->addWidget(m_search, 1);
    m_parts->addWidget(m_operatorList);
    m_parts->addWidget(m_fileList);
    m_parts->addWidget(m_comparison);
    auto* inner = new QVBoxLayout(m_content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addLayout(tabs);
    inner->addWidget(new widgets::Line);
    inner->addWidget(m_parts, 1);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
    // In a window that is too small the rows give way, not the words above them.
    m_stack->setMinimumHeight(2 * theme::rowHeight());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_stack, 1);
}

void SnapshotPage::connectParts()
{
    connect(m_bar, &QTabBar::currentChanged, this, [this](int part) { setPart(Part(part)); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        for (const Part part : {Operators, Files, Comparison})
            listing(part).setFilter(text);
    });
    connect(m_search, &widgets::SearchField::abandoned, this, &SnapshotPage::focusPart);
    connect(m_search, &QLineEdit::returnPressed, this, &SnapshotPage::focusPart);
    for (const Part each : {Operators, Files, Comparison}) {
        connect(&listing(each), &Listing::filterDropped, m_search, &QLineEdit::clear);
        connect(&listing(each), &Listing::currentChanged, this, &SnapshotPage::detailsChanged);
    }
    connect(m_banner, &widgets::Banner::actionRequested, this, [this] {
        m_search->clear();
        m_fileList->sort(FileSheet::FoundColumn, Qt::AscendingOrder);
        enter(Files);
    });
    connect(m_comparison, &ComparisonView::otherWanted, this, &SnapshotPage::otherWanted);
    connect(m_comparison, &ComparisonView::changed, this, &SnapshotPage::changed);
    connect(m_mapping, &QLineEdit::textChanged, this, &SnapshotPage::showMapping);
    connect(m_mapping, &QLineEdit::returnPressed, this, &SnapshotPage::lookThere);
    connect(m_lookThere, &QPushButton::clicked, this, &SnapshotPage::lookThere);
    connect(m_compare, &QPushButton::clicked, this, &SnapshotPage::otherWanted);
    connect(m_again, &QPushButton::clicked, this, &SnapshotPage::reload);
    connect(m_empty, &widgets::EmptyState::actionRequested, this, &SnapshotPage::reload);
    if (auto* display = widgets::TimeDisplay::instance())
        connect(display, &widgets::TimeDisplay::changed, this, &SnapshotPage::showHead);
}

void SnapshotPage::bindKeys()
{
    for (const widgets::KeyCommand& command : keyCommands())
        widgets::bindKeys(this, command, [this, id = command.id] { run(id); });
}

void SnapshotPage::run(const QString& command)
{
    if (command == u"snapshot.operators")
        enter(Operators);
    else if (command == u"snapshot.files")
        enter(Files);
    else if (command == u"snapshot.comparison")
        enter(Comparison);
    else if (command == u"snapshot.nextTab")
        enter(Part((part() + 1) % PartCount));
    else if (command == u"snapshot.previousTab")
        enter(Part((part() + PartCount - 1) % PartCount));
    else if (command == u"snapshot.compare" && m_shown)
        emit otherWanted();
    else if (command == u"snapshot.sort" && listing(part()).table().currentIndex().isValid())
        listing(part()).resort(listing(part()).table().currentIndex().column());
}

Listing& SnapshotPage::listing(Part part)
{
    switch (part) {
    case Operators:
        return *m_operatorList;
    case Files:
        return *m_fileList;
    case Comparison:
    case PartCount:
        break;
    }
    return m_comparison->listing();
}

SnapshotPage::Part SnapshotPage::part() const
{
    return Part(m_parts->currentIndex());
}

void SnapshotPage::setPart(Part part)
{
    const bool hadFocus = m_parts->isAncestorOf(focusWidget());
    m_bar->setCurrentIndex(part);
    m_parts->setCurrentIndex(part);
    QWidget* shown = &listing(part);
    m_parts->setFocusProxy(shown);
    setFocusProxy(shown);
    // The keyboard must not stay in a part that is no longer seen.
    if (hadFocus)
        focusPart();
    emit detailsChanged();
}

void SnapshotPage::enter(Part part)
{
    setPart(part);
    focusPart();
}

void SnapshotPage::focusPart()
{
    QWidget* table = &listing(part()).table();
    if (table->isVisible())
        table->setFocus();
    else
        m_bar->setFocus();
}

QString SnapshotPage::title() const
{
    const QFileInfo about(m_path);
    const bool isUsual = about.fileName() == snapshot::metadataName;
    return visibleText(isUsual ? QFileInfo(about.path()).fileName() : about.fileName());
}

bool SnapshotPage::isBusy() const
{
    return m_isReading || m_comparison->isBusy();
}

void SnapshotPage::reload()
{
    m_isReadWanted = m_isReading;
    if (m_isReading)
        return;
    m_isReading = true;
    base::inBackground(
        this, [path = m_path] { return examine(path); },
        [this](const base::Result<Examined>& examined) {
            if (examined)
                lookForFiles(*examined);
            else
                fail(examined.error());
        });
}

void SnapshotPage::lookForFiles(const Examined& examined)
{
    const bool isFirst = !m_shown;
    if (isFirst)
        present(examined);
    base::inBackground(
        this, [examined, mappings = m_mappings] { return verified(examined, mappings); },
        [this, isFirst](const Examined& whole) {
            present(whole);
            // Now that it is known, the worst stands first.
            if (isFirst)
                m_fileList->selectFirst();
            end();
        });
}

void SnapshotPage::lookThere()
{
    const QString text = m_mapping->text().trimmed();
    const std::optional<snapshot::PathMapping> mapping = snapshot::mappingOf(text);
    if (!text.isEmpty() && !mapping)
        return;
    m_mappings = mapping ? QList{*mapping} : QList<snapshot::PathMapping>();
    reload();
}

void SnapshotPage::fail(const base::Error& error)
{
    m_problem = error;
    present(nullptr);
    end();
}

void SnapshotPage::end()
{
    m_isReading = false;
    if (m_isReadWanted)
        reload();
    emit changed();
}

void SnapshotPage::present(const Examined& examined)
{
    m_shown = examined;
    if (examined)
        m_problem.reset();
    m_operators.show(examined);
    m_files.show(examined);
    m_comparison->setFirst(examined);
    showAll();
    emit changed();
    emit detailsChanged();
}

void SnapshotPage::compareWith(const QString& path)
{
    setPart(Comparison);
    m_comparison->compareWith(path);
}

void SnapshotPage::paintEvent(QPaintEvent* event)
{
    QPainter(this).fillRect(event->rect(), theme::color(theme::Role::Surface));
}

void SnapshotPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    // Errors and reasons are told in the language they were found in.
    reload();
}

} // namespace snapshots
