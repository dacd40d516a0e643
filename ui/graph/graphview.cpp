#include "ui/graph/graphview.h"

#include "core/base/background.h"
#include "core/base/visibletext.h"
#include "ui/graph/minimap.h"
#include "ui/graph/vertexitem.h"
#include "ui/graph/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/focusring.h"

#include <QAccessible>
#include <QGraphicsPathItem>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace graph {

namespace {

constexpr double leastZoom = 0.05, mostZoom = 3, zoomStep = 1.25;
constexpr double border = 40, arrowLength = 9, arrowWidth = 4;

/// How records reach a vertex: each way once.
QString shippedTo(const flink::JobGraph& graph, int vertex)
{
    QStringList ways;
    for (const flink::GraphEdge& edge : graph.edges) {
        if (edge.to == vertex && !edge.shipStrategy.isEmpty() && !ways.contains(edge.shipStrategy))
            ways += base::visibleText(edge.shipStrategy, 40);
    }
    return ways.join(u" · "_s);
}

bool matches(const flink::GraphVertex& vertex, const QString& text)
{
    const auto has = [&text](const QString& name) { return name.contains(text, Qt::CaseInsensitive); };
    return has(vertex.name) || has(vertex.id) || std::ranges::any_of(vertex.chain, has, &flink::ChainedOperator::name);
}

} // namespace

GraphView::GraphView(QWidget* parent)
    : QGraphicsView(parent)
    , m_minimap(new Minimap(this))
{
    setScene(new QGraphicsScene(this));
    setDragMode(QGraphicsView::ScrollHandDrag);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    setFocusPolicy(Qt::StrongFocus);
    dress();
}

GraphView::~GraphView() = default;

void GraphView::dress()
{
    setBackgroundBrush(theme::color(theme::Role::Raised));
    viewport()->setCursor(Qt::ArrowCursor);
}

void GraphView::showGraph(const flink::JobGraph& graph, const std::optional<health::Bottleneck>& bottleneck,
                          const QDateTime& observedAt)
{
    const bool isSame = hasStructureOf(graph);
    const QString before = chosen();
    m_graph = graph;
    m_bottleneck = bottleneck;
    m_observedAt = observedAt;
    if (!isSame) {
        build();
        choose(before);
    }
    showFigures();
    if (!isSame)
        layOutAnew();
}

bool GraphView::hasStructureOf(const flink::JobGraph& graph) const
{
    return graph.jobId == m_graph.jobId && graph.edges == m_graph.edges &&
           std::ranges::equal(graph.vertices, m_graph.vertices, {}, &flink::GraphVertex::id, &flink::GraphVertex::id) &&
           std::ranges::equal(graph.vertices, m_graph.vertices, {}, &flink::GraphVertex::chain,
                              &flink::GraphVertex::chain);
}

void GraphView::build()
{
    scene()->clear();
    m_cards.clear();
    m_arrows.clear();
    m_chosen = -1;
    m_isLaidOut = m_isFitted = false;
    for (int v = 0; v < m_graph.vertices.size(); ++v) {
        auto* card = new VertexItem(m_graph.vertices.at(v));
        card->setUnfolded(m_unfolded.contains(m_graph.vertices.at(v).id));
        card->setShipped(shippedTo(m_graph, v));
        card->hide(); // until it has a place
        scene()->addItem(card);
        m_cards += card;
    }
}

void GraphView::showFigures()
{
    for (int v = 0; v < m_cards.size(); ++v) {
        m_cards.at(v)->setVertex(m_graph.vertices.at(v), m_observedAt);
        m_cards.at(v)->setMark(m_bottleneck && m_bottleneck->vertex == v ? VertexItem::Mark::Bottleneck
                                                                         : VertexItem::Mark::None);
    }
    m_minimap->update();
}

void GraphView::layOutAnew()
{
    Sketch sketch;
    for (const VertexItem* card : std::as_const(m_cards))
        sketch.boxes += card->cardSize() + QSizeF(0, 2 * VertexItem::margin());
    for (const flink::GraphEdge& edge : std::as_const(m_graph.edges))
        sketch.links += {edge.from, edge.to};
    base::inBackground(
        this, [sketch] { return layOut(sketch); },
        [this, number = ++m_layouts](const Drawing& drawing) {
            if (number == m_layouts)
                place(drawing);
        });
}

