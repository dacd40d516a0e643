#pragma once

#include "core/health/bottleneck.h"
#include "ui/graph/layout.h"

#include <QGraphicsView>

namespace graph {

class Minimap;
class VertexItem;

/// The graph of a job as cards and arrows: dragged, zoomed with wheel, + and −, fitted with 0; arrow keys go from card
/// to card along the edges, Enter unfolds the operators of a chain. Laid out in the background when its structure
/// changes; new figures are put into the cards that are there.
class GraphView : public QGraphicsView
{
    Q_OBJECT
public:
    explicit GraphView(QWidget* parent = nullptr);
    ~GraphView() override;

    void showGraph(const flink::JobGraph& graph, const std::optional<health::Bottleneck>& bottleneck,
                   const QDateTime& observedAt);
    bool isLaidOut() const { return m_isLaidOut; }

    QString chosen() const; ///< id of a vertex; empty: none
    void choose(const QString& id);
    /// Those whose name or operators do not contain it are faint; the first that does is chosen. Empty: none is faint.
    /// How many were found.
    int search(const QString& text);
    void unfold(const QString& id, bool unfolded);
    bool isUnfolded(const QString& id) const { return m_unfolded.contains(id); }

    void zoomBy(double factor);
    void fit(); ///< all of it in view, never larger than natural
    double zoom() const { return transform().m11(); }

signals:
    void picked(const QString& id); ///< by hand or key; empty: none
    void laidOut();

protected:
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    bool hasStructureOf(const flink::JobGraph& graph) const;
    void build();
    void showFigures();
    void layOutAnew();
    void place(const Drawing& drawing);
    void addArrow(const QList<QPointF>& curve, int from, int to);
    void pick(int index);
    void step(int dx, int dy);
    int neighbour(int dx, int dy) const;
    void placeMinimap();
    void dress();
    VertexItem* cardAt(const QPoint& where) const;

    flink::JobGraph m_graph;
    std::optional<health::Bottleneck> m_bottleneck;
    QDateTime m_observedAt;
    QList<VertexItem*> m_cards;
    QList<QGraphicsItem*> m_arrows;
    QSet<QString> m_unfolded;
    Minimap* m_minimap;
    int m_chosen = -1;
    int m_layouts = 0; ///< the last one asked for counts
    bool m_isLaidOut = false, m_isFitted = false;
};

} // namespace graph
