#include "core/http/client.h"
#include "tests/support/byteserver.h"
#include "tests/support/certificates.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = base::Error::Kind;
using support::Exchange;
using support::FakeCredentials;
using support::Followed;
using support::readOf;
using support::Received;
using support::targetOf;
using support::writeOf;

class HttpCredentialsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }

    void case45_obtainsOneCredentialForManyRequests();
    void renewsARefusedCredentialOnce();
    void case43_doesNotHammerASourceWhoseCredentialsAreRefused();
    void renewsTheCredentialOfAStream();
    void repeatsNoWriteThatWasRefusedForItsCredential();
    void handsOnWhyThereIsNoCredential();

private:
    std::unique_ptr<support::Authority> m_authority;
};

void HttpCredentialsTest::initTestCase()
{
    m_authority = std::make_unique<support::Authority>();
    QVERIFY(m_authority->isUsable());
}

void HttpCredentialsTest::case45_obtainsOneCredentialForManyRequests()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200, exchange.request().header("Authorization")); });
    auto credentials = std::make_shared<FakeCredentials>();
    credentials->credential.authorization = "Bearer one";
    credentials->isHeld = true;
    http::Client client(securedBy(*m_authority, server), credentials);
    std::vector<std::unique_ptr<Received>> all;
    for (int i = 0; i < 30; ++i)
        all.push_back(std::make_unique<Received>(client, readOf(u"/"_s)));
    QCOMPARE(credentials->obtained, 1);
    QCOMPARE(server.connections(), 0);
    credentials->release();
    for (const auto& one : all) {
        QTRY_VERIFY(one->isDone());
        QVERIFY2(one->succeeded(), one->problem());
        QCOMPARE(one->answer().body, "Bearer one");
    }
    QCOMPARE(credentials->obtained, 1);
}

void HttpCredentialsTest::renewsARefusedCredentialOnce()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) {
        const bool good = exchange.request().header("Authorization") == "Bearer new";
        exchange.reply(good ? 200 : 401, {}, {{"WWW-Authenticate", "Basic realm=\"x\""}});
    });
    auto credentials = std::make_shared<FakeCredentials>();
    credentials->credential.authorization = "Bearer old";
    credentials->next.authorization = "Bearer new";
    credentials->next.generation = 1;
    http::Client client(securedBy(*m_authority, server), credentials);
    std::vector<std::unique_ptr<Received>> all;
    for (int i = 0; i < 5; ++i)
        all.push_back(std::make_unique<Received>(client, readOf(u"/"_s)));
    for (const auto& one : all) {
        QTRY_VERIFY(one->isDone());
        QVERIFY2(one->succeeded(), one->problem());
        QCOMPARE(one->answer().status, 200);
    }
    QCOMPARE(credentials->rejected, 1);
    QCOMPARE(credentials->lastRejected.authorization, "Bearer old");
}

void HttpCredentialsTest::case43_doesNotHammerASourceWhoseCredentialsAreRefused()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(401); });
    auto credentials = std::make_shared<FakeCredentials>();
    credentials->credential.authorization = "Bearer never";
    http::Client client(securedBy(*m_authority, server), credentials);
    http::Limits limits;
    limits.refreshPause = 500ms;
    client.setLimits(limits);
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 10; ++i) {
        Received received(client, readOf(u"/"_s));
        QTRY_VERIFY(received.isDone());
        QVERIFY2(received.succeeded(), received.problem());
        QCOMPARE(received.answer().status, 401);
    }
    const qint64 allowed = 1 + clock.elapsed() / 500;
    QVERIFY2(credentials->rejected >= 1 && credentials->rejected <= allowed, QByteArray::number(credentials->rejected));
    QVERIFY(server.requests().size() <= 10 + allowed);
}

void HttpCredentialsTest::renewsTheCredentialOfAStream()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) {
        if (exchange.request().header("Authorization") == "Bearer new")
            exchange.startChunked();
        else
            exchange.reply(401, "no");
    });
    auto credentials = std::make_shared<FakeCredentials>();
    credentials->credential.authorization = "Bearer old";
    credentials->next.authorization = "Bearer new";
    credentials->next.generation = 1;
    http::Client client(securedBy(*m_authority, server), credentials);
    Followed followed(client, readOf(u"/watch"_s));
    QTRY_COMPARE(followed.status, 200);
    QVERIFY(!followed.refusal);
    QCOMPARE(credentials->rejected, 1);
}

void HttpCredentialsTest::repeatsNoWriteThatWasRefusedForItsCredential()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) {
        exchange.reply(401, "no", {{"WWW-Authenticate", "Basic realm=\"x\""}});
    });
    auto credentials = std::make_shared<FakeCredentials>();
    credentials->credential.authorization = "Bearer old";
    http::Client client(securedBy(*m_authority, server), credentials);
    Received received(client, writeOf("POST", u"/"_s, "{}"));
    QTRY_VERIFY(received.isDone());
    QVERIFY2(received.succeeded(), received.problem());
    QCOMPARE(received.answer().status, 401);
    QCOMPARE(received.answer().body, "no");
    QCOMPARE(server.requests().size(), 1);
}

void HttpCredentialsTest::handsOnWhyThereIsNoCredential()
{
    support::ByteServer server;
    auto credentials = std::make_shared<FakeCredentials>();
    base::Error why;
    why.kind = Kind::Credentials;
    why.message = u"the plugin failed"_s;
    credentials->problem = why;
    http::Client client(securedBy(*m_authority, server), credentials);
    Received received(client, readOf(u"/"_s));
    Followed stream(client, readOf(u"/"_s));
    QTRY_VERIFY(received.isDone() && stream.reason);
    QCOMPARE(received.error(), why);
    QCOMPARE(stream.reason->error(), why);
    QCOMPARE(server.connections(), 0);
}

QTEST_GUILESS_MAIN(HttpCredentialsTest)
#include "tst_httpcredentials.moc"
