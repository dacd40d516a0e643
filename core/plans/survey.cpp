#include "core/plans/survey.h"

#include "core/kube/discovery.h"
#include "core/plans/checks.h"
#include "core/plans/colours.h"
#include "core/plans/quotas.h"

#include <algorithm>

namespace plans {

using namespace Qt::StringLiterals;
using Verb = Intent::Verb;

namespace {

const kube::ResourceType snapshots = kube::flinkType(u"flinkstatesnapshots"_s);

QJsonObject identity(const Intent& intent)
{
    return {{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
            {u"kind"_s, intent.kind},
            {u"metadata"_s, QJsonObject{{u"name"_s, intent.name}, {u"namespace"_s, intent.nameSpace}}}};
}

QList<kube::AccessQuestion> rightsFor(const Survey& survey)
{
    const Intent& intent = survey.intent;
    const kube::ResourceType type = survey.prospect.target.type;
    QList<kube::AccessQuestion> rights{{u"get"_s, type, {}, intent.nameSpace, intent.name}};
    if (!survey.prospect.change.isEmpty())
        rights.append({u"patch"_s, type, {}, intent.nameSpace, intent.name});
    if (survey.needsNewObject)
        rights.append({u"create"_s, type, {}, intent.nameSpace, {}});
    if (intent.verb == Verb::Delete || survey.needsNewObject)
        rights.append({u"delete"_s, type, {}, intent.nameSpace, intent.name});
    const bool isSnapshot = takesSnapshot(intent) && !stopsDrained(intent, survey.live());
    if (isSnapshot && survey.hasSnapshotResources.value_or(false)) {
        rights.append({u"create"_s, snapshots, {}, intent.nameSpace, {}});
        rights.append({u"get"_s, snapshots, {}, intent.nameSpace, {}});
    }
    if (intent.kind == blueGreenKind)
        rights.append(kube::serviceProxyQuestion(u"get"_s, intent.nameSpace,
                                                 coloursOf(survey.object()).other + u"-rest"_s, u"rest"_s));
    rights.append(
        kube::serviceProxyQuestion(u"get"_s, intent.nameSpace, survey.cluster().name + u"-rest"_s, u"rest"_s));
    rights.append({u"list"_s, kube::coreType(u"pods"_s), {}, intent.nameSpace, {}});
    return rights;
}

} // namespace

manifest::LiveObject Survey::object() const
{
    return manifest::LiveObject::from(live()).value_or(manifest::LiveObject());
}

kube::ObjectKey Survey::cluster() const
{
    const QString session = live()[u"spec"][u"deploymentName"].toString();
    if (intent.kind == blueGreenKind)
        return {intent.nameSpace, coloursOf(object()).active};
    return {intent.nameSpace, intent.kind == u"FlinkSessionJob" ? session : intent.name};
}

std::optional<flink::JobOverview> Survey::job() const
{
    if (!jobs.value)
        return std::nullopt;
    const QString id = live()[u"status"][u"jobStatus"][u"jobId"].toString();
    const auto found = std::ranges::find(*jobs.value, id, &flink::JobOverview::id);
    if (found != jobs.value->end())
        return *found;
    // Of a colour only its own resource names the job; an application has one.
    const bool isColour = intent.kind == blueGreenKind && jobs.value->size() == 1;
    return isColour ? std::optional(jobs.value->first()) : std::nullopt;
}

Surveying::Surveying(const Site& site, Intent intent, QObject* parent)
    : QObject(parent)
    , m_site(site)
{
    m_survey.intent = std::move(intent);
}

void Surveying::start()
{
    kube::findVersion(*m_site.api, snapshots, this, [this](const base::Result<QString>& version) {
        if (version)
            m_survey.hasSnapshotResources = !version->isEmpty();
        askOutlook();
    });
}

void Surveying::askOutlook()
{
    const auto checkpoints = [rest = m_site.rest](const kube::ObjectKey& cluster, const QString& job, QObject* context,
                                                  std::function<void(base::Result<flink::CheckpointHistory>)> done) {
        rest(cluster)->checkpoints(job, context, std::move(done));
    };
    const auto change = [this](const QJsonObject& live) {
        // Definitions can be newer than the operator. One that looks after snapshot resources (1.10) tells the
        // generation it has observed (1.8).
        if (!live[u"status"][u"observedGeneration"].isDouble())
            m_survey.hasSnapshotResources = false;
        m_survey.needsNewObject = needsNewObject(m_survey.intent, live);
        return changeFor(m_survey.intent, live, m_survey.hasSnapshotResources.value_or(false));
    };
    m_outlook = std::make_unique<Outlook>(*m_site.api, identity(m_survey.intent), change, checkpoints);
    connect(m_outlook.get(), &Outlook::failed, this, &Surveying::failed);
    connect(m_outlook.get(), &Outlook::finished, this, [this](const Prospect& prospect) {
        m_survey.prospect = prospect;
        m_survey.effect = m_survey.needsNewObject ? prospect.effectOfNewObject() : prospect.effectOf({});
        m_outlook.release()->deleteLater();
        askAround();
    });
    m_outlook->start(m_survey.intent.nameSpace);
}

void Surveying::askAround()
{
    m_open = 3;
    readJournal();
    const QList<kube::AccessQuestion> rights = rightsFor(m_survey);
    kube::reviewAccess(*m_site.api, rights, this, [this, rights](const QList<kube::Permission>& answers) {
        for (qsizetype i = 0; i < rights.size(); ++i)
            m_survey.rights.append({rights[i], answers.value(i)});
        finishOne();
    });
    askQuotas();
    askFlink();
}

void Surveying::readJournal()
{
    const QString uid = m_survey.object().uid;
    Past past = pastOf(m_site.journal, [&uid](const workflow::Operation& operation) {
        // One that made the object anew was planned at the one before it.
        return operation.plan.uid == uid || operation.facts[u"uid"].toString() == uid;
    });
    m_survey.other = std::move(past.open);
    m_survey.earlier = std::move(past.succeeded);
}

void Surveying::askQuotas()
{
    listQuotas(*m_site.api, m_survey.intent.nameSpace, this, [this](const base::Result<QList<QJsonObject>>& quotas) {
        if (quotas)
            m_survey.quotas = *quotas;
        finishOne();
    });
}

void Surveying::askFlink()
{
    const kube::ObjectKey cluster = m_survey.cluster();
    if (!http::isSafeSegment(cluster.name))
        return finishOne();
    m_rest = m_site.rest(cluster);
    m_rest->jobs(this, [this](const base::Result<QList<flink::JobOverview>>& jobs) {
        if (jobs)
            m_survey.jobs.succeed(*jobs, QDateTime::currentDateTimeUtc());
        else
            m_survey.jobs.fail(jobs.error());
        askCheckpoints();
    });
}

void Surveying::askCheckpoints()
{
    const std::optional<flink::JobOverview> job = m_survey.job();
    if (!job)
        return finishOne();
    m_rest->checkpoints(job->id, this, [this](const base::Result<flink::CheckpointHistory>& history) {
        if (history)
            m_survey.checkpoints.succeed(*history, QDateTime::currentDateTimeUtc());
        else
            m_survey.checkpoints.fail(history.error());
        finishOne();
    });
}

void Surveying::finishOne()
{
    if (--m_open == 0)
        emit finished(m_survey);
}

} // namespace plans
