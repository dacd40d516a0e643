#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"
#include "tests/support/simflink.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What a value is made of: each leaf by its way, with its JSON type. Lists of metrics and of settings by their kind
/// only.
void collect(const QJsonValue& value, const QString& way, QSet<QString>& leaves)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const bool isVertexId = it.key().size() == 32;
            collect(*it, way + u'/' + (isVertexId ? u"<id>"_s : it.key()), leaves);
        }
        if (object.isEmpty())
            leaves += way + u": {}"_s;
        return;
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue& entry : array)
            collect(entry, way + u"[]"_s, leaves);
        if (array.isEmpty())
            leaves += way + u": []"_s;
        return;
    }
    static const QMap<QJsonValue::Type, QString> types{{QJsonValue::Null, u"null"_s},
                                                       {QJsonValue::Bool, u"boolean"_s},
                                                       {QJsonValue::Double, u"number"_s},
                                                       {QJsonValue::String, u"string"_s}};
    leaves += way + u": "_s + types.value(value.type());
}

QSet<QString> shapeOf(const QByteArray& json)
{
    QSet<QString> leaves;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    collect(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), QString(), leaves);
    return leaves;
}

/// Ids of metrics, without the index of the subtask.
QSet<QString> metricIds(const QByteArray& json)
{
    QSet<QString> ids;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue& entry : array)
        ids += entry["id"_L1].toString();
    return ids;
}

QStringList sorted(const QSet<QString>& set)
{
    QStringList list(set.begin(), set.end());
    list.sort();
    return list;
}

/// Recording and path of the same question; <v> is a vertex.
struct Question
{
    QString recording;
    QString path;
};

QList<Question> questions()
{
    return {{u"config"_s, u"/config"_s},
            {u"overview"_s, u"/overview"_s},
            {u"datasets"_s, u"/datasets"_s},
            {u"jars"_s, u"/jars"_s},
            {u"jobs"_s, u"/jobs"_s},
            {u"jobs-overview"_s, u"/jobs/overview"_s},
            {u"job"_s, u"/jobs/<job>"_s},
            {u"job-plan"_s, u"/jobs/<job>/plan"_s},
            {u"job-status"_s, u"/jobs/<job>/status"_s},
            {u"job-config"_s, u"/jobs/<job>/config"_s},
            {u"job-exceptions"_s, u"/jobs/<job>/exceptions"_s},
            {u"job-accumulators"_s, u"/jobs/<job>/accumulators"_s},
            {u"job-checkpoints"_s, u"/jobs/<job>/checkpoints"_s},
            {u"job-checkpoints-config"_s, u"/jobs/<job>/checkpoints/config"_s},
            {u"job-checkpoint-details"_s, u"/jobs/<job>/checkpoints/details/<checkpoint>"_s},
            {u"job-jobmanager-config"_s, u"/jobs/<job>/jobmanager/config"_s},
            {u"jobmanager-config"_s, u"/jobmanager/config"_s},
            {u"jobmanager-environment"_s, u"/jobmanager/environment"_s},
            {u"jobmanager-logs"_s, u"/jobmanager/logs"_s},
            {u"taskmanagers"_s, u"/taskmanagers"_s},
            {u"taskmanager"_s, u"/taskmanagers/<worker>"_s},
            {u"taskmanager-logs"_s, u"/taskmanagers/<worker>/logs"_s},
            {u"taskmanager-thread-dump"_s, u"/taskmanagers/<worker>/thread-dump"_s},
            {u"vertex-<v>"_s, u"/jobs/<job>/vertices/<v>"_s},
            {u"vertex-<v>-subtasktimes"_s, u"/jobs/<job>/vertices/<v>/subtasktimes"_s},
            {u"vertex-<v>-taskmanagers"_s, u"/jobs/<job>/vertices/<v>/taskmanagers"_s},
            {u"vertex-<v>-backpressure"_s, u"/jobs/<job>/vertices/<v>/backpressure"_s},
            {u"vertex-<v>-watermarks"_s, u"/jobs/<job>/vertices/<v>/watermarks"_s},
            {u"vertex-<v>-accumulators"_s, u"/jobs/<job>/vertices/<v>/accumulators"_s}};
}

