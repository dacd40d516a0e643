#include "core/flink/graphinquiry.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace flink {

namespace {

constexpr int atOnce = 6;
constexpr int mostVertices = 500; ///< that are measured
constexpr int mostLookedAt = 6;   ///< whose subtasks are asked for by themselves
constexpr double looksSlow = 0.6; ///< busy: some subtask at least
constexpr int mostRepeats = 3;

} // namespace

GraphInquiry::GraphInquiry(RestClient& rest, QObject* parent)
    : QObject(parent)
    , m_rest(rest)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &GraphInquiry::askVertices);
}

void GraphInquiry::ask(const QString& jobId, const QSet<QString>& closely, Done done)
{
    delete m_round; // aborts what is still asked
    m_round = new QObject(this);
    m_pause.stop();
    m_job = jobId;
    m_closely = closely;
    m_done = std::move(done);
    m_questions.clear();
    m_flying = m_repeats = 0;
    m_rest.jobPlan(jobId, m_round, [this](const base::Result<JobPlan>& plan) {
        if (plan)
            begin(*plan);
        else
            finish(plan.error());
    });
}

void GraphInquiry::begin(const JobPlan& plan)
{
    m_graph = graphOf(plan);
    askVertices();
}

void GraphInquiry::askVertices()
{
    m_areSubtasksAsked = false;
    for (int v = std::min(int(m_graph.vertices.size()), mostVertices) - 1; v >= 0; --v)
        m_questions += [this, v] { askVertex(v); };
    next();
}

void GraphInquiry::next()
{
    while (m_flying < atOnce && !m_questions.isEmpty()) {
        ++m_flying;
        m_questions.takeLast()();
    }
    if (m_flying > 0)
        return;
    if (m_areSubtasksAsked)
        finish(m_graph);
    else
        endOfVertices();
}

void GraphInquiry::askVertex(int vertex)
{
    m_rest.vertexMetrics(m_job, m_graph.vertices.at(vertex).id, vertexMetricNames(), m_round,
                         [this, vertex](const base::Result<QList<MetricSpread>>& metrics) {
                             if (metrics)
                                 takeMetrics(m_graph.vertices[vertex], *metrics);
                             --m_flying;
                             next();
                         });
}

/// First where the subtasks are, then how they spend their time.
void GraphInquiry::askSubtasks(int vertex)
{
    const QString id = m_graph.vertices.at(vertex).id;
    const auto subtasks = std::make_shared<QList<Subtask>>();
    const auto take = [this, vertex, subtasks](const base::Result<VertexLoad>& load) {
        takeSubtasks(m_graph.vertices[vertex], *subtasks, load ? *load : VertexLoad());
        --m_flying;
        next();
    };
    m_rest.subtasks(m_job, id, m_round, [this, id, subtasks, take](const base::Result<QList<Subtask>>& all) {
        if (all)
            *subtasks = *all;
        m_rest.vertexLoad(m_job, id, m_round, take);
    });
}

QList<int> GraphInquiry::slowest() const
{
    QList<int> slow, all;
    for (int v = 0; v < m_graph.vertices.size(); ++v) {
        const GraphVertex& vertex = m_graph.vertices.at(v);
        if (m_closely.contains(vertex.id))
            all += v;
        else if (vertex.busy.most.value_or(0) >= looksSlow)
            slow += v;
    }
    std::ranges::stable_sort(slow, std::ranges::greater(),
                             [this](int v) { return m_graph.vertices.at(v).busy.most.value_or(0); });
    return all + slow.first(std::min<qsizetype>(slow.size(), mostLookedAt));
}

void GraphInquiry::endOfVertices()
{
    const bool isRunning = m_graph.state == u"RUNNING";
    if (isRunning && m_repeats < mostRepeats && !m_graph.vertices.isEmpty() &&
        std::ranges::none_of(m_graph.vertices, &GraphVertex::isMeasured)) {
        ++m_repeats;
        m_pause.start(m_secondQuestion);
        return;
    }
    m_areSubtasksAsked = true;
    const QList<int> asked = slowest();
    for (const int v : asked)
        m_questions += [this, v] { askSubtasks(v); };
    next();
}

void GraphInquiry::finish(const base::Result<JobGraph>& graph)
{
    const Done done = std::exchange(m_done, {});
    if (done)
        done(graph);
}

} // namespace flink
