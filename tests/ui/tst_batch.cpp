#include "tests/ui/operationsfixture.h"
#include "ui/operations/agreedialog.h"
#include "ui/operations/batchpage.h"
#include "ui/operations/checksview.h"
#include "ui/widgets/objecttable.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace support;
using operations::Batch;
using operations::BatchModel;
using operations::BatchPage;

/// The same for several deployments at once.
class TestBatch : public OperationsTest
{
    Q_OBJECT

private slots:
    void initTestCase() { found(); }
    void init() { start(); }
    void cleanup()
    {
        m_page.reset();
        stop();
    }

    void eachHasItsOwnPreflightAndPlan();
    void oneYesIsForAllAndNoneStopsTheOthers();
    void onlySoManyAreUnderWayAtOnce();
    void whatHasNotBegunIsLeftOut();
    void whatWasAgreedToGoesOnWithoutItsPage();
    void theStrictestDecidesHowItIsAgreedTo();
    void inProductionADialogNamesThem();
    void withoutAConnectionNothingBegins();
    void theKeyboardIsEnough();

private:
    static kube::ObjectKey key(const QString& name) { return {name.section(u'/', 0, 0), name.section(u'/', 1)}; }
    std::unique_ptr<Batch> batch(Verb verb, const QStringList& names)
    {
        QList<Batch::Wish> wishes;
        for (const QString& name : names) {
            plans::Intent intent = intentOf(verb);
            intent.nameSpace = key(name).nameSpace;
            intent.name = key(name).name;
            wishes.append({u"context:practice"_s, intent});
        }
        return std::make_unique<Batch>(*m_desk, wishes);
    }
    void open(Verb verb, const QStringList& names)
    {
        m_page = std::make_unique<BatchPage>(batch(verb, names));
        m_page->resize(1100, 760);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        checked(m_page->batch());
    }
    static void checked(Batch& batch)
    {
        QTRY_COMPARE_WITH_TIMEOUT(batch.count(Batch::State::Queued) + batch.count(Batch::State::Checking), 0,
                                  operationPatience);
    }
    void finish(const Batch& batch)
    {
        (void)QTest::qWaitFor(
            [&] {
                m_practice->host().step(2s);
                m_most = std::max(m_most, m_desk->runningCount());
                return !batch.isAtWork();
            },
            3 * operationPatience);
        QVERIFY(!batch.isAtWork());
    }
    QString text(int row, int column) const
    {
        auto* table = m_page->findChild<widgets::ObjectTable*>();
        return table->model()->index(row, column).data().toString();
    }
    QPushButton* act() { return m_page->findChild<QPushButton*>(u"act"_s); }

    const QStringList m_three{u"payments/payment-authorize"_s, u"payments/nobody"_s, u"orders/order-lifecycle"_s};
    const QStringList m_six{u"payments/payment-authorize"_s, u"payments/payment-settlement"_s,
                            u"orders/order-lifecycle"_s,     u"orders/address-normalize"_s,
                            u"payments/refund-matcher"_s,    u"orders/warehouse-inventory"_s};
    std::unique_ptr<BatchPage> m_page;
    qsizetype m_most = 0;
};

