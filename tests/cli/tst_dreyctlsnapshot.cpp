#include "tests/cli/dreyctlfixture.h"
#include "tests/support/snapshotbytes.h"
#include "tests/support/snapshotfiles.h"

using namespace Qt::StringLiterals;
namespace bytes = support::snapshotbytes;

/// `dreyctl snapshot` as it is run from a terminal.
class DreyctlSnapshotTest : public support::DreyctlTest
{
    Q_OBJECT

private slots:
    void init();

    void aRecordedSnapshotIsTold_data();
    void aRecordedSnapshotIsTold();
    void aCompleteSnapshotEndsWithZero();
    void whatIsMissingOrShortEndsWithOne();
    void whatCannotBeLookedAtEndsWithSix();
    void mappingsSayWhereFilesLie();
    void withoutVerifyNobodyLooks();
    void deepLooksIntoTheFiles();
    void anOddSnapshotIsIncompleteWithoutLooking();
    void whatIsUnreadableEndsWithFive_data();
    void whatIsUnreadableEndsWithFive();
    void whatMakesNoSenseEndsWithTwo_data();
    void whatMakesNoSenseEndsWithTwo();
    void twoSnapshotsAreCompared();
    void differentOperatorsEndWithOne();
    void aJobThatTakesItUpEndsWithZero();
    void aJobIsAskedThroughTheApiServer();
    void aJobThatRefusesEndsWithOne_data();
    void aJobThatRefusesEndsWithOne();
    void aJobThatTellsTooLittleEndsWithSix();
    void aJobThatCannotBeAskedEndsWithItsReason();
    void peopleReadWhyAJobRefuses();
    void peopleReadATable();
    void peopleReadItInKorean();

private:
    /// The recorded job, with something else said of its second vertex, which counts.
    void serveJob(const QString& key, const QJsonValue& value)
    {
        serveFlink({});
        QJsonObject answer = QJsonDocument::fromJson(support::recording(u"rest/1.20/job"_s)).object();
        QJsonArray vertices = answer["vertices"_L1].toArray();
        QJsonObject vertex = vertices[1].toObject();
        vertex[key] = value;
        vertices[1] = vertex;
        answer["vertices"_L1] = vertices;
        serve(u"/jobs/"_s + support::job, QJsonDocument(answer).toJson());
    }
    support::Outcome heldAgainstJob(const QString& snapshot, const QStringList& more = {})
    {
        return endpoint(QStringList{u"snapshot"_s, u"compare"_s, snapshot, u"--job"_s, support::job} + more);
    }
    QString recorded(const QString& name) const
    {
        return QStringLiteral(DREY_RECORDINGS "/flinkmeta/") + name + u"._metadata"_s;
    }
    support::Outcome json(const QStringList& arguments)
    {
        return run(QStringList{u"snapshot"_s} + arguments + QStringList{u"-o"_s, u"json"_s});
    }
    QString write(const QString& name, const QByteArray& content)
    {
        const QString whole = path(name);
        QDir().mkpath(QFileInfo(whole).path());
        QFile file(whole);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return whole;
    }

    QString m_snapshot; ///< with a file of its own and one that is shared
    QString m_own;
    QString m_shared;
};

void DreyctlSnapshotTest::init()
{
    begin();
    m_own = write(u"cp/0123/chk-7/0a1b"_s, QByteArray(100, 'x'));
    m_shared = write(u"cp/0123/shared/ff"_s, QByteArray(40, 'x'));
    const QByteArray keyed = bytes::incremental(11, 0, 128, 60, bytes::inlineStream(5),
                                                {{u"1.sst"_s, bytes::file(u"file:"_s + m_shared, 40)}}, {});
    const QByteArray state = bytes::operatorState({{u"splits"_s, 0, 2}}, bytes::relative(u"0a1b"_s, 100));
    const QByteArray op =
        bytes::op(5, {.name = u"count"_s,
                      .uid = u"count-1"_s,
                      .coordinator = bytes::inlineStream(9),
                      .subtasks = {bytes::subtask(5, {.managedOperator = state, .managedKeyed = keyed})}});
    const QByteArray properties = bytes::propertiesOf(support::recordedMetadata(u"1.20-checkpoint-hashmap"_s));
    m_snapshot = QFileInfo(write(u"cp/0123/chk-7/_metadata"_s, bytes::metadata(5, {op}, properties))).path();
}

