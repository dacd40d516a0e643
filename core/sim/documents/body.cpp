#include "core/sim/documents/body.h"

#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

/// Walks over JSON that is known to be well formed and notes the keys that stand twice in one object.
class DuplicateScanner
{
public:
    explicit DuplicateScanner(const QByteArray& text)
        : m_text(text)
    {
    }

    QStringList scan()
    {
        value({});
        return m_found;
    }

private:
    char peek()
    {
        while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text[m_at]))
            ++m_at;
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }

    bool take(char wanted)
    {
        if (peek() != wanted)
            return false;
        ++m_at;
        return true;
    }

    QString string()
    {
        const auto start = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        ++m_at;
        const auto literal = m_text.mid(start, m_at - start);
        return QJsonDocument::fromJson('[' + literal + ']').array().at(0).toString();
    }

    void value(const QString& path)
    {
        const auto first = peek();
        if (first == '{') {
            object(path);
        } else if (first == '[') {
            array(path);
        } else if (first == '"') {
            string();
        } else {
            while (m_at < m_text.size() && !QByteArrayView(",]} \t\r\n").contains(m_text[m_at]))
                ++m_at;
        }
    }

    void object(const QString& path)
    {
        take('{');
        QSet<QString> known;
        while (peek() == '"') {
            const auto key = string();
            const auto inner = path.isEmpty() ? key : path + u'.' + key;
            if (known.contains(key) && !m_found.contains(inner))
                m_found += inner;
            known.insert(key);
            take(':');
            value(inner);
            take(',');
        }
        take('}');
    }

    void array(const QString& path)
    {
        take('[');
        for (int index = 0; peek() != ']' && peek() != '\0'; ++index) {
            value(u"%1[%2]"_s.arg(path).arg(index));
            take(',');
        }
        take(']');
    }

    QByteArray m_text;
    qsizetype m_at = 0;
    QStringList m_found;
};

} // namespace

QString goWord(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return u"bool"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Object:
        return u"object"_s;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return u"null"_s;
}

QByteArray json(const QJsonValue& value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    const auto wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return wrapped.sliced(1, wrapped.size() - 2);
}

ParsedJson parseJson(const QByteArray& text)
{
    // In a list, because QJsonDocument knows no scalars at the top.
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson('[' + text + "\n]", &error);
    if (error.error == QJsonParseError::NoError && document.array().size() == 1)
        return {document.array().at(0)};
    const auto trimmed = text.trimmed();
    const auto at = error.offset - 1;
    const bool isCut = trimmed.isEmpty() || at >= trimmed.size() || error.error == QJsonParseError::UnterminatedString;
    if (isCut && !QByteArrayView("}]").contains(trimmed.isEmpty() ? 'x' : trimmed.back()))
        return {QJsonValue::Undefined, u"unexpected end of JSON input"_s};
    const auto start = trimmed.isEmpty() ? QChar() : QChar::fromLatin1(trimmed.front());
    if (QStringView(u"{[\"-0123456789tfn").contains(start)) {
        const auto wrong = QChar::fromLatin1(trimmed.at(std::clamp<qsizetype>(at - 1, 0, trimmed.size() - 1)));
        return {QJsonValue::Undefined, u"invalid character '%1' after top-level value"_s.arg(wrong)};
    }
    return {QJsonValue::Undefined, u"invalid character '%1' looking for beginning of value"_s.arg(start)};
}

QStringList duplicateFields(const QByteArray& text)
{
    return DuplicateScanner(text).scan();
}

QString summaryOf(const QByteArray& text)
{
    constexpr qsizetype shown = 30;
    if (text.isEmpty())
        return u"<empty>"_s;
    if (!text.startsWith('{'))
        return QString::fromLatin1(text.left(shown).toHex()) + (text.size() > shown ? u" ..."_s : QString());
    return QString::fromUtf8(text.left(shown)) + (text.size() > shown ? u" ..."_s : QString());
}

} // namespace sim::documents
