#include "core/plans/mergepatch.h"

namespace plans {

QJsonObject mergePatch(const QJsonObject& before, const QJsonObject& after)
{
    QJsonObject patch;
    for (auto entry = before.begin(); entry != before.end(); ++entry) {
        if (!after.contains(entry.key()))
            patch.insert(entry.key(), QJsonValue::Null);
    }
    for (auto entry = after.begin(); entry != after.end(); ++entry) {
        const QJsonValue was = before.value(entry.key()), is = entry.value();
        if (was == is)
            continue;
        const bool isMap = was.isObject() && is.isObject();
        patch.insert(entry.key(), isMap ? QJsonValue(mergePatch(was.toObject(), is.toObject())) : is);
    }
    return patch;
}

} // namespace plans
