#include "core/plans/candidates.h"
#include "core/snapshot/reading.h"

#include "tests/support/hygiene.h"
#include "tests/support/snapshotfiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using plans::Candidate;
using Source = Candidate::Source;
using Verdict = Candidate::Verdict;

namespace {

const QString job = u"87c67fdf93b515b347e2de50360963b2"_s;

QJsonObject deployment(const QString& upgradeSavepointPath = {})
{
    QJsonObject status{{u"jobId"_s, job}, {u"upgradeSavepointPath"_s, upgradeSavepointPath}};
    return {{u"kind"_s, u"FlinkDeployment"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"orders"_s}, {u"namespace"_s, u"shop"_s}, {u"uid"_s, u"u-1"_s}}},
            {u"spec"_s,
             QJsonObject{{u"job"_s, QJsonObject{{u"state"_s, u"running"_s}}},
                         {u"flinkConfiguration"_s, QJsonObject{{u"state.checkpoints.dir"_s, u"s3://flink/ckpt"_s},
                                                               {u"state.savepoints.dir"_s, u"s3://flink/sp"_s}}}}},
            {u"status"_s, QJsonObject{{u"jobStatus"_s, status}}}};
}

flink::Checkpoint completed(qint64 id, qint64 at)
{
    flink::Checkpoint one;
    one.id = id;
    one.status = u"COMPLETED"_s;
    one.latestAckAt = QDateTime::fromSecsSinceEpoch(at, Qt::UTC);
    one.externalPath = u"s3://flink/ckpt/%1/chk-%2"_s.arg(job).arg(id);
    one.stateSize = 100 * id;
    return one;
}

QStringList paths(const QList<Candidate>& candidates)
{
    QStringList names;
    for (const Candidate& candidate : candidates)
        names.append(candidate.path.section(u'/', -1));
    return names;
}

void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

/// What a job could be started from, by all who know of something.
class CandidatesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }
    void everySourceIsHeard();
    void oneSnapshotOfManySourcesIsOne();
    void markersAndOthersAreNoCandidates();
    void storageIsLookedIntoAndJudged();
    void whatMayBeOfAnotherJobIsNotTrusted();
    void whatTheJobDoesNotTakeUpIsUnfit();
    void whatCannotBeReachedIsNotChecked();
    void placesAreOneHoweverTheyAreWritten();
};

