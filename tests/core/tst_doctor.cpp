#include "core/flink/doctor.h"

#include "tests/support/credentialfixture.h"
#include "tests/support/fakecluster.h"
#include "tests/support/hygiene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using flink::Doctor;
using flink::DoctorStep;
using Verdict = flink::DoctorStep::Verdict;
using support::PluginFolder;

namespace {

QByteArray status(int code, const QByteArray& reason)
{
    return "{\"kind\":\"Status\",\"status\":\"Failure\",\"message\":\"" + reason + " here\",\"reason\":\"" + reason +
           "\",\"code\":" + QByteArray::number(code) + "}";
}

} // namespace

class DoctorTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();

    void findsNothingWrongWithAHealthyCluster();
    void tellsStepsAsTheyEnd();
    void stopsWhereGoingOnMakesNoSense_data();
    void stopsWhereGoingOnMakesNoSense();
    void showsThePluginsOwnWords();
    void asksBeforeAPluginRuns();
    void judgesWhatTheClusterAnswers_data();
    void judgesWhatTheClusterAnswers();
    void judgesRights_data();
    void judgesRights();
    void writesAReportForTheCommandLine();
    void examinesABareEndpoint();
    void tellsWhatIsWrongWithAnEndpoint_data();
    void tellsWhatIsWrongWithAnEndpoint();
    void diesQuietlyInTheMiddle();

private:
    std::unique_ptr<Doctor> doctor(const QByteArray& user = "{token: t}", const QByteArray& server = {},
                                   const QByteArray& cluster = {});
    void examine(Doctor& doctor) const;
    static DoctorStep step(const Doctor& doctor, const QString& id);

    std::unique_ptr<support::Authority> m_authority;
    std::unique_ptr<support::FakeCluster> m_cluster;
    std::unique_ptr<PluginFolder> m_folder;
    std::shared_ptr<support::Approver> m_approver;
};

void DoctorTest::initTestCase()
{
    support::keepClean();
    qputenv("KUBERC", "off");
    m_authority = std::make_unique<support::Authority>();
    if (!m_authority->isUsable())
        QSKIP("openssl is not installed");
}

void DoctorTest::init()
{
    support::keepClean();
    m_folder = std::make_unique<PluginFolder>();
    m_approver = std::make_shared<support::Approver>();
    m_cluster = std::make_unique<support::FakeCluster>(*m_authority);
    QVERIFY(m_cluster->server.listen());
}

void DoctorTest::cleanup()
{
    m_cluster.reset();
    m_folder.reset();
}

std::unique_ptr<Doctor> DoctorTest::doctor(const QByteArray& user, const QByteArray& server, const QByteArray& cluster)
{
    const QByteArray address = server.isEmpty() ? m_cluster->server.url().toEncoded() : server;
    const QByteArray fields =
        cluster.isEmpty() ? ", certificate-authority-data: " + m_authority->pem().toBase64() : cluster;
    return Doctor::forContext(m_folder->kubeconfig(user, address, fields), u"x"_s, {m_approver});
}