void DreyctlSnapshotTest::aRecordedSnapshotIsTold_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : support::recordedMetadataNames())
        QTest::addRow("%s", qPrintable(name)) << name;
}

void DreyctlSnapshotTest::aRecordedSnapshotIsTold()
{
    QFETCH(QString, name);
    const auto told = json({u"inspect"_s, recorded(name), u"--verify"_s});
    const QJsonObject object = told.json();
    QCOMPARE(support::missingKeys(object, {u"kind"_s, u"path"_s, u"version"_s, u"checkpointId"_s, u"type"_s,
                                           u"format"_s, u"createdBy"_s, u"totalBytes"_s, u"operators"_s, u"files"_s,
                                           u"verify"_s, u"warnings"_s}),
             QStringList());
    QCOMPARE(object["kind"_L1].toString(), u"Snapshot"_s);
    QCOMPARE(object["type"_L1].toString(), name.contains(u"savepoint") ? u"savepoint"_s : u"checkpoint"_s);
    // Who does not ask for the other one gets a savepoint in the canonical format.
    const QJsonValue format = name.contains(u"native")      ? QJsonValue(u"native"_s)
                              : name.contains(u"savepoint") ? QJsonValue(u"canonical"_s)
                                                            : QJsonValue();
    QCOMPARE(object["format"_L1], format);
    qint64 sum = 0;
    const QJsonArray operators = object["operators"_L1].toArray();
    for (const QJsonValue& each : operators) {
        QCOMPARE(support::missingKeys(each.toObject(), {u"id"_s, u"uid"_s, u"name"_s, u"parallelism"_s,
                                                        u"maxParallelism"_s, u"stateBytes"_s, u"subtasks"_s, u"keyed"_s,
                                                        u"operatorState"_s, u"channelState"_s}),
                 QStringList());
        sum += each["stateBytes"_L1].toInteger();
        const qint64 parts =
            each["keyed"_L1]["bytes"_L1].toInteger() + each["operatorState"_L1]["bytes"_L1].toInteger() +
            each["channelState"_L1]["bytes"_L1].toInteger() + each["coordinator"_L1]["bytes"_L1].toInteger();
        QCOMPARE(each["stateBytes"_L1].toInteger(), parts);
    }
    QCOMPARE(object["totalBytes"_L1].toInteger(), sum);
    if (object["files"_L1].toArray().isEmpty()) {
        QCOMPARE(told.code, 0);
        QCOMPARE(object["verify"_L1]["complete"_L1], QJsonValue(true));
    }
}

void DreyctlSnapshotTest::aCompleteSnapshotEndsWithZero()
{
    for (const QString& name : {m_snapshot, QString(m_snapshot + u"/_metadata"_s), QString(u"file:"_s + m_snapshot)}) {
        const auto told = json({u"inspect"_s, name, u"--verify"_s});
        QVERIFY2(told.code == 0, told.err.constData());
        const QJsonObject object = told.json();
        QCOMPARE(object["path"_L1].toString(), name);
        QCOMPARE(object["verify"_L1]["complete"_L1], QJsonValue(true));
        QCOMPARE(object["selfContained"_L1], QJsonValue(false));
        QCOMPARE(object["totalBytes"_L1].toInt(), 154);
        const QJsonObject op = object["operators"_L1][0].toObject();
        QCOMPARE(op["uid"_L1].toString(), u"count-1"_s);
        QCOMPARE(op["keyed"_L1]["form"_L1].toString(), u"incremental"_s);
        QCOMPARE(op["keyed"_L1]["bytes"_L1].toInt(), 45);
        QCOMPARE(op["operatorState"_L1]["states"_L1].toArray(), QJsonArray{u"splits"_s});
        const QJsonArray files = object["files"_L1].toArray();
        QCOMPARE(files.size(), 2);
        QCOMPARE(files[0]["path"_L1].toString(), u"0a1b"_s);
        QCOMPARE(files[0]["shared"_L1], QJsonValue(false));
        QCOMPARE(files[0]["actualBytes"_L1].toInt(), 100);
        QCOMPARE(files[1]["path"_L1].toString(), u"file:"_s + m_shared);
        QCOMPARE(files[1]["shared"_L1], QJsonValue(true));
        QCOMPARE(files[1]["exists"_L1], QJsonValue(true));
    }
}

