#pragma once

#include "core/base/health.h"
#include "core/base/observed.h"
#include "core/flink/clusterobserver.h"
#include "core/flink/deployment.h"
#include "core/flink/pod.h"

#include <QList>

#include <chrono>
#include <memory>

namespace health {

/// Everything known about one deployment, each with its time. What was not asked is empty Observed.
struct Evidence
{
    /// The custom resource, shared because fleets are judged all the time; a known one is not null. Not asked for a
    /// bare endpoint.
    base::Observed<std::shared_ptr<const flink::Deployment>> resource;
    base::Observed<QList<flink::JobOverview>> jobs;
    base::Observed<flink::JobDetail> detail;
    base::Observed<flink::CheckpointHistory> checkpoints;
    base::Observed<flink::CheckpointConfig> checkpointConfig;
    base::Observed<flink::ExceptionHistory> exceptions;
    base::Observed<qint64> restarts;
    base::Observed<QList<flink::Pod>> pods;
    QDateTime now; ///< UTC
    /// So long an answer of Flink or about the pods is believed when there is no word of trouble: longer where they are
    /// asked seldom.
    std::chrono::milliseconds believedFor{120'000};
};

enum class Source { CustomResource, FlinkRest, Pods };

/// What one source says about one fact; `text` empty with a problem: not known; empty without: not reported by this
/// source.
struct Statement
{
    Source source = Source::CustomResource;
    QString text;
    base::Health family = base::Health::Unknown; ///< for the glyph
    bool colored = false;                        ///< whether the family is meant to be shown
    QDateTime observedAt;
    QString problem;
};

/// One row of the truth panel.
struct Fact
{
    QString name;
    QList<Statement> statements;
    bool disagree = false;
};

/// The judgement over a deployment: never one field of one source. It names the sources it rests on, and those that
/// could still refute it: where the same sources were heard, everybody who judges says the same.
struct Verdict
{
    base::Health health = base::Health::Unknown;
    QList<Source> judgedOn; ///< whose word was there and current
    QList<Source> notHeard; ///< who could refute it, but was not asked, has not answered yet, or may not be asked
    QString summary;        ///< one sentence: the cause as far as it is known
    QList<QString> reasons; ///< evidence, most important first
    QString jobState;       ///< the state we believe, with its source in jobStateSource
    std::optional<Source> jobStateSource;
    bool sourcesDisagree = false;
    QString trust; ///< one sentence: whom we believe and why; empty when they agree
    QList<Fact> facts;

    /// It claims something, and a source that could refute it was not heard.
    bool isTentative() const { return health != base::Health::Unknown && !notHeard.isEmpty(); }
};

/// One sentence about sources that were not heard; empty: there are none.
QString caveatOf(const QList<Source>& notHeard);

/// Pure. Newer beats older; Flink's REST beats the operator's sample of it; pods beat both about pods
/// (the operator samples every reconcile and its STABLE and READY do not fall back).
Verdict assess(const Evidence& evidence);
/// The same judgement without its facts, for tables of many.
Verdict judge(const Evidence& evidence);

} // namespace health
