#include "tests/support/hygiene.h"
#include "ui/fleet/rowbuilder.h"
#include "ui/fleet/situation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using base::Health;
using fleet::Row;
using fleet::RowBuilder;
using fleet::RowInput;
using fleet::Situation;
using State = flink::ConnectionState::Kind;

namespace {

const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);

RowInput stableInput()
{
    flink::Deployment deployment;
    deployment.metadata.nameSpace = u"payments"_s;
    deployment.metadata.name = u"settlement"_s;
    deployment.metadata.owner = u"Argo CD"_s;
    deployment.metadata.createdAt = now.addDays(-10);
    deployment.flinkVersion = u"v1_20"_s;
    deployment.job = flink::JobSpec{};
    deployment.job->parallelism = 12;
    deployment.job->state = u"running"_s;
    deployment.jobManagerStatus = u"READY"_s;
    deployment.status.lifecycleState = u"STABLE"_s;
    deployment.status.jobState = u"RUNNING"_s;
    deployment.status.reconciledAt = now.addSecs(-1500);
    RowInput input;
    input.key = {u"context:prod"_s, {u"payments"_s, u"settlement"_s}};
    input.context = u"prod"_s;
    input.deployment = std::make_shared<const flink::Deployment>(deployment);
    input.seenAt = now.addSecs(-2);
    input.now = now;
    return input;
}

std::shared_ptr<fleet::RestFacts> factsWith(const QString& jobState, int checkpointAge)
{
    auto facts = std::make_shared<fleet::RestFacts>();
    flink::ClusterOverview overview;
    overview.flinkVersion = u"1.20.4"_s;
    facts->overview.succeed(overview, now.addSecs(-1));
    flink::JobOverview job;
    job.id = u"5f0c"_s;
    job.state = jobState;
    job.startTime = now.addSecs(-3600);
    facts->evidence.jobs.succeed({job}, now.addSecs(-1));
    flink::CheckpointHistory history;
    flink::Checkpoint checkpoint;
    checkpoint.id = 7;
    checkpoint.status = u"COMPLETED"_s;
    checkpoint.latestAckAt = now.addSecs(-checkpointAge);
    checkpoint.durationMs = 1500;
    history.latestCompleted = checkpoint;
    history.history = {checkpoint};
    facts->evidence.checkpoints.succeed(history, now.addSecs(-1));
    flink::CheckpointConfig config;
    config.intervalMs = 60'000;
    facts->evidence.checkpointConfig.succeed(config, now.addSecs(-1));
    facts->evidence.restarts.succeed(17, now.addSecs(-1));
    return facts;
}

flink::Pod jobManagerPod()
{
    flink::Pod pod;
    pod.metadata.name = u"settlement-1"_s;
    pod.component = u"jobmanager"_s;
    pod.phase = u"Running"_s;
    flink::ContainerState container;
    container.ready = true;
    pod.containers = {container};
    return pod;
}

Situation::Party party(State kind, bool complete = false)
{
    Situation::Party result;
    result.name = u"prod"_s;
    result.state.kind = kind;
    result.isComplete = complete;
    return result;
}

} // namespace

class TestFleetRows : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void aRowHasWhatTheResourceSays();
    void whatRestSaysIsAddedAndDisagreementShown();
    void whatRestSaidLongAgoIsNotShown();
    void theReasonWhyRestIsSilentIsKept();
    void aLostServerMakesTheRowStaleWithItsReason();
    void anUnreadableObjectIsARowWithItsProblem();
    void hostileTextsAreSafeAndShort();
    void aRowThatRestsOnTheOperatorAloneSaysSo();
    void emptyMeansOneOfFourThings_data();
    void emptyMeansOneOfFourThings();
    void severalLostServersAreToldTogether();
};

void TestFleetRows::aRowHasWhatTheResourceSays()
{
    const Row row = RowBuilder::build(stableInput());
    QCOMPARE(row.name, u"settlement"_s);
    QCOMPARE(row.nameSpace, u"payments"_s);
    QCOMPARE(row.flinkVersion, u"1.20"_s);
    QCOMPARE(row.parallelism, 12);
    QCOMPARE(row.owner, u"Argo CD"_s);
    QCOMPARE(row.lifecycle, u"STABLE"_s);
    QCOMPARE(row.changedAt, now.addSecs(-1500).toMSecsSinceEpoch());
    QCOMPARE(row.lastCheckpointAt, 0);
    QVERIFY(!row.restarts);
    QVERIFY(!row.stale);
}

