#include "core/kube/discovery.h"
#include "core/kube/watch.h"

#include "tests/support/byteserver.h"
#include "tests/support/hygiene.h"
#include "tests/support/kubeobjects.h"

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace support;

using State = kube::Watch::State;

namespace {

const QString group = u"/apis/flink.apache.org"_s;

/// An API server that is upgraded and downgraded while one is connected.
class ChangingServer
{
public:
    ChangingServer()
    {
        m_server.onRequest([this](Exchange& exchange) { answer(exchange); });
        if (!m_server.listen())
            qFatal("no port");
    }

    ByteServer& wire() { return m_server; }
    /// All watches end, as they do when a CRD changes.
    void endWatches()
    {
        for (const Exchange& watch : std::exchange(watches, {}))
            watch.finish();
    }

    QStringList versions{u"v1beta1"_s}; ///< of the CRD that are served; the first is preferred
    bool canWatch = true;
    bool aggregates = true; ///< tells all its types in one answer
    QList<Exchange> watches;
    QStringList lists; ///< paths, in order

private:
    void answer(Exchange& exchange)
    {
        const QString path = exchange.path();
        if (path == u"/api" || path == u"/apis")
            return discovery(exchange);
        if (path == u"/api/v1")
            return exchange.replyJson(200, R"({"kind":"APIResourceList","resources":[{"name":"pods","kind":"Pod"}]})");
        if (path == group && !versions.isEmpty())
            return exchange.replyJson(200, groupJson());
        const QString version = path.section(u'/', 3, 3);
        if (!versions.contains(version))
            return exchange.reply(404, "404 page not found\n", {{"Content-Type", "text/plain; charset=utf-8"}});
        if (path == group + u'/' + version)
            return exchange.replyJson(
                200,
                R"({"kind":"APIResourceList","resources":[{"name":"flinkdeployments","kind":"FlinkDeployment"}]})");
        objects(exchange);
    }

    void objects(Exchange& exchange)
    {
        if (!exchange.query().hasQueryItem(u"watch"_s)) {
            lists.append(exchange.path());
            return exchange.replyJson(200, listJson({{u"a"_s, QString::number(lists.size())}}, u"10"_s));
        }
        if (!canWatch)
            return exchange.replyJson(405, statusJson(405, u"MethodNotAllowed"_s));
        exchange.startChunked(200, {{"Content-Type", "application/json"}});
        watches.append(exchange);
    }

    void discovery(Exchange& exchange) const
    {
        const bool isCore = exchange.path() == u"/api";
        if (!aggregates && !exchange.request().header("Accept").endsWith("application/json"))
            return exchange.reply(406, "only application/json");
        if (!aggregates)
            return exchange.replyJson(200, isCore ? QByteArray(R"({"kind":"APIVersions","versions":["v1"]})")
                                                  : R"({"kind":"APIGroupList","groups":[)" + groupJson() + "]}");
        const QByteArray resource = isCore ? R"("pods","responseKind":{"kind":"Pod"})"
                                           : R"("flinkdeployments","responseKind":{"kind":"FlinkDeployment"})";
        const QByteArray name = isCore ? QByteArray() : R"("name":"flink.apache.org")";
        exchange.replyJson(200, R"({"kind":"APIGroupDiscoveryList","items":[{"metadata":{)" + name +
                                    R"(},"versions":[{"version":")" + (isCore ? "v1" : versions.first().toUtf8()) +
                                    R"(","resources":[{"resource":)" + resource + "}]}]}]}");
    }

    QByteArray groupJson() const
    {
        QByteArrayList all;
        for (const QString& version : versions)
            all.append(R"({"version":")" + version.toUtf8() + "\"}");
        return R"({"kind":"APIGroup","name":"flink.apache.org","versions":[)" + all.join(',') +
               R"(],"preferredVersion":{"version":")" + versions.first().toUtf8() + "\"}}";
    }

    ByteServer m_server;
};

} // namespace

/// Watches of a server whose abilities change under them.
class WatchProfilesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void case54_saysThatATypeIsRemovedAndFindsItAgain();
    void case55_followsACrdToItsNewVersion();
    void case64_pollsAServerThatCanNoLongerWatchAndFollowsItAgain();
    void case64_discoversTheSameInOldAndNewForms();

