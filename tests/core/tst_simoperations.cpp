#include "core/flink/serviceproxy.h"
#include "core/plans/clusterdoer.h"
#include "core/plans/planning.h"
#include "core/sim/practice/practice.h"
#include "tests/support/hygiene.h"
#include "tests/support/sim/practiceclient.h"
#include "tests/support/tappedapi.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace plans;
using Kind = base::Error::Kind;
using State = workflow::Operation::State;
using Verb = Intent::Verb;
using workflow::StepRecord;
using Release = sim::documents::OperatorRelease;

namespace {

constexpr workflow::RunnerTimes quick{5ms, 1ms, 5ms, 30ms, 0ms};
constexpr int longest = 30'000; // ms
const QString victim = u"payment-authorize"_s;
const QString nameSpace = u"payments"_s;

enum class Trouble {
    None,
    NotSent,       ///< no connection
    RequestLost,   ///< no answer, and the server has not got it
    AnswerLost,    ///< no answer, but it was done
    Edited,        ///< somebody else changes the object just before
    Revoked,       ///< the right is gone
    Deleted,       ///< somebody deletes the object as the step begins
    Cancelled,     ///< by the user, as the step begins
    Killed,        ///< the process, as the step begins; another one goes on
    ServerRestart, ///< every connection breaks as the step begins, and some are refused
};

QString troubleText(Trouble trouble)
{
    switch (trouble) {
    case Trouble::None:
        return u"without trouble"_s;
    case Trouble::NotSent:
        return u"the request is not sent"_s;
    case Trouble::RequestLost:
        return u"the request is lost"_s;
    case Trouble::AnswerLost:
        return u"the answer is lost"_s;
    case Trouble::Edited:
        return u"somebody edits the object"_s;
    case Trouble::Revoked:
        return u"the right is revoked"_s;
    case Trouble::Deleted:
        return u"the object is deleted"_s;
    case Trouble::Cancelled:
        return u"it is cancelled"_s;
    case Trouble::Killed:
        return u"the process is killed"_s;
    case Trouble::ServerRestart:
        return u"the API server restarts"_s;
    }
    return {};
}

/// Whether it strikes a request, rather than a moment.
bool strikesRequest(Trouble trouble)
{
    return trouble == Trouble::NotSent || trouble == Trouble::RequestLost || trouble == Trouble::AnswerLost ||
           trouble == Trouble::Edited || trouble == Trouble::Revoked;
}

Intent intentOf(Verb verb)
{
    Intent intent;
    intent.verb = verb;
    intent.kind = u"FlinkDeployment"_s;
    intent.nameSpace = nameSpace;
    intent.name = victim;
    intent.settle = 0s;
    if (verb == Verb::Upgrade) {
        intent.change.set({u"spec"_s, u"flinkConfiguration"_s, u"state.checkpoints.num-retained"_s}, u"7"_s);
        intent.change.set({u"spec"_s, u"job"_s, u"upgradeMode"_s}, u"savepoint"_s);
    }
    if (verb == Verb::Rescale)
        intent.change.set({u"spec"_s, u"job"_s, u"parallelism"_s}, 6);
    return intent;
}

constexpr std::array everyVerb{Verb::Savepoint, Verb::Checkpoint, Verb::Suspend, Verb::Resume,
                               Verb::Restart,   Verb::Upgrade,    Verb::Rescale, Verb::Rollback,
                               Verb::Redeploy,  Verb::Recover,    Verb::Delete};

/// The steps of each plan as they are made for the practice cluster, and whether they send something.
QList<std::pair<QStringView, bool>> stepsOf(Verb verb)
{
    using namespace stepkind;
    switch (verb) {
    case Verb::Savepoint:
    case Verb::Checkpoint:
        return {{createSnapshot, true}, {snapshotMade, false}};
    case Verb::Suspend:
        return {{changeSpec, true}, {suspended, false}};
    case Verb::Delete:
        return {{createSnapshot, true}, {snapshotMade, false}, {deleteObject, true}, {gone, false}};
    default:
        return {{changeSpec, true}, {takenUp, false},      {running, false},
                {restored, false},  {checkpointed, false}, {settled, false}};
    }
}

/// Of the deployment that has two colours.
Intent transitionOf(const QStringList& path, const QJsonValue& to)
{
    Intent intent;
    intent.verb = Verb::Upgrade;
    intent.kind = u"FlinkBlueGreenDeployment"_s;
    intent.nameSpace = u"analytics"_s;
    intent.name = u"recommendation-feed"_s;
    intent.settle = 0s;
    intent.change.set(QStringList{u"spec"_s, u"template"_s, u"spec"_s} + path, to);
    return intent;
}

const kube::ObjectPath colours{
    kube::flinkType(u"flinkbluegreendeployments"_s), u"analytics"_s, u"recommendation-feed"_s, {}};
kube::ObjectPath colour(const QString& name)
{
    return {kube::flinkType(u"flinkdeployments"_s), u"analytics"_s, u"recommendation-feed-"_s + name, {}};
}

/// The metadata of a savepoint, in the folder that the cluster of this process has for its storage; empty: not there.
QByteArray writtenByCluster(const QString& savepoint)
{
    const QDir temporary(QDir::tempPath());
    const QStringList folders =
        temporary.entryList({QCoreApplication::applicationName() + u"-*"_s}, QDir::Dirs, QDir::Time);
    for (const QString& folder : folders) {
        QDirIterator entries(temporary.filePath(folder), {savepoint.section(u'/', -1)}, QDir::Dirs,
                             QDirIterator::Subdirectories);
        if (!entries.hasNext())
            continue;
        QFile file(entries.next() + u"/_metadata"_s);
        if (file.open(QIODevice::ReadOnly))
            return file.readAll();
    }
    return {};
}

base::Error errorOf(Kind kind)
{
    return {kind, u"it broke"_s};
}

} // namespace

