#include "tests/ui/operationsfixture.h"
#include "ui/operations/dock.h"
#include "ui/operations/offerbar.h"
#include "ui/operations/operationmodel.h"
#include "ui/operations/planpage.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace support;
using operations::Desk;
using operations::Draft;

/// What somebody can do about an operation that comes to nothing by itself, from its button to the plan of what
/// follows.
class TestOperationOffers : public OperationsTest
{
    Q_OBJECT

private slots:
    void initTestCase() { found(); }
    void init() { start(); }
    void cleanup() { stop(); }

    void whatGoesWellOffersNothing();
    void anUpgradeThatCannotStartIsRolledBack();
    void whoeverWaitsIsAskedAgainWhenSomethingIsNew();
    void theSavepointThatKeepsFailingIsDoneWithout();
    void thePageOfThePlanHasTheSame();
    void anEarlierOperationOffersNothingMore();
    void whatWasInterruptedIsGivenUpForAnother();

private:
    static QPushButton* offer(const QWidget& within, const QString& id)
    {
        auto* found = within.findChild<QPushButton*>(u"offer."_s + id);
        return found && found->isVisible() ? found : nullptr;
    }
    static plans::Intent upgradeOf(const kube::ObjectKey& object, const QString& image)
    {
        plans::Intent intent = intentOf(Verb::Upgrade);
        intent.nameSpace = object.nameSpace;
        intent.name = object.name;
        intent.change.set({u"spec"_s, u"image"_s}, image);
        return intent;
    }
    /// Plans it and begins it; the answer is its id.
    QString beginPlanned(const plans::Intent& intent)
    {
        Draft one(*m_desk, u"context:practice"_s, intent);
        one.check();
        if (!QTest::qWaitFor([&] { return one.stage() == Draft::Stage::Planned; }, operationPatience))
            qWarning("no plan");
        if (!one.obstacle().isEmpty())
            qWarning("%s", qPrintable(one.obstacle()));
        one.agree();
        return one.operationId();
    }
    void waitUntilStuck(const QString& id)
    {
        (void)QTest::qWaitFor(
            [&] {
                m_practice->host().step(2s);
                return m_desk->isStuck(id) || !m_desk->isAtWork(id);
            },
            operationPatience);
        QVERIFY(m_desk->isStuck(id));
    }
    /// As when the process ends and another one begins.
    void interrupt(const QString& id)
    {
        m_desk.reset();
        m_desk = std::make_unique<Desk>(m_folder, quick);
        tell({});
        QTRY_COMPARE(stateOf(id), State::Interrupted);
    }
    QString imageOf(const kube::ObjectKey& object) const { return m_connection->deployments()->value(object)->image; }
    const QString m_nowhere = u"registry.hanbit.example/flink/nowhere:9"_s;
};

void TestOperationOffers::whatGoesWellOffersNothing()
{
    operations::OfferBar bar(*m_desk);
    const QString id = begin(Verb::Savepoint);
    bar.setOperation(id);
    QVERIFY(m_desk->offers(id).isEmpty());
    QVERIFY(bar.isHidden());
    follow(id);
    QVERIFY(m_desk->offers(id).isEmpty());
    QVERIFY(m_desk->offers(u"20260915T025801Z-3f2a9c"_s).isEmpty());
}

void TestOperationOffers::anUpgradeThatCannotStartIsRolledBack()
{
    operations::OperationModel model(*m_desk);
    operations::Dock dock(*m_desk, model);
    dock.resize(1200, 320);
    dock.show();
    QVERIFY(QTest::qWaitForWindowActive(&dock));
    QSignalSpy wanted(m_desk.get(), &Desk::planWanted);
    QSignalSpy stuck(m_desk.get(), &Desk::gotStuck);
    const QString before = imageOf(authorize);
    const QString id = beginPlanned(upgradeOf(authorize, m_nowhere));
    QVERIFY(!offer(dock, u"take-back"_s));
    waitUntilStuck(id);
    QPushButton* back = nullptr;
    QTRY_VERIFY((back = offer(dock, u"take-back"_s)));
    QCOMPARE(back->text(), u"Roll back…"_s);
    QCOMPARE(stuck.size(), 1);
    QCOMPARE(stuck.first().first().toString(), id);
    QVERIFY(!back->toolTip().isEmpty());
    QVERIFY(!back->accessibleDescription().isEmpty());
    QVERIFY(offer(dock, u"recover"_s));
    // The keyboard reaches it, too.
    back->setFocus(Qt::TabFocusReason);
    QVERIFY(back->hasFocus());
    QTest::keyClick(back, Qt::Key_Space);
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(stateOf(id), State::Cancelled);
    QCOMPARE(wanted.first().at(0).toString(), u"context:practice"_s);
    const auto intent = wanted.first().at(1).value<plans::Intent>();
    QCOMPARE(intent.verb, Verb::Rollback);
    // Nothing was done yet but that nobody waits any more.
    QCOMPARE(m_desk->operations().size(), 1);
    plans::Intent next = intent;
    next.settle = 0s;
    const QString rollback = beginPlanned(next);
    QVERIFY(!rollback.isEmpty());
    follow(rollback);
    QVERIFY2(stateOf(rollback) == State::Succeeded, qPrintable(m_desk->operation(rollback)->result));
    QTRY_COMPARE_WITH_TIMEOUT(imageOf(authorize), before, operationPatience);
}

