#pragma once

#include <QDialog>

#include <functional>

namespace editor {

/// Asks one thing with a few answers; the first is the one Enter takes, the last leaves everything as it is.
class Question : public QDialog
{
    Q_OBJECT
public:
    Question(const QString& title, const QString& text, const QStringList& answers, QWidget* parent);

    /// Shows it; `answered` is told which, the last also when the dialog is closed.
    void ask(std::function<void(int)> answered);

private:
    std::function<void(int)> m_answered;
    int m_answer;
};

/// Asks for the line to go to, from 1.
void askForLine(QWidget* parent, int current, int last, std::function<void(int)> then);

} // namespace editor
