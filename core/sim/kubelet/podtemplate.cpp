#include "core/sim/kubelet/podtemplate.h"

#include "core/base/quantity.h"
#include "core/sim/world/path.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim::kubelet {

Requests requestsOf(const QJsonObject& podSpec)
{
    Requests sum;
    for (const QJsonValue& container : podSpec[u"containers"].toArray()) {
        const QJsonObject requests = at(container.toObject(), {u"resources", u"requests"}).toObject();
        sum.cpu += base::parseQuantity(requests[u"cpu"].toString()).value_or(0);
        sum.memory += qint64(base::parseQuantity(requests[u"memory"].toString()).value_or(0));
    }
    return sum;
}

QString templateHash(const QJsonObject& podTemplate)
{
    // FNV-1a of 32 bits, spelled with the letters Kubernetes takes for generated names.
    quint32 hash = 2166136261u;
    for (const char c : QJsonDocument(podTemplate).toJson(QJsonDocument::Compact)) {
        hash ^= quint8(c);
        hash *= 16777619u;
    }
    static constexpr QStringView letters = u"bcdfghjklmnpqrstvwxz2456789";
    QString text;
    for (const QChar digit : QString::number(hash))
        text += letters[digit.unicode() % letters.size()];
    return text;
}

QJsonObject controllerReference(const Stored& owner)
{
    const QJsonObject& document = owner.document();
    return {{u"apiVersion"_s, document[u"apiVersion"]},
            {u"kind"_s, document[u"kind"]},
            {u"name"_s, owner.name()},
            {u"uid"_s, owner.uid()},
            {u"controller"_s, true},
            {u"blockOwnerDeletion"_s, true}};
}

QString controllerUid(const Stored& object)
{
    for (const QJsonValue& value : object.metadata()[u"ownerReferences"].toArray()) {
        const QJsonObject owner = value.toObject();
        if (owner[u"controller"].toBool())
            return owner[u"uid"].toString();
    }
    return {};
}

void setCondition(QJsonObject& status, const QJsonObject& condition, Instant now)
{
    QJsonArray conditions = status[u"conditions"].toArray();
    QJsonObject next = condition;
    next[u"lastTransitionTime"_s] = timestamp(now);
    qsizetype place = conditions.size();
    for (qsizetype i = 0; i < conditions.size(); ++i) {
        const QJsonObject old = conditions[i].toObject();
        if (old[u"type"] != condition[u"type"])
            continue;
        place = i;
        if (old[u"status"] == condition[u"status"])
            next[u"lastTransitionTime"_s] = old[u"lastTransitionTime"];
    }
    if (place < conditions.size())
        conditions[place] = next;
    else
        conditions.append(next);
    status[u"conditions"_s] = conditions;
}

QJsonObject condition(const QJsonObject& status, QStringView type)
{
    for (const QJsonValue& value : status[u"conditions"].toArray()) {
        if (value.toObject()[u"type"].toString() == type)
            return value.toObject();
    }
    return {};
}

} // namespace sim::kubelet
