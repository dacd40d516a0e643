#include "ui/deployment/subject.h"

#include "core/base/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace deployment {

using namespace std::chrono_literals;

namespace {

constexpr auto gatherTime = 60ms;
/// A verdict depends on ages: it is given anew when nothing else happens.
constexpr auto ageingTime = 5s;
/// The pointers move with each checkpoint, but only their being there decides anything.
constexpr auto haTime = 30s;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(deployment::Text)
};

bool isOver(const QString& state)
{
    return state == u"FINISHED" || state == u"FAILED" || state == u"CANCELED";
}

} // namespace

QString wordOf(health::Source source)
{
    switch (source) {
    case health::Source::CustomResource:
        return Text::tr("Operator status");
    case health::Source::FlinkRest:
        return Text::tr("Flink REST");
    case health::Source::Pods:
        return Text::tr("Kubernetes pods");
    }
    return {};
}

Subject::Subject(flink::Connection& connection, const kube::ObjectKey& key, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
    , m_key(key)
    , m_inquiry(
          connection.observer(key), [this] { return m_deployment; }, health::Inquiry::Pods::WatchedElsewhere)
{
    m_gathering.setSingleShot(true);
    m_gathering.setInterval(gatherTime);
    connect(&m_gathering, &QTimer::timeout, this, &Subject::settle);
    m_ageing.setInterval(ageingTime);
    connect(&m_ageing, &QTimer::timeout, this, &Subject::settle);
    m_haPolling.setInterval(haTime);
    connect(&m_haPolling, &QTimer::timeout, this, &Subject::askHighAvailability);
    connect(&m_inquiry, &health::Inquiry::learned, this, &Subject::gather);
    connect(&connection, &flink::Connection::stateChanged, this, &Subject::gather);
    connect(&connection, &flink::Connection::settingsChanged, this, &Subject::gather);
    if (const auto* deployments = connection.deployments()) {
        connect(deployments, &flink::ObjectsBase::changed, this, [this](const kube::Changes& changes) {
            if (changes.added.contains(m_key) || changes.changed.contains(m_key) || changes.removed.contains(m_key))
                gather();
        });
        connect(connection.sessionJobs(), &flink::ObjectsBase::changed, this, &Subject::gather);
        m_pods = connection.pods(key);
        connect(m_pods.get(), &kube::StoreBase::changed, this, &Subject::gather);
        connect(m_pods.get(), &kube::StoreBase::completed, this, &Subject::gather);
    }
    settle();
}

Subject::~Subject()
{
    if (!m_job.isEmpty())
        m_inquiry.observer()->unfollow(m_job);
}

bool Subject::isEndpoint() const
{
    return m_connection.type() == flink::Connection::Type::Endpoint;
}

QString Subject::name() const
{
    return base::visibleText(isEndpoint() ? m_connection.settings().name : m_key.name, 256);
}

void Subject::setWatched(bool watched)
{
    using Pace = flink::ClusterObserver::Pace;
    m_inquiry.observer()->setPace(watched ? Pace::Foreground : Pace::Background);
    if (watched) {
        m_ageing.start();
        m_haPolling.start();
        askHighAvailability();
        settle();
    } else {
        m_ageing.stop();
        m_haPolling.stop();
    }
}

void Subject::refresh()
{
    m_inquiry.observer()->refresh();
    if (m_connection.state().kind != flink::ConnectionState::Kind::Live)
        m_connection.reconnect();
    for (const kube::StoreBase* store :
         {static_cast<kube::StoreBase*>(m_pods.get()), static_cast<kube::StoreBase*>(m_events.get()),
          static_cast<kube::StoreBase*>(m_document.get())}) {
        if (store && store->watch().state() != kube::Watch::State::Following)
            store->watch().retryNow();
    }
}

const flink::ClusterView& Subject::view() const
{
    return m_inquiry.observer()->view();
}

flink::RestClient& Subject::rest() const
{
    return m_inquiry.observer()->rest();
}

const kube::Store<flink::Event>* Subject::events()
{
    if (!m_events && !isEndpoint()) {
        m_events = m_connection.events(m_key);
        connect(m_events.get(), &kube::StoreBase::changed, this, &Subject::gather);
        connect(&m_events->watch(), &kube::Watch::stateChanged, this, &Subject::gather);
    }
    return m_events.get();
}

const kube::Store<flink::Deployment>* Subject::document()
{
    if (!m_document && !isEndpoint()) {
        m_document = m_connection.document(m_key);
        connect(m_document.get(), &kube::StoreBase::changed, this, &Subject::gather);
        connect(&m_document->watch(), &kube::Watch::stateChanged, this, &Subject::gather);
    }
    return m_document.get();
}

void Subject::gather()
{
    if (!m_gathering.isActive())
        m_gathering.start();
}

void Subject::settle()
{
    takeDeployment();
    followJob();
    const health::Evidence known = evidence();
    m_verdict = health::assess(known);
    m_restore = health::restoreOutlook(known, m_highAvailability);
    emit changed();
}

void Subject::askHighAvailability()
{
    if (isEndpoint())
        return;
    flink::listHaPointers(*m_connection.api(), m_key, http::Priority::Background, this,
                          [this](const base::Result<QList<flink::HaPointer>>& found) {
                              if (found)
                                  m_highAvailability.succeed(*found, QDateTime::currentDateTimeUtc());
                              else
                                  m_highAvailability.fail(found.error());
                              gather();
                          });
}

void Subject::takeDeployment()
{
    const auto* deployments = m_connection.deployments();
    if (!deployments)
        return;
    if (auto current = deployments->value(m_key)) {
        m_deployment = std::move(current);
        m_isGone = false;
    } else if (deployments->isComplete() && !deployments->item(m_key)) {
        m_isGone = true;
    }
}

void Subject::followJob()
{
    QString wanted;
    if (const auto& jobs = view().jobs.value) {
        const auto better = [this](const flink::JobOverview& left, const flink::JobOverview& right) {
            const auto rank = [this](const flink::JobOverview& job) {
                return std::tuple(job.id == m_chosenJob, !isOver(job.state), job.startTime);
            };
            return rank(left) < rank(right);
        };
        if (const auto best = std::max_element(jobs->begin(), jobs->end(), better); best != jobs->end())
            wanted = best->id;
    } else {
        wanted = m_job;
    }
    if (wanted == m_job)
        return;
    if (!m_job.isEmpty())
        m_inquiry.observer()->unfollow(m_job);
    m_job = wanted;
    if (!m_job.isEmpty())
        m_inquiry.observer()->follow(m_job);
}

void Subject::chooseJob(const QString& id)
{
    m_chosenJob = id;
    settle();
}

const flink::JobOverview* Subject::jobOverview() const
{
    const auto& jobs = view().jobs.value;
    if (!jobs)
        return nullptr;
    const auto found =
        std::find_if(jobs->begin(), jobs->end(), [this](const flink::JobOverview& job) { return job.id == m_job; });
    return found == jobs->end() ? nullptr : &*found;
}

health::Evidence Subject::evidence() const
{
    health::Evidence evidence = m_inquiry.evidence();
    evidence.now = QDateTime::currentDateTimeUtc();
    if (const auto* deployments = m_connection.deployments()) {
        if (m_deployment)
            evidence.resource.succeed(m_deployment, deployments->lastContact(m_key.nameSpace));
        if (const auto error = deployments->lastError(m_key.nameSpace))
            evidence.resource.fail(*error);
    }
    if (m_pods) {
        QList<flink::Pod> pods;
        for (const kube::ObjectKey& key : m_pods->keys()) {
            if (const auto pod = m_pods->value(key))
                pods.append(*pod);
        }
        if (m_pods->isComplete())
            evidence.pods.succeed(pods, m_pods->watch().lastContact());
        if (const auto error = m_pods->watch().lastError())
            evidence.pods.fail(*error);
    }
    return evidence;
}

} // namespace deployment
