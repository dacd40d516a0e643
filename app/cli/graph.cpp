#include "app/cli/commands.h"
#include "app/cli/graphreport.h"
#include "app/cli/routes.h"
#include "app/cli/session.h"
#include "core/flink/graphinquiry.h"
#include "core/flink/podlisting.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

/// One run of the verb: the job, its graph, and where its TaskManagers are.
class GraphRun
{
public:
    GraphRun(Session& session, std::shared_ptr<FlinkRoute> route)
        : m_session(session)
        , m_route(std::move(route))
        , m_inquiry(*m_route->rest)
    {
    }

    void showJobOf(const QString& deployment)
    {
        m_route->rest->jobs(&m_session, [this, deployment](const base::Result<QList<flink::JobOverview>>& jobs) {
            if (!jobs)
                return m_session.fail(jobs.error());
            choose(deployment, *jobs);
        });
    }

    void show(const QString& job)
    {
        m_inquiry.ask(job, {}, [this](const base::Result<flink::JobGraph>& graph) {
            if (!graph)
                return m_session.fail(graph.error());
            m_report.graph = *graph;
            m_report.observedAt = QDateTime::currentDateTimeUtc();
            if (m_route->cluster)
                askPods();
            else
                answer();
        });
    }

private:
    /// The one that runs, else the one that began last.
    void choose(const QString& deployment, QList<flink::JobOverview> jobs)
    {
        const auto running = std::ranges::count(jobs, u"RUNNING"_s, &flink::JobOverview::state);
        if (jobs.isEmpty() || running > 1)
            return m_session.fail(
                ExitCode::Usage,
                jobs.isEmpty()
                    ? Text::tr("This Flink cluster has no jobs.")
                    : Text::tr("Several jobs run there. Choose one: dreyctl graph ID --deployment %1").arg(deployment));
        const auto rank = [](const flink::JobOverview& job) {
            return std::pair(job.state == u"RUNNING", job.startTime);
        };
        show(std::ranges::max_element(jobs, {}, rank)->id);
    }

    void askPods()
    {
        const kube::ObjectKey key{m_route->cluster->own, m_route->deployment};
        flink::listPods(*m_route->cluster->api, key, m_route->rest->priority(), &m_session,
                        [this](const base::Result<QList<flink::Pod>>& pods) {
                            if (pods)
                                m_report.pods = *pods;
                            answer();
                        });
    }

    void answer()
    {
        m_report.bottleneck = health::findBottleneck(m_report.graph, m_report.pods, m_report.observedAt);
        if (m_session.invocation().values(u"output"_s).contains(u"dot"_s))
            return m_session.print(flink::dotOf(m_report.graph));
        if (m_report.graph.strayEdges > 0)
            m_session.warn(Text::tr("Flink names edges of vertices that it does not list; they are left out (%1).")
                               .arg(m_report.graph.strayEdges));
        m_session.answer(graphJson(m_report), [this] { return graphText(m_report, m_session.colors()); });
    }

    Session& m_session;
    std::shared_ptr<FlinkRoute> m_route;
    flink::GraphInquiry m_inquiry;
    GraphReport m_report;
};

} // namespace

void showGraph(Session& session)
{
    const Invocation& invocation = session.invocation();
    const QString typed = invocation.arguments.first();
    const bool isJob = invocation.has(u"endpoint"_s) || invocation.has(u"deployment"_s);
    const auto job = isJob ? jobId(session, typed) : std::optional(QString());
    if (!job)
        return;
    const auto route = isJob ? flinkRoute(session) : deploymentRoute(session, typed);
    if (!route)
        return;
    auto& run = session.keep(std::make_shared<GraphRun>(session, route));
    if (isJob)
        run.show(*job);
    else
        run.showJobOf(typed);
}

} // namespace cli
