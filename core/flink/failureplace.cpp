#include "core/flink/failureplace.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flink {

namespace {

/// Flink names its own container so, whatever else is in the pod.
constexpr auto flinksContainer = "flink-main-container"_L1;

QString hostOf(const QString& endpoint)
{
    const qsizetype colon = endpoint.lastIndexOf(u':');
    return colon < 0 ? endpoint : endpoint.left(colon);
}

/// In native mode the id of a TaskManager is the name of its pod; elsewhere its address leads there.
const Pod* podOf(const FailureGroup& group, const QList<Pod>& pods)
{
    const QString host = hostOf(group.endpoint);
    const auto named =
        std::ranges::find_if(pods, [&](const Pod& pod) { return pod.metadata.name == group.taskManager; });
    const auto found = named != pods.end() || host.isEmpty() ? named : std::ranges::find(pods, host, &Pod::ip);
    return found == pods.end() ? nullptr : &*found;
}

/// The message of a lost pod is all that is left of it soon after: "[flink-main-container(exitCode=137,
/// reason=OOMKilled, message=null)]".
void readStatuses(const QString& message, FailurePlace* place)
{
    static const QRegularExpression status(u"exitCode=(-?[0-9]{1,6}), reason=([A-Za-z]{1,64})"_s);
    if (const auto match = status.match(message); match.hasMatch()) {
        place->exitCode = match.captured(1).toInt();
        place->end = match.captured(2);
    }
}

void readPod(const Pod& pod, FailurePlace* place)
{
    place->pod = pod.metadata.name;
    place->isThere = true;
    place->node = pod.node;
    if (pod.containers.isEmpty())
        return;
    const auto named = std::ranges::find(pod.containers, flinksContainer, &ContainerState::name);
    const ContainerState& container = named == pod.containers.end() ? pod.containers.first() : *named;
    place->container = container.name;
    place->hasPrevious = container.restarts > 0;
    if (place->end.isEmpty() && !container.lastEndReason.isEmpty()) {
        place->end = container.lastEndReason;
        place->exitCode = container.lastExitCode;
    }
    if (!pod.reason.isEmpty())
        place->end = pod.reason;
}

void readEvents(const QList<Event>& events, FailurePlace* place)
{
    for (const Event& event : events) {
        const QDateTime at = event.lastSeen.isValid() ? event.lastSeen : event.firstSeen;
        if (event.objectKind != u"Pod" || event.objectName != place->pod || event.type != u"Warning")
            continue;
        if (place->noticedAt.isValid() && at <= place->noticedAt)
            continue;
        place->notice = event.reason + u": "_s + event.message;
        place->noticedAt = at;
        if (event.reason == u"Evicted")
            place->end = event.reason;
    }
}

} // namespace

SubtaskName subtaskNameOf(const QString& text)
{
    static const QRegularExpression form(
        u"^(.*?) \\(([0-9]{1,9})/([0-9]{1,9})\\)(?: - execution)?(?: ?#([0-9]{1,9}))?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {text, 0, 0, {}};
    SubtaskName name{match.captured(1), match.captured(2).toInt(), match.captured(3).toInt(), {}};
    if (match.hasCaptured(4))
        name.attempt = match.captured(4).toInt();
    return name;
}

FailurePlace placeOf(const FailureGroup& group, const QList<Pod>& pods, const QList<Event>& events)
{
    FailurePlace place;
    place.subtask = subtaskNameOf(group.task);
    readStatuses(group.message, &place);
    if (const Pod* pod = podOf(group, pods))
        readPod(*pod, &place);
    else if (group.taskManager != group.endpoint)
        place.pod = group.taskManager;
    if (!place.pod.isEmpty())
        readEvents(events, &place);
    return place;
}

} // namespace flink
