#pragma once

#include "core/flink/connection.h"
#include "core/flink/endpoint.h"
#include "core/kube/access.h"
#include "core/kube/kubeconfigwatcher.h"
#include "core/secrets/secretstore.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace connections {

/// One connection the user could open: a context of a kubeconfig, or a bare Flink REST address.
struct Entry
{
    flink::ConnectionSettings settings;
    flink::Connection::Type type = flink::Connection::Type::Context;
    QString file, server, user, nameSpace; ///< of a context; `server` is the address of an endpoint, too
    QStringList authentication;            ///< of a context, in the words of kube::Kubeconfig::authenticationOf()
    QList<kube::Problem> problems;         ///< what is wrong with it in its kubeconfig
    bool isCurrent = false;                ///< the kubeconfig's current-context
    bool isOutdated = false;               ///< open, but its kubeconfig has changed since
    bool isPractice = false;               ///< of the practice cluster in this program
    std::optional<base::Error> openError;  ///< why the last attempt to open it failed before any request

    QString id() const { return settings.id; }
    QString name() const { return settings.name; }
    bool isUsable() const;
};

/// Every connection the user has, the open ones among them. Reads the kubeconfig anew when a file changes.
class Book : public QObject
{
    Q_OBJECT
public:
    struct Sources
    {
        QString kubeconfig; ///< the only file; empty: as kubectl chooses
        QString settings;   ///< connections.json; empty: the standard place
        std::shared_ptr<kube::PluginApproval> approval;
        std::function<std::shared_ptr<kube::PluginPath>()> searchPath; ///< asked at each opening; may be empty
        std::function<QStringList()> defaultNameSpaces;                ///< may be empty
        std::shared_ptr<secrets::SecretStore> secrets;                 ///< null: kept for as long as the book lives
    };

    explicit Book(Sources sources, QObject* parent = nullptr);
    ~Book() override;

    const kube::Kubeconfig& kubeconfig() const { return m_watcher->config(); }
    /// The one this context is of: the user's, or that of the practice cluster.
    const kube::Kubeconfig& kubeconfigOf(const QString& id) const;
    /// What everybody who signs in for the window shares.
    kube::PluginUse pluginUse() const;
    /// What is wrong with kubeconfig files as a whole.
    QList<kube::Problem> fileProblems() const { return m_watcher->problems(); }
    /// Why our own settings cannot be read or kept.
    std::optional<base::Error> settingsProblem() const { return m_settingsProblem; }
    const QList<Entry>& entries() const { return m_entries; }
    const Entry* entry(const QString& id) const; ///< null: not known

    /// The open connection of this id; null: it is not open.
    flink::Connection* connection(const QString& id) const;
    QList<flink::Connection*> openConnections() const; ///< in the order they were opened
    /// Opens it, or answers the one that is open.
    base::Result<flink::Connection*> open(const QString& id);
    void close(const QString& id);
    /// Tries now; with the kubeconfig as it is now, if that has changed.
    void reconnect(const QString& id);
    /// Opens what is pinned.
    void openPinned();

    void setSettings(const flink::ConnectionSettings& settings);
    /// Adds a Flink REST address (http or https) and answers its id; Configuration when it is none.
    base::Result<QString> addEndpoint(const QString& address);
    /// The same with a header that each request to it carries, for a gateway in front of it. Its value goes among the
    /// secrets, its name into the settings. An open connection to it is closed. Configuration: not an address or
    /// header.
    using HeaderKept = std::function<void(base::Result<secrets::Kept>)>;
    base::Result<QString> addEndpoint(const QString& address, const http::Header& header, QObject* context,
                                      HeaderKept done);
    /// Why secrets would be kept for this session only; empty: they stay.
    void examineSecrets(QObject* context, secrets::SecretStore::ExamineDone done);
    /// An endpoint as it is opened, with its header.
    flink::Endpoint endpointOf(const Entry& entry) const;
    /// Reads another file beside the ones kubectl would read, from now on. Configuration when it holds nothing usable.
    base::Result<base::Ok> addKubeconfig(const QString& path);
    /// Adds the contexts of the practice cluster until they are taken away again. They know no cluster and no user of
    /// the user's own files, whatever those are called. Configuration when the file holds no contexts.
    base::Result<base::Ok> addPractice(const QString& kubeconfig);
    /// Closes them and takes them away.
    void removePractice();
    /// Forgets an endpoint and its secret. A secret that cannot be removed is a settingsProblem().
    void removeEndpoint(const QString& id);

signals:
    void changed(); ///< entries, settings or problems
    void opened(flink::Connection* connection);
    void aboutToClose(flink::Connection* connection); ///< the last moment to let go of it
    void stateChanged(flink::Connection* connection);
    void warned(flink::Connection* connection, const QString& text); ///< by its server, once for each text

private:
    void followFiles();
    void readSettings();
    void noteChanges(const kube::KubeconfigChanges& changes);
    void makeEntries();
    Entry entryOf(const kube::Kubeconfig& config, const kube::ContextEntry& context) const;
    base::Result<std::unique_ptr<flink::Connection>> make(const Entry& entry);
    void keepSettings();
    void removeSecret(const QString& id, const QString& name);
    flink::ConnectionSettings inForce(const Entry& entry) const;

    Sources m_sources;
    std::shared_ptr<kube::Plugins> m_plugins;
    flink::ConnectionSettingsFile m_settingsFile;
    std::unique_ptr<kube::KubeconfigWatcher> m_watcher;
    kube::Kubeconfig m_practice;
    QList<flink::ConnectionSettings> m_settings;
    QList<Entry> m_entries;
    std::optional<base::Error> m_settingsProblem;
    std::vector<std::unique_ptr<flink::Connection>> m_open;
};

/// The id of a context, and of an endpoint's address.
QString contextId(const QString& contextName);
QString endpointId(const QUrl& address);

} // namespace connections
