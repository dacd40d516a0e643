#pragma once

#include "ui/editor/problem.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

class QTextDocument;

namespace editor {

/// Something that happened to a text: `removed` units at `position` became `added`.
struct TextChange
{
    qsizetype position = 0, removed = 0;
    QString added;
};

/// Keeps looking for what is wrong with a text while somebody edits it, and looks anew only at the documents that
/// changed. It does so aside of the user interface, unless that would take longer than the small part of a frame that a
/// small change of a small text needs.
class Checker : public QObject
{
    Q_OBJECT
public:
    Checker(QTextDocument& text, std::shared_ptr<const manifest::Linter> linter, QObject* parent);
    ~Checker() override;

    bool isBusy() const { return m_isRunning || m_pause.isActive(); } ///< the last word is not said yet
    /// Looks anew, with another one.
    void setLinter(std::shared_ptr<const manifest::Linter> linter);
    /// How long a check may keep the user interface, as far as the last one tells; at first 2 ms.
    void setBudget(std::chrono::microseconds budget) { m_budget = budget; }
    /// Forgets what is known, for example when the language has changed.
    void startAnew();

signals:
    /// Places are those of the text as it is now.
    void checked(const editor::Checked& found);

private:
    void note(int position, int removed, int added);
    void runSoon();
    void run();
    bool isQuick() const;
    void finish(Checked found);

    QTextDocument& m_text;
    std::shared_ptr<const manifest::Linter> m_linter;
    std::shared_ptr<manifest::LintMemory> m_memory;
    std::shared_ptr<manifest::LintMemory> m_used; ///< at the last check; null: there was none
    std::shared_ptr<QString>
        m_copy;                  ///< of the text, without the changes that are not handed over; of one check at a time
    qsizetype m_size = 0;        ///< of the copy, with them
    QList<TextChange> m_changes; ///< that are not handed over
    QTimer m_pause;
    QElapsedTimer m_sinceLast; ///< check
    std::chrono::microseconds m_took{};
    std::chrono::microseconds m_budget{2'000};
    bool m_isRunning = false;
    bool m_isOutdated = false;
};

/// Pure: looks at a text. What `memory` knows of it is not looked at again.
Checked checkedText(const QString& text, const manifest::Linter& linter, manifest::LintMemory& memory);

/// Moves what was found along with a change of the text: `removed` units at `position` became `added`.
void shift(QList<Problem>& problems, qsizetype position, qsizetype removed, qsizetype added);

/// The text of a document as it is, with every character kept.
QString rawText(const QTextDocument& document);
/// The same of `size` units of it from `position` on, as far as there are so many.
QString rawText(const QTextDocument& document, int position, int size);

} // namespace editor
