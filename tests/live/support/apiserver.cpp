#include "tests/live/support/apiserver.h"

#include "tests/live/support/cache.h"
#include "tests/live/support/freeport.h"
#include "tests/live/support/waiting.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QMetaEnum>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto startPatience = 180s;
constexpr int attempts = 3;

QList<live::ApiServer::User> users()
{
    using User = live::ApiServer::User;
    return {User::Admin, User::Operator, User::Viewer, User::Nobody};
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isEstablished(const QJsonObject& definition)
{
    const QJsonArray conditions = definition.value(u"status"_s)[u"conditions"_s].toArray();
    return std::any_of(conditions.cbegin(), conditions.cend(), [](const QJsonValue& condition) {
        return condition[u"type"_s].toString() == u"Established" && condition[u"status"_s].toString() == u"True";
    });
}

} // namespace

namespace live {

ApiServer::ApiServer(QStringList extraArguments, QObject* parent)
    : QObject(parent)
    , m_extraArguments(std::move(extraArguments))
    , m_folder(u"kubernetes"_s)
    , m_etcd(u"etcd"_s, m_folder.file(u"etcd.log"_s))
    , m_apiServer(u"kube-apiserver"_s, m_folder.file(u"kube-apiserver.log"_s))
{
    for (const User user : users())
        m_tokens.insert(user, QUuid::createUuid().toString(QUuid::Id128));
}

ApiServer::~ApiServer()
{
    stop();
}

bool ApiServer::start()
{
    if (!m_folder.isValid() || !writeSecrets())
        return false;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (startOnce())
            return writeKubeconfig() && applyCrdsAndRights();
        const bool taken = saysPortIsTaken(m_etcd.log()) || saysPortIsTaken(m_apiServer.log());
        stop();
        if (!taken)
            break;
    }
    return false;
}

void ApiServer::stop()
{
    // Nothing they would still write is of use: the folder goes with them.
    m_apiServer.kill();
    m_etcd.kill();
}

void ApiServer::stopApiServer()
{
    m_apiServer.stop();
}

bool ApiServer::startApiServer()
{
    const QString certificates = m_folder.subfolder(u"certificates"_s);
    const QStringList arguments{
        u"--etcd-servers=http://127.0.0.1:%1"_s.arg(m_etcdPort),
        u"--bind-address=127.0.0.1"_s,
        u"--advertise-address=127.0.0.1"_s,
        u"--secure-port=%1"_s.arg(m_port),
        // Nobody asks for the endpoints of the service "kubernetes", and they may not be on loopback.
        u"--endpoint-reconciler-type=none"_s,
        u"--cert-dir=%1"_s.arg(certificates),
        u"--service-cluster-ip-range=10.96.0.0/24"_s,
        u"--service-account-issuer=https://kubernetes.default.svc"_s,
        u"--service-account-key-file=%1"_s.arg(m_folder.file(u"accounts.key"_s)),
        u"--service-account-signing-key-file=%1"_s.arg(m_folder.file(u"accounts.key"_s)),
        u"--token-auth-file=%1"_s.arg(m_folder.file(u"tokens.csv"_s)),
        u"--authorization-mode=RBAC"_s,
        u"--disable-admission-plugins=ServiceAccount"_s,
    };
    const QString program = cache::folder(u"kubernetes"_s) + u"/kube-apiserver"_s;
    const bool ready =
        m_apiServer.start(program, arguments + m_extraArguments) &&
        comesTrue([this] { return !m_apiServer.isRunning() || !m_etcd.isRunning() || isReady(); }, startPatience) &&
        m_apiServer.isRunning() && m_etcd.isRunning();
    if (!ready)
        m_problem = m_etcd.report() + u'\n' + m_apiServer.report();
    return ready;
}

bool ApiServer::restartApiServer()
{
    stopApiServer();
    return startApiServer();
}

bool ApiServer::restartApiServer(const QStringList& extraArguments)
{
    m_extraArguments = extraArguments;
    return restartApiServer();
}

QUrl ApiServer::url() const
{
    return QUrl(u"https://127.0.0.1:%1"_s.arg(m_port));
}

QString ApiServer::contextName(User user)
{
    return QString::fromLatin1(QMetaEnum::fromType<User>().valueToKey(static_cast<int>(user))).toLower();
}

QByteArray ApiServer::certificateAuthority() const
{
    // The server signs for itself: its file holds the certificate and the authority it made up for it.
    return contentOf(m_folder.file(u"certificates/apiserver.crt"_s));
}

HttpClient ApiServer::client(User user) const
{
    return HttpClient(url(), {.bearerToken = token(user), .certificateAuthority = certificateAuthority()});
}

