#include "tests/live/support/clusterstory.h"
#include "tests/live/support/dreyctl.h"
#include "tests/live/support/waiting.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::PodCluster;
using live::Said;

constexpr auto longest = 300s;

QStringList stepsOf(const QJsonObject& operation)
{
    QStringList steps;
    for (const QJsonValue step : operation[u"steps"_s].toArray())
        steps.append(step[u"id"_s].toString() + u' ' + step[u"state"_s].toString());
    return steps;
}

} // namespace

/// What Drey does to a real deployment of the real operator, through its command line: nothing is lost, what was
/// predicted is what happens, and an operation that is killed anywhere is taken up again.
class LiveClusterOperationsTest : public live::ClusterStory
{
    Q_OBJECT

private slots:
    void aSavepointIsMade();
    void aCheckpointIsMade();
    void aSuspendedJobResumesFromItsSavepoint();
    void anUpgradeKeepsTheState_data();
    void anUpgradeKeepsTheState();
    void aBadUpgradeIsToldAndRolledBack();
    void aKilledUpgradeIsTakenUp();
    void aSessionJobGoesOnFromItsSavepoint();
    void aDamagedCheckpointIsPassedOver();
    void lostMetadataIsRecoveredFromStorage();
    void checkpointsOnS3AreRecovered();
    void whatFlinkRefusesIsPassedOver();

private:
    /// Runs a verb at the deployment and looks at how it ends.
    Said carryOut(const QStringList& words, int exitCode = 0);
    QString savepointsMade() const { return QString::number(savepoints().size()); }
    QStringList savepoints() const;
    QString mapping() const { return u"--map=file:/state="_s + scene().cluster().onThisMachine(u"file:/state/"_s); }
    QString bucket() const { return scene().cluster().onThisMachine(u"s3://flink"_s); }
    /// No JobManager, and nothing that points to a checkpoint.
    void loseTheCluster();
    const live::Dreyctl& dreyctl();

    std::unique_ptr<live::Dreyctl> m_dreyctl;
    int m_edits = 0;
};

const live::Dreyctl& LiveClusterOperationsTest::dreyctl()
{
    if (!m_dreyctl)
        m_dreyctl = std::make_unique<live::Dreyctl>(scene().cluster().kubeconfig());
    return *m_dreyctl;
}

QStringList LiveClusterOperationsTest::savepoints() const
{
    const QString folder = scene().cluster().onThisMachine(u"file:/state/savepoints"_s + u'/');
    return QDir(folder).entryList({u"savepoint-*"_s}, QDir::Dirs);
}

Said LiveClusterOperationsTest::carryOut(const QStringList& words, int exitCode)
{
    const QStringList common{u"-n"_s, u"team-a"_s, u"--yes"_s};
    const bool settles = words.first() != u"savepoint" && words.first() != u"checkpoint" &&
                         words.first() != u"delete" && words.first() != u"operations";
    Said said = dreyctl().ask(words + common + (settles ? QStringList{u"--settle"_s, u"5"_s} : QStringList()), longest);
    qInfo("%4lld s  %s: %d", trail().seconds(), qPrintable(words.join(u' ')), said.exitCode());
    if (said.exitCode() != exitCode)
        qWarning("%s", qPrintable(said.report()));
    return said;
}

void LiveClusterOperationsTest::aSavepointIsMade()
{
    const Said plan = dreyctl().ask({u"savepoint"_s, u"orders"_s, u"-n"_s, u"team-a"_s, u"--plan"_s});
    QCOMPARE(plan.json[u"kind"_s].toString(), u"Plan"_s);
    QVERIFY(savepoints().isEmpty());
    const Said said = carryOut({u"savepoint"_s, u"orders"_s});
    QCOMPARE(said.json[u"state"_s].toString(), u"succeeded"_s);
    const QString path = said.json[u"facts"_s][u"path"_s].toString();
    QVERIFY2(path.startsWith(u"file:/state/savepoints/savepoint-"), qPrintable(path));
    QVERIFY(QFileInfo(scene().cluster().onThisMachine(path) + u"/_metadata"_s).size() > 0);
    QCOMPARE(savepoints().size(), 1);
    QCOMPARE(seen().jobId(), jobBefore());
    QVERIFY(hasKeptItsState());
}

void LiveClusterOperationsTest::aCheckpointIsMade()
{
    const Said said = carryOut({u"checkpoint"_s, u"orders"_s});
    QCOMPARE(said.json[u"state"_s].toString(), u"succeeded"_s);
    scene().keepMoment(u"checkpoint-asked-for"_s);
    QVERIFY(hasKeptItsState());
}

