#include "ui/snapshots/comparisonview.h"

#include "core/base/background.h"
#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/snapshot/words.h"
#include "ui/snapshots/keys.h"
#include "ui/snapshots/listing.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingrows.h"
#include "ui/widgets/objecttable.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QStackedLayout>

namespace snapshots {

using namespace Qt::StringLiterals;

namespace {

QString lineOf(const Examination& examination)
{
    return titleOf(examination.reading.metadata) + u" · "_s +
           base::bytesText(totalOf(examination.reading.metadata).bytes) + u" · "_s +
           base::visibleText(examination.reading.location.metadata);
}

QString sumText(const snapshot::FileSum& sum)
{
    return ComparisonView::tr("%1 (%2)", "files, bytes").arg(base::countText(sum.files), base::bytesText(sum.bytes));
}

} // namespace

ComparisonView::ComparisonView(QWidget* parent)
    : QWidget(parent)
    , m_verdict(new widgets::Banner)
    , m_here(new widgets::ElidedLabel({}, theme::Type::Body, theme::Role::Text))
    , m_there(new widgets::ElidedLabel({}, theme::Type::Body, theme::Role::Text))
    , m_choose(new QPushButton)
    , m_listing(new Listing(u"snapshot-changes"_s, m_changes))
    , m_content(new QWidget)
    , m_empty(new widgets::EmptyState)
    , m_loading(new widgets::LoadingRows)
    , m_stack(new QStackedLayout(this))
{
    build();
    connect(m_empty, &widgets::EmptyState::actionRequested, this, &ComparisonView::otherWanted);
    connect(m_choose, &QPushButton::clicked, this, &ComparisonView::otherWanted);
    retranslate();
}

void ComparisonView::build()
{
    widgets::ObjectTable& table = m_listing->table();
    table.setItemDelegate(new widgets::NameDelegate(widgets::NameDelegate::Weight::Normal, &table));
    table.setItemDelegateForColumn(ChangeSheet::ChangeColumn, new widgets::StatusDelegate(&table));
    for (const int column : {ChangeSheet::ParallelismColumn, ChangeSheet::MaxParallelismColumn,
                             ChangeSheet::StateColumn, ChangeSheet::GrowthColumn})
        table.setItemDelegateForColumn(column, new widgets::NumberDelegate(&table));
    table.setNameColumn(ChangeSheet::NameColumn);
    table.setDefaultColumns({150, 200, 270, 100, 120, 100, 110});
    table.setStretchColumn(ChangeSheet::NameColumn);
    m_listing->sort(ChangeSheet::ChangeColumn, Qt::AscendingOrder);
    for (widgets::ElidedLabel* label : {m_here, m_there})
        label->setElideMode(Qt::ElideMiddle);
    auto* names = new QVBoxLayout;
    names->setSpacing(theme::inside);
    names->addWidget(m_here);
    names->addWidget(m_there);
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * theme::between);
    row->addLayout(names, 1);
    row->addWidget(m_choose);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin, theme::between);
    head->setSpacing(theme::between);
    head->addLayout(row);
    head->addWidget(m_verdict);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(new widgets::Line);
    column->addWidget(m_listing, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_content);
}

void ComparisonView::setFirst(const Examined& examined)
{
    m_first = examined;
    run();
}

void ComparisonView::compareWith(const QString& path)
{
    m_otherPath = path;
    m_stack->setCurrentWidget(m_loading);
    run();
}

void ComparisonView::run()
{
    ++m_run;
    m_isBusy = m_first && !m_otherPath.isEmpty();
    if (!m_isBusy)
        return showNothing();
    base::inBackground(
        this, [first = m_first, path = m_otherPath] { return compared(first, path); },
        [this, run = m_run](const base::Result<Compared>& result) {
            if (run == m_run)
                take(result);
        });
}

void ComparisonView::take(const base::Result<Compared>& result)
{
    m_isBusy = false;
    if (result) {
        showDifferences(*result);
    } else {
        m_changes.clear();
        m_empty->showUnreadable(base::visibleText(result.error().message), base::visibleText(m_otherPath),
                                tr("Choose another…"));
        m_stack->setCurrentWidget(m_empty);
    }
    emit changed();
}

void ComparisonView::showDifferences(const Compared& compared)
{
    m_changes.show(m_first, compared);
    m_here->setText(tr("Here: %1").arg(lineOf(*m_first)));
    m_there->setText(tr("There: %1").arg(lineOf(*compared.other)));
    const snapshot::Metadata& before = m_first->reading.metadata;
    const snapshot::Metadata& after = compared.other->reading.metadata;
    const bool isFine = compared.comparison.isInterchangeable(before, after);
    m_verdict->showMessage(isFine ? base::Health::Healthy : base::Health::AtRisk,
                           verdictOf(compared.comparison, before, after),
                           tr("Files in both: %1, only here: %2, only there: %3")
                               .arg(sumText(compared.comparison.common), sumText(compared.comparison.onlyBefore),
                                    sumText(compared.comparison.onlyAfter)));
    m_stack->setCurrentWidget(m_content);
}

void ComparisonView::showNothing()
{
    m_changes.clear();
    m_empty->showNone(m_first ? tr("What differs in another snapshot, and whether one can be restored where the other "
                                   "was made, is shown here.")
                              : tr("This snapshot cannot be read, so there is nothing to compare with."),
                      m_first ? keyCommand(u"snapshot.compare").name() : QString());
    m_stack->setCurrentWidget(m_empty);
    emit changed();
}

void ComparisonView::retranslate()
{
    m_choose->setText(tr("Choose another…"));
    m_loading->setSentence(tr("Reading the other snapshot…"));
    m_listing->table().setAccessibleName(tr("Differences by operator"));
    m_listing->setNone(tr("Neither has an operator."));
    m_changes.retranslate();
    run();
}

} // namespace snapshots
