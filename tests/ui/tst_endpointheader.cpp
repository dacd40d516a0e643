#include "tests/support/byteserver.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"
#include "ui/connections/book.h"
#include "ui/connections/clinic.h"
#include "ui/connections/endpointdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QDirIterator>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using connections::Book;
using State = flink::ConnectionState::Kind;

namespace {

const QByteArray canary = "Bearer canary-7161-비밀";

/// Whether any file below `folder` holds `bytes`, in either of the encodings files of settings have.
QString fileWith(const QString& folder, const QByteArray& bytes)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
            return file.fileName();
    }
    return {};
}

/// A keychain that works, as far as anybody can tell.
class Keychain : public secrets::MemorySecretStore
{
public:
    void examine(QObject* context, ExamineDone done) override
    {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(std::nullopt); }, Qt::QueuedConnection);
    }
    void write(const QString& key, const QByteArray& secret, QObject* context, WriteDone done) override
    {
        setValue(key, secret);
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(secrets::Kept()); }, Qt::QueuedConnection);
    }
};

struct Fields
{
    explicit Fields(const connections::EndpointDialog& dialog)
        : lines(dialog.findChildren<QLineEdit*>())
    {
    }
    void type(const QString& address, const QString& name, const QString& value) const
    {
        lines.at(0)->setText(address);
        lines.at(1)->setText(name);
        lines.at(2)->setText(value);
    }
    void open() const { QTest::keyClick(lines.at(0), Qt::Key_Return); }

    QList<QLineEdit*> lines; ///< address, name, value
};

QString textOf(const QWidget& widget)
{
    QString all;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        all += label->isVisibleTo(&widget) ? label->text() + u'\n' : QString();
    return all;
}

} // namespace

/// A Flink behind a gateway that wants a header.
class TestEndpointHeader : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theValueGoesToTheKeychainAndNowhereElse();
    void withoutAKeychainItLivesForTheSessionAndTheDialogSaysSo();
    void aKeychainThatFailsOnWritingIsToldBeforeOpening();
    void anAuthorizationHeaderWantsHttps();
    void aLostValueIsAskedForInWords();

private:
    Book::Sources sources(std::shared_ptr<secrets::SecretStore> store) const;
    QString address() const { return m_gateway.url().toString(); }

    std::unique_ptr<theme::Theme> m_theme;
    QTemporaryDir m_home;
    support::ByteServer m_gateway;
};

void TestEndpointHeader::initTestCase()
{
    QVERIFY(m_home.isValid());
    qputenv("HOME", m_home.path().toUtf8());
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        qputenv(name, m_home.filePath(QString::fromLatin1(name)).toUtf8());
    m_theme = std::make_unique<theme::Theme>(*qApp);
    m_gateway.onRequest([](support::Exchange& exchange) {
        if (exchange.request().header("X-Gateway-Key") != canary)
            return exchange.reply(401, "who are you?", {{"Content-Type", "text/plain"}});
        exchange.replyJson(200, support::recording(u"rest/1.20/overview"_s));
    });
    QVERIFY(m_gateway.listen());
}

void TestEndpointHeader::init()
{
    support::keepClean();
    QFile::remove(flink::ConnectionSettingsFile().path());
}

Book::Sources TestEndpointHeader::sources(std::shared_ptr<secrets::SecretStore> store) const
{
    Book::Sources result;
    result.kubeconfig = m_home.filePath(u"none"_s);
    result.secrets = std::move(store);
    return result;
}

