#pragma once

#include "core/base/result.h"
#include "core/http/client.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>

namespace kube {

/// A kind of object by its place in the API: {"flink.apache.org", "v1beta1", "flinkdeployments"}; the core group is "".
struct ResourceType
{
    QString group, version, plural;

    friend bool operator==(const ResourceType&, const ResourceType&) = default;
};

/// "/apis/GROUP/VERSION", or "/api/v1" of the core group.
QString groupVersionPath(const ResourceType& type);

inline ResourceType coreType(const QString& plural)
{
    return {{}, QStringLiteral("v1"), plural};
}
inline ResourceType flinkType(const QString& plural)
{
    return {QStringLiteral("flink.apache.org"), QStringLiteral("v1beta1"), plural};
}

/// Objects of one type in one namespace, or in all, as far as the selectors match.
struct Collection
{
    ResourceType type;
    QString nameSpace = {}; ///< empty: all namespaces, or a cluster-scoped type
    QString labelSelector = {}, fieldSelector = {};

    QString path() const;
    /// False: a part holds what could lead elsewhere ("/", "%", ".."); nothing may be sent to its path.
    bool isSafe() const;
    friend bool operator==(const Collection&, const Collection&) = default;
};

/// One object, optionally a subresource of it: {"log"}, {"status"}.
struct ObjectPath
{
    ResourceType type;
    QString nameSpace, name;
    QString subresource = {};

    QString path() const;
    bool isSafe() const; ///< as Collection::isSafe
};

/// Appends `key=value` so that the server reads exactly this value: "+", "&" and "%" in it stay what they are.
void addParameter(QUrlQuery& query, const QString& key, const QString& value);

/// The requests this program sends to an API server, with its errors told by their Status. A façade over http::Client,
/// so that state machines can be tested with a fake that answers when told. Callbacks follow http::Client::send.
class Api
{
public:
    using JsonDone = std::function<void(base::Result<QJsonObject>)>;
    using BytesDone = std::function<void(base::Result<http::Answer>)>;

    virtual ~Api() = default;

    /// Answers with status >= 400 are Errors made from the Status body, or from whatever text a proxy sent. A write
    /// that is answered 502 or 504 is OutcomeUnknown: it may still be done.
    virtual void send(const http::Request& request, QObject* context, BytesDone done) = 0;
    virtual std::unique_ptr<http::Stream> open(const http::Request& request) = 0;
    virtual void reconnect() = 0;
    virtual QString label() const = 0; ///< the context's name, for messages

    void getJson(const QString& path, QObject* context, JsonDone done);
    void postJson(const QString& path, const QJsonObject& body, http::Effect effect, QObject* context, JsonDone done);
};

/// The Error told by a Status body, else by http::errorOf. Its reason decides before the HTTP code. `detail` holds the
/// Status as JSON, with all its causes. Retry-After is capped at 60 s.
base::Error statusError(const http::Answer& answer, const http::Target& target);

/// Whether a 404 says that the server does not know the type (its CRD is not installed), rather than one object of it.
bool isTypeMissing(const base::Error& error);

/// Api over HTTP.
std::unique_ptr<Api> httpApi(http::Client& client);

} // namespace kube
