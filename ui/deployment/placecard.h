#pragma once

#include "core/flink/failureplace.h"
#include "core/kube/logs.h"
#include "ui/widgets/card.h"

class QGridLayout;
class QPushButton;

namespace widgets {
class PlainLabel;
} // namespace widgets

namespace deployment {

/// Where the newest failure of a group happened: subtask, pod and node, how the pod ended, and the ways to its logs.
class PlaceCard : public widgets::Card
{
    Q_OBJECT
public:
    explicit PlaceCard(QWidget* parent = nullptr);

    void showPlace(const flink::FailurePlace& place);

signals:
    void logRequested(const QString& pod, kube::LogQuery::Instance instance);

private:
    struct Row
    {
        widgets::PlainLabel* title;
        widgets::PlainLabel* value;
    };
    Row addRow();
    static void fill(const Row& row, const QString& title, const QString& value);
    void showEnd(const flink::FailurePlace& place);

    QGridLayout* m_grid;
    Row m_task, m_subtask, m_pod, m_node, m_end, m_notice;
    QPushButton* m_log;
    QPushButton* m_previous;
    QString m_podName;
};

} // namespace deployment
