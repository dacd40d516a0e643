#include "app/cli/routes.h"

#include "app/cli/consoleapproval.h"
#include "app/cli/session.h"
#include "core/flink/connection.h"
#include "core/flink/endpoint.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

/// What the user decided about this connection in the window holds here, too; --allow-protected lifts the protection
/// for once when it spells the name of the context, or the address.
template <typename Route>
void takeSettings(Route& route, const QString& id, const QString& name, const Session& session)
{
    const flink::ConnectionSettingsFile file;
    const auto all = file.read();
    // Settings that cannot be read protect rather than not.
    route.isProtected = true;
    if (all) {
        const auto settings = flink::settingsOf(*all, id, name);
        route.environment = settings.effectiveEnvironment();
        route.isProtected = settings.effectivelyProtected();
    }
    if (session.invocation().value(u"allow-protected"_s) == name)
        route.isProtected = false;
    route.client->setAccess(route.isProtected ? http::Access::ReadOnly : http::Access::ReadWrite);
}

/// What the server says in Warning headers goes beside the answer.
void passWarnings(const http::Client& client, Session& session)
{
    QObject::connect(&client, &http::Client::warned, &session, &Session::warn);
}

std::shared_ptr<FlinkRoute> endpointRoute(Session& session)
{
    const auto access = endpointAccess(session);
    if (!access)
        return {};
    auto route = std::make_shared<FlinkRoute>();
    route->client = std::make_unique<http::Client>(access->target, access->credentials);
    passWarnings(*route->client, session);
    route->rest = std::make_unique<flink::RestClient>(*route->client, QString());
    route->endpoint = access->target.label;
    takeSettings(*route, u"endpoint:"_s + access->target.base.toString(), route->endpoint, session);
    session.keep(route);
    return route;
}

} // namespace

std::optional<kube::Kubeconfig> kubeconfigOf(Session& session)
{
    const auto config = kube::readKubeconfig(kube::kubeconfigFiles(session.invocation().value(u"kubeconfig"_s)));
    if (config)
        return *config;
    session.fail(config.error());
    return {};
}

QString contextName(const kube::Kubeconfig& config, const Session& session)
{
    const QString named = session.invocation().value(u"context"_s);
    return named.isEmpty() ? config.currentContext : named;
}

std::optional<QString> chosenContext(Session& session, const kube::Kubeconfig& config)
{
    const QString context = contextName(config, session);
    if (context.isEmpty()) {
        session.fail(
            ExitCode::Usage,
            Text::tr("No context is chosen: the kubeconfig names no current one. Use --context or --endpoint."));
        return {};
    }
    if (!config.context(context)) {
        session.fail(ExitCode::Usage,
                     Text::tr("There is no context '%1'. 'dreyctl contexts' lists them.").arg(context));
        return {};
    }
    return context;
}

std::optional<kube::ContextAccess> contextAccess(Session& session)
{
    const auto config = kubeconfigOf(session);
    if (!config)
        return {};
    const auto context = chosenContext(session, *config);
    if (!context)
        return {};
    auto access = kube::accessTo(*config, *context, {std::make_shared<ConsoleApproval>(session)});
    if (!access) {
        session.fail(access.error());
        return {};
    }
    if (session.invocation().has(u"namespace"_s))
        access->nameSpace = session.invocation().value(u"namespace"_s);
    return *access;
}

flink::Endpoint typedEndpoint(const Session& session)
{
    const Invocation& invocation = session.invocation();
    return {invocation.value(u"endpoint"_s), invocation.values(u"header"_s), invocation.value(u"cacert"_s),
            invocation.value(u"cert"_s), invocation.value(u"key"_s)};
}

std::optional<flink::EndpointAccess> endpointAccess(Session& session)
{
    const auto access = flink::accessTo(typedEndpoint(session));
    if (access)
        return *access;
    session.fail(access.error());
    return {};
}

std::optional<QString> jobId(Session& session, const QString& typed)
{
    // Flink's ids are 32 hexadecimal digits; anything else would ask for another path.
    static const QRegularExpression form(u"^[0-9a-f]{32}$"_s, QRegularExpression::CaseInsensitiveOption);
    if (form.match(typed).hasMatch())
        return typed.toLower();
    session.fail(ExitCode::Usage,
                 Text::tr("'%1' is no job id: these are 32 hexadecimal digits. 'dreyctl jobs' lists them.").arg(typed));
    return {};
}

std::shared_ptr<ClusterRoute> clusterRoute(Session& session)
{
    const Invocation& invocation = session.invocation();
    if (invocation.has(u"namespace"_s) && invocation.has(u"all-namespaces"_s)) {
        session.fail(ExitCode::Usage, Text::tr("Choose one of --namespace and --all-namespaces."));
        return {};
    }
    const auto access = contextAccess(session);
    if (!access)
        return {};
    auto route = std::make_shared<ClusterRoute>();
    route->context = access->target.label;
    route->client = std::make_unique<http::Client>(access->target, access->credentials);
    takeSettings(*route, u"context:"_s + route->context, route->context, session);
    passWarnings(*route->client, session);
    route->api = kube::httpApi(*route->client);
    route->own = access->nameSpace;
    route->nameSpace = invocation.has(u"all-namespaces"_s) ? QString() : route->own;
    session.keep(route);
    return route;
}

std::shared_ptr<FlinkRoute> flinkRoute(Session& session)
{
    const Invocation& invocation = session.invocation();
    const bool hasEndpoint = invocation.has(u"endpoint"_s);
    if (hasEndpoint == invocation.has(u"deployment"_s)) {
        session.fail(ExitCode::Usage, hasEndpoint
                                          ? Text::tr("Choose one of --endpoint and --deployment.")
                                          : Text::tr("Which Flink cluster? Use --endpoint URL or --deployment NAME."));
        return {};
    }
    return hasEndpoint ? endpointRoute(session) : deploymentRoute(session, invocation.value(u"deployment"_s));
}

std::shared_ptr<FlinkRoute> deploymentRoute(Session& session, const QString& name)
{
    auto route = std::make_shared<FlinkRoute>();
    route->cluster = clusterRoute(session);
    if (!route->cluster)
        return {};
    const kube::ObjectKey key{route->cluster->own, name};
    if (!http::isSafeSegment(key.name) || !http::isSafeSegment(key.nameSpace)) {
        session.fail(ExitCode::Usage, Text::tr("'%1' cannot be the name of a deployment.").arg(key.name));
        return {};
    }
    route->rest = std::make_unique<flink::RestClient>(*route->cluster->client, flink::serviceProxyPath(key));
    route->deployment = name;
    route->endpoint = route->cluster->context + u'/' + key.nameSpace + u'/' + key.name;
    session.keep(route);
    return route;
}

} // namespace cli
