#pragma once

#include "core/flink/rest.h"
#include "ui/deployment/linemodel.h"
#include "ui/deployment/subject.h"

#include <QWidget>

class QToolButton;

namespace widgets {
class Badge;
class CopyButton;
class ObjectTable;
class PlainLabel;
} // namespace widgets

namespace deployment {

/// One checkpoint: its facts, what each task did, and of a chosen task each subtask.
class CheckpointDetailPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CheckpointDetailPanel(Subject& subject, QWidget* parent = nullptr);

    /// Asks Flink for it; id 0 shows nothing.
    void choose(const QString& job, qint64 id);
    void refresh(); ///< asks again while it is in progress

signals:
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void ask();
    void askSubtasks();
    void showCheckpoint(const flink::CheckpointDetail& detail);
    void showSubtasks(const QList<flink::SubtaskCheckpoint>& subtasks);
    void retranslate();
    QString vertexName(const QString& id) const;

    Subject& m_subject;
    QString m_job, m_vertex;
    qint64 m_id = 0;
    bool m_isFinal = false;
    widgets::PlainLabel* m_title;
    widgets::Badge* m_badge;
    widgets::CopyButton* m_copy;
    QToolButton* m_close;
    widgets::PlainLabel* m_facts;
    widgets::PlainLabel* m_path;
    widgets::PlainLabel* m_problem;
    LineModel m_tasks, m_subtasks;
    widgets::ObjectTable* m_taskTable;
    widgets::ObjectTable* m_subtaskTable;
};

} // namespace deployment
