#pragma once

#include "tests/support/byteserver.h"
#include "tests/support/certificates.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>

namespace support {

using namespace Qt::StringLiterals;

inline const QString job = u"87c67fdf93b515b347e2de50360963b2"_s;
inline const QString deployments = u"/apis/flink.apache.org/v1beta1/namespaces/default/flinkdeployments"_s;
inline const QString proxy = u"/api/v1/namespaces/default/services/orders-rest:rest/proxy"_s;

struct Outcome
{
    int code = -1;
    QByteArray out, err;

    QJsonObject json() const
    {
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(out, &problem);
        if (!document.isObject())
            qFatal("no JSON: %s (%s) %s", out.constData(), qPrintable(problem.errorString()), err.constData());
        return document.object();
    }
};

inline QByteArray listOf(const QList<QByteArray>& items)
{
    return R"({"apiVersion":"v1","kind":"List","metadata":{"resourceVersion":"7"},"items":[)" + items.join(',') + "]}";
}

inline QByteArray status(int code, const QByteArray& reason, const QByteArray& message)
{
    return R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":")" + reason + R"(","message":")" +
           message + R"(","code":)" + QByteArray::number(code) + '}';
}

/// The keys an object must have; the others are additions.
inline QStringList missingKeys(const QJsonObject& object, const QStringList& keys)
{
    QStringList missing;
    for (const QString& key : keys) {
        if (!object.contains(key))
            missing.append(key);
    }
    return missing;
}

/// Runs the real dreyctl against a server in this process.
class DreyctlTest : public QObject
{
protected:
    /// A fresh server and kubeconfig: the first thing in init().
    void begin();
    /// Of a user with a home of its own.
    QProcessEnvironment environment() const;
    Outcome run(const QStringList& arguments, const QProcessEnvironment& extra = {}, const QByteArray& input = {});
    Outcome endpoint(const QStringList& arguments)
    {
        return run(arguments + QStringList{u"--endpoint"_s, m_server->url().toString()});
    }
    void serve(const QString& path, const QByteArray& body, int code = 200) { m_answers[path] = {code, body}; }
    void serveFlink(const QString& prefix);
    void serveOverTls();
    void answerRequests();
    void writeKubeconfig(const QByteArray& user = "{}", const QByteArray& more = {});
    QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<ByteServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::map<QString, std::pair<int, QByteArray>> m_answers;
    QByteArray m_warning; ///< a header of each answer; empty: none
    QByteArray m_trust;   ///< the rest of the kubeconfig's cluster
};

inline void DreyctlTest::begin()
{
    keepClean();
    m_answers.clear();
    m_trust.clear();
    m_warning.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_server = std::make_unique<ByteServer>();
    answerRequests();
    QVERIFY(m_server->listen());
    writeKubeconfig();
}

/// Credentials leave over https only, so plugins run for https only.
inline void DreyctlTest::serveOverTls()
{
    const Authority authority;
    QVERIFY(authority.isUsable());
    m_server = std::make_unique<ByteServer>();
    m_server->useTls(authority.issue().serverTls());
    answerRequests();
    QVERIFY(m_server->listen());
    m_trust = ", certificate-authority-data: " + authority.pem().toBase64();
}

inline void DreyctlTest::answerRequests()
{
    m_server->onRequest([this](Exchange& exchange) {
        const auto found = m_answers.find(QUrl::fromPercentEncoding(exchange.path().toLatin1()));
        Exchange::Headers headers{{"Content-Type", "application/json"}};
        if (!m_warning.isEmpty())
            headers.append({"Warning", m_warning});
        if (found == m_answers.end())
            exchange.reply(404, status(404, "NotFound", "nothing here"), headers);
        else
            exchange.reply(found->second.first, found->second.second, headers);
    });
}

inline void DreyctlTest::writeKubeconfig(const QByteArray& user, const QByteArray& more)
{
    QFile file(path(u"config"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    file.write("apiVersion: v1\nkind: Config\ncurrent-context: here\nclusters:\n- name: c\n  cluster: {server: \"" +
               m_server->url().toString().toUtf8() + '"' + m_trust + "}\nusers:\n- name: u\n  user: " + user +
               "\ncontexts:\n- name: here\n  context: {cluster: c, user: u}\n" + more);
}

inline void DreyctlTest::serveFlink(const QString& prefix)
{
    const auto add = [&](const QString& way, const QString& name) {
        serve(prefix + way, recording(u"rest/1.20/"_s + name));
    };
    add(u"/overview"_s, u"overview"_s);
    add(u"/jobs/overview"_s, u"jobs-overview"_s);
    add(u"/jobs/"_s + job, u"job"_s);
    add(u"/jobs/%1/checkpoints"_s.arg(job), u"job-checkpoints"_s);
    add(u"/jobs/%1/checkpoints/config"_s.arg(job), u"job-checkpoints-config"_s);
    add(u"/jobs/%1/exceptions"_s.arg(job), u"job-exceptions"_s);
    serve(prefix + u"/jobs/%1/metrics"_s.arg(job), R"([{"id":"numRestarts","value":"2"}])");
}

inline QProcessEnvironment DreyctlTest::environment() const
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"HOME"_s, m_folder->path());
    environment.insert(u"XDG_CONFIG_HOME"_s, path(u"settings"_s));
    environment.insert(u"KUBECONFIG"_s, path(u"config"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
    return environment;
}

inline Outcome DreyctlTest::run(const QStringList& arguments, const QProcessEnvironment& extra, const QByteArray& input)
{
    QProcessEnvironment environment = this->environment();
    environment.insert(extra);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(DREYCTL), arguments);
    process.write(input);
    process.closeWriteChannel(); // stdin is no terminal
    // The server answers from this thread: the event loop must run.
    const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 30'000);
    Outcome outcome;
    outcome.code = ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

} // namespace support