/// Every operation at a practice cluster, over real sockets: undisturbed, and with each trouble at each of its steps.
/// The time of the cluster moves when told.
class SimOperationsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();

    void operationsReachTheirGoal_data();
    void operationsReachTheirGoal();
    void troubleAtEachStep_data();
    void troubleAtEachStep();

    void thePlanSaysWhatWillHappen();
    void aBlockedPlanSaysWhy_data();
    void aBlockedPlanSaysWhy();
    void anInterruptedOperationBlocksTheNext();
    void theSpecGoesBackToAnEarlierOne();
    void aRestartAfterASuspensionComesFromItsSavepoint();
    void aDrainedJobIsDeletedAfterItsLastSavepoint_data();
    void aDrainedJobIsDeletedAfterItsLastSavepoint();
    void onlyAJobThatRunsIsDrained();
    void anImageThatIsNotThereFailsWithItsReason();
    void aTransitionReachesTheOtherColour_data();
    void aTransitionReachesTheOtherColour();
    void aTransitionThatIsGivenUpIsTold();
    void whatStartsNoOtherColourIsNoTransition();
    void secretsAreInNoJournal();
    void anOperatorWithoutSnapshotResourcesIsAskedByNonce();
    void anOlderOperatorGetsTheObjectAnew_data();
    void anOlderOperatorGetsTheObjectAnew();
    void whatHoldsSecretsIsNotDeleted();
    void cleanupTestCase();

private:
    /// A fresh practice cluster; what was done before is forgotten.
    void found(Release release);
    void begin(Release release = Release::V1_15);
    Site site();
    Survey survey(const Intent& intent);
    /// Carries out the plan of an intent; `step`: where the trouble comes.
    workflow::Operation carryOut(const Intent& intent, Trouble trouble = Trouble::None, const QString& step = {});
    /// Begins, and does what has to have happened before this.
    Intent prepared(Verb verb);
    /// From where a journal is to its end. `strike` is called at each progress, until it answers true; then the process
    /// ends if `isKilled`.
    QString follow(std::unique_ptr<workflow::OpenJournal> journal, ClusterDoer& doer,
                   const std::function<bool(workflow::Runner&)>& strike, bool isKilled = false);
    void pass() { m_practice->host().step(4s); }
    QJsonObject get(const kube::ObjectPath& path);
    QJsonObject object() { return get({kube::flinkType(u"flinkdeployments"_s), nameSpace, victim, {}}); }
    QJsonArray snapshots();
    qint64 generation() { return object()[u"metadata"_s][u"generation"_s].toInteger(); }
    void byAnother(const QByteArray& method, const QJsonObject& body = {}, const std::function<void()>& then = {});
    void checkGoal(Verb verb, qint64 generationBefore);

    Release m_release = Release::V1_15;
    std::unique_ptr<sim::practice::Practice> m_practice;
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<kube::Api> m_other;
    std::unique_ptr<support::TappedApi> m_api;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<workflow::Journal> m_journal;
    QList<QByteArray> m_writes; ///< of ours that the server has answered well
    qsizetype m_snapshotsBefore = 0;
};

void SimOperationsTest::initTestCase()
{
    support::keepClean();
    found(Release::V1_15);
}

void SimOperationsTest::found(Release release)
{
    m_release = release;
    sim::HostOptions options;
    options.speed = 0;
    options.release = release;
    m_api.reset();
    m_other.reset();
    m_client.reset();
    m_practice = std::make_unique<sim::practice::Practice>(options);
    QVERIFY2(m_practice->problem().isEmpty(), qPrintable(m_practice->problem()));
}

/// A fresh world, and nothing done yet.
void SimOperationsTest::begin(Release release)
{
    support::keepClean();
    if (m_release != release)
        found(release);
    m_api.reset();
    m_other.reset();
    m_client.reset();
    m_practice->begin(u"healthy"_s);
    m_client = support::adminOf(m_practice->host());
    m_other = kube::httpApi(*m_client);
    m_api = std::make_unique<support::TappedApi>(kube::httpApi(*m_client));
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = std::make_unique<workflow::Journal>(m_folder->filePath(u"operations"_s));
    m_writes.clear();
}

void SimOperationsTest::cleanup()
{
    if (m_api)
        m_api->tap = {};
}

Site SimOperationsTest::site()
{
    Site site;
    site.api = m_api.get();
    site.rest = [this](const kube::ObjectKey& cluster) {
        return std::make_unique<flink::RestClient>(*m_client, flink::serviceProxyPath(cluster));
    };
    site.context = u"practice"_s;
    site.journal = m_journal.get();
    return site;
}

Survey SimOperationsTest::survey(const Intent& intent)
{
    Surveying surveying(site(), intent);
    std::optional<Survey> found;
    connect(&surveying, &Surveying::finished, this, [&](const Survey& survey) { found = survey; });
    connect(&surveying, &Surveying::failed, this,
            [](const base::Error& error) { qWarning("%s", qPrintable(error.message)); });
    surveying.start();
    if (!QTest::qWaitFor([&] { return found.has_value(); }, longest))
        qWarning("no survey");
    return found.value_or(Survey());
}

