#pragma once

class QPainter;
class QWidget;

namespace widgets {

/// The ring inside the edge of a control that has the keyboard; nothing where the focus is not shown.
void paintFocusRing(QPainter* painter, const QWidget* widget);

} // namespace widgets
