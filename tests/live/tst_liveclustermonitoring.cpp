#include "tests/live/support/alertlistener.h"
#include "tests/live/support/faults.h"
#include "tests/live/support/httpclient.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::ClusterScene;
using live::PodCluster;

} // namespace

/// The cluster with Prometheus and Alertmanager: they ask pods and operator, and a rule that fires is told.
class LiveClusterMonitoringTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanupTestCase();

    void podsAndOperatorAreAsked();
    void theJobsOwnNumbersArrive();
    void aRuleThatFiresIsDelivered();

private:
    /// What Prometheus says to an instant query: the values, by the named label.
    [[nodiscard]] QMap<QString, double> query(const QString& expression, const QString& label) const;

    std::unique_ptr<ClusterScene> m_scene;
    std::unique_ptr<live::HttpClient> m_prometheus;
    std::unique_ptr<live::AlertListener> m_listener;
};

void LiveClusterMonitoringTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_POD_CLUSTER();
    DREY_NEEDS_LIVE(u"monitoring"_s);
    m_scene = std::make_unique<ClusterScene>(kube::ObjectKey{u"team-a"_s, u"orders"_s});
    QVERIFY2(m_scene->raise(PodCluster::Kind::Monitored), qPrintable(m_scene->problem()));
    m_listener = std::make_unique<live::AlertListener>();
    QVERIFY(m_listener->listen());
    m_prometheus = std::make_unique<live::HttpClient>(QUrl(u"http://10.98.0.1:9090"_s));
    QVERIFY(m_scene->kubectl({u"apply"_s, u"-f"_s, QFINDTESTDATA("manifests/orders.yaml")}));
    QVERIFY(m_scene->becomesWell());
}

void LiveClusterMonitoringTest::cleanupTestCase()
{
    m_prometheus.reset();
    m_listener.reset();
    m_scene.reset();
}

QMap<QString, double> LiveClusterMonitoringTest::query(const QString& expression, const QString& label) const
{
    const QString path = u"/api/v1/query?query="_s + QString::fromLatin1(QUrl::toPercentEncoding(expression));
    const live::HttpAnswer answer = m_prometheus->get(path);
    if (answer.status != 200)
        qInfo("%s", qPrintable(answer.report()));
    QMap<QString, double> values;
    const QJsonArray results = answer.json()[u"data"][u"result"].toArray();
    for (const QJsonValue& result : results)
        values.insert(result[u"metric"][label].toString(), result[u"value"][1].toString().toDouble());
    return values;
}

void LiveClusterMonitoringTest::podsAndOperatorAreAsked()
{
    const QMap<QString, double> wanted{{u"jobmanager"_s, 1}, {u"taskmanager"_s, 1}};
    QVERIFY(live::comesTrue([&] { return query(u"up{job='flink'}"_s, u"component"_s) == wanted; }, PodCluster::soon));
    const QMap<QString, double> one{{u"operator"_s, 1}};
    QVERIFY(live::comesTrue([&] { return query(u"up{job='operator'}"_s, u"job"_s) == one; }, PodCluster::soon));
    const auto names = [this](const QString& job) {
        return query(u"count by (__name__) ({__name__=~'flink_.*', job='%1'})"_s.arg(job), u"__name__"_s).keys();
    };
    const auto hasMany = [&] { return names(u"flink"_s).size() > 100 && names(u"operator"_s).size() > 20; };
    const bool isTrue = live::comesTrue(hasMany, PodCluster::soon);
    qInfo("%lld names of metrics from pods, %lld from the operator", names(u"flink"_s).size(),
          names(u"operator"_s).size());
    QVERIFY(isTrue);
}

void LiveClusterMonitoringTest::theJobsOwnNumbersArrive()
{
    const auto number = [this] {
        return query(u"max by (job_name) (flink_taskmanager_job_task_operator_number)"_s, u"job_name"_s)
            .value(u"orders"_s);
    };
    QVERIFY(live::comesTrue([&] { return number() > 0; }, PodCluster::soon));
    const double first = number();
    QVERIFY(live::comesTrue([&] { return number() > first; }, PodCluster::soon));
    const QMap<QString, double> nothing{{u"orders"_s, 0}};
    QCOMPARE(query(u"max by (job_name) (flink_taskmanager_job_task_operator_missing)"_s, u"job_name"_s), nothing);
}

void LiveClusterMonitoringTest::aRuleThatFiresIsDelivered()
{
    QVERIFY(m_listener->alerts().isEmpty());
    const live::Faults faults(*m_scene);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(faults.killTaskManager());
    QVERIFY(live::comesTrue([this] { return !m_listener->alerts().isEmpty(); }, PodCluster::patience));
    const QJsonObject alert = m_listener->alerts().first();
    qInfo("after %lld s: %s", timer.elapsed() / 1000, qPrintable(alert[u"annotations"][u"summary"].toString()));
    QCOMPARE(alert[u"status"].toString(), u"firing"_s);
    QCOMPARE(alert[u"labels"][u"alertname"].toString(), u"FlinkJobRestarted"_s);
    QCOMPARE(alert[u"labels"][u"namespace"].toString(), u"team-a"_s);
    QCOMPARE(alert[u"labels"][u"job_name"].toString(), u"orders"_s);
    QVERIFY(m_scene->becomesWell());
}

QTEST_GUILESS_MAIN(LiveClusterMonitoringTest)
#include "tst_liveclustermonitoring.moc"