void DoctorTest::examine(Doctor& doctor) const
{
    doctor.start();
    QTRY_VERIFY_WITH_TIMEOUT(doctor.isFinished(), 20'000);
}

DoctorStep DoctorTest::step(const Doctor& doctor, const QString& id)
{
    for (const DoctorStep& one : doctor.steps()) {
        if (one.id == id)
            return one;
    }
    qFatal("no step %s", qPrintable(id));
}

void DoctorTest::findsNothingWrongWithAHealthyCluster()
{
    const auto healthy = doctor();
    for (const DoctorStep& one : healthy->steps())
        QCOMPARE(one.verdict, Verdict::NotReached);
    examine(*healthy);
    QStringList ids;
    for (const DoctorStep& one : healthy->steps()) {
        ids.append(one.id);
        QVERIFY2(one.verdict == Verdict::Ok, qPrintable(one.id + u": "_s + one.message + u'\n' + one.detail));
        QVERIFY(!one.message.isEmpty() && !one.name.isEmpty());
    }
    QCOMPARE(ids.join(u' '), u"kubeconfig dns tcp tls signIn version rights crds operator"_s);
    QCOMPARE(healthy->verdict(), Verdict::Ok);
    QVERIFY(step(*healthy, u"tcp"_s).message.contains(QString::number(m_cluster->server.port())));
    QVERIFY(step(*healthy, u"tls"_s).message.startsWith(u"TLS 1."));
    QVERIFY(step(*healthy, u"signIn"_s).message.contains(u"jane"));
    QVERIFY(step(*healthy, u"version"_s).message.contains(u"v1.33.2"));
    QVERIFY(step(*healthy, u"crds"_s).message.contains(u"flinkdeployments v1beta1"));
    QVERIFY(step(*healthy, u"crds"_s).detail.contains(u"Not installed: flinkbluegreendeployments"));
    QVERIFY(step(*healthy, u"operator"_s).message.contains(u"1.12.1"));
    QVERIFY(step(*healthy, u"rights"_s).detail.contains(u"get services/proxy: yes"));
    // Reads and reviews only: nothing on the server changes.
    for (const support::Recorded& request : m_cluster->server.requests())
        QVERIFY2(request.method == "GET" || request.path.contains(u"selfsubject"), request.bytes);
}

void DoctorTest::tellsStepsAsTheyEnd()
{
    const auto healthy = doctor();
    QSignalSpy started(healthy.get(), &Doctor::stepStarted);
    QSignalSpy ended(healthy.get(), &Doctor::stepFinished);
    healthy->start();
    QCOMPARE(started.size(), 1);
    QVERIFY(ended.isEmpty());
    healthy->start(); // a second click changes nothing
    QTRY_VERIFY(healthy->isFinished());
    QCOMPARE(started.size(), healthy->steps().size());
    QCOMPARE(ended.size(), healthy->steps().size());
    for (int i = 0; i < ended.size(); ++i)
        QCOMPARE(ended.at(i).first().toInt(), i);
}

void DoctorTest::stopsWhereGoingOnMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<QByteArray>("cluster");
    QTest::addColumn<QString>("failing");

    const QByteArray token = "{token: t}";
    QTest::newRow("settings") << QByteArray("{token: t, username: u}") << QByteArray() << QByteArray()
                              << u"kubeconfig"_s;
    QTest::newRow("name") << token << QByteArray("https://no-such-host.invalid") << QByteArray() << u"dns"_s;
    QTest::newRow("nobody listens") << token << QByteArray("https://127.0.0.1:1") << QByteArray() << u"tcp"_s;
    QTest::newRow("unknown authority") << token << QByteArray() << QByteArray(", tls-server-name: ''") << u"tls"_s;
    QTest::newRow("missing plugin") << PluginFolder::execUser("nowhere") << QByteArray() << QByteArray() << u"signIn"_s;
}

void DoctorTest::stopsWhereGoingOnMakesNoSense()
{
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, server);
    QFETCH(QByteArray, cluster);
    QFETCH(QString, failing);

    const auto ill = doctor(user, server, cluster);
    examine(*ill);
    QCOMPARE(ill->verdict(), Verdict::Failed);
    bool reached = true;
    for (const DoctorStep& one : ill->steps()) {
        if (one.id == failing) {
            QVERIFY2(one.verdict == Verdict::Failed, qPrintable(one.message));
            QVERIFY(!one.message.isEmpty());
            reached = false;
        } else {
            QVERIFY2(one.verdict == (reached ? Verdict::Ok : Verdict::NotReached),
                     qPrintable(one.id + u": "_s + one.message));
        }
    }
    QVERIFY(!reached);
}

void DoctorTest::showsThePluginsOwnWords()
{
    m_folder->script(u"plugin"_s, "printf 'Your \\033[1msession\\033[0m has ended.\\nRun: login now\\n' >&2; exit 7");
    const auto ill = doctor(PluginFolder::execUser("plugin"));
    examine(*ill);
    const DoctorStep signIn = step(*ill, u"signIn"_s);
    QCOMPARE(signIn.verdict, Verdict::Failed);
    QVERIFY(signIn.message.contains(u"exit code 7"));
    QVERIFY2(signIn.detail.contains(u"has ended.\nRun: login now"), qPrintable(signIn.detail));
    QVERIFY(!signIn.detail.contains(QChar(0x1b)));
}

