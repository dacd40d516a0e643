#pragma once

#include "core/kube/kubeconfig.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace support {

/// A kubeconfig with the context "x" of the cluster "c" and the user "u", in flow style YAML.
inline QByteArray kubeconfigText(const QByteArray& cluster, const QByteArray& user = "{}",
                                 const QByteArray& context = "{cluster: c, user: u}")
{
    return "apiVersion: v1\nkind: Config\ncurrent-context: x\nclusters: [{name: c, cluster: " + cluster +
           "}]\nusers: [{name: u, user: " + user + "}]\ncontexts: [{name: x, context: " + context + "}]\n";
}

inline QStringList messages(const QList<kube::Problem>& problems, kube::Problem::Severity severity)
{
    QStringList found;
    for (const kube::Problem& problem : problems) {
        if (problem.severity == severity)
            found.append(problem.message);
    }
    return found;
}

/// A folder of kubeconfig files.
class KubeconfigFolder
{
public:
    QString path() const { return m_folder.path(); }
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QString write(const QString& name, const QByteArray& text) const
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(name));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return file.fileName();
    }

    kube::Kubeconfig read(const QStringList& paths) const
    {
        const auto result = kube::readKubeconfig({paths, false, {}});
        return result ? *result : kube::Kubeconfig();
    }
    kube::Kubeconfig read(const QByteArray& text) const
    {
        return read(QStringList{write(QStringLiteral("config"), text)});
    }

private:
    QTemporaryDir m_folder;
};

} // namespace support
