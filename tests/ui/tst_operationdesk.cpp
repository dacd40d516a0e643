#include "tests/ui/operationsfixture.h"
#include "ui/operations/dock.h"
#include "ui/operations/operationmodel.h"
#include "ui/widgets/table.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace support;
using operations::Desk;
using operations::Draft;
using operations::OperationModel;

/// Operations that outlive every page, what becomes of them without their connection, and their list.
class TestOperationDesk : public OperationsTest
{
    Q_OBJECT

private slots:
    void initTestCase() { found(); }
    void init() { start(); }
    void cleanup() { stop(); }

    void anOperationRunsToItsEndWithoutAnyPage();
    void theModelFollowsWithoutLosingItsSelection();
    void whatLosesItsConnectionIsContinuedLater();
    void whatWasInterruptedIsHandedOver();
    void anotherProcessIsSeenFromTheJournal();
    void ofThePracticeClusterNothingIsLeftOpen();
    void anOperationIsCancelledAtASafePoint();
    void aPlanThatIsNotTheSameAnyMoreDoesNotBegin();
    void withoutAConnectionThereIsNoPlan();
    void aRecoveryGoesOnWithTheNextSnapshot();

private:
    static QPushButton* button(const QWidget& within, const QString& text)
    {
        for (auto* one : within.findChildren<QPushButton*>()) {
            if (one->text() == text && one->isVisible())
                return one;
        }
        return nullptr;
    }
};

void TestOperationDesk::anOperationRunsToItsEndWithoutAnyPage()
{
    QSignalSpy ended(m_desk.get(), &Desk::ended);
    const QString id = begin(Verb::Savepoint);
    QVERIFY(!id.isEmpty());
    QCOMPARE(m_desk->runningCount(), 1);
    QVERIFY(m_desk->isAtWork(id));
    follow(id);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(stateOf(id), State::Succeeded);
    QCOMPARE(m_desk->runningCount(), 0);
    QCOMPARE(m_desk->journal().operation(id)->state, State::Succeeded);
}

void TestOperationDesk::theModelFollowsWithoutLosingItsSelection()
{
    OperationModel model(*m_desk);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    operations::Dock dock(*m_desk, model);
    dock.resize(1200, 300);
    dock.show();
    const QString first = begin(Verb::Savepoint);
    QCOMPARE(dock.selected(), first);
    follow(first);
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, OperationModel::StateColumn), workflow::stateText(State::Succeeded));
    QCOMPARE(text(0, OperationModel::TitleColumn), u"Savepoint of payments/payment-authorize"_s);
    QCOMPARE(text(0, OperationModel::ContextColumn), u"practice"_s);
    const QString second = begin(Verb::Checkpoint);
    // What somebody has just begun is what he wants to see.
    QCOMPARE(dock.selected(), second);
    dock.select(first);
    follow(second);
    QCOMPARE(dock.selected(), first);
    m_desk->reload();
    QSignalSpy loaded(m_desk.get(), &Desk::loaded);
    (void)loaded.wait(500);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(dock.selected(), first);
}

void TestOperationDesk::whatLosesItsConnectionIsContinuedLater()
{
    OperationModel model(*m_desk);
    operations::Dock dock(*m_desk, model);
    dock.resize(1200, 300);
    dock.show();
    QSignalSpy left(m_desk.get(), &Desk::wasLeft);
    const QString id = begin(Verb::Savepoint);
    tell([](operations::Cluster& told) { told.connection = nullptr; });
    QCOMPARE(left.size(), 1);
    QVERIFY(!m_desk->isAtWork(id));
    QCOMPARE(stateOf(id), State::Interrupted);
    QPushButton* goOn = button(dock, u"Continue"_s);
    QVERIFY(goOn);
    QVERIFY(!goOn->isEnabled());
    QVERIFY2(goOn->toolTip().contains(u"not connected"), qPrintable(goOn->toolTip()));
    tell({});
    QVERIFY(goOn->isEnabled());
    goOn->click();
    QVERIFY(m_desk->isAtWork(id));
    follow(id);
    QCOMPARE(stateOf(id), State::Succeeded);
}

void TestOperationDesk::whatWasInterruptedIsHandedOver()
{
    const QString id = begin(Verb::Savepoint);
    // The process ends.
    m_desk.reset();
    m_desk = std::make_unique<Desk>(m_folder, quick);
    tell({});
    QTRY_COMPARE(stateOf(id), State::Interrupted);
    OperationModel model(*m_desk);
    operations::Dock dock(*m_desk, model);
    dock.resize(1200, 300);
    dock.show();
    QCOMPARE(dock.selected(), id);
    QPushButton* handOver = button(dock, u"Hand over to me"_s);
    QVERIFY(handOver);
    handOver->click();
    auto* question = dock.findChild<QMessageBox*>();
    QVERIFY(question);
    QCOMPARE(stateOf(id), State::Interrupted);
    QPushButton* yes = button(*question, u"Hand over"_s);
    QVERIFY(yes);
    yes->click();
    QCOMPARE(stateOf(id), State::Abandoned);
    QVERIFY(!button(dock, u"Continue"_s));
}

