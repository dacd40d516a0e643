#include "core/workflow/runner.h"

#include "tests/support/hygiene.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace workflow;
using Kind = base::Error::Kind;
using State = Operation::State;
using StepState = StepRecord::State;

namespace {

constexpr RunnerTimes quick{1ms, 0ms, 1ms, 20ms, 0ms};

/// A world in which steps have effects: what was sent for a step is counted by its id.
class World : public Doer
{
public:
    enum class Trouble {
        None,
        NotSent,    ///< the connection could not be made
        LostBefore, ///< no answer, and the server has not got it
        LostAfter,  ///< no answer, but it was done
        Refused,
        Blind, ///< looks fail
        Gone,  ///< what it is about was deleted
    };

    void look(const Step& step, const Operation& operation, QObject* context,
              std::function<void(base::Result<Sight>)> done) override
    {
        looks.append(step.id);
        QTimer::singleShot(0, context, [this, step, operation, done] { done(sightOf(step, operation)); });
    }
    void send(const Step& step, const Operation&, QObject* context,
              std::function<void(base::Result<base::Ok>)> done) override
    {
        QTimer::singleShot(0, context, [this, id = step.id, done] { done(answerTo(id)); });
    }

    QMap<QString, int> effects; ///< by step
    QMap<QString, int> requests;
    QMap<QString, int> looksUntilDone; ///< beyond the first after the effect
    Trouble trouble = Trouble::None;
    QString troubled; ///< the step
    int times = 1;    ///< so often
    QStringList looks;
    bool isStuck = false;

private:
    bool strikes(const QString& id, Trouble what)
    {
        if (trouble != what || id != troubled || times == 0)
            return false;
        --times;
        return true;
    }
    base::Result<Sight> sightOf(const Step& step, const Operation& operation)
    {
        if (strikes(step.id, Trouble::Blind))
            return base::Error{Kind::Timeout, u"no answer in time"_s};
        if (strikes(step.id, Trouble::Gone))
            return Sight{Sight::State::Failed, u"it was deleted"_s, {}, false};
        if (step.sends && effects.value(step.id) == 0)
            return Sight{Sight::State::Untouched, {}, {}, false};
        if (looksUntilDone[step.id]-- > 0)
            return Sight{Sight::State::Underway, u"under way"_s, {}, isStuck};
        // Facts of earlier steps are there, in whatever process.
        const QString before = step.details[u"needs"].toString();
        const bool isKnown = before.isEmpty() || operation.facts.contains(before);
        return Sight{
            isKnown ? Sight::State::Done : Sight::State::Failed, u"seen"_s, {{step.id, effects[step.id]}}, false};
    }
    base::Result<base::Ok> answerTo(const QString& id)
    {
        if (strikes(id, Trouble::NotSent))
            return base::Error{Kind::Network, u"refused"_s};
        ++requests[id];
        if (strikes(id, Trouble::Refused))
            return base::Error{Kind::Forbidden, u"you may not"_s};
        if (strikes(id, Trouble::LostBefore))
            return base::Error{Kind::OutcomeUnknown, u"no answer"_s};
        ++effects[id];
        if (strikes(id, Trouble::LostAfter))
            return base::Error{Kind::OutcomeUnknown, u"no answer"_s};
        return base::Ok();
    }
};

Step sending(const QString& id, const QString& needs = {})
{
    Step step;
    step.id = id;
    step.title = u"Do "_s + id;
    step.sends = Sending{u"PATCH"_s, u"/apis/things/"_s + id, QJsonArray{1, u"two"_s}, u"application/json"_s, {}};
    step.details = {{u"needs"_s, needs}};
    return step;
}

Step waiting(const QString& id, const QString& needs = {})
{
    Step step = sending(id, needs);
    step.sends.reset();
    return step;
}

Plan upgrade()
{
    Plan plan;
    plan.operation = u"upgrade"_s;
    plan.context = u"prod"_s;
    plan.object = u"FlinkDeployment payments/orders"_s;
    plan.uid = u"4d6c"_s;
    plan.title = u"Upgrade payments/orders"_s;
    plan.preflight = {{u"rights"_s, Check::Verdict::Ok, u"May patch."_s, u"patch flinkdeployments"_s,
                       QDateTime::fromMSecsSinceEpoch(1'800'000'000'123, Qt::UTC)}};
    plan.steps = {sending(u"snapshot"_s), waiting(u"completed"_s, u"snapshot"_s), sending(u"spec"_s, u"completed"_s),
                  waiting(u"running"_s, u"spec"_s)};
    plan.expected = 41s;
    plan.confirmation = Confirmation::TypeName;
    plan.before = {{u"parallelism"_s, 2}};
    plan.after = {{u"parallelism"_s, 4}};
    return plan;
}

/// The steps that send something in `upgrade()`.
const QStringList acts{u"snapshot"_s, u"spec"_s};

} // namespace

class WorkflowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aPlanSurvivesBeingWrittenDown();
    void stepsAreDoneInTheirOrder();
    void whatIsDoneAlreadyIsNotDoneAgain();
    void aProcessMayEndAtEveryLine_data();
    void aProcessMayEndAtEveryLine();
    void aLineMayBreakOff();
    void troubleAtAStep_data();
    void troubleAtAStep();
    void cancelledAtASafePoint_data();
    void cancelledAtASafePoint();
    void patienceEndsInUnknownAndIsTakenUp();
    void whatIsStuckIsToldAndGoesOn();
    void nobodyElseIsAtTheObject();
    void whoDiesLetsGo();
    void whatCannotBeWrittenDownIsNotDone();
    void whatIsOverIsNotTakenUp();
    void journalsOfOthers_data();
    void journalsOfOthers();
    void theFolderIsListedNewestFirst();
    void onlyTheOwnerReadsIt();
    void aNudgeLooksAtOnce();

private:
    QString folder() const { return m_folder->filePath(u"state/operations"_s); }
    Journal journal() const { return Journal(folder()); }
    /// Carries out what is open until it ends; its id.
    QString run(World& world, base::Result<std::unique_ptr<OpenJournal>> opened, RunnerTimes times = quick);
    Operation read(const QString& id) const { return journal().operation(id).value_or(Operation()); }
    QList<QByteArray> lines(const QString& id) const;
    void write(const QString& id, const QByteArray& bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void WorkflowTest::init()
{
    support::keepClean();
    m_folder = std::make_unique<QTemporaryDir>();
}

QString WorkflowTest::run(World& world, base::Result<std::unique_ptr<OpenJournal>> opened, RunnerTimes times)
{
    if (!opened) {
        qWarning("%s", qPrintable(opened.error().message));
        return {};
    }
    Runner runner(world, *std::move(opened), times);
    QSignalSpy finished(&runner, &Runner::finished);
    runner.start();
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 10'000))
        qWarning("it did not end");
    return runner.operation().id;
}

QList<QByteArray> WorkflowTest::lines(const QString& id) const
{
    QFile file(folder() + u'/' + id + u".jsonl"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

void WorkflowTest::write(const QString& id, const QByteArray& bytes) const
{
    QDir().mkpath(folder());
    QFile file(folder() + u'/' + id + u".jsonl"_s);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
}

void WorkflowTest::aPlanSurvivesBeingWrittenDown()
{
    const QJsonObject json = toJson(upgrade());
    QCOMPARE(json[u"kind"_s].toString(), u"Plan"_s);
    QCOMPARE(json[u"confirm"_s].toString(), u"typeName"_s);
    QCOMPARE(planOf(QJsonDocument::fromJson(QJsonDocument(json).toJson()).object()), upgrade());
}

void WorkflowTest::stepsAreDoneInTheirOrder()
{
    World world;
    world.looksUntilDone = {{u"completed"_s, 3}, {u"running"_s, 2}};
    const QString id = run(world, journal().begin(upgrade()));
    const Operation operation = read(id);
    QCOMPARE(operation.state, State::Succeeded);
    QCOMPARE(operation.result, u"seen"_s);
    QCOMPARE(world.effects,
             (QMap<QString, int>{{u"snapshot"_s, 1}, {u"spec"_s, 1}, {u"completed"_s, 0}, {u"running"_s, 0}}));
    QStringList order = world.looks;
    order.erase(std::unique(order.begin(), order.end()), order.end());
    QCOMPARE(order, (QStringList{u"snapshot"_s, u"completed"_s, u"spec"_s, u"running"_s}));
    for (const StepRecord& step : operation.steps) {
        QCOMPARE(step.state, StepState::Done);
        QVERIFY(step.startedAt.isValid() && step.startedAt <= step.endedAt);
    }
    QVERIFY(operation.startedAt <= operation.endedAt);
    QCOMPARE(operation.plan, upgrade());
    QVERIFY(!operation.host.isEmpty());
}

void WorkflowTest::whatIsDoneAlreadyIsNotDoneAgain()
{
    World world;
    world.effects[u"snapshot"_s] = 1;
    const QString id = run(world, journal().begin(upgrade()));
    QCOMPARE(read(id).state, State::Succeeded);
    QCOMPARE(world.effects[u"snapshot"_s], 1);
    QCOMPARE(world.requests.value(u"snapshot"_s), 0);
}

void WorkflowTest::aProcessMayEndAtEveryLine_data()
{
    QTest::addColumn<int>("kept");
    QTest::addColumn<bool>("acted");
    // planned, four steps: the acts with sending, sent, done, the others with sent or done, ended
    for (int kept = 1; kept <= 10; ++kept) {
        QTest::addRow("after line %d, before it acted", kept) << kept << false;
        QTest::addRow("after line %d, after it acted", kept) << kept << true;
    }
}

void WorkflowTest::aProcessMayEndAtEveryLine()
{
    QFETCH(int, kept);
    QFETCH(bool, acted);
    World first;
    const QString id = run(first, journal().begin(upgrade()));
    const QList<QByteArray> all = lines(id);
    QVERIFY(all.size() > 1);
    kept = std::min(kept, int(all.size()) - 1);
    write(id, all.first(kept).join('\n') + '\n');
    const Operation found = read(id);
    QCOMPARE(found.state, State::Interrupted);

    // The world as it was then: what had been answered has had its effect; what was being sent, or would have been
    // next, perhaps.
    World world;
    for (const StepRecord& step : found.steps) {
        const bool isAct = acts.contains(step.id);
        const bool isOpen = step.state == StepState::Sending;
        if (isAct && (step.state == StepState::Sent || step.isOver() || (isOpen && acted)))
            world.effects[step.id] = 1;
    }
    const QString again = run(world, journal().takeUp(id));
    QCOMPARE(again, id);
    QCOMPARE(read(id).state, State::Succeeded);
    for (const QString& act : acts)
        QCOMPARE(world.effects[act], 1);
    // What is in the journal stays in it.
    QCOMPARE(lines(id).first(kept), all.first(kept));
}

void WorkflowTest::aLineMayBreakOff()
{
    World first;
    const QString id = run(first, journal().begin(upgrade()));
    const QList<QByteArray> all = lines(id);
    for (qsizetype whole = 1; whole < all.size(); ++whole) {
        const QByteArray half = all.at(whole).first(all.at(whole).size() / 2);
        write(id, all.first(whole).join('\n') + '\n' + half);
        World world;
        for (const StepRecord& step : read(id).steps) {
            if (acts.contains(step.id) && step.state != StepState::Planned)
                world.effects[step.id] = 1;
        }
        run(world, journal().takeUp(id));
        QCOMPARE(read(id).state, State::Succeeded);
        for (const QString& act : acts)
            QCOMPARE(world.effects[act], 1);
    }
}

void WorkflowTest::troubleAtAStep_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<QString>("step");
    QTest::addColumn<State>("end");
    using Trouble = World::Trouble;
    for (const QString& step : acts) {
        QTest::addRow("%s is not sent", qPrintable(step)) << int(Trouble::NotSent) << step << State::Succeeded;
        QTest::addRow("%s gets lost", qPrintable(step)) << int(Trouble::LostBefore) << step << State::Succeeded;
        QTest::addRow("the answer to %s gets lost", qPrintable(step))
            << int(Trouble::LostAfter) << step << State::Succeeded;
        QTest::addRow("%s is refused", qPrintable(step)) << int(Trouble::Refused) << step << State::Failed;
    }
    for (const Step& step : upgrade().steps) {
        QTest::addRow("nobody sees %s", qPrintable(step.id)) << int(Trouble::Blind) << step.id << State::Succeeded;
        QTest::addRow("deleted at %s", qPrintable(step.id)) << int(Trouble::Gone) << step.id << State::Failed;
    }
}

void WorkflowTest::troubleAtAStep()
{
    QFETCH(int, trouble);
    QFETCH(QString, step);
    QFETCH(State, end);
    World world;
    world.trouble = World::Trouble(trouble);
    world.troubled = step;
    world.times = world.trouble == World::Trouble::Blind ? 3 : 1;
    const Operation operation = read(run(world, journal().begin(upgrade())));
    QCOMPARE(operation.state, end);
    for (const QString& act : acts)
        QVERIFY(world.effects.value(act) <= 1);
    if (end == State::Failed) {
        // It says where, and nothing after it was begun.
        QVERIFY2(operation.result.contains(u"Do "_s + step), qPrintable(operation.result));
        bool isAfter = false;
        for (const StepRecord& record : operation.steps) {
            QCOMPARE(record.state, record.id == step ? StepState::Failed
                                   : isAfter         ? StepState::Planned
                                                     : StepState::Done);
            isAfter = isAfter || record.id == step;
        }
    } else {
        for (const QString& act : acts)
            QCOMPARE(world.effects.value(act), 1);
    }
    // Sent once more only when it was seen that the first had no effect.
    QCOMPARE(world.requests.value(step), world.trouble == World::Trouble::LostBefore                   ? 2
                                         : acts.contains(step) && trouble != int(World::Trouble::Gone) ? 1
                                                                                                       : 0);
}

void WorkflowTest::cancelledAtASafePoint_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<bool>("mayBeCancelled");
    QTest::addColumn<QString>("next");
    QTest::newRow("while it waits") << u"completed"_s << true << u"completed"_s;
    QTest::newRow("while it must not") << u"completed"_s << false << u"spec"_s;
    QTest::newRow("at the end") << u"running"_s << true << u"running"_s;
}

void WorkflowTest::cancelledAtASafePoint()
{
    QFETCH(QString, at);
    QFETCH(bool, mayBeCancelled);
    QFETCH(QString, next);
    Plan plan = upgrade();
    for (Step& step : plan.steps) {
        if (step.id == at)
            step.mayBeCancelled = mayBeCancelled;
    }
    World world;
    world.looksUntilDone[at] = 5;
    auto opened = journal().begin(plan);
    QVERIFY(opened);
    Runner runner(world, *std::move(opened), quick);
    QSignalSpy finished(&runner, &Runner::finished);
    connect(&runner, &Runner::progressed, this, [&] {
        const qsizetype current = runner.operation().currentStep();
        if (current >= 0 && runner.operation().steps.at(current).id == at && !runner.isCancelling())
            runner.cancel();
    });
    runner.start();
    QTRY_VERIFY(!finished.isEmpty());
    const Operation operation = read(runner.operation().id);
    QCOMPARE(operation.state, State::Cancelled);
    QCOMPARE(operation.steps.at(operation.currentStep()).id, next);
    QVERIFY(operation.result.contains(u"Do "_s + next));
    QCOMPARE(world.effects.value(u"spec"_s), at == u"running" ? 1 : 0);
}

void WorkflowTest::patienceEndsInUnknownAndIsTakenUp()
{
    World world;
    world.looksUntilDone[u"running"_s] = 1'000'000;
    RunnerTimes impatient = quick;
    impatient.patience = 30ms;
    const QString id = run(world, journal().begin(upgrade()), impatient);
    const Operation operation = read(id);
    QCOMPARE(operation.state, State::Unknown);
    QCOMPARE(operation.result, u"under way"_s);
    QVERIFY(operation.isOpen());
    world.looksUntilDone.clear();
    run(world, journal().takeUp(id));
    QCOMPARE(read(id).state, State::Succeeded);
    QCOMPARE(world.effects.value(u"spec"_s), 1);
}

void WorkflowTest::whatIsStuckIsToldAndGoesOn()
{
    World world;
    world.isStuck = true;
    world.looksUntilDone[u"running"_s] = 20;
    auto opened = journal().begin(upgrade());
    QVERIFY(opened);
    Runner runner(world, *std::move(opened), quick);
    QSignalSpy finished(&runner, &Runner::finished);
    runner.start();
    QTRY_VERIFY(runner.isStuck());
    QTRY_VERIFY(!finished.isEmpty());
    QVERIFY(!runner.isStuck());
    QCOMPARE(read(runner.operation().id).state, State::Succeeded);
}

void WorkflowTest::nobodyElseIsAtTheObject()
{
    auto opened = journal().begin(upgrade());
    QVERIFY(opened);
    const QString id = (*opened)->operation().id;
    QCOMPARE(read(id).state, State::Running);
    const auto second = journal().begin(upgrade());
    QVERIFY(!second);
    QCOMPARE(second.error().kind, Kind::Conflict);
    const auto same = journal().takeUp(id);
    QVERIFY(!same);
    QCOMPARE(same.error().kind, Kind::Conflict);
    Plan other = upgrade();
    other.uid = u"another"_s;
    QVERIFY(journal().begin(other));
    *opened = nullptr;
    QCOMPARE(read(id).state, State::Interrupted);
    QVERIFY(journal().takeUp(id));
}

void WorkflowTest::whoDiesLetsGo()
{
    QString id;
    {
        World world;
        world.looksUntilDone[u"completed"_s] = 1'000'000;
        auto opened = journal().begin(upgrade());
        QVERIFY(opened);
        id = (*opened)->operation().id;
        Runner runner(world, *std::move(opened), quick);
        runner.start();
        QTRY_COMPARE(runner.operation().currentStep(), 1);
    }
    QCOMPARE(read(id).state, State::Interrupted);
}

void WorkflowTest::whatCannotBeWrittenDownIsNotDone()
{
    World world;
    auto opened = journal().begin(upgrade());
    QVERIFY(opened);
    const QString id = (*opened)->operation().id;
    Runner runner(world, *std::move(opened), quick);
    QSignalSpy finished(&runner, &Runner::finished);
    // The disk goes away.
    QVERIFY(QFile::remove(folder() + u'/' + id + u".jsonl"_s));
    QVERIFY(QDir().mkdir(folder() + u'/' + id + u".jsonl"_s));
    runner.start();
    QTRY_VERIFY(!finished.isEmpty());
    QVERIFY(runner.isOver());
    QVERIFY(runner.problem().contains(id));
    QVERIFY(world.effects.isEmpty() || world.effects.values() == QList<int>{0});
    QVERIFY(world.requests.isEmpty());
}

void WorkflowTest::whatIsOverIsNotTakenUp()
{
    World world;
    const QString id = run(world, journal().begin(upgrade()));
    const auto again = journal().takeUp(id);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, Kind::Invalid);
    QCOMPARE(journal().takeUp(u"20260915T025801Z-000000"_s).error().kind, Kind::NotFound);
    QCOMPARE(journal().takeUp(u"../../etc/passwd"_s).error().kind, Kind::NotFound);
}

