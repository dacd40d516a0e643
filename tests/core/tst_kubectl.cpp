#include "core/kube/kubeconfig.h"

#include "tests/support/hygiene.h"
#include "tests/support/kubeconfigfixture.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using kube::Kubeconfig;

namespace {

QStringList effectiveLines(const QString& label, const QStringList& values)
{
    const bool empty = values.join(QString()).isEmpty();
    return empty ? QStringList() : QStringList{label + u'=' + values.join(u'|')};
}

/// Both sides brought to the same lines: ours.
QStringList linesOf(const Kubeconfig& config)
{
    QStringList lines{u"current="_s + config.currentContext};
    for (const auto& c : config.contexts)
        lines += u"context "_s + c.name + u'=' + QStringList{c.cluster, c.user, c.nameSpace}.join(u'|');
    for (const auto& c : config.clusters) {
        lines += u"cluster "_s + c.name + u'=' +
                 QStringList{c.server,
                             c.tlsServerName,
                             c.certificateAuthority,
                             QString::fromLatin1(c.certificateAuthorityData.toBase64()),
                             c.proxyUrl,
                             c.insecureSkipTlsVerify ? u"insecure"_s : QString()}
                     .join(u'|');
    }
    for (const auto& u : config.users) {
        lines += u"user "_s + u.name + u'=' +
                 QStringList{u.clientCertificate,
                             u.clientKey,
                             u.token,
                             u.tokenFile,
                             u.username,
                             u.password,
                             u.impersonate,
                             u.impersonateGroups.join(u','),
                             u.impersonateExtra.value(u"k"_s).join(u',')}
                     .join(u'|');
        if (u.exec) {
            const auto pair = u.exec->environment.value(0);
            lines += effectiveLines(u"exec "_s + u.name, {u.exec->command, u.exec->arguments.join(u','),
                                                          u.exec->apiVersion, pair.first, pair.second});
        }
    }
    lines.sort();
    return lines;
}

QString absolute(const QJsonValue& path, const QString& folder)
{
    const QString text = path.toString();
    return text.isEmpty() || text.startsWith(u'/') ? text : QDir::cleanPath(folder + u'/' + text);
}

QString joined(const QJsonValue& list)
{
    return list.toVariant().toStringList().join(u',');
}

/// And kubectl's.
QStringList linesOf(const QJsonObject& config, const QString& folder)
{
    QStringList lines{u"current="_s + config[u"current-context"].toString()};
    const auto each = [&](const char16_t* list, auto&& line) {
        const QJsonArray entries = config[QStringView(list)].toArray();
        for (const QJsonValue& entry : entries)
            line(entry[u"name"].toString(), entry);
    };
    each(u"contexts", [&](const QString& name, const QJsonValue& e) {
        const QJsonValue c = e[u"context"];
        lines += u"context "_s + name + u'=' +
                 QStringList{c[u"cluster"].toString(), c[u"user"].toString(), c[u"namespace"].toString()}.join(u'|');
    });
    each(u"clusters", [&](const QString& name, const QJsonValue& e) {
        const QJsonValue c = e[u"cluster"];
        lines += u"cluster "_s + name + u'=' +
                 QStringList{c[u"server"].toString(),
                             c[u"tls-server-name"].toString(),
                             absolute(c[u"certificate-authority"], folder),
                             c[u"certificate-authority-data"].toString(),
                             c[u"proxy-url"].toString(),
                             c[u"insecure-skip-tls-verify"].toBool() ? u"insecure"_s : QString()}
                     .join(u'|');
    });
    each(u"users", [&](const QString& name, const QJsonValue& e) {
        const QJsonValue u = e[u"user"];
        lines += u"user "_s + name + u'=' +
                 QStringList{absolute(u[u"client-certificate"], folder),
                             absolute(u[u"client-key"], folder),
                             u[u"token"].toString(),
                             absolute(u[u"tokenFile"], folder),
                             u[u"username"].toString(),
                             u[u"password"].toString(),
                             u[u"as"].toString(),
                             joined(u[u"as-groups"]),
                             joined(u[u"as-user-extra"][u"k"])}
                     .join(u'|');
        const QJsonValue x = u[u"exec"];
        if (x.isObject()) {
            lines += effectiveLines(u"exec "_s + name,
                                    {absolute(x[u"command"], folder), joined(x[u"args"]), x[u"apiVersion"].toString(),
                                     x[u"env"][0][u"name"].toString(), x[u"env"][0][u"value"].toString()});
        }
    });
    lines.sort();
    return lines;
}

} // namespace

