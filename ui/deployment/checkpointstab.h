#pragma once

#include "ui/deployment/linemodel.h"
#include "ui/deployment/tab.h"

namespace widgets {
class Banner;
class PlainLabel;
} // namespace widgets

namespace deployment {

class CheckpointDetailPanel;
class HistoryChart;

/// The checkpoints Flink remembers of the chosen job: how many, how they are configured, how long and how large they
/// were, and of a selected one what each task and subtask did.
class CheckpointsTab : public Tab
{
    Q_OBJECT
public:
    CheckpointsTab(Subject& subject, QWidget* parent);

    QString title() const override;
    QString id() const override { return QStringLiteral("checkpoints"); }
    void refresh() override;
    void tick() override { m_model.tick(); }

private:
    void connectParts();
    void showHistory(const flink::CheckpointHistory& history);
    void showFacts(const flink::CheckpointHistory& history);
    void showStreak(const flink::CheckpointHistory& history);
    void showCharts(const flink::CheckpointHistory& history);
    void select(qint64 id);
    void showSelected();

    LineModel m_model;
    widgets::ObjectTable* m_table;
    widgets::Banner* m_streak;
    widgets::PlainLabel* m_counts;
    widgets::PlainLabel* m_config;
    HistoryChart* m_durations;
    HistoryChart* m_sizes;
    CheckpointDetailPanel* m_detail;
};

} // namespace deployment
