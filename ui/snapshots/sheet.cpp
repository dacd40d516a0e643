#include "ui/snapshots/sheet.h"

#include "core/base/quantity.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/tooltip.h"

namespace snapshots {

Sheet::Sheet(int columns, QObject* parent)
    : QAbstractTableModel(parent)
    , m_columns(columns)
{
}

void Sheet::exchange(Rows rows, int count, const std::function<void()>& take)
{
    if (rows == Rows::Same) {
        take();
        if (m_count > 0)
            emit dataChanged(index(0, 0), index(m_count - 1, columnCount() - 1));
        return;
    }
    if (m_count > 0) {
        beginRemoveRows({}, 0, m_count - 1);
        m_count = 0;
        endRemoveRows();
    }
    take();
    if (count > 0) {
        beginInsertRows({}, 0, count - 1);
        m_count = count;
        endInsertRows();
    }
}

void Sheet::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    exchange(Rows::Same, m_count, [] {});
}

int Sheet::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int Sheet::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant Sheet::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_count)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cell(index.row(), index.column()).text;
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case widgets::cell::ExactRole: {
        const Cell asked = cell(index.row(), index.column());
        return asked.exact.isEmpty() ? asked.text : asked.exact;
    }
    case Qt::ToolTipRole: {
        const Cell asked = cell(index.row(), index.column());
        return widgets::plainToolTip(asked.hint.isEmpty() ? asked.text : asked.hint);
    }
    case widgets::cell::SecondaryRole:
        return cell(index.row(), index.column()).secondary;
    case widgets::cell::GlyphRole: {
        const auto glyph = cell(index.row(), index.column()).glyph;
        return glyph ? QVariant(int(*glyph)) : QVariant();
    }
    default:
        return {};
    }
}

QVariant Sheet::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const Title title = titles().value(section);
    switch (role) {
    case Qt::DisplayRole:
        return title.text;
    case Qt::TextAlignmentRole:
        return title.align == Title::Align::Right ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return title.hint;
    case widgets::cell::KeyRole:
        return title.key;
    default:
        return {};
    }
}

Cell bytesCell(qint64 bytes)
{
    return {base::bytesText(bytes), QString::number(bytes), base::exactBytesText(bytes)};
}

Cell countCell(qint64 count)
{
    return {base::countText(count), QString::number(count)};
}

} // namespace snapshots
