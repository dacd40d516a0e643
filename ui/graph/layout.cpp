#include "ui/graph/layout.h"

#include <QByteArray>
#include <QMutex>

#include <gvc.h>

#include <algorithm>
#include <memory>

namespace graph {

namespace {

constexpr double pointsPerInch = 72;
constexpr qsizetype mostCurved = 300; ///< links; beyond that straight lines, which cost far less
constexpr double columnGap = 48, rowGap = 28;

// Graphviz changes what it is given, so no literal is handed to it.
struct Word
{
    QByteArray text;
    char* data() { return text.data(); }
};

void set(void* object, const char* name, const char* value)
{
    Word key{name}, text{value}, none{""};
    agsafeset(object, key.data(), text.data(), none.data());
}

void set(void* object, const char* name, double value)
{
    set(object, name, QByteArray::number(value, 'f', 4).constData());
}

QList<QPointF> curveOf(Agedge_t* edge, double height)
{
    const splines* drawn = ED_spl(edge);
    if (!drawn || drawn->size < 1)
        return {};
    const bezier& curve = drawn->list[0];
    QList<QPointF> points;
    for (int i = 0; i < int(curve.size); ++i)
        points += QPointF(curve.list[i].x, height - curve.list[i].y);
    if (curve.eflag)
        points.last() = QPointF(curve.ep.x, height - curve.ep.y);
    return points;
}

/// Without Graphviz: one column, box under box.
Drawing inColumn(const Sketch& sketch)
{
    Drawing drawing;
    double y = 0;
    for (const QSizeF& box : sketch.boxes) {
        drawing.centres += QPointF(box.width() / 2, y + box.height() / 2);
        y += box.height() + rowGap;
        drawing.size = drawing.size.expandedTo(QSizeF(box.width(), y));
    }
    drawing.curves.resize(sketch.links.size());
    return drawing;
}

struct Context
{
    GVC_t* gvc = gvContext();
    Agraph_t* graph = nullptr;
    bool isLaidOut = false;

    Context()
    {
        Word name{"job"};
        graph = agopen(name.data(), Agdirected, nullptr);
    }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context()
    {
        if (isLaidOut)
            gvFreeLayout(gvc, graph);
        agclose(graph);
        gvFreeContext(gvc);
    }
};

} // namespace

Drawing layOut(const Sketch& sketch)
{
    static QMutex one;
    const QMutexLocker locked(&one);
    if (sketch.boxes.isEmpty())
        return {};
    Context context;
    set(context.graph, "rankdir", "LR");
    set(context.graph, "ranksep", columnGap / pointsPerInch);
    set(context.graph, "nodesep", rowGap / pointsPerInch);
    set(context.graph, "splines", sketch.links.size() > mostCurved ? "line" : "spline");
    set(context.graph, "nslimit", "2");
    set(context.graph, "mclimit", "0.5");

    QList<Agnode_t*> nodes;
    for (int i = 0; i < sketch.boxes.size(); ++i) {
        Word name{QByteArray::number(i)};
        Agnode_t* node = agnode(context.graph, name.data(), 1);
        set(node, "shape", "box");
        set(node, "fixedsize", "true");
        set(node, "label", "");
        set(node, "width", sketch.boxes.at(i).width() / pointsPerInch);
        set(node, "height", sketch.boxes.at(i).height() / pointsPerInch);
        nodes += node;
    }
    QList<Agedge_t*> edges;
    for (const auto& [from, to] : sketch.links)
        edges += agedge(context.graph, nodes.at(from), nodes.at(to), nullptr, 1);

    context.isLaidOut = gvLayout(context.gvc, context.graph, "dot") == 0;
    if (!context.isLaidOut)
        return inColumn(sketch);
    const boxf bounds = GD_bb(context.graph);
    Drawing drawing;
    drawing.size = QSizeF(bounds.UR.x, bounds.UR.y);
    for (Agnode_t* node : nodes)
        drawing.centres += QPointF(ND_coord(node).x, bounds.UR.y - ND_coord(node).y);
    for (Agedge_t* edge : edges)
        drawing.curves += curveOf(edge, bounds.UR.y);
    return drawing;
}

} // namespace graph
