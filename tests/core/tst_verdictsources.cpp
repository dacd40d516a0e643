#include "tests/support/evidence.h"
#include "tests/support/hygiene.h"

#include <QTest>

using namespace support::evidence;
using base::Health;
using health::Source;

/// What a verdict says of its sources: how old they are, who was not asked, who could still refute it.
class TestVerdictSources : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void keepsTheCauseBeforeTheEvidence();
    void callsOldNewsUnknown();
    void takesAQuietWatchForCurrent();
    void saysThatFlinkMayNotBeAsked();
    void namesWhoCouldStillRefuteIt_data();
    void namesWhoCouldStillRefuteIt();
    void showsOneRowForEachFactAndOneStatementForEachSource();
    void tellsNotAskedFromNotReported();
    void makesServerTextVisible();
};

void TestVerdictSources::keepsTheCauseBeforeTheEvidence()
{
    Evidence evidence = seen(fault("04-deployment-and-ha-deleted/02-cr-error"), 5);
    const Verdict verdict = health::assess(evidence);

    QVERIFY(!verdict.reasons.isEmpty());
    QVERIFY2(verdict.reasons.first().contains(u"HA metadata is not available"), qPrintable(verdict.reasons.first()));
    QVERIFY(!verdict.reasons.contains(verdict.summary));
}

void TestVerdictSources::callsOldNewsUnknown()
{
    Evidence evidence = seen(stable, 300);
    evidence.resource.observedAt = evidence.now.addSecs(-61);
    evidence.resource.fail(errorOf(base::Error::Kind::Network));

    const Verdict verdict = health::assess(evidence);
    QCOMPARE(verdict.health, Health::Unknown);
    QVERIFY(verdict.summary.contains(u"no recent news"));
    QCOMPARE(verdict.reasons, QStringList{u"it was not to be"_s});
    QVERIFY(verdict.jobState.isEmpty());
    QCOMPARE(fact(verdict, u"State"_s).statements.first().text, u"STABLE · RUNNING"_s); // the last value stays, dated
    QCOMPARE(fact(verdict, u"State"_s).statements.first().problem, u"it was not to be"_s);
}

void TestVerdictSources::takesAQuietWatchForCurrent()
{
    Evidence evidence = seen(stable, 300);
    evidence.resource.observedAt = evidence.now.addSecs(-90);
    QCOMPARE(health::assess(evidence).health, Health::Healthy);

    evidence.resource.observedAt = evidence.now.addSecs(-121);
    QCOMPARE(health::assess(evidence).health, Health::Unknown);
}

void TestVerdictSources::saysThatFlinkMayNotBeAsked()
{
    Evidence evidence = seen(stable, 300);
    flinkIsSilent(base::Error::Kind::Forbidden)(evidence);
    const Verdict verdict = health::assess(evidence);
    QCOMPARE(verdict.health, Health::Healthy);
    QVERIFY(verdict.summary.contains(u"may not ask"));
}

void TestVerdictSources::namesWhoCouldStillRefuteIt_data()
{
    using Sources = QList<Source>;
    using Changes = QList<Change>;
    constexpr auto resource = Source::CustomResource, rest = Source::FlinkRest, podList = Source::Pods;
    const Change running = flinkSays(u"RUNNING"_s, 6, 6), complete = checkpoints(3, 0);
    QTest::addColumn<QString>("resource");
    QTest::addColumn<Changes>("others");
    QTest::addColumn<Sources>("judgedOn");
    QTest::addColumn<Sources>("notHeard");
    QTest::addColumn<bool>("tentative");

    QTest::newRow("nobody asked") << stable << Changes{} << Sources{resource} << Sources{rest, podList} << true;
    QTest::newRow("only the pods") << stable << Changes{pods()} << Sources{resource, podList} << Sources{rest} << true;
    QTest::newRow("only Flink") << stable << Changes{running, complete} << Sources{resource, rest} << Sources{podList}
                                << true;
    QTest::newRow("Flink has not told of the checkpoints yet")
        << stable << Changes{running, pods()} << Sources{resource, rest, podList} << Sources{rest} << true;
    QTest::newRow("everybody") << stable << Changes{running, complete, pods()} << Sources{resource, rest, podList}
                               << Sources{} << false;
    QTest::newRow("Flink was asked in vain") << stable << Changes{flinkIsSilent(base::Error::Kind::Timeout), pods()}
                                             << Sources{resource, podList} << Sources{} << false;
    QTest::newRow("Flink may not be asked") << stable << Changes{flinkIsSilent(base::Error::Kind::Forbidden), pods()}
                                            << Sources{resource, podList} << Sources{rest} << true;
    QTest::newRow("a failure by the operator's word")
        << fault("01-taskmanager-killed-no-restart/03-cr-failed") << Changes{} << Sources{resource}
        << Sources{rest, podList} << true;
    QTest::newRow("suspended: there is nobody to ask")
        << u"cr/05-suspended"_s << Changes{} << Sources{resource} << Sources{} << false;
}

