#pragma once

#include "core/flink/waycheck.h"
#include "core/kube/accessreview.h"
#include "core/kube/discovery.h"

#include <QObject>

#include <memory>

namespace flink {

/// The steps of the connection doctor that ask a Kubernetes API server.
class ClusterCheck : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Finding)>;

    /// `nameSpace` empty: that of the context.
    ClusterCheck(WayCheck& way, QString nameSpace, QObject* parent);
    ~ClusterCheck() override;

    void readContext(const kube::Kubeconfig& config, const QString& contextName, const kube::PluginUse& use, Done done);
    void signIn(Done done);
    void askVersion(Done done);
    void askRights(Done done);
    void askTypes(Done done);
    void askOperator(Done done);

private:
    void askWhoIAm(const http::Credential& credential, Done done);
    void askInNamespace(const QList<kube::Permission>& everywhere, Done done);
    void askOperatorIn(const QStringList& nameSpaces, const base::Error& refusal, Done done);

    WayCheck& m_way;
    QString m_nameSpace;
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<kube::Api> m_api;
};

/// The version of the Flink Kubernetes Operator as told by a DeploymentList of operators; Unknown with the reason when
/// it tells none.
Finding operatorFinding(const QJsonObject& deployments);

/// Which of the four kinds of the operator a server serves.
Finding typesFinding(const kube::Discovery& discovery);

} // namespace flink
