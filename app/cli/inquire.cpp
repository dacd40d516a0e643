#include "app/cli/inquire.h"

#include "app/cli/session.h"
#include "core/flink/serviceproxy.h"
#include "core/health/inquiry.h"

namespace cli {

void inquire(Session& session, const std::shared_ptr<ClusterRoute>& route,
             const base::Observed<std::shared_ptr<const flink::Deployment>>& resource,
             const std::shared_ptr<flink::PollBudget>& budget, std::function<void(const health::Evidence&)> done)
{
    const std::shared_ptr<const flink::Deployment>& deployment = *resource.value;
    const kube::ObjectKey key{deployment->metadata.nameSpace, deployment->metadata.name};
    const auto observer = std::make_shared<flink::ClusterObserver>(
        std::make_unique<flink::RestClient>(*route->client, flink::serviceProxyPath(key)), flink::PollTimes(), budget,
        flink::PodSource{route->api.get(), key});
    auto inquiry = std::make_shared<health::Inquiry>(
        observer, [deployment] { return deployment; }, health::Inquiry::Pods::Listed);
    session.keep(inquiry);
    QObject::connect(inquiry.get(), &health::Inquiry::settled, &session,
                     [inquiry = inquiry.get(), resource, done = std::move(done)] {
                         health::Evidence evidence = inquiry->evidence();
                         inquiry->stop();
                         evidence.resource = resource;
                         evidence.now = QDateTime::currentDateTimeUtc();
                         done(evidence);
                     });
    inquiry->setPace(flink::ClusterObserver::Pace::Foreground);
}

} // namespace cli