void DreyctlSnapshotTest::whatIsMissingOrShortEndsWithOne()
{
    QVERIFY(QFile::resize(m_own, 99));
    QVERIFY(QFile::remove(m_shared));
    const auto told = json({u"inspect"_s, m_snapshot, u"--verify"_s});
    QCOMPARE(told.code, 1);
    const QJsonObject object = told.json();
    QCOMPARE(object["verify"_L1]["complete"_L1], QJsonValue(false));
    QCOMPARE(object["verify"_L1]["missing"_L1].toArray(), QJsonArray{u"file:"_s + m_shared});
    QCOMPARE(object["verify"_L1]["wrongSize"_L1].toArray(), QJsonArray{u"0a1b"_s});
    QCOMPARE(object["files"_L1][0]["actualBytes"_L1].toInt(), 99);
    QCOMPARE(object["files"_L1][1]["exists"_L1], QJsonValue(false));
    QVERIFY(object["files"_L1][1]["actualBytes"_L1].isNull());
    const auto text = run({u"snapshot"_s, u"inspect"_s, m_snapshot, u"--verify"_s});
    QCOMPARE(text.code, 1);
    QVERIFY(text.out.contains("Incomplete"));
    QVERIFY(text.out.contains(m_shared.toUtf8()));
}

void DreyctlSnapshotTest::whatCannotBeLookedAtEndsWithSix()
{
    const QByteArray op = bytes::op(3, {.coordinator = bytes::file(u"s3://bucket/flink/cp/x"_s, 7)});
    write(u"remote/_metadata"_s, bytes::metadata(3, {op}));
    const auto told = json({u"inspect"_s, path(u"remote"_s), u"--verify"_s});
    QCOMPARE(told.code, 6);
    const QJsonObject object = told.json();
    QVERIFY(object["verify"_L1]["complete"_L1].isNull());
    QVERIFY(object["files"_L1][0]["exists"_L1].isNull());
    QCOMPARE(object["verify"_L1]["missing"_L1].toArray(), QJsonArray());
    QCOMPARE(object["verify"_L1]["notChecked"_L1].toArray(), QJsonArray{u"s3://bucket/flink/cp/x"_s});
    QVERIFY(object["warnings"_L1][0].toString().contains(u"--map"));
    QCOMPARE(object["type"_L1].toString(), u"unknown"_s);
}

void DreyctlSnapshotTest::mappingsSayWhereFilesLie()
{
    const QByteArray op = bytes::op(3, {.coordinator = bytes::file(u"s3://bucket/flink/cp/x"_s, 7)});
    write(u"remote/_metadata"_s, bytes::metadata(3, {op}));
    const QStringList asked{u"inspect"_s, path(u"remote"_s), u"--map"_s, u"s3://bucket/flink="_s + path(u"copy"_s)};
    QCOMPARE(json(asked).code, 1);
    write(u"copy/cp/x"_s, QByteArray(7, 'x'));
    QCOMPARE(json(asked).code, 0);
    write(u"copy/cp/x"_s, QByteArray(8, 'x'));
    QCOMPARE(json(asked).code, 1);
}

