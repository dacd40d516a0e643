#include "core/kube/approvals.h"
#include "tests/support/hygiene.h"
#include "tests/support/sampleserver.h"
#include "ui/connections/approvaldialog.h"
#include "ui/connections/authwords.h"
#include "ui/connections/book.h"
#include "ui/connections/clinic.h"
#include "ui/connections/connectionmodel.h"
#include "ui/connections/connectionspage.h"
#include "ui/connections/connectionstatus.h"
#include "ui/connections/connectiontable.h"
#include "ui/connections/doctorview.h"
#include "ui/connections/endpointdialog.h"
#include "ui/connections/welcomepage.h"
#include "ui/connections/windowapproval.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/timedisplay.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using connections::Book;
using connections::contextId;

namespace {

constexpr int patience = 20'000;

kube::PluginRun pluginRun(const QString& command = u"/usr/bin/aws"_s)
{
    kube::PluginRun run;
    run.contextName = u"prod"_s;
    run.file = u"/home/x/.kube/config"_s;
    run.command = command;
    run.resolvedCommand = command;
    run.arguments = {u"eks"_s, u"get-token --cluster x"_s};
    run.environmentNames = {u"AWS_PROFILE"_s};
    run.server = u"https://api.example"_s;
    run.fingerprint = command.toUtf8();
    return run;
}

QString textOf(const QWidget& widget)
{
    QStringList texts;
    const QList<QLabel*> labels = widget.findChildren<QLabel*>();
    for (const QLabel* label : labels)
        texts += label->text();
    return texts.join(u'\n');
}

QPushButton* button(const QWidget& widget, const QString& text)
{
    const QList<QPushButton*> all = widget.findChildren<QPushButton*>();
    const auto found =
        std::find_if(all.begin(), all.end(), [&text](const QPushButton* each) { return each->text() == text; });
    return found == all.end() ? nullptr : *found;
}

} // namespace

class TestConnections : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void knowsTheContextsOfTheKubeconfig();
    void aBrokenEntryBreaksThatEntryAlone();
    void aContextThatComesWhileRunningAppears();
    void anOpenContextThatChangesIsOutdatedUntilReconnected();
    void settingsOutliveTheProgram();
    void productionIsProtectedUntilSomebodyDecides();
    void whatIsPinnedIsOpenedAtStart();
    void whatCannotBeOpenedSaysWhy();
    void takesAFlinkAddressAndForgetsItAgain();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void takesAnotherKubeconfigAndRefusesWhatIsNone();
    void rowsAreNeverReset();
    void aRowTellsWhatWasFound();
    void theDoctorGoesStepByStep();
    void theReportCanBeCopied();
    void welcomeWithoutKubeconfigOffersAWayIn();
    void enterOpensTheSelectedConnection();
    void theTypeChangesTheProtectionWithIt();
    void theProtectionCanBeDecidedAgainstTheType();
    void theEndpointDialogStaysUntilTheAddressIsOne();
    void aPluginIsShownWholeAndLiterally();
    void thePluginQuestionCannotBeAnsweredByAccident();
    void thePluginRunsOnlyOnceAllowed();
    void onePluginIsAskedAboutOnce();
    void alwaysIsRememberedForExactlyThis();
    void noIsTheAnswerOfClosing();

private:
    Book::Sources sources() const;
    void writeKubeconfig(const QByteArray& text) const;
    QByteArray readKubeconfig() const;

    QTemporaryDir m_home;
    support::SampleServer m_server;
    theme::Theme* m_theme = nullptr;
    widgets::TimeDisplay m_times;
};

