#pragma once

#include "ui/theme/theme.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>

namespace snapshots {

/// One value of a table.
struct Cell
{
    QString text;           ///< safe to show
    QString exact = {};     ///< for copies; empty: `text`
    QString hint = {};      ///< tooltip; empty: what a copy would be
    QString secondary = {}; ///< after the text, in secondary
    std::optional<theme::Glyph> glyph = {};
};

/// The head of one column.
struct Title
{
    enum class Align { Left, Right };

    QString key; ///< stable, for the settings
    QString text;
    Align align = Align::Left;
    QString hint = {}; ///< tooltip
};

/// A table of one snapshot's parts, made for a hundred thousand rows: cells are made when they are asked for, order and
/// search do without them.
class Sheet : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// `columns`: how many titles there are, in every language.
    explicit Sheet(int columns, QObject* parent = nullptr);

    virtual bool isLess(int column, int left, int right) const = 0;
    /// What a filter searches in.
    virtual QString searched(int row) const = 0;
    void retranslate(); ///< the language has changed

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    enum class Rows {
        Same, ///< each stands for what it stood for
        Other,
    };
    /// Lets `take` change what the rows are made of; afterwards there are `count`.
    void exchange(Rows rows, int count, const std::function<void()>& take);

    virtual QList<Title> titles() const = 0;
    virtual Cell cell(int row, int column) const = 0;

private:
    const int m_columns; ///< asked for at each comparison of two rows
    int m_count = 0;
};

/// A number of bytes, exact when it is copied.
Cell bytesCell(qint64 bytes);
/// A number.
Cell countCell(qint64 count);

} // namespace snapshots