void WorkflowTest::journalsOfOthers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("hello\n");
    QTest::newRow("no plan first") << QByteArray(R"({"event":"step","step":"spec","state":"done"})");
    QTest::newRow("another id") << QByteArray(R"({"event":"planned","journal":1,"id":"x","plan":{}})");
    QTest::newRow("of a newer Drey") << QByteArray(
        R"({"event":"planned","journal":2,"id":"20260915T025801Z-00000a","plan":{"steps":[]}})");
    QTest::newRow("binary") << QByteArray(4096, '\0');
}

void WorkflowTest::journalsOfOthers()
{
    QFETCH(QByteArray, text);
    const QString id = u"20260915T025801Z-00000a"_s;
    write(id, text);
    const Operation operation = read(id);
    QVERIFY(!operation.problem.isEmpty());
    QCOMPARE(journal().operations().size(), 1);
    QCOMPARE(journal().takeUp(id).error().kind, Kind::Decode);
    QCOMPARE(lines(id).size(), text.trimmed().isEmpty() ? 0 : 1); // and is left as it is
}

void WorkflowTest::theFolderIsListedNewestFirst()
{
    const QByteArray plan = QJsonDocument(toJson(upgrade())).toJson(QJsonDocument::Compact);
    for (const QByteArray id : {"20260915T025801Z-00000a", "20270915T025801Z-00000b", "20260915T025802Z-00000c"})
        write(QString::fromLatin1(id), R"({"event":"planned","journal":1,"id":")" + id + R"(","plan":)" + plan + "}\n");
    write(u"notes"_s, "not one of ours\n");
    QStringList ids;
    for (const Operation& operation : journal().operations())
        ids.append(operation.id);
    QCOMPARE(ids,
             (QStringList{u"20270915T025801Z-00000b"_s, u"20260915T025802Z-00000c"_s, u"20260915T025801Z-00000a"_s}));
}

void WorkflowTest::onlyTheOwnerReadsIt()
{
    World world;
    const QString id = run(world, journal().begin(upgrade()));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(folder() + u'/' + id + u".jsonl"_s) & others, QFile::Permissions());
}

void WorkflowTest::aNudgeLooksAtOnce()
{
    World world;
    world.looksUntilDone[u"completed"_s] = 1;
    RunnerTimes slow = quick;
    slow.look = 1h;
    auto opened = journal().begin(upgrade());
    QVERIFY(opened);
    Runner runner(world, *std::move(opened), slow);
    QSignalSpy finished(&runner, &Runner::finished);
    runner.start();
    QTRY_COMPARE(runner.operation().currentStep(), 1);
    QTRY_COMPARE(runner.operation().steps.at(1).state, StepState::Sent);
    runner.nudge();
    QTRY_VERIFY(!finished.isEmpty());
}

QTEST_GUILESS_MAIN(WorkflowTest)
#include "tst_workflow.moc"
