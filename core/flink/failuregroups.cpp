#include "core/flink/failuregroups.h"

#include "core/flink/knowncauses.h"
#include "core/flink/stacktrace.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flink {

namespace {

/// Calls of the user's program that tell one place of failure from another.
constexpr int callsThatCount = 8;

/// Without what differs from one occurrence to the next: ids, addresses, numbers, names that the compiler made up.
QString withoutAccidents(QString text)
{
    static const QRegularExpression lambdas(u"\\$\\$Lambda[^.(\\s]*|lambda\\$[\\w$]*"_s);
    static const QRegularExpression ids(
        u"\\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b|\\b[0-9a-fA-F]{8,}\\b|@[0-9a-f]+\\b"_s);
    static const QRegularExpression numbers(u"[0-9]+"_s);
    return text.replace(lambdas, u"lambda"_s).replace(ids, u"#"_s).replace(numbers, u"#"_s);
}

/// Flink and Java's futures hand a failure on in exceptions of their own, not every time in the same ones: the last of
/// all is wrapped once more when there is no restart left.
bool isWrapper(const QString& type)
{
    return type.startsWith(u"org.apache.flink.") || type.startsWith(u"java.util.concurrent.");
}

QString fingerprintOf(const QList<TraceCause>& causes)
{
    QStringList essence;
    QStringList calls;
    for (const TraceCause& cause : causes) {
        if (&cause == &causes.last() || !isWrapper(cause.type))
            essence.append(withoutAccidents(cause.type));
        for (const QString& frame : cause.frames) {
            if (calls.size() < callsThatCount && isOwnFrame(frame))
                calls.append(withoutAccidents(frame));
        }
    }
    if (calls.isEmpty()) {
        const TraceCause root = causes.value(causes.size() - 1);
        calls = {withoutAccidents(root.message), withoutAccidents(root.frames.value(0))};
    }
    const QByteArray text = (essence + calls).join(u'\n').toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(12));
}

void add(const ExceptionEntry& entry, QList<FailureGroup>& groups)
{
    const QString& trace = entry.stackTrace.isEmpty() ? entry.exceptionName : entry.stackTrace;
    const QList<TraceCause> causes = causesOf(trace);
    const QString fingerprint = fingerprintOf(causes);
    auto group = std::ranges::find(groups, fingerprint, &FailureGroup::fingerprint);
    if (group == groups.end()) {
        const TraceCause root = causes.value(causes.size() - 1);
        FailureGroup one;
        one.fingerprint = fingerprint;
        one.rootCause = root.type;
        one.message = root.message;
        groups.append(one);
        group = groups.end() - 1;
    }
    ++group->count;
    if (entry.at.isValid()) {
        group->times.append(entry.at);
        group->firstSeen = group->firstSeen.isValid() ? std::min(group->firstSeen, entry.at) : entry.at;
    }
    if (!group->lastSeen.isValid() || entry.at > group->lastSeen) {
        group->lastSeen = entry.at;
        group->task = entry.taskName;
        group->taskManager = entry.taskManagerId.isEmpty() ? entry.endpoint : entry.taskManagerId;
        group->endpoint = entry.endpoint;
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
    for (FailureGroup& group : groups) {
        std::ranges::sort(group.times);
        if (const auto known = knownCauseOf(group.stackTrace.isEmpty() ? group.rootCause : group.stackTrace))
            group.knownCause = known->id;
    }
    std::ranges::stable_sort(groups, std::ranges::greater(), &FailureGroup::lastSeen);
    return groups;
}

} // namespace flink
