#pragma once

#include "core/kube/loglines.h"

#include <QObject>
#include <QRegularExpression>

#include <deque>
#include <optional>

namespace deployment {

/// How urgent a line of a log says it is.
enum class Severity { None, Debug, Info, Warning, Error };
/// Read from the words log4j and logback write near the beginning of a line.
Severity severityOf(QStringView line);

/// What a search field's text looks for, without regard to case. Invalid: not a regular expression. Its steps are
/// limited, so that no expression can hold a line for long.
enum class SearchKind { Words, Expression };
QRegularExpression searchFor(const QString& text, SearchKind kind);

/// Which lines of a LogBuffer are shown, and which of these a search finds. Lines are read in the background, and only
/// when somebody filters or searches. A shown line is a row; a line without a severity has that of the line before it.
class LogIndex : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void setBuffer(const kube::LogBuffer* buffer); ///< null: empty; must live until replaced
    void linesCame(qsizetype dropped);             ///< lines were added, after `dropped` left at the beginning
    void setLeast(Severity least);                 ///< lines below it are not shown; None: all are
    Severity least() const { return m_least; }
    void setSearch(const QRegularExpression& search); ///< empty or invalid: none
    const QRegularExpression& search() const { return m_search; }

    qsizetype rows() const;
    const kube::LogLine& line(qsizetype row) const;
    /// The number of a row's line, counted from the first line there ever was: it stays when lines leave.
    qint64 numberOf(qsizetype row) const;
    /// The row of this line, or of the next that is shown; rows() when there is none.
    qsizetype rowOf(qint64 number) const;

    qsizetype matches() const { return qsizetype(m_matches.size()); }
    enum class Direction { Forward, Backward };
    /// The next line found from `number` on, going round the ends; `number` unset: from the end or the beginning.
    std::optional<qint64> nextMatch(std::optional<qint64> number, Direction direction) const;
    bool isReading() const { return m_isReading; } ///< not all lines have been looked at yet

signals:
    void changed(qsizetype droppedRows); ///< rows left at the beginning, and others may have come at the end
    void matchesChanged();

private:
    struct Batch
    {
        qint64 first = 0;
        Severity last = Severity::None; ///< of the line before, afterwards of the last one
        QList<bool> isShown, isMatch;
    };

    bool needsReading() const { return m_least != Severity::None || m_isSearching; }
    enum class Rows { Keep, Clear };
    void restart(Rows rows);
    void readNext();
    void take(const Batch& batch);
    static Batch read(Batch batch, const QList<QString>& lines, Severity least,
                      const std::optional<QRegularExpression>& search);

    const kube::LogBuffer* m_buffer = nullptr;
    Severity m_least = Severity::None;
    QRegularExpression m_search;
    bool m_isSearching = false, m_isReading = false;
    qint64 m_first = 0;               ///< number of the first line that is kept
    qint64 m_next = 0;                ///< number of the first line not read yet
    Severity m_last = Severity::None; ///< of the line before it
    int m_generation = 0;             ///< of what is wanted
    std::deque<qint64> m_shown;       ///< numbers of the rows; only with a filter
    std::deque<qint64> m_matches;     ///< numbers of shown lines that were found
};

} // namespace deployment
