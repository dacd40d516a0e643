#include "core/plans/outlook.h"

#include "core/base/visibletext.h"
#include "core/http/session.h"
#include "core/plans/mergepatch.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plans {

namespace {

using base::Error;
using Kind = manifest::Subject::Kind;

constexpr int mostListed = 500;

bool isAbsent(const Error& error)
{
    return error.kind == Error::Kind::NotFound;
}

/// It would be refused for real, too.
bool isNo(const Error& error)
{
    const kube::Refusal refusal = kube::refusalOf(error);
    return refusal == kube::Refusal::DeniedByWebhook || refusal == kube::Refusal::QuotaExceeded ||
           refusal == kube::Refusal::NamespaceTerminating || refusal == kube::Refusal::UnknownFields ||
           refusal == kube::Refusal::InvalidFields ||
           (error.kind == Error::Kind::Invalid && refusal != kube::Refusal::DryRunUnsupported);
}

std::optional<manifest::RestoreSource> newestOf(const flink::CheckpointHistory& history)
{
    using manifest::RestoreSource;
    std::optional<RestoreSource> newest;
    for (const auto& one : {history.latestCompleted, history.latestSavepoint}) {
        if (!one)
            continue;
        const qint64 at =
            one->latestAckAt.isValid() ? one->latestAckAt.toMSecsSinceEpoch() : one->triggeredAt.toMSecsSinceEpoch();
        if (!newest || at > newest->completedAt)
            newest = {one->isSavepoint ? RestoreSource::Kind::Savepoint : RestoreSource::Kind::Checkpoint,
                      one->externalPath, at, false};
    }
    return newest;
}

/// As applying does it, where nobody else has a say: maps are merged, all else is replaced.
QJsonObject laidOver(QJsonObject object, const QJsonObject& manifest)
{
    for (auto entry = manifest.begin(); entry != manifest.end(); ++entry) {
        const QJsonValue below = object.value(entry.key()), above = entry.value();
        if (below.isObject() && above.isObject())
            object.insert(entry.key(), laidOver(below.toObject(), above.toObject()));
        else
            object.insert(entry.key(), above);
    }
    return object;
}

} // namespace

QJsonObject Prospect::wantedOf(const QJsonObject& manifest) const
{
    const QJsonObject object = live.value_or(QJsonObject());
    return planned.value_or(change.isEmpty() ? laidOver(object, manifest) : change.appliedTo(object));
}

manifest::Effect Prospect::effectOf(const QJsonObject& manifest) const
{
    return manifest::effectOf({wantedOf(manifest), live, around, refusalText()});
}

manifest::Effect Prospect::effectOfNewObject() const
{
    return manifest::effectOf({wantedOf({}), std::nullopt, around, refusalText()});
}

QString Prospect::refusalText() const
{
    const QString why = refusal ? kube::deniedText(*refusal) : QString();
    return refusal && why.isEmpty() ? base::visibleText(refusal->message) : why;
}

QJsonObject Prospect::patchOf(const QJsonObject& manifest) const
{
    return live ? mergePatch(applicable(*live), applicable(wantedOf(manifest))) : QJsonObject();
}