void TestVerdictSources::namesWhoCouldStillRefuteIt()
{
    QFETCH(QString, resource);
    QFETCH(QList<Change>, others);
    QFETCH(QList<Source>, judgedOn);
    QFETCH(QList<Source>, notHeard);
    QFETCH(bool, tentative);
    Evidence evidence = seen(resource, 300);
    for (const Change& change : others)
        change(evidence);
    const Verdict verdict = health::assess(evidence);
    QVERIFY2(verdict.judgedOn == judgedOn, qPrintable(health::caveatOf(verdict.notHeard)));
    QVERIFY2(verdict.notHeard == notHeard, qPrintable(health::caveatOf(verdict.notHeard)));
    QCOMPARE(verdict.isTentative(), tentative);
    QCOMPARE(health::caveatOf(verdict.notHeard).isEmpty(), notHeard.isEmpty());
}

void TestVerdictSources::showsOneRowForEachFactAndOneStatementForEachSource()
{
    Evidence evidence = seen(stable, 300);
    flinkSays(u"RUNNING"_s, 6, 6)(evidence);
    pods([](Evidence&, Pod&, Pod& taskManager) { taskManager.image = u"flink:1.20-hotfix"_s; })(evidence);
    checkpoints(14, 0)(evidence);
    restarts(2)(evidence);
    const Verdict verdict = health::assess(evidence);

    QStringList names;
    for (const health::Fact& one : verdict.facts) {
        names.append(one.name);
        QCOMPARE(one.statements.size(), 3);
        QCOMPARE(one.statements[0].source, Source::CustomResource);
        QCOMPARE(one.statements[1].source, Source::FlinkRest);
        QCOMPARE(one.statements[2].source, Source::Pods);
    }
    QCOMPARE(names, (QStringList{u"State"_s, u"Since"_s, u"Job id"_s, u"Restarts"_s, u"Image"_s, u"Parallelism"_s,
                                 u"Last checkpoint"_s}));
    QCOMPARE(fact(verdict, u"State"_s).statements[0].text, u"STABLE · RUNNING"_s);
    QCOMPARE(fact(verdict, u"State"_s).statements[2].text, u"2 of 2 ready"_s);
    QVERIFY(!fact(verdict, u"State"_s).disagree);
    QCOMPARE(fact(verdict, u"Restarts"_s).statements[1].text, u"2"_s);
    QCOMPARE(fact(verdict, u"Image"_s).statements[2].text, u"flink:1.20, flink:1.20-hotfix"_s);
    QVERIFY(fact(verdict, u"Image"_s).disagree);
    QCOMPARE(fact(verdict, u"Parallelism"_s).statements[0].text, u"2"_s);
    QCOMPARE(fact(verdict, u"Last checkpoint"_s).statements[1].text, u"chk-12 · 14 s ago"_s);
}

void TestVerdictSources::tellsNotAskedFromNotReported()
{
    const Verdict verdict = health::assess(seen(stable, 300));
    const health::Statement reported = fact(verdict, u"Restarts"_s).statements[0];
    const health::Statement asked = fact(verdict, u"Restarts"_s).statements[1];
    QVERIFY(reported.text.isEmpty() && reported.problem.isEmpty());
    QVERIFY(asked.text.isEmpty());
    QCOMPARE(asked.problem, u"not asked"_s);
}

void TestVerdictSources::makesServerTextVisible()
{
    Evidence evidence = seen(stable, 300);
    flink::OperatorError error;
    error.message = u"evil\u202Etxt\nsecond line"_s;
    changeResource(evidence, [&](Deployment& resource) { resource.status.error = error; });
    const Verdict verdict = health::assess(evidence);
    QCOMPARE(verdict.health, Health::AtRisk);
    QVERIFY(!verdict.reasons.join(QString()).contains(QChar(0x202E)));
    QVERIFY(!verdict.reasons.join(QString()).contains(u'\n'));
}

QTEST_GUILESS_MAIN(TestVerdictSources)
#include "tst_verdictsources.moc"
