#include "core/flink/deployment.h"
#include "tests/contract/support/shape.h"
#include "tests/live/support/clusterscene.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::ClusterScene;
using live::PodCluster;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonValue valueOf(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QStringList shapeOf(const QByteArray& json)
{
    contract::Look look;
    look.arrays = contract::Look::Arrays::AsOne;
    look.nameOf = [](const QString& key) { return key.size() == 32 ? u"<id>"_s : key; };
    return contract::shapeOf(valueOf(json), look);
}

/// The refusals of a record, one line each: what was asked, the code, and the reason a Status gives.
QStringList refusalsOf(const QByteArray& json)
{
    QStringList lines;
    const QJsonArray refusals = QJsonDocument::fromJson(json).array();
    for (const QJsonValue& refusal : refusals) {
        lines.append(u"%1: %2 %3"_s.arg(refusal[u"case"].toString())
                         .arg(refusal[u"code"].toInt())
                         .arg(refusal[u"body"][u"reason"].toString()));
    }
    return lines;
}

} // namespace

/// The recorder on a real cluster, and whether the fixtures that unit tests live on are still what such a cluster says.
class LiveClusterRecordsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanupTestCase();

    void theVersionsAreThoseOfTheFixtures();
    void theResourceIsReadAsItIs();
    void refusalsAreThoseOfTheFixtures();
    void answersHaveTheShapeOfTheFixtures_data();
    void answersHaveTheShapeOfTheFixtures();
    void metadataOfEveryKindIsThere();
    void noSecretIsWrittenDown();

private:
    [[nodiscard]] QByteArray recorded(const QString& name) const { return contentOf(m_folder.filePath(name)); }

    QTemporaryDir m_folder;
    std::unique_ptr<ClusterScene> m_scene;
};

void LiveClusterRecordsTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_POD_CLUSTER();
    m_scene = std::make_unique<ClusterScene>(kube::ObjectKey{u"team-a"_s, u"orders"_s});
    QVERIFY2(m_scene->raise(), qPrintable(m_scene->problem()));
    QVERIFY(m_scene->kubectl({u"apply"_s, u"-f"_s, QFINDTESTDATA("manifests/orders.yaml")}));
    QVERIFY(m_scene->becomesWell());
    QVERIFY(live::comesTrue([this] { return m_scene->seen().checkpoints().completed >= 3; }, PodCluster::soon));
    const live::CommandOutput said = PodCluster::script({u"run"_s, QFINDTESTDATA("cluster/record"), m_folder.path()});
    QVERIFY2(said.exitCode == 0, qPrintable(said.report()));
    // Whoever wants to renew the fixtures finds here what was recorded.
    const QString kept = qEnvironmentVariable("DREY_KEEP_RECORDS");
    if (!kept.isEmpty())
        QVERIFY(QProcess::execute(u"cp"_s, {u"-r"_s, m_folder.path() + u"/."_s, kept}) == 0);
}

void LiveClusterRecordsTest::cleanupTestCase()
{
    m_scene.reset();
}

void LiveClusterRecordsTest::theVersionsAreThoseOfTheFixtures()
{
    const QJsonValue now = valueOf(recorded(u"versions.json"_s));
    const QJsonValue then = valueOf(support::recording(u"operator-1.7.0/versions"_s));
    for (const QString& part : {u"kubernetes"_s, u"operator"_s, u"flink"_s})
        QCOMPARE(now[part].toString(), then[part].toString());
    QVERIFY(now[u"recorded"].toString() >= then[u"recorded"].toString());
}

void LiveClusterRecordsTest::theResourceIsReadAsItIs()
{
    const auto resource = flink::decodeDeploymentDocument(recorded(u"resource.json"_s));
    QVERIFY(resource);
    QCOMPARE(resource->status.lifecycleState, u"STABLE"_s);
    QCOMPARE(resource->status.jobId, m_scene->seen().jobId());
    const auto fixture = flink::decodeDeploymentDocument(support::recording(u"operator-1.7.0/resource"_s));
    QVERIFY(fixture);
    QCOMPARE(contract::difference(shapeOf(recorded(u"resource.json"_s)),
                                  shapeOf(support::recording(u"operator-1.7.0/resource"_s))),
             QString());
}

void LiveClusterRecordsTest::refusalsAreThoseOfTheFixtures()
{
    QCOMPARE(refusalsOf(recorded(u"refusals.json"_s)), refusalsOf(support::recording(u"operator-1.7.0/refusals"_s)));
}

void LiveClusterRecordsTest::answersHaveTheShapeOfTheFixtures_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"config", "overview", "jobs", "jobs-overview", "job", "job-status", "job-checkpoints-config",
          "job-checkpoint-details", "job-exceptions", "taskmanagers", "taskmanager", "jobmanager-logs",
          "taskmanager-logs", "savepoint-CANONICAL-trigger", "savepoint-CANONICAL-status"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void LiveClusterRecordsTest::answersHaveTheShapeOfTheFixtures()
{
    QFETCH(QString, name);
    const QByteArray now = recorded(u"rest/%1.json"_s.arg(name));
    QVERIFY(!now.isEmpty());
    QCOMPARE(contract::difference(shapeOf(now), shapeOf(support::recording(u"operator-1.7.0/rest/"_s + name))),
             QString());
}

void LiveClusterRecordsTest::metadataOfEveryKindIsThere()
{
    for (const QString& kind : {u"savepoint-canonical"_s, u"savepoint-native"_s}) {
        const QByteArray metadata = recorded(u"meta/%1._metadata"_s.arg(kind));
        QVERIFY2(metadata.startsWith(QByteArray::fromHex("4960672d")), qPrintable(kind)); // Flink's own mark
    }
}

void LiveClusterRecordsTest::noSecretIsWrittenDown()
{
    const QString key = QFileInfo(m_scene->cluster().kubeconfig()).path() + u"/s3.key"_s;
    const QByteArray secret = contentOf(key).trimmed();
    QVERIFY(secret.size() > 20);
    const QDir folder(m_folder.filePath(u"rest"_s));
    for (const QString& name : folder.entryList(QDir::Files))
        QVERIFY2(!contentOf(folder.filePath(name)).contains(secret), qPrintable(name));
}

QTEST_GUILESS_MAIN(LiveClusterRecordsTest)
#include "tst_liveclusterrecords.moc"
