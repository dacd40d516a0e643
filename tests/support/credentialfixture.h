#pragma once

#include "core/kube/access.h"
#include "core/kube/contextcredentials.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace support {

/// Answers the question whether a plugin may run, and remembers it.
class Approver : public kube::PluginApproval
{
public:
    enum class Answer { Yes, No, Later };

    void ask(const kube::PluginRun& run, QObject* context, std::function<void(bool)> done) override
    {
        runs.append(run);
        if (answer == Answer::Later)
            pending.append({context, std::move(done)});
        else
            done(answer == Answer::Yes);
    }

    Answer answer = Answer::Yes;
    QList<kube::PluginRun> runs;
    QList<std::pair<QPointer<QObject>, std::function<void(bool)>>> pending;
};

/// One question for a credential and its answer.
struct Obtained
{
    explicit Obtained(http::CredentialSource& source)
    {
        source.obtain(&context, [this](const base::Result<http::Credential>& answer) {
            ++calls;
            result = answer;
        });
    }

    bool isDone() const { return result.has_value(); }
    bool succeeded() const { return result && *result; }
    const http::Credential& credential() const { return **result; }
    const base::Error& error() const { return result->error(); }

    QObject context;
    std::optional<base::Result<http::Credential>> result;
    int calls = 0;
};

/// A folder with a kubeconfig and plugins in it.
class PluginFolder
{
public:
    bool isValid() const { return m_folder.isValid(); }
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QString write(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        QDir().mkpath(QFileInfo(file).absolutePath());
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return file.fileName();
    }

    /// A shell script that notes each of its runs in the file "runs" before it does anything else.
    QString script(const QString& name, const QByteArray& body) const
    {
        const QString file =
            write(name, "#!/bin/sh\necho run >> '" + path(QStringLiteral("runs")).toUtf8() + "'\n" + body + '\n');
        QFile(file).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file;
    }

    int runs() const
    {
        QFile file(path(QStringLiteral("runs")));
        return file.open(QIODevice::ReadOnly) ? static_cast<int>(file.readAll().count('\n')) : 0;
    }

    /// Context "x" for `server` and `user` (flow style YAML, or JSON); `cluster` holds further fields of the cluster.
    kube::Kubeconfig kubeconfig(const QByteArray& user, const QByteArray& server = "https://api.example",
                                const QByteArray& cluster = {}) const
    {
        const QString file =
            write(QStringLiteral("config"), "clusters: [{name: c, cluster: {server: '" + server + "'" + cluster +
                                                "}}]\n"
                                                "users: [{name: u, user: " +
                                                user +
                                                "}]\n"
                                                "contexts: [{name: x, context: {cluster: c, user: u}}]\n");
        const auto read = kube::readKubeconfig({{file}, true, {}});
        return read ? *read : kube::Kubeconfig();
    }

    /// `user` with an exec plugin `command` (in this folder) of the API version v1beta1 and more `fields`.
    static QByteArray execUser(const QByteArray& command, const QByteArray& fields = {})
    {
        return "{exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: ./" + command + fields + "}}";
    }

    kube::CredentialParts parts(const kube::Kubeconfig& config, std::shared_ptr<kube::PluginApproval> approval) const
    {
        kube::CredentialParts parts;
        parts.contextName = QStringLiteral("x");
        parts.cluster = *config.cluster(QStringLiteral("c"));
        parts.user = *config.user(QStringLiteral("u"));
        parts.server = parts.cluster.server;
        parts.approval = std::move(approval);
        parts.searchPath = std::make_shared<kube::PluginPath>(kube::PluginPath::LoginShell::Never);
        parts.plugins = m_plugins;
        return parts;
    }

    /// What a plugin prints for a token; `more` are further fields of the status.
    static QByteArray printToken(const QByteArray& token, const QByteArray& more = {})
    {
        return "echo "
               "'{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/"
               "v1beta1\",\"status\":{\"token\":\"" +
               token + "\"" + more + "}}'";
    }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<kube::Plugins> m_plugins = std::make_shared<kube::Plugins>();
};

/// What a test of credentials works with: a fresh folder, somebody to ask, and short times where it sets them.
class CredentialBench
{
protected:
    void start()
    {
        m_folder = std::make_unique<PluginFolder>();
        m_approver = std::make_shared<Approver>();
        m_times = {};
        qputenv("KUBERC", "off"); // that of whoever runs this
    }
    void end()
    {
        m_approver.reset();
        m_folder.reset();
    }

    std::shared_ptr<kube::ContextCredentials> credentials(kube::CredentialParts parts) const
    {
        parts.times = m_times;
        return std::make_shared<kube::ContextCredentials>(std::move(parts));
    }
    std::shared_ptr<kube::ContextCredentials> credentials(const QByteArray& user) const
    {
        return credentials(m_folder->parts(m_folder->kubeconfig(user), m_approver));
    }
    /// Asks, waits for the answer, and tells how often the plugin has been run by then.
    int askedAndRan(http::CredentialSource& source) const
    {
        Obtained obtained(source);
        while (!obtained.isDone())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return m_folder->runs();
    }

    std::unique_ptr<PluginFolder> m_folder;
    std::shared_ptr<Approver> m_approver;
    kube::PluginTimes m_times;
};

} // namespace support
