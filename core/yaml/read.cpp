#include "core/yaml/builder.h"
#include "core/yaml/yaml.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

using namespace Qt::StringLiterals;

namespace yaml {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(yaml::Text)
};

using base::Error;
using base::Result;

/// UTF-8 without a byte order mark.
Result<QByteArray> decoded(const QByteArray& text)
{
    const auto encoding = QStringConverter::encodingForData(text).value_or(QStringConverter::Utf8);
    QStringDecoder decoder(encoding);
    const QString unicode = decoder(text);
    const bool isWide = encoding != QStringConverter::Utf8;
    if (decoder.hasError() || (isWide && text.size() % 2 != 0)) {
        return Error{Error::Kind::Decode, Text::tr("The text is not valid %1.")
                                              .arg(QString::fromLatin1(QStringConverter::nameForEncoding(encoding)))};
    }
    return unicode.toUtf8();
}

/// YAML forbids control characters; the parser takes U+0004 for the end of the input and would silently drop the rest.
std::optional<Error> forbiddenCharacter(const QByteArray& text)
{
    int line = 0;
    qsizetype lineStart = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '\n') {
            ++line;
            lineStart = i + 1;
        } else if (c >= 0 && c < ' ' && c != '\t' && c != '\r') {
            const QString code = QString::number(c, 16).toUpper().rightJustified(4, u'0');
            return errorAt(Error::Kind::Decode, Text::tr("The control character U+%1 is not allowed.").arg(code), line,
                           static_cast<int>(i - lineStart));
        }
    }
    return std::nullopt;
}

/// JSON writes characters beyond U+FFFF as two escapes, which the parser refuses; YAML writes them as one.
QByteArray withWholeEscapes(QByteArray json)
{
    const auto unit = [&json](qsizetype at) -> uint {
        if (at + 6 > json.size() || json.at(at) != '\\' || json.at(at + 1) != 'u')
            return 0;
        bool ok = false;
        const uint value = json.mid(at + 2, 4).toUInt(&ok, 16);
        return ok ? value : 0;
    };
    for (qsizetype i = json.indexOf('\\'); i >= 0; i = json.indexOf('\\', i)) {
        const uint high = unit(i);
        const uint low = unit(i + 6);
        if (!QChar::isHighSurrogate(high) || !QChar::isLowSurrogate(low)) {
            i += 2;
            continue;
        }
        const uint whole = QChar::surrogateToUcs4(static_cast<char16_t>(high), static_cast<char16_t>(low));
        json.replace(i, 12, "\\U" + QByteArray::number(whole, 16).rightJustified(8, '0'));
        i += 10;
    }
    return json;
}

bool looksLikeJson(const QByteArray& text)
{
    const QByteArray start = text.left(1024).trimmed();
    return start.startsWith('{') || start.startsWith('[');
}

QList<QJsonValue> parsed(const QByteArray& text, Scalars scalars, const Limits& limits)
{
    std::istringstream stream(text.toStdString());
    YAML::Parser parser(stream);
    Builder builder(scalars, limits);
    QList<QJsonValue> documents;
    while (parser.HandleNextDocument(builder))
        documents.append(builder.takeDocument());
    return documents;
}

} // namespace

Result<QList<QJsonValue>> read(const QByteArray& text, Scalars scalars, const Limits& limits)
{
    if (text.size() > limits.bytes) {
        return Error{Error::Kind::TooLarge,
                     Text::tr("The text is larger than %1 MiB.").arg(limits.bytes / (1024.0 * 1024.0), 0, 'f', 1)};
    }
    Result<QByteArray> unicode = decoded(text);
    if (!unicode)
        return unicode.error();
    if (const auto problem = forbiddenCharacter(*unicode))
        return *problem;
    if (looksLikeJson(*unicode))
        unicode = withWholeEscapes(*unicode);
    try {
        return parsed(*unicode, scalars, limits);
    } catch (const Refusal& refusal) {
        return refusal.error;
    } catch (const YAML::Exception& exception) {
        return errorAt(Error::Kind::Decode, QString::fromStdString(exception.msg), exception.mark.line,
                       exception.mark.column);
    } catch (const std::exception& exception) {
        return Error{Error::Kind::Decode,
                     Text::tr("The text cannot be read as YAML: %1").arg(QString::fromUtf8(exception.what()))};
    }
}

} // namespace yaml
