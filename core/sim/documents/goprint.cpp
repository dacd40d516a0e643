#include "core/sim/documents/goprint.h"

#include "core/sim/documents/body.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace sim::documents {

QString goPrinted(const QJsonValue& value)
{
    QStringList parts;
    switch (value.type()) {
    case QJsonValue::Object: {
        const auto object = value.toObject();
        for (auto item = object.begin(); item != object.end(); ++item)
            parts += item.key() + u':' + goPrinted(item.value());
        return u"map["_s + parts.join(u' ') + u']';
    }
    case QJsonValue::Array:
        for (const auto item : value.toArray())
            parts += goPrinted(item);
        return u'[' + parts.join(u' ') + u']';
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
    case QJsonValue::Double:
        return QString::fromUtf8(json(value));
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return u"<nil>"_s;
}

QString goQuoted(const QString& text)
{
    QString result(u'"');
    for (const auto c : text) {
        if (c == u'"' || c == u'\\')
            result += u'\\' + QString(c);
        else if (c == u'\n')
            result += u"\\n"_s;
        else if (c == u'\t')
            result += u"\\t"_s;
        else if (c == u'\r')
            result += u"\\r"_s;
        else if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            result += u"\\x"_s + QString::number(c.unicode(), 16).rightJustified(2, u'0');
        else
            result += c;
    }
    return result + u'"';
}

} // namespace sim::documents
