#include "app/gui/operations.h"
#include "tests/live/support/clusterstory.h"
#include "tests/live/support/waiting.h"
#include "tests/live/window/drivenwindow.h"
#include "ui/operations/desk.h"
#include "ui/operations/planpage.h"
#include "ui/operations/recoveryform.h"
#include "ui/shell/mainwindow.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::PodCluster;
using Place = shell::Address::Place;
using Stage = operations::Draft::Stage;
using State = workflow::Operation::State;

const kube::ObjectKey orders{u"team-a"_s, u"orders"_s};
constexpr std::chrono::milliseconds longest = 300s;

} // namespace

/// Saves, upgrades and recovers a real deployment with the keys and clicks of somebody who sits before the window. Its
/// pictures are kept.
class LiveClusterWindowTest : public live::ClusterStory
{
    Q_OBJECT

private slots:
    void aSavepointIsAClick();
    void anUpgradeIsTypedAndAgreedTo();
    void aLostClusterIsRecovered();

private:
    void open();
    void showDeployment() const { m_window.drey().window().go({Place::Deployment, u"context:admin"_s, orders}); }
    operations::Desk& desk() const { return m_window.drey().operations().desk(); }
    operations::PlanPage* planPage() const { return qobject_cast<operations::PlanPage*>(m_window.page()); }
    /// The button of the deployment's page, once it can be pressed.
    bool pressOperation(const QString& name) const;
    bool comesToAPlan() const;
    /// Agrees to the plan as it asks for it, and waits for the end.
    void carryOut(const QString& picture);
    workflow::Operation operation() const;

    live::DrivenWindow m_window;
    QString m_operation;
};

void LiveClusterWindowTest::open()
{
    qputenv("KUBECONFIG", scene().cluster().kubeconfig().toUtf8());
    m_window.open({.kubeconfig = {}, .context = u"admin"_s, .endpoint = {}});
    showDeployment();
}

bool LiveClusterWindowTest::pressOperation(const QString& name) const
{
    const auto canBePressed = [&] {
        const auto* button = m_window.part<QPushButton>(name);
        return button && button->isEnabled();
    };
    return live::comesTrue(canBePressed, PodCluster::patience) && m_window.press(name);
}

bool LiveClusterWindowTest::comesToAPlan() const
{
    return live::comesTrue([&] { return planPage() && planPage()->draft().stage() == Stage::Planned; }, 30s);
}

void LiveClusterWindowTest::carryOut(const QString& picture)
{
    QVERIFY2(!planPage()->draft().plan()->isBlocked(), qPrintable(planPage()->draft().obstacle()));
    m_window.takePicture(picture + u"-plan"_s);
    if (auto* name = m_window.part<QLineEdit>(u"name"_s))
        QTest::keyClicks(name, orders.name);
    QVERIFY(m_window.press(u"act"_s));
    // Where nobody has said what it is for, it counts as production.
    if (auto* dialog = planPage()->findChild<QWidget*>(u"agree"_s))
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"yes"_s), Qt::LeftButton);
    QVERIFY(live::comesTrue([&] { return planPage()->draft().stage() == Stage::Begun; }, 30s));
    m_operation = planPage()->draft().operationId();
    m_window.takePicture(picture + u"-running"_s);
    QVERIFY(live::comesTrue([&] { return !desk().isAtWork(m_operation); }, longest));
    m_window.takePicture(picture + u"-done"_s);
    QVERIFY2(operation().state == State::Succeeded, qPrintable(operation().result));
}

workflow::Operation LiveClusterWindowTest::operation() const
{
    return *desk().operation(m_operation);
}

void LiveClusterWindowTest::aSavepointIsAClick()
{
    open();
    QVERIFY(pressOperation(u"savepoint"_s));
    // It can be taken back for some seconds; then it begins, without another question.
    QVERIFY(live::comesTrue([&] { return !desk().operations().isEmpty(); }, 30s));
    m_operation = desk().operations().first().id;
    m_window.takePicture(u"savepoint-running"_s);
    QVERIFY(live::comesTrue([&] { return !desk().isAtWork(m_operation); }, longest));
    m_window.takePicture(u"savepoint-done"_s);
    QVERIFY2(operation().state == State::Succeeded, qPrintable(operation().result));
    const QString path = operation().facts[u"path"_s].toString();
    QVERIFY(QFileInfo(scene().cluster().onThisMachine(path) + u"/_metadata"_s).size() > 0);
    QCOMPARE(seen().jobId(), jobBefore());
    QVERIFY(hasKeptItsState());
}

void LiveClusterWindowTest::anUpgradeIsTypedAndAgreedTo()
{
    showDeployment();
    QVERIFY(pressOperation(u"upgrade"_s));
    QVERIFY(live::comesTrue([&] { return m_window.part<QLineEdit>(u"image"_s) != nullptr; }, 30s));
    auto* image = m_window.part<QLineEdit>(u"image"_s);
    image->selectAll();
    QTest::keyClicks(image, u"docker.io/library/flink:1.20"_s);
    QTest::keyClick(image, Qt::Key_Return);
    QVERIFY(comesToAPlan());
    QCOMPARE(planPage()->draft().plan()->details[u"predicted"_s].toString(), u"stopWithSavepoint"_s);
    carryOut(u"upgrade"_s);
    const QString restored = operation().facts[u"restoredFrom"_s].toString();
    QVERIFY2(restored.contains(u"savepoint-"_s), qPrintable(restored));
    QVERIFY(scene().becomesWell());
    QVERIFY(hasKeptItsState());
}

void LiveClusterWindowTest::aLostClusterIsRecovered()
{
    showDeployment();
    QVERIFY(faults().deleteJobManagerDeployment());
    QVERIFY(live::comesTrue([this] { return seen().podsOf(u"jobmanager"_s).isEmpty(); }, PodCluster::soon));
    QVERIFY(faults().dropHighAvailability());
    QVERIFY(live::comesTrue([this] { return isBroken(); }, PodCluster::patience));
    QVERIFY(pressOperation(u"recover"_s));
    QVERIFY(planPage());
    auto* form = planPage()->findChild<operations::RecoveryForm*>();
    QVERIFY(form);
    QVERIFY(live::comesTrue([&] { return !form->isSearching(); }, 60s));
    // Where its storage lies on this machine.
    auto* mapping = m_window.part<QLineEdit>(u"mapping"_s);
    QTest::keyClicks(mapping, u"file:/state="_s + scene().cluster().onThisMachine(u"file:/state/"_s));
    QTest::keyClick(mapping, Qt::Key_Return);
    QVERIFY(live::comesTrue([&] { return !form->isSearching(); }, 60s));
    m_window.takePicture(u"recover-candidates"_s);
    const QString from = form->intent().from;
    QVERIFY2(from.contains(u"chk-"_s) || from.contains(u"savepoint-"_s), qPrintable(from));
    QVERIFY(m_window.press(u"plan"_s));
    QVERIFY(comesToAPlan());
    carryOut(u"recover"_s);
    QCOMPARE(operation().facts[u"restoredFrom"_s].toString().section(u'/', -2), from.section(u'/', -2));
    QVERIFY(scene().becomesWell());
    QCOMPARE(scene().counting()->missing, 0);
    m_window.drey().window().go({Place::History, {}, {}});
    m_window.takePicture(u"operations-history"_s);
    m_window.close();
}

int main(int argc, char* argv[])
{
    return live::windowMain<LiveClusterWindowTest>(argc, argv);
}

#include "tst_liveclusterwindow.moc"
