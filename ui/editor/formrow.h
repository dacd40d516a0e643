#pragma once

#include "core/manifest/form.h"
#include "ui/editor/problem.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace widgets {
class PlainLabel;
} // namespace widgets

namespace editor {

/// One field of the form: its name, its value, the line it stands in, and what is wrong with it.
class FormRow : public QWidget
{
    Q_OBJECT
public:
    FormRow(const manifest::FormField& field, QWidget* parent);

    /// The same field as the text has it now; `line` from 1, 0: it is not written. What the user is typing stays.
    void present(const manifest::FormField& field, int line);
    void setProblems(const QList<Problem>& problems);
    /// Says why a value was not written.
    void refuse(const QString& why);
    /// While the document cannot be read: the last values, and nothing to change.
    void setFrozen(bool isFrozen);

    const manifest::FormField& field() const { return m_field; }
    QWidget* editor() const { return m_editor; }
    QString shownValue() const;
    QString problemText() const;
    int nameWidth() const; ///< what its name takes beside the value; 0: it stands above
    void setNameWidth(int width);
    /// Writes what is typed, as leaving the field does.
    void commit();

signals:
    void changed(const QString& value); ///< the user wants this value; empty: none
    void lineWanted();
    void entered();
    void undoWanted(); ///< there is nothing more to undo in the field itself
    void redoWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    bool isLong() const;
    void makeEditor();
    void makeLine();
    void makeChoice();
    void makeLines();
    bool takeKey(QKeyEvent* event);
    void fill();
    void fillChoice();
    void putBack();
    void check();
    void showTrouble();
    QString absentText() const;
    bool isBeingTyped() const;

    manifest::FormField m_field;
    QList<Problem> m_problems;
    QString m_refusal;
    bool m_isFrozen = false;
    QGridLayout* m_grid;
    widgets::PlainLabel* m_name;
    QWidget* m_editor = nullptr;
    QLineEdit* m_line = nullptr;
    QComboBox* m_choice = nullptr;
    QPlainTextEdit* m_lines = nullptr;
    QToolButton* m_place;
    widgets::PlainLabel* m_trouble;
};

} // namespace editor
