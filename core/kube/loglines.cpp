#include "core/kube/loglines.h"

#include "core/kube/linebuffer.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <limits>
#include <optional>

namespace kube {

namespace {

constexpr qint64 nanosecondsPerSecond = 1'000'000'000;
/// Until the year 2262: more nanoseconds cannot be counted.
constexpr qint64 mostSeconds = std::numeric_limits<qint64>::max() / nanosecondsPerSecond - 1;

/// What a line costs beside its characters: the entry in the queue and the string's own header.
qint64 costOf(const LogLine& line)
{
    return qint64(sizeof(LogLine)) + 24 + line.text.size() * qint64(sizeof(QChar));
}

std::optional<int> digits(QByteArrayView text, qsizetype at, qsizetype count)
{
    if (at + count > text.size())
        return {};
    int number = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return {};
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

/// "2025-01-02T03:04:05", always 19 characters; seconds since 1970 as if it were UTC.
std::optional<qint64> secondsOf(QByteArrayView text)
{
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second || text[10] != 'T')
        return {};
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(unsigned(*month)),
                                           std::chrono::day(unsigned(*day))};
    if (!date.ok())
        return {};
    const qint64 days = std::chrono::sys_days(date).time_since_epoch().count();
    return ((days * 24 + *hour) * 60 + *minute) * 60 + *second;
}

/// The offset behind the fraction: "Z", "+09:00".
std::optional<qint64> offsetOf(QByteArrayView text)
{
    if (text == "Z")
        return 0;
    const auto hours = digits(text, 1, 2), minutes = digits(text, 4, 2);
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || !hours || !minutes)
        return {};
    const qint64 seconds = (*hours * 60 + *minutes) * 60;
    return text[0] == '-' ? -seconds : seconds;
}

/// RFC 3339 with up to nine digits behind the second, as container runtimes write it.
std::optional<qint64> timeOf(QByteArrayView text)
{
    const auto seconds = secondsOf(text);
    if (!seconds)
        return {};
    qsizetype end = 19;
    qint64 fraction = 0;
    if (end < text.size() && text[end] == '.') {
        qint64 unit = nanosecondsPerSecond;
        while (++end < text.size() && text[end] >= '0' && text[end] <= '9') {
            unit /= 10;
            fraction += (text[end] - '0') * unit;
        }
    }
    const auto offset = offsetOf(text.sliced(end));
    if (!offset || std::abs(*seconds - *offset) > mostSeconds)
        return {};
    return (*seconds - *offset) * nanosecondsPerSecond + fraction;
}

LogLine lineOf(QByteArrayView raw)
{
    LogLine line;
    if (raw.startsWith(LineBuffer::cutMark)) {
        line.isCut = true;
        raw = raw.sliced(1);
    }
    if (raw.endsWith('\r'))
        raw.chop(1);
    const qsizetype blank = raw.first(std::min<qsizetype>(raw.size(), 40)).indexOf(' ');
    const std::optional<qint64> time = timeOf(blank < 0 ? raw : raw.first(blank));
    if (time) {
        line.time = *time;
        raw = blank < 0 ? QByteArrayView() : raw.sliced(blank + 1);
    }
    if (raw.size() > longestLogLine) {
        line.isCut = true;
        raw = raw.first(longestLogLine);
    }
    line.text = QString::fromUtf8(raw);
    return line;
}

/// Whether the line is new; remembers it.
bool take(LogPosition& position, const LogLine& line, QByteArrayView raw)
{
    if (line.time == 0)
        return true;
    const qint64 second = line.time / nanosecondsPerSecond;
    if (second > position.second) {
        position.second = second;
        position.seen.clear();
    }
    const size_t hash = qHash(raw);
    const auto replayed = position.replayed.find(hash);
    if (replayed != position.replayed.end()) {
        if (--replayed.value() == 0)
            position.replayed.erase(replayed);
        return false;
    }
    if (second == position.second)
        ++position.seen[hash];
    return true;
}

} // namespace

ParsedLog parseLog(const QByteArray& lines, LogPosition position)
{
    ParsedLog parsed;
    parsed.position = std::move(position);
    const QByteArrayView all(lines);
    for (qsizetype begin = 0; begin < all.size();) {
        const qsizetype found = all.indexOf('\n', begin);
        const qsizetype end = found < 0 ? all.size() : found;
        const QByteArrayView raw = all.sliced(begin, end - begin);
        begin = end + 1;
        LogLine line = lineOf(raw);
        if (take(parsed.position, line, raw))
            parsed.lines.append(std::move(line));
    }
    return parsed;
}

LogBuffer::Change LogBuffer::append(QList<LogLine> lines)
{
    Change change;
    const qsizetype before = size();
    for (LogLine& line : lines) {
        m_bytes += costOf(line);
        m_lines.push_back(std::move(line));
    }
    qsizetype left = 0;
    while (m_bytes > m_mostBytes && m_lines.size() > 1) {
        m_bytes -= costOf(m_lines.front());
        m_lines.pop_front();
        ++left;
    }
    m_dropped += left;
    change.dropped = std::min(left, before);
    change.added = lines.size() - (left - change.dropped);
    return change;
}

} // namespace kube