Intent SimOperationsTest::prepared(Verb verb)
{
    begin();
    Intent intent = intentOf(verb);
    if (verb == Verb::Redeploy || verb == Verb::Recover)
        intent.from = carryOut(intentOf(Verb::Savepoint)).facts[u"path"_s].toString();
    if (verb == Verb::Resume || verb == Verb::Recover)
        static_cast<void>(carryOut(intentOf(Verb::Suspend)));
    if (verb == Verb::Rollback) {
        SpecChange change;
        change.set({u"spec"_s, u"flinkConfiguration"_s, u"state.checkpoints.num-retained"_s}, u"9"_s);
        intent.spec = change.appliedTo(object())[u"spec"_s].toObject();
    }
    m_writes.clear();
    m_snapshotsBefore = snapshots().size();
    return intent;
}

QString SimOperationsTest::follow(std::unique_ptr<workflow::OpenJournal> journal, ClusterDoer& doer,
                                  const std::function<bool(workflow::Runner&)>& strike, bool isKilled)
{
    workflow::Runner runner(doer, std::move(journal), quick);
    const QString id = runner.operation().id;
    bool isOver = false, isStruck = false;
    connect(&runner, &workflow::Runner::progressed, this, [&] { isStruck = isStruck || (strike && strike(runner)); });
    connect(&runner, &workflow::Runner::finished, this, [&] { isOver = true; });
    isStruck = strike && strike(runner);
    runner.start();
    QElapsedTimer waited;
    waited.start();
    while (!isOver && !(isKilled && isStruck)) {
        if (waited.elapsed() > longest) {
            qWarning("it does not end: %s",
                     qPrintable(QString::fromUtf8(QJsonDocument(toJson(runner.operation())).toJson())));
            break;
        }
        QTest::qWait(8);
        pass();
    }
    return id;
}

workflow::Operation SimOperationsTest::carryOut(const Intent& intent, Trouble trouble, const QString& step)
{
    const Survey seen = survey(intent);
    const workflow::Plan plan = planOf(seen, site());
    if (plan.isBlocked()) {
        for (const workflow::Check& check : plan.preflight) {
            if (check.verdict == workflow::Check::Verdict::Fail)
                qWarning("%s: %s", qPrintable(check.id), qPrintable(check.message));
        }
        return {};
    }
    const auto isAt = [&](const workflow::Operation& operation) {
        const qsizetype current = operation.currentStep();
        return current >= 0 && operation.steps.at(current).id == step;
    };
    workflow::Runner* running = nullptr;
    bool hasStruck = false;
    int refused = 0;
    m_api->tap = [&](const http::Request& request, const kube::Api::BytesDone& done, const std::function<void()>&) {
        if (refused > 0) {
            --refused;
            QMetaObject::invokeMethod(
                this, [done] { done(errorOf(Kind::Network)); }, Qt::QueuedConnection);
            return true;
        }
        if (request.effect != http::Effect::Write)
            return false;
        const bool strikes = strikesRequest(trouble) && !hasStruck && running && isAt(running->operation());
        const bool isAnswerLost = strikes && trouble == Trouble::AnswerLost;
        const auto send = [this, request, done, isAnswerLost] {
            m_other->send(request, this, [this, request, done, isAnswerLost](const base::Result<http::Answer>& answer) {
                if (answer)
                    m_writes.append(request.method + ' ' + request.path.toUtf8());
                done(isAnswerLost ? base::Result<http::Answer>(errorOf(Kind::OutcomeUnknown)) : answer);
            });
        };
        hasStruck = hasStruck || strikes;
        if (strikes && trouble == Trouble::Edited) {
            byAnother(
                "PATCH",
                {{u"spec"_s, QJsonObject{{u"flinkConfiguration"_s, QJsonObject{{u"web.timeout"_s, u"700000"_s}}}}}},
                send);
            return true;
        }
        if (strikes &&
            (trouble == Trouble::NotSent || trouble == Trouble::RequestLost || trouble == Trouble::Revoked)) {
            const Kind kind = trouble == Trouble::NotSent       ? Kind::Network
                              : trouble == Trouble::RequestLost ? Kind::OutcomeUnknown
                                                                : Kind::Forbidden;
            QMetaObject::invokeMethod(
                this, [done, kind] { done(errorOf(kind)); }, Qt::QueuedConnection);
            return true;
        }
        send();
        return true;
    };
    const auto strike = [&](workflow::Runner& runner) {
        running = &runner;
        if (hasStruck || strikesRequest(trouble) || !isAt(runner.operation()))
            return hasStruck;
        hasStruck = true;
        if (trouble == Trouble::Deleted)
            byAnother("DELETE");
        if (trouble == Trouble::Cancelled)
            runner.cancel();
        if (trouble == Trouble::ServerRestart) {
            refused = 3;
            m_practice->host().cutConnections();
        }
        return true;
    };
    auto opened = m_journal->begin(plan);
    if (!opened) {
        qWarning("%s", qPrintable(opened.error().message));
        return {};
    }
    QString id;
    {
        ClusterDoer doer(site(), seen);
        id = follow(*std::move(opened), doer, strike, trouble == Trouble::Killed);
        running = nullptr;
    }
    if (trouble == Trouble::Killed && m_journal->operation(id)->state == State::Interrupted) {
        auto again = m_journal->takeUp(id);
        if (!again) {
            qWarning("%s", qPrintable(again.error().message));
            return {};
        }
        ClusterDoer other(site());
        follow(*std::move(again), other, {});
    }
    m_api->tap = {};
    return m_journal->operation(id).value_or(workflow::Operation());
}

