#include "core/sim/api/api.h"
#include "core/sim/api/host.h"

#include "tests/support/hygiene.h"
#include "tests/support/sim/wireclient.h"

#include <QJsonDocument>
#include <QNetworkInterface>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::WireClient;

namespace {

const QByteArray maps = "/api/v1/namespaces/default/configmaps";

/// The status codes of the answers in what was heard.
QByteArrayList statusesIn(const QByteArray& heard)
{
    QByteArrayList statuses;
    for (qsizetype at = heard.indexOf("HTTP/1.1 "); at >= 0; at = heard.indexOf("HTTP/1.1 ", at + 1))
        statuses += heard.mid(at + 9, 3);
    return statuses;
}

QJsonObject bodyIn(const QByteArray& heard)
{
    return QJsonDocument::fromJson(heard.mid(heard.indexOf("\r\n\r\n") + 4)).object();
}

} // namespace

/// The whole practice cluster under requests that nobody who means well would send.
class SimHostileTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanup();

    void listensOnLoopbackOnly();
    void letsNobodySmuggleARequest_data();
    void letsNobodySmuggleARequest();
    void knowsNoWrongToken_data();
    void knowsNoWrongToken();
    void leadsNoPathAroundTheRights_data();
    void leadsNoPathAroundTheRights();
    void survivesOddPaths_data();
    void survivesOddPaths();
    void survivesHugeSelectors_data();
    void survivesHugeSelectors();
    void refusesBodiesThatAreTooDeep_data();
    void refusesBodiesThatAreTooDeep();
    void closesIdleConnections();

private:
    QByteArray tell(const QByteArray& bytes, const QByteArray& end = {});
    QByteArray get(const QByteArray& target, const QByteArray& token);
    QByteArray post(const QByteArray& target, const QByteArray& body, const QByteArray& type);
    QByteArray authorization(const QByteArray& token) const
    {
        return token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n";
    }

    std::unique_ptr<sim::Host> m_host;
    int m_port = 0;
};

void SimHostileTest::initTestCase()
{
    support::keepClean();
    sim::HostOptions options;
    options.limits.idle = 1s;
    m_host = std::make_unique<sim::Host>(options, [](sim::World& world, sim::Api&) {
        const QJsonObject metadata{{u"name"_s, u"hidden"_s}, {u"namespace"_s, u"default"_s}};
        (void)world.objects.create(sim::type::secrets,
                                   {{u"metadata"_s, metadata}, {u"data"_s, QJsonObject{{u"key"_s, u"Y2xvc2Vk"_s}}}});
    });
    QVERIFY2(m_host->problem().isEmpty(), qPrintable(m_host->problem()));
    m_port = m_host->server().section(u':', -1).toInt();
}

void SimHostileTest::cleanup()
{
    // Whatever was sent, it goes on to serve.
    QCOMPARE(statusesIn(get("/livez", m_host->adminToken())), QByteArrayList{"200"});
}

QByteArray SimHostileTest::tell(const QByteArray& bytes, const QByteArray& end)
{
    WireClient client(m_host->authority(), m_port);
    client.say(bytes);
    return client.hear(end);
}

QByteArray SimHostileTest::get(const QByteArray& target, const QByteArray& token)
{
    return tell("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + authorization(token) + "\r\n");
}

QByteArray SimHostileTest::post(const QByteArray& target, const QByteArray& body, const QByteArray& type)
{
    return tell("POST " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" +
                authorization(m_host->adminToken()) + "Content-Type: " + type +
                "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void SimHostileTest::listensOnLoopbackOnly()
{
    QList<QHostAddress> others{QHostAddress(u"127.0.0.2"_s), QHostAddress(QHostAddress::LocalHostIPv6)};
    const auto own = QNetworkInterface::allAddresses();
    for (const auto& address : own) {
        if (!address.isLoopback() && address.protocol() == QAbstractSocket::IPv4Protocol)
            others += address;
    }
    for (const auto& address : others) {
        QTcpSocket socket;
        socket.connectToHost(address, quint16(m_port));
        QVERIFY2(!socket.waitForConnected(2000), qPrintable(address.toString()));
    }
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(m_port));
    QVERIFY(socket.waitForConnected(2000));
}

void SimHostileTest::letsNobodySmuggleARequest_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    const QByteArray second = "GET /version HTTP/1.1\r\nHost: x\r\n\r\n";
    QTest::newRow("two ways to say how long")
        << QByteArray("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") << "0\r\n\r\n" + second;
    QTest::newRow("the other way round") << QByteArray("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n")
                                         << "0\r\n\r\n" + second;
    QTest::newRow("two lengths") << QByteArray("Content-Length: 0\r\nContent-Length: 40\r\n") << second;
    QTest::newRow("a list of lengths") << QByteArray("Content-Length: 0, 40\r\n") << second;
    QTest::newRow("a negative length") << QByteArray("Content-Length: -1\r\n") << second;
    QTest::newRow("a length that is none") << QByteArray("Content-Length: 0x0\r\n") << second;
    QTest::newRow("a length beyond all numbers") << QByteArray("Content-Length: 99999999999999999999\r\n") << second;
    QTest::newRow("a blank before the colon") << QByteArray("Content-Length : 0\r\n") << second;
    QTest::newRow("a chunk beyond all numbers")
        << QByteArray("Transfer-Encoding: chunked\r\n") << "fffffffffffffffff\r\n" + second;
    QTest::newRow("a chunk that is none") << QByteArray("Transfer-Encoding: chunked\r\n") << "zz\r\n" + second;
    QTest::newRow("another encoding") << QByteArray("Transfer-Encoding: xchunked\r\n") << second;
    QTest::newRow("chunks inside another encoding") << QByteArray("Transfer-Encoding: chunked, identity\r\n") << second;
    QTest::newRow("chunks, twice") << QByteArray("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n")
                                   << "0\r\n\r\n" + second;
    QTest::newRow("a line without its return") << QByteArray("X: y\n") << second;
    QTest::newRow("a zero in a header") << QByteArray("X: a\0b\r\n", 8) << second;
}

void SimHostileTest::letsNobodySmuggleARequest()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, body);
    const auto heard =
        tell("POST " + maps + " HTTP/1.1\r\nHost: x\r\n" + authorization(m_host->adminToken()) + head + "\r\n" + body);
    const auto statuses = statusesIn(heard);
    QVERIFY2(statuses.size() <= 1, heard.constData());
    QVERIFY2(statuses.isEmpty() || statuses.first() == "400" || statuses.first() == "413" || statuses.first() == "501",
             heard.constData());
    QVERIFY(!heard.contains("gitVersion"));
}

