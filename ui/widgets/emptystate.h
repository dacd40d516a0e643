#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <chrono>

class QLabel;
class QPushButton;

namespace widgets {

class PlainLabel;

/// What stands where nothing can be shown, and why: there is nothing, it may not be seen, it cannot be reached, it
/// cannot be read, or a filter hides it. Five different things, never one for another.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { None, NotPermitted, Unreachable, Unreadable, Filtered };

    explicit EmptyState(QWidget* parent = nullptr);

    /// `sentence` says what is missing and what to do, translated; `button` empty: no button.
    void showNone(const QString& sentence, const QString& button = {});
    /// `verb`: what is not allowed, e.g. "list flinkdeployments in payments".
    void showNotPermitted(const QString& verb, const QString& button = {});
    /// `lastSeen` UTC: when there was last contact; invalid: never.
    void showUnreachable(const QString& problem, const QDateTime& lastSeen, const QString& button);
    /// `problem`: what is wrong with what is there; `where`: of which file.
    void showUnreadable(const QString& problem, const QString& where, const QString& button);
    /// `hidden`: how many the filter hides. The button clears the filter.
    void showFiltered(qsizetype hidden);

    Kind kind() const { return m_kind; }
    QString sentence() const;

signals:
    void actionRequested(); ///< the button: clear the filter, try again, …

private:
    void present(Kind kind, const QString& sentence, const QString& more, const QString& button);
    void drawSign();

    Kind m_kind = Kind::None;
    QLabel* m_sign;
    PlainLabel* m_sentence;
    PlainLabel* m_more;
    QPushButton* m_button;
};

} // namespace widgets
