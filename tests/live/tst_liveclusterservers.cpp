#include "tests/live/support/faults.h"
#include "tests/live/support/observedapi.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QJsonDocument>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::ClusterScene;
using live::Faults;
using live::Observation;
using live::PodCluster;
using Kind = flink::ConnectionState::Kind;

const kube::ObjectKey orders{u"team-a"_s, u"orders"_s};

} // namespace

/// What happens to the API server of a real cluster and to what it stands on: certificates that expire, an etcd that
/// forgets. It needs no operator and no pods.
class LiveClusterServersTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanupTestCase();

    void aForgottenPastIsListedAnew();
    void anExpiredCertificateOfAUserIsTold();
    void anExpiredCertificateOfTheServerIsTold();

private:
    [[nodiscard]] const Observation& seen() const { return m_scene->seen(); }
    [[nodiscard]] Kind connection() const { return seen().connection().state().kind; }

    std::unique_ptr<ClusterScene> m_scene;
};

void LiveClusterServersTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_POD_CLUSTER();
    m_scene = std::make_unique<ClusterScene>(orders);
    QVERIFY2(m_scene->raise(PodCluster::Kind::Bare), qPrintable(m_scene->problem()));
    QVERIFY(m_scene->kubectl({u"apply"_s, u"-f"_s, QFINDTESTDATA("manifests/orders.yaml")}));
}

void LiveClusterServersTest::init()
{
    support::keepClean();
    const auto isSeen = [this] { return connection() == Kind::Live && seen().resource(); };
    QVERIFY(live::comesTrue(isSeen, PodCluster::soon));
}

void LiveClusterServersTest::cleanupTestCase()
{
    m_scene.reset();
}

/// The position of a watch and the rest of a list are of the past: both are answered with 410.
void LiveClusterServersTest::aForgottenPastIsListedAnew()
{
    const auto page = [this](const QString& rest) {
        return m_scene->cluster().kubectl({u"get"_s, u"--raw"_s, u"/api/v1/namespaces?limit=1"_s + rest});
    };
    const QString position = QJsonDocument::fromJson(page({}).output)[u"metadata"][u"continue"].toString();
    QVERIFY(!position.isEmpty());
    QVERIFY(m_scene->kubectl({u"create"_s, u"configmap"_s, u"later"_s})); // else now is the past
    QVERIFY(Faults::stop(u"apiserver"_s));
    QVERIFY(live::comesTrue([this] { return connection() != Kind::Live; }, PodCluster::soon));
    QVERIFY(Faults::compactEtcd());
    QVERIFY(Faults::start(u"apiserver"_s));
    QVERIFY(live::comesTrue([this] { return connection() == Kind::Live; }, PodCluster::patience));
    const live::CommandOutput gone = page(u"&continue="_s + position);
    QVERIFY2(gone.exitCode != 0 && gone.errors.contains("provided continue parameter is too old"),
             qPrintable(gone.report()));
    // Drey's rows are of now again: a change after it is seen.
    QVERIFY(m_scene->patch(R"({"job": {"parallelism": 2}})"));
    QVERIFY(live::comesTrue([this] { return seen().resource()->job->parallelism == 2; }, PodCluster::soon));
    QVERIFY(m_scene->kubectl({u"delete"_s, u"configmap"_s, u"later"_s}));
}

void LiveClusterServersTest::anExpiredCertificateOfAUserIsTold()
{
    QVERIFY(Faults::expireCertificate(u"viewer"_s));
    const auto expired = live::accessTo(m_scene->cluster().kubeconfig(), u"viewer"_s);
    QVERIFY(expired);
    {
        const Observation viewer(*expired, orders);
        const auto state = [&viewer] { return viewer.connection().state(); };
        const auto isTold = [&] { return state().error && state().kind != Kind::Connecting; };
        QVERIFY(live::comesTrue(isTold, PodCluster::soon));
        qInfo("%s (%s)", qPrintable(state().error->message), qPrintable(state().error->detail));
        QCOMPARE(state().kind, Kind::Unauthorized);
    }
    QVERIFY(Faults::renewCertificate(u"viewer"_s));
    const auto valid = live::accessTo(m_scene->cluster().kubeconfig(), u"viewer"_s);
    QVERIFY(valid);
    const Observation viewer(*valid, orders);
    const auto isLive = [&] { return viewer.connection().state().kind == Kind::Live; };
    QVERIFY(live::comesTrue(isLive, PodCluster::soon));
}

void LiveClusterServersTest::anExpiredCertificateOfTheServerIsTold()
{
    QVERIFY(Faults::expireCertificate(u"apiserver"_s));
    // What is connected stays so until it is asked to begin anew, and the server reads the file within a minute.
    const auto isTold = [this] {
        seen().connection().reconnect();
        return live::comesTrue([this] { return connection() != Kind::Live && seen().connection().state().error; },
                               2s) &&
               seen().connection().state().error->kind == base::Error::Kind::Tls;
    };
    const bool wasTold = live::comesTrue(isTold, 90s);
    const auto error = seen().connection().state().error;
    QVERIFY(Faults::renewCertificate(u"apiserver"_s));
    QVERIFY(wasTold);
    qInfo("%s (%s)", qPrintable(error->message), qPrintable(error->detail));
    QVERIFY2(error->message.contains(u"expired"), qPrintable(error->message));
    QVERIFY(live::comesTrue([this] { return connection() == Kind::Live; }, PodCluster::patience));
}

QTEST_GUILESS_MAIN(LiveClusterServersTest)
#include "tst_liveclusterservers.moc"
