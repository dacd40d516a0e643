#pragma once

#include "core/health/verdict.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace cli {

enum class Colors { On, Off };

/// Cells a terminal needs for a text: Hangul and other wide characters need two, combining ones none.
int cellWidth(const QString& text);

/// Glyph and word of a verdict: "✓ healthy", "✓ healthy?" where it is not confirmed. Coloured where colours are on.
QString healthText(const health::Verdict& verdict, Colors colors);
/// The word alone, in English: for JSON.
QString healthWord(base::Health health);

/// Aligned columns for people. Texts must be visible ones (base::visibleText).
class Table
{
public:
    explicit Table(QStringList header);

    void add(const QStringList& cells);
    void alignRight(int column);
    /// Lines with a line break each; the header first.
    QString text(Colors colors) const;

private:
    QList<QStringList> m_rows;
    QList<int> m_right;
};

} // namespace cli