void GraphView::place(const Drawing& drawing)
{
    qDeleteAll(m_arrows);
    m_arrows.clear();
    for (int v = 0; v < m_cards.size(); ++v) {
        m_cards.at(v)->setPos(drawing.centres.at(v));
        m_cards.at(v)->show();
    }
    for (int e = 0; e < m_graph.edges.size(); ++e)
        addArrow(drawing.curves.value(e), m_graph.edges.at(e).from, m_graph.edges.at(e).to);
    scene()->setSceneRect(QRectF(QPointF(), drawing.size).adjusted(-border, -border, border, border));
    m_isLaidOut = true;
    if (!m_isFitted)
        fit();
    m_minimap->update();
    placeMinimap();
    emit laidOut();
}

void GraphView::addArrow(const QList<QPointF>& curve, int from, int to)
{
    QPainterPath path;
    QPointF before, tip;
    const auto half = [this](int card) { return QPointF(m_cards.at(card)->cardSize().width() / 2, 0); };
    if (curve.size() >= 4) {
        path.moveTo(curve.first());
        for (qsizetype i = 1; i + 2 < curve.size(); i += 3)
            path.cubicTo(curve.at(i), curve.at(i + 1), curve.at(i + 2));
        tip = curve.last();
        before = curve.at(curve.size() - 2);
        path.lineTo(tip);
    } else {
        before = m_cards.at(from)->pos() + half(from);
        tip = m_cards.at(to)->pos() - half(to);
        path.moveTo(before);
        path.lineTo(tip);
    }
    const double angle = std::atan2(tip.y() - before.y(), tip.x() - before.x());
    const QPointF along(std::cos(angle), std::sin(angle)), across(-along.y(), along.x());
    QPainterPath head(tip);
    head.lineTo(tip - along * arrowLength + across * arrowWidth);
    head.lineTo(tip - along * arrowLength - across * arrowWidth);
    head.closeSubpath();
    const QColor ink = theme::color(theme::Role::Edge);
    auto* line = scene()->addPath(path, QPen(ink, 1.5));
    auto* point = scene()->addPath(head, Qt::NoPen, ink);
    for (QGraphicsPathItem* item : {line, point}) {
        item->setZValue(-1);
        m_arrows += item;
    }
}

QString GraphView::chosen() const
{
    return m_chosen < 0 ? QString() : m_graph.vertices.at(m_chosen).id;
}

