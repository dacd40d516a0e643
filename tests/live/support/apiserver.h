#pragma once

#include "tests/live/support/childprocess.h"
#include "tests/live/support/command.h"
#include "tests/live/support/httpclient.h"
#include "tests/live/support/workfolder.h"

#include <QHash>
#include <QObject>
#include <QUrl>

namespace live {

/// A real Kubernetes API server with its etcd on loopback, the operator's CRDs and users of several rights;
/// without controllers and nodes, so no pod ever runs. The namespaces are team-a and team-b.
class ApiServer : public QObject
{
    Q_OBJECT

public:
    /// Also the names of the kubeconfig's contexts, in lower case; rights.yaml says what they may do.
    enum class User {
        Admin,    ///< everything
        Operator, ///< everything of Flink in team-a, nothing elsewhere
        Viewer,   ///< reads Flink and what belongs to it, everywhere
        Nobody,   ///< is known, and may do nothing
    };
    Q_ENUM(User)

    /// `extraArguments` of kube-apiserver, e.g. to make it fail: --etcd-compaction-interval=2s, --goaway-chance=0.02.
    explicit ApiServer(QStringList extraArguments = {}, QObject* parent = nullptr);
    ~ApiServer() override;

    /// Answers when the server is ready and has the CRDs and rights; if it says false, problem() tells why.
    [[nodiscard]] bool start();
    void stop();
    /// The API server alone: etcd goes on, and it comes back at the same address with the same certificate.
    void stopApiServer();
    /// As stopApiServer(), without a chance to say good-bye.
    void killApiServer() { m_apiServer.kill(); }
    [[nodiscard]] bool startApiServer();
    [[nodiscard]] bool restartApiServer();
    /// From now on with these instead of the constructor's.
    [[nodiscard]] bool restartApiServer(const QStringList& extraArguments);
    /// Connections stay open, nothing answers.
    void freezeApiServer() { m_apiServer.freeze(); }
    void thawApiServer() { m_apiServer.thaw(); }

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] static QString contextName(User user);
    [[nodiscard]] QString token(User user) const { return m_tokens.value(user); }
    [[nodiscard]] QByteArray certificateAuthority() const;
    [[nodiscard]] QString kubeconfig() const { return m_folder.file(QStringLiteral("kubeconfig")); }
    [[nodiscard]] HttpClient client(User user) const;
    [[nodiscard]] CommandOutput kubectl(const QStringList& arguments, const QByteArray& input = {},
                                        User user = User::Admin) const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] qint64 pid() const { return m_apiServer.pid(); }
    [[nodiscard]] qint64 etcdPid() const { return m_etcd.pid(); }

private:
    [[nodiscard]] bool startOnce();
    [[nodiscard]] bool startEtcd();
    [[nodiscard]] bool writeSecrets();
    [[nodiscard]] bool writeKubeconfig();
    [[nodiscard]] bool applyCrdsAndRights();
    [[nodiscard]] bool servesCrdsToTheirReaders() const;
    [[nodiscard]] bool isReady() const;

    QStringList m_extraArguments;
    QHash<User, QString> m_tokens;
    QString m_problem;
    quint16 m_port = 0;
    quint16 m_etcdPort = 0;
    // Above the processes: it must outlive them.
    WorkFolder m_folder;
    ChildProcess m_etcd;
    ChildProcess m_apiServer;
};

} // namespace live
