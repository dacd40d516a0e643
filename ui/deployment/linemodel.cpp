#include "ui/deployment/linemodel.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/timedisplay.h"
#include "ui/widgets/tooltip.h"

#include <QSet>

namespace deployment {

using namespace Qt::StringLiterals;
namespace cell = widgets::cell;

void LineModel::setTitles(const QList<Title>& titles)
{
    if (m_titles.isEmpty()) {
        beginInsertColumns({}, 0, int(titles.size()) - 1);
        m_titles = titles;
        endInsertColumns();
        return;
    }
    m_titles = titles;
    emit headerDataChanged(Qt::Horizontal, 0, int(m_titles.size()) - 1);
}

void LineModel::removeMissing(const QSet<QString>& kept)
{
    for (int last = int(m_lines.size()) - 1; last >= 0; --last) {
        if (kept.contains(m_lines.at(last).key))
            continue;
        int first = last;
        while (first > 0 && !kept.contains(m_lines.at(first - 1).key))
            --first;
        beginRemoveRows({}, first, last);
        m_lines.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

/// Brings the rows that stay into the order of `lines`, as one change of layout.
void LineModel::orderLike(const QList<Line>& lines)
{
    QHash<QString, int> before;
    for (int row = 0; row < m_lines.size(); ++row)
        before.insert(m_lines.at(row).key, row);
    QList<Line> ordered;
    QList<int> newRow(m_lines.size());
    for (const Line& wanted : lines) {
        const auto found = before.constFind(wanted.key);
        if (found == before.constEnd())
            continue;
        newRow[*found] = int(ordered.size());
        ordered.append(m_lines.at(*found));
    }
    bool isSame = true;
    for (int row = 0; row < newRow.size(); ++row)
        isSame = isSame && newRow.at(row) == row;
    if (isSame)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    m_lines = ordered;
    QModelIndexList moved;
    for (const QModelIndex& one : old)
        moved.append(index(newRow.at(one.row()), one.column()));
    changePersistentIndexList(old, moved);
    emit layoutChanged({}, VerticalSortHint);
}

void LineModel::setLines(const QList<Line>& lines)
{
    QSet<QString> kept;
    for (const Line& line : lines)
        kept.insert(line.key);
    removeMissing(kept);
    orderLike(lines);
    for (int row = 0; row < lines.size(); ++row) {
        if (row < m_lines.size() && m_lines.at(row).key == lines.at(row).key) {
            if (m_lines.at(row) == lines.at(row))
                continue;
            m_lines[row] = lines.at(row);
            emit dataChanged(index(row, 0), index(row, int(m_titles.size()) - 1));
            continue;
        }
        int last = row;
        const QString next = row < m_lines.size() ? m_lines.at(row).key : QString();
        while (last + 1 < lines.size() && (row >= m_lines.size() || lines.at(last + 1).key != next))
            ++last;
        beginInsertRows({}, row, last);
        m_lines.insert(row, last - row + 1, {});
        for (int i = row; i <= last; ++i)
            m_lines[i] = lines.at(i);
        endInsertRows();
        row = last;
    }
}

int LineModel::indexOf(const QString& key) const
{
    for (int row = 0; row < m_lines.size(); ++row) {
        if (m_lines.at(row).key == key)
            return row;
    }
    return -1;
}

void LineModel::tick()
{
    if (!m_lines.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_lines.size()) - 1, int(m_titles.size()) - 1), {Qt::DisplayRole});
}

int LineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int LineModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant LineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Cell value = m_lines.at(index.row()).cells.value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return value.time.isValid() ? widgets::timeText(value.time) : value.text;
    case Qt::ToolTipRole:
        if (value.time.isValid())
            return widgets::timeToolTip(value.time);
        return widgets::plainToolTip(!value.hint.isEmpty()   ? value.hint
                                     : value.exact.isEmpty() ? value.text
                                                             : value.exact);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>(
            (m_titles.at(index.column()).align == Align::Right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case cell::ExactRole:
        if (value.time.isValid())
            return value.time.toUTC().toString(Qt::ISODate);
        return value.exact.isEmpty() ? value.text : value.exact;
    case cell::TimeRole:
        return value.time.isValid() ? QVariant(value.time) : QVariant();
    case cell::HealthRole:
        return value.state ? QVariant(int(*value.state)) : QVariant();
    case cell::FamilyRole:
        return value.family ? QVariant(int(*value.family)) : QVariant();
    case cell::SecondaryRole:
        return value.secondary;
    default:
        return {};
    }
}

QVariant LineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_titles.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_titles.at(section).text;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>(
            (m_titles.at(section).align == Align::Right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

Cell textCell(const QString& serverText, qsizetype longest)
{
    Cell result;
    result.text = serverText.isEmpty() ? u"–"_s : base::visibleText(serverText, longest);
    result.exact = base::visibleText(serverText, 4096);
    return result;
}

Cell stateCell(base::Health family, const QString& serverText)
{
    Cell result = textCell(serverText);
    result.state = family;
    return result;
}

Cell timeCell(const QDateTime& when)
{
    Cell result;
    result.time = when;
    result.text = u"–"_s;
    return result;
}

Cell durationCell(qint64 ms)
{
    Cell result;
    result.text = base::compactDuration(std::chrono::milliseconds(ms));
    result.exact = u"%1 ms"_s.arg(ms);
    return result;
}

Cell bytesCell(qint64 bytes)
{
    Cell result;
    result.text = base::bytesText(bytes);
    result.exact = QString::number(bytes);
    result.hint = base::exactBytesText(bytes);
    return result;
}

Cell countCell(qint64 count)
{
    Cell result;
    result.text = base::countText(count);
    result.exact = QString::number(count);
    return result;
}

} // namespace deployment
