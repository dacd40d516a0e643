#include "app/cli/commands.h"
#include "app/cli/routes.h"
#include "app/cli/session.h"
#include "app/cli/shapes.h"
#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/flink/connection.h"
#include "core/health/restore.h"
#include "core/health/situation.h"
#include "core/kube/listing.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using base::visibleText;

QDateTime utcNow()
{
    return QDateTime::currentDateTimeUtc();
}

template <typename T>
kube::Decode erased(base::Result<T> (*decode)(QByteArrayView))
{
    return [decode](QByteArrayView json, QString* problem) -> std::shared_ptr<const void> {
        base::Result<T> decoded = decode(json);
        if (decoded)
            return std::make_shared<const T>(*std::move(decoded));
        *problem = decoded.error().message;
        return nullptr;
    };
}

/// What one ConfigMap may hold: its keys alone, values are none of our business.
struct ConfigMapKeys
{
    QStringList keys;
};

base::Result<ConfigMapKeys> decodeConfigMap(QByteArrayView json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    return ConfigMapKeys{object["data"_L1].toObject().keys()};
}

QString word(health::RestoreOutlook::Verdict verdict)
{
    using Verdict = health::RestoreOutlook::Verdict;
    switch (verdict) {
    case Verdict::Ready:
        return u"ready"_s;
    case Verdict::Stale:
        return u"stale"_s;
    case Verdict::AtRisk:
        return u"atRisk"_s;
    case Verdict::Impossible:
        return u"impossible"_s;
    case Verdict::Unknown:
        return u"unknown"_s;
    }
    return {};
}

/// Asks every source about one deployment, then answers with what each said.
class Description
{
public:
    Description(Session& session, std::shared_ptr<ClusterRoute> route, kube::ObjectKey key)
        : m_session(session)
        , m_route(std::move(route))
        , m_key(std::move(key))
        , m_rest(*m_route->client, flink::serviceProxyPath(m_key))
    {
    }

    void run()
    {
        list<flink::Deployment>(
            {kube::flinkType(u"flinkdeployments"_s), m_key.nameSpace, {}, u"metadata.name="_s + m_key.name},
            flink::decodeDeployment,
            [this](const base::Result<QList<flink::Deployment>>& found) { takeResource(found); });
    }

private:
    template <typename T>
    void list(const kube::Collection& collection, base::Result<T> (*decode)(QByteArrayView),
              std::function<void(base::Result<QList<T>>)> done)
    {
        auto listing = std::make_shared<kube::Listing>(*m_route->api, collection, erased(decode), QString());
        m_session.keep(listing);
        QObject::connect(listing.get(), &kube::Listing::failed, &m_session,
                         [done](const base::Error& error) { done(error); });
        QObject::connect(listing.get(), &kube::Listing::finished, &m_session, [done](const QList<kube::Item>& items) {
            QList<T> values;
            for (const kube::Item& item : items) {
                if (item.value)
                    values.append(*std::static_pointer_cast<const T>(item.value));
            }
            done(values);
        });
        listing->start();
    }

    /// A callback that keeps its answer, dated, and counts.
    template <typename T>
    std::function<void(base::Result<T>)> into(base::Observed<T>& place)
    {
        ++m_open;
        return [this, &place](const base::Result<T>& answer) {
            if (answer)
                place.succeed(*answer, utcNow());
            else
                place.fail(answer.error());
            finishOne();
        };
    }

    void takeResource(const base::Result<QList<flink::Deployment>>& found)
    {
        if (!found)
            return m_session.fail(found.error());
        if (found->isEmpty())
            return m_session.fail(
                ExitCode::Failed,
                Text::tr("There is no deployment '%1' in the namespace '%2'.").arg(m_key.name, m_key.nameSpace));
        m_evidence.resource.succeed(found->first(), utcNow());
        ++m_open;
        list<flink::Pod>({kube::coreType(u"pods"_s), m_key.nameSpace, u"app="_s + m_key.name, {}}, flink::decodePod,
                         into(m_evidence.pods));
        list<flink::Event>({kube::coreType(u"events"_s), m_key.nameSpace, {}, u"involvedObject.name="_s + m_key.name},
                           flink::decodeEvent, into(m_events));
        askHighAvailability();
        m_rest.jobs(&m_session, [this](const base::Result<QList<flink::JobOverview>>& jobs) { takeJobs(jobs); });
    }

    void askHighAvailability()
    {
        const QString selector = u"app=%1,configmap-type=high-availability"_s.arg(m_key.name);
        ++m_open;
        list<ConfigMapKeys>({kube::coreType(u"configmaps"_s), m_key.nameSpace, selector, {}}, decodeConfigMap,
                            [this](const base::Result<QList<ConfigMapKeys>>& found) { takeConfigMaps(found); });
    }

    void takeConfigMaps(const base::Result<QList<ConfigMapKeys>>& found)
    {
        if (!found) {
            m_ha.fail(found.error());
            return finishOne();
        }
        QList<health::HaPointer> pointers;
        for (const ConfigMapKeys& map : *found) {
            for (const QString& key : map.keys) {
                if (key.startsWith(u"checkpointID-"))
                    pointers.append({key, key.mid(13).toLongLong()});
            }
        }
        m_ha.succeed(pointers, utcNow());
        finishOne();
    }