QJsonObject SimOperationsTest::get(const kube::ObjectPath& path)
{
    std::optional<QJsonObject> found;
    m_other->getJson(path.path(), this,
                     [&](const base::Result<QJsonObject>& object) { found = object ? *object : QJsonObject(); });
    if (!QTest::qWaitFor([&] { return found.has_value(); }, longest))
        qWarning("no answer");
    return found.value_or(QJsonObject());
}

QJsonArray SimOperationsTest::snapshots()
{
    std::optional<QJsonArray> found;
    m_other->getJson(
        kube::Collection{.type = kube::flinkType(u"flinkstatesnapshots"_s), .nameSpace = nameSpace}.path(), this,
        [&](const base::Result<QJsonObject>& list) { found = list ? (*list)[u"items"_s].toArray() : QJsonArray(); });
    if (!QTest::qWaitFor([&] { return found.has_value(); }, longest))
        qWarning("no answer");
    QJsonArray ours;
    for (const QJsonValue snapshot : found.value_or(QJsonArray())) {
        if (snapshot[u"metadata"_s][u"name"_s].toString().contains(u"-drey-"_s))
            ours.append(snapshot);
    }
    return ours;
}

void SimOperationsTest::byAnother(const QByteArray& method, const QJsonObject& body, const std::function<void()>& then)
{
    http::Request request;
    request.method = method;
    request.path = kube::ObjectPath{kube::flinkType(u"flinkdeployments"_s), nameSpace, victim, {}}.path();
    request.contentType = method == "PATCH" ? "application/merge-patch+json" : "application/json";
    request.body = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson();
    request.effect = http::Effect::Write;
    m_other->send(request, this, [then](const base::Result<http::Answer>& answer) {
        if (!answer && answer.error().kind != Kind::NotFound)
            qWarning("%s", qPrintable(answer.error().message));
        if (then)
            then();
    });
}

void SimOperationsTest::checkGoal(Verb verb, qint64 generationBefore)
{
    const QJsonObject now = object();
    switch (verb) {
    case Verb::Savepoint:
    case Verb::Checkpoint:
        QCOMPARE(snapshots().size(), 1);
        QCOMPARE(snapshots().first()[u"status"_s][u"state"_s].toString(), u"COMPLETED"_s);
        QCOMPARE(generation(), generationBefore);
        QCOMPARE(m_writes.size(), 1);
        return;
    case Verb::Suspend:
        QCOMPARE(now[u"spec"_s][u"job"_s][u"state"_s].toString(), u"suspended"_s);
        QCOMPARE(now[u"status"_s][u"lifecycleState"_s].toString(), u"SUSPENDED"_s);
        break;
    case Verb::Delete:
        QVERIFY(now.isEmpty());
        QCOMPARE(snapshots().size(), 1);
        QVERIFY(m_writes.size() <= 2);
        return;
    case Verb::Upgrade:
        QCOMPARE(now[u"spec"_s][u"flinkConfiguration"_s][u"state.checkpoints.num-retained"_s].toString(), u"7"_s);
        break;
    case Verb::Rescale:
        QCOMPARE(now[u"spec"_s][u"job"_s][u"parallelism"_s].toInt(), 6);
        break;
    case Verb::Rollback:
        QCOMPARE(now[u"spec"_s][u"flinkConfiguration"_s][u"state.checkpoints.num-retained"_s].toString(), u"9"_s);
        break;
    default:
        break;
    }
    // The operator's word is a sample: later than Flink's.
    QString jobState = now[u"status"_s][u"jobStatus"_s][u"state"_s].toString();
    for (int i = 0; i < 30 && verb != Verb::Suspend && jobState != u"RUNNING"; ++i) {
        pass();
        jobState = object()[u"status"_s][u"jobStatus"_s][u"state"_s].toString();
    }
    QVERIFY(verb == Verb::Suspend || jobState == u"RUNNING");
    QCOMPARE(generation(), generationBefore + 1);
    QCOMPARE(m_writes.size(), 1);
}

void SimOperationsTest::operationsReachTheirGoal_data()
{
    QTest::addColumn<Verb>("verb");
    for (const Verb verb : everyVerb)
        QTest::newRow(qPrintable(verbWord(verb))) << verb;
}

void SimOperationsTest::operationsReachTheirGoal()
{
    QFETCH(Verb, verb);
    const Intent intent = prepared(verb);
    const qint64 before = generation();
    const workflow::Operation operation = carryOut(intent);
    QVERIFY2(operation.state == State::Succeeded, qPrintable(operation.result));
    QStringList steps;
    for (const StepRecord& step : operation.steps)
        steps.append(step.id);
    QStringList expected;
    for (const auto& [kind, sends] : stepsOf(verb))
        expected.append(kind.toString());
    QCOMPARE(steps, expected);
    checkGoal(verb, before);
}