private:
    void start();

    std::unique_ptr<ChangingServer> m_server;
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<kube::Api> m_api;
    std::unique_ptr<kube::Watch> m_watch;
    std::unique_ptr<WatchRecorder> m_seen;
    kube::WatchTimes m_times;
};

void WatchProfilesTest::init()
{
    support::keepClean();
    m_server = std::make_unique<ChangingServer>();
    http::Target target;
    target.base = m_server->wire().url();
    target.label = u"test"_s;
    m_client = std::make_unique<http::Client>(target, nullptr);
    m_api = kube::httpApi(*m_client);
    m_times = quickTimes();
    m_times.goneTypePause = 50ms;
}

void WatchProfilesTest::cleanup()
{
    m_seen.reset();
    m_watch.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_api.reset();
    m_client.reset();
    m_server.reset();
}

void WatchProfilesTest::start()
{
    const kube::Collection collection{.type = kube::flinkType(u"flinkdeployments"_s)};
    m_watch = std::make_unique<kube::Watch>(*m_api, collection, valueDecoder(), m_times);
    m_seen = std::make_unique<WatchRecorder>(*m_watch);
    m_watch->start();
    QTRY_COMPARE(m_server->watches.size(), 1);
}

void WatchProfilesTest::case54_saysThatATypeIsRemovedAndFindsItAgain()
{
    start();
    m_server->versions.clear();
    m_server->watches.last().chunk(eventJson("DELETED", {u"a"_s, u"11"_s}));
    m_server->endWatches();
    QTRY_COMPARE(m_watch->state(), State::TypeMissing);
    QVERIFY(kube::isTypeMissing(*m_watch->lastError()));
    QCOMPARE(m_seen->names(), QStringList());
    QTRY_VERIFY(m_watch->attempt() > 2);
    QCOMPARE(m_watch->state(), State::TypeMissing);

    m_server->versions = {u"v1beta1"_s};
    QTRY_COMPARE(m_watch->state(), State::Following);
    QVERIFY(!m_watch->lastError());
}

void WatchProfilesTest::case55_followsACrdToItsNewVersion()
{
    start();
    m_server->versions = {u"v1"_s, u"v1beta2"_s};
    m_server->endWatches();
    QTRY_COMPARE(m_server->lists.last(), group + u"/v1/flinkdeployments"_s);
    QTRY_COMPARE(m_watch->state(), State::Following);
    QCOMPARE(m_watch->collection().type.version, u"v1"_s);
    QCOMPARE(m_server->watches.last().path(), group + u"/v1/flinkdeployments"_s);
    QCOMPARE(m_seen->told.filter(u"deleted"_s), QStringList()); // the view was never empty
    QCOMPARE(m_seen->names(), QStringList{u"a@2"_s});
}

void WatchProfilesTest::case64_pollsAServerThatCanNoLongerWatchAndFollowsItAgain()
{
    m_times.relistAfter = 300ms; // so often it is tried whether the server can watch
    start();
    m_server->canWatch = false;
    m_server->endWatches();
    QTRY_COMPARE(m_watch->state(), State::Polling);
    QTRY_VERIFY(m_server->lists.size() > 3);
    m_server->canWatch = true;
    QTRY_COMPARE(m_watch->state(), State::Following);
    QVERIFY(!m_watch->lastError());
}

void WatchProfilesTest::case64_discoversTheSameInOldAndNewForms()
{
    for (const bool aggregates : {true, false, true}) {
        m_server->aggregates = aggregates;
        std::optional<kube::Discovery> found;
        kube::discover(*m_api, this, [&](const base::Result<kube::Discovery>& answer) { found = *answer; });
        QTRY_VERIFY(found);
        QVERIFY(found->failed.isEmpty());
        QCOMPARE(found->find(u"flink.apache.org"_s, u"flinkdeployments"_s)->type.version, u"v1beta1"_s);
        QVERIFY(found->find({}, u"pods"_s));
    }
}

QTEST_GUILESS_MAIN(WatchProfilesTest)
#include "tst_watchprofiles.moc"
