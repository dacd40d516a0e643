#include "core/snapshot/compatibility.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <bit>

using namespace Qt::StringLiterals;

namespace snapshot {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(snapshot::Text)
};

using Kind = OperatorFit::Kind;
using Verdict = Compatibility::Verdict;

constexpr int leastDefault = 128; // KeyGroupRangeAssignment.DEFAULT_LOWER_BOUND_MAX_PARALLELISM
constexpr int mostKeyGroups = 32768;

/// The newest format of `_metadata` that a Flink reads; nothing: its version is not known.
std::optional<int> newestReadBy(const QString& flinkVersion)
{
    static const QRegularExpression form(u"^([0-9]{1,4})\\.([0-9]{1,4})"_s);
    const QRegularExpressionMatch match = form.match(flinkVersion);
    if (!match.hasMatch())
        return std::nullopt;
    const int major = match.captured(1).toInt();
    const int minor = match.captured(2).toInt();
    if (major >= 2)
        return major > 2 || minor >= 1 ? 6 : 5;
    return minor >= 15 ? 4 : minor >= 11 ? 3 : 2;
}

/// Flink joins the names of chained operators with an arrow, and puts sources that are chained to several inputs into
/// brackets. A name without either is of one operator alone.
bool mayBeChain(const JobVertex& vertex)
{
    return vertex.name.isEmpty() || vertex.name.contains(u"->") || vertex.name.contains(u'[');
}

Kind kindOf(const Operator& of, const JobVertex& vertex)
{
    if (vertex.parallelism <= 0)
        return Kind::NotTold;
    if (of.maxParallelism < vertex.parallelism)
        return Kind::TooParallel;
    if (vertex.maxParallelism <= 0)
        return Kind::NotTold;
    if (vertex.maxParallelism == of.maxParallelism)
        return Kind::Fits;
    return vertex.maxParallelism == defaultMaxParallelism(vertex.parallelism) ? Kind::MaxUndetermined
                                                                              : Kind::MaxParallelism;
}

/// Of an operator that begins no vertex. Where it has no state, its max parallelism still counts if it is in a chain.
Kind kindOf(const Operator& of, const JobGraph& job)
{
    const bool isStateless = totalOf(of).handles == 0;
    const bool mayBeChained = std::ranges::any_of(job.vertices, [&](const JobVertex& vertex) {
        return mayBeChain(vertex) && !(isStateless && kindOf(of, vertex) == Kind::Fits);
    });
    if (mayBeChained || job.vertices.isEmpty())
        return Kind::NotTold;
    return isStateless ? Kind::Stateless : Kind::Absent;
}

Verdict verdictOf(const Compatibility& compatibility)
{
    const auto has = [&](Kind kind) { return std::ranges::count(compatibility.operators, kind, &OperatorFit::kind); };
    if (compatibility.isTooNew || has(Kind::TooParallel) || has(Kind::MaxParallelism))
        return Verdict::Incompatible;
    if (has(Kind::NotTold) || has(Kind::MaxUndetermined))
        return Verdict::Unknown;
    return has(Kind::Absent) ? Verdict::WithAllowNonRestored : Verdict::Compatible;
}

QString matchedText(Kind kind, const Operator& of, const JobVertex& vertex)
{
    switch (kind) {
    case Kind::TooParallel:
        return Text::tr("The job runs it with parallelism %1, above the max parallelism %2 of the snapshot: Flink "
                        "refuses.")
            .arg(vertex.parallelism)
            .arg(of.maxParallelism);
    case Kind::MaxParallelism:
        return Text::tr(
                   "The snapshot has max parallelism %1, the job %2, which is not what Flink chooses by itself: it "
                   "refuses, unless the job took it over from the state it began with.")
            .arg(of.maxParallelism)
            .arg(vertex.maxParallelism);
    case Kind::MaxUndetermined:
        return Text::tr("The snapshot has max parallelism %1, the job %2. If Flink chose the job's, it takes that of "
                        "the snapshot; if somebody set it, it refuses. The job does not tell which.")
            .arg(of.maxParallelism)
            .arg(vertex.maxParallelism);
    case Kind::Fits:
    case Kind::Stateless:
    case Kind::Absent:
    case Kind::NotTold:
        break;
    }
    return Text::tr("The job does not tell its parallelism or max parallelism.");
}

} // namespace

int defaultMaxParallelism(int parallelism)
{
    const auto wanted = unsigned(std::min(parallelism, mostKeyGroups));
    return std::clamp(int(std::bit_ceil(wanted + wanted / 2)), leastDefault, mostKeyGroups);
}

Compatibility fit(const Metadata& metadata, const JobGraph& job)
{
    QHash<QString, qsizetype> heads;
    for (qsizetype i = 0; i < job.vertices.size(); ++i)
        heads.insert(job.vertices[i].id.toLower(), i);
    QHash<QString, qsizetype> left = heads;
    Compatibility compatibility;
    compatibility.isTooNew = metadata.version > newestReadBy(job.flinkVersion).value_or(metadata.version);
    for (const Operator& each : metadata.operators) {
        const auto found = heads.constFind(each.id);
        if (found != heads.constEnd()) {
            compatibility.operators.append({kindOf(each, job.vertices[*found]), *found});
            left.remove(each.id);
        } else {
            compatibility.operators.append({kindOf(each, job), std::nullopt});
        }
    }
    compatibility.newVertices = left.values();
    std::ranges::sort(compatibility.newVertices);
    compatibility.verdict = verdictOf(compatibility);
    return compatibility;
}

QString textOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Compatible:
        return Text::tr("Compatible: the job takes up every operator that has state. Whether it still reads its types, "
                        "only Flink can tell.");
    case Verdict::WithAllowNonRestored:
        return Text::tr("Only if state may be left out (allowNonRestoredState): the job does not have all operators of "
                        "the snapshot that have state.");
    case Verdict::Incompatible:
        return Text::tr("Incompatible: Flink refuses to restore this snapshot in this job.");
    case Verdict::Unknown:
        return Text::tr("Not known: nothing speaks against it, but the job does not tell enough.");
    }
    return {};
}

QString textOf(const OperatorFit& fit, const Operator& of, const JobGraph& job)
{
    switch (fit.kind) {
    case Kind::Fits:
        return Text::tr("The job has it, with the same max parallelism.");
    case Kind::Stateless:
        return Text::tr("It has no state: nothing of it is to be restored.");
    case Kind::Absent:
        return Text::tr("The job does not have it: its state is left out.");
    case Kind::NotTold:
        if (!fit.vertex)
            return Text::tr("No vertex of the job begins with it. It may stand further on in a chain, which Flink's "
                            "REST does not tell, or be gone.");
        [[fallthrough]];
    case Kind::TooParallel:
    case Kind::MaxParallelism:
    case Kind::MaxUndetermined:
        return matchedText(fit.kind, of, job.vertices[*fit.vertex]);
    }
    return {};
}

} // namespace snapshot
