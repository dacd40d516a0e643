#include "core/flink/pod.h"

#include "core/flink/metadatadecoder.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace flink {

using json::Value;

namespace {

constexpr auto mainContainer = "flink-main-container"; ///< as the operator names it

void readEnd(Value object, ContainerState& container)
{
    json::eachField(object, [&](std::string_view key, Value value) {
        if (key == "reason")
            container.lastEndReason = json::sharedText(value);
        else if (key == "exitCode")
            container.lastExitCode = json::number(value);
        else if (key == "finishedAt")
            container.lastEndAt = json::time(value);
        else if (key == "message")
            container.message = json::text(value);
    });
}

/// `state` and `lastState`: one of waiting, running, terminated.
void readState(Value object, ContainerState& container)
{
    json::eachField(object, [&](std::string_view kind, Value state) {
        if (kind == "terminated") {
            readEnd(state, container);
            return;
        }
        json::eachField(state, [&](std::string_view key, Value value) {
            if (kind == "waiting" && key == "reason")
                container.waitingReason = json::sharedText(value);
            else if (kind == "waiting" && key == "message")
                container.message = json::text(value);
            else if (kind == "running" && key == "startedAt")
                container.startedAt = json::time(value);
        });
    });
}

/// What a container does now says more than how it ended before, whatever comes first in the text.
ContainerState containerOf(Value object)
{
    ContainerState now, before;
    json::eachField(object, [&](std::string_view key, Value value) {
        if (key == "name")
            now.name = json::sharedText(value);
        else if (key == "ready")
            now.ready = json::truth(value);
        else if (key == "restartCount")
            now.restarts = json::number(value);
        else if (key == "state")
            readState(value, now);
        else if (key == "lastState")
            readState(value, before);
    });
    if (now.lastEndReason.isEmpty() && !now.lastEndAt.isValid()) {
        now.lastEndReason = before.lastEndReason;
        now.lastExitCode = before.lastExitCode;
        now.lastEndAt = before.lastEndAt;
        if (now.message.isEmpty())
            now.message = before.message;
    }
    return now;
}

void readCondition(Value object, Pod& pod)
{
    QString type, status, message;
    json::eachField(object, [&](std::string_view key, Value value) {
        if (key == "type")
            type = json::sharedText(value);
        else if (key == "status")
            status = json::sharedText(value);
        else if (key == "message")
            message = json::text(value);
    });
    if (type == u"PodScheduled" && status == u"False")
        pod.unschedulable = message;
}

void readStatus(std::string_view key, Value value, Pod& pod)
{
    if (key == "phase")
        pod.phase = json::sharedText(value);
    else if (key == "podIP")
        pod.ip = json::text(value);
    else if (key == "reason")
        pod.reason = json::sharedText(value);
    else if (key == "startTime")
        pod.startedAt = json::time(value);
    else if (key == "conditions")
        json::eachElement(value, [&](Value condition) { readCondition(condition, pod); });
    else if (key == "containerStatuses")
        json::eachElement(value, [&](Value container) { pod.containers += containerOf(container); });
    else if (key == "initContainerStatuses")
        json::eachElement(value, [&](Value container) {
            if (ContainerState state = containerOf(container); !state.ready)
                pod.containers += std::move(state);
        });
}

/// The image of Flink's own container, else of the first one.
QString imageOf(Value containers)
{
    QString image;
    json::eachElement(containers, [&](Value container) {
        QString itsImage;
        bool isMain = false;
        json::eachField(container, [&](std::string_view key, Value value) {
            if (key == "image")
                itsImage = json::sharedText(value);
            else if (key == "name")
                isMain = json::view(value) == mainContainer;
        });
        if (image.isEmpty() || isMain)
            image = itsImage;
    });
    return image;
}

void readSpec(std::string_view key, Value value, Pod& pod)
{
    if (key == "nodeName")
        pod.node = json::sharedText(value);
    else if (key == "containers")
        pod.image = imageOf(value);
}

/// `involvedObject`, since events.k8s.io/v1 `regarding`.
void readObject(Value object, Event& event)
{
    json::eachField(object, [&](std::string_view key, Value value) {
        if (key == "kind")
            event.objectKind = json::sharedText(value);
        else if (key == "name")
            event.objectName = json::sharedText(value);
        else if (key == "uid")
            event.objectUid = json::sharedText(value);
    });
}

void seen(const QDateTime& when, Event& event)
{
    if (!when.isValid())
        return;
    if (!event.firstSeen.isValid() || when < event.firstSeen)
        event.firstSeen = when;
    if (!event.lastSeen.isValid() || when > event.lastSeen)
        event.lastSeen = when;
}

void readSeries(Value object, Event& event)
{
    json::eachField(object, [&](std::string_view key, Value value) {
        if (key == "count")
            event.count = std::max(event.count, json::number(value, 1));
        else if (key == "lastObservedTime")
            seen(json::time(value), event);
    });
}

void readSource(Value object, Event& event)
{
    json::eachField(object, [&](std::string_view key, Value value) {
        if (key == "component" && event.component.isEmpty())
            event.component = json::sharedText(value);
    });
}

void readEvent(std::string_view key, Value value, Event& event)
{
    if (key == "type")
        event.type = json::sharedText(value);
    else if (key == "reason")
        event.reason = json::sharedText(value);
    else if (key == "message" || key == "note")
        event.message = json::text(value);
    else if (key == "involvedObject" || key == "regarding")
        readObject(value, event);
    else if (key == "count" || key == "deprecatedCount")
        event.count = std::max(event.count, json::number(value, 1));
    else if (key == "series")
        readSeries(value, event);
    else if (key == "source" || key == "deprecatedSource")
        readSource(value, event);
    else if ((key == "reportingComponent" || key == "reportingController") && event.component.isEmpty())
        event.component = json::sharedText(value);
    else if (key == "firstTimestamp" || key == "lastTimestamp" || key == "eventTime" ||
             key == "deprecatedFirstTimestamp" || key == "deprecatedLastTimestamp")
        seen(json::time(value), event);
}

} // namespace

bool Pod::isReady() const
{
    return !metadata.deletedAt.isValid() && phase == u"Running" && !containers.isEmpty() &&
           std::ranges::all_of(containers, &ContainerState::ready);
}

int Pod::restarts() const
{
    return std::accumulate(containers.begin(), containers.end(), 0,
                           [](int sum, const ContainerState& container) { return sum + container.restarts; });
}

base::Result<Pod> decodePod(QByteArrayView bytes)
{
    auto decoded = decodeNamed<Pod>(bytes, [](Pod& pod, std::string_view key, Value value) {
        json::eachField(value, [&](std::string_view name, Value entry) {
            if (key == "spec")
                readSpec(name, entry, pod);
            else if (key == "status")
                readStatus(name, entry, pod);
        });
    });
    if (decoded)
        decoded->component = decoded->metadata.labels.value(u"component"_s);
    return decoded;
}

base::Result<Pod> decodePodDocument(QByteArrayView bytes)
{
    return withDocument(decodePod(bytes), bytes);
}

base::Result<Event> decodeEvent(QByteArrayView bytes)
{
    auto decoded = decodeNamed<Event>(
        bytes, [](Event& event, std::string_view key, Value value) { readEvent(key, value, event); });
    if (decoded && !decoded->lastSeen.isValid())
        seen(decoded->metadata.createdAt, *decoded);
    return decoded;
}

} // namespace flink