void LiveClusterOperationsTest::aSuspendedJobResumesFromItsSavepoint()
{
    const Said down = carryOut({u"suspend"_s, u"orders"_s});
    const QString path = down.json[u"facts"_s][u"path"_s].toString();
    QVERIFY2(path.contains(u"savepoint-"_s), qPrintable(path));
    QVERIFY(live::comesTrue([this] { return seen().verdict().health == base::Health::Suspended; }, PodCluster::soon));
    const Said up = carryOut({u"resume"_s, u"orders"_s});
    QCOMPARE(up.json[u"facts"_s][u"restoredFrom"_s].toString(), path);
    QVERIFY(scene().becomesWell());
    QVERIFY(hasKeptItsState());
}

void LiveClusterOperationsTest::anUpgradeKeepsTheState_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("predicted");
    QTest::newRow("savepoint") << u"savepoint"_s << u"stopWithSavepoint"_s;
    QTest::newRow("last-state") << u"last-state"_s << u"cancelKeepHa"_s;
    QTest::newRow("stateless") << u"stateless"_s << u"stateless"_s;
}

void LiveClusterOperationsTest::anUpgradeKeepsTheState()
{
    QFETCH(QString, mode);
    QFETCH(QString, predicted);
    const qsizetype before = savepoints().size();
    const QStringList words{u"upgrade"_s, u"orders"_s,
                            u"--mode"_s,  mode,
                            u"--set"_s,   u"spec.flinkConfiguration['web.timeout']=%1"_s.arg(700'000 + ++m_edits)};
    const Said plan = dreyctl().ask(words + QStringList{u"-n"_s, u"team-a"_s, u"--plan"_s});
    QCOMPARE(plan.json[u"details"_s][u"predicted"_s].toString(), predicted);
    const Said said = carryOut(words);
    QCOMPARE(said.json[u"state"_s].toString(), u"succeeded"_s);
    // What was predicted is what the operator did.
    const QString restored = said.json[u"facts"_s][u"restoredFrom"_s].toString();
    QCOMPARE(savepoints().size(), before + (mode == u"savepoint" ? 1 : 0));
    QVERIFY(scene().becomesWell());
    if (mode == u"stateless") {
        QVERIFY2(restored.isEmpty(), qPrintable(restored));
        QCOMPARE(scene().counting()->missing, 0);
    } else {
        QVERIFY2(restored.contains(mode == u"savepoint" ? u"savepoint-"_s : u"chk-"_s), qPrintable(restored));
        QVERIFY(hasKeptItsState());
    }
}

void LiveClusterOperationsTest::aBadUpgradeIsToldAndRolledBack()
{
    const Said bad =
        carryOut({u"upgrade"_s, u"orders"_s, u"--mode"_s, u"savepoint"_s, u"--image"_s, u"flink:none"_s}, 5);
    QCOMPARE(bad.json[u"state"_s].toString(), u"failed"_s);
    const QString why = bad.json[u"result"_s].toString();
    QVERIFY2(why.contains(u"Pull"_s) || why.contains(u"flink:none"_s), qPrintable(why));
    const Said back = carryOut({u"rollback"_s, u"orders"_s, u"--to"_s, bad.json[u"id"_s].toString()});
    QCOMPARE(back.json[u"state"_s].toString(), u"succeeded"_s);
    QVERIFY2(back.json[u"facts"_s][u"restoredFrom"_s].toString().contains(u"savepoint-"_s), qPrintable(back.report()));
    QVERIFY(scene().becomesWell());
    QVERIFY(hasKeptItsState());
}

/// At each line of its journal: the same end, and one savepoint.
void LiveClusterOperationsTest::aKilledUpgradeIsTakenUp()
{
    constexpr qsizetype mostLines = 11;
    QVERIFY(QDir().mkpath(dreyctl().journalFolder()));
    for (qsizetype lines = 1; lines < mostLines; ++lines) {
        const qsizetype before = savepoints().size();
        const live::Counting counted = *scene().counting();
        const QString edit = QString::number(700'000 + ++m_edits);
        const QStringList known = QDir(dreyctl().journalFolder()).entryList({u"*.jsonl"_s});
        live::ChildProcess process(u"dreyctl"_s, QDir(dreyctl().journalFolder()).filePath(u"killed.log"_s));
        QVERIFY(dreyctl().start(process, {u"upgrade"_s, u"orders"_s, u"-n"_s, u"team-a"_s, u"--yes"_s, u"--settle"_s,
                                          u"5"_s, u"--mode"_s, u"savepoint"_s, u"--set"_s,
                                          u"spec.flinkConfiguration['web.timeout']="_s + edit}));
        QString id;
        const auto hasWritten = [&] {
            for (const QString& name : QDir(dreyctl().journalFolder()).entryList({u"*.jsonl"_s})) {
                if (!known.contains(name))
                    id = name.chopped(6);
            }
            QFile file(QDir(dreyctl().journalFolder()).filePath(id + u".jsonl"_s));
            return !id.isEmpty() && file.open(QIODevice::ReadOnly) && file.readAll().count('\n') >= lines;
        };
        QVERIFY2(live::comesTrue(hasWritten, PodCluster::patience), qPrintable(process.report()));
        process.kill();
        const Said found = dreyctl().ask({u"operations"_s, u"show"_s, id});
        const QString state = found.json[u"state"_s].toString();
        qInfo("%4lld s  killed after %lld lines: %s, %s", trail().seconds(), qlonglong(lines), qPrintable(state),
              qPrintable(stepsOf(found.json).join(u", "_s)));
        if (state == u"succeeded") {
            QVERIFY(lines > 6); // it was quicker than the hand that kills
            break;
        }
        QCOMPARE(state, u"interrupted"_s);
        const Said said = dreyctl().ask({u"operations"_s, u"continue"_s, id}, longest);
        QVERIFY2(said.exitCode() == 0, qPrintable(said.report()));
        QCOMPARE(said.json[u"state"_s].toString(), u"succeeded"_s);
        QCOMPARE(savepoints().size(), before + 1);
        QVERIFY(said.json[u"facts"_s][u"restoredFrom"_s].toString().contains(u"savepoint-"_s));
        QVERIFY(scene().becomesWell());
        const auto now = scene().counting();
        QVERIFY(now && now->isSequelOf(counted));
    }
}

void LiveClusterOperationsTest::aSessionJobGoesOnFromItsSavepoint()
{
    QVERIFY(scene().apply(u"clicks"_s));
    const kube::ObjectKey clicks{u"team-a"_s, u"clicks"_s};
    const auto runs = [&] {
        const auto job = seen().connection().sessionJobs()->value(clicks);
        return job && job->status.jobState == u"RUNNING" && job->status.lifecycleState == u"STABLE";
    };
    QVERIFY(live::comesTrue(runs, PodCluster::patience));
    QVERIFY(scene().kubectl({u"patch"_s, u"flinksessionjob"_s, u"clicks"_s, u"--type=merge"_s, u"--patch"_s,
                             uR"({"spec": {"job": {"upgradeMode": "savepoint"}}})"_s}));
    const Said down = carryOut({u"suspend"_s, u"clicks"_s, u"--session-job"_s});
    const QString path = down.json[u"facts"_s][u"path"_s].toString();
    QVERIFY2(path.contains(u"savepoint-"_s), qPrintable(down.report()));
    const Said up = carryOut({u"resume"_s, u"clicks"_s, u"--session-job"_s});
    QCOMPARE(up.json[u"facts"_s][u"restoredFrom"_s].toString(), path);
    QVERIFY(live::comesTrue(runs, PodCluster::soon));
    QVERIFY(scene().kubectl({u"delete"_s, u"flinksessionjob"_s, u"clicks"_s}));
    QVERIFY(scene().kubectl({u"delete"_s, u"flinkdeployment"_s, u"adhoc"_s}));
}

void LiveClusterOperationsTest::aDamagedCheckpointIsPassedOver()
{
    QCOMPARE(carryOut({u"savepoint"_s, u"orders"_s}).exitCode(), 0); // there is something else to start from
    QVERIFY(faults().stop(u"operator"_s));
    const bool isDamaged = restartOnDamagedCheckpoint();
    const bool isSeen = live::comesTrue([this] { return isBroken(); }, PodCluster::patience);
    note("broken");
    QVERIFY(faults().start(u"operator"_s));
    QVERIFY(isDamaged && isSeen);
    const Said plan = dreyctl().ask({u"recover"_s, u"orders"_s, u"-n"_s, u"team-a"_s, u"--plan"_s, mapping()});
    const QJsonArray candidates = plan.json[u"candidates"_s].toArray();
    QVERIFY2(candidates.size() > 1, qPrintable(plan.report()));
    QCOMPARE(candidates.first()[u"verdict"_s].toString(), u"whole"_s);
    const bool isDamageSeen = std::ranges::any_of(
        candidates, [](const QJsonValue& one) { return one[u"verdict"_s].toString() == u"damaged"; });
    QVERIFY2(isDamageSeen, qPrintable(plan.report()));
    const Said said = carryOut({u"recover"_s, u"orders"_s, mapping()});
    QCOMPARE(said.json[u"state"_s].toString(), u"succeeded"_s);
    QVERIFY(scene().becomesWell());
    QCOMPARE(scene().counting()->missing, 0);
}

void LiveClusterOperationsTest::loseTheCluster()
{
    QVERIFY(faults().deleteJobManagerDeployment());
    QVERIFY(live::comesTrue([this] { return seen().podsOf(u"jobmanager"_s).isEmpty(); }, PodCluster::soon));
    QVERIFY(faults().dropHighAvailability());
    QVERIFY(live::comesTrue([this] { return isBroken(); }, PodCluster::patience));
    note("broken");
}

void LiveClusterOperationsTest::lostMetadataIsRecoveredFromStorage()
{
    loseTheCluster();
    const Said said = carryOut({u"recover"_s, u"orders"_s, mapping()});
    QCOMPARE(said.json[u"state"_s].toString(), u"succeeded"_s);
    QVERIFY2(!said.json[u"facts"_s][u"restoredFrom"_s].toString().isEmpty(), qPrintable(said.report()));
    QVERIFY(scene().becomesWell());
    QCOMPARE(scene().counting()->missing, 0);
}

void LiveClusterOperationsTest::checkpointsOnS3AreRecovered()
{
    const Said moved =
        carryOut({u"upgrade"_s, u"orders"_s, u"--mode"_s, u"savepoint"_s, u"--set"_s,
                  u"spec.flinkConfiguration['state.checkpoints.dir']=s3://flink/checkpoints"_s, u"--set"_s,
                  u"spec.flinkConfiguration['state.savepoints.dir']=s3://flink/savepoints"_s});
    QCOMPARE(moved.json[u"state"_s].toString(), u"succeeded"_s);
    QVERIFY(scene().becomesWell());
    QVERIFY(hasKeptItsState());
    const Said saved = carryOut({u"savepoint"_s, u"orders"_s});
    const QString path = saved.json[u"facts"_s][u"path"_s].toString();
    QVERIFY2(path.startsWith(u"s3://flink/savepoints/savepoint-"), qPrintable(path));
    QVERIFY(QFileInfo(bucket() + path.mid(QStringView(u"s3://flink").size()) + u"/_metadata"_s).size() > 0);
    loseTheCluster();
    const Said said = carryOut({u"recover"_s, u"orders"_s, u"--map=s3://flink="_s + bucket()});
    QCOMPARE(said.json[u"state"_s].toString(), u"succeeded"_s);
    const QString restored = said.json[u"facts"_s][u"restoredFrom"_s].toString();
    QVERIFY2(restored.startsWith(u"s3://flink/checkpoints/"), qPrintable(restored));
    QVERIFY(scene().becomesWell());
    QCOMPARE(scene().counting()->missing, 0);
}

/// Without a look into the storage the newest is chosen, and only Flink finds out that it cannot be read.
void LiveClusterOperationsTest::whatFlinkRefusesIsPassedOver()
{
    const Said saved = carryOut({u"savepoint"_s, u"orders"_s});
    const QString path = saved.json[u"facts"_s][u"path"_s].toString();
    QVERIFY(path.startsWith(u"s3://flink/savepoints/savepoint-"));
    const Said broken = carryOut({u"savepoint"_s, u"orders"_s});
    const QString gone = broken.json[u"facts"_s][u"path"_s].toString();
    QVERIFY(gone != path && gone.startsWith(u"s3://flink/savepoints/savepoint-"));
    loseTheCluster();
    QVERIFY(QFile::remove(bucket() + gone.mid(QStringView(u"s3://flink").size()) + u"/_metadata"_s));
    const Said said = carryOut({u"recover"_s, u"orders"_s});
    QCOMPARE(said.json[u"state"_s].toString(), u"succeeded"_s);
    QCOMPARE(said.json[u"facts"_s][u"restoredFrom"_s].toString(), path);
    const Said all = dreyctl().ask({u"operations"_s});
    const QJsonValue refused = all.json[u"items"_s].toArray().at(1);
    QCOMPARE(refused[u"state"_s].toString(), u"failed"_s);
    const Said first = dreyctl().ask({u"operations"_s, u"show"_s, refused[u"id"_s].toString()});
    QVERIFY2(first.json[u"facts"_s][u"startFailure"_s].toString() == u"missing", qPrintable(first.report()));
    QVERIFY(scene().becomesWell());
    QCOMPARE(scene().counting()->missing, 0);
}

QTEST_GUILESS_MAIN(LiveClusterOperationsTest)
#include "tst_liveclusteroperations.moc"