/// What we read is what kubectl reads.
class KubectlTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        support::keepClean();
        m_folder = std::make_unique<support::KubeconfigFolder>();
    }
    void cleanup() { m_folder.reset(); }

    void case85_agreesWithKubectl_data();
    void case85_agreesWithKubectl();

private:
    std::unique_ptr<support::KubeconfigFolder> m_folder;
};

void KubectlTest::case85_agreesWithKubectl_data()
{
    QTest::addColumn<QByteArrayList>("files");

    const QByteArray rich = R"(apiVersion: v1
kind: Config
current-context: x
clusters:
- {name: c, cluster: {server: 'https://h/p', tls-server-name: inner, certificate-authority: pki/ca.pem, proxy-url: 'http://p:1'}}
- {name: d, cluster: {server: 'https://d', insecure-skip-tls-verify: true, certificate-authority-data: aGVsbG8=}}
users:
- {name: u, user: {client-certificate: c.pem, client-key: /k.pem, tokenFile: sub/t, as: o, as-groups: [g], as-user-extra: {k: [v]}}}
- {name: e, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: ./bin/x, args: [a], env: [{name: A, value: B}],
    interactiveMode: Never, provideClusterInfo: true}}}
- {name: p, user: {username: a, password: b}}
contexts:
- {name: x, context: {cluster: c, user: u, namespace: ns}}
- {name: second, context: {cluster: d, user: e}}
)";
    QTest::newRow("one file") << QByteArrayList{rich};
    QTest::newRow("empty file") << QByteArrayList{""};
    QTest::newRow("without apiVersion") << QByteArrayList{rich.mid(rich.indexOf("current"))};
    QTest::newRow("byte order mark and CRLF")
        << QByteArrayList{"\xEF\xBB\xBF" + QByteArray(rich).replace('\n', "\r\n")};
    QTest::newRow("first file wins") << QByteArrayList{"current-context: ''\nusers: [{name: u, user: {token: t}}]\n",
                                                       rich};
    QTest::newRow("three files") << QByteArrayList{"users: [{name: z, user: {token: t}}]\n", rich,
                                                   "current-context: late\nusers: [{name: q, user: {token: s}}]\n"};
    QTest::newRow("null parts") << QByteArrayList{"clusters: null\nusers: [{name: a, user: null}]\n"};
    QTest::newRow("merge keys") << QByteArrayList{
        "clusters:\n- name: c\n  cluster: &c {server: 'https://h'}\n- name: d\n  cluster:\n"
        "    <<: *c\n    tls-server-name: x\n"};
    QTest::newRow("second document") << QByteArrayList{"current-context: a\n---\ncurrent-context: b\n"};
    QTest::newRow("folded base64") << QByteArrayList{"clusters: [{name: c, cluster: {server: 'https://h',"
                                                     " certificate-authority-data: \"aGVs\\nbG8=\"}}]\n"};
}

void KubectlTest::case85_agreesWithKubectl()
{
    QFETCH(QByteArrayList, files);

    const QString kubectl = QStandardPaths::findExecutable(u"kubectl"_s);
    if (kubectl.isEmpty())
        QSKIP("kubectl is not installed");
    QStringList paths;
    for (qsizetype i = 0; i < files.size(); ++i)
        paths.append(m_folder->write(u"config%1"_s.arg(i), files.at(i)));

    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KUBECONFIG"_s, paths.join(u':'));
    process.setProcessEnvironment(environment);
    process.start(kubectl, {u"config"_s, u"view"_s, u"--raw"_s, u"-o"_s, u"json"_s});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    const QJsonObject theirs = QJsonDocument::fromJson(process.readAllStandardOutput()).object();

    QCOMPARE(linesOf(m_folder->read(paths)), linesOf(theirs, m_folder->path()));
}

QTEST_GUILESS_MAIN(KubectlTest)
#include "tst_kubectl.moc"
