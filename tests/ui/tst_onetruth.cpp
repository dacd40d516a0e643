#include "tests/support/hygiene.h"
#include "tests/support/sampleconnections.h"
#include "ui/deployment/deploymentpage.h"
#include "ui/fleet/fleetpage.h"
#include "ui/settings/languages.h"
#include "ui/theme/theme.h"
#include "ui/widgets/timedisplay.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;
/// Longer than a silent Flink is waited for.
constexpr int longPatience = 60'000;

QString english(base::Health health)
{
    switch (health) {
    case base::Health::Broken:
        return u"broken"_s;
    case base::Health::AtRisk:
        return u"atRisk"_s;
    case base::Health::Changing:
        return u"changing"_s;
    case base::Health::Unknown:
        return u"unknown"_s;
    case base::Health::Suspended:
        return u"suspended"_s;
    case base::Health::Healthy:
        return u"healthy"_s;
    }
    return {};
}

/// Ages in a sentence differ by the second in which it was made.
QString withoutAges(QString sentence)
{
    static const QRegularExpression age(u"[0-9]+ (d|h|min|s|ms)\\b ?"_s);
    return sentence.replace(age, u"#"_s);
}

} // namespace

/// The same served state, judged in a row of the table, on a page and on the command line.
class TestOneTruth : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void everybodySaysTheSame_data();
    void everybodySaysTheSame();
    void nobodyCallsASilentFlinkHealthy();
    void rowsOutOfViewAreConfirmedInTheBackground();
    void aListNamesWhatItWasJudgedOn();
    void aListThatRunsOutOfTimeTellsWhatItHas();

private:
    std::unique_ptr<fleet::FleetPage> fleetOf(flink::Connection& connection, QSize size);
    QJsonObject dreyctl(const QStringList& arguments);

    support::SampleConnections m_sample;
    settings::Languages m_languages;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<widgets::TimeDisplay> m_time;
    QTemporaryDir m_folder;
};

void TestOneTruth::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_languages.use(settings::Preferences::Language::English);
    m_theme = std::make_unique<theme::Theme>(*qApp);
    m_time = std::make_unique<widgets::TimeDisplay>();
    QVERIFY(m_sample.start());
    QVERIFY(m_folder.isValid() && m_sample.server().writeKubeconfig(m_folder.filePath(u"config"_s)));
}

std::unique_ptr<fleet::FleetPage> TestOneTruth::fleetOf(flink::Connection& connection, QSize size)
{
    auto page = std::make_unique<fleet::FleetPage>();
    page->resize(size);
    page->addConnection(connection);
    page->show();
    return page;
}

/// The server is in this process, so the event loop goes on meanwhile.
QJsonObject TestOneTruth::dreyctl(const QStringList& arguments)
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"HOME"_s, m_folder.path());
    environment.insert(u"KUBECONFIG"_s, m_folder.filePath(u"config"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(DREYCTL), arguments + QStringList{u"-o"_s, u"json"_s});
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, longPatience))
        process.kill();
    const QJsonDocument document = QJsonDocument::fromJson(process.readAllStandardOutput());
    if (!document.isObject())
        qWarning("%s", process.readAllStandardError().constData());
    return document.object();
}

void TestOneTruth::everybodySaysTheSame_data()
{
    QTest::addColumn<QString>("context");
    QTest::addColumn<QString>("nameSpace");
    QTest::addColumn<QString>("name");
    const auto add = [](const char* name, const char* context, const char* nameSpace, const char* deployment) {
        QTest::newRow(name) << QString::fromLatin1(context) << QString::fromLatin1(nameSpace)
                            << QString::fromLatin1(deployment);
    };
    add("healthy", "dev-local", "default", "orders-demo");
    add("killed for memory again and again", "prod-seoul", "payments", "payment-settlement");
    add("without a JobManager", "prod-seoul", "logistics", "dock-slotting");
    add("checkpoints fail", "prod-seoul", "logistics", "parcel-tracking");
    add("backpressured", "prod-busan", "logistics", "route-eta");
    add("restarted today", "stage-seoul", "analytics", "clickstream-sessions");
    add("being upgraded", "prod-seoul", "payments", "ledger-projection");
    add("starting", "stage-seoul", "analytics", "merchant-rollup");
    add("suspended", "stage-seoul", "risk", "device-graph");
    add("a session cluster", "stage-seoul", "analytics", "adhoc-session");
}

