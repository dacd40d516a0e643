#include "ui/widgets/tooltip.h"

#include <QTextDocument>

namespace widgets {

using namespace Qt::StringLiterals;

QString plainToolTip(const QString& text)
{
    constexpr qsizetype longest = 2'000;
    const QString shown = text.size() > longest ? text.left(longest) + u"…"_s : text;
    if (!Qt::mightBeRichText(shown))
        return shown;
    return u"<qt>"_s + shown.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</qt>"_s;
}

} // namespace widgets
