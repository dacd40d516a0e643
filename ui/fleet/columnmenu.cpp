#include "ui/fleet/columnmenu.h"

#include "core/base/visibletext.h"
#include "ui/fleet/labeldialog.h"
#include "ui/fleet/queryedit.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace fleet {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostValues = 15; ///< more than one reads in a menu
constexpr int mostLabels = 20; ///< the others are in the dialog
constexpr qsizetype longestValue = 48;

/// A value of a server in a menu: safe, short, and "&" as itself.
QString literal(const QString& value)
{
    return base::visibleText(value, longestValue).replace(u'&', u"&&"_s);
}

/// Whether rows share values of this column, so that they are worth a list.
bool hasCommonValues(Column column)
{
    switch (column) {
    case Column::Health:
    case Column::Context:
    case Column::JobState:
    case Column::Flink:
    case Column::Parallelism:
    case Column::Owner:
    case Column::Lifecycle:
    case Column::Label:
        return true;
    case Column::Deployment:
    case Column::CheckpointAge:
    case Column::Restarts:
    case Column::Changed:
        return false;
    }
    return false;
}

QStringList limitsOf(Column column)
{
    if (column == Column::CheckpointAge)
        return {u"1m"_s, u"10m"_s, u"1h"_s, u"1d"_s};
    if (column == Column::Changed)
        return {u"10m"_s, u"1h"_s, u"1d"_s, u"7d"_s};
    return column == Column::Restarts ? QStringList{u"0"_s, u"3"_s, u"10"_s} : QStringList();
}

} // namespace

ColumnMenu::ColumnMenu(const FleetModel& model, QWidget* window)
    : QObject(window)
    , m_model(model)
    , m_window(window)
{
}

QString ColumnMenu::titleOf(const SortKey& column) const
{
    return column.column == Column::Label ? CellText::labelTitle(column.label) : CellText::title(column.column);
}

void ColumnMenu::addFilter(QMenu* menu, const QString& text, const QString& filter)
{
    menu->addAction(text, this, [this, filter] { emit filterWanted(filter); });
}

void ColumnMenu::fillForHeader(QMenu* menu, int section, const QString& filter)
{
    if (section < 0)
        return;
    const SortKey column = m_model.columnAt(section);
    const auto sort = [this, column](Qt::SortOrder order) {
        return [this, column, order] { emit sortWanted({{column.column, order, column.label}}); };
    };
    menu->addAction(theme::icon(u"chevron-up"_s), tr("Sort in ascending order"), this, sort(Qt::AscendingOrder));
    menu->addAction(theme::icon(u"chevron-down"_s), tr("Sort in descending order"), this, sort(Qt::DescendingOrder));
    const QList<SortKey> keys = resorted(m_model.sortKeys(), column, Sorting::Added);
    const QString added = keys.size() > m_model.sortKeys().size()   ? tr("Then sort by it, too")
                          : keys.size() < m_model.sortKeys().size() ? tr("Sort by it no longer")
                                                                    : tr("Turn its order round");
    menu->addAction(added, this, [this, keys] { emit sortWanted(keys); });
    menu->addSeparator();
    if (hasCommonValues(column.column))
        fillValues(menu->addMenu(theme::icon(u"filter"_s), tr("Show only")), column, filter);
    else if (!limitsOf(column.column).isEmpty())
        fillLimits(menu->addMenu(theme::icon(u"filter"_s), tr("Show only")), column, filter);
    if (filtersBy(filter, column))
        addFilter(menu, tr("Filter by it no longer"), withoutColumn(filter, column));
    if (column.column != Column::Deployment)
        menu->addAction(tr("Hide this column"), this, [this, section] { emit hideWanted(section); });
}

void ColumnMenu::fillValues(QMenu* menu, const SortKey& column, const QString& filter)
{
    const QList<FleetModel::Share> shares =
        m_model.values([&column](const Row& row) { return filterValueOf(row, column); });
    for (const FleetModel::Share& share : shares.mid(0, mostValues)) {
        const QString value = share.text.isEmpty() ? tr("none") : literal(share.text);
        addFilter(menu, u"%1\t%2"_s.arg(value, QLocale().toString(share.rows)),
                  withTerm(filter, column, termFor(column, share.text)));
    }
}

void ColumnMenu::fillLimits(QMenu* menu, const SortKey& column, const QString& filter)
{
    for (const QString& limit : limitsOf(column.column)) {
        const bool isLately = column.column == Column::Changed;
        const QString term = termFor(column, isLately ? u"<"_s : u">"_s, limit);
        addFilter(menu, isLately ? tr("less than %1").arg(limit) : tr("more than %1").arg(limit),
                  withTerm(filter, column, term));
    }
    if (column.column != Column::Changed)
        addFilter(menu, tr("not known"), withTerm(filter, column, termFor(column, u":"_s, u"unknown"_s)));
}

void ColumnMenu::fillForCell(QMenu* menu, int section, const Row& row, const QString& filter)
{
    if (section < 0)
        return;
    const SortKey column = m_model.columnAt(section);
    const QString value = filterValueOf(row, column);
    const QString term = termFor(column, value);
    // A label without a value is neither one of a value nor absent.
    const bool isEmptyLabel = value.isEmpty() && row.labels.contains(column.label);
    if (!term.isEmpty() && !isEmptyLabel) {
        const QString shown = value.isEmpty() ? titleOf(column) + u": "_s + tr("none") : literal(value);
        menu->addAction(theme::icon(u"filter"_s), tr("Show only “%1”").arg(shown), this,
                        [this, text = withTerm(filter, column, term)] { emit filterWanted(text); });
        addFilter(menu, tr("Leave out “%1”").arg(shown), withAddedTerm(filter, negated(term)));
    }
    if (column.column == Column::Deployment && !row.nameSpace.isEmpty())
        addFilter(menu, tr("Show only the namespace “%1”").arg(literal(row.nameSpace)),
                  withAddedTerm(filter, nameSpaceTerm(row.key.object.nameSpace)));
    QMenu* more = menu->addMenu(tr("Column “%1”").arg(literal(titleOf(column))));
    fillForHeader(more, section, filter);
}

void ColumnMenu::fillLabels(QMenu* menu)
{
    const QStringList shown = m_model.labelColumns();
    const QList<FleetModel::Share> known = m_model.labelKeys();
    QStringList offered = shown;
    for (const FleetModel::Share& share : known) {
        if (offered.size() < mostLabels && !offered.contains(share.text))
            offered.append(share.text);
    }
    offered.sort();
    for (const QString& key : std::as_const(offered)) {
        QAction* action = menu->addAction(literal(key));
        action->setCheckable(true);
        action->setChecked(shown.contains(key));
        connect(action, &QAction::toggled, this, [this, key](bool on) {
            QStringList keys = m_model.labelColumns();
            keys.removeAll(key);
            if (on)
                keys.append(key);
            emit labelsWanted(keys);
        });
    }
    if (!offered.isEmpty())
        menu->addSeparator();
    menu->addAction(tr("Another label…"), this, &ColumnMenu::askForLabel);
}

void ColumnMenu::askForLabel()
{
    QStringList keys;
    for (const FleetModel::Share& share : m_model.labelKeys()) {
        if (!m_model.labelColumns().contains(share.text))
            keys.append(share.text);
    }
    auto* dialog = new LabelDialog(keys, m_window->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { emit labelsWanted(m_model.labelColumns() + QStringList{dialog->key()}); });
    dialog->open();
}

} // namespace fleet
