#include "tests/support/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QTreeView>

using namespace Qt::StringLiterals;
using shell::Address;
using Place = shell::Address::Place;

namespace {

const kube::ObjectKey settlement{u"payments"_s, u"payment-settlement"_s};

} // namespace

class TestNavigator : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_it.prepare(u"tst_navigator"_s); }
    void init() { m_it.begin(); }
    void cleanup() { m_it.end(); }

    void anOpenedConnectionShowsTheFleetAndItsTree();
    void theTreeFillsANamespaceWhenItIsOpened();
    void theTreeFollowsWhatComesAndGoes();
    void theFilterOfTheTreeFindsWhatWasNeverOpened();
    void pinsStayUntilTheyAreTakenOut();

private:
    support::WindowFixture m_it;
};

void TestNavigator::anOpenedConnectionShowsTheFleetAndItsTree()
{
    m_it.open(u"prod-seoul"_s);
    QCOMPARE(m_it.current().place, Place::Fleet);
    shell::NavigatorModel& tree = m_it.window().navigator().model();
    const QModelIndex connection = tree.index(3, 0);
    QCOMPARE(connection.data().toString(), u"prod-seoul"_s);
    QTRY_COMPARE(tree.rowCount(connection), 4);
    QCOMPARE(tree.index(2, 0, connection).data().toString(), u"payments"_s);
    QTRY_COMPARE(tree.index(2, 0, connection).data(shell::NavigatorModel::CountRole).toInt(), 6);
    QTRY_COMPARE(tree.index(0, 0).data(shell::NavigatorModel::CountRole).toInt(), 20);
}

void TestNavigator::theTreeFillsANamespaceWhenItIsOpened()
{
    shell::NavigatorModel& tree = m_it.window().navigator().model();
    QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false);
    m_it.open(u"prod-seoul"_s);
    const QModelIndex connection = tree.index(3, 0);
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
    m_it.open(u"prod-seoul"_s);
    shell::NavigatorModel& tree = m_it.window().navigator().model();
    tree.populateAll();
    const Address address{Place::Deployment, connections::contextId(u"prod-seoul"_s), {u"cdc"_s, u"cdc-orders"_s}};
    QTRY_VERIFY(tree.indexOf(address).isValid());
    const QJsonObject kept = m_it.server.object(u"prod-seoul"_s, u"FlinkDeployment"_s, u"cdc"_s, u"cdc-orders"_s);
    QVERIFY(!kept.isEmpty());
    QVERIFY(m_it.server.remove(u"prod-seoul"_s, u"FlinkDeployment"_s, u"cdc"_s, u"cdc-orders"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!tree.indexOf(address).isValid(), support::WindowFixture::patience);
    m_it.server.change(u"prod-seoul"_s, kept);
    QTRY_VERIFY_WITH_TIMEOUT(tree.indexOf(address).isValid(), support::WindowFixture::patience);
}

void TestNavigator::theFilterOfTheTreeFindsWhatWasNeverOpened()
{
    m_it.open(u"prod-seoul"_s);
    auto* view = m_it.window().navigator().findChild<QTreeView*>();
    auto* field = m_it.window().navigator().findChild<QLineEdit*>();
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
        shell::NavigatorModel tree(m_it.drey->book());
        QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tree.setPinned(address, true);
        tree.setPinned(address, true);
        QCOMPARE(tree.pins(), QList<Address>{address});
    }
    shell::NavigatorModel again(m_it.drey->book());
    QCOMPARE(again.pins(), QList<Address>{address});
    again.setPinned(address, false);
    QVERIFY(shell::NavigatorModel(m_it.drey->book()).pins().isEmpty());
}

QTEST_MAIN(TestNavigator)
#include "tst_navigator.moc"