void DoctorTest::asksBeforeAPluginRuns()
{
    m_folder->script(u"plugin"_s, PluginFolder::printToken("t"));
    m_approver->answer = support::Approver::Answer::No;
    const auto refused = doctor(PluginFolder::execUser("plugin"));
    examine(*refused);
    QCOMPARE(step(*refused, u"signIn"_s).verdict, Verdict::Failed);
    QCOMPARE(m_folder->runs(), 0);

    m_approver->answer = support::Approver::Answer::Yes;
    const auto allowed = doctor(PluginFolder::execUser("plugin"));
    examine(*allowed);
    QCOMPARE(step(*allowed, u"signIn"_s).verdict, Verdict::Ok);
    QCOMPARE(m_folder->runs(), 1);
}

void DoctorTest::judgesWhatTheClusterAnswers_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("id");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("word");

    const QString who = u"/apis/authentication.k8s.io/v1/selfsubjectreviews"_s;
    QTest::newRow("credentials refused") << who << 401 << status(401, "Unauthorized") << u"signIn"_s << Verdict::Failed
                                         << QString();
    QTest::newRow("anonymous") << who << 201 << QByteArray(R"({"status":{"userInfo":{"username":"system:anonymous"}}})")
                               << u"signIn"_s << Verdict::Warning << u"No credentials"_s;
    QTest::newRow("before 1.28") << who << 404 << QByteArray("404 page not found") << u"signIn"_s << Verdict::Ok
                                 << u"takes the credentials"_s;
    QTest::newRow("who am I forbidden") << who << 403 << status(403, "Forbidden") << u"signIn"_s << Verdict::Ok
                                        << u"takes the credentials"_s;
    QTest::newRow("hostile name") << who << 201
                                  << QByteArray("{\"status\":{\"userInfo\":{\"username\":\"a\\u202eb\"}}}")
                                  << u"signIn"_s << Verdict::Ok << u"U+202E"_s;
    QTest::newRow("version hidden") << u"/version"_s << 403 << status(403, "Forbidden") << u"version"_s
                                    << Verdict::Unknown << QString();
    QTest::newRow("version broken") << u"/version"_s << 500 << QByteArray("oops") << u"version"_s << Verdict::Failed
                                    << u"500"_s;
    QTest::newRow("no operator resources")
        << u"/apis"_s << 200 << QByteArray(R"({"kind":"APIGroupDiscoveryList","items":[]})") << u"crds"_s
        << Verdict::Failed << u"not installed"_s;
    QTest::newRow("operator hidden") << u"/apis/apps/v1/deployments"_s << 403 << status(403, "Forbidden")
                                     << u"operator"_s << Verdict::Unknown << QString();
    QTest::newRow("operator missing") << u"/apis/apps/v1/deployments"_s << 200 << QByteArray(R"({"items":[]})")
                                      << u"operator"_s << Verdict::Unknown << u"label"_s;
}

void DoctorTest::judgesWhatTheClusterAnswers()
{
    QFETCH(QString, path);
    QFETCH(int, code);
    QFETCH(QByteArray, body);
    QFETCH(QString, id);
    QFETCH(Verdict, verdict);
    QFETCH(QString, word);

    m_cluster->reply(path, code, body);
    const auto examined = doctor();
    examine(*examined);
    const DoctorStep judged = step(*examined, id);
    QVERIFY2(judged.verdict == verdict && judged.message.contains(word) && !judged.message.isEmpty(),
             qPrintable(judged.message));
    const bool stops = id == u"signIn" && verdict == Verdict::Failed;
    QCOMPARE(examined->steps().last().verdict == Verdict::NotReached, stops);
}

void DoctorTest::judgesRights_data()
{
    QTest::addColumn<QStringList>("denied");
    QTest::addColumn<QString>("allowedIn");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("word");

    QTest::newRow("reader") << QStringList{u"patch flinkdeployments"_s} << QString() << Verdict::Warning
                            << u"patch flinkdeployments"_s;
    QTest::newRow("blind") << QStringList{u"list flinkdeployments"_s} << QString() << Verdict::Failed
                           << u"may not see"_s;
    QTest::newRow("one namespace") << QStringList{u"list flinkdeployments"_s, u"watch flinkdeployments"_s}
                                   << u"default"_s << Verdict::Ok << u"only in the namespace default"_s;
}