void SimOperationsTest::troubleAtEachStep_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<QString>("step");
    // Several programs share them: each takes those that it is told.
    const QStringList wanted = qEnvironmentVariable("DREY_VERBS").split(u',', Qt::SkipEmptyParts);
    for (const Verb verb : everyVerb) {
        if (!wanted.isEmpty() && !wanted.contains(verbWord(verb)))
            continue;
        for (const auto& [kind, sends] : stepsOf(verb)) {
            for (int i = int(Trouble::NotSent); i <= int(Trouble::ServerRestart); ++i) {
                const auto trouble = Trouble(i);
                if (strikesRequest(trouble) && !sends)
                    continue;
                QTest::addRow("%s, %s: %s", qPrintable(verbWord(verb)), qPrintable(kind.toString()),
                              qPrintable(troubleText(trouble)))
                    << verb << trouble << kind.toString();
            }
        }
    }
}

void SimOperationsTest::troubleAtEachStep()
{
    QFETCH(Verb, verb);
    QFETCH(Trouble, trouble);
    QFETCH(QString, step);
    const Intent intent = prepared(verb);
    const qint64 before = generation();
    const workflow::Operation operation = carryOut(intent, trouble, step);
    QVERIFY(!operation.id.isEmpty());
    QVERIFY2(operation.problem.isEmpty(), qPrintable(operation.problem));
    QVERIFY2(operation.state == State::Succeeded || operation.state == State::Failed ||
                 operation.state == State::Cancelled,
             qPrintable(stateWord(operation.state) + u": "_s + operation.result));

    // Nothing is done twice.
    QList<QByteArray> once = m_writes;
    std::ranges::sort(once);
    QVERIFY2(std::adjacent_find(once.begin(), once.end()) == once.end(), once.join('\n').constData());
    QVERIFY(snapshots().size() <= m_snapshotsBefore + 1);

    const bool mustSucceed = trouble == Trouble::NotSent || trouble == Trouble::RequestLost ||
                             trouble == Trouble::AnswerLost || trouble == Trouble::Killed ||
                             trouble == Trouble::ServerRestart;
    if (mustSucceed)
        QVERIFY2(operation.state == State::Succeeded, qPrintable(operation.result));
    if (trouble == Trouble::Revoked)
        QCOMPARE(operation.state, State::Failed);
    if (trouble == Trouble::Edited && step == stepkind::changeSpec)
        QCOMPARE(operation.state, State::Failed);
    if (operation.state == State::Succeeded) {
        if (trouble != Trouble::Edited && trouble != Trouble::Deleted)
            checkGoal(verb, before);
        return;
    }
    // It says why, and begins nothing after that.
    QVERIFY(!operation.result.isEmpty());
    const qsizetype current = operation.currentStep();
    const qsizetype last = operation.state == State::Failed
                               ? std::ranges::find(operation.steps, StepRecord::State::Failed, &StepRecord::state) -
                                     operation.steps.begin()
                               : current;
    for (qsizetype i = 0; i < operation.steps.size(); ++i) {
        if (i < last)
            QCOMPARE(operation.steps.at(i).state, StepRecord::State::Done);
        if (i > last)
            QCOMPARE(operation.steps.at(i).state, StepRecord::State::Planned);
    }
}

void SimOperationsTest::thePlanSaysWhatWillHappen()
{
    begin();
    const workflow::Plan plan = planOf(survey(intentOf(Verb::Upgrade)), site());
    QVERIFY(!plan.isBlocked());
    QCOMPARE(plan.operation, u"upgrade"_s);
    QCOMPARE(plan.object, u"FlinkDeployment payments/payment-authorize"_s);
    QCOMPARE(plan.details[u"predicted"_s].toString(), u"stopWithSavepoint"_s);
    QCOMPARE(plan.confirmation, workflow::Confirmation::Dialog);
    QVERIFY(plan.summary.contains(u"savepoint"_s));
    QStringList ids;
    for (const workflow::Check& check : plan.preflight)
        ids.append(check.id);
    for (const QString& id :
         {u"rights"_s, u"protected"_s, u"other-operation"_s, u"ownership"_s, u"job-state"_s, u"last-checkpoint"_s,
          u"ha-metadata"_s, u"savepoint-directory"_s, u"dry-run"_s, u"operator-decision"_s})
        QVERIFY2(ids.contains(id), qPrintable(id));
    const workflow::Sending& sending = *plan.steps.first().sends;
    QCOMPARE(sending.method, u"PATCH"_s);
    QVERIFY(sending.command.startsWith(u"kubectl --context practice -n payments patch flinkdeployments"_s));
    QVERIFY(sending.command.contains(u"num-retained"_s));
    QCOMPARE(plan.after[u"flinkConfiguration"_s][u"state.checkpoints.num-retained"_s].toString(), u"7"_s);
    QVERIFY(plan.before != plan.after);
    // Asking changes nothing.
    QVERIFY(m_writes.isEmpty());
    QVERIFY(m_journal->operations().isEmpty());
}