void TestBatch::eachHasItsOwnPreflightAndPlan()
{
    open(Verb::Suspend, m_three + QStringList(u"analytics/adhoc-session"_s));
    const QAbstractItemModelTester tester(m_page->findChild<widgets::ObjectTable*>()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    Batch& all = m_page->batch();
    QCOMPARE(all.state(0), Batch::State::Ready);
    QCOMPARE(all.state(1), Batch::State::Blocked);
    QCOMPARE(all.state(2), Batch::State::Ready);
    QCOMPARE(all.state(3), Batch::State::Blocked);
    QVERIFY(all.obstacle().isEmpty());
    QCOMPARE(text(0, BatchModel::NameColumn), u"payment-authorize"_s);
    QCOMPARE(text(0, BatchModel::ContextColumn), u"practice"_s);
    QCOMPARE(text(0, BatchModel::PlanColumn), all.draft(0).plan()->summary);
    QCOMPARE(text(1, BatchModel::StateColumn), u"not possible"_s);
    QVERIFY(!text(1, BatchModel::StandColumn).isEmpty());
    QVERIFY2(text(3, BatchModel::StandColumn).contains(u"session cluster"), qPrintable(text(3, 4)));
    QVERIFY(m_page->kubectl().contains(u"payment-authorize"));
    QVERIFY(!m_page->kubectl().contains(u"adhoc-session"));
    // The row that is chosen shows what its verdict rests on.
    QCOMPARE(m_page->findChild<operations::ChecksView*>()->count(), all.draft(0).plan()->preflight.size());
    QVERIFY(act()->isEnabled());
    QVERIFY(m_desk->operations().isEmpty());
}

void TestBatch::oneYesIsForAllAndNoneStopsTheOthers()
{
    open(Verb::Savepoint, m_three);
    act()->click();
    Batch& all = m_page->batch();
    QVERIFY(all.isAgreed());
    QVERIFY(!act()->isVisible());
    finish(all);
    QCOMPARE(m_desk->operations().size(), 2);
    QCOMPARE(all.state(1), Batch::State::Blocked);
    for (const int row : {0, 2}) {
        QVERIFY(all.operation(row));
        QCOMPARE(all.operation(row)->state, State::Succeeded);
        QCOMPARE(text(row, BatchModel::StateColumn), workflow::stateText(State::Succeeded));
    }
    // Asking again is for what was not agreed to.
    all.check();
    QCOMPARE(all.state(0), Batch::State::Begun);
}

void TestBatch::onlySoManyAreUnderWayAtOnce()
{
    const auto all = batch(Verb::Savepoint, m_six);
    QVERIFY(all->count(Batch::State::Checking) <= Batch::mostAtOnce);
    QVERIFY(!all->obstacle().isEmpty());
    all->agree();
    QVERIFY(!all->isAgreed());
    checked(*all);
    QCOMPARE(all->count(Batch::State::Ready), 6);
    all->agree();
    QCOMPARE(m_desk->runningCount(), Batch::mostAtOnce);
    QCOMPARE(all->count(Batch::State::Waiting), 2);
    m_most = 0;
    finish(*all);
    QCOMPARE(m_most, Batch::mostAtOnce);
    QCOMPARE(all->count(Batch::State::Begun), 6);
    for (qsizetype i = 0; i < all->size(); ++i)
        QCOMPARE(all->operation(i)->state, State::Succeeded);
}

void TestBatch::whatHasNotBegunIsLeftOut()
{
    open(Verb::Savepoint, m_six);
    act()->click();
    auto* leave = m_page->findChild<QPushButton*>(u"leaveRest"_s);
    QVERIFY(leave->isVisible());
    leave->click();
    Batch& all = m_page->batch();
    QCOMPARE(all.count(Batch::State::Left), 2);
    QVERIFY(!leave->isVisible());
    finish(all);
    QCOMPARE(m_desk->operations().size(), 4);
    QCOMPARE(text(5, BatchModel::StateColumn), u"left out"_s);
}

void TestBatch::whatWasAgreedToGoesOnWithoutItsPage()
{
    open(Verb::Savepoint, m_six);
    act()->click();
    const QPointer<Batch> alone(&m_page->batch());
    m_page.reset();
    QVERIFY(alone);
    (void)QTest::qWaitFor(
        [&] {
            m_practice->host().step(2s);
            return !alone;
        },
        3 * operationPatience);
    QVERIFY(!alone);
    QCOMPARE(m_desk->operations().size(), 6);
    // What nobody agreed to goes away with its page.
    open(Verb::Savepoint, m_three);
    const QPointer<Batch> other(&m_page->batch());
    m_page.reset();
    QVERIFY(!other);
}

void TestBatch::theStrictestDecidesHowItIsAgreedTo()
{
    // Its job drops its state when it is stopped.
    const auto patched = [this](const QString& mode) {
        plans::Intent intent = intentOf(Verb::Upgrade);
        intent.change.set({u"spec"_s, u"job"_s, u"upgradeMode"_s}, mode);
        operations::Draft one(*m_desk, u"context:practice"_s, intent);
        one.check();
        QTRY_COMPARE_WITH_TIMEOUT(one.stage(), operations::Draft::Stage::Planned, operationPatience);
        one.agree();
        follow(one.operationId());
    };
    patched(u"stateless"_s);
    open(Verb::Restart, m_three);
    Batch& all = m_page->batch();
    QCOMPARE(all.confirmation(), workflow::Confirmation::TypeName);
    auto* phrase = m_page->findChild<QLineEdit*>(u"phrase"_s);
    QVERIFY(phrase->isVisible());
    QVERIFY(!act()->isEnabled());
    QVERIFY(act()->toolTip().contains(u"restart 2"));
    phrase->setText(u"restart 3"_s);
    QVERIFY(!act()->isEnabled());
    phrase->setText(u"restart 2"_s);
    QVERIFY(act()->isEnabled());
    act()->click();
    QVERIFY(all.isAgreed());
    QVERIFY(!phrase->isVisible());
}

void TestBatch::inProductionADialogNamesThem()
{
    tell([](operations::Cluster& told) { told.environment = base::Environment::Production; });
    open(Verb::Savepoint, m_three);
    QCOMPARE(m_page->batch().environment(), base::Environment::Production);
    QVERIFY2(act()->text().contains(theme::word(base::Environment::Production)), qPrintable(act()->text()));
    act()->click();
    auto* dialog = m_page->findChild<operations::AgreeDialog*>();
    QVERIFY(dialog);
    QVERIFY(!m_page->batch().isAgreed());
    dialog->reject();
    QVERIFY(!m_page->batch().isAgreed());
    QTRY_VERIFY(!m_page->findChild<operations::AgreeDialog*>());
    act()->click();
    dialog = m_page->findChild<operations::AgreeDialog*>();
    QString said;
    for (const auto* label : dialog->findChildren<QLabel*>())
        said += label->text() + u'\n';
    QVERIFY2(said.contains(u"payments/payment-authorize, orders/order-lifecycle"_s), qPrintable(said));
    QVERIFY(!said.contains(u"nobody"));
    dialog->findChild<QPushButton*>(u"yes"_s)->click();
    QTRY_VERIFY(m_page->batch().isAgreed());
    QCOMPARE(m_desk->operations().size(), 2);
}

void TestBatch::withoutAConnectionNothingBegins()
{
    open(Verb::Savepoint, m_three);
    m_desk->setClusters({});
    Batch& all = m_page->batch();
    QTRY_COMPARE(all.count(Batch::State::Blocked), 3);
    QVERIFY(!all.obstacle().isEmpty());
    act()->click();
    QVERIFY(!all.isAgreed());
    // It comes back: what was asked for is asked again.
    tell({});
    QTRY_COMPARE_WITH_TIMEOUT(all.count(Batch::State::Ready), 2, operationPatience);
}

void TestBatch::theKeyboardIsEnough()
{
    open(Verb::Savepoint, m_three);
    m_page->setFocus();
    auto* table = m_page->findChild<widgets::ObjectTable*>();
    QVERIFY(table->hasFocus());
    QVERIFY(!table->accessibleName().isEmpty());
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(table->currentIndex().row(), 1);
    for (int i = 0; i < 40 && !act()->hasFocus(); ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(act()->hasFocus());
    QTest::keyClick(act(), Qt::Key_Space);
    QVERIFY(m_page->batch().isAgreed());
}

QTEST_MAIN(TestBatch)
#include "tst_batch.moc"
