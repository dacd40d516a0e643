#include "tests/live/support/apiserver.h"
#include "tests/live/support/cache.h"
#include "tests/live/support/flinkcluster.h"
#include "tests/live/support/manifests.h"
#include "tests/live/support/waiting.h"
#include "tests/live/window/drivenwindow.h"
#include "tests/support/hygiene.h"
#include "ui/deployment/deploymentpage.h"

#include <QJsonArray>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::ApiServer;
using User = ApiServer::User;

const QString jobId = u"87c67fdf93b515b347e2de50360963b2"_s;
const QString orders = live::manifest::path(u"flinkdeployments"_s, u"team-a"_s) + u"/orders"_s;

/// From a change at the server to the row, for what is told by a watch.
constexpr std::chrono::milliseconds soon = 5s;
/// The same for what is polled.
constexpr std::chrono::milliseconds polled = 30s;
/// For starting a job and its first checkpoint.
constexpr std::chrono::milliseconds patience = 60s;

QString rowText(const QTableView& table, int row)
{
    QStringList cells;
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        if (!table.isColumnHidden(column))
            cells.append(table.model()->index(row, column).data(Qt::DisplayRole).toString());
    }
    return cells.join(u" | "_s);
}

/// The rows a user sees in the tables of a page.
QStringList rowsOf(const QWidget* page)
{
    QStringList rows;
    const QList<QTableView*> tables = page ? page->findChildren<QTableView*>() : QList<QTableView*>();
    for (const QTableView* table : tables) {
        for (int row = 0; table->isVisible() && table->model() && row < table->model()->rowCount(); ++row)
            rows.append(rowText(*table, row));
    }
    return rows;
}

} // namespace

/// The real window before real servers: what happens there is seen here, without a click. Its pictures are kept.
class LiveWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void init() { support::keepClean(); }
    void cleanup() { m_window.close(); }

    void aDeploymentAppliedByKubectlAppearsChangesAndDisappears();
    void jobsAndCheckpointsOfAFlinkAddressAppearAndAdvance();

private:
    QString rowWith(const QString& text) const { return rowsOf(page()).filter(text).value(0); }
    QWidget* page() const { return m_window.page(); }

    live::DrivenWindow m_window;
};

void LiveWindowTest::aDeploymentAppliedByKubectlAppearsChangesAndDisappears()
{
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    ApiServer server;
    QVERIFY2(server.start(), qPrintable(server.problem()));
    live::HttpClient admin = server.client(User::Admin);
    qputenv("KUBECONFIG", server.kubeconfig().toUtf8());
    m_window.open({.kubeconfig = {}, .context = u"admin"_s, .endpoint = {}});
    const flink::Connection* connection = m_window.drey().book().connection(u"context:admin"_s);
    QVERIFY(connection);
    QVERIFY(live::comesTrue([&] { return connection->state().kind == flink::ConnectionState::Kind::Live; }, soon));
    QVERIFY(live::comesTrue([&] { return connection->deployments()->isComplete(); }, soon));
    QCOMPARE(rowsOf(page()), QStringList());
    m_window.takePicture(u"fleet-1-nothing-yet"_s);

    const QString manifest = QFINDTESTDATA("manifests/fleet.yaml");
    const live::CommandOutput applied = server.kubectl({u"apply"_s, u"-f"_s, manifest});
    QVERIFY2(applied.exitCode == 0, qPrintable(applied.report()));
    QVERIFY(live::comesTrue([&] { return rowsOf(page()).filter(u"orders"_s).size() == 2; }, soon));
    QVERIFY(!rowWith(u"sessions"_s).isEmpty());
    m_window.takePicture(u"fleet-2-applied"_s);

    QCOMPARE(admin.patch(orders + u"/status"_s, live::manifest::runningStatus(u"orders"_s, jobId)).status, 200);
    QVERIFY2(live::comesTrue([&] { return !rowWith(u"RUNNING"_s).isEmpty(); }, soon),
             qPrintable(rowsOf(page()).join(u'\n')));
    // Of the two, the one with parallelism 4.
    const QString running = rowWith(u"RUNNING"_s);
    QVERIFY2(running.contains(u" | orders | ") && running.contains(u" | 4 | "), qPrintable(running));
    m_window.takePicture(u"fleet-3-running"_s);

    const QJsonObject suspended{{u"spec"_s, QJsonObject{{u"job"_s, QJsonObject{{u"state"_s, u"suspended"_s}}}}}};
    QCOMPARE(admin.patch(orders, suspended).status, 200);
    const QString savepoint = u"s3://flink/savepoints/orders/savepoint-87c67f-0a1b2c3d4e5f"_s;
    QCOMPARE(admin.patch(orders + u"/status"_s, live::manifest::suspendedStatus(savepoint)).status, 200);
    QVERIFY2(
        live::comesTrue([&] { return rowWith(u"RUNNING"_s).isEmpty() && !rowWith(u"FINISHED"_s).isEmpty(); }, soon),
        qPrintable(rowsOf(page()).join(u'\n')));
    m_window.takePicture(u"fleet-4-suspended"_s);

    const live::CommandOutput deleted = server.kubectl({u"delete"_s, u"-f"_s, manifest, u"--wait=false"_s});
    QVERIFY2(deleted.exitCode == 0, qPrintable(deleted.report()));
    QVERIFY2(live::comesTrue([&] { return rowsOf(page()).isEmpty(); }, soon), qPrintable(rowsOf(page()).join(u'\n')));
    m_window.takePicture(u"fleet-5-deleted"_s);
    m_window.close();
    qunsetenv("KUBECONFIG");
}