    void takeJobs(const base::Result<QList<flink::JobOverview>>& jobs)
    {
        if (jobs)
            m_evidence.jobs.succeed(*jobs, utcNow());
        else
            m_evidence.jobs.fail(jobs.error());
        m_evidence.now = utcNow();
        const health::Situation situation(m_evidence);
        if (situation.job) {
            const QString job = situation.job->id;
            m_rest.job(job, &m_session, into(m_evidence.detail));
            m_rest.checkpoints(job, &m_session, into(m_evidence.checkpoints));
            m_rest.checkpointConfig(job, &m_session, into(m_evidence.checkpointConfig));
            m_rest.exceptions(job, &m_session, into(m_evidence.exceptions));
            ++m_open;
            askRestarts(job, 2);
        }
        finishOne();
    }

    /// Flink fetches metrics only after it was asked: the first answer after a pause is empty.
    void askRestarts(const QString& job, int questionsLeft)
    {
        m_rest.jobMetrics(job, {u"numRestarts"_s}, &m_session,
                          [this, job, questionsLeft](const base::Result<QList<flink::Metric>>& metrics) {
                              bool isNumber = false;
                              const bool isKnown = metrics && !metrics->isEmpty() && metrics->first().value;
                              const qint64 restarts = isKnown ? metrics->first().value->toLongLong(&isNumber) : 0;
                              if (metrics && !isNumber && questionsLeft > 1) {
                                  QTimer::singleShot(1s, &m_session, [this, job, questionsLeft] {
                                      askRestarts(job, questionsLeft - 1);
                                  });
                                  return;
                              }
                              if (isNumber)
                                  m_evidence.restarts.succeed(restarts, utcNow());
                              else if (!metrics)
                                  m_evidence.restarts.fail(metrics.error());
                              finishOne();
                          });
    }

    void finishOne()
    {
        if (--m_open == 0)
            answer();
    }

    QJsonObject truth(const QString& source, const QString& says, const QDateTime& observedAt,
                      const std::optional<base::Error>& problem) const
    {
        return {{u"source"_s, source},
                {u"says"_s, shapes::text(says)},
                {u"observedAt"_s, shapes::time(observedAt)},
                {u"problem"_s, problem ? QJsonValue(problem->message) : QJsonValue()}};
    }

    QJsonArray truths(const health::Verdict& verdict) const
    {
        const health::Fact& state = verdict.facts.first();
        QString ha;
        if (m_ha.isFresh())
            ha = m_ha.value->isEmpty() ? Text::tr("no pointer")
                                       : std::ranges::max(*m_ha.value, {}, &health::HaPointer::checkpoint).name;
        return {truth(u"customResource"_s, state.statements[0].text, m_evidence.resource.observedAt,
                      m_evidence.resource.problem),
                truth(u"flinkRest"_s, state.statements[1].text, m_evidence.jobs.observedAt, m_evidence.jobs.problem),
                truth(u"pods"_s, state.statements[2].text, m_evidence.pods.observedAt, m_evidence.pods.problem),
                truth(u"highAvailability"_s, ha, m_ha.observedAt, m_ha.problem)};
    }

    std::optional<shapes::LastCheckpoint> lastCheckpoint() const
    {
        const auto& checkpoints = m_evidence.checkpoints.value;
        if (!checkpoints || !checkpoints->latestCompleted)
            return shapes::knownToOperator(m_evidence.resource.value->status);
        const flink::Checkpoint& latest = *checkpoints->latestCompleted;
        return shapes::LastCheckpoint{latest.externalPath, latest.latestAckAt.isValid()
                                                               ? latest.latestAckAt
                                                               : latest.triggeredAt.addMSecs(latest.durationMs)};
    }

    QJsonArray eventItems() const
    {
        QJsonArray items;
        for (const flink::Event& event : sortedEvents())
            items.append(shapes::event(event));
        return items;
    }

    QList<flink::Event> sortedEvents() const
    {
        QList<flink::Event> events = m_events.value.value_or(QList<flink::Event>());
        std::ranges::stable_sort(events, std::ranges::greater(), &flink::Event::lastSeen);
        return events;
    }

    void warnOfProblems()
    {
        if (m_events.problem)
            m_session.warn(Text::tr("The events are not known: %1").arg(m_events.problem->message));
        if (m_evidence.pods.problem)
            m_session.warn(Text::tr("The pods are not known: %1").arg(m_evidence.pods.problem->message));
    }

