#include "core/flink/deployment.h"
#include "core/flink/pod.h"
#include "core/flink/restclient.h"
#include "core/kube/access.h"
#include "core/kube/accessreview.h"
#include "core/kube/api.h"
#include "core/kube/discovery.h"
#include "core/kube/store.h"

#include "tests/support/answers.h"
#include "tests/support/hygiene.h"
#include "tests/support/sampleserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace flink;
using support::answerTo;
using support::SampleServer;
using support::valueOf;

namespace {

/// One context of the sample, opened as the program opens it: from the kubeconfig.
struct Opened
{
    explicit Opened(const SampleServer& server, const QString& context = u"sample"_s)
    {
        const QString path = folder.filePath(u"config"_s);
        if (!server.writeKubeconfig(path))
            qFatal("no kubeconfig");
        config = *kube::readKubeconfig(kube::kubeconfigFiles(path));
        const auto access = kube::accessTo(config, context, {});
        if (!access)
            qFatal("%s", qPrintable(access.error().message));
        client = std::make_unique<http::Client>(access->target, access->credentials);
        api = kube::httpApi(*client);
    }

    RestClient rest(const QString& nameSpace, const QString& name)
    {
        return RestClient(*client, u"/api/v1/namespaces/%1/services/%2-rest:rest/proxy"_s.arg(nameSpace, name));
    }

    QTemporaryDir folder;
    kube::Kubeconfig config;
    std::unique_ptr<http::Client> client;
    std::unique_ptr<kube::Api> api;
};

QJsonObject listOf(Opened& opened, const QString& path, const QUrlQuery& query)
{
    http::Request request;
    request.path = path;
    request.query = query;
    const auto answer =
        valueOf(answerTo<http::Answer>([&](QObject* context, auto done) { opened.api->send(request, context, done); }));
    return QJsonDocument::fromJson(answer.body).object();
}

} // namespace

class TestSampleServer : public QObject
{
    Q_OBJECT
private slots:
    void init() { support::keepClean(); }
    void initTestCase()
    {
        support::keepClean();
        QVERIFY(m_server.listen());
    }

    void offersItsContextsInAKubeconfig()
    {
        Opened opened(m_server);
        QStringList names;
        for (const kube::ContextEntry& context : opened.config.contexts) {
            names += context.name;
            QVERIFY(opened.config.problemsOf(context.name).isEmpty());
        }
        QCOMPARE(names, (QStringList{u"sample"_s, u"prod-seoul"_s, u"prod-busan"_s, u"stage-seoul"_s, u"dev-local"_s}));
        QCOMPARE(opened.config.currentContext, u"sample"_s);
    }

    void asksForItsToken()
    {
        http::Target target;
        target.base = m_server.address(u"sample"_s);
        target.trust.authorities = QSslCertificate::fromData(m_server.authority());
        http::Client client(target, nullptr);
        const auto answer = valueOf(answerTo<http::Answer>([&](QObject* context, auto done) {
            http::Request request;
            request.path = u"/version"_s;
            client.send(request, context, done);
        }));
        QCOMPARE(answer.status, 401);
    }

    void tellsWhatItServes()
    {
        Opened opened(m_server);
        const auto version = valueOf(answerTo<kube::ServerVersion>(
            [&](QObject* context, auto done) { kube::fetchVersion(*opened.api, context, done); }));
        QCOMPARE(version.minor, 33);
        const auto discovery = valueOf(answerTo<kube::Discovery>(
            [&](QObject* context, auto done) { kube::discover(*opened.api, context, done); }));
        QVERIFY(discovery.failed.isEmpty());
        for (const QString& plural :
             {u"flinkdeployments"_s, u"flinksessionjobs"_s, u"flinkstatesnapshots"_s, u"flinkbluegreendeployments"_s})
            QVERIFY2(discovery.find(u"flink.apache.org"_s, plural), qPrintable(plural));
        QVERIFY(discovery.find(QString(), u"pods"_s));
        QVERIFY(discovery.find(u"apps"_s, u"deployments"_s));
        const QJsonObject operators =
            listOf(opened, u"/apis/apps/v1/deployments"_s,
                   {{u"labelSelector"_s, u"app.kubernetes.io/name=flink-kubernetes-operator"_s}});
        QCOMPARE(operators[u"items"][0][u"metadata"][u"labels"][u"app.kubernetes.io/version"].toString(), u"1.15.0"_s);
    }