void LiveWindowTest::jobsAndCheckpointsOfAFlinkAddressAppearAndAdvance()
{
    DREY_NEEDS_LIVE(u"flink-2.2.0"_s, u"job-2.2.0"_s);
    live::FlinkCluster cluster(u"2.2.0"_s);
    QVERIFY2(cluster.start(), qPrintable(cluster.problem()));
    m_window.open({.kubeconfig = {}, .context = {}, .endpoint = cluster.endpoint().toString()});
    QTRY_VERIFY(page());
    auto* shown = qobject_cast<deployment::DeploymentPage*>(page());
    QVERIFY(shown);
    const auto isLive = [this] {
        return m_window.drey().book().openConnections().first()->state().kind == flink::ConnectionState::Kind::Live;
    };
    QVERIFY(live::comesTrue(isLive, polled));
    const auto tab = [&](const QString& title) {
        return int(shown->tabTitles().indexOf(shown->tabTitles().filter(title).value(0)));
    };

    QVERIFY(tab(u"Jobs"_s) >= 0);
    shown->setCurrentTab(tab(u"Jobs"_s));
    QCOMPARE(rowsOf(shown), QStringList());
    m_window.takePicture(u"flink-1-no-job"_s);
    const QString job = cluster.runCountingJob({u"--name"_s, u"count-the-orders"_s, u"--checkpointEvery"_s, u"1000"_s});
    QVERIFY2(!job.isEmpty(), qPrintable(cluster.problem()));
    QVERIFY(live::comesTrue([&] { return rowWith(u"count-the-orders"_s).contains(u"RUNNING"); }, polled));
    m_window.takePicture(u"flink-2-job"_s);

    shown->setCurrentTab(tab(u"Checkpoints"_s));
    // The first column is the checkpoint's name: "chk-7".
    const auto newest = [&] {
        qint64 number = 0;
        const QStringList rows = rowsOf(shown);
        for (const QString& row : rows)
            number = std::max(number, row.section(u" | "_s, 0, 0).section(u'-', -1).toLongLong());
        return number;
    };
    QVERIFY2(live::comesTrue([&] { return newest() >= 1; }, patience), qPrintable(rowsOf(shown).join(u'\n')));
    const qint64 first = newest();
    m_window.takePicture(u"flink-3-checkpoints"_s);
    QVERIFY2(live::comesTrue([&] { return newest() > first; }, polled), qPrintable(rowsOf(shown).join(u'\n')));
    m_window.takePicture(u"flink-4-checkpoints-later"_s);

    QCOMPARE(cluster.rest().patch(u"/jobs/%1?mode=cancel"_s.arg(job), {}).status, 202);
    shown->setCurrentTab(tab(u"Jobs"_s));
    QVERIFY2(live::comesTrue([&] { return rowWith(u"count-the-orders"_s).contains(u"CANCELED"); }, polled),
             qPrintable(rowsOf(shown).join(u'\n')));
    m_window.takePicture(u"flink-5-cancelled"_s);
}

int main(int argc, char* argv[])
{
    return live::windowMain<LiveWindowTest>(argc, argv);
}

#include "tst_livewindow.moc"