void DreyctlSnapshotTest::withoutVerifyNobodyLooks()
{
    QVERIFY(QFile::remove(m_own));
    const auto told = json({u"inspect"_s, m_snapshot});
    QCOMPARE(told.code, 0);
    QVERIFY(told.json()["verify"_L1]["complete"_L1].isNull());
    QVERIFY(told.json()["files"_L1][0]["exists"_L1].isNull());
    QCOMPARE(told.json()["warnings"_L1].toArray(), QJsonArray());
}

void DreyctlSnapshotTest::deepLooksIntoTheFiles()
{
    const QByteArray described = bytes::i32(6) + bytes::utf(u"sums"_s) + bytes::i32(0) + bytes::i32(1) +
                                 bytes::utf(u"KEYED_STATE_TYPE"_s) + bytes::utf(u"MAP"_s);
    const QByteArray keyed = bytes::incremental(11, 0, 128, 0, bytes::relative(u"meta"_s, described.size()), {}, {});
    write(u"sp/_metadata"_s,
          bytes::metadata(3, {bytes::op(3, {.subtasks = {bytes::subtask(3, {.managedKeyed = keyed})}})}));
    const auto statesOf = [](const support::Outcome& told) {
        return told.json()["operators"_L1][0]["keyed"_L1]["states"_L1].toArray();
    };
    QCOMPARE(statesOf(json({u"inspect"_s, path(u"sp"_s), u"--deep"_s})), QJsonArray()); // it is not there
    write(u"sp/meta"_s, described);
    QCOMPARE(statesOf(json({u"inspect"_s, path(u"sp"_s)})), QJsonArray());
    const auto told = json({u"inspect"_s, path(u"sp"_s), u"--deep"_s});
    QCOMPARE(told.code, 0);
    QCOMPARE(statesOf(told), QJsonArray{u"sums"_s});
    const auto text = run({u"snapshot"_s, u"inspect"_s, path(u"sp"_s), u"--deep"_s});
    QVERIFY2(text.out.contains("sums (MAP)"), text.out.constData());
}

void DreyctlSnapshotTest::anOddSnapshotIsIncompleteWithoutLooking()
{
    const QByteArray keyed = bytes::subtask(3, {.managedKeyed = bytes::keyGroups(3, 0, 64, bytes::inlineStream(1))});
    write(u"odd/_metadata"_s, bytes::metadata(3, {bytes::op(3, {.parallelism = 2, .subtasks = {keyed}})}) + "end");
    const auto told = json({u"inspect"_s, path(u"odd"_s)});
    QCOMPARE(told.code, 1);
    QCOMPARE(told.json()["verify"_L1]["complete"_L1], QJsonValue(false));
    QVERIFY(told.json()["verify"_L1]["keyGroups"_L1][0].toString().contains(u"64–127"));
    QVERIFY(told.json()["warnings"_L1][0].toString().contains(u"3 bytes"));
}

void DreyctlSnapshotTest::whatIsUnreadableEndsWithFive_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("nothing there") << u"nothing"_s << QByteArray("nothing is there");
    QTest::newRow("never completed") << u"chk-8"_s << QByteArray("not completed");
    QTest::newRow("no metadata") << u"config"_s << QByteArray("no metadata of a Flink snapshot");
    QTest::newRow("cut") << u"cut"_s << QByteArray("cut short");
}

void DreyctlSnapshotTest::whatIsUnreadableEndsWithFive()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, says);
    QDir(m_folder->path()).mkdir(u"chk-8"_s);
    write(u"cut/_metadata"_s, support::recordedMetadata(u"2.2-savepoint-native"_s).chopped(1));
    const auto told = json({u"inspect"_s, path(name)});
    QCOMPARE(told.code, 5);
    QVERIFY(told.out.isEmpty());
    QVERIFY2(told.err.contains(says), told.err.constData());
    QCOMPARE(json({u"compare"_s, m_snapshot, path(name)}).code, 5);
    QCOMPARE(json({u"compare"_s, path(name), m_snapshot}).code, 5);
}

