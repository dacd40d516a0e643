#include "core/plans/diagnosis.h"

#include "core/base/visibletext.h"
#include "core/manifest/liveobject.h"
#include "core/manifest/spec.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace plans {

using namespace Qt::StringLiterals;
using Kind = Diagnosis::Kind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(plans::Text)
};

class Diagnosing
{
public:
    explicit Diagnosing(const Clues& clues)
        : m_clues(clues)
        , m_object(manifest::LiveObject::from(clues.live).value_or(manifest::LiveObject()))
    {
    }

    Diagnosis made()
    {
        m_made.kind = kind();
        if (!m_object.error.isEmpty())
            tell(Text::tr("The operator reports: %1").arg(base::visibleText(m_object.error, longest)));
        return m_made;
    }

private:
    static constexpr qsizetype longest = 400;

    Kind kind()
    {
        if (const flink::JobOverview* job = ownJob(); job && job->state == u"RUNNING") {
            tell(Text::tr("Flink reports job %1 as RUNNING.").arg(base::visibleText(job->id)));
            return Kind::Running;
        }
        if (isStateDamaged())
            return Kind::StateDamaged;
        if (isClusterLost())
            return Kind::ClusterLost;
        return isJobFailed() ? Kind::JobFailed : Kind::Unknown;
    }

    /// What the operator calls its job; of an application the only one.
    const flink::JobOverview* ownJob() const
    {
        if (!m_clues.jobs)
            return nullptr;
        const auto named = std::ranges::find(*m_clues.jobs, m_object.jobId, &flink::JobOverview::id);
        if (named != m_clues.jobs->end())
            return &*named;
        const bool isSession = m_object.kind == manifest::Subject::Kind::SessionJob;
        return !isSession && m_clues.jobs->size() == 1 ? &m_clues.jobs->first() : nullptr;
    }

    bool isStateDamaged()
    {
        const StartFailure flink = startFailureOf(m_clues.failure);
        const StartFailure failure = flink.isOfSnapshot() ? flink : startFailureOf(m_object.error);
        if (!failure.isOfSnapshot())
            return false;
        tell(startFailureText(failure.kind));
        tell(failure.cause);
        return true;
    }

    bool isClusterLost()
    {
        if (m_clues.jobs || !m_clues.pods)
            return false; // it answers, or nobody knows
        const auto manager = std::ranges::find(*m_clues.pods, u"jobmanager"_s, &flink::Pod::component);
        if (manager == m_clues.pods->end()) {
            tell(Text::tr("There is no JobManager pod."));
        } else if (!manager->isReady()) {
            tell(Text::tr("JobManager pod %1 is not ready: %2")
                     .arg(base::visibleText(manager->metadata.name), trouble(*manager)));
        } else {
            return false;
        }
        const QJsonObject spec = m_object.reconciled.value_or(m_object.spec);
        const bool isHa = manifest::isHighlyAvailable(manifest::flatConfiguration(spec[u"flinkConfiguration"]));
        if (isHa && m_clues.pointers && m_clues.pointers->isEmpty())
            tell(Text::tr("The metadata of high availability is gone: no ConfigMap points to a checkpoint."));
        return true;
    }

    static QString trouble(const flink::Pod& pod)
    {
        QStringList words{pod.reason, pod.unschedulable};
        for (const flink::ContainerState& container : pod.containers)
            words << container.waitingReason << container.lastEndReason << container.message;
        words.removeAll(QString());
        words.removeDuplicates();
        return base::visibleText(words.isEmpty() ? pod.phase : words.join(u", "_s), longest);
    }

    bool isJobFailed()
    {
        const flink::JobOverview* job = ownJob();
        if (job) {
            tell(
                Text::tr("Flink reports job %1 as %2.").arg(base::visibleText(job->id), base::visibleText(job->state)));
        } else if (m_clues.jobs) {
            tell(Text::tr("Flink answers, and has no such job."));
        } else if (m_object.isTerminal()) {
            tell(Text::tr("The operator has seen the job as %1.").arg(base::visibleText(m_object.jobState)));
        } else {
            return false;
        }
        if (const QString cause = startFailureOf(m_clues.failure).cause; !cause.isEmpty())
            tell(cause);
        return true;
    }

    void tell(const QString& sentence)
    {
        if (!sentence.isEmpty())
            m_made.evidence.append(sentence);
    }

    const Clues& m_clues;
    const manifest::LiveObject m_object;
    Diagnosis m_made;
};

QString diagnosisWord(Kind kind)
{
    switch (kind) {
    case Kind::Unknown:
        return u"unknown"_s;
    case Kind::Running:
        return u"running"_s;
    case Kind::JobFailed:
        return u"jobFailed"_s;
    case Kind::ClusterLost:
        return u"clusterLost"_s;
    case Kind::StateDamaged:
        return u"stateDamaged"_s;
    }
    return {};
}

} // namespace

Diagnosis diagnose(const Clues& clues)
{
    return Diagnosing(clues).made();
}

QString diagnosisText(Kind kind)
{
    switch (kind) {
    case Kind::Unknown:
        return Text::tr("What is wrong cannot be told from here.");
    case Kind::Running:
        return Text::tr("The job runs: there is nothing to recover.");
    case Kind::JobFailed:
        return Text::tr("The job has failed; its cluster is there.");
    case Kind::ClusterLost:
        return Text::tr("The cluster is lost: no JobManager works.");
    case Kind::StateDamaged:
        return Text::tr("The state it would start from is damaged.");
    }
    return {};
}

QJsonObject toJson(const Diagnosis& diagnosis)
{
    return {{u"kind"_s, diagnosisWord(diagnosis.kind)},
            {u"evidence"_s, QJsonArray::fromStringList(diagnosis.evidence)}};
}

} // namespace plans