void GraphView::choose(const QString& id)
{
    const int index = m_graph.indexOf(id);
    if (m_chosen >= 0)
        m_cards.at(m_chosen)->setChosen(false);
    m_chosen = index < m_cards.size() ? index : -1;
    if (m_chosen < 0)
        return;
    m_cards.at(m_chosen)->setChosen(true);
    if (m_isLaidOut)
        ensureVisible(m_cards.at(m_chosen), 20, 20);
    setAccessibleDescription(describe(m_graph.vertices.at(m_chosen)));
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

void GraphView::pick(int index)
{
    choose(index < 0 ? QString() : m_graph.vertices.at(index).id);
    emit picked(chosen());
}

int GraphView::search(const QString& text)
{
    int found = 0;
    int first = -1;
    for (int v = 0; v < m_cards.size(); ++v) {
        const bool isFound = !text.isEmpty() && matches(m_graph.vertices.at(v), text);
        m_cards.at(v)->setFaint(!text.isEmpty() && !isFound);
        found += int(isFound);
        if (isFound && first < 0)
            first = v;
    }
    if (first >= 0)
        pick(first);
    return found;
}

void GraphView::unfold(const QString& id, bool unfolded)
{
    const int index = m_graph.indexOf(id);
    if (index < 0 || m_graph.vertices.at(index).chain.size() < 2)
        return;
    if (unfolded)
        m_unfolded.insert(id);
    else
        m_unfolded.remove(id);
    m_cards.at(index)->setUnfolded(unfolded);
    layOutAnew();
}

void GraphView::zoomBy(double factor)
{
    const double wanted = std::clamp(zoom() * factor, leastZoom, mostZoom);
    scale(wanted / zoom(), wanted / zoom());
    m_isFitted = true;
    m_minimap->update();
    placeMinimap();
}

void GraphView::fit()
{
    const QRectF all = scene()->sceneRect();
    if (all.isEmpty() || viewport()->width() < 2)
        return;
    const double wanted = std::min({viewport()->width() / all.width(), viewport()->height() / all.height(), 1.0});
    setTransform(QTransform::fromScale(std::max(wanted, leastZoom), std::max(wanted, leastZoom)));
    centerOn(all.center());
    m_isFitted = isVisible();
    placeMinimap();
}

void GraphView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ShiftModifier) || event->angleDelta().y() == 0)
        return QGraphicsView::wheelEvent(event);
    zoomBy(std::pow(zoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

/// The nearest card that way: along the edges sideways, else by its place.
int GraphView::neighbour(int dx, int dy) const
{
    const QPointF here = m_cards.at(m_chosen)->pos();
    const flink::GraphVertex& vertex = m_graph.vertices.at(m_chosen);
    const QList<int>& linked = dx < 0 ? vertex.inputs : vertex.outputs;
    int best = -1;
    double least = 0;
    for (int v = 0; v < m_cards.size(); ++v) {
        const QPointF there = m_cards.at(v)->pos() - here;
        const double ahead = dx * there.x() + dy * there.y();
        const double aside = std::abs(dx != 0 ? there.y() : there.x());
        const bool isLinked = dx != 0 && linked.contains(v);
        if (v == m_chosen || (dx != 0 && !linked.isEmpty() ? !isLinked : ahead < 1))
            continue;
        const double cost = std::abs(ahead) + 3 * aside;
        if (best < 0 || cost < least) {
            best = v;
            least = cost;
        }
    }
    return best;
}

void GraphView::step(int dx, int dy)
{
    const int next = m_cards.isEmpty() ? -1 : m_chosen < 0 ? 0 : neighbour(dx, dy);
    if (next >= 0)
        pick(next);
}

void GraphView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1, 0);
    case Qt::Key_Right:
        return step(1, 0);
    case Qt::Key_Up:
        return step(0, -1);
    case Qt::Key_Down:
        return step(0, 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(zoomStep);
    case Qt::Key_Minus:
        return zoomBy(1 / zoomStep);
    case Qt::Key_0:
        return fit();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return unfold(chosen(), !isUnfolded(chosen()));
    case Qt::Key_Home:
        return pick(m_cards.isEmpty() ? -1 : 0);
    case Qt::Key_End:
        return pick(int(m_cards.size()) - 1);
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

VertexItem* GraphView::cardAt(const QPoint& where) const
{
    return dynamic_cast<VertexItem*>(itemAt(where));
}

void GraphView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        if (auto* card = cardAt(event->pos()))
            pick(int(m_cards.indexOf(card)));
    }
    QGraphicsView::mousePressEvent(event);
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto* card = cardAt(event->pos()))
        unfold(card->vertex().id, !card->isUnfolded());
    else
        fit();
}

void GraphView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    if (m_isLaidOut && !m_isFitted)
        fit();
    placeMinimap();
}

void GraphView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    m_minimap->update();
}

void GraphView::placeMinimap()
{
    const QRectF all = scene()->sceneRect();
    const bool isNeeded = m_isLaidOut && (all.width() * zoom() > viewport()->width() + 1 ||
                                          all.height() * zoom() > viewport()->height() + 1);
    m_minimap->setVisible(isNeeded);
    m_minimap->move(width() - m_minimap->width() - theme::pageMargin - verticalScrollBar()->width(),
                    height() - m_minimap->height() - theme::pageMargin - horizontalScrollBar()->height());
}

void GraphView::changeEvent(QEvent* event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    dress();
    for (QGraphicsItem* item : std::as_const(m_arrows)) {
        auto* path = static_cast<QGraphicsPathItem*>(item);
        const QColor ink = theme::color(theme::Role::Edge);
        if (path->pen().style() == Qt::NoPen)
            path->setBrush(ink);
        else
            path->setPen(QPen(ink, 1.5));
    }
}

void GraphView::drawForeground(QPainter* painter, const QRectF&)
{
    painter->save();
    painter->resetTransform();
    widgets::paintFocusRing(painter, this);
    painter->restore();
}

} // namespace graph
