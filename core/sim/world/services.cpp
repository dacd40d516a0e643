#include "core/sim/world/services.h"

#include "core/sim/world/path.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

QString socketName(const QString& ns, const QString& pod, int port)
{
    return ns + u'/' + pod + u':' + QString::number(port);
}

QString logName(const QString& ns, const QString& pod, const QString& container, Services::Run run)
{
    return ns + u'/' + pod + u'/' + container + (run == Services::Run::Current ? u""_s : u"/previous"_s);
}

/// The entry of spec.ports that is meant; empty: none is.
QJsonObject servicePort(const QJsonObject& service, const QString& wanted)
{
    const auto ports = at(service, {u"spec", u"ports"}).toArray();
    for (const auto item : ports) {
        const auto port = item.toObject();
        const auto name = port.value("name"_L1).toString();
        if (wanted == name || (!wanted.isEmpty() && wanted == QString::number(port.value("port"_L1).toInt())))
            return port;
    }
    return {};
}

Refusal unavailable(const QString& message)
{
    return {503, u"ServiceUnavailable"_s, message};
}

} // namespace

QByteArray header(const Headers& headers, QByteArrayView name)
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Reply Reply::json(const QJsonObject& document, int status)
{
    return {status, {{"Content-Type", "application/json"}}, QJsonDocument(document).toJson(QJsonDocument::Compact)};
}

Reply Reply::text(const QByteArray& text, int status)
{
    return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, text};
}

Reply Reply::unreachable(const QString& why)
{
    Reply reply;
    reply.failure = why;
    return reply;
}

Services::Services(const Objects& objects)
    : m_objects(objects)
{
}

bool Services::isReady(const QJsonObject& pod)
{
    for (const auto item : at(pod, {u"status", u"conditions"}).toArray()) {
        const auto condition = item.toObject();
        if (condition.value("type"_L1).toString() == u"Ready")
            return condition.value("status"_L1).toString() == u"True";
    }
    return false;
}

bool Services::isChosen(const QJsonObject& labels, const QJsonObject& selector)
{
    for (auto wanted = selector.begin(); wanted != selector.end(); ++wanted) {
        if (labels.value(wanted.key()) != wanted.value())
            return false;
    }
    return !selector.isEmpty();
}

int Services::containerPort(const QJsonObject& pod, const QJsonValue& wanted)
{
    if (wanted.isDouble())
        return wanted.toInt();
    for (const auto container : at(pod, {u"spec", u"containers"}).toArray()) {
        for (const auto item : container.toObject().value("ports"_L1).toArray()) {
            const auto port = item.toObject();
            if (port.value("name"_L1) == wanted)
                return port.value("containerPort"_L1).toInt();
        }
    }
    return 0;
}

Subscription Services::serve(const QString& ns, const QString& pod, int port, Handler handler)
{
    std::erase_if(m_backends, [](const auto& entry) { return entry.second.expired(); });
    auto backend = std::make_shared<const Backend>(Backend{std::move(handler)});
    m_backends[socketName(ns, pod, port)] = backend;
    return backend;
}

std::optional<Refusal> Services::callService(const QString& ns, const QString& service, const QString& port,
                                             const Request& request, const Answer& answer) const
{
    const auto found = m_objects.find(type::services, ns, service);
    if (!found)
        return Refusal::notFound(type::services, service);
    const auto chosen = servicePort(found->document(), port);
    const auto pod = endpoint(*found);
    if (chosen.isEmpty() || !pod)
        return unavailable(
            u"no endpoints available for service \"%1\""_s.arg(port.isEmpty() ? service : service + u':' + port));
    const auto target = chosen.value("targetPort"_L1);
    const auto number = containerPort(pod->document(), target.isUndefined() ? chosen.value("port"_L1) : target);
    call(*pod, number, request, answer);
    return std::nullopt;
}

std::optional<Refusal> Services::callPod(const QString& ns, const QString& pod, const QString& port,
                                         const Request& request, const Answer& answer) const
{
    const auto found = m_objects.find(type::pods, ns, pod);
    if (!found)
        return Refusal::notFound(type::pods, pod);
    const auto document = found->document();
    if (at(document, {u"status", u"podIP"}).toString().isEmpty())
        return Refusal::badRequest(u"address not allowed"_s);
    bool isNumber = false;
    auto number = port.toInt(&isNumber);
    if (port.isEmpty()) {
        const auto containers = at(document, {u"spec", u"containers"}).toArray();
        number = containers.at(0)["ports"_L1][0]["containerPort"_L1].toInt(80);
    } else if (!isNumber) {
        number = containerPort(document, port);
    }
    call(*found, number, request, answer);
    return std::nullopt;
}

Snapshot Services::endpoint(const Stored& service) const
{
    const auto selector = at(service.document(), {u"spec", u"selector"}).toObject();
    for (const auto& pod : m_objects.list(type::pods, service.ns())) {
        if (isChosen(pod->labels(), selector) && isReady(pod->document()) && !pod->isBeingDeleted())
            return pod;
    }
    return nullptr;
}

void Services::call(const Stored& pod, int port, const Request& request, const Answer& answer) const
{
    const auto found = m_backends.find(socketName(pod.ns(), pod.name(), port));
    const auto backend = found == m_backends.end() ? nullptr : found->second.lock();
    if (backend) {
        backend->handler(request, answer);
        return;
    }
    const auto address = at(pod.document(), {u"status", u"podIP"}).toString();
    answer(Reply::unreachable(u"dial tcp %1:%2: connect: connection refused"_s.arg(address).arg(port)));
}

void Services::setLog(const QString& ns, const QString& pod, const QString& container, Run run,
                      std::shared_ptr<Log> log)
{
    const auto name = logName(ns, pod, container, run);
    if (log)
        m_logs[name] = std::move(log);
    else
        m_logs.erase(name);
}

std::shared_ptr<Log> Services::log(const QString& ns, const QString& pod, const QString& container, Run run) const
{
    const auto found = m_logs.find(logName(ns, pod, container, run));
    return found == m_logs.end() ? nullptr : found->second;
}

std::optional<PodUsage> Services::usage(const QString& ns, const QString& pod) const
{
    return m_usage ? m_usage(ns, pod) : std::nullopt;
}

} // namespace sim
