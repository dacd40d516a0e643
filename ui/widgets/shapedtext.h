#pragma once

#include <Qt>

class QPainter;
class QRect;
class QString;

namespace widgets {

/// Draws one line of text in the painter's font and pen, centred vertically in `room` and cut by `mode` where it is
/// wider; answers the width that was drawn. What was drawn before is not shaped again, which is most of what a table
/// costs that is painted sixty times a second. GUI thread only.
int drawShaped(QPainter* painter, const QRect& room, Qt::Alignment side, const QString& text, Qt::TextElideMode mode);
/// The same from `x` to the right, uncut, on a base line.
void drawShaped(QPainter* painter, int x, int baseLine, const QString& text);

} // namespace widgets