void TestOperationOffers::whoeverWaitsIsAskedAgainWhenSomethingIsNew()
{
    operations::OfferBar bar(*m_desk);
    bar.show();
    const QString id = beginPlanned(upgradeOf(authorize, m_nowhere));
    bar.setOperation(id);
    waitUntilStuck(id);
    QPushButton* wait = nullptr;
    QTRY_VERIFY((wait = offer(bar, u"wait"_s)));
    QTest::mouseClick(wait, Qt::LeftButton);
    QVERIFY(bar.isHidden());
    QVERIFY(m_desk->isAtWork(id));
    QVERIFY(!m_desk->isCancelling(id));
    // It is another one: that nobody chose to wait for.
    bar.setOperation({});
    bar.setOperation(id);
    QVERIFY(!bar.isHidden());
}

void TestOperationOffers::theSavepointThatKeepsFailingIsDoneWithout()
{
    const kube::ObjectKey rollup{u"analytics"_s, u"merchant-rollup"_s};
    m_practice->begin(u"savepoint-failing"_s);
    QSignalSpy wanted(m_desk.get(), &Desk::planWanted);
    const QString image = u"registry.hanbit.example/flink/merchant-rollup:1.20-r9"_s;
    const QString id = beginPlanned(upgradeOf(rollup, image));
    QVERIFY(!id.isEmpty());
    waitUntilStuck(id);
    QStringList ids;
    const QList<plans::Offer> offers = m_desk->offers(id);
    for (const plans::Offer& one : offers)
        ids.append(one.id);
    QCOMPARE(ids, QStringList({u"wait"_s, u"take-back"_s, u"last-state"_s}));
    m_desk->take(id, offers.last());
    QTRY_COMPARE(wanted.size(), 1);
    auto next = wanted.first().at(1).value<plans::Intent>();
    next.settle = 0s;
    const QString other = beginPlanned(next);
    QVERIFY(!other.isEmpty());
    follow(other);
    QVERIFY2(stateOf(other) == State::Succeeded, qPrintable(m_desk->operation(other)->result));
    QVERIFY2(m_desk->operation(other)->facts[u"restoredFrom"_s].toString().contains(u"chk-"),
             qPrintable(m_desk->operation(other)->facts[u"restoredFrom"_s].toString()));
    QCOMPARE(m_desk->operation(other)->plan.after[u"image"_s].toString(), image);
}

void TestOperationOffers::thePageOfThePlanHasTheSame()
{
    operations::PlanPage page(std::make_unique<Draft>(*m_desk, u"context:practice"_s, upgradeOf(authorize, m_nowhere)),
                              {});
    page.resize(1100, 800);
    page.show();
    // What is to be changed was said already.
    QTRY_COMPARE_WITH_TIMEOUT(page.draft().stage(), Draft::Stage::Planned, operationPatience);
    QVERIFY(!page.findChild<QPushButton*>(u"plan"_s));
    page.draft().agree();
    waitUntilStuck(page.draft().operationId());
    QTRY_VERIFY(offer(page, u"take-back"_s));
    QTest::mouseClick(offer(page, u"recover"_s), Qt::LeftButton);
    QTRY_COMPARE(stateOf(page.draft().operationId()), State::Cancelled);
    QTRY_VERIFY(!offer(page, u"take-back"_s));
}

void TestOperationOffers::anEarlierOperationOffersNothingMore()
{
    const QString id = beginPlanned(upgradeOf(authorize, m_nowhere));
    waitUntilStuck(id);
    interrupt(id);
    QVERIFY(!m_desk->offers(id).isEmpty());
    // Without its cluster there is nothing to plan at.
    m_desk->setClusters({});
    QVERIFY(m_desk->offers(id).isEmpty());
    tell({});
    QVERIFY(m_desk->abandon(id));
    QTest::qWait(1'100); // ids and times of journals are of seconds
    const QString later = beginPlanned(upgradeOf(authorize, m_nowhere + u"-10"_s));
    QVERIFY(!later.isEmpty());
    QVERIFY(m_desk->offers(id).isEmpty());
}

void TestOperationOffers::whatWasInterruptedIsGivenUpForAnother()
{
    const QString id = beginPlanned(upgradeOf(authorize, m_nowhere));
    waitUntilStuck(id);
    interrupt(id);
    QSignalSpy wanted(m_desk.get(), &Desk::planWanted);
    const QList<plans::Offer> offers = m_desk->offers(id);
    QCOMPARE(offers.last().id, u"take-back"_s);
    m_desk->take(id, offers.last());
    QCOMPARE(stateOf(id), State::Abandoned);
    QCOMPARE(wanted.size(), 1);
    // What has no plan of its own is no way to another one.
    m_desk->take(id, offers.first());
    QCOMPARE(wanted.size(), 1);
}

QTEST_MAIN(TestOperationOffers)
#include "tst_operationoffers.moc"
