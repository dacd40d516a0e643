#include "ui/deployment/highlighting.h"

#include "ui/theme/theme.h"

#include <QRegularExpression>
#include <QSyntaxHighlighter>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

class PlainYaml : public QSyntaxHighlighter
{
public:
    explicit PlainYaml(QTextDocument* document)
        : QSyntaxHighlighter(document)
    {
        if (auto* theme = theme::Theme::instance())
            connect(theme, &theme::Theme::changed, this, &QSyntaxHighlighter::rehighlight);
    }

protected:
    void highlightBlock(const QString& text) override
    {
        static const QRegularExpression key(uR"(^\s*(?:- )*("[^"]*"|[^\s#:][^#:]*):(?=\s|$))"_s);
        static const QRegularExpression quoted(uR"("[^"]*"|'[^']*')"_s);
        static const QRegularExpression comment(uR"((?:^|\s)#.*$)"_s);
        for (auto matches = quoted.globalMatch(text); matches.hasNext();) {
            const auto match = matches.next();
            setFormat(int(match.capturedStart()), int(match.capturedLength()),
                      theme::status(base::Health::Healthy).text);
        }
        if (const auto match = key.match(text); match.hasMatch())
            setFormat(int(match.capturedStart(1)), int(match.capturedLength(1)), theme::color(theme::Role::Link));
        if (const auto match = comment.match(text); match.hasMatch())
            setFormat(int(match.capturedStart()), int(match.capturedLength()),
                      theme::color(theme::Role::SecondaryText));
    }
};

} // namespace

void highlightYaml(QTextDocument* document)
{
    new PlainYaml(document);
}

} // namespace deployment
