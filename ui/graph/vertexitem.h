#pragma once

#include "core/flink/jobgraph.h"

#include <QGraphicsItem>

namespace graph {

/// The card of one vertex: name, parallelism, how it spends its time, records, watermark; unfolded also the operators
/// of its chain. Its origin is its centre.
class VertexItem : public QGraphicsItem
{
public:
    enum class Mark { None, Bottleneck };

    explicit VertexItem(const flink::GraphVertex& vertex);

    void setVertex(const flink::GraphVertex& vertex, const QDateTime& observedAt); ///< another state of the same one
    const flink::GraphVertex& vertex() const { return m_vertex; }
    void setMark(Mark mark);
    void setShipped(const QString& how); ///< how records reach it: under the card
    void setUnfolded(bool unfolded);
    bool isUnfolded() const { return m_isUnfolded; }
    void setChosen(bool chosen);
    /// Dimmed where a search looks for something else.
    void setFaint(bool faint);

    QSizeF cardSize() const;
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    /// Room that the words around the card need above and below it.
    static double margin();

private:
    QRectF card() const;
    int shownOperators() const;
    void paintGround(QPainter* painter) const;
    void paintBar(QPainter* painter, const QRectF& place) const;
    void paintWords(QPainter* painter) const;
    void paintChain(QPainter* painter) const;
    void paintAround(QPainter* painter) const;
    void paintPair(QPainter* painter, double y, const QString& left, const QString& right) const;
    QString loadText() const;
    QString stateText() const;

    flink::GraphVertex m_vertex;
    QDateTime m_observedAt;
    QString m_shipped;
    Mark m_mark = Mark::None;
    bool m_isUnfolded = false, m_isChosen = false;
};

} // namespace graph
