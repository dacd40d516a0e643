#include "core/sim/documents/events.h"

#include <QString>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

/// The fields that have other names in the two groups: core, new.
constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 7> renamed{{
    {"involvedObject"_L1, "regarding"_L1},
    {"message"_L1, "note"_L1},
    {"source"_L1, "deprecatedSource"_L1},
    {"firstTimestamp"_L1, "deprecatedFirstTimestamp"_L1},
    {"lastTimestamp"_L1, "deprecatedLastTimestamp"_L1},
    {"count"_L1, "deprecatedCount"_L1},
    {"reportingComponent"_L1, "reportingController"_L1},
}};

void move(QJsonObject& object, QLatin1StringView from, QLatin1StringView to)
{
    const auto value = object.take(from);
    if (!value.isUndefined())
        object.insert(to, value);
}

/// What Go leaves out in one group and writes in the other.
void setPresence(QJsonObject& event, QLatin1StringView name, const QJsonValue& zero, bool isAlways)
{
    const auto value = event.value(name);
    if (isAlways && value.isUndefined())
        event.insert(name, zero);
    else if (!isAlways && (value == zero || value.isNull()))
        event.remove(name);
}

} // namespace

QJsonObject newEventOf(const QJsonObject& coreEvent)
{
    auto event = coreEvent;
    for (const auto& [core, other] : renamed)
        move(event, core, other);
    event.insert("apiVersion"_L1, u"events.k8s.io/v1"_s);
    setPresence(event, "reportingController"_L1, QString(), false);
    setPresence(event, "reportingInstance"_L1, QString(), false);
    setPresence(event, "regarding"_L1, QJsonObject(), true);
    setPresence(event, "deprecatedSource"_L1, QJsonObject(), true);
    return event;
}

QJsonObject coreEventOf(const QJsonObject& newEvent)
{
    auto event = newEvent;
    for (const auto& [core, other] : renamed)
        move(event, other, core);
    event.insert("apiVersion"_L1, u"v1"_s);
    setPresence(event, "reportingComponent"_L1, QString(), true);
    setPresence(event, "reportingInstance"_L1, QString(), true);
    setPresence(event, "involvedObject"_L1, QJsonObject(), true);
    return event;
}

} // namespace sim::documents