    void permitsReadingAndNothingElse()
    {
        Opened opened(m_server);
        const auto verdict = [&](const QString& verb) {
            QObject context;
            std::optional<kube::Permission> result;
            kube::reviewAccess(*opened.api, kube::AccessQuestion{verb, kube::flinkType(u"flinkdeployments"_s)},
                               &context, [&](kube::Permission permission) { result = std::move(permission); });
            if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
                qFatal("no answer");
            return result->verdict;
        };
        QCOMPARE(verdict(u"watch"_s), kube::Permission::Verdict::Allowed);
        QCOMPARE(verdict(u"patch"_s), kube::Permission::Verdict::Denied);
    }

    void holdsABelievableFleet()
    {
        Opened opened(m_server);
        kube::Store<Deployment> store(*opened.api, {kube::flinkType(u"flinkdeployments"_s), {}, {}, {}},
                                      decodeDeployment);
        store.watch().start();
        QTRY_VERIFY(store.isComplete());
        QCOMPARE(store.count(), 33);
        QHash<QString, int> owners, lifecycles;
        QSet<QString> nameSpaces;
        for (const kube::ObjectKey& key : store.keys()) {
            const auto d = store.value(key);
            QVERIFY2(d, qPrintable(key.name));
            ++owners[d->metadata.owner];
            ++lifecycles[d->status.lifecycleState];
            nameSpaces += key.nameSpace;
            QVERIFY(d->metadata.createdAt < QDateTime::currentDateTimeUtc());
            QCOMPARE(d->isSession(), key.name == u"adhoc-session");
        }
        QCOMPARE(nameSpaces,
                 (QSet<QString>{u"payments"_s, u"logistics"_s, u"risk"_s, u"cdc"_s, u"analytics"_s, u"default"_s}));
        for (const QString& owner : {u"Argo CD"_s, u"Flux"_s, u"Helm"_s, u"kubectl"_s})
            QVERIFY2(owners.value(owner) > 3, qPrintable(owner));
        QCOMPARE(lifecycles.value(u"SUSPENDED"_s), 1);
        QCOMPARE(lifecycles.value(u"UPGRADING"_s), 1);
        const auto gone = store.value({u"logistics"_s, u"dock-slotting"_s});
        QCOMPARE(gone->jobManagerStatus, u"MISSING"_s);
        QVERIFY(gone->status.error->message.startsWith(u"HA metadata is not available"_s));
        const auto settlement = store.value({u"payments"_s, u"payment-settlement"_s});
        QCOMPARE(settlement->status.lifecycleState, u"STABLE"_s);
        QCOMPARE(settlement->parallelism(), 12);
    }

    void pagesItsLists()
    {
        Opened opened(m_server);
        QSet<QString> names;
        QString token;
        int pages = 0;
        do {
            const QJsonObject page = listOf(opened, u"/apis/flink.apache.org/v1beta1/flinkdeployments"_s,
                                            {{u"limit"_s, u"10"_s}, {u"continue"_s, token}});
            const QJsonArray items = page[u"items"].toArray();
            for (const QJsonValue& item : items)
                names += item[u"metadata"][u"name"].toString();
            token = page[u"metadata"][u"continue"].toString();
            ++pages;
        } while (!token.isEmpty());
        QCOMPARE(pages, 4);
        QCOMPARE(names.size(), 33);
    }

    void tellsItsWatchersWhatChanges()
    {
        Opened opened(m_server, u"dev-local"_s);
        kube::Store<Deployment> store(*opened.api, {kube::flinkType(u"flinkdeployments"_s), u"default"_s, {}, {}},
                                      decodeDeployment);
        store.watch().start();
        QTRY_COMPARE(store.count(), 2);
        QTRY_COMPARE(store.watch().state(), kube::Watch::State::Following);
        const kube::ObjectKey key{u"default"_s, u"orders-demo"_s};
        QJsonObject object = m_server.object(u"dev-local"_s, u"FlinkDeployment"_s, key.nameSpace, key.name);
        QJsonObject status = object[u"status"].toObject();
        status[u"lifecycleState"_s] = u"FAILED"_s;
        object[u"status"_s] = status;
        m_server.change(u"dev-local"_s, object);
        QTRY_COMPARE(store.value(key)->status.lifecycleState, u"FAILED"_s);
        QJsonObject metadata = object[u"metadata"].toObject();
        metadata[u"name"_s] = u"brand-new"_s;
        object[u"metadata"_s] = metadata;
        m_server.change(u"dev-local"_s, object);
        QTRY_COMPARE(store.count(), 3);
        QVERIFY(m_server.remove(u"dev-local"_s, u"FlinkDeployment"_s, u"default"_s, u"brand-new"_s));
        QTRY_COMPARE(store.count(), 2);
        QVERIFY(!m_server.remove(u"dev-local"_s, u"FlinkDeployment"_s, u"default"_s, u"brand-new"_s));
    }

