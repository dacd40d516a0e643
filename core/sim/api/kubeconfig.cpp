#include "core/sim/api/kubeconfig.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr char beginning[] = "apiVersion: v1\nkind: Config\nclusters:\n- name: practice\n  cluster:\n    server: ";

} // namespace

QByteArray kubeconfigText(const QString& server, const QByteArray& authority, const QList<KubeconfigContext>& contexts)
{
    // Every value is of our own making and needs no quotes.
    QByteArray text =
        beginning + server.toUtf8() + "\n    certificate-authority-data: " + authority.toBase64() + "\nusers:\n";
    for (const auto& context : contexts)
        text += "- name: " + context.name.toUtf8() + "\n  user:\n    token: " + context.token + '\n';
    text += "contexts:\n";
    for (const auto& context : contexts) {
        const auto name = context.name.toUtf8();
        text += "- name: " + name + "\n  context:\n    cluster: practice\n    user: " + name + '\n';
        if (!context.ns.isEmpty())
            text += "    namespace: " + context.ns.toUtf8() + '\n';
    }
    return contexts.isEmpty() ? text : text + "current-context: " + contexts.first().name.toUtf8() + '\n';
}

bool isPracticeKubeconfig(const QByteArray& text)
{
    return text.startsWith(beginning + QByteArray("https://127.0.0.1:"));
}

std::optional<QString> writeKubeconfig(const QString& path, const QByteArray& text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    // The file is new and under another name until commit(): nobody has read it with other rights.
    if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return file.errorString();
    file.write(text);
    return file.commit() ? std::nullopt : std::optional(file.errorString());
}

} // namespace sim
