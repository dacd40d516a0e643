#pragma once

#include "core/base/health.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QSet>

#include <optional>

namespace deployment {

/// One value of a small table.
struct Cell
{
    QString text;                       ///< safe to show
    QString exact;                      ///< for copies and the tooltip; empty: `text`
    QString hint;                       ///< tooltip; empty: `exact`
    QString secondary;                  ///< after the text, in secondary
    QDateTime time;                     ///< UTC; valid: the cell is an age or a point in time
    std::optional<base::Health> state;  ///< glyph and colour
    std::optional<base::Health> family; ///< colour only: past a threshold

    friend bool operator==(const Cell&, const Cell&) = default;
};

/// One row, known by its key across refreshes.
struct Line
{
    QString key;
    QList<Cell> cells;

    friend bool operator==(const Line&, const Line&) = default;
};

/// A small table whose rows are given whole each time and told as differences: selection and scroll survive.
class LineModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Align { Left, Right };
    struct Title
    {
        QString text;
        Align align = Align::Left;
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Changes the words only once there are columns; their number stays.
    void setTitles(const QList<Title>& titles);
    /// Keys must be unique; the order is kept.
    void setLines(const QList<Line>& lines);
    const Line& line(int row) const { return m_lines.at(row); }
    int indexOf(const QString& key) const; ///< -1: none
    void tick();                           ///< ages have grown

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void removeMissing(const QSet<QString>& kept);
    void orderLike(const QList<Line>& lines);

    QList<Title> m_titles;
    QList<Line> m_lines;
};

/// A count of bytes, a number, an age: cells that know how they are written.
Cell textCell(const QString& serverText, qsizetype longest = 256);
Cell stateCell(base::Health family, const QString& serverText);
Cell timeCell(const QDateTime& when);
Cell durationCell(qint64 ms);
Cell bytesCell(qint64 bytes);
Cell countCell(qint64 count);

} // namespace deployment
