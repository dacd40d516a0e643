#include "tests/live/support/agreement.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace live {

namespace {

QString textOf(const QJsonValue& value)
{
    if (value.isUndefined())
        return u"nothing"_s;
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

bool isTime(const QJsonValue& value)
{
    return value.isString() && QDateTime::fromString(value.toString(), Qt::ISODateWithMs).isValid();
}

bool isBetween(const QJsonValue& said, const QJsonValue& before, const QJsonValue& after)
{
    if (said == before || said == after)
        return true;
    if (said.isDouble() && before.isDouble() && after.isDouble()) {
        const auto [least, most] = std::minmax({before.toDouble(), after.toDouble()}); // values, not references
        return least <= said.toDouble() && said.toDouble() <= most;
    }
    if (!isTime(said) || !isTime(before) || !isTime(after))
        return false;
    // Of one form, so that their order is that of their letters.
    const auto [first, last] = std::minmax({before.toString(), after.toString()});
    return first <= said.toString() && said.toString() <= last;
}

QString objectsDisagree(const QJsonObject& said, const QJsonObject& before, const QJsonObject& after,
                        const QString& path)
{
    QStringList keys = said.keys() + before.keys() + after.keys();
    keys.removeDuplicates();
    for (const QString& key : std::as_const(keys)) {
        const QString found = disagreement(said.value(key), before.value(key), after.value(key), path + u'.' + key);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

QString disagreement(const QJsonValue& said, const QJsonValue& before, const QJsonValue& after, const QString& path)
{
    if (said.isObject() && before.isObject() && after.isObject())
        return objectsDisagree(said.toObject(), before.toObject(), after.toObject(), path);
    const QJsonArray all = said.toArray();
    if (said.isArray() && before.toArray().size() == all.size() && after.toArray().size() == all.size()) {
        for (qsizetype i = 0; i < all.size(); ++i) {
            const QString place = u"%1[%2]"_s.arg(path).arg(i);
            const QString found = disagreement(all[i], before.toArray()[i], after.toArray()[i], place);
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    if (!said.isUndefined() && isBetween(said, before, after))
        return {};
    return u"%1: said %2, but it was %3 and then %4"_s.arg(path, textOf(said), textOf(before), textOf(after));
}

} // namespace live
