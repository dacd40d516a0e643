#pragma once

#include "core/base/environment.h"
#include "core/flink/endpoint.h"
#include "core/flink/restclient.h"
#include "core/http/client.h"
#include "core/kube/access.h"
#include "core/kube/api.h"

#include <memory>

namespace cli {

class Session;

/// The way to the API server of the chosen context.
struct ClusterRoute
{
    std::unique_ptr<http::Client> client;
    std::unique_ptr<kube::Api> api;
    QString context;
    QString nameSpace; ///< to look in; empty: all
    QString own;       ///< namespace of the context, or the one that was asked for
    base::Environment environment = base::Environment::Unset;
    bool isProtected = false; ///< no write is sent
};

/// The way to one Flink cluster.
struct FlinkRoute
{
    std::shared_ptr<ClusterRoute> cluster; ///< null: a bare endpoint
    std::unique_ptr<http::Client> client;  ///< null: the cluster's
    std::unique_ptr<flink::RestClient> rest;
    QString deployment;                                       ///< its name; empty: a bare endpoint
    QString endpoint;                                         ///< what a person would call it
    base::Environment environment = base::Environment::Unset; ///< of a bare endpoint
    bool isProtected = false;                                 ///< of a bare endpoint: no write is sent
};

/// The kubeconfig the command line names. Fails the session, and answers nothing, when it cannot be read.
std::optional<kube::Kubeconfig> kubeconfigOf(Session& session);
/// The access to the chosen context; as above.
std::optional<kube::ContextAccess> contextAccess(Session& session);
QString contextName(const kube::Kubeconfig& config, const Session& session);
/// The name of the chosen context, which exists; as above.
std::optional<QString> chosenContext(Session& session, const kube::Kubeconfig& config);

flink::Endpoint typedEndpoint(const Session& session);
/// The access to the endpoint that was typed; as above.
std::optional<flink::EndpointAccess> endpointAccess(Session& session);

/// A job id as Flink writes it; nothing: the session has failed.
std::optional<QString> jobId(Session& session, const QString& typed);

/// Null: the session has failed. The session keeps what is returned.
std::shared_ptr<ClusterRoute> clusterRoute(Session& session);
std::shared_ptr<FlinkRoute> flinkRoute(Session& session);
/// The cluster of this deployment, whatever the options say.
std::shared_ptr<FlinkRoute> deploymentRoute(Session& session, const QString& name);

} // namespace cli