void CandidatesTest::everySourceIsHeard()
{
    flink::CheckpointHistory history;
    history.history = {completed(42, 4'000)};
    plans::CandidateSources sources;
    sources.pointers = {{u"checkpointID-0000000000000000043"_s, 43}};
    flink::StateSnapshot snapshot;
    snapshot.state = u"COMPLETED"_s;
    snapshot.jobKind = u"FlinkDeployment"_s;
    snapshot.jobName = u"orders"_s;
    snapshot.path = u"s3://flink/sp/savepoint-a"_s;
    snapshot.resultAt = QDateTime::fromSecsSinceEpoch(5'000, Qt::UTC);
    sources.snapshots = {snapshot};
    workflow::Operation operation;
    operation.plan.details = {{u"namespace"_s, u"shop"_s}, {u"name"_s, u"orders"_s}};
    operation.facts = {{u"path"_s, u"s3://flink/sp/savepoint-b"_s}};
    sources.operations = {operation};
    const QList<Candidate> found =
        plans::candidatesOf(deployment(u"s3://flink/sp/savepoint-c"_s), history, sources, {});
    QMap<QString, QList<Source>> known;
    for (const Candidate& candidate : found)
        known.insert(candidate.path.section(u'/', -1), candidate.sources);
    QCOMPARE(known.value(u"chk-42"_s), QList<Source>{Source::Flink});
    QCOMPARE(known.value(u"chk-43"_s), QList<Source>{Source::HighAvailability});
    QCOMPARE(known.value(u"savepoint-a"_s), QList<Source>{Source::SnapshotResource});
    QCOMPARE(known.value(u"savepoint-b"_s), QList<Source>{Source::Journal});
    QCOMPARE(known.value(u"savepoint-c"_s), QList<Source>{Source::Status});
    // Newest first; what nobody dates comes by its number, or last.
    QCOMPARE(paths(found).first(3), (QStringList{u"savepoint-a"_s, u"chk-43"_s, u"chk-42"_s}));
}

void CandidatesTest::oneSnapshotOfManySourcesIsOne()
{
    flink::CheckpointHistory history;
    history.history = {completed(42, 4'000)};
    history.latestCompleted = history.history.first();
    plans::CandidateSources sources;
    sources.pointers = {{u"checkpointID-0000000000000000042"_s, 42}};
    const QList<Candidate> found = plans::candidatesOf(deployment(), history, sources, {});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().sources, (QList<Source>{Source::Flink, Source::HighAvailability}));
    QCOMPARE(found.first().bytes, 4'200);
    QVERIFY(!found.first().isSavepoint);
}

void CandidatesTest::markersAndOthersAreNoCandidates()
{
    flink::CheckpointHistory history;
    history.history = {completed(41, 3'000), completed(42, 4'000), completed(43, 5'000)};
    history.history[0].discarded = true;
    history.history[1].status = u"FAILED"_s;
    history.history[2].externalPath = u"<checkpoint-not-externally-addressable>"_s;
    plans::CandidateSources sources;
    flink::StateSnapshot other;
    other.state = u"COMPLETED"_s;
    other.jobKind = u"FlinkDeployment"_s;
    other.jobName = u"clicks"_s;
    other.path = u"s3://flink/sp/savepoint-z"_s;
    flink::StateSnapshot failed = other;
    failed.jobName = u"orders"_s;
    failed.state = u"FAILED"_s;
    sources.snapshots = {other, failed};
    QCOMPARE(plans::candidatesOf(deployment(u"KUBERNETES_OPERATOR_LAST_STATE"_s), history, sources, {}),
             QList<Candidate>());
}

void CandidatesTest::storageIsLookedIntoAndJudged()
{
    const QTemporaryDir folder;
    const QByteArray metadata = support::recordedMetadata(u"1.20-checkpoint-hashmap-changelog-in-memory"_s);
    const QString run = folder.filePath(u"ckpt/"_s + job);
    write(run + u"/chk-7/_metadata"_s, metadata);
    write(run + u"/chk-8/_metadata"_s, metadata.first(metadata.size() / 2)); // damaged
    QVERIFY(QDir().mkpath(run + u"/chk-9"_s));                               // never finished
    write(folder.filePath(u"sp/savepoint-a/_metadata"_s), "nonsense");
    const QList<Candidate> found = plans::candidatesOf(deployment(), {}, {}, {{u"s3://flink"_s, folder.path()}});
    QCOMPARE(found.size(), 3);
    const auto of = [&](const QString& name) {
        return *std::ranges::find_if(found, [&](const Candidate& one) { return one.path.endsWith(name); });
    };
    QCOMPARE(of(u"chk-7"_s).path, u"s3://flink/ckpt/"_s + job + u"/chk-7"_s);
    QVERIFY(of(u"chk-7"_s).completedAt.isValid());
    QCOMPARE(of(u"chk-8"_s).verdict, Verdict::Damaged);
    QVERIFY(!of(u"chk-8"_s).problem.isEmpty());
    QCOMPARE(of(u"savepoint-a"_s).verdict, Verdict::Damaged);
    // What is damaged comes last, however new it is.
    QVERIFY(found.first().path.endsWith(u"chk-7"_s));
    QVERIFY(found.first().verdict != Verdict::Damaged);
}

void CandidatesTest::whatMayBeOfAnotherJobIsNotTrusted()
{
    const QTemporaryDir folder;
    const QString stranger = u"00000000000000000000000000000001"_s;
    const QByteArray own = support::recordedMetadata(u"1.20-checkpoint-hashmap-changelog-in-memory"_s);
    const auto find = [&](const plans::CandidateSources& sources) {
        return plans::candidatesOf(deployment(), {}, sources, {{u"s3://flink"_s, folder.path()}});
    };
    write(folder.filePath(u"ckpt/%1/chk-99/_metadata"_s.arg(stranger)), own);
    // Nobody knows whose it is, and nothing of this job is there to compare it with.
    QCOMPARE(find({}).first().verdict, Verdict::Unsure);
    QVERIFY(!find({}).first().problem.isEmpty());
    QVERIFY(!find({}).first().isTrusted());
    QVERIFY(plans::fallbacksAfter(find({}), -1).isEmpty());
    // The same operators: another deployment of the program, or an earlier run of this one. It comes after what is
    // known.
    write(folder.filePath(u"ckpt/%1/chk-7/_metadata"_s.arg(job)), own);
    QList<Candidate> found = find({});
    QCOMPARE(found.size(), 2);
    QVERIFY(found.first().path.endsWith(job + u"/chk-7"_s) && found.first().isTrusted());
    QCOMPARE(found.last().verdict, Verdict::Unsure);
    // A run that Drey has seen is known.
    workflow::Operation seen;
    seen.plan.details = {{u"namespace"_s, u"shop"_s}, {u"name"_s, u"orders"_s}};
    seen.facts = {{u"jobId"_s, stranger}};
    plans::CandidateSources sources;
    sources.operations = {seen};
    found = find(sources);
    QVERIFY(std::ranges::all_of(found, &Candidate::isTrusted));
    // Other operators: it is of another job, whatever its age.
    plans::CandidateSources other;
    other.graph = snapshot::JobGraph{{}, {{u"ffffffffffffffffffffffffffffffff"_s, u"map"_s, 1, 128}}};
    QVERIFY(QDir(folder.filePath(u"ckpt/"_s + job)).removeRecursively());
    found = find(other);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().verdict, Verdict::Unfit);
    QCOMPARE(toJson(found.first())[u"verdict"_s].toString(), u"unfit"_s);
}

void CandidatesTest::whatTheJobDoesNotTakeUpIsUnfit()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"ckpt/%1/chk-7/_metadata"_s.arg(job)),
          support::recordedMetadata(u"1.20-checkpoint-hashmap-changelog-in-memory"_s));
    const auto reading = snapshot::read(folder.filePath(u"ckpt/%1/chk-7"_s.arg(job)));
    QVERIFY(reading);
    plans::CandidateSources sources;
    sources.graph.emplace();
    for (const snapshot::Operator& one : reading->metadata.operators)
        sources.graph->vertices.append({one.id, u"v"_s, one.maxParallelism + 1, one.maxParallelism + 1});
    const auto find = [&] {
        return plans::candidatesOf(deployment(), {}, sources, {{u"s3://flink"_s, folder.path()}}).first();
    };
    QCOMPARE(find().verdict, Verdict::Unfit);
    for (qsizetype i = 0; i < sources.graph->vertices.size(); ++i)
        sources.graph->vertices[i].parallelism = sources.graph->vertices[i].maxParallelism =
            reading->metadata.operators.at(i).maxParallelism;
    QVERIFY2(find().isTrusted(), qPrintable(find().problem));
}

void CandidatesTest::whatCannotBeReachedIsNotChecked()
{
    flink::CheckpointHistory history;
    history.history = {completed(42, 4'000)};
    const Candidate found = plans::candidatesOf(deployment(), history, {}, {}).first();
    QCOMPARE(found.verdict, Verdict::Unchecked);
    QVERIFY(!found.problem.isEmpty());
    const QJsonObject json = toJson(found);
    QCOMPARE(json[u"verdict"_s].toString(), u"unchecked"_s);
    QCOMPARE(json[u"sources"_s].toArray().first().toString(), u"flinkRest"_s);
    // What should be below a folder of this machine, and is not, is known to be gone.
    const QTemporaryDir folder;
    QCOMPARE(plans::candidatesOf(deployment(), history, {}, {{u"s3://flink"_s, folder.path()}}).first().verdict,
             Verdict::Damaged);
}

void CandidatesTest::placesAreOneHoweverTheyAreWritten()
{
    QVERIFY(plans::isSamePlace(u"file:/a/b"_s, u"file:///a/b/"_s));
    QVERIFY(plans::isSamePlace(u"/a/b"_s, u"file:/a/b"_s));
    QVERIFY(plans::isSamePlace(u"s3://x/y/"_s, u"s3://x/y"_s));
    QVERIFY(!plans::isSamePlace(u"s3://x/y"_s, u"s3a://x/y"_s));
    QVERIFY(!plans::isSamePlace(u"/a/b"_s, u"/a/bc"_s));
}

QTEST_GUILESS_MAIN(CandidatesTest)
#include "tst_candidates.moc"