void TestConnections::initTestCase()
{
    support::keepClean();
    QApplication::setOrganizationName(u"drey"_s);
    QApplication::setApplicationName(u"tst_connections"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    m_theme = new theme::Theme(*qApp);
    m_theme->setParent(this);
    QVERIFY(m_server.listen());
}

void TestConnections::init()
{
    QSettings().clear();
    QFile::remove(m_home.filePath(u"connections.json"_s));
    QFile::remove(m_home.filePath(u"approvals.json"_s));
    QVERIFY(m_server.writeKubeconfig(m_home.filePath(u"config"_s)));
}

Book::Sources TestConnections::sources() const
{
    Book::Sources sources;
    sources.kubeconfig = m_home.filePath(u"config"_s);
    sources.settings = m_home.filePath(u"connections.json"_s);
    return sources;
}

void TestConnections::writeKubeconfig(const QByteArray& text) const
{
    QFile file(m_home.filePath(u"config"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
}

QByteArray TestConnections::readKubeconfig() const
{
    QFile file(m_home.filePath(u"config"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestConnections::knowsTheContextsOfTheKubeconfig()
{
    const Book book(sources());
    QStringList names;
    for (const connections::Entry& entry : book.entries())
        names += entry.name();
    QCOMPARE(names, (QStringList{u"sample"_s, u"prod-seoul"_s, u"prod-busan"_s, u"stage-seoul"_s, u"dev-local"_s}));
    QCOMPARE(book.entry(contextId(u"sample"_s))->authentication, QStringList{u"token"_s});
    QVERIFY(!book.entry(u"context:nobody"_s));
    QCOMPARE(connections::authenticationText({u"clientCertificate"_s, u"exec"_s}), u"client certificate, a program"_s);
}

void TestConnections::aBrokenEntryBreaksThatEntryAlone()
{
    writeKubeconfig("apiVersion: v1\nkind: Config\nclusters:\n- name: a\n  cluster: {server: 'https://a.example'}\n"
                    "users:\n- name: u\n  user: {token: t}\n"
                    "contexts:\n- name: good\n  context: {cluster: a, user: u}\n- name: bad\n  context: {cluster: "
                    "missing, user: u}\n");
    Book book(sources());
    connections::Clinic clinic(book);
    QVERIFY(book.entry(contextId(u"good"_s))->isUsable());
    const connections::Entry* bad = book.entry(contextId(u"bad"_s));
    QVERIFY(!bad->isUsable());
    const connections::Status status = connections::statusOf(*bad, book, clinic);
    QCOMPARE(status.family, base::Health::Broken);
    QVERIFY(status.found.contains(u"missing"));
}

void TestConnections::aContextThatComesWhileRunningAppears()
{
    Book book(sources());
    QSignalSpy changed(&book, &Book::changed);
    writeKubeconfig(readKubeconfig().replace("dev-local", "dev-other"));
    QTRY_VERIFY_WITH_TIMEOUT(book.entry(contextId(u"dev-other"_s)), patience);
    QVERIFY(!book.entry(contextId(u"dev-local"_s)));
    QVERIFY(changed.size() >= 1);
}

void TestConnections::anOpenContextThatChangesIsOutdatedUntilReconnected()
{
    Book book(sources());
    const QString id = contextId(u"dev-local"_s);
    QVERIFY(book.open(id));
    QByteArray text = readKubeconfig();
    QVERIFY(text.contains(m_server.token()));
    writeKubeconfig(text.replace(m_server.token(), "another-token"));
    QTRY_VERIFY_WITH_TIMEOUT(book.entry(id)->isOutdated, patience);
    const flink::Connection* before = book.connection(id);
    book.reconnect(id);
    QVERIFY(!book.entry(id)->isOutdated);
    QVERIFY(book.connection(id));
    Q_UNUSED(before);
    QTRY_COMPARE_WITH_TIMEOUT(book.connection(id)->state().kind, flink::ConnectionState::Kind::Unauthorized, patience);
}

void TestConnections::settingsOutliveTheProgram()
{
    const QString id = contextId(u"prod-seoul"_s);
    {
        Book book(sources());
        flink::ConnectionSettings settings = book.entry(id)->settings;
        settings.environment = base::Environment::Staging;
        settings.color = u"#123456"_s;
        settings.nameSpaces = {u"payments"_s};
        settings.pinned = true;
        book.setSettings(settings);
        QVERIFY(!book.settingsProblem());
    }
    const Book again(sources());
    const flink::ConnectionSettings settings = again.entry(id)->settings;
    QCOMPARE(settings.environment, base::Environment::Staging);
    QCOMPARE(settings.color, u"#123456"_s);
    QCOMPARE(settings.nameSpaces, QStringList{u"payments"_s});
    QVERIFY(settings.pinned);
}

void TestConnections::productionIsProtectedUntilSomebodyDecides()
{
    Book book(sources());
    QVERIFY(book.entry(contextId(u"prod-seoul"_s))->settings.effectivelyProtected());
    QVERIFY(!book.entry(contextId(u"dev-local"_s))->settings.effectivelyProtected());
    flink::ConnectionSettings settings = book.entry(contextId(u"prod-seoul"_s))->settings;
    settings.isProtected = false;
    book.setSettings(settings);
    QVERIFY(!book.entry(contextId(u"prod-seoul"_s))->settings.effectivelyProtected());
}

void TestConnections::whatIsPinnedIsOpenedAtStart()
{
    Book book(sources());
    flink::ConnectionSettings settings = book.entry(contextId(u"dev-local"_s))->settings;
    settings.pinned = true;
    book.setSettings(settings);
    QSignalSpy opened(&book, &Book::opened);
    book.openPinned();
    QCOMPARE(opened.size(), 1);
    QVERIFY(book.connection(contextId(u"dev-local"_s)));
    QCOMPARE(book.openConnections().size(), 1);
    book.openPinned();
    QCOMPARE(book.openConnections().size(), 1);
}

void TestConnections::whatCannotBeOpenedSaysWhy()
{
    Book book(sources());
    const base::Result<flink::Connection*> nobody = book.open(contextId(u"nobody"_s));
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().kind, base::Error::Kind::Configuration);
    writeKubeconfig("apiVersion: v1\nclusters:\n- name: a\n  cluster: {server: 'https://a', certificate-authority: "
                    "/not/there.pem}\n"
                    "users:\n- name: u\n  user: {token: t}\ncontexts:\n- name: c\n  context: {cluster: a, user: u}\n");
    QTRY_VERIFY_WITH_TIMEOUT(book.entry(contextId(u"c"_s)), patience);
    const base::Result<flink::Connection*> noFile = book.open(contextId(u"c"_s));
    QVERIFY(!noFile);
    QVERIFY(noFile.error().message.contains(u"/not/there.pem"));
    QCOMPARE(book.entry(contextId(u"c"_s))->openError, std::optional(noFile.error()));
}

void TestConnections::takesAFlinkAddressAndForgetsItAgain()
{
    Book book(sources());
    const base::Result<QString> id = book.addEndpoint(m_server.flinkAddress().toString());
    QVERIFY(id);
    QVERIFY(book.entry(*id));
    QVERIFY(book.open(*id));
    QTRY_COMPARE_WITH_TIMEOUT(book.connection(*id)->state().kind, flink::ConnectionState::Kind::Live, patience);
    QVERIFY(Book(sources()).entry(*id));
    book.removeEndpoint(*id);
    QVERIFY(!book.entry(*id));
    QVERIFY(!book.connection(*id));
    QVERIFY(!Book(sources()).entry(*id));
}

void TestConnections::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("another scheme") << u"ftp://host:8081"_s;
    QTest::newRow("no host") << u"http://"_s;
    QTest::newRow("markup") << u"<b>http</b>"_s;
}

void TestConnections::refusesWhatIsNoAddress()
{
    QFETCH(const QString, typed);
    Book book(sources());
    const qsizetype before = book.entries().size();
    const base::Result<QString> id = book.addEndpoint(typed);
    QVERIFY(!id);
    QVERIFY(!id.error().message.isEmpty());
    QCOMPARE(book.entries().size(), before);
}

void TestConnections::takesAnotherKubeconfigAndRefusesWhatIsNone()
{
    Book::Sources standard = sources();
    standard.kubeconfig.clear();
    qputenv("KUBECONFIG", m_home.filePath(u"config"_s).toUtf8());
    Book book(standard);
    QFile other(m_home.filePath(u"other"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("apiVersion: v1\nclusters:\n- name: z\n  cluster: {server: 'https://z'}\nusers:\n- name: z\n  user: "
                "{token: t}\n"
                "contexts:\n- name: another\n  context: {cluster: z, user: z}\n");
    other.close();
    QVERIFY(book.addKubeconfig(other.fileName()));
    QVERIFY(book.entry(contextId(u"another"_s)));
    QVERIFY(book.entry(contextId(u"sample"_s)));
    QVERIFY(Book(standard).entry(contextId(u"another"_s)));
    QVERIFY(!book.addKubeconfig(m_home.filePath(u"not-there"_s)));
    QFile empty(m_home.filePath(u"empty"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    QVERIFY(!book.addKubeconfig(empty.fileName()));
    qunsetenv("KUBECONFIG");
}

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

void TestConnections::aPluginIsShownWholeAndLiterally()
{
    kube::PluginRun run = pluginRun(u"/tmp/<b>aws</b>"_s);
    run.arguments = {u"--a b"_s, u"c\u202Ed"_s};
    run.concerns = {u"The file was downloaded."_s};
    connections::ApprovalDialog dialog(run);
    const QString shown = textOf(dialog);
    QVERIFY(shown.contains(u"/tmp/<b>aws</b>"));
    QVERIFY(shown.contains(u"1  --a b"));
    QVERIFY(shown.contains(u"2  c⟨U+202E⟩d"));
    QVERIFY(shown.contains(u"AWS_PROFILE"));
    QVERIFY(shown.contains(u"/home/x/.kube/config"));
    QVERIFY(shown.contains(u"https://api.example"));
    QVERIFY(shown.contains(u"The file was downloaded."));
    const QList<QLabel*> labels = dialog.findChildren<QLabel*>();
    for (const QLabel* label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestConnections::thePluginQuestionCannotBeAnsweredByAccident()
{
    connections::ApprovalDialog dialog(pluginRun());
    dialog.open();
    QVERIFY(!button(dialog, u"Run"_s)->isEnabled());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QTRY_VERIFY(button(dialog, u"Run"_s)->isEnabled());
    QVERIFY(button(dialog, u"Don't run"_s)->isDefault());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.answer(), connections::ApprovalDialog::Answer::No);
}

void TestConnections::thePluginRunsOnlyOnceAllowed()
{
    QWidget window;
    window.show();
    connections::WindowApproval approval(kube::Approvals(m_home.filePath(u"approvals.json"_s)));
    approval.setWindow(&window);
    std::optional<bool> answer;
    approval.ask(pluginRun(), this, [&answer](bool approved) { answer = approved; });
    QTRY_VERIFY(window.findChild<connections::ApprovalDialog*>());
    QVERIFY(!answer);
    auto* dialog = window.findChild<connections::ApprovalDialog*>();
    QTRY_VERIFY(button(*dialog, u"Run"_s)->isEnabled());
    button(*dialog, u"Run"_s)->click();
    QTRY_COMPARE(answer, std::optional(true));
    QVERIFY(kube::Approvals(m_home.filePath(u"approvals.json"_s)).all().isEmpty());
}

void TestConnections::onePluginIsAskedAboutOnce()
{
    QWidget window;
    window.show();
    connections::WindowApproval approval(kube::Approvals(m_home.filePath(u"approvals.json"_s)));
    int answered = 0;
    QObject gone;
    for (int i = 0; i < 3; ++i)
        approval.ask(pluginRun(), this, [&answered](bool) { ++answered; });
    {
        QObject dying;
        approval.ask(pluginRun(), &dying, [&answered](bool) { answered += 100; });
    }
    approval.ask(pluginRun(u"/usr/bin/other"_s), this, [&answered](bool) { ++answered; });
    approval.setWindow(&window);
    for (int questions = 0; questions < 2; ++questions) {
        QTRY_COMPARE(window.findChildren<connections::ApprovalDialog*>().size(), 1);
        auto* dialog = window.findChild<connections::ApprovalDialog*>();
        QTRY_VERIFY(button(*dialog, u"Don't run"_s)->isEnabled());
        button(*dialog, u"Don't run"_s)->click();
        delete dialog;
    }
    QTRY_COMPARE(answered, 4);
}

void TestConnections::alwaysIsRememberedForExactlyThis()
{
    QWidget window;
    window.show();
    const kube::Approvals approvals(m_home.filePath(u"approvals.json"_s));
    connections::WindowApproval approval(approvals);
    approval.setWindow(&window);
    approval.ask(pluginRun(), this, [](bool) {});
    QTRY_VERIFY(window.findChild<connections::ApprovalDialog*>());
    auto* dialog = window.findChild<connections::ApprovalDialog*>();
    QTRY_VERIFY(button(*dialog, u"Always for exactly this"_s)->isEnabled());
    button(*dialog, u"Always for exactly this"_s)->click();
    QTRY_VERIFY(approvals.isApproved(pluginRun()));
    delete dialog;
    bool allowed = false;
    approval.ask(pluginRun(), this, [&allowed](bool approved) { allowed = approved; });
    QTRY_VERIFY(allowed);
    kube::PluginRun other = pluginRun();
    other.fingerprint = "something else";
    approval.ask(other, this, [](bool) {});
    QTRY_VERIFY(window.findChild<connections::ApprovalDialog*>());
}

void TestConnections::noIsTheAnswerOfClosing()
{
    QWidget window;
    window.show();
    connections::WindowApproval approval(kube::Approvals(m_home.filePath(u"approvals.json"_s)));
    approval.setWindow(&window);
    std::optional<bool> answer;
    approval.ask(pluginRun(), this, [&answer](bool approved) { answer = approved; });
    QTRY_VERIFY(window.findChild<connections::ApprovalDialog*>());
    window.findChild<connections::ApprovalDialog*>()->close();
    QTRY_COMPARE(answer, std::optional(false));
}

QTEST_MAIN(TestConnections)
#include "tst_connections.moc"