    void answer()
    {
        m_evidence.now = utcNow();
        const health::Verdict verdict = health::assess(m_evidence);
        const health::RestoreOutlook restore = health::restoreOutlook(m_evidence, m_ha);
        warnOfProblems();
        QJsonArray pods;
        const QList<flink::Pod> known = m_evidence.pods.value.value_or(QList<flink::Pod>());
        for (const flink::Pod& pod : known)
            pods.append(shapes::pod(pod));
        QJsonObject json =
            shapes::deployment(m_route->context, *m_evidence.resource.value, lastCheckpoint(), m_evidence.now);
        json.insert(u"kind"_s, u"Deployment"_s);
        json.insert(u"health"_s, healthWord(verdict.health));
        json.insert(u"summary"_s, verdict.summary);
        json.insert(u"reasons"_s, QJsonArray::fromStringList(verdict.reasons));
        json.insert(u"truth"_s, truths(verdict));
        json.insert(u"disagreement"_s, shapes::text(verdict.trust));
        json.insert(u"restore"_s, restoreJson(restore));
        json.insert(u"events"_s, eventItems());
        json.insert(u"pods"_s, pods);
        m_session.answer(json, [&] { return page(verdict, restore); });
    }

    QJsonObject restoreJson(const health::RestoreOutlook& restore) const
    {
        const bool isDated = restore.completedAt.isValid();
        const QJsonObject from{
            {u"kind"_s, restore.kind},
            {u"path"_s, shapes::text(restore.path)},
            {u"ageMs"_s, isDated ? QJsonValue(restore.completedAt.msecsTo(m_evidence.now)) : QJsonValue()}};
        return {{u"verdict"_s, word(restore.verdict)},
                {u"from"_s, restore.kind.isEmpty() ? QJsonValue() : QJsonValue(from)},
                {u"reason"_s, restore.reason}};
    }

    QString statementText(const health::Statement& statement) const
    {
        if (statement.text.isEmpty())
            return statement.problem.isEmpty() ? Text::tr("not reported") : Text::tr("not known");
        return statement.text;
    }

    QString factTable(const health::Verdict& verdict) const
    {
        Table table(
            {QString(), Text::tr("Operator status"), Text::tr("Flink REST"), Text::tr("Kubernetes pods"), QString()});
        for (const health::Fact& fact : verdict.facts) {
            QStringList cells{fact.name};
            for (const health::Statement& statement : fact.statements)
                cells.append(statementText(statement));
            table.add(cells << (fact.disagree ? u"≠"_s : QString()));
        }
        const auto age = [this](const QDateTime& when) {
            return when.isValid() ? base::relativeTime(when, m_evidence.now) : u"–"_s;
        };
        table.add({Text::tr("Seen"),
                   age(m_evidence.resource.observedAt),
                   age(m_evidence.jobs.observedAt),
                   age(m_evidence.pods.observedAt),
                   {}});
        return table.text(m_session.colors());
    }

    QString page(const health::Verdict& verdict, const health::RestoreOutlook& restore) const
    {
        QString text = visibleText(m_route->context + u" / "_s + m_key.nameSpace + u" / "_s + m_key.name) + u"  "_s +
                       healthText(verdict.health, m_session.colors()) + u'\n' + verdict.summary + u'\n';
        for (const QString& reason : verdict.reasons)
            text += u"  "_s + reason + u'\n';
        if (!verdict.trust.isEmpty())
            text += Text::tr("The sources disagree. %1").arg(verdict.trust) + u'\n';
        text += u'\n' + factTable(verdict) + u'\n' + Text::tr("Would it restore? %1").arg(restore.reason) + u'\n';
        if (!restore.path.isEmpty())
            text += u"  "_s + visibleText(restore.path) + u'\n';
        if (m_evidence.jobs.problem)
            text +=
                u'\n' + Text::tr("Flink was not heard: %1").arg(visibleText(m_evidence.jobs.problem->message)) + u'\n';
        const QList<flink::Event> events = sortedEvents().mid(0, 10);
        if (!events.isEmpty())
            text += u'\n' + eventTable(events);
        return text;
    }

    QString eventTable(const QList<flink::Event>& events) const
    {
        Table table({Text::tr("Age"), Text::tr("Type"), Text::tr("Reason"), Text::tr("Event")});
        for (const flink::Event& event : events) {
            const QString age =
                event.lastSeen.isValid()
                    ? base::compactAge(std::chrono::milliseconds(event.lastSeen.msecsTo(m_evidence.now)))
                    : u"–"_s;
            table.add(
                {age, visibleText(event.type, 40), visibleText(event.reason, 60), visibleText(event.message, 160)});
        }
        return table.text(m_session.colors());
    }

    Session& m_session;
    std::shared_ptr<ClusterRoute> m_route;
    const kube::ObjectKey m_key;
    flink::RestClient m_rest;
    health::Evidence m_evidence;
    base::Observed<QList<flink::Event>> m_events;
    base::Observed<QList<health::HaPointer>> m_ha;
    int m_open = 0;
};

} // namespace

void describe(Session& session)
{
    const QString name = session.invocation().arguments.at(1);
    if (session.invocation().has(u"all-namespaces"_s))
        return session.fail(ExitCode::Usage, Text::tr("A name needs a namespace: leave out --all-namespaces."));
    if (!http::isSafeSegment(name))
        return session.fail(ExitCode::Usage, Text::tr("'%1' cannot be a name.").arg(name));
    const auto route = clusterRoute(session);
    if (route)
        session.keep(std::make_shared<Description>(session, route, kube::ObjectKey{route->own, name})).run();
}

} // namespace cli