void DreyctlSnapshotTest::whatMakesNoSenseEndsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no path") << QStringList{u"inspect"_s};
    QTest::newRow("unknown") << QStringList{u"delete"_s, u"a"_s};
    QTest::newRow("one to compare") << QStringList{u"compare"_s, u"a"_s};
    QTest::newRow("two to inspect") << QStringList{u"inspect"_s, u"a"_s, u"b"_s};
    QTest::newRow("compare with verify") << QStringList{u"compare"_s, u"a"_s, u"b"_s, u"--verify"_s};
    const QString id = support::job;
    QTest::newRow("inspect with a job") << QStringList{u"inspect"_s, u"a"_s, u"--job"_s, id};
    QTest::newRow("two and a job") << QStringList{u"compare"_s, u"a"_s, u"b"_s, u"--job"_s, id};
    QTest::newRow("no job id") << QStringList{u"compare"_s, u"a"_s, u"--job"_s, u"orders"_s};
    QTest::newRow("a deployment, no job") << QStringList{u"compare"_s, u"a"_s, u"b"_s, u"--deployment"_s, u"orders"_s};
    QTest::newRow("a job of no Flink") << QStringList{u"compare"_s, recorded(u"1.20-savepoint-native"_s), u"--job"_s,
                                                      id};
    QTest::newRow("half a mapping") << QStringList{u"inspect"_s, u"a"_s, u"--map"_s, u"s3://bucket"_s};
    QTest::newRow("remote") << QStringList{u"inspect"_s, u"s3://bucket/savepoint-1"_s};
}

void DreyctlSnapshotTest::whatMakesNoSenseEndsWithTwo()
{
    QFETCH(QStringList, arguments);
    const auto told = json(arguments);
    QCOMPARE(told.code, 2);
    QVERIFY(told.out.isEmpty() && !told.err.isEmpty());
}

void DreyctlSnapshotTest::twoSnapshotsAreCompared()
{
    const auto told =
        json({u"compare"_s, recorded(u"1.20-checkpoint-hashmap"_s), recorded(u"1.20-savepoint-native"_s)});
    QVERIFY2(told.code == 0, told.err.constData());
    const QJsonObject object = told.json();
    QCOMPARE(support::missingKeys(object, {u"kind"_s, u"before"_s, u"after"_s, u"interchangeable"_s, u"operators"_s,
                                           u"files"_s, u"warnings"_s}),
             QStringList());
    QCOMPARE(object["kind"_L1].toString(), u"SnapshotComparison"_s);
    QCOMPARE(object["before"_L1]["type"_L1].toString(), u"checkpoint"_s);
    QCOMPARE(object["after"_L1]["type"_L1].toString(), u"savepoint"_s);
    const QJsonArray operators = object["operators"_L1].toArray();
    QCOMPARE(operators.size(), 5);
    for (const QJsonValue& each : operators) {
        QCOMPARE(each["change"_L1].toString(), u"changed"_s);
        QCOMPARE(each["parallelism"_L1]["before"_L1].toInt(), 1);
        QCOMPARE(each["parallelism"_L1]["after"_L1].toInt(), 2);
    }
    const auto same = json({u"compare"_s, m_snapshot, m_snapshot});
    QCOMPARE(same.code, 0);
    QCOMPARE(same.json()["files"_L1]["common"_L1], QJsonValue(QJsonObject{{u"files"_s, 1}, {u"bytes"_s, 40}}));
    const auto yaml = run({u"snapshot"_s, u"compare"_s, m_snapshot, m_snapshot, u"-o"_s, u"yaml"_s});
    QVERIFY(yaml.out.contains("interchangeable: true"));
}

void DreyctlSnapshotTest::differentOperatorsEndWithOne()
{
    const auto told = json({u"compare"_s, m_snapshot, recorded(u"2.2-savepoint-native"_s)});
    QCOMPARE(told.code, 1);
    QCOMPARE(told.json()["interchangeable"_L1], QJsonValue(false));
    QCOMPARE(told.json()["operators"_L1][0]["change"_L1].toString(), u"removed"_s);
    QVERIFY(told.json()["operators"_L1][0]["stateBytes"_L1]["after"_L1].isNull());
    const auto text = run({u"snapshot"_s, u"compare"_s, m_snapshot, recorded(u"2.2-savepoint-native"_s)});
    QCOMPARE(text.code, 1);
    QVERIFY(text.out.contains("allowNonRestoredState"));
}

