#include "core/workflow/pace.h"

#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using workflow::Operation;
using workflow::usualTimeOf;
using workflow::usualTimeOfStep;

namespace {

/// Of two steps: "ask", which takes a second, and "made".
Operation took(const QString& verb, std::chrono::seconds made)
{
    const QDateTime begin = QDateTime::fromSecsSinceEpoch(10'000, Qt::UTC);
    Operation one;
    one.plan.operation = verb;
    one.startedAt = begin;
    one.endedAt = begin.addSecs(1 + made.count());
    one.state = Operation::State::Succeeded;
    for (const QString& kind : {u"ask"_s, u"made"_s}) {
        workflow::Step step;
        step.id = step.kind = kind;
        one.plan.steps.append(step);
    }
    one.steps = {{u"ask"_s, workflow::StepRecord::State::Done, begin, begin.addSecs(1), {}},
                 {u"made"_s, workflow::StepRecord::State::Done, begin.addSecs(1), one.endedAt, {}}};
    return one;
}

} // namespace

/// How long operations and their steps usually take.
class TestPace : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void theMedianIsWhatIsUsual();
    void stepsOfOneKindAreComparedAcrossOperations();
    void whatWasNeverDoneHasNoUsualTime();
    void muchLongerIsMoreThanAnyVariation();
    void aPlanKeepsThemInItsJournal();
};

void TestPace::theMedianIsWhatIsUsual()
{
    const QList<Operation> earlier{took(u"savepoint"_s, 10s), took(u"savepoint"_s, 900s), took(u"savepoint"_s, 12s),
                                   took(u"upgrade"_s, 60s)};
    QCOMPARE(usualTimeOf(earlier, u"savepoint"_s), std::optional<milliseconds>(13s));
    QCOMPARE(usualTimeOf(earlier, u"upgrade"_s), std::optional<milliseconds>(61s));
}

void TestPace::stepsOfOneKindAreComparedAcrossOperations()
{
    QList<Operation> earlier{took(u"savepoint"_s, 10s), took(u"upgrade"_s, 20s), took(u"upgrade"_s, 30s)};
    QCOMPARE(usualTimeOfStep(earlier, u"made"_s), std::optional<milliseconds>(20s));
    QCOMPARE(usualTimeOfStep(earlier, u"ask"_s), std::optional<milliseconds>(1s));
    // What is not over has no length.
    earlier[1].steps[1].endedAt = {};
    earlier[2].steps[1].endedAt = {};
    QCOMPARE(usualTimeOfStep(earlier, u"made"_s), std::optional<milliseconds>(10s));
}

void TestPace::whatWasNeverDoneHasNoUsualTime()
{
    QCOMPARE(usualTimeOf({}, u"savepoint"_s), std::nullopt);
    QCOMPARE(usualTimeOf({took(u"savepoint"_s, 1s)}, u"upgrade"_s), std::nullopt);
    QCOMPARE(usualTimeOfStep({took(u"savepoint"_s, 1s)}, u"gone"_s), std::nullopt);
    QVERIFY(!workflow::isMuchLonger(24h, std::nullopt));
}

void TestPace::muchLongerIsMoreThanAnyVariation()
{
    QVERIFY(!workflow::isMuchLonger(30s, 1s));
    QVERIFY(workflow::isMuchLonger(33s, 1s));
    QVERIFY(!workflow::isMuchLonger(110s, 40s));
    QVERIFY(workflow::isMuchLonger(111s, 40s));
}

void TestPace::aPlanKeepsThemInItsJournal()
{
    workflow::Plan plan = took(u"savepoint"_s, 10s).plan;
    plan.expected = 90s;
    plan.steps[1].expected = 80s;
    const workflow::Plan read = workflow::planOf(workflow::toJson(plan));
    QCOMPARE(read.expected, plan.expected);
    QCOMPARE(read.steps.at(0).expected, std::nullopt);
    QCOMPARE(read.steps.at(1).expected, std::optional<milliseconds>(80s));
}

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
