#pragma once

#include <QString>

namespace widgets {

/// A text as a tooltip shows it literally: tooltips guess at markup, and what a server says must stay text.
/// Long texts are cut at 2,000 characters.
QString plainToolTip(const QString& text);

} // namespace widgets
