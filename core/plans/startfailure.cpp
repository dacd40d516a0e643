#include "core/plans/startfailure.h"

#include "core/base/visibletext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace plans {

using namespace Qt::StringLiterals;
using Kind = StartFailure::Kind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(plans::Text)
};

constexpr int longestCause = 500;

/// The exception that was thrown last, with its causes: from its own line to the end.
QString lastThrown(const QString& text)
{
    static const QRegularExpression thrown(
        u"^(?!Caused by: )(?:[a-zA-Z_$][\\w$]*[.])+[A-Z][\\w$]*(?:Exception|Error|Failure)\\b"_s,
        QRegularExpression::MultilineOption);
    qsizetype from = 0;
    for (auto found = thrown.globalMatch(text); found.hasNext();)
        from = found.next().capturedStart();
    return text.sliced(from);
}

/// The last line that begins an exception or one of its causes.
QString lastCause(const QString& text)
{
    static const QRegularExpression thrown(
        u"^(?:\\s*Caused by: )?((?:[a-zA-Z_$][\\w$]*[.])+[A-Z][\\w$]*(?:Exception|Error|Failure)\\b.*)$"_s,
        QRegularExpression::MultilineOption);
    QString last;
    for (auto found = thrown.globalMatch(text); found.hasNext();)
        last = found.next().captured(1);
    return last.trimmed();
}

bool has(const QString& text, const QString& pattern)
{
    return text.contains(QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption));
}

/// Whether it was thrown while a snapshot was being read; not while one was being made.
bool isOfRestore(const QString& thrown)
{
    return has(thrown, u"Cannot find checkpoint or savepoint|Cannot find meta data file|Checkpoints\\.load|"
                       "resolveCheckpointPointer|CompletedCheckpointStore|state handle is broken|"
                       "restoreSavepoint|restoreLatestCheckpointedState|StreamOperatorStateContext|"
                       "Could not restore|RestoreOperation|BackendRestorer|StateAssignmentOperation"_s);
}

Kind kindOf(const QString& thrown, const QString& cause)
{
    if (has(thrown, u"Failed to rollback to checkpoint/savepoint|StateMigrationException|"
                    "maximum parallelism \\(\\d+\\) of the restored state|Unexpected state handle type|"
                    "new (state|key|namespace) serializer .* incompatible"_s))
        return Kind::Incompatible;
    if (!isOfRestore(thrown))
        return Kind::Other;
    if (has(cause, u"AccessDenied|Access Denied|Permission denied|Forbidden|status code: 403"_s))
        return Kind::NotPermitted;
    if (has(cause, u"FileNotFound|NoSuchFile|NoSuchKey|Cannot find (checkpoint|meta data)|status code: 404"_s))
        return Kind::Missing;
    if (has(cause, u"EOFException|magic number|Unexpected format|Corrupt|UTFDataFormat|StreamCorrupted|"
                   "Cannot (read|deserialize)|Unknown (version|handle)|unexpected end"_s))
        return Kind::Unreadable;
    return Kind::Other;
}

} // namespace

StartFailure startFailureOf(const QString& text)
{
    const QString thrown = lastThrown(text), cause = lastCause(thrown);
    return {cause.isEmpty() ? Kind::Other : kindOf(thrown, cause), base::visibleText(cause, longestCause)};
}

QString startFailureWord(Kind kind)
{
    switch (kind) {
    case Kind::Other:
        return {};
    case Kind::Missing:
        return u"missing"_s;
    case Kind::Unreadable:
        return u"unreadable"_s;
    case Kind::Incompatible:
        return u"incompatible"_s;
    case Kind::NotPermitted:
        return u"notPermitted"_s;
    }
    return {};
}

QString startFailureText(Kind kind)
{
    switch (kind) {
    case Kind::Other:
        return {};
    case Kind::Missing:
        return Text::tr("The snapshot, or a file of it, is not there.");
    case Kind::Unreadable:
        return Text::tr("The snapshot cannot be read.");
    case Kind::Incompatible:
        return Text::tr("The snapshot does not fit the job.");
    case Kind::NotPermitted:
        return Text::tr("The storage does not let Flink read the snapshot.");
    }
    return {};
}

} // namespace plans
