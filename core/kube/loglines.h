#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <deque>

namespace kube {

/// One line of a log. Its text is the container's: make it visible before showing it.
struct LogLine
{
    qint64 time = 0;    ///< nanoseconds since 1970 UTC; 0: the line had no time
    QString text;       ///< without time and line break; invalid UTF-8 as U+FFFD
    bool isCut = false; ///< it was longer, only its beginning is kept

    friend bool operator==(const LogLine&, const LogLine&) = default;
};

/// Where a log was read to. A server counts in whole seconds when asked to go on, so the lines of the last second are
/// remembered, to be told from new ones.
struct LogPosition
{
    qint64 second = -1;               ///< the newest that was seen; -1: nothing yet
    QHash<size_t, int> seen;          ///< lines of that second or later, by hash, and how often
    QHash<size_t, int> replayed = {}; ///< of these, what a taken-up log may still repeat

    /// From now on the log is read again from `second`.
    void rewind() { replayed = seen; }
};

struct ParsedLog
{
    QList<LogLine> lines;
    LogPosition position;
};

/// The most of one line that is kept, in bytes.
constexpr qsizetype longestLogLine = 256 * 1024;

/// Reads whole lines with times in front, as a LineBuffer gives them; pure, for the background. Lines that `position`
/// knows from before are left out.
ParsedLog parseLog(const QByteArray& lines, LogPosition position);

/// The last lines of a log, as many as fit into a number of bytes.
class LogBuffer
{
public:
    explicit LogBuffer(qint64 mostBytes)
        : m_mostBytes(mostBytes)
    {
    }

    /// How many lines left at the beginning; lines that would leave at once count as never added.
    struct Change
    {
        qsizetype added = 0, dropped = 0;
    };
    Change append(QList<LogLine> lines);

    qsizetype size() const { return qsizetype(m_lines.size()); }
    const LogLine& at(qsizetype index) const { return m_lines[size_t(index)]; }
    qint64 bytes() const { return m_bytes; }
    qint64 droppedLines() const { return m_dropped; } ///< since the beginning

private:
    qint64 m_mostBytes;
    qint64 m_bytes = 0, m_dropped = 0;
    std::deque<LogLine> m_lines;
};

} // namespace kube