void SimOperationsTest::aBlockedPlanSaysWhy_data()
{
    QTest::addColumn<Intent>("intent");
    QTest::addColumn<bool>("isProtected");
    QTest::addColumn<QString>("check");
    QTest::newRow("protected") << intentOf(Verb::Upgrade) << true << u"protected"_s;
    QTest::newRow("resumed while it runs") << intentOf(Verb::Resume) << false << u"intent"_s;
    QTest::newRow("redeployed from nowhere") << intentOf(Verb::Redeploy) << false << u"intent"_s;
    Intent nothing = intentOf(Verb::Upgrade);
    nothing.change.entries.clear();
    nothing.change.set({u"spec"_s, u"job"_s, u"state"_s}, u"running"_s);
    QTest::newRow("nothing would change") << nothing << false << u"intent"_s;
    Intent wrong = intentOf(Verb::Upgrade);
    wrong.change.set({u"spec"_s, u"flinkVersion"_s}, u"v9_9"_s);
    QTest::newRow("refused by the server") << wrong << false << u"dry-run"_s;
}

void SimOperationsTest::aBlockedPlanSaysWhy()
{
    QFETCH(Intent, intent);
    QFETCH(bool, isProtected);
    QFETCH(QString, check);
    begin();
    Site here = site();
    here.isProtected = isProtected;
    const workflow::Plan plan = planOf(survey(intent), here);
    QVERIFY(plan.isBlocked());
    const bool isNamed = std::ranges::any_of(plan.preflight, [&](const workflow::Check& one) {
        return one.id == check && one.verdict == workflow::Check::Verdict::Fail && !one.message.isEmpty();
    });
    QVERIFY(isNamed);
}

void SimOperationsTest::anInterruptedOperationBlocksTheNext()
{
    begin();
    const workflow::Plan plan = planOf(survey(intentOf(Verb::Savepoint)), site());
    QString id;
    {
        auto opened = m_journal->begin(plan);
        QVERIFY(opened);
        id = (*opened)->operation().id;
    }
    const workflow::Plan next = planOf(survey(intentOf(Verb::Upgrade)), site());
    QVERIFY(next.isBlocked());
    const auto check = std::ranges::find(next.preflight, u"other-operation"_s, &workflow::Check::id);
    QVERIFY(check->message.contains(id));
}

void SimOperationsTest::theSpecGoesBackToAnEarlierOne()
{
    begin();
    const QJsonValue before = object()[u"spec"_s][u"flinkConfiguration"_s][u"state.checkpoints.num-retained"_s];
    const workflow::Operation upgrade = carryOut(intentOf(Verb::Upgrade));
    QCOMPARE(upgrade.state, State::Succeeded);
    Intent back = intentOf(Verb::Rollback);
    back.spec = upgrade.plan.before;
    const workflow::Operation rollback = carryOut(back);
    QVERIFY2(rollback.state == State::Succeeded, qPrintable(rollback.result));
    QCOMPARE(object()[u"spec"_s][u"flinkConfiguration"_s][u"state.checkpoints.num-retained"_s], before);
}

void SimOperationsTest::aRestartAfterASuspensionComesFromItsSavepoint()
{
    begin();
    Intent mode = intentOf(Verb::Upgrade);
    mode.change.entries.clear();
    mode.change.set({u"spec"_s, u"job"_s, u"upgradeMode"_s}, u"savepoint"_s);
    byAnother("PATCH", {{u"spec"_s, QJsonObject{{u"job"_s, QJsonObject{{u"upgradeMode"_s, u"savepoint"_s}}}}}});
    QTRY_COMPARE(object()[u"spec"_s][u"job"_s][u"upgradeMode"_s].toString(), u"savepoint"_s);
    pass();
    const workflow::Operation down = carryOut(intentOf(Verb::Suspend));
    QVERIFY2(down.state == State::Succeeded, qPrintable(down.result));
    const QString savepoint = down.facts[u"path"_s].toString();
    QVERIFY(savepoint.contains(u"savepoint-"_s));
    const workflow::Operation up = carryOut(intentOf(Verb::Resume));
    QVERIFY2(up.state == State::Succeeded, qPrintable(up.result));
    QCOMPARE(up.facts[u"restoredFrom"_s].toString(), savepoint);

    Intent again = intentOf(Verb::Redeploy);
    again.from = savepoint;
    const workflow::Operation redeployed = carryOut(again);
    QVERIFY2(redeployed.state == State::Succeeded, qPrintable(redeployed.result));
    QCOMPARE(redeployed.facts[u"restoredFrom"_s].toString(), savepoint);
}

void SimOperationsTest::aDrainedJobIsDeletedAfterItsLastSavepoint_data()
{
    using namespace stepkind;
    QTest::addColumn<Release>("release");
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<QString>("step");
    QTest::newRow("undisturbed") << Release::V1_15 << Trouble::None << QString();
    for (const QStringView step : {changeSpec, suspended, deleteObject, gone})
        QTest::addRow("killed: %s", qPrintable(step.toString()))
            << Release::V1_15 << Trouble::Killed << step.toString();
    for (const QStringView step : {changeSpec, deleteObject})
        QTest::addRow("the answer is lost: %s", qPrintable(step.toString()))
            << Release::V1_15 << Trouble::AnswerLost << step.toString();
    QTest::newRow("without snapshot resources") << Release::V1_7 << Trouble::None << QString();
}

