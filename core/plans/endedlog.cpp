#include "core/plans/endedlog.h"

namespace plans {

using namespace Qt::StringLiterals;

void readEndedLog(kube::Api& api, const flink::Pod& pod, const flink::ContainerState& container, QObject* context,
                  std::function<void(const QString& text)> done)
{
    constexpr qint64 longest = 256LL * 1024;
    const kube::ObjectPath log{kube::coreType(u"pods"_s), pod.metadata.nameSpace, pod.metadata.name, u"log"_s};
    if (container.restarts == 0 || !log.isSafe())
        return done({});
    http::Request request;
    request.path = log.path();
    request.maxBytes = 2 * longest;
    kube::addParameter(request.query, u"container"_s, container.name);
    kube::addParameter(request.query, u"previous"_s, u"true"_s);
    kube::addParameter(request.query, u"tailLines"_s, u"400"_s);
    kube::addParameter(request.query, u"limitBytes"_s, QString::number(longest));
    api.send(request, context, [done = std::move(done)](const base::Result<http::Answer>& answer) {
        done(answer ? QString::fromUtf8(answer->body) : QString());
    });
}

} // namespace plans