CommandOutput ApiServer::kubectl(const QStringList& arguments, const QByteArray& input, User user) const
{
    // Its caches belong into our folder, not into the home of whoever runs the tests.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_folder.subfolder(u"home"_s));
    environment.insert(u"KUBECONFIG"_s, kubeconfig());
    return runCommand(cache::folder(u"kubernetes"_s) + u"/kubectl"_s,
                      QStringList{u"--context"_s, contextName(user)} + arguments, input, environment);
}

bool ApiServer::startOnce()
{
    m_port = freePort();
    return startEtcd() && startApiServer();
}

bool ApiServer::startEtcd()
{
    m_etcdPort = freePort();
    const QString clients = u"http://127.0.0.1:%1"_s.arg(m_etcdPort);
    const QString peers = u"http://127.0.0.1:%1"_s.arg(freePort());
    return m_etcd.start(cache::folder(u"etcd"_s) + u"/etcd"_s,
                        {u"--name=only"_s, u"--data-dir=%1"_s.arg(m_folder.subfolder(u"etcd"_s)),
                         u"--listen-client-urls=%1"_s.arg(clients), u"--advertise-client-urls=%1"_s.arg(clients),
                         u"--listen-peer-urls=%1"_s.arg(peers), u"--initial-advertise-peer-urls=%1"_s.arg(peers),
                         u"--initial-cluster=only=%1"_s.arg(peers), u"--unsafe-no-fsync"_s, u"--log-level=warn"_s});
}

bool ApiServer::writeSecrets()
{
    QByteArray lines;
    for (const User user : users()) {
        const QString group = user == User::Admin ? u",\"system:masters\""_s : QString();
        lines += u"%1,%2,%2%3\n"_s.arg(token(user), contextName(user), group).toUtf8();
    }
    const CommandOutput key =
        runCommand(u"openssl"_s, {u"genrsa"_s, u"-out"_s, m_folder.file(u"accounts.key"_s), u"2048"_s});
    if (key.exitCode != 0)
        m_problem = u"openssl: "_s + QString::fromUtf8(key.errors);
    return key.exitCode == 0 && m_folder.write(u"tokens.csv"_s, lines);
}

bool ApiServer::writeKubeconfig()
{
    QString text = u"apiVersion: v1\nkind: Config\ncurrent-context: admin\nclusters:\n- name: live\n  cluster:\n"
                   "    server: %1\n    certificate-authority-data: %2\n"_s.arg(
                       url().toString(), QString::fromLatin1(certificateAuthority().toBase64()));
    QString contexts = u"contexts:\n"_s;
    QString entries = u"users:\n"_s;
    for (const User user : users()) {
        contexts += u"- name: %1\n  context: {cluster: live, user: %1, namespace: team-a}\n"_s.arg(contextName(user));
        entries += u"- name: %1\n  user: {token: %2}\n"_s.arg(contextName(user), token(user));
    }
    text += contexts + entries;
    // It holds tokens: readable by others, it would be warned of.
    return m_folder.write(u"kubeconfig"_s, text.toUtf8()) &&
           QFile::setPermissions(kubeconfig(), QFile::ReadOwner | QFile::WriteOwner);
}

bool ApiServer::applyCrdsAndRights()
{
    const QString rights = QStringLiteral(LIVE_SUPPORT_FOLDER) + u"/rights.yaml"_s;
    // Server-side: the CRDs are larger than the annotation kubectl would otherwise keep of them.
    const CommandOutput said =
        kubectl({u"apply"_s, u"--server-side"_s, u"-f"_s, cache::folder(u"crds"_s), u"-f"_s, rights});
    if (said.exitCode != 0) {
        m_problem = u"kubectl: "_s + QString::fromUtf8(said.errors);
        return false;
    }
    const bool inForce = comesTrue([this] { return servesCrdsToTheirReaders(); }, startPatience);
    if (!inForce)
        m_problem = u"the CRDs or the rights did not come into force\n"_s + m_apiServer.report();
    return inForce;
}

/// All that comes a moment after kubectl has returned: a CRD is first read, then established (before that nothing can
/// be created), and the authorizer hears of new rights when it does.
bool ApiServer::servesCrdsToTheirReaders() const
{
    const QString definitions = u"/apis/apiextensions.k8s.io/v1/customresourcedefinitions/"_s;
    const QString group = u"/apis/flink.apache.org/v1beta1/"_s;
    const QStringList files = QDir(cache::folder(u"crds"_s)).entryList({u"*.yml"_s});
    return std::all_of(files.cbegin(), files.cend(), [&](const QString& file) {
        const QString plural = file.section(u'.', 0, 0);
        const HttpAnswer definition = client(User::Viewer).get(definitions + plural + u".flink.apache.org"_s);
        return isEstablished(definition.json()) && client(User::Viewer).get(group + plural).status == 200 &&
               client(User::Operator).get(group + u"namespaces/team-a/"_s + plural).status == 200;
    });
}

bool ApiServer::isReady() const
{
    return !certificateAuthority().isEmpty() && client(User::Admin).get(u"/readyz"_s).body == "ok";
}

} // namespace live
