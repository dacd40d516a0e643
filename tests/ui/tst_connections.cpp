#include "tests/ui/connectionsfixture.h"
#include "ui/connections/clinic.h"
#include "ui/connections/connectionmodel.h"
#include "ui/connections/connectionspage.h"
#include "ui/connections/connectiontable.h"
#include "ui/connections/doctorview.h"
#include "ui/connections/endpointdialog.h"
#include "ui/connections/welcomepage.h"
#include "ui/widgets/emptystate.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace support;

/// The pages and dialogs of connections.
class TestConnections : public ConnectionsTest
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }

    void rowsAreNeverReset();
    void aRowTellsWhatWasFound();
    void theDoctorGoesStepByStep();
    void theReportCanBeCopied();
    void welcomeWithoutKubeconfigOffersAWayIn();
    void enterOpensTheSelectedConnection();
    void theTypeChangesTheProtectionWithIt();
    void theProtectionCanBeDecidedAgainstTheType();
    void theEndpointDialogStaysUntilTheAddressIsOne();
};

void TestConnections::rowsAreNeverReset()
{
    Book book(sources());
    connections::Clinic clinic(book);
    connections::ConnectionModel model(book, clinic);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex kept =
        model.index(model.rowOf(contextId(u"prod-seoul"_s)), connections::ConnectionModel::Name);
    writeKubeconfig(readKubeconfig().replace("dev-local", "dev-other"));
    QTRY_VERIFY_WITH_TIMEOUT(model.rowOf(contextId(u"dev-other"_s)) >= 0, patience);
    QCOMPARE(reset.size(), 0);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data().toString(), u"prod-seoul"_s);
    QCOMPARE(model.rowCount(), 5);
}

void TestConnections::aRowTellsWhatWasFound()
{
    Book book(sources());
    connections::Clinic clinic(book);
    connections::ConnectionModel model(book, clinic);
    const QString id = contextId(u"stage-seoul"_s);
    const auto cell = [&](int column) { return model.index(model.rowOf(id), column).data().toString(); };
    QCOMPARE(cell(connections::ConnectionModel::State), u"Not tried"_s);
    QVERIFY(book.open(id));
    QTRY_COMPARE_WITH_TIMEOUT(cell(connections::ConnectionModel::State), u"Open"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(cell(connections::ConnectionModel::Found).contains(u"6"), patience);
    QCOMPARE(cell(connections::ConnectionModel::Type), u"STAGING"_s);
    book.close(id);
    QCOMPARE(cell(connections::ConnectionModel::State), u"Not tried"_s);
}

void TestConnections::theDoctorGoesStepByStep()
{
    Book book(sources());
    connections::Clinic clinic(book);
    connections::DoctorView view(clinic);
    const QString id = contextId(u"sample"_s);
    view.setConnection(id, u"sample"_s);
    view.show();
    QVERIFY(textOf(view).contains(u"not tested yet"));
    button(view, u"Test"_s)->click();
    QVERIFY(clinic.isExamining(id));
    QTRY_VERIFY_WITH_TIMEOUT(clinic.wasExamined(id), patience);
    QVERIFY(textOf(view).contains(u"Kubernetes v1."));
    QVERIFY(button(view, u"Test again"_s));
    connections::ConnectionModel model(book, clinic);
    QVERIFY(model.index(model.rowOf(id), connections::ConnectionModel::State).data().toString().startsWith(u"Ready"));
}

void TestConnections::theReportCanBeCopied()
{
    Book book(sources());
    connections::Clinic clinic(book);
    const QString id = contextId(u"sample"_s);
    clinic.examine(id);
    QTRY_VERIFY_WITH_TIMEOUT(clinic.wasExamined(id), patience);
    const QString report = connections::reportText(*clinic.doctor(id));
    QVERIFY(report.contains(u"sample"));
    QVERIFY(report.contains(u"[ok]"));
    QVERIFY(!report.contains(QString::fromUtf8(m_server.token())));
}

void TestConnections::welcomeWithoutKubeconfigOffersAWayIn()
{
    QVERIFY(QFile::remove(m_home.filePath(u"config"_s)));
    Book::Sources standard = sources();
    standard.kubeconfig.clear();
    qputenv("KUBECONFIG", m_home.filePath(u"config"_s).toUtf8());
    Book book(standard);
    connections::Clinic clinic(book);
    connections::WelcomePage page(book, clinic);
    page.resize(1100, 800);
    page.show();
    auto* empty = page.findChild<widgets::EmptyState*>();
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->kind(), widgets::EmptyState::Kind::None);
    QVERIFY(!page.table().isVisible());
    QVERIFY(button(page, u"Open a Flink address…"_s)->isVisible());
    qunsetenv("KUBECONFIG");
}

void TestConnections::enterOpensTheSelectedConnection()
{
    Book book(sources());
    connections::Clinic clinic(book);
    connections::WelcomePage page(book, clinic);
    page.show();
    QSignalSpy asked(&page, &connections::WelcomePage::openRequested);
    page.table().select(contextId(u"prod-busan"_s));
    QTest::keyClick(&page.table(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.constFirst().constFirst().toString(), contextId(u"prod-busan"_s));
}

void TestConnections::theTypeChangesTheProtectionWithIt()
{
    Book book(sources());
    connections::Clinic clinic(book);
    connections::ConnectionsPage page(book, clinic);
    page.show();
    const QString id = contextId(u"dev-local"_s);
    page.select(id);
    auto* type = page.findChild<QComboBox*>();
    type->setCurrentIndex(static_cast<int>(base::Environment::Production));
    QVERIFY(book.entry(id)->settings.effectivelyProtected());
    QVERIFY(!book.entry(id)->settings.isProtected);
    type->setCurrentIndex(static_cast<int>(base::Environment::Development));
    QVERIFY(!book.entry(id)->settings.effectivelyProtected());
}

void TestConnections::theProtectionCanBeDecidedAgainstTheType()
{
    Book book(sources());
    connections::Clinic clinic(book);
    connections::ConnectionsPage page(book, clinic);
    page.show();
    const QString id = contextId(u"dev-local"_s);
    page.select(id);
    QCheckBox* shield = page.findChildren<QCheckBox*>().constFirst();
    QVERIFY(!shield->isChecked());
    shield->click();
    QCOMPARE(book.entry(id)->settings.isProtected, std::optional(true));
    shield->click();
    QVERIFY(!book.entry(id)->settings.isProtected);
}

void TestConnections::theEndpointDialogStaysUntilTheAddressIsOne()
{
    Book book(sources());
    connections::EndpointDialog dialog(book);
    dialog.open();
    auto* line = dialog.findChild<QLineEdit*>();
    QTest::keyClicks(line, u"ftp://nowhere"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QVERIFY(textOf(dialog).contains(u"ftp://nowhere"));
    line->setText(m_server.flinkAddress().toString());
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QVERIFY(book.connection(dialog.id()));
}

QTEST_MAIN(TestConnections)
#include "tst_connections.moc"
