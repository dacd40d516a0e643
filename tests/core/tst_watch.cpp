#include "core/kube/watch.h"

#include "tests/support/fakeapi.h"
#include "tests/support/hygiene.h"
#include "tests/support/kubeobjects.h"

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace support;

using State = kube::Watch::State;

/// The state machine of a watch, against a server that answers when told.
class WatchTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void init();
    void cleanup();

    void listsThenFollowsFromTheVersionOfTheList();
    void resumesWhereItWasWhenTheServerEndsTheStream();

private:
    kube::Watch& watch(kube::WatchTimes times = quickTimes());
    void startFollowing(kube::WatchTimes times = quickTimes(), const QString& version = u"10"_s);

    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<kube::Watch> m_watch;
    std::unique_ptr<WatchRecorder> m_seen;
};

void WatchTest::init()
{
    m_api = std::make_unique<FakeApi>();
}

void WatchTest::cleanup()
{
    m_seen.reset();
    m_watch.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_api.reset();
}

kube::Watch& WatchTest::watch(kube::WatchTimes times)
{
    kube::Collection collection{.type = kube::flinkType(u"flinkdeployments"_s), .nameSpace = {}, .labelSelector = {}, .fieldSelector = {}};
    m_watch = std::make_unique<kube::Watch>(*m_api, collection, valueDecoder(), times);
    m_seen = std::make_unique<WatchRecorder>(*m_watch);
    return *m_watch;
}

void WatchTest::startFollowing(kube::WatchTimes times, const QString& version)
{
    watch(times).start();
    m_api->answer(listJson({{u"a"_s, u"3"_s}, {u"b"_s, u"5"_s}}, version));
    QTRY_VERIFY(m_api->stream());
    m_api->stream()->open();
}

void WatchTest::listsThenFollowsFromTheVersionOfTheList()
{
    watch().start();
    QCOMPARE(m_watch->state(), State::Listing);
    QVERIFY(m_api->isAsked(u"/apis/flink.apache.org/v1beta1/flinkdeployments"_s));
    QCOMPARE(m_api->parameter(u"limit"_s), u"500"_s);
    QVERIFY(m_api->parameter(u"resourceVersion"_s).isNull());
    m_api->answer(listJson({{u"a"_s, u"3"_s}, {u"b"_s, u"5"_s}}, u"10"_s));
    QTRY_COMPARE(m_watch->state(), State::Following);

    const http::Request asked = m_api->stream()->request;
    QCOMPARE(parameter(asked, u"watch"_s), u"true"_s);
    QCOMPARE(parameter(asked, u"resourceVersion"_s), u"10"_s);
    QCOMPARE(parameter(asked, u"allowWatchBookmarks"_s), u"true"_s);
    const int timeout = parameter(asked, u"timeoutSeconds"_s).toInt();
    QVERIFY2(timeout >= 240 && timeout <= 360, qPrintable(QString::number(timeout)));

    m_api->stream()->open();
    m_api->stream()->send(eventJson("MODIFIED", {u"a"_s, u"11"_s}) + eventJson("DELETED", {u"b"_s, u"12"_s}));
    QTRY_COMPARE(m_seen->told, QStringList({u"listed 2"_s, u"applied a@11"_s, u"deleted b"_s}));
    QCOMPARE(m_seen->names(), QStringList({u"a@11"_s}));
}

void WatchTest::resumesWhereItWasWhenTheServerEndsTheStream()
{
    startFollowing();
    m_api->stream()->send(eventJson("MODIFIED", {u"a"_s, u"11"_s}));
    QTRY_COMPARE(m_seen->names().first(), u"a@11"_s);
    m_api->stream()->end();
    QTRY_COMPARE(m_api->streams.size(), 2);
    QCOMPARE(parameter(m_api->stream()->request, u"resourceVersion"_s), u"11"_s);
    QCOMPARE(m_watch->state(), State::Following);
}

QTEST_GUILESS_MAIN(WatchTest)
#include "tst_watch.moc"
