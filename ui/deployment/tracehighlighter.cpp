#include "ui/deployment/tracehighlighter.h"

#include "core/flink/stacktrace.h"
#include "ui/theme/theme.h"

namespace deployment {

using namespace Qt::StringLiterals;

TraceHighlighter::TraceHighlighter(QTextDocument* document)
    : QSyntaxHighlighter(document)
{
    if (auto* theme = theme::Theme::instance())
        connect(theme, &theme::Theme::changed, this, &TraceHighlighter::rehighlight);
}

void TraceHighlighter::highlightBlock(const QString& text)
{
    QTextCharFormat format;
    const QStringView frame = flink::frameOf(text);
    const QStringView line = QStringView(text).trimmed();
    if (!frame.isEmpty() && flink::isOwnFrame(frame)) {
        format.setForeground(theme::color(theme::Role::Text));
        format.setFontWeight(QFont::Bold);
    } else if (!frame.isEmpty() || line.startsWith(u"...")) {
        format.setForeground(theme::color(theme::Role::SecondaryText));
    } else if (currentBlock().blockNumber() == 0 || line.startsWith(u"Caused by: ")) {
        format.setForeground(theme::status(base::Health::Broken).text);
    }
    setFormat(0, int(text.size()), format);
}

} // namespace deployment
