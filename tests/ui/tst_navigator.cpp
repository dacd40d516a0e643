#include "tests/ui/shellfixture.h"

#include <QAbstractItemModelTester>
#include <QTreeView>

using namespace support;

/// The tree of everything that is open.
class TestNavigator : public ShellTest
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void theTreeFillsANamespaceWhenItIsOpened();
    void theTreeFollowsWhatComesAndGoes();
    void theFilterOfTheTreeFindsWhatWasNeverOpened();
    void pinsStayUntilTheyAreTakenOut();
};

void TestNavigator::theTreeFillsANamespaceWhenItIsOpened()
{
    shell::NavigatorModel& tree = window().navigator().model();
    QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false);
    open(u"prod-seoul"_s);
    const QModelIndex connection = tree.index(4, 0);
    QTRY_COMPARE(tree.rowCount(connection), 4);
    const QPersistentModelIndex payments = tree.index(2, 0, connection);
    QVERIFY(tree.hasChildren(payments));
    tree.fetchMore(payments);
    QTRY_COMPARE(tree.rowCount(payments), payments.data(shell::NavigatorModel::CountRole).toInt());
    const QModelIndex found = tree.indexOf({Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement});
    QVERIFY(found.isValid());
    QCOMPARE(found.data().toString(), settlement.name);
}

void TestNavigator::theTreeFollowsWhatComesAndGoes()
{
    open(u"prod-seoul"_s);
    shell::NavigatorModel& tree = window().navigator().model();
    tree.populateAll();
    const Address address{Place::Deployment, connections::contextId(u"prod-seoul"_s), {u"cdc"_s, u"cdc-orders"_s}};
    QTRY_VERIFY(tree.indexOf(address).isValid());
    const QJsonObject kept = m_server.object(u"prod-seoul"_s, u"FlinkDeployment"_s, u"cdc"_s, u"cdc-orders"_s);
    QVERIFY(!kept.isEmpty());
    QVERIFY(m_server.remove(u"prod-seoul"_s, u"FlinkDeployment"_s, u"cdc"_s, u"cdc-orders"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!tree.indexOf(address).isValid(), patience);
    m_server.change(u"prod-seoul"_s, kept);
    QTRY_VERIFY_WITH_TIMEOUT(tree.indexOf(address).isValid(), patience);
}

void TestNavigator::theFilterOfTheTreeFindsWhatWasNeverOpened()
{
    open(u"prod-seoul"_s);
    auto* view = window().navigator().findChild<QTreeView*>();
    auto* field = window().navigator().findChild<QLineEdit*>();
    QTest::keyClicks(field, u"settlement"_s);
    const auto shown = [view] {
        QStringList names;
        for (QModelIndex index = view->model()->index(0, 0); index.isValid(); index = view->indexBelow(index))
            names += index.data().toString();
        return names;
    };
    QTRY_VERIFY(shown().contains(settlement.name));
    QVERIFY(!shown().contains(u"cdc"_s));
    field->clear();
    QTRY_VERIFY(shown().contains(u"cdc"_s));
}

void TestNavigator::pinsStayUntilTheyAreTakenOut()
{
    const Address address{Place::Deployment, connections::contextId(u"prod-seoul"_s), settlement};
    {
        shell::NavigatorModel tree(m_drey->book());
        QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tree.setPinned(address, true);
        tree.setPinned(address, true);
        QCOMPARE(tree.pins(), QList<Address>{address});
    }
    shell::NavigatorModel again(m_drey->book());
    QCOMPARE(again.pins(), QList<Address>{address});
    again.setPinned(address, false);
    QVERIFY(shell::NavigatorModel(m_drey->book()).pins().isEmpty());
}

QTEST_MAIN(TestNavigator)
#include "tst_navigator.moc"
