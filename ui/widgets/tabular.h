#pragma once

#include <QList>
#include <QString>

class QFontMetrics;
class QPainter;
class QRect;

namespace widgets {

/// Text whose digits all take the width of the widest, so that figures stand under one another also in a proportional
/// font.
int tabularWidth(const QFontMetrics& metrics, const QString& text);
/// Right-aligned, vertically centred, in the painter's font and pen.
void drawTabular(QPainter* painter, const QRect& place, const QString& text);
/// A line of values without axes; its last point is marked. Fewer than two values draw nothing.
void drawSparkline(QPainter* painter, const QRect& place, const QList<double>& values);

} // namespace widgets
