#include "tests/tour/world.h"

#include <QStringList>

namespace tour {

using namespace Qt::StringLiterals;

QString World::begin(const QString& kubeconfig)
{
    QByteArray clusters, contexts, users;
    const auto add = [&](const QByteArray& name, const QByteArray& cluster, const QByteArray& token) {
        clusters += "- name: " + name + "\n  cluster:\n" + cluster;
        contexts += "- name: " + name + "\n  context:\n    cluster: " + name + "\n    user: " + name + '\n';
        users += "- name: " + name + "\n  user:\n    token: " + token + '\n';
    };
    quint64 seed = 1;
    for (const char* name : {"prod-seoul", "prod-busan", "stage-seoul"}) {
        sim::HostOptions options;
        options.seed = seed++;
        auto practice = std::make_unique<sim::practice::Practice>(options, u"company"_s);
        if (!practice->problem().isEmpty())
            return practice->problem();
        const sim::Host& host = practice->host();
        add(name,
            "    server: " + host.server().toUtf8() +
                "\n    certificate-authority-data: " + host.authority().toBase64() + '\n',
            host.adminToken());
        m_clusters.push_back(std::move(practice));
    }
    // Nobody listens there.
    add("dev-local", "    server: https://127.0.0.1:1\n", "none");
    const auto problem = sim::writeKubeconfig(kubeconfig, "apiVersion: v1\nkind: Config\ncurrent-context: prod-seoul\n"
                                                          "clusters:\n" +
                                                              clusters + "contexts:\n" + contexts + "users:\n" + users);
    if (problem)
        return *problem;
    return m_flink.listen() ? QString() : u"No sample Flink."_s;
}

} // namespace tour
