#include "tests/ui/connectionsfixture.h"
#include "ui/connections/authwords.h"
#include "ui/connections/clinic.h"
#include "ui/connections/connectionstatus.h"

#include <QSignalSpy>

using namespace support;

/// Every connection the user has, where it comes from, and what is kept of it.
class TestBook : public ConnectionsTest
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }

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
    void thePracticeClusterIsNeverMistakenForOneOfTheSameName();
    void thePracticeClusterGoesWithoutATrace();
};

void TestBook::knowsTheContextsOfTheKubeconfig()
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

void TestBook::aBrokenEntryBreaksThatEntryAlone()
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

void TestBook::aContextThatComesWhileRunningAppears()
{
    Book book(sources());
    QSignalSpy changed(&book, &Book::changed);
    writeKubeconfig(readKubeconfig().replace("dev-local", "dev-other"));
    QTRY_VERIFY_WITH_TIMEOUT(book.entry(contextId(u"dev-other"_s)), patience);
    QVERIFY(!book.entry(contextId(u"dev-local"_s)));
    QVERIFY(changed.size() >= 1);
}

void TestBook::anOpenContextThatChangesIsOutdatedUntilReconnected()
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

void TestBook::settingsOutliveTheProgram()
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

void TestBook::productionIsProtectedUntilSomebodyDecides()
{
    Book book(sources());
    QVERIFY(book.entry(contextId(u"prod-seoul"_s))->settings.effectivelyProtected());
    QVERIFY(!book.entry(contextId(u"dev-local"_s))->settings.effectivelyProtected());
    flink::ConnectionSettings settings = book.entry(contextId(u"prod-seoul"_s))->settings;
    settings.isProtected = false;
    book.setSettings(settings);
    QVERIFY(!book.entry(contextId(u"prod-seoul"_s))->settings.effectivelyProtected());
}

void TestBook::whatIsPinnedIsOpenedAtStart()
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

void TestBook::whatCannotBeOpenedSaysWhy()
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

void TestBook::takesAFlinkAddressAndForgetsItAgain()
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

void TestBook::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("another scheme") << u"ftp://host:8081"_s;
    QTest::newRow("no host") << u"http://"_s;
    QTest::newRow("markup") << u"<b>http</b>"_s;
}

void TestBook::refusesWhatIsNoAddress()
{
    QFETCH(const QString, typed);
    Book book(sources());
    const qsizetype before = book.entries().size();
    const base::Result<QString> id = book.addEndpoint(typed);
    QVERIFY(!id);
    QVERIFY(!id.error().message.isEmpty());
    QCOMPARE(book.entries().size(), before);
}

void TestBook::takesAnotherKubeconfigAndRefusesWhatIsNone()
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

void TestBook::thePracticeClusterIsNeverMistakenForOneOfTheSameName()
{
    writeKubeconfig("apiVersion: v1\nkind: Config\nclusters:\n- name: practice\n  cluster: {server: "
                    "'https://real.example'}\nusers:\n- name: practice-2\n  user: {token: real}\n"
                    "contexts:\n- name: practice\n  context: {cluster: practice, user: practice-2}\n");
    const QString path = m_home.filePath(u"practice"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("apiVersion: v1\nkind: Config\nclusters:\n- name: practice\n  cluster: {server: 'https://127.0.0.1:9'}\n"
               "users:\n- name: practice-2\n  user: {token: t}\n"
               "contexts:\n- name: practice-2\n  context: {cluster: practice, user: practice-2}\n");
    file.close();
    Book book(sources());
    QVERIFY(book.addPractice(path));
    const connections::Entry* real = book.entry(contextId(u"practice"_s));
    const connections::Entry* practice = book.entry(contextId(u"practice-2"_s));
    QCOMPARE(real->server, u"https://real.example"_s);
    QVERIFY(!real->isPractice);
    QCOMPARE(practice->server, u"https://127.0.0.1:9"_s);
    QVERIFY(practice->isPractice && !practice->isCurrent);
    QCOMPARE(book.kubeconfigOf(practice->id()).user(u"practice-2"_s)->token, u"t"_s);
    QCOMPARE(book.kubeconfigOf(real->id()).user(u"practice-2"_s)->token, u"real"_s);
}

void TestBook::thePracticeClusterGoesWithoutATrace()
{
    const QString path = m_home.filePath(u"practice"_s);
    QFile::remove(path);
    Book book(sources());
    const qsizetype before = book.entries().size();
    QVERIFY(!book.addPractice(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("apiVersion: v1\nkind: Config\nclusters:\n- name: c\n  cluster: {server: 'https://127.0.0.1:9'}\n"
               "users:\n- name: practice\n  user: {token: t}\n"
               "contexts:\n- name: practice\n  context: {cluster: c, user: practice}\n");
    file.close();
    QVERIFY(book.addPractice(path));
    QVERIFY(book.open(contextId(u"practice"_s)));
    QCOMPARE(book.entries().size(), before + 1);
    const QSignalSpy closing(&book, &Book::aboutToClose);
    book.removePractice();
    QCOMPARE(closing.size(), 1);
    QCOMPARE(book.entries().size(), before);
    QVERIFY(book.openConnections().isEmpty());
}

QTEST_MAIN(TestBook)
#include "tst_book.moc"