Outlook::Outlook(kube::Api& api, QJsonObject manifest, Checkpoints checkpoints, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_manifest(applicable(std::move(manifest)))
    , m_checkpoints(std::move(checkpoints))
{
}

Outlook::Outlook(kube::Api& api, QJsonObject object, Change change, Checkpoints checkpoints, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_manifest(std::move(object))
    , m_change(std::move(change))
    , m_checkpoints(std::move(checkpoints))
{
}

void Outlook::start(const QString& nameSpace)
{
    locate(m_api, m_manifest, nameSpace, this, [this](const base::Result<Target>& target) {
        if (!target) {
            emit failed(target.error());
            return;
        }
        m_prospect.target = *target;
        askObject();
    });
}

void Outlook::askObject()
{
    m_api.getJson(m_prospect.target.path().path(), this, [this](const Json& object) {
        const bool mustBeThere = m_change != nullptr;
        if (!object && (mustBeThere || !isAbsent(object.error()) || kube::isTypeMissing(object.error()))) {
            emit failed(object.error());
            return;
        }
        if (object) {
            m_prospect.live = *object;
            m_live = manifest::LiveObject::from(*object);
        } else {
            m_live = manifest::LiveObject::from(m_manifest);
        }
        m_prospect.observedAt = QDateTime::currentDateTimeUtc();
        m_prospect.around.now = m_prospect.observedAt.toMSecsSinceEpoch();
        askAround();
    });
}

void Outlook::askAround()
{
    // One more than is asked for, so that nothing ends before all are under way.
    m_open = 1;
    if (m_change)
        rehearseChange();
    else
        rehearse(Conflicts::Refuse);
    const bool isThere = m_prospect.live && m_live;
    if (isThere && m_live->kind == Kind::Deployment) {
        askHaMetadata();
        askJobManager();
        if (!manifest::hasJob(m_live->spec))
            askSessionJobs();
    }
    if (m_live && m_live->kind == Kind::SessionJob)
        askSession();
    if (isThere && m_live->jobState == u"RUNNING")
        askCheckpoints();
    finishOne();
}

void Outlook::get(const kube::ResourceType& type, const QString& name, std::function<void(const Json&)> take)
{
    const kube::ObjectPath path{type, m_prospect.target.nameSpace, name, {}};
    if (!path.isSafe())
        return;
    ++m_open;
    m_api.getJson(path.path(), this, [this, take = std::move(take)](const Json& object) {
        take(object);
        finishOne();
    });
}

void Outlook::list(const kube::ResourceType& type, const QString& labels, std::function<void(const Json&)> take)
{
    ++m_open;
    http::Request request;
    request.path = kube::Collection{.type = type, .nameSpace = m_prospect.target.nameSpace}.path();
    kube::addParameter(request.query, u"limit"_s, QString::number(mostListed));
    if (!labels.isEmpty())
        kube::addParameter(request.query, u"labelSelector"_s, labels);
    m_api.send(request, this, [this, take = std::move(take)](const base::Result<http::Answer>& answer) {
        take(answer ? Json(QJsonDocument::fromJson(answer->body).object()) : Json(answer.error()));
        finishOne();
    });
}

void Outlook::askHaMetadata()
{
    const QString labels = u"app=%1,configmap-type=high-availability"_s.arg(m_prospect.target.name);
    list(kube::coreType(u"configmaps"_s), labels, [this](const Json& maps) {
        if (!maps) {
            m_prospect.doubts.append(tr("The metadata of high availability could not be looked for: %1")
                                         .arg(base::visibleText(maps.error().message)));
            return;
        }
        const QJsonArray items = maps->value(u"items").toArray();
        m_prospect.around.hasHaMetadata = std::any_of(items.begin(), items.end(), [](const QJsonValue& map) {
            return manifest::isJobMetadata(manifest::at(map, {u"metadata", u"name"}).toString());
        });
    });
}

void Outlook::askJobManager()
{
    get({u"apps"_s, u"v1"_s, u"deployments"_s}, m_prospect.target.name, [this](const Json& deployment) {
        if (deployment)
            m_prospect.around.hasNeverStarted = manifest::hasNeverStarted(*deployment);
        else if (isAbsent(deployment.error()))
            m_prospect.around.hasNeverStarted = false;
        else
            m_prospect.doubts.append(
                tr("The JobManager could not be looked at: %1").arg(base::visibleText(deployment.error().message)));
    });
}

void Outlook::askSession()
{
    const QString name = m_manifest.value(u"spec").toObject().value(u"deploymentName").toString();
    get(kube::flinkType(u"flinkdeployments"_s), name, [this](const Json& session) {
        if (session)
            m_prospect.around.session = manifest::LiveObject::from(*session);
        else if (isAbsent(session.error()))
            m_prospect.around.isSessionMissing = true;
        else
            m_prospect.doubts.append(
                tr("The session cluster could not be looked at: %1").arg(base::visibleText(session.error().message)));
    });
}

void Outlook::askSessionJobs()
{
    list(kube::flinkType(u"flinksessionjobs"_s), {}, [this](const Json& jobs) {
        const QJsonArray items = jobs ? jobs->value(u"items").toArray() : QJsonArray();
        for (const QJsonValue& job : items) {
            if (manifest::at(job, {u"spec", u"deploymentName"}).toString() == m_prospect.target.name)
                m_prospect.around.sessionJobs.append(manifest::at(job, {u"metadata", u"name"}).toString());
        }
        if (!jobs)
            m_prospect.doubts.append(
                tr("Its session jobs could not be listed: %1").arg(base::visibleText(jobs.error().message)));
    });
}

void Outlook::askCheckpoints()
{
    const QString job = manifest::at(*m_prospect.live, {u"status", u"jobStatus", u"jobId"}).toString();
    const bool isElsewhere = m_live->kind == Kind::SessionJob;
    const QString cluster = isElsewhere ? m_live->spec.value(u"deploymentName").toString() : m_prospect.target.name;
    if (!m_checkpoints || job.isEmpty() || m_live->kind == Kind::BlueGreen || !http::isSafeSegment(cluster))
        return;
    ++m_open;
    m_checkpoints({m_prospect.target.nameSpace, cluster}, job, this,
                  [this](const base::Result<flink::CheckpointHistory>& history) {
                      if (history)
                          takeCheckpoints(*history);
                      else
                          m_prospect.doubts.append(tr("Flink could not be asked for its checkpoints: %1")
                                                       .arg(base::visibleText(history.error().message)));
                      finishOne();
                  });
}

void Outlook::takeCheckpoints(const flink::CheckpointHistory& history)
{
    manifest::Surroundings& around = m_prospect.around;
    around.isHistoryKnown = true;
    around.latest = newestOf(history);
    if (history.latestCompleted)
        around.lastCompleted = history.latestCompleted->triggeredAt.toMSecsSinceEpoch();
    for (const flink::Checkpoint& one : history.history) {
        if (one.status == u"IN_PROGRESS" && !around.pending)
            around.pending = one.triggeredAt.toMSecsSinceEpoch();
    }
}

void Outlook::rehearse(Conflicts conflicts)
{
    ++m_open;
    m_api.send(applyRequest(m_prospect.target, m_manifest, Rehearsal::DryRun, conflicts), this,
               [this, conflicts](const base::Result<http::Answer>& answer) {
                   takeRehearsal(answer, conflicts);
                   finishOne();
               });
}

void Outlook::takeRehearsal(const base::Result<http::Answer>& answer, Conflicts conflicts)
{
    if (answer) {
        takePlanned(*answer);
        return;
    }
    const Error& error = answer.error();
    const kube::Refusal refusal = kube::refusalOf(error);
    if (refusal == kube::Refusal::ApplyConflict && conflicts == Conflicts::Refuse) {
        m_prospect.conflicts = kube::causesOf(error);
        rehearse(Conflicts::TakeOver);
    } else {
        takeRefusal(error);
    }
}

void Outlook::rehearseChange()
{
    m_prospect.change = m_change(*m_prospect.live);
    if (m_prospect.change.isEmpty())
        return;
    ++m_open;
    m_api.send(patchRequest(m_prospect.target, jsonPatch(*m_prospect.live, m_prospect.change), Rehearsal::DryRun), this,
               [this](const base::Result<http::Answer>& answer) {
                   constexpr int brokenWebhook = 500; // it would fail for real, too
                   if (answer)
                       takePlanned(*answer);
                   else if (answer.error().httpStatus == brokenWebhook)
                       m_prospect.refusal = answer.error();
                   else
                       takeRefusal(answer.error());
                   finishOne();
               });
}

void Outlook::takePlanned(const http::Answer& answer)
{
    m_prospect.planned = QJsonDocument::fromJson(answer.body).object();
    // Ages are by the clock of the server, which wrote the times.
    if (const QDateTime date = http::dateOf(answer); date.isValid())
        m_prospect.around.now += 1000 * answer.receivedAt.secsTo(date);
}

void Outlook::takeRefusal(const Error& error)
{
    if (isNo(error))
        m_prospect.refusal = error;
    else
        m_prospect.doubts.append(tr("The change could not be rehearsed, so it was only laid over the object: %1")
                                     .arg(base::visibleText(error.message)));
}

void Outlook::finishOne()
{
    if (--m_open == 0)
        emit finished(m_prospect);
}

} // namespace plans
