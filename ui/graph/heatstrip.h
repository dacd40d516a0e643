#pragma once

#include "core/flink/jobgraph.h"

#include <QWidget>

namespace graph {

/// The subtasks of a vertex as a strip of cells, the busier the hotter. Arrow keys and the pointer choose one.
class HeatStrip : public QWidget
{
    Q_OBJECT
public:
    explicit HeatStrip(QWidget* parent = nullptr);

    void showSubtasks(const QList<flink::SubtaskFigures>& subtasks);
    void choose(int index); ///< of the subtask; −1: none
    int chosen() const { return m_chosen; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

signals:
    void picked(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    int columns() const;
    QRectF cell(int place) const;
    int placeAt(const QPointF& where) const; ///< −1: none
    int placeOfChosen() const;
    void describe();

    QList<flink::SubtaskFigures> m_subtasks;
    int m_chosen = -1;
};

/// "Subtask 7: busy 93 %, 12.1k records, TaskManager orders-taskmanager-1-4".
QString describe(const flink::SubtaskFigures& subtask);

} // namespace graph