void TestOneTruth::everybodySaysTheSame()
{
    QFETCH(QString, context);
    QFETCH(QString, nameSpace);
    QFETCH(QString, name);
    const auto connection = m_sample.open(context);
    const kube::ObjectKey key{nameSpace, name};
    const auto fleet = fleetOf(*connection, {1200, 2000});
    deployment::DeploymentPage page(*connection, key);
    page.show();
    const auto row = [&] { return fleet->model().row({connection->id(), key}); };
    const auto verdict = [&]() -> const health::Verdict& { return page.subject().verdict(); };
    QTRY_VERIFY_WITH_TIMEOUT(row() && !row()->tentative && row()->health != base::Health::Unknown, patience);
    QTRY_VERIFY_WITH_TIMEOUT(verdict().notHeard.isEmpty() && verdict().health != base::Health::Unknown, patience);

    const QJsonObject told =
        dreyctl({u"--context"_s, context, u"-n"_s, nameSpace, u"describe"_s, u"deployment"_s, name});
    QCOMPARE(told[u"health"].toString(), english(verdict().health));
    QCOMPARE(withoutAges(told[u"summary"].toString()), withoutAges(verdict().summary));
    QVERIFY(told[u"notHeard"].toArray().isEmpty());
    QCOMPARE(told[u"judgedOn"].toArray().size(), verdict().judgedOn.size());

    // Both are judged anew while they are looked at: what they say about the same moment is compared.
    QTRY_COMPARE(row()->health, verdict().health);
    QTRY_COMPARE(withoutAges(row()->summary), withoutAges(verdict().summary));
    QTRY_COMPARE(row()->jobState, verdict().jobState);
    QTRY_COMPARE(row()->sourcesDisagree, verdict().sourcesDisagree);
    fleet->removeConnection(*connection);
}

void TestOneTruth::nobodyCallsASilentFlinkHealthy()
{
    const auto connection = m_sample.open(u"prod-busan"_s);
    const kube::ObjectKey key{u"logistics"_s, u"customs-status"_s};
    const auto fleet = fleetOf(*connection, {1200, 2000});
    deployment::DeploymentPage page(*connection, key);
    page.show();
    const auto row = [&] { return fleet->model().row({connection->id(), key}); };
    QTRY_VERIFY_WITH_TIMEOUT(row() && page.subject().deployment(), patience);

    // Until its time is up it has not answered, and whoever claims something says that.
    QVERIFY(row()->tentative);
    QVERIFY(page.subject().verdict().isTentative());
    const QJsonObject told =
        dreyctl({u"--context"_s, u"prod-busan"_s, u"-n"_s, key.nameSpace, u"describe"_s, u"deployment"_s, key.name});
    QCOMPARE(told[u"health"].toString(), u"unknown"_s);
    QTRY_COMPARE_WITH_TIMEOUT(row()->health, base::Health::Unknown, longPatience);
    QTRY_COMPARE_WITH_TIMEOUT(page.subject().verdict().health, base::Health::Unknown, longPatience);
    QCOMPARE(row()->summary, page.subject().verdict().summary);
    fleet->removeConnection(*connection);
}

void TestOneTruth::rowsOutOfViewAreConfirmedInTheBackground()
{
    const auto connection = m_sample.open(u"stage-seoul"_s);
    const auto fleet = fleetOf(*connection, {1200, 330}); // room for a row or two
    QTRY_COMPARE_WITH_TIMEOUT(fleet->model().counts().total, 6, patience);
    const auto unconfirmed = [&] {
        const auto& counts = fleet->model().counts().tentative;
        return std::accumulate(counts.begin(), counts.end(), 0);
    };
    QTRY_COMPARE_WITH_TIMEOUT(unconfirmed(), 0, patience);
    QVERIFY(fleet->model().counts().byHealth[size_t(base::Health::Healthy)] > 0);
    fleet->removeConnection(*connection);
}

void TestOneTruth::aListNamesWhatItWasJudgedOn()
{
    const QStringList list{u"--context"_s, u"prod-seoul"_s, u"-n"_s, u"payments"_s, u"get"_s, u"deployments"_s};
    const auto settlement = [](const QJsonObject& answer) {
        const QJsonArray items = answer[u"items"].toArray();
        for (const QJsonValue& item : items) {
            if (item[u"name"].toString() == u"payment-settlement")
                return item.toObject();
        }
        return QJsonObject();
    };
    // The operator says STABLE of a job that restarts all the time.
    const QJsonObject byWord = settlement(dreyctl(list));
    QCOMPARE(byWord[u"judgedOn"].toArray(), QJsonArray{u"customResource"_s});
    QCOMPARE(byWord[u"notHeard"].toArray(), (QJsonArray{u"flinkRest"_s, u"pods"_s}));
    const QJsonObject asked = settlement(dreyctl(list + QStringList{u"--ask"_s}));
    QCOMPARE(asked[u"health"].toString(), u"broken"_s);
    QVERIFY(asked[u"notHeard"].toArray().isEmpty());
}

void TestOneTruth::aListThatRunsOutOfTimeTellsWhatItHas()
{
    const QJsonObject answer = dreyctl(
        {u"--context"_s, u"prod-busan"_s, u"-A"_s, u"get"_s, u"deployments"_s, u"--ask"_s, u"--timeout"_s, u"10"_s});
    const QJsonArray items = answer[u"items"].toArray();
    QCOMPARE(items.size(), 5);
    for (const QJsonValue& item : items) {
        const bool isSilent = item[u"name"].toString() == u"customs-status";
        QVERIFY2(item[u"notHeard"].toArray().isEmpty() != isSilent, qPrintable(item[u"name"].toString()));
    }
    QVERIFY(answer[u"warnings"].toArray().first().toString().contains(u"1 deployment did not answer in time"));
}

QTEST_MAIN(TestOneTruth)

#include "tst_onetruth.moc"