/// As the recordings were made: in the first minutes of a healthy job.
struct Healthy : support::SimFlink
{
    explicit Healthy(const QString& version)
        : SimFlink({version})
    {
        // The vertices of the recordings, of whose ids their names are made.
        runUntilRunning();
        advance(63s);
    }

    QString filled(QString text, const QString& vertex)
    {
        const QString checkpoint = QString::number(job().coordinator().log().latestCompleted()->id);
        return text.replace(u"<job>"_s, job().id())
            .replace(u"<v>"_s, vertex)
            .replace(u"<worker>"_s, u"orders-taskmanager-1-1"_s)
            .replace(u"<checkpoint>"_s, checkpoint);
    }
};

} // namespace

class TestSimFlinkShape : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void answersHaveTheFieldsAndTypesOfTheRecordedOnes_data();
    void answersHaveTheFieldsAndTypesOfTheRecordedOnes();
    void metricsHaveTheRecordedNames_data();
    void metricsHaveTheRecordedNames();
    void aFirstQuestionForMetricsIsAnsweredWithNothing();
    void triggersAndTheirStatesLookLikeTheRecordedOnes();
    void vertexIdsAreTheHashesOfTheirUids();
    void doublesAreWrittenAsJavaWritesThem();
};

void TestSimFlinkShape::initTestCase()
{
    support::keepClean();
}

void TestSimFlinkShape::answersHaveTheFieldsAndTypesOfTheRecordedOnes_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("1.20") << u"1.20"_s;
    QTest::newRow("2.2") << u"2.2"_s;
}

void TestSimFlinkShape::answersHaveTheFieldsAndTypesOfTheRecordedOnes()
{
    QFETCH(QString, version);
    Healthy cluster(version);
    if (version == u"2.2") {
        // These were recorded after a savepoint.
        cluster.ask("POST", cluster.jobPath(u"/savepoints"_s), "{}");
        cluster.advance(90s);
    }
    // So were all, after somebody had looked.
    cluster.manager().hasMetrics(cluster.job().id());
    int compared = 0;
    for (const Question& question : questions()) {
        for (const sim::flink::Vertex& vertex : cluster.job().spec().vertices) {
            const QString id = sim::flink::hex(vertex.id());
            const QString name = u"rest/"_s + version + u'/' + QString(question.recording).replace(u"<v>"_s, id);
            const QSet<QString> wanted = shapeOf(support::recording(name));
            const QSet<QString> given = shapeOf(cluster.get(cluster.filled(question.path, id)));
            QVERIFY2(wanted == given, qPrintable(name + u"\n missing: "_s + sorted(wanted - given).join(u", "_s) +
                                                 u"\n more: "_s + sorted(given - wanted).join(u", "_s)));
            ++compared;
            if (!question.path.contains(u"<v>"))
                break;
        }
    }
    QCOMPARE(compared, 23 + 6 * 3);
}

void TestSimFlinkShape::metricsHaveTheRecordedNames_data()
{
    answersHaveTheFieldsAndTypesOfTheRecordedOnes_data();
}

void TestSimFlinkShape::metricsHaveTheRecordedNames()
{
    QFETCH(QString, version);
    Healthy cluster(version);
    const QString id = cluster.job().id();
    for (const QString& subject : {id, u"orders-taskmanager-1-1"_s, u"jobmanager"_s})
        cluster.manager().hasMetrics(subject);
    QMap<QString, QString> paths{{u"job-metrics"_s, u"/jobs/<job>/metrics"_s},
                                 {u"taskmanager-metrics"_s, u"/taskmanagers/<worker>/metrics"_s}};
    for (const sim::flink::Vertex& vertex : cluster.job().spec().vertices) {
        const QString v = sim::flink::hex(vertex.id());
        paths.insert(u"vertex-"_s + v + u"-metrics"_s, u"/jobs/<job>/vertices/"_s + v + u"/metrics"_s);
        paths.insert(u"vertex-"_s + v + u"-subtasks-metrics"_s,
                     u"/jobs/<job>/vertices/"_s + v + u"/subtasks/metrics"_s);
    }
    if (version == u"2.2")
        paths.insert(u"jobmanager-metrics"_s, u"/jobmanager/metrics"_s);
    for (auto it = paths.cbegin(); it != paths.cend(); ++it) {
        QSet<QString> wanted = metricIds(support::recording(u"rest/"_s + version + u'/' + it.key()));
        // Splits are named by the source, and only sources that align their watermarks have them. Descriptors depend on
        // the JVM.
        erase_if(wanted,
                 [](const QString& name) { return name.contains(u".split.") || name.contains(u"FileDescriptor"); });
        QSet<QString> given = metricIds(cluster.get(cluster.filled(it.value(), QString())));
        QVERIFY2((wanted - given).isEmpty(),
                 qPrintable(it.key() + u" misses "_s + sorted(wanted - given).join(u", "_s)));
        // What Kafka adds was not there in the recorded job.
        erase_if(given, [](const QString& name) {
            return name.contains(u"Kafka") || name.contains(u"pendingRecords") || name.contains(u"watermarkLag") ||
                   name.contains(u"FileDescriptor");
        });
        QVERIFY2((given - wanted).isEmpty(), qPrintable(it.key() + u" adds "_s + sorted(given - wanted).join(u", "_s)));
    }
}

