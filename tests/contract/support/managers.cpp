#include "tests/contract/support/managers.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace contract {

namespace {

QString keyOf(const QJsonValue& manager)
{
    QString key;
    for (const auto& name : {u"operation"_s, u"manager"_s, u"subresource"_s, u"apiVersion"_s})
        key += manager[name].toString() + u'/';
    return key;
}

QJsonArray sorted(const QJsonArray& managers)
{
    std::vector<QJsonValue> list(managers.begin(), managers.end());
    std::ranges::stable_sort(list, {}, keyOf);
    QJsonArray result;
    for (const auto& manager : list)
        result.append(manager);
    return result;
}

} // namespace

QJsonValue withSortedManagers(const QJsonValue& document)
{
    if (document.isArray()) {
        QJsonArray result;
        for (const auto item : document.toArray())
            result.append(withSortedManagers(item));
        return result;
    }
    if (!document.isObject())
        return document;
    QJsonObject result;
    const auto object = document.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const bool isList = member.key() == u"managedFields" && member->isArray();
        result.insert(member.key(), isList ? QJsonValue(sorted(member->toArray())) : withSortedManagers(*member));
    }
    return result;
}

} // namespace contract
