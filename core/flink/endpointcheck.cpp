#include "core/flink/endpointcheck.h"

#include "core/base/visibletext.h"

using namespace Qt::StringLiterals;

namespace flink {

namespace {

using Verdict = DoctorStep::Verdict;

} // namespace

EndpointCheck::EndpointCheck(WayCheck& way, QObject* parent)
    : QObject(parent)
    , m_way(way)
{
}

EndpointCheck::~EndpointCheck() = default;

void EndpointCheck::readAddress(const Endpoint& endpoint, Done done)
{
    const base::Result<EndpointAccess> access = accessTo(endpoint);
    if (!access) {
        done(Finding::failed(access.error()));
        return;
    }
    const bool hasCertificate = !endpoint.certificateFile.isEmpty();
    m_way.setTarget(access->target, access->credentials,
                    hasCertificate ? WayCheck::Certificate::Show : WayCheck::Certificate::None,
                    WayCheck::PlainText::Expected);
    m_client = std::make_unique<http::Client>(access->target, access->credentials);
    m_rest = std::make_unique<RestClient>(*m_client, QString());
    done({Verdict::Ok, access->target.base.toDisplayString()});
}

void EndpointCheck::askOverview(Done done)
{
    m_rest->overview(this, [done = std::move(done)](const base::Result<ClusterOverview>& overview) {
        if (!overview) {
            done(Finding::failed(overview.error()));
            return;
        }
        done({Verdict::Ok, tr("Flink %1, TaskManagers: %2, running jobs: %3")
                               .arg(base::visibleText(overview->flinkVersion, 100),
                                    QString::number(overview->taskManagers), QString::number(overview->jobsRunning))});
    });
}

} // namespace flink
