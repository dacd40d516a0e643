#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace widgets {
class PlainLabel;
}

namespace practice {

/// A glyph, a text of as many lines as it needs, the state in a word, and at most one thing to do.
class StatedRow : public QWidget
{
    Q_OBJECT
public:
    explicit StatedRow(QWidget* parent = nullptr);

    /// No glyph: there is nothing to say about it yet.
    void showState(std::optional<theme::Glyph> glyph, const QString& text, const QString& word);
    void setAction(const QString& text); ///< empty: none
    QString text() const;
    QPushButton* action() const { return m_action; }

private:
    void dress();

    std::optional<theme::Glyph> m_glyph;
    QLabel* m_sign;
    widgets::PlainLabel* m_text;
    widgets::PlainLabel* m_word;
    QPushButton* m_action;
};

/// Gives `rows`, which has a QBoxLayout, as many StatedRows; those that are new are answered.
QList<StatedRow*> fitRows(QWidget* rows, qsizetype count);
StatedRow* rowAt(QWidget* rows, qsizetype row);

} // namespace practice
