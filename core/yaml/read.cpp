#include "core/yaml/input.h"
#include "core/yaml/syntaxwords.h"
#include "core/yaml/yaml.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
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
    // Only the last scalar can have no end.
    const YAML::Mark& last = builder.lastScalar();
    const qsizetype begin = behindProperties(text, std::clamp<qsizetype>(last.pos, 0, text.size()));
    const bool isQuoted = begin < text.size() && (text[begin] == '"' || text[begin] == '\'');
    if (isQuoted && behindQuoted(text, begin) < 0)
        throw openQuote(last.line, last.column);
    return documents;
}

} // namespace

Result<QList<QJsonValue>> read(const QByteArray& text, Scalars scalars, const Limits& limits)
{
    if (const auto problem = tooLarge(text, limits))
        return *problem;
    Result<QByteArray> unicode = decoded(text);
    if (!unicode)
        return unicode.error();
    if (const auto problem = forbiddenCharacter(*unicode))
        return problem->error;
    if (looksLikeJson(*unicode))
        unicode = withWholeEscapes(*unicode);
    try {
        return parsed(*unicode, scalars, limits);
    } catch (const Refusal& refusal) {
        return refusal.error;
    } catch (const YAML::Exception& exception) {
        return errorAt(Error::Kind::Decode, syntaxWords(exception.msg), exception.mark.line, exception.mark.column);
    } catch (const std::exception& exception) {
        return Error{Error::Kind::Decode,
                     Text::tr("The text cannot be read as YAML: %1").arg(QString::fromUtf8(exception.what()))};
    }
}

} // namespace yaml
