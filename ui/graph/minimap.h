#pragma once

#include <QWidget>

class QGraphicsView;

namespace graph {

/// All of a scene in a corner of its view, with the part that the view shows; a click goes there.
class Minimap : public QWidget
{
    Q_OBJECT
public:
    explicit Minimap(QGraphicsView* view);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QTransform toMap() const;
    void go(const QPointF& where);

    QGraphicsView* m_view;
};

} // namespace graph