void SimOperationsTest::aDrainedJobIsDeletedAfterItsLastSavepoint()
{
    QFETCH(Release, release);
    QFETCH(Trouble, trouble);
    QFETCH(QString, step);
    begin(release);
    Intent intent = intentOf(Verb::Delete);
    intent.drains = true;
    const workflow::Operation operation = carryOut(intent, trouble, step);
    QVERIFY2(operation.state == State::Succeeded, qPrintable(operation.result));
    QStringList steps;
    for (const StepRecord& done : operation.steps)
        steps.append(done.id);
    QCOMPARE(steps, (QStringList{stepkind::changeSpec.toString(), stepkind::suspended.toString(),
                                 stepkind::deleteObject.toString(), stepkind::gone.toString()}));
    QVERIFY(object().isEmpty());
    QCOMPARE(m_writes.size(), 2);
    const QString savepoint = operation.facts[u"path"_s].toString();
    QVERIFY2(savepoint.contains(u"savepoint-"_s), qPrintable(savepoint));
    // Flink writes into it why it was made.
    QVERIFY(writtenByCluster(savepoint).contains("Terminate Savepoint"));
}

void SimOperationsTest::onlyAJobThatRunsIsDrained()
{
    begin();
    Intent intent = intentOf(Verb::Delete);
    intent.drains = true;
    QVERIFY(!planOf(survey(intent), site()).isBlocked());
    static_cast<void>(carryOut(intentOf(Verb::Suspend)));
    const workflow::Plan plan = planOf(survey(intent), site());
    const auto check = std::ranges::find(plan.preflight, u"intent"_s, &workflow::Check::id);
    QVERIFY(check != plan.preflight.end());
    QCOMPARE(check->verdict, workflow::Check::Verdict::Fail);
    QVERIFY2(check->message.contains(u"drained"_s), qPrintable(check->message));
}

void SimOperationsTest::anImageThatIsNotThereFailsWithItsReason()
{
    begin();
    Intent bad = intentOf(Verb::Upgrade);
    bad.change.entries.clear();
    bad.change.set({u"spec"_s, u"image"_s}, u"registry.hanbit.example/flink/nowhere:9"_s);
    const Survey seen = survey(bad);
    auto opened = m_journal->begin(planOf(seen, site()));
    QVERIFY(opened);
    ClusterDoer doer(site(), seen);
    workflow::Runner runner(doer, *std::move(opened), quick);
    runner.start();
    // It is told while there is hope; that it lasts is a matter of real time.
    for (int i = 0; i < 500 && !runner.isStuck(); ++i) {
        QTest::qWait(8);
        pass();
    }
    QVERIFY(runner.isStuck());
    const workflow::Operation& operation = runner.operation();
    const StepRecord& step = operation.steps.at(operation.currentStep());
    QVERIFY2(step.detail.contains(u"nowhere:9"_s) || step.detail.contains(u"ImagePull"_s), qPrintable(step.detail));
}

void SimOperationsTest::aTransitionReachesTheOtherColour_data()
{
    using namespace stepkind;
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<QString>("step");
    QTest::newRow("undisturbed") << Trouble::None << QString();
    QTest::newRow("the answer is lost") << Trouble::AnswerLost << changeSpec.toString();
    QTest::newRow("the request is lost") << Trouble::RequestLost << changeSpec.toString();
    for (const QStringView step : {changeSpec, transitioning, running, restored, checkpointed, colourGone, settled}) {
        QTest::addRow("killed: %s", qPrintable(step.toString())) << Trouble::Killed << step.toString();
        QTest::addRow("API server restarts: %s", qPrintable(step.toString()))
            << Trouble::ServerRestart << step.toString();
    }
}

void SimOperationsTest::aTransitionReachesTheOtherColour()
{
    QFETCH(Trouble, trouble);
    QFETCH(QString, step);
    begin();
    const workflow::Operation operation = carryOut(transitionOf({u"job"_s, u"parallelism"_s}, 3), trouble, step);
    QVERIFY2(operation.state == State::Succeeded, qPrintable(operation.result));
    QVERIFY(operation.facts[u"restoredFrom"_s].toString().contains(u"savepoint-"_s));
    QCOMPARE(get(colours)[u"status"_s][u"blueGreenState"_s].toString(), u"ACTIVE_GREEN"_s);
    QVERIFY(get(colour(u"blue"_s)).isEmpty());
    QCOMPARE(get(colour(u"green"_s))[u"spec"_s][u"job"_s][u"parallelism"_s].toInt(), 3);
    QCOMPARE(m_writes.size(), 1);
}

void SimOperationsTest::aTransitionThatIsGivenUpIsTold()
{
    begin();
    const workflow::Operation operation =
        carryOut(transitionOf({u"image"_s}, u"registry.hanbit.example/flink/nowhere:9"_s));
    QCOMPARE(operation.state, State::Failed);
    QVERIFY2(operation.result.contains(u"rolling B/G deployment back to ACTIVE_BLUE"_s), qPrintable(operation.result));
    QCOMPARE(get(colours)[u"status"_s][u"blueGreenState"_s].toString(), u"ACTIVE_BLUE"_s);
    QCOMPARE(get(colour(u"blue"_s))[u"status"_s][u"jobStatus"_s][u"state"_s].toString(), u"RUNNING"_s);
}

void SimOperationsTest::whatStartsNoOtherColourIsNoTransition()
{
    begin();
    const workflow::Plan plan = planOf(survey(transitionOf({u"job"_s, u"state"_s}, u"suspended"_s)), site());
    QVERIFY(std::ranges::any_of(plan.preflight, [](const workflow::Check& check) {
        return check.id == u"colours" && check.verdict == workflow::Check::Verdict::Fail;
    }));
}

