#include "tests/live/support/observedapi.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

/// The users of the tests have tokens: a plugin would be a fault.
class NoPlugins : public kube::PluginApproval
{
public:
    void ask(const kube::PluginRun& /*run*/, QObject* context, std::function<void(bool)> done) override
    {
        QTimer::singleShot(0, context, [done = std::move(done)] { done(false); });
    }
};

} // namespace

namespace live {

base::Result<kube::ContextAccess> accessTo(const QString& kubeconfig, const QString& context)
{
    const auto config = kube::readKubeconfig({.paths = {kubeconfig}, .mustExist = true, .untrusted = {}});
    if (!config)
        return config.error();
    return kube::accessTo(*config, context, {std::make_shared<NoPlugins>()});
}

base::Result<kube::ContextAccess> accessTo(const ApiServer& server, ApiServer::User user)
{
    return accessTo(server.kubeconfig(), ApiServer::contextName(user));
}

ObservedApi::ObservedApi(const ApiServer& server, ApiServer::User user)
{
    const auto access = accessTo(server, user);
    if (!access)
        qFatal("no access: %s", qPrintable(access.error().message));
    m_client = std::make_unique<http::Client>(access->target, access->credentials);
    m_api = kube::httpApi(*m_client);
}

void ObservedApi::send(const http::Request& request, QObject* context, BytesDone done)
{
    if (request.query.hasQueryItem(u"limit"_s) && !request.query.hasQueryItem(u"continue"_s))
        ++m_lists;
    m_api->send(request, context, std::move(done));
}

std::unique_ptr<http::Stream> ObservedApi::open(const http::Request& request)
{
    if (request.query.hasQueryItem(u"watch"_s))
        m_watchedFrom.append(request.query.queryItemValue(u"resourceVersion"_s));
    return m_api->open(request);
}

void ObservedApi::reconnect()
{
    m_api->reconnect();
}

QString ObservedApi::label() const
{
    return m_api->label();
}

void ObservedApi::forget()
{
    m_lists = 0;
    m_watchedFrom.clear();
}

} // namespace live
