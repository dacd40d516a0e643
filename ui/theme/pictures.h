#pragma once

#include <QByteArray>
#include <QColor>
#include <QSize>

class QPainter;
class QPixmap;
class QRectF;

namespace theme {

/// Draws an SVG; `size` is in device pixels.
QPixmap renderSvg(const QByteArray& svg, const QSize& size);
/// The text of one file of our resources; empty: there is none.
QByteArray resourceText(const QString& path);

} // namespace theme
