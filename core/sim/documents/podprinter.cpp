#include "core/sim/documents/printer.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

/// What a row says of the containers of a pod.
struct Summary
{
    QString status;
    qint64 restarts = 0;
    QString lastRestart = {}; ///< RFC 3339
    qint64 ready = 0;
    qint64 total = 0;
};

void countRestarts(const QJsonObject& container, Summary& summary)
{
    summary.restarts += container.value("restartCount"_L1).toInteger();
    const auto finished = at(container, {u"lastState", u"terminated", u"finishedAt"}).toString();
    summary.lastRestart = std::max(summary.lastRestart, finished);
}

/// "Error", "ExitCode:3", "Signal:9"
QString endingOf(const QJsonObject& terminated)
{
    if (const auto reason = terminated.value("reason"_L1).toString(); !reason.isEmpty())
        return reason;
    if (const auto signal = terminated.value("signal"_L1).toInteger(); signal != 0)
        return u"Signal:%1"_s.arg(signal);
    return u"ExitCode:%1"_s.arg(terminated.value("exitCode"_L1).toInteger());
}

/// Init containers that go on running beside the others.
bool isSidecar(const QJsonObject& pod, const QString& name)
{
    for (const auto item : at(pod, {u"spec", u"initContainers"}).toArray()) {
        if (item[u"name"].toString() == name)
            return item[u"restartPolicy"].toString() == u"Always";
    }
    return false;
}

/// Whether an init container still holds the pod back; then the summary says how.
bool isInitializing(const QJsonObject& pod, Summary& summary)
{
    const auto containers = at(pod, {u"status", u"initContainerStatuses"}).toArray();
    Summary init;
    for (qsizetype index = 0; index < containers.size(); ++index) {
        const auto container = containers.at(index).toObject();
        countRestarts(container, init);
        const auto terminated = at(container, {u"state", u"terminated"});
        const bool isDone = terminated.isObject() && terminated[u"exitCode"].toInteger() == 0;
        const bool runsBeside =
            isSidecar(pod, container.value("name"_L1).toString()) && container.value("started"_L1).toBool();
        if (runsBeside && container.value("ready"_L1).toBool())
            ++summary.ready;
        if (isDone || runsBeside)
            continue;
        const auto waiting = at(container, {u"state", u"waiting", u"reason"}).toString();
        if (terminated.isObject())
            summary.status = u"Init:"_s + endingOf(terminated.toObject());
        else if (!waiting.isEmpty() && waiting != u"PodInitializing")
            summary.status = u"Init:"_s + waiting;
        else
            summary.status = u"Init:%1/%2"_s.arg(index).arg(at(pod, {u"spec", u"initContainers"}).toArray().size());
        summary.restarts = init.restarts;
        summary.lastRestart = init.lastRestart;
        return true;
    }
    return false;
}

bool hasReadyCondition(const QJsonObject& pod)
{
    for (const auto item : at(pod, {u"status", u"conditions"}).toArray()) {
        if (item[u"type"].toString() == u"Ready" && item[u"status"].toString() == u"True")
            return true;
    }
    return false;
}

void summarizeContainers(const QJsonObject& pod, Summary& summary)
{
    bool hasRunning = false;
    const auto containers = at(pod, {u"status", u"containerStatuses"}).toArray();
    for (auto index = containers.size() - 1; index >= 0; --index) {
        const auto container = containers.at(index).toObject();
        countRestarts(container, summary);
        const auto waiting = at(container, {u"state", u"waiting", u"reason"}).toString();
        const auto terminated = at(container, {u"state", u"terminated"});
        if (!waiting.isEmpty()) {
            summary.status = waiting;
        } else if (terminated.isObject()) {
            summary.status = endingOf(terminated.toObject());
        } else if (container.value("ready"_L1).toBool() && at(container, {u"state", u"running"}).isObject()) {
            hasRunning = true;
            ++summary.ready;
        }
    }
    if (summary.status == u"Completed" && hasRunning)
        summary.status = hasReadyCondition(pod) ? u"Running"_s : u"NotReady"_s;
}