void TestFleetRows::whatRestSaysIsAddedAndDisagreementShown()
{
    RowInput input = stableInput();
    input.rest = factsWith(u"RESTARTING"_s, 900);
    const Row row = RowBuilder::build(input);
    QCOMPARE(row.jobState, u"RESTARTING"_s);
    QVERIFY(row.sourcesDisagree);
    QVERIFY(row.health != Health::Healthy);
    QCOMPARE(row.flinkVersion, u"1.20.4"_s);
    QCOMPARE(row.restarts, 17);
    QCOMPARE(row.lastCheckpointAt, now.addSecs(-900).toMSecsSinceEpoch());
    QCOMPARE(row.checkpointWarnMs, 180'000);
    QCOMPARE(row.durations, QList<double>{1500});
}

void TestFleetRows::whatRestSaidLongAgoIsNotShown()
{
    RowInput input = stableInput();
    input.rest = factsWith(u"RUNNING"_s, 10);
    input.now = now.addSecs(3600);
    const Row row = RowBuilder::build(input);
    QCOMPARE(row.lastCheckpointAt, 0);
    QVERIFY(!row.restarts);
}

void TestFleetRows::theReasonWhyRestIsSilentIsKept()
{
    RowInput input = stableInput();
    auto facts = std::make_shared<fleet::RestFacts>();
    facts->overview.fail({base::Error::Kind::Forbidden, u"services/proxy is forbidden"_s});
    input.rest = facts;
    QCOMPARE(RowBuilder::build(input).checkpointProblem, u"services/proxy is forbidden"_s);
}

void TestFleetRows::aLostServerMakesTheRowStaleWithItsReason()
{
    RowInput input = stableInput();
    input.trouble =
        std::make_shared<const base::Error>(base::Error{base::Error::Kind::Network, u"connection refused"_s});
    const Row row = RowBuilder::build(input);
    QVERIFY(row.stale);
    QVERIFY(row.staleReason.contains(u"connection refused"));
    QCOMPARE(row.name, u"settlement"_s);
}

void TestFleetRows::anUnreadableObjectIsARowWithItsProblem()
{
    RowInput input = stableInput();
    input.deployment = nullptr;
    input.problem = u"spec is not an object"_s;
    const Row row = RowBuilder::build(input);
    QCOMPARE(row.health, Health::Unknown);
    QVERIFY(row.summary.contains(u"spec is not an object"));
}

void TestFleetRows::hostileTextsAreSafeAndShort()
{
    RowInput input = stableInput();
    auto deployment = std::make_shared<flink::Deployment>(*input.deployment);
    deployment->image = QString(1024 * 1024, u'i');
    deployment->status.lifecycleState = u"ST\u202EABLE\u001b[31m"_s;
    input.deployment = deployment;
    input.key.object.name = u"a\u200Bb"_s;
    const Row row = RowBuilder::build(input);
    QVERIFY(row.image.size() <= 256);
    QVERIFY(!row.lifecycle.contains(QChar(0x202E)) && !row.lifecycle.contains(QChar(0x1b)));
    QVERIFY(!row.name.contains(QChar(0x200B)));
    QCOMPARE(row.key.object.name, u"a\u200Bb"_s);
}

void TestFleetRows::aRowThatRestsOnTheOperatorAloneSaysSo()
{
    RowInput input = stableInput();
    const Row alone = RowBuilder::build(input);
    QCOMPARE(alone.health, Health::Healthy);
    QVERIFY(alone.tentative);
    QVERIFY(!alone.notHeard.isEmpty());

    const auto facts = factsWith(u"RUNNING"_s, 10);
    input.rest = facts;
    QVERIFY(RowBuilder::build(input).tentative); // the pods are missing yet
    facts->evidence.pods.succeed({jobManagerPod()}, now.addSecs(-1));
    const Row confirmed = RowBuilder::build(input);
    QVERIFY2(!confirmed.tentative, qPrintable(health::caveatOf(confirmed.notHeard)));
    QCOMPARE(confirmed.health, Health::Healthy);

    input.now = now.addSecs(3600); // what Flink said an hour ago confirms nothing
    input.seenAt = input.now;
    QVERIFY(RowBuilder::build(input).tentative);
}

void TestFleetRows::emptyMeansOneOfFourThings_data()
{
    QTest::addColumn<QList<Situation::Party>>("parties");
    QTest::addColumn<Situation::Kind>("kind");
    using Kind = Situation::Kind;
    using Parties = QList<Situation::Party>;

    QTest::newRow("no connection") << Parties{} << Kind::NoConnection;
    QTest::newRow("connecting") << Parties{party(State::Connecting)} << Kind::Loading;
    QTest::newRow("first list on its way") << Parties{party(State::Live)} << Kind::Loading;
    QTest::newRow("whole and empty") << Parties{party(State::Live, true)} << Kind::Nothing;
    QTest::newRow("not permitted") << Parties{party(State::NotPermitted)} << Kind::NotPermitted;
    QTest::newRow("not installed") << Parties{party(State::NotInstalled)} << Kind::NotInstalled;
    QTest::newRow("never reached") << Parties{party(State::Unreachable)} << Kind::Unreachable;
    QTest::newRow("credentials refused") << Parties{party(State::Unauthorized)} << Kind::Unreachable;
    QTest::newRow("one empty, one lost") << Parties{party(State::Live, true), party(State::Stale)} << Kind::Unreachable;
    QTest::newRow("one empty, one not permitted")
        << Parties{party(State::Live, true), party(State::NotPermitted)} << Kind::Nothing;
}

void TestFleetRows::emptyMeansOneOfFourThings()
{
    QFETCH(QList<Situation::Party>, parties);
    QTEST(Situation::of(parties).kind, "kind");
}

void TestFleetRows::severalLostServersAreToldTogether()
{
    QVERIFY(!Situation::cutOf({party(State::Live, true), party(State::Connecting)}));
    Situation::Party lost = party(State::Stale), refused = party(State::Unauthorized);
    lost.state.lastContact = now.addSecs(-300);
    refused.name = u"stage"_s;
    refused.state.lastContact = now.addSecs(-60);
    const auto cut = Situation::cutOf({party(State::Live, true), refused, lost});
    QVERIFY(cut);
    QCOMPARE(cut->lastContact, now.addSecs(-300));
    QVERIFY(cut->sentence.contains(u"prod") && cut->sentence.contains(u"stage"));
}

QTEST_GUILESS_MAIN(TestFleetRows)

#include "tst_fleetrows.moc"