void DoctorTest::judgesRights()
{
    QFETCH(QStringList, denied);
    QFETCH(QString, allowedIn);
    QFETCH(Verdict, verdict);
    QFETCH(QString, word);

    m_cluster->denied = denied;
    m_cluster->allowedIn = allowedIn;
    const auto examined = doctor();
    examine(*examined);
    const DoctorStep rights = step(*examined, u"rights"_s);
    QVERIFY2(rights.verdict == verdict && rights.message.contains(word), qPrintable(rights.message));
    QCOMPARE(rights.detail.split(u'\n').size(), 13);
    QVERIFY(step(*examined, u"operator"_s).verdict == Verdict::Ok);
}

void DoctorTest::writesAReportForTheCommandLine()
{
    const auto ill = doctor("{token: secret-token}", "https://127.0.0.1:1");
    examine(*ill);
    const QJsonObject report = ill->toJson();
    QCOMPARE(report[u"kind"].toString(), u"DoctorReport"_s);
    QCOMPARE(report[u"context"].toString(), u"x"_s);
    QCOMPARE(report[u"items"].toArray().size(), 9);
    const QJsonObject tcp = report[u"items"][2].toObject();
    QCOMPARE(tcp[u"id"].toString(), u"tcp"_s);
    QCOMPARE(tcp[u"verdict"].toString(), u"failed"_s);
    QVERIFY(tcp[u"durationMs"].isDouble() && !tcp[u"message"].toString().isEmpty() && tcp.contains(u"detail"));
    QCOMPARE(report[u"items"][8][u"verdict"].toString(), u"notReached"_s);
    QVERIFY(report[u"warnings"].isArray());
    QVERIFY(!QJsonDocument(report).toJson().contains("secret-token"));
}

void DoctorTest::examinesABareEndpoint()
{
    support::ByteServer server;
    server.onRequest([](support::Exchange& exchange) {
        exchange.replyJson(200,
                           R"({"taskmanagers":2,"slots-total":4,"slots-available":1,"jobs-running":1,"jobs-finished":0,
            "jobs-cancelled":0,"jobs-failed":0,"flink-version":"1.20.1","flink-commit":"abc"})");
    });
    QVERIFY(server.listen());
    flink::Endpoint endpoint;
    endpoint.address = server.url().toString();
    const auto examined = Doctor::forEndpoint(endpoint);
    examine(*examined);
    QStringList ids;
    for (const DoctorStep& one : examined->steps()) {
        ids.append(one.id);
        QVERIFY2(one.verdict == Verdict::Ok, qPrintable(one.id + u": "_s + one.message));
    }
    QCOMPARE(ids.join(u' '), u"address dns tcp tls rest"_s);
    QVERIFY(step(*examined, u"rest"_s).message.contains(u"Flink 1.20.1"));
    QCOMPARE(examined->toJson()[u"context"].toString(), endpoint.address);
}

void DoctorTest::tellsWhatIsWrongWithAnEndpoint_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("failing");
    QTest::newRow("no address") << u"ftp://nowhere"_s << u"address"_s;
    QTest::newRow("no name") << u"http://no-such-host.invalid"_s << u"dns"_s;
    QTest::newRow("nobody listens") << u"http://127.0.0.1:1"_s << u"tcp"_s;
    QTest::newRow("not Flink") << QString() << u"rest"_s;
}

void DoctorTest::tellsWhatIsWrongWithAnEndpoint()
{
    QFETCH(QString, address);
    QFETCH(QString, failing);

    support::ByteServer server;
    server.onRequest([](support::Exchange& exchange) { exchange.reply(200, "<html>Welcome</html>"); });
    QVERIFY(server.listen());
    flink::Endpoint endpoint;
    endpoint.address = address.isEmpty() ? server.url().toString() : address;
    const auto examined = Doctor::forEndpoint(endpoint);
    examine(*examined);
    QVERIFY2(step(*examined, failing).verdict == Verdict::Failed, qPrintable(step(*examined, failing).message));
    QCOMPARE(examined->steps().last().verdict, failing == u"rest" ? Verdict::Failed : Verdict::NotReached);
}

void DoctorTest::diesQuietlyInTheMiddle()
{
    auto examined = doctor();
    QSignalSpy ended(examined.get(), &Doctor::stepFinished);
    examined->start();
    QTRY_VERIFY(ended.size() >= 4);
    examined.reset();
    const auto other = doctor();
    examine(*other);
    QCOMPARE(other->verdict(), Verdict::Ok);
}

QTEST_GUILESS_MAIN(DoctorTest)
#include "tst_doctor.moc"