void TestOperationDesk::anotherProcessIsSeenFromTheJournal()
{
    const QString mine = begin(Verb::Savepoint);
    follow(mine);
    Desk other(m_folder, quick);
    QTRY_COMPARE(other.operations().size(), 1);
    const QString next = begin(Verb::Checkpoint);
    QTRY_VERIFY_WITH_TIMEOUT(other.operation(next), operationPatience);
    QCOMPARE(other.operations().first().id, next);
    QCOMPARE(other.operation(next)->state, State::Running);
    QVERIFY(!other.isAtWork(next));
    QVERIFY(!other.obstacleToGoOn(*other.operation(next)).isEmpty());
    follow(next);
    QTRY_COMPARE_WITH_TIMEOUT(other.operation(next)->state, State::Succeeded, operationPatience);
}

void TestOperationDesk::ofThePracticeClusterNothingIsLeftOpen()
{
    tell([](operations::Cluster& told) { told.isPractice = true; });
    const QString id = begin(Verb::Savepoint);
    m_desk->setClusters({});
    QCOMPARE(stateOf(id), State::Abandoned);
}

void TestOperationDesk::anOperationIsCancelledAtASafePoint()
{
    const QString id = begin(Verb::Suspend);
    QVERIFY(!id.isEmpty());
    m_desk->cancel(id);
    QVERIFY(m_desk->isCancelling(id) || !m_desk->isAtWork(id));
    follow(id);
    QCOMPARE(stateOf(id), State::Cancelled);
}

void TestOperationDesk::aPlanThatIsNotTheSameAnyMoreDoesNotBegin()
{
    workflow::Plan first, second;
    first.uid = second.uid = u"a"_s;
    first.summary = second.summary = u"The job goes on."_s;
    first.preflight.append(workflow::Check());
    QVERIFY(workflow::isSameDeed(first, second));
    second.summary = u"It starts empty."_s;
    QVERIFY(!workflow::isSameDeed(first, second));
    second = first;
    second.uid = u"b"_s;
    QVERIFY(!workflow::isSameDeed(first, second));
    second = first;
    second.confirmation = workflow::Confirmation::TypeName;
    QVERIFY(!workflow::isSameDeed(first, second));
}

void TestOperationDesk::withoutAConnectionThereIsNoPlan()
{
    const auto one = draft(Verb::Savepoint);
    one->check();
    QCOMPARE(one->stage(), Draft::Stage::Checking);
    m_desk->setClusters({});
    QCOMPARE(one->stage(), Draft::Stage::Failed);
    QVERIFY(!one->obstacle().isEmpty());
    one->agree();
    QVERIFY(m_desk->operations().isEmpty());
    // It comes back: what was asked for is asked again.
    tell({});
    QTRY_COMPARE_WITH_TIMEOUT(one->stage(), Draft::Stage::Planned, operationPatience);
}

void TestOperationDesk::aRecoveryGoesOnWithTheNextSnapshot()
{
    const QString saved = begin(Verb::Savepoint);
    follow(saved);
    const QString good = m_desk->operation(saved)->facts[u"path"_s].toString();
    QVERIFY(!good.isEmpty());
    follow(begin(Verb::Suspend));
    plans::Intent intent = intentOf(Verb::Recover);
    intent.from = u"s3://flink/payments/savepoint-gone"_s;
    intent.fallbacks = QStringList{u"s3://flink/payments/savepoint-gone-too"_s, good, u"s3://flink/unneeded"_s};
    Draft one(*m_desk, u"context:practice"_s, intent);
    one.check();
    QTRY_COMPARE_WITH_TIMEOUT(one.stage(), Draft::Stage::Planned, operationPatience);
    QVERIFY2(one.plan()->summary.contains(good), qPrintable(one.plan()->summary));
    QSignalSpy begun(m_desk.get(), &Desk::begun);
    one.agree();
    (void)QTest::qWaitFor(
        [&] {
            m_practice->host().step(2s);
            return begun.size() == 3 && m_desk->runningCount() == 0;
        },
        operationPatience);
    QCOMPARE(begun.size(), 3);
    const auto at = [&](int i) { return *m_desk->operation(begun.at(i).first().toString()); };
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(at(i).state, State::Failed);
        QCOMPARE(at(i).facts[u"startFailure"_s].toString(), u"missing"_s);
        QVERIFY2(at(i).result.contains(intent.from), qPrintable(at(i).result));
    }
    QCOMPARE(at(2).state, State::Succeeded);
    QCOMPARE(at(2).facts[u"restoredFrom"_s].toString(), good);
}

QTEST_MAIN(TestOperationDesk)
#include "tst_operationdesk.moc"