void SimHostileTest::knowsNoWrongToken_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("another") << QByteArray("Authorization: Bearer wrong\r\n");
    QTest::newRow("almost") << "Authorization: Bearer " + m_host->adminToken().chopped(1) + "\r\n";
    QTest::newRow("long") << "Authorization: Bearer " + QByteArray(30'000, 'x') + "\r\n";
    QTest::newRow("a name and a password") << QByteArray("Authorization: Basic YWRtaW46YWRtaW4=\r\n");
}

void SimHostileTest::knowsNoWrongToken()
{
    QFETCH(const QByteArray, line);
    const auto heard = tell("GET " + maps + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + line + "\r\n");
    const QJsonObject expected{{u"kind"_s, u"Status"_s},
                               {u"apiVersion"_s, u"v1"_s},
                               {u"metadata"_s, QJsonObject()},
                               {u"status"_s, u"Failure"_s},
                               {u"message"_s, u"Unauthorized"_s},
                               {u"reason"_s, u"Unauthorized"_s},
                               {u"code"_s, 401}};
    // Whoever names himself by a password is nobody in particular: that is for the rights to refuse.
    if (line.contains("Basic"))
        QCOMPARE(statusesIn(heard), QByteArrayList{"403"});
    else
        QCOMPARE(bodyIn(heard), expected);
}

void SimHostileTest::leadsNoPathAroundTheRights_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("straight") << QByteArray("/api/v1/namespaces/default/secrets/hidden");
    QTest::newRow("twice the slash") << QByteArray("//api//v1/namespaces/default//secrets/hidden");
    QTest::newRow("up") << QByteArray("/api/v1/namespaces/default/pods/../secrets/hidden");
    QTest::newRow("up, encoded") << QByteArray("/api/v1/namespaces/default/pods/%2e%2e/secrets/hidden");
    QTest::newRow("slashes, encoded") << QByteArray("/api/v1/namespaces/default/pods%2F..%2Fsecrets%2Fhidden");
    QTest::newRow("from a page for all") << QByteArray("/version/../api/v1/namespaces/default/secrets/hidden");
    QTest::newRow("through a proxy") << QByteArray(
        "/api/v1/namespaces/default/services/x/proxy/../../../secrets/hidden");
    QTest::newRow("a final slash") << QByteArray("/api/v1/namespaces/default/secrets/hidden/");
    QTest::newRow("as a list") << QByteArray("/api/v1/secrets?fieldSelector=metadata.name%3Dhidden");
    QTest::newRow("as a watch") << QByteArray("/api/v1/secrets?watch=true&timeoutSeconds=1");
    QTest::newRow("the whole address") << QByteArray("http://x/api/v1/namespaces/default/secrets/hidden");
}

void SimHostileTest::leadsNoPathAroundTheRights()
{
    QFETCH(const QByteArray, target);
    const auto heard = get(target, m_host->contexts().last().token);
    const auto statuses = statusesIn(heard);
    QCOMPARE(statuses.size(), 1);
    QVERIFY2(statuses.first() == "403" || statuses.first() == "404" || statuses.first() == "400", heard.constData());
    QVERIFY(!heard.contains("Y2xvc2Vk"));
    // And there it is, for who may.
    if (target.startsWith("/api/v1/namespaces/default/secrets"))
        QVERIFY(get("/api/v1/namespaces/default/secrets/hidden", m_host->adminToken()).contains("Y2xvc2Vk"));
}