void DreyctlSnapshotTest::aJobThatTakesItUpEndsWithZero()
{
    serveFlink({});
    const auto told = heldAgainstJob(recorded(u"1.20-savepoint-canonical"_s), {u"-o"_s, u"json"_s});
    QVERIFY2(told.code == 0, told.err.constData());
    const QJsonObject object = told.json();
    QCOMPARE(
        support::missingKeys(object, {u"kind"_s, u"snapshot"_s, u"job"_s, u"verdict"_s, u"formatReadable"_s,
                                      u"operators"_s, u"newVertices"_s, u"source"_s, u"observedAt"_s, u"warnings"_s}),
        QStringList());
    QCOMPARE(object["kind"_L1].toString(), u"SnapshotCompatibility"_s);
    QCOMPARE(object["verdict"_L1].toString(), u"compatible"_s);
    QCOMPARE(object["job"_L1]["id"_L1].toString(), support::job);
    QCOMPARE(object["job"_L1]["flinkVersion"_L1].toString().left(4), u"1.20"_s);
    QStringList fits;
    for (const QJsonValue& each : object["operators"_L1].toArray()) {
        fits.append(each["fit"_L1].toString());
        QVERIFY(!each["reason"_L1].toString().isEmpty());
        QCOMPARE(each["vertex"_L1].isNull(), fits.last() == u"stateless");
    }
    fits.sort();
    QCOMPARE(fits, QStringList({u"fits"_s, u"fits"_s, u"fits"_s, u"stateless"_s, u"stateless"_s}));
}

void DreyctlSnapshotTest::aJobIsAskedThroughTheApiServer()
{
    serveFlink(support::proxy);
    const auto told = json({u"compare"_s, recorded(u"1.20-savepoint-canonical"_s), u"--job"_s, support::job.toUpper(),
                            u"--deployment"_s, u"orders"_s});
    QVERIFY2(told.code == 0, told.err.constData());
    QCOMPARE(told.json()["job"_L1]["endpoint"_L1].toString(), u"here/default/orders"_s);
}

void DreyctlSnapshotTest::aJobThatRefusesEndsWithOne_data()
{
    QTest::addColumn<QString>("snapshot");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("value");
    QTest::addColumn<QString>("fit");
    QTest::newRow("too parallel") << u"1.20-savepoint-canonical"_s << u"parallelism"_s << 129 << u"tooParallel"_s;
    QTest::newRow("max parallelism") << u"1.20-savepoint-canonical"_s << u"maxParallelism"_s << 64
                                     << u"maxParallelism"_s;
    QTest::newRow("format") << u"2.2-savepoint-canonical"_s << u"parallelism"_s << 2 << u"fits"_s;
}

void DreyctlSnapshotTest::aJobThatRefusesEndsWithOne()
{
    QFETCH(QString, snapshot);
    QFETCH(QString, key);
    QFETCH(int, value);
    serveJob(key, value);
    const auto told = heldAgainstJob(recorded(snapshot), {u"-o"_s, u"json"_s});
    QCOMPARE(told.code, 1);
    QCOMPARE(told.json()["verdict"_L1].toString(), u"incompatible"_s);
    for (const QJsonValue& each : told.json()["operators"_L1].toArray()) {
        if (each["id"_L1].toString() == u"b71731f1c0df9c3076c4a455334d0ad6")
            QTEST(each["fit"_L1].toString(), "fit");
    }
}

