#pragma once

class QScrollArea;
class QWidget;

namespace operations {

/// `content` as wide as its place, as far as its words allow it; takes it.
QScrollArea* scrolling(QWidget* content);
/// The same with the content at the top, where it is lower than its place.
QScrollArea* scrollingAtTop(QWidget* content);

} // namespace operations
