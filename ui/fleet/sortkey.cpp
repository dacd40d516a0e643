#include "ui/fleet/sortkey.h"

#include "ui/fleet/celltext.h"

#include <algorithm>

namespace fleet {

using namespace Qt::StringLiterals;

namespace {

const auto labelPrefix = u"label/"_s;
const auto descending = u":desc"_s;
const auto ascending = u":asc"_s;

Qt::SortOrder turned(Qt::SortOrder order)
{
    return order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
}

} // namespace

QList<SortKey> resorted(const QList<SortKey>& keys, const SortKey& column, Sorting how)
{
    QList<SortKey> result = keys;
    const auto found =
        std::find_if(result.begin(), result.end(), [&](const SortKey& key) { return key.isSameColumn(column); });
    SortKey wanted = column;
    wanted.order = Qt::AscendingOrder;
    if (how == Sorting::Alone) {
        if (found != result.end())
            wanted.order = turned(found->order);
        return {wanted};
    }
    if (found == result.end())
        result.append(wanted);
    else if (found->order == Qt::AscendingOrder)
        found->order = Qt::DescendingOrder;
    else if (result.size() > 1)
        result.erase(found);
    else
        found->order = Qt::AscendingOrder;
    return result;
}

QString textOf(const SortKey& key)
{
    const QString name = key.column == Column::Label ? labelPrefix + key.label : CellText::key(key.column);
    return name + (key.order == Qt::AscendingOrder ? ascending : descending);
}

std::optional<SortKey> sortKeyOf(const QString& text)
{
    const bool isDescending = text.endsWith(descending);
    if (!isDescending && !text.endsWith(ascending))
        return {};
    const QString name = text.chopped(isDescending ? descending.size() : ascending.size());
    SortKey key{Column::Label, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder};
    if (name.startsWith(labelPrefix)) {
        key.label = name.mid(labelPrefix.size());
        return key.label.isEmpty() ? std::nullopt : std::optional(key);
    }
    const auto column =
        std::find_if(allColumns.begin(), allColumns.end(), [&](Column each) { return CellText::key(each) == name; });
    if (column == allColumns.end())
        return {};
    key.column = *column;
    return key;
}

} // namespace fleet
