#include "tests/live/support/clusterstory.h"
#include "tests/live/support/waiting.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

using live::Counting;
using live::PodCluster;

} // namespace

/// What the real operator does with an application when nothing goes wrong, step by step with kubectl: what Drey's own
/// operations, and the practice cluster, have to match. The job's count tells what became of its state.
class LiveClusterLifeTest : public live::ClusterStory
{
    Q_OBJECT

private slots:
    void aNonceMakesASavepoint();
    void aSuspendedJobResumesWhereItWas();
    void anUpgradeWithASavepointKeepsTheState();
    void anUpgradeFromTheLastStateKeepsTheStateAndTheJob();
    void anUpgradeWithoutStateBeginsAnew();
    void aSessionJobIsSuspendedAndResumes();
};

void LiveClusterLifeTest::aNonceMakesASavepoint()
{
    QVERIFY(scene().patch(R"({"job": {"savepointTriggerNonce": 1}})"));
    const auto savepoint = [this] { return seen().resource()->status.lastSavepointPath; };
    QVERIFY(live::comesTrue([&] { return !savepoint().isEmpty(); }, PodCluster::patience));
    qInfo("after %lld s: %s", trail().seconds(), qPrintable(savepoint()));
    scene().keepMoment(u"savepoint"_s);
    QVERIFY2(savepoint().startsWith(u"file:/state/savepoints/savepoint-"), qPrintable(savepoint()));
    const QString metadata = scene().cluster().onThisMachine(savepoint()) + u"/_metadata"_s;
    QVERIFY2(QFileInfo(metadata).size() > 0, qPrintable(metadata));
    QVERIFY(scene().becomesWell());
    // It is the same job, which went on meanwhile.
    QCOMPARE(seen().jobId(), jobBefore());
    QVERIFY(hasKeptItsState());
    QVERIFY(!trail().passed(u"UPGRADING"));
}

void LiveClusterLifeTest::aSuspendedJobResumesWhereItWas()
{
    QVERIFY(scene().patch(R"({"job": {"state": "suspended"}})"));
    const auto isSuspended = [this] {
        return seen().operatorWords() == u"SUSPENDED/READY/FINISHED" &&
               seen().verdict().health == base::Health::Suspended;
    };
    QVERIFY2(live::comesTrue(isSuspended, PodCluster::patience), qPrintable(seen().row()));
    qInfo("after %lld s: %s", trail().seconds(), qPrintable(seen().row()));
    scene().keepMoment(u"suspended"_s);
    const QString savepoint = seen().resource()->status.lastSavepointPath;
    QVERIFY2(savepoint.startsWith(u"file:/state/savepoints/savepoint-"), qPrintable(savepoint));
    const auto isGone = [this] { return seen().podsOf(u"taskmanager"_s).isEmpty(); };
    QVERIFY(live::comesTrue(isGone, PodCluster::patience)); // slots that are idle are given back after 30 s

    QVERIFY(scene().patch(R"({"job": {"state": "running"}})"));
    QVERIFY(scene().becomesWell(&trail()));
    QVERIFY(trail().passed(u"DEPLOYED/DEPLOY"));
    QCOMPARE(seen().jobId(), jobBefore()); // later operators give it a new one
    QVERIFY(hasKeptItsState());
    QCOMPARE(seen().checkpoints().restored, 1);
}

void LiveClusterLifeTest::anUpgradeWithASavepointKeepsTheState()
{
    const QString earlier = seen().resource()->status.lastSavepointPath;
    QVERIFY(scene().patch(R"({"restartNonce": 1, "job": {"upgradeMode": "savepoint"}})"));
    QVERIFY(scene().becomesWell(&trail()));
    QVERIFY(trail().passed(u"UPGRADING/READY/FINISHED") || trail().passed(u"UPGRADING/MISSING/FINISHED"));
    QCOMPARE(seen().jobId(), jobBefore());
    QVERIFY(seen().resource()->status.lastSavepointPath != earlier);
    QVERIFY(hasKeptItsState());
}