Summary summaryOf(const QJsonObject& pod)
{
    Summary summary;
    const auto reason = at(pod, {u"status", u"reason"}).toString();
    const auto phase = at(pod, {u"status", u"phase"}).toString();
    summary.status = reason.isEmpty() ? phase : reason;
    summary.total = at(pod, {u"spec", u"containers"}).toArray().size();
    for (const auto item : at(pod, {u"spec", u"initContainers"}).toArray()) {
        if (item[u"restartPolicy"].toString() == u"Always")
            ++summary.total;
    }
    for (const auto item : at(pod, {u"status", u"conditions"}).toArray()) {
        if (item[u"type"].toString() == u"PodScheduled" && item[u"reason"].toString() == u"SchedulingGated")
            summary.status = u"SchedulingGated"_s;
    }
    if (!isInitializing(pod, summary))
        summarizeContainers(pod, summary);
    if (at(pod, {u"metadata", u"deletionTimestamp"}).isString()) {
        if (reason == u"NodeLost")
            summary.status = u"Unknown"_s;
        else if (phase != u"Succeeded" && phase != u"Failed")
            summary.status = u"Terminating"_s;
    }
    return summary;
}

QString gatesOf(const QJsonObject& pod)
{
    const auto gates = at(pod, {u"spec", u"readinessGates"}).toArray();
    if (gates.isEmpty())
        return u"<none>"_s;
    int open = 0;
    for (const auto gate : gates) {
        for (const auto condition : at(pod, {u"status", u"conditions"}).toArray()) {
            if (condition[u"type"] == gate[u"conditionType"] && condition[u"status"].toString() == u"True")
                ++open;
        }
    }
    return u"%1/%2"_s.arg(open).arg(gates.size());
}

QJsonArray podCells(const Kind&, const QJsonObject& pod, const QDateTime& now)
{
    const auto summary = summaryOf(pod);
    auto restarts = QString::number(summary.restarts);
    if (summary.restarts != 0 && !summary.lastRestart.isEmpty())
        restarts += u" (%1 ago)"_s.arg(agoOf(summary.lastRestart, now));
    const auto addresses = at(pod, {u"status", u"podIPs"}).toArray();
    const auto address =
        addresses.isEmpty() ? at(pod, {u"status", u"podIP"}).toString() : addresses.at(0)[u"ip"].toString();
    return {nameOf(pod),
            u"%1/%2"_s.arg(summary.ready).arg(summary.total),
            summary.status,
            restarts,
            ageOf(pod, now),
            orNone(address),
            orNone(at(pod, {u"spec", u"nodeName"}).toString()),
            orNone(at(pod, {u"status", u"nominatedNodeName"}).toString()),
            gatesOf(pod)};
}

QJsonArray podConditions(const QJsonObject& pod)
{
    const auto phase = at(pod, {u"status", u"phase"}).toString();
    const bool hasSucceeded = phase == u"Succeeded";
    if (!hasSucceeded && phase != u"Failed")
        return {};
    return {
        QJsonObject{{u"type"_s, u"Completed"_s},
                    {u"status"_s, u"True"_s},
                    {u"reason"_s, phase},
                    {u"message"_s, hasSucceeded ? u"The pod has completed successfully."_s : u"The pod failed."_s}}};
}

} // namespace

Printer podPrinter()
{
    return {{nameColumn(),
             {u"Ready"_s, u"string"_s, u"How many of the containers take traffic."_s},
             {u"Status"_s, u"string"_s, u"What the containers are doing, in one word."_s},
             {u"Restarts"_s, u"string"_s, u"How often containers were restarted, and when last."_s},
             ageColumn(),
             {u"IP"_s, u"string"_s, u"Address of the pod."_s, 1},
             {u"Node"_s, u"string"_s, u"Where the pod runs."_s, 1},
             {u"Nominated Node"_s, u"string"_s, u"Where the pod will run when others have made room."_s, 1},
             {u"Readiness Gates"_s, u"string"_s, u"How many of the further conditions are true."_s, 1}},
            podCells,
            podConditions};
}

} // namespace sim::documents
