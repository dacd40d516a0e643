#include "core/plans/flinkdoer.h"

#include "core/plans/flinklooking.h"

namespace plans {

FlinkDoer::FlinkDoer(FlinkSite site)
    : m_site(std::move(site))
{
}

void FlinkDoer::look(const workflow::Step& step, const workflow::Operation& operation, QObject* context,
                     std::function<void(base::Result<workflow::Sight>)> done)
{
    (new FlinkLooking(m_site, step, operation, context, std::move(done)))->start();
}

void FlinkDoer::send(const workflow::Step& step, const workflow::Operation&, QObject* context,
                     std::function<void(base::Result<base::Ok>)> done)
{
    const flink::RestWrite write{step.sends->method.toLatin1(), step.sends->path, step.sends->body.toObject()};
    m_site.rest->write(write, context, [done = std::move(done)](const base::Result<QJsonObject>& answer) {
        if (answer)
            done(base::Ok());
        else
            done(answer.error());
    });
}

} // namespace plans