void LiveClusterLifeTest::anUpgradeFromTheLastStateKeepsTheStateAndTheJob()
{
    const QString earlier = seen().resource()->status.lastSavepointPath;
    QVERIFY(scene().patch(R"({"restartNonce": 2, "job": {"upgradeMode": "last-state"}})"));
    QVERIFY(scene().becomesWell(&trail()));
    QVERIFY(trail().passed(u"UPGRADING"));
    scene().keepMoment(u"upgraded-last-state"_s);
    // The pointers to its checkpoints stay, and the job finds them under its id.
    QCOMPARE(seen().jobId(), jobBefore());
    QCOMPARE(seen().resource()->status.lastSavepointPath, earlier);
    QVERIFY(hasKeptItsState());
    QCOMPARE(seen().checkpoints().restored, 1);
}

void LiveClusterLifeTest::anUpgradeWithoutStateBeginsAnew()
{
    // So many that a job that begins anew stays behind them for a while.
    QVERIFY(live::comesTrue([this] { return scene().counting()->number > 5'000; }, PodCluster::patience));
    const Counting counted = *scene().counting();
    QVERIFY(scene().patch(R"({"restartNonce": 3, "job": {"upgradeMode": "stateless"}})"));
    QVERIFY(scene().becomesWell(&trail()));
    QVERIFY(seen().jobId() != jobBefore());
    const auto anew = scene().counting();
    QVERIFY(anew);
    QVERIFY(anew->number < counted.number);
    QCOMPARE(anew->missing, 0);
    QCOMPARE(seen().checkpoints().restored, 0);
}

void LiveClusterLifeTest::aSessionJobIsSuspendedAndResumes()
{
    const kube::ObjectKey adhoc{u"team-a"_s, u"adhoc"_s};
    const kube::ObjectKey clicks{u"team-a"_s, u"clicks"_s};
    QVERIFY(scene().apply(u"clicks"_s));
    const auto patch = [this](const QString& spec) {
        return scene().kubectl({u"patch"_s, u"flinksessionjob"_s, u"clicks"_s, u"--type=merge"_s, u"--patch"_s,
                                u"{\"spec\": {\"job\": %1}}"_s.arg(spec)});
    };
    const auto status = [&] { return seen().connection().sessionJobs()->value(clicks)->status; };
    const auto becomes = [&](const QString& words) {
        const auto is = [&] {
            return seen().connection().sessionJobs()->value(clicks) &&
                   status().lifecycleState + u'/' + status().jobState == words;
        };
        const bool isTrue = live::comesTrue(is, PodCluster::patience);
        qInfo("%4lld s  %s: %s", trail().seconds(), qPrintable(words), isTrue ? "yes" : "no");
        return isTrue;
    };
    QVERIFY(becomes(u"STABLE/RUNNING"_s));
    std::optional<Counting> counted;
    const auto counts = [&] { return (counted = countingOf(scene().cluster(), adhoc, status().jobId)).has_value(); };
    QVERIFY(live::comesTrue(counts, PodCluster::soon));
    const Counting before = *counted;
    const QString first = status().jobId;

    QVERIFY(patch(uR"({"upgradeMode": "savepoint", "state": "suspended"})"_s));
    QVERIFY(becomes(u"SUSPENDED/FINISHED"_s));
    QVERIFY(status().lastSavepointPath.startsWith(u"file:/state/savepoints/savepoint-"));
    QVERIFY(patch(uR"({"state": "running"})"_s));
    QVERIFY(becomes(u"STABLE/RUNNING"_s));
    QVERIFY(status().jobId != first);
    QVERIFY(live::comesTrue(counts, PodCluster::soon));
    QVERIFY(counted->isSequelOf(before));
    QVERIFY(scene().kubectl({u"delete"_s, u"flinksessionjob/clicks"_s, u"flinkdeployment/adhoc"_s}));
}

QTEST_GUILESS_MAIN(LiveClusterLifeTest)
#include "tst_liveclusterlife.moc"
