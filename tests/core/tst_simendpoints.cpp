#include "tests/support/hygiene.h"
#include "tests/support/simstory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString restService = u"orders-rest"_s;

} // namespace

/// The controller that writes down which pods are behind a service.
class SimEndpointsTest : public QObject
{
    Q_OBJECT
private slots:
    void init() { support::keepClean(); }
    void namesThePodsBehindAService();
    void aPodThatEndsIsNoLongerReady();
    void goesWithItsService();
    void aServiceWithoutSelectorHasNone();

private:
    static QJsonObject sliceOf(const support::SimStory& story)
    {
        for (const sim::Snapshot& slice : story.world.objects.list(u"endpointslices.discovery.k8s.io", story.home)) {
            if (slice->labels()[u"kubernetes.io/service-name"] == restService)
                return slice->document();
        }
        return {};
    }
    static QJsonObject endpointsOf(const support::SimStory& story)
    {
        return story.get(u"endpoints", story.home, restService);
    }
    static void start(support::SimStory& story)
    {
        story.create(sim::type::flinkDeployments,
                     support::SimStory::deployment(u"orders"_s, u"default"_s, u"savepoint"_s));
        QVERIFY(story.runUntilStable());
    }
};

void SimEndpointsTest::namesThePodsBehindAService()
{
    support::SimStory story;
    start(story);
    const QString pod = story.managerPods().value(0);
    const QJsonValue ip = sim::at(story.get(sim::type::pods, story.home, pod), {u"status", u"podIP"});
    const QJsonValue endpoint = sliceOf(story)[u"endpoints"][0];
    QCOMPARE(endpoint[u"addresses"][0], ip);
    QCOMPARE(endpoint[u"conditions"][u"ready"], QJsonValue(true));
    QCOMPARE(endpoint[u"targetRef"][u"name"].toString(), pod);
    QCOMPARE(sliceOf(story)[u"ports"][0][u"port"].toInt(), 8081);
    const QJsonValue subset = endpointsOf(story)[u"subsets"][0];
    QCOMPARE(subset[u"addresses"][0][u"ip"], ip);
    QCOMPARE(subset[u"ports"][0][u"port"].toInt(), 8081);
}

void SimEndpointsTest::aPodThatEndsIsNoLongerReady()
{
    support::SimStory story;
    start(story);
    const QString pod = story.managerPods().value(0);
    story.remove(sim::type::pods, pod);
    QCOMPARE(sliceOf(story)[u"endpoints"][0][u"conditions"][u"terminating"], QJsonValue(true));
    QCOMPARE(sliceOf(story)[u"endpoints"][0][u"conditions"][u"ready"], QJsonValue(false));
    QVERIFY(story.runUntil([&] {
        const QJsonValue only = sliceOf(story)[u"endpoints"];
        return only.toArray().size() == 1 && only[0][u"targetRef"][u"name"].toString() != pod &&
               only[0][u"conditions"][u"ready"].toBool();
    }));
    QCOMPARE(endpointsOf(story)[u"subsets"][0][u"addresses"].toArray().size(), 1);
}

void SimEndpointsTest::goesWithItsService()
{
    support::SimStory story;
    start(story);
    QVERIFY(!sliceOf(story).isEmpty());
    story.remove(sim::type::flinkDeployments, u"orders"_s);
    QVERIFY(story.runUntil([&] { return sliceOf(story).isEmpty() && endpointsOf(story).isEmpty(); }));
    QVERIFY(story.get(sim::type::services, story.home, restService).isEmpty());
}

void SimEndpointsTest::aServiceWithoutSelectorHasNone()
{
    support::SimStory story;
    const QJsonObject port{{u"port"_s, 80}};
    story.create(sim::type::services,
                 {{u"apiVersion"_s, u"v1"_s},
                  {u"kind"_s, u"Service"_s},
                  {u"metadata"_s, QJsonObject{{u"name"_s, restService}, {u"namespace"_s, story.home}}},
                  {u"spec"_s, QJsonObject{{u"ports"_s, QJsonArray{port}}}}});
    story.runUntil([&] { return false; });
    QVERIFY(sliceOf(story).isEmpty());
    QVERIFY(endpointsOf(story).isEmpty());
}

QTEST_GUILESS_MAIN(SimEndpointsTest)
#include "tst_simendpoints.moc"
