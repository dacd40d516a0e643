#pragma once

#include <QList>
#include <QPointF>
#include <QSizeF>

#include <utility>

namespace graph {

/// Boxes and the links between them, by place in `boxes`; sizes in device independent pixels.
struct Sketch
{
    QList<QSizeF> boxes;
    QList<std::pair<int, int>> links;
};

/// Where they go, from left to right.
struct Drawing
{
    QList<QPointF> centres;
    QList<QList<QPointF>> curves; ///< a link each: the control points of cubic curves, 1 + 3n; empty: draw a line
    QSizeF size;
};

/// Laid out by Graphviz, or, where it refuses, in columns. May take seconds for a thousand boxes: for a thread of its
/// own. One at a time, because Graphviz keeps globals: others wait.
Drawing layOut(const Sketch& sketch);

} // namespace graph