    void showsPodsEventsSnapshotsAndSessionJobs()
    {
        Opened opened(m_server);
        kube::Store<Pod> pods(*opened.api, {kube::coreType(u"pods"_s), u"payments"_s, u"app=payment-settlement"_s, {}},
                              decodePod);
        kube::Store<Event> events(*opened.api, {kube::coreType(u"events"_s), u"payments"_s, {}, {}}, decodeEvent);
        kube::Store<StateSnapshot> snapshots(*opened.api, {kube::flinkType(u"flinkstatesnapshots"_s), {}, {}, {}},
                                             decodeStateSnapshot);
        kube::Store<SessionJob> jobs(*opened.api, {kube::flinkType(u"flinksessionjobs"_s), {}, {}, {}},
                                     decodeSessionJob);
        for (kube::StoreBase* store : std::initializer_list<kube::StoreBase*>{&pods, &events, &snapshots, &jobs}) {
            store->watch().start();
            QTRY_VERIFY(store->isComplete());
        }
        QCOMPARE(pods.count(), 4);
        const auto killed = pods.value({u"payments"_s, u"payment-settlement-taskmanager-1-3"_s});
        QVERIFY(killed);
        QCOMPARE(killed->containers.first().lastEndReason, u"OOMKilled"_s);
        QCOMPARE(killed->containers.first().lastExitCode, 137);
        QVERIFY(pods.value({u"payments"_s, u"payment-settlement-taskmanager-1-1"_s})->isReady());
        int exceptions = 0;
        for (const kube::ObjectKey& key : events.keys())
            exceptions += events.value(key)->reason == u"JobException" ? events.value(key)->count : 0;
        QCOMPARE(exceptions, 17);
        QVERIFY(snapshots.count() > 10);
        QCOMPARE(jobs.count(), 3);
        QCOMPARE(jobs.value({u"analytics"_s, u"coupon-backfill"_s})->status.error->message, u"Job Not Found"_s);
    }

    void answersForEachJobManager()
    {
        Opened opened(m_server);
        RestClient rest = opened.rest(u"payments"_s, u"payment-settlement"_s);
        QCOMPARE(
            valueOf(answerTo<ClusterOverview>([&](QObject* c, auto done) { rest.overview(c, done); })).flinkVersion,
            u"1.20.4"_s);
        const auto jobs = valueOf(answerTo<QList<JobOverview>>([&](QObject* c, auto done) { rest.jobs(c, done); }));
        QCOMPARE(jobs.size(), 1);
        QCOMPARE(jobs.first().state, u"RESTARTING"_s);
        const QString id = jobs.first().id;
        const auto detail = valueOf(answerTo<JobDetail>([&](QObject* c, auto done) { rest.job(id, c, done); }));
        QCOMPARE(detail.vertices.size(), 5);
        QCOMPARE(detail.edges.size(), 4);
        QCOMPARE(detail.edges.last().from, detail.vertices.first().id);
        QVERIFY(detail.stateTimes.contains(u"RESTARTING"_s));
        const auto history =
            valueOf(answerTo<CheckpointHistory>([&](QObject* c, auto done) { rest.checkpoints(id, c, done); }));
        QCOMPARE(history.latestCompleted->id, 48211);
        const qint64 age = history.latestCompleted->triggeredAt.secsTo(QDateTime::currentDateTimeUtc());
        QVERIFY2(age > 840 && age < 960, qPrintable(QString::number(age)));
        QCOMPARE(history.history.size(), 10);
        QVERIFY(history.duration.p99);
        const auto metrics = valueOf(answerTo<QList<Metric>>([&](QObject* c, auto done) {
            rest.jobMetrics(id, {u"numRestarts"_s, u"unheardOf"_s}, c, done);
        }));
        QCOMPARE(metrics, (QList<Metric>{{u"numRestarts"_s, u"17"_s}}));
        const auto exceptions =
            valueOf(answerTo<ExceptionHistory>([&](QObject* c, auto done) { rest.exceptions(id, c, done); }));
        QCOMPARE(exceptions.entries.size(), 16);
        QVERIFY(exceptions.truncated);
        const auto managers =
            valueOf(answerTo<QList<TaskManager>>([&](QObject* c, auto done) { rest.taskManagers(c, done); }));
        QCOMPARE(managers.size(), 2);
        const auto config =
            valueOf(answerTo<CheckpointConfig>([&](QObject* c, auto done) { rest.checkpointConfig(id, c, done); }));
        QCOMPARE(config.intervalMs, 30000);
        QVERIFY(valueOf(answerTo<KeyValues>([&](QObject* c, auto done) { rest.jobManagerConfig(c, done); })).size() >
                40);
        QCOMPARE(valueOf(answerTo<QJsonObject>([&](QObject* c, auto done) { rest.jobConfig(id, c, done); }))[u"jid"]
                     .toString(),
                 id);
    }

