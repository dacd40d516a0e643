#pragma once

#include "core/base/result.h"
#include "core/flink/jobgraph.h"
#include "core/flink/restclient.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace flink {

/// Asks Flink for the graph of one job and for what is measured at its vertices: the plan, one question a vertex with
/// all metrics by name, and two more about those that look slow. A few questions at once; of a huge graph only the
/// first vertices. A vertex that is gone between two answers counts as not measured.
class GraphInquiry : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(base::Result<JobGraph>)>;

    /// `rest` must outlive this.
    explicit GraphInquiry(RestClient& rest, QObject* parent = nullptr);

    /// `closely`: ids of vertices whose subtasks are asked for whatever they look like. A later ask() takes the place
    /// of one that is under way, whose `done` is not called any more.
    void ask(const QString& jobId, const QSet<QString>& closely, Done done);
    bool isAsking() const { return static_cast<bool>(m_done); }
    /// Flink fetches metrics only behind a question: the pause before the second one. Tests shorten it.
    void setSecondQuestion(std::chrono::milliseconds pause) { m_secondQuestion = pause; }

private:
    void begin(const JobPlan& plan);
    void askVertices();
    void next();
    void askVertex(int vertex);
    void askSubtasks(int vertex);
    void endOfVertices();
    void finish(const base::Result<JobGraph>& graph);
    QList<int> slowest() const;

    RestClient& m_rest;
    std::chrono::milliseconds m_secondQuestion{1'000};
    QTimer m_pause;
    QObject* m_round = nullptr; ///< context of the questions under way
    QString m_job;
    QSet<QString> m_closely;
    Done m_done;
    JobGraph m_graph;
    QList<std::function<void()>> m_questions; ///< not asked yet, the last one next
    int m_flying = 0;
    int m_repeats = 0;
    bool m_areSubtasksAsked = false;
};

} // namespace flink
