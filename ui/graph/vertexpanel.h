#pragma once

#include "core/health/bottleneck.h"

#include <QWidget>

namespace widgets {
class PlainLabel;
} // namespace widgets

namespace graph {

class HeatStrip;

/// What is known of one vertex: its figures, why it is named the bottleneck, its subtasks and where a chosen one runs.
class VertexPanel : public QWidget
{
    Q_OBJECT
public:
    explicit VertexPanel(QWidget* parent = nullptr);

    /// `bottleneck`: when it is this vertex.
    void showVertex(const flink::GraphVertex& vertex, const std::optional<health::Bottleneck>& bottleneck,
                    const QDateTime& observedAt);
    void showNone(); ///< asks to choose one
    HeatStrip* strip() const { return m_strip; }

private:
    void showSubtasks();
    void showSubtask(int index);
    QString figures(const QDateTime& observedAt) const;

    flink::GraphVertex m_vertex;
    std::optional<health::Bottleneck> m_bottleneck; ///< of this vertex
    widgets::PlainLabel* m_name;
    widgets::PlainLabel* m_figures;
    widgets::PlainLabel* m_why;
    widgets::PlainLabel* m_evidence;
    widgets::PlainLabel* m_subtasks;
    HeatStrip* m_strip;
    widgets::PlainLabel* m_subtask;
};

} // namespace graph