void SimHostileTest::survivesOddPaths_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("a zero") << QByteArray("/api/v1/namespaces/default/configmaps/%00");
    QTest::newRow("no UTF-8") << QByteArray("/api/v1/namespaces/default/configmaps/%ff%fe");
    QTest::newRow("half an escape") << QByteArray("/api/v1/namespaces/default/configmaps/%2");
    QTest::newRow("a star") << QByteArray("*");
    QTest::newRow("no slash") << QByteArray("api");
    QTest::newRow("a file") << QByteArray("/../../../../etc/passwd");
    QTest::newRow("a document that is none") << QByteArray("/openapi/v3/../../etc/passwd");
    QTest::newRow("ten thousand steps") << QByteArray("/a").repeated(10'000);
    QTest::newRow("ten thousand parameters") << "/api/v1/pods?" + QByteArray("a=b&").repeated(10'000);
}

void SimHostileTest::survivesOddPaths()
{
    QFETCH(const QByteArray, target);
    const auto heard = get(target, m_host->adminToken());
    const auto statuses = statusesIn(heard);
    QCOMPARE(statuses.size(), 1);
    QVERIFY(!heard.contains("root:"));
    QVERIFY2(statuses.first().startsWith('4') || target.startsWith("/api/v1/pods"), heard.constData());
}

void SimHostileTest::survivesHugeSelectors_data()
{
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QByteArrayList>("allowed");
    QTest::newRow("many labels") << "labelSelector=" + QByteArray("a%3Db,").repeated(8'000).chopped(1)
                                 << QByteArrayList{"200"};
    QTest::newRow("many values") << "labelSelector=a+in+(" + QByteArray("b,").repeated(25'000) + "c)"
                                 << QByteArrayList{"200"};
    QTest::newRow("many brackets") << "labelSelector=" + QByteArray(50'000, '(') << QByteArrayList{"400"};
    QTest::newRow("many fields") << "fieldSelector=" + QByteArray("metadata.name%3Db,").repeated(2'000)
                                 << QByteArrayList{"200"};
    QTest::newRow("a long token") << "limit=1&continue=" + QByteArray(50'000, 'A') << QByteArrayList{"400"};
    QTest::newRow("a long number") << "limit=" + QByteArray(50'000, '9') << QByteArrayList{"400"};
    QTest::newRow("more than the headers may hold")
        << "labelSelector=" + QByteArray(100'000, 'a') << QByteArrayList{"431"};
}

void SimHostileTest::survivesHugeSelectors()
{
    QFETCH(const QByteArray, parameter);
    QFETCH(const QByteArrayList, allowed);
    QElapsedTimer timer;
    timer.start();
    const auto heard = get(maps + '?' + parameter, m_host->adminToken());
    QCOMPARE(statusesIn(heard), allowed);
    QVERIFY(timer.elapsed() < 5'000);
}

void SimHostileTest::refusesBodiesThatAreTooDeep_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("arrays") << QByteArray(1'000'000, '[') << QByteArray("application/json");
    QTest::newRow("objects") << QByteArray("{\"a\":").repeated(200'000) << QByteArray("application/json");
    QTest::newRow("whole objects") << QByteArray("{\"a\":").repeated(5'000) + '1' + QByteArray(5'000, '}')
                                   << QByteArray("application/json");
    QTest::newRow("YAML") << QByteArray(100'000, '[') << QByteArray("application/yaml");
    QTest::newRow("YAML that repeats itself")
        << QByteArray("a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c "
                      "[*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e "
                      "[*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: "
                      "[*f,*f,*f,*f,*f,*f,*f,*f,*f]\n")
        << QByteArray("application/yaml");
    QTest::newRow("protobuf") << "k8s" + QByteArray(1, '\0') + QByteArray(100'000, '\x12')
                              << QByteArray("application/vnd.kubernetes.protobuf");
}

void SimHostileTest::refusesBodiesThatAreTooDeep()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    QElapsedTimer timer;
    timer.start();
    const auto statuses = statusesIn(post(maps, body, type));
    QCOMPARE(statuses.size(), 1);
    QVERIFY2(statuses.first() == "400" || statuses.first() == "415" || statuses.first() == "422",
             statuses.first().constData());
    QVERIFY(timer.elapsed() < 5'000);
}

void SimHostileTest::closesIdleConnections()
{
    WireClient silent(m_host->authority(), m_port);
    QVERIFY(silent.isReady());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(silent.isClosed());
    QVERIFY(timer.elapsed() < 4'500);
    // So is one that has asked and has nothing more to say.
    WireClient done(m_host->authority(), m_port);
    done.say("GET /livez HTTP/1.1\r\nHost: x\r\n" + authorization(m_host->adminToken()) + "\r\n");
    QVERIFY(done.hear("ok").endsWith("ok"));
    QVERIFY(done.isClosed());
}

QTEST_GUILESS_MAIN(SimHostileTest)
#include "tst_simhostile.moc"