void TestEndpointHeader::theValueGoesToTheKeychainAndNowhereElse()
{
    const auto keychain = std::make_shared<Keychain>();
    QString id;
    {
        Book book(sources(keychain));
        connections::EndpointDialog dialog(book);
        dialog.open();
        const Fields fields(dialog);
        QCOMPARE(fields.lines.at(2)->echoMode(), QLineEdit::Password);
        QTRY_VERIFY(textOf(dialog).contains(u"keychain"));
        fields.type(address(), u"X-Gateway-Key"_s, QString::fromUtf8(canary));
        fields.open();
        QTRY_VERIFY(!dialog.isVisible());
        id = dialog.id();
        QTRY_COMPARE(book.connection(id)->state().kind, State::Live);
        QCOMPARE(book.entry(id)->settings.headerName, u"X-Gateway-Key"_s);
        QCOMPARE(keychain->value(id), std::optional(canary));

        // What else a session does: settings, an examination, a report of it.
        flink::ConnectionSettings settings = book.entry(id)->settings;
        settings.name = u"behind a gateway"_s;
        settings.pinned = true;
        book.setSettings(settings);
        connections::Clinic clinic(book);
        clinic.examine(id);
        QTRY_VERIFY_WITH_TIMEOUT(clinic.wasExamined(id), 20'000);
        QCOMPARE(clinic.doctor(id)->verdict(), flink::DoctorStep::Verdict::Ok);
        QVERIFY(!connections::reportText(*clinic.doctor(id)).contains(u"canary-7161"));
        QSettings().sync();
    }
    QVERIFY(QFile::exists(flink::ConnectionSettingsFile().path()));
    QCOMPARE(fileWith(m_home.path(), "canary-7161"), QString());

    // The next session finds it again, and forgets it with the connection.
    Book book(sources(keychain));
    book.openPinned();
    QVERIFY(book.connection(id));
    QTRY_COMPARE(book.connection(id)->state().kind, State::Live);
    book.removeEndpoint(id);
    QTRY_VERIFY(!keychain->value(id));
    QVERIFY(!book.settingsProblem());
    QCOMPARE(fileWith(m_home.path(), "X-Gateway-Key"), QString());
}

void TestEndpointHeader::withoutAKeychainItLivesForTheSessionAndTheDialogSaysSo()
{
    const auto store = std::make_shared<secrets::MemorySecretStore>(u"There is no keychain here."_s);
    Book book(sources(store));
    connections::EndpointDialog dialog(book);
    dialog.open();
    QTRY_VERIFY(textOf(dialog).contains(u"There is no keychain here."));
    const Fields fields(dialog);
    fields.type(address(), u"X-Gateway-Key"_s, QString::fromUtf8(canary));
    fields.open();
    QTRY_VERIFY(!dialog.isVisible());
    QTRY_COMPARE(book.connection(dialog.id())->state().kind, State::Live);
}

void TestEndpointHeader::aKeychainThatFailsOnWritingIsToldBeforeOpening()
{
    /// Seems to work, and does not.
    class Broken : public Keychain
    {
    public:
        void write(const QString& key, const QByteArray& secret, QObject* context, WriteDone done) override
        {
            MemorySecretStore::write(key, secret, context, std::move(done));
        }
    };
    Book book(sources(std::make_shared<Broken>()));
    connections::EndpointDialog dialog(book);
    dialog.open();
    QTRY_VERIFY(textOf(dialog).contains(u"keychain"));
    const Fields fields(dialog);
    fields.type(address(), u"X-Gateway-Key"_s, QString::fromUtf8(canary));
    fields.open();
    QTRY_VERIFY(textOf(dialog).contains(u"forgotten when Drey ends"));
    QVERIFY(dialog.isVisible());
    fields.open();
    QTRY_VERIFY(!dialog.isVisible());
}

void TestEndpointHeader::anAuthorizationHeaderWantsHttps()
{
    const auto keychain = std::make_shared<Keychain>();
    Book book(sources(keychain));
    connections::EndpointDialog dialog(book);
    dialog.open();
    const Fields fields(dialog);
    fields.type(address(), u"Authorization"_s, QString::fromUtf8(canary));
    fields.open();
    QVERIFY(textOf(dialog).contains(u"https only"));
    QVERIFY(dialog.isVisible());
    QVERIFY(book.entries().isEmpty());
    fields.type(address(), QString(), QString::fromUtf8(canary));
    fields.open();
    QVERIFY(textOf(dialog).contains(u"Name: value"));
    QVERIFY(!keychain->value(connections::endpointId(m_gateway.url())));
}

void TestEndpointHeader::aLostValueIsAskedForInWords()
{
    const auto keychain = std::make_shared<Keychain>();
    Book book(sources(keychain));
    const auto id = book.addEndpoint(address(), {"X-Gateway-Key", canary}, this, [](const auto&) {});
    QVERIFY(bool(id));
    keychain->drop(*id);
    QVERIFY(bool(book.open(*id)));
    QTRY_VERIFY(book.connection(*id)->state().error);
    QVERIFY2(book.connection(*id)->state().error->message.contains(u"X-Gateway-Key"),
             qPrintable(book.connection(*id)->state().error->message));
}

QTEST_MAIN(TestEndpointHeader)
#include "tst_endpointheader.moc"
