#include "core/flink/failuregroups.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flink {

namespace {

/// A stack trace this deep into its causes tells no more.
constexpr qsizetype longestTrace = 256 * 1024;

struct Cause
{
    QString type, message;
    QString frame; ///< the first "at …" below it
};

bool isFrame(const QString& line)
{
    return line.startsWith(u"\tat ") || line.trimmed().startsWith(u"at ");
}

/// The innermost "Caused by:", else the first line.
Cause rootCauseOf(const QString& trace)
{
    const QStringList lines = trace.left(longestTrace).split(u'\n');
    qsizetype start = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().startsWith(u"Caused by: "))
            start = i;
    }
    QString head = lines[start].trimmed();
    if (head.startsWith(u"Caused by: "))
        head.remove(0, 11);
    Cause cause;
    cause.type = head.section(u": "_s, 0, 0);
    cause.message = head.section(u": "_s, 1);
    for (qsizetype i = start + 1; i < lines.size() && cause.frame.isEmpty(); ++i) {
        if (isFrame(lines[i]))
            cause.frame = lines[i].trimmed();
    }
    return cause;
}

/// Without what differs from one occurrence to the next: numbers, ids, addresses.
QString withoutAccidents(QString text)
{
    static const QRegularExpression ids(u"\\b[0-9a-fA-F]{8,}\\b"_s);
    static const QRegularExpression numbers(u"[0-9]+"_s);
    return text.replace(ids, u"#"_s).replace(numbers, u"#"_s);
}

QString fingerprintOf(const Cause& cause)
{
    const QString essence =
        cause.type + u'\n' + withoutAccidents(cause.message) + u'\n' + withoutAccidents(cause.frame);
    return QString::fromLatin1(QCryptographicHash::hash(essence.toUtf8(), QCryptographicHash::Sha256).toHex().left(12));
}

void add(const ExceptionEntry& entry, QList<FailureGroup>& groups)
{
    const Cause cause = rootCauseOf(entry.stackTrace.isEmpty() ? entry.exceptionName : entry.stackTrace);
    const QString fingerprint = fingerprintOf(cause);
    auto group = std::ranges::find(groups, fingerprint, &FailureGroup::fingerprint);
    if (group == groups.end()) {
        groups.append({fingerprint, 0, entry.at, {}, cause.type, cause.message, {}, {}, {}});
        group = groups.end() - 1;
    }
    ++group->count;
    group->firstSeen = std::min(group->firstSeen, entry.at);
    if (!group->lastSeen.isValid() || entry.at > group->lastSeen) {
        group->lastSeen = entry.at;
        group->task = entry.taskName;
        group->taskManager = entry.taskManagerId.isEmpty() ? entry.endpoint : entry.taskManagerId;
        group->stackTrace = entry.stackTrace;
    }
}

} // namespace

QList<FailureGroup> groupFailures(const ExceptionHistory& history)
{
    QList<FailureGroup> groups;
    for (const ExceptionEntry& entry : history.entries) {
        add(entry, groups);
        for (const ExceptionEntry& other : entry.concurrent)
            add(other, groups);
    }
    std::ranges::stable_sort(groups, std::ranges::greater(), &FailureGroup::lastSeen);
    return groups;
}

} // namespace flink