void TestSimFlinkShape::aFirstQuestionForMetricsIsAnsweredWithNothing()
{
    Healthy cluster(u"1.20"_s);
    QCOMPARE(cluster.get(u"/jobmanager/metrics"_s), support::recording(u"rest/1.20/jobmanager-metrics"_s).trimmed());
    QVERIFY(!cluster.array(u"/jobmanager/metrics"_s).isEmpty());
}

void TestSimFlinkShape::triggersAndTheirStatesLookLikeTheRecordedOnes()
{
    Healthy cluster(u"2.2"_s);
    const sim::Reply triggered = cluster.ask("POST", cluster.jobPath(u"/savepoints"_s), R"({"formatType": "NATIVE"})");
    QCOMPARE(triggered.status, 202);
    QCOMPARE(shapeOf(triggered.body), shapeOf(support::recording(u"rest/2.2/savepoint-NATIVE-trigger"_s)));
    cluster.advance(2s);
    const QString trigger = QJsonDocument::fromJson(triggered.body)["request-id"_L1].toString();
    const QByteArray status = cluster.get(cluster.jobPath(u"/savepoints/"_s + trigger));
    QCOMPARE(shapeOf(status),
             shapeOf(support::recording(u"rest/2.2/savepoint-status-987bd392d658e604562b637521929234"_s)));
}

void TestSimFlinkShape::vertexIdsAreTheHashesOfTheirUids()
{
    using sim::flink::hex;
    using sim::flink::operatorId;
    QCOMPARE(hex(operatorId(u"src")), u"f362c87ffabe89c8a91fa7d0a523ba6c"_s);
    QCOMPARE(hex(operatorId(u"count")), u"b71731f1c0df9c3076c4a455334d0ad6"_s);
    QCOMPARE(hex(operatorId(u"sink")), u"2e588ce1c86a9d46e2e85186773ce4fd"_s);
    QCOMPARE(hex(operatorId(u"map")), u"23ab3a59b17e9c45f95cff4c728611fc"_s);
    QCOMPARE(hex(operatorId(u"post")), u"842e0574bd74f3b799de7149b2ea737b"_s);
    // Longer than one block of the hash, checked with Flink itself.
    QCOMPARE(hex(operatorId(u"count-by-key")), u"0b33c5ccc1a8f6ec84eb616a3b131ac9"_s);
}

void TestSimFlinkShape::doublesAreWrittenAsJavaWritesThem()
{
    using sim::flink::javaDouble;
    QCOMPARE(javaDouble(6268), "6268.0");
    QCOMPARE(javaDouble(0), "0.0");
    QCOMPARE(javaDouble(0.2), "0.2");
    QCOMPARE(javaDouble(483.0000000000002), "483.0000000000002");
    QCOMPARE(javaDouble(13085250), "1.308525E7");
    QCOMPARE(javaDouble(0.0001), "1.0E-4");
    Healthy cluster(u"1.20"_s);
    QVERIFY(cluster.get(cluster.jobPath(u"/checkpoints"_s))
                .contains("\"alignment_buffered\":{\"min\":0,\"max\":0,\"avg\":0,"
                          "\"p50\":0.0,"));
}

QTEST_GUILESS_MAIN(TestSimFlinkShape)
#include "tst_simflinkshape.moc"