    void goesOnMakingCheckpoints()
    {
        Opened opened(m_server);
        RestClient rest = opened.rest(u"logistics"_s, u"parcel-tracking"_s);
        const QString id =
            valueOf(answerTo<QList<JobOverview>>([&](QObject* c, auto done) { rest.jobs(c, done); })).first().id;
        const auto failing =
            valueOf(answerTo<CheckpointHistory>([&](QObject* c, auto done) { rest.checkpoints(id, c, done); }));
        QCOMPARE(failing.latestCompleted->id, 30871);
        QVERIFY(failing.latestFailed->id > 30871);
        QVERIFY(!failing.duration.p50);
        QVERIFY(failing.counts.failed > 30);
        const auto detail = valueOf(answerTo<CheckpointDetail>(
            [&](QObject* c, auto done) { rest.checkpointDetail(id, failing.latestFailed->id, c, done); }));
        QCOMPARE(detail.tasks.size(), 6);
        const auto heavy = std::ranges::max_element(detail.tasks, {}, &TaskCheckpoint::stateSize);
        const auto subtasks = valueOf(answerTo<QList<SubtaskCheckpoint>>([&](QObject* c, auto done) {
            rest.checkpointSubtasks(id, detail.checkpoint.id, heavy->vertexId, c, done);
        }));
        QCOMPARE(subtasks.size(), 24);
        QCOMPARE(subtasks.last().status, u"pending_or_failed"_s);
        const auto old =
            answerTo<CheckpointDetail>([&](QObject* c, auto done) { rest.checkpointDetail(id, 1, c, done); });
        QCOMPARE(old.error().kind, base::Error::Kind::NotFound);
    }

    void hasAFlinkOfItsOwn()
    {
        http::Target target;
        target.base = m_server.flinkAddress();
        http::Client client(target, nullptr);
        RestClient rest(client, {});
        const auto jobs = valueOf(answerTo<QList<JobOverview>>([&](QObject* c, auto done) { rest.jobs(c, done); }));
        QCOMPARE(jobs.first().name, u"payment-authorize"_s);
        QCOMPARE(rest.address(), m_server.flinkAddress().toString());
    }

    void writesLogsThatGoOn()
    {
        Opened opened(m_server, u"dev-local"_s);
        http::Request request;
        request.path = u"/api/v1/namespaces/default/pods/orders-demo-taskmanager-1-1/log"_s;
        request.query.addQueryItem(u"tailLines"_s, u"20"_s);
        const auto answer = valueOf(
            answerTo<http::Answer>([&](QObject* context, auto done) { opened.api->send(request, context, done); }));
        const qsizetype lines = answer.body.count('\n');
        QVERIFY2(lines >= 19 && lines <= 21, qPrintable(QString::number(lines)));
        request.query.addQueryItem(u"follow"_s, u"true"_s);
        request.query.addQueryItem(u"timestamps"_s, u"true"_s);
        QByteArray followed;
        const auto stream = opened.api->open(request);
        connect(stream.get(), &http::Stream::received, this, [&](const QByteArray& bytes) { followed += bytes; });
        QTRY_VERIFY(followed.count('\n') >= 19);
        const qsizetype before = followed.count('\n');
        QTRY_VERIFY(followed.count('\n') > before);
        QVERIFY(followed.startsWith(QDateTime::currentDateTimeUtc().toString(u"yyyy-"_s).toLatin1()));
    }

    void breaksAndComesBack()
    {
        SampleServer server;
        QVERIFY(server.listen());
        Opened opened(server, u"prod-busan"_s);
        kube::WatchTimes times;
        times.firstPause = times.longestPause = std::chrono::milliseconds(20);
        kube::Store<Deployment> store(*opened.api, {kube::flinkType(u"flinkdeployments"_s), {}, {}, {}},
                                      decodeDeployment, times);
        store.watch().start();
        QTRY_COMPARE(store.count(), 5);
        server.interrupt();
        QTRY_COMPARE(store.watch().state(), kube::Watch::State::Waiting);
        QVERIFY(server.resume());
        QTRY_COMPARE(store.watch().state(), kube::Watch::State::Following);
        QCOMPARE(store.count(), 5);
    }

private:
    SampleServer m_server;
};

QTEST_GUILESS_MAIN(TestSampleServer)
#include "tst_sampleserver.moc"
