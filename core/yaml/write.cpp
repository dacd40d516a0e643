#include "core/yaml/scalartext.h"
#include "core/yaml/schema.h"
#include "core/yaml/yaml.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace yaml {

namespace {

bool isPlain(const QString& text)
{
    static const QRegularExpression safe(uR"(\A[\p{L}\p{N}_./$(][\p{L}\p{N}_./$()@%+=,;\\ -]*\z)"_s);
    // ": " and " #" end a plain scalar, "- " and "? " at its start begin something else; the class above has none of
    // them.
    return safe.match(text).hasMatch() && !text.endsWith(u' ') && !looksTyped(text) && text != u"---" &&
           !text.startsWith(u"...");
}

/// A block keeps lines as they are; it cannot hold what is not printable, nor begin with a space or an empty line.
bool fitsBlock(const QString& text)
{
    if (!text.contains(u'\n') || text.startsWith(u' ') || text.startsWith(u'\n') || text.startsWith(u'\t'))
        return false;
    for (const QChar c : text) {
        const bool ordinary = c == u'\n' || c == u'\t' || c.isSurrogate() || (c.isPrint() && c != QChar::ByteOrderMark);
        if (!ordinary)
            return false;
    }
    return true;
}

QByteArray block(const QString& text, int indent)
{
    const qsizetype body = text.endsWith(u'\n') ? text.size() - 1 : text.size();
    QByteArray out = "|";
    if (!text.endsWith(u'\n'))
        out += '-';
    else if (text.endsWith(u"\n\n"_s))
        out += '+';
    const auto lines = text.left(body).split(u'\n');
    for (const QString& line : lines)
        out += '\n' + (line.isEmpty() ? QByteArray() : QByteArray(indent, ' ') + line.toUtf8());
    return out;
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

/// A scalar or an empty collection: what stands behind "key: " or "- ". `indent` is that of a block's lines.
QByteArray inlined(const QJsonValue& value, int indent)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return "null";
    case QJsonValue::Bool:
        return value.toBool() ? "true" : "false";
    case QJsonValue::Double: {
        const qint64 whole = value.toInteger(0);
        return value == QJsonValue(whole) ? QByteArray::number(whole) : number(value.toDouble());
    }
    case QJsonValue::String:
        if (fitsBlock(value.toString()))
            return block(value.toString(), indent);
        return isPlain(value.toString()) ? value.toString().toUtf8() : doubleQuoted(value.toString());
    case QJsonValue::Array:
        return "[]";
    case QJsonValue::Object:
        return "{}";
    }
    Q_UNREACHABLE();
}

bool isInline(const QJsonValue& value)
{
    return !(value.isArray() && !value.toArray().isEmpty()) && !(value.isObject() && !value.toObject().isEmpty());
}

void writeBlock(const QJsonValue& value, int indent, QByteArray& out);

void writeMap(const QJsonObject& map, int indent, QByteArray& out)
{
    bool first = true;
    for (auto it = map.begin(); it != map.end(); ++it) {
        if (!std::exchange(first, false))
            out += QByteArray(indent, ' ');
        out += (isPlain(it.key()) ? it.key().toUtf8() : doubleQuoted(it.key())) + ':';
        const QJsonValue value = it.value();
        if (isInline(value)) {
            out += ' ' + inlined(value, indent + 2) + '\n';
            continue;
        }
        const int inner = value.isArray() ? indent : indent + 2;
        out += '\n' + QByteArray(inner, ' ');
        writeBlock(value, inner, out);
    }
}

void writeList(const QJsonArray& list, int indent, QByteArray& out)
{
    bool first = true;
    for (const QJsonValue& value : list) {
        if (!std::exchange(first, false))
            out += QByteArray(indent, ' ');
        out += "- ";
        if (isInline(value))
            out += inlined(value, indent + 2) + '\n';
        else
            writeBlock(value, indent + 2, out);
    }
}

/// Writes a filled collection; the caller has written the indentation of its first line.
void writeBlock(const QJsonValue& value, int indent, QByteArray& out)
{
    if (value.isArray())
        writeList(value.toArray(), indent, out);
    else
        writeMap(value.toObject(), indent, out);
}

} // namespace

QByteArray write(const QJsonValue& value)
{
    QByteArray out;
    if (isInline(value))
        out = inlined(value, 2) + '\n';
    else
        writeBlock(value, 0, out);
    return out;
}

} // namespace yaml
