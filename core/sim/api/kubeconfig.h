#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace sim {

/// One context of the kubeconfig.
struct KubeconfigContext
{
    QString name; ///< of context and user
    QByteArray token;
    QString ns; ///< empty: default
};

/// A kubeconfig for these contexts of one server; the first one is current.
QByteArray kubeconfigText(const QString& server, const QByteArray& authority, const QList<KubeconfigContext>& contexts);
/// Such a text, as far as its beginning tells: nobody misses it when its cluster has ended.
bool isPracticeKubeconfig(const QByteArray& text);
/// Writes it so that only the user can read it, whole or not at all. What went wrong, in the system's words; nothing:
/// all is well.
std::optional<QString> writeKubeconfig(const QString& path, const QByteArray& text);

} // namespace sim