void DreyctlSnapshotTest::aJobThatTellsTooLittleEndsWithSix()
{
    serveJob(u"id"_s, u"0123456789abcdef0123456789abcdef"_s);
    const auto told = heldAgainstJob(recorded(u"1.20-savepoint-canonical"_s), {u"-o"_s, u"json"_s});
    QCOMPARE(told.code, 6);
    QCOMPARE(told.json()["verdict"_L1].toString(), u"unknown"_s);
    QCOMPARE(told.json()["newVertices"_L1][0]["name"_L1].toString(), u"count-per-customer -> enrich"_s);
    // What Flink it is decides on the format alone.
    serveFlink({});
    m_answers.erase(u"/overview"_s);
    const auto nameless = heldAgainstJob(recorded(u"1.20-savepoint-canonical"_s), {u"-o"_s, u"json"_s});
    QCOMPARE(nameless.code, 0);
    QVERIFY(nameless.json()["job"_L1]["flinkVersion"_L1].isNull());
    QCOMPARE(nameless.json()["warnings"_L1].toArray().size(), 1);
}

void DreyctlSnapshotTest::aJobThatCannotBeAskedEndsWithItsReason()
{
    serveFlink({});
    m_answers.erase(u"/jobs/"_s + support::job);
    QCOMPARE(heldAgainstJob(recorded(u"1.20-savepoint-canonical"_s)).code, 5);
    QCOMPARE(heldAgainstJob(path(u"nothing"_s)).code, 5);
    serve(u"/jobs/"_s + support::job, "{}", 403);
    QCOMPARE(heldAgainstJob(recorded(u"1.20-savepoint-canonical"_s)).code, 4);
    m_server.reset();
    const auto gone = run({u"snapshot"_s, u"compare"_s, recorded(u"1.20-savepoint-canonical"_s), u"--job"_s,
                           support::job, u"--endpoint"_s, u"http://127.0.0.1:1"_s});
    QCOMPARE(gone.code, 3);
}

void DreyctlSnapshotTest::peopleReadWhyAJobRefuses()
{
    serveJob(u"parallelism"_s, 129);
    const auto told = heldAgainstJob(recorded(u"1.20-savepoint-canonical"_s));
    QCOMPARE(told.code, 1);
    for (const char* word : {"Savepoint 39", "Incompatible", "129", "refused", "b71731f1c0df9c3076c4a455334d0ad6: "})
        QVERIFY2(told.out.contains(word), told.out.constData());
    const auto korean = heldAgainstJob(recorded(u"1.20-savepoint-canonical"_s), {u"--lang"_s, u"ko"_s});
    for (const char* word : {"세이브포인트 39", "호환되지 않습니다", "병렬도"})
        QVERIFY2(korean.out.contains(word), korean.out.constData());
    const auto format = heldAgainstJob(recorded(u"2.2-savepoint-canonical"_s));
    QVERIFY2(format.out.contains("format 6"), format.out.constData());
}

void DreyctlSnapshotTest::peopleReadATable()
{
    const auto told = run({u"snapshot"_s, u"inspect"_s, m_snapshot, u"--verify"_s});
    QCOMPARE(told.code, 0);
    for (const char* word : {"Checkpoint 42", "count-1", "Complete", "154 B", "Files: 2"})
        QVERIFY2(told.out.contains(word), told.out.constData());
}

void DreyctlSnapshotTest::peopleReadItInKorean()
{
    const auto told = run({u"snapshot"_s, u"inspect"_s, m_snapshot, u"--verify"_s, u"--lang"_s, u"ko"_s});
    QCOMPARE(told.code, 0);
    for (const char* word : {"체크포인트 42", "연산자", "최대 병렬도", "키 상태"})
        QVERIFY2(told.out.contains(word), told.out.constData());
    QVERIFY(!told.out.contains("Complete"));
    const auto broken = run({u"snapshot"_s, u"inspect"_s, path(u"config"_s), u"--lang"_s, u"ko"_s});
    QVERIFY(broken.err.contains("메타데이터"));
}

QTEST_GUILESS_MAIN(DreyctlSnapshotTest)
#include "tst_dreyctlsnapshot.moc"