void SimOperationsTest::secretsAreInNoJournal()
{
    begin();
    Intent secret = intentOf(Verb::Upgrade);
    secret.change.set({u"spec"_s, u"flinkConfiguration"_s, u"s3.secret-key"_s}, u"hunter2hunter2"_s);
    const workflow::Operation operation = carryOut(secret, Trouble::Killed, stepkind::takenUp.toString());
    QVERIFY2(operation.state == State::Succeeded, qPrintable(operation.result));
    QCOMPARE(object()[u"spec"_s][u"flinkConfiguration"_s][u"s3.secret-key"_s].toString(), u"hunter2hunter2"_s);
    QFile file(m_folder->filePath(u"operations/"_s + operation.id + u".jsonl"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY(written.contains("s3.secret-key"));
    QVERIFY(!written.contains("hunter2"));
}

void SimOperationsTest::anOperatorWithoutSnapshotResourcesIsAskedByNonce()
{
    begin(Release::V1_7);
    const workflow::Operation savepoint = carryOut(intentOf(Verb::Savepoint));
    QVERIFY2(savepoint.state == State::Succeeded, qPrintable(savepoint.result));
    QVERIFY(savepoint.facts[u"path"_s].toString().contains(u"savepoint-"_s));
    QCOMPARE(m_writes.size(), 1);
    const workflow::Operation checkpoint = carryOut(intentOf(Verb::Checkpoint));
    QVERIFY2(checkpoint.state == State::Succeeded, qPrintable(checkpoint.result));
    // Its own savepoint comes before the deletion, and that only when it is made.
    const workflow::Operation deletion = carryOut(intentOf(Verb::Delete));
    QVERIFY2(deletion.state == State::Succeeded, qPrintable(deletion.result));
    QVERIFY(deletion.facts[u"path"_s].toString() != savepoint.facts[u"path"_s].toString());
    QVERIFY(object().isEmpty());
}

void SimOperationsTest::anOlderOperatorGetsTheObjectAnew_data()
{
    using namespace stepkind;
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<QString>("step");
    QTest::newRow("without trouble") << Trouble::None << QString();
    for (const QStringView step :
         {deleteObject, gone, createObject, takenUp, running, restored, checkpointed, settled}) {
        for (const Trouble trouble : {Trouble::NotSent, Trouble::RequestLost, Trouble::AnswerLost, Trouble::Killed,
                                      Trouble::Cancelled, Trouble::ServerRestart}) {
            if (!strikesRequest(trouble) || step == deleteObject || step == createObject)
                QTest::addRow("%s: %s", qPrintable(step.toString()), qPrintable(troubleText(trouble)))
                    << trouble << step.toString();
        }
    }
}

void SimOperationsTest::anOlderOperatorGetsTheObjectAnew()
{
    QFETCH(Trouble, trouble);
    QFETCH(QString, step);
    begin(Release::V1_7);
    byAnother("PATCH", {{u"metadata"_s, QJsonObject{{u"labels"_s, QJsonObject{{u"team"_s, u"billing"_s}}}}}});
    const QString savepoint = carryOut(intentOf(Verb::Savepoint)).facts[u"path"_s].toString();
    QVERIFY(savepoint.contains(u"savepoint-"_s));
    const QString uid = object()[u"metadata"_s][u"uid"_s].toString();
    m_writes.clear();
    Intent again = intentOf(Verb::Redeploy);
    again.from = savepoint;
    const workflow::Operation operation = carryOut(again, trouble, step);
    const QJsonObject now = object();
    if (trouble == Trouble::Cancelled) {
        // Where nothing was deleted yet, or all is there again.
        QVERIFY(!now.isEmpty());
        QVERIFY(operation.state == State::Cancelled || operation.state == State::Succeeded);
        return;
    }
    QVERIFY2(operation.state == State::Succeeded, qPrintable(operation.result));
    QCOMPARE(operation.facts[u"restoredFrom"_s].toString(), savepoint);
    QVERIFY(now[u"metadata"_s][u"uid"_s].toString() != uid);
    QCOMPARE(now[u"metadata"_s][u"labels"_s][u"team"_s].toString(), u"billing"_s);
    QCOMPARE(now[u"spec"_s][u"job"_s][u"initialSavepointPath"_s].toString(), savepoint);
    QCOMPARE(m_writes.size(), 2);
}

void SimOperationsTest::whatHoldsSecretsIsNotDeleted()
{
    begin(Release::V1_7);
    byAnother(
        "PATCH",
        {{u"spec"_s, QJsonObject{{u"flinkConfiguration"_s, QJsonObject{{u"s3.secret-key"_s, u"hunter2hunter2"_s}}}}}});
    QTRY_VERIFY(!object()[u"spec"_s][u"flinkConfiguration"_s][u"s3.secret-key"_s].isUndefined());
    Intent again = intentOf(Verb::Redeploy);
    again.from = u"s3://bucket/savepoint-1"_s;
    const workflow::Plan plan = planOf(survey(again), site());
    const auto check = std::ranges::find(plan.preflight, u"new-object"_s, &workflow::Check::id);
    QVERIFY(check != plan.preflight.end());
    QCOMPARE(check->verdict, workflow::Check::Verdict::Fail);
}

void SimOperationsTest::cleanupTestCase()
{
    m_api.reset();
    m_other.reset();
    m_client.reset();
}

QTEST_GUILESS_MAIN(SimOperationsTest)
#include "tst_simoperations.moc"
