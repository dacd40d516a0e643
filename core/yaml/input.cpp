#include "core/yaml/input.h"

#include "core/yaml/syntaxwords.h"

#include <QCoreApplication>

#include <yaml-cpp/exceptions.h>

#include <cstring>

namespace yaml {

using base::Error;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(yaml::Text)
};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// To readers of Kubernetes a carriage return alone ends a line, to the parser here it is a letter like others.
bool isLoneReturn(const QByteArray& text, qsizetype at)
{
    return text.at(at) == '\r' && (at + 1 == text.size() || text.at(at + 1) != '\n');
}

qsizetype behindAnchor(const QByteArray& text, qsizetype offset)
{
    while (offset < text.size() && !isSpace(text[offset]) && !strchr("[]{},", text[offset]))
        ++offset;
    return offset;
}

/// The parser asks for no blank behind a tag: !"x" is one with a text.
qsizetype behindTag(const QByteArray& text, qsizetype offset)
{
    if (offset + 1 < text.size() && text[offset + 1] == '<') {
        const qsizetype end = text.indexOf('>', offset);
        return end < 0 ? text.size() : end + 1;
    }
    const auto isOfTag = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               (c != '\0' && strchr("-#;/?:@&=+$_.~*'()%!", c));
    };
    ++offset;
    while (offset < text.size() && isOfTag(text[offset]))
        ++offset;
    return offset;
}

} // namespace

std::optional<Error> tooLarge(const QByteArray& text, const Limits& limits)
{
    if (text.size() <= limits.bytes)
        return std::nullopt;
    return Error{Error::Kind::TooLarge,
                 Text::tr("The text is larger than %1 MiB.").arg(limits.bytes / (1024.0 * 1024.0), 0, 'f', 1)};
}

std::optional<Refusal> forbiddenCharacter(const QByteArray& text)
{
    int line = 0;
    qsizetype lineStart = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '\n') {
            ++line;
            lineStart = i + 1;
        } else if (isLoneReturn(text, i)) {
            return refusalAt(Error::Kind::Decode,
                             Text::tr("A carriage return stands alone here. Lines end with LF or with CR and LF."),
                             line, static_cast<int>(i - lineStart));
        } else if (c >= 0 && c < ' ' && c != '\t' && c != '\r') {
            const QString code = QString::number(c, 16).toUpper().rightJustified(4, u'0');
            return refusalAt(Error::Kind::Decode, Text::tr("The control character U+%1 is not allowed.").arg(code),
                             line, static_cast<int>(i - lineStart));
        }
    }
    return std::nullopt;
}

qsizetype behindBlanks(const QByteArray& text, qsizetype offset)
{
    while (offset < text.size()) {
        if (isSpace(text[offset])) {
            ++offset;
        } else if (text[offset] == '#' && (offset == 0 || isSpace(text[offset - 1]))) {
            const qsizetype end = text.indexOf('\n', offset);
            offset = end < 0 ? text.size() : end;
        } else {
            break;
        }
    }
    return offset;
}

qsizetype behindProperties(const QByteArray& text, qsizetype offset)
{
    while (offset < text.size() && (text[offset] == '&' || text[offset] == '!')) {
        offset = text[offset] == '&' ? behindAnchor(text, offset) : behindTag(text, offset);
        offset = behindBlanks(text, offset);
    }
    return offset;
}

qsizetype behindQuoted(const QByteArray& text, qsizetype begin)
{
    const char quote = text[begin];
    for (qsizetype at = begin + 1; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\')
            ++at;
        else if (text[at] == quote && quote == '\'' && at + 1 < text.size() && text[at + 1] == quote)
            ++at;
        else if (text[at] == quote)
            return at + 1;
    }
    return -1;
}

Refusal openQuote(int line, int column)
{
    return refusalAt(Error::Kind::Decode, syntaxWords(YAML::ErrorMsg::EOF_IN_SCALAR), line, column);
}

std::optional<Refusal> problemOfInput(const QByteArray& text, const Limits& limits)
{
    if (const auto problem = tooLarge(text, limits))
        return Refusal{*problem};
    // A QStringDecoder would wait for the rest of a character that is cut off at the end.
    if (!text.isValidUtf8())
        return Refusal{{Error::Kind::Decode, Text::tr("The text is not valid %1.").arg(QStringLiteral("UTF-8"))}};
    return forbiddenCharacter(text);
}

} // namespace yaml
