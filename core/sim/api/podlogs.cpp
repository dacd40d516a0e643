#include "core/sim/api/podlogs.h"

#include "core/sim/world/path.h"

#include <QDateTime>

#include <limits>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

/// What a request wants of a log.
struct Cut
{
    Instant since = Instant::min();
    qint64 tail = std::numeric_limits<qint64>::max();
    qint64 bytes = std::numeric_limits<qint64>::max();
    bool showsTimes = false;
};

Refusal invalidOption(const QString& field, const QString& why)
{
    return Refusal::invalid({}, u"PodLogOptions", {}, {{u"FieldValueInvalid"_s, why, field}});
}

QByteArray textOf(const LogLine& line, const Cut& cut)
{
    if (!cut.showsTimes)
        return line.text + '\n';
    // A kubelet writes nanoseconds, all nine digits.
    const auto time = microTimestamp(line.at).toLatin1().chopped(1) + "000Z";
    return time + ' ' + line.text + '\n';
}

std::variant<Cut, Refusal> cutOf(const Query& query, Instant now)
{
    Cut cut;
    cut.showsTimes = query.isSet(u"timestamps"_s);
    if (query.contains(u"tailLines"_s)) {
        cut.tail = query.value(u"tailLines"_s).toLongLong();
        if (cut.tail < 0)
            return invalidOption(u"tailLines"_s,
                                 u"Invalid value: %1: must be greater than or equal to 0"_s.arg(cut.tail));
    }
    if (query.contains(u"limitBytes"_s)) {
        cut.bytes = query.value(u"limitBytes"_s).toLongLong();
        if (cut.bytes < 1)
            return invalidOption(u"limitBytes"_s, u"Invalid value: %1: must be greater than 0"_s.arg(cut.bytes));
    }
    const bool hasSeconds = query.contains(u"sinceSeconds"_s);
    if (hasSeconds && query.contains(u"sinceTime"_s)) {
        return Refusal::invalid({}, u"PodLogOptions", {},
                                {{u"FieldValueForbidden"_s,
                                  u"Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified"_s,
                                  {}}});
    }
    if (hasSeconds) {
        const auto seconds = query.value(u"sinceSeconds"_s).toLongLong();
        if (seconds < 1)
            return invalidOption(u"sinceSeconds"_s, u"Invalid value: %1: must be greater than 0"_s.arg(seconds));
        cut.since = now - std::chrono::seconds(seconds);
    } else if (query.contains(u"sinceTime"_s)) {
        cut.since = fromTimestamp(query.value(u"sinceTime"_s)).value_or(Instant::min());
    }
    return cut;
}

QByteArray contentOf(const Log& log, const Cut& cut)
{
    QByteArray content;
    auto skipped = std::max<qint64>(0, std::ssize(log.lines()) - cut.tail);
    for (const auto& line : log.lines()) {
        if (skipped-- > 0 || line.at < cut.since)
            continue;
        content += textOf(line, cut);
        if (content.size() >= cut.bytes)
            return content.first(cut.bytes);
    }
    return content;
}

QStringList containersOf(const QJsonObject& pod)
{
    QStringList names;
    for (const auto& list : {u"initContainers"_s, u"containers"_s}) {
        for (const auto item : at(pod, {u"spec", list}).toArray())
            names += item.toObject().value("name"_L1).toString();
    }
    return names;
}

/// As the kubelet says why a container has no log: of an image in words, of everything else its reason.
QString inKubeletsWords(const QString& reason)
{
    if (reason == u"ErrImagePull")
        return u"image can't be pulled"_s;
    return reason == u"ImagePullBackOff" ? u"trying and failing to pull image"_s : reason;
}

/// Why a container has not started yet.
QString waitingReason(const QJsonObject& pod, const QString& container)
{
    for (const auto& list : {u"initContainerStatuses"_s, u"containerStatuses"_s}) {
        for (const auto item : at(pod, {u"status", list}).toArray()) {
            const auto status = item.toObject();
            if (status.value("name"_L1).toString() == container)
                return at(status, {u"state", u"waiting", u"reason"}).toString();
        }
    }
    return {};
}

/// One reader that follows.
class Follower
{
public:
    Follower(std::shared_ptr<Sink> sink, const Cut& cut, qint64 sent)
        : m_sink(std::move(sink))
        , m_cut(cut)
        , m_left(cut.bytes - sent)
    {
    }

    void take(const LogLine& line)
    {
        if (!m_sink)
            return;
        const auto text = textOf(line, m_cut);
        m_sink->write(text.first(std::min<qint64>(text.size(), m_left)));
        m_left -= text.size();
        if (m_left <= 0)
            end();
    }
    void end()
    {
        if (const auto sink = std::exchange(m_sink, nullptr))
            sink->end();
    }
    bool isOpen() const { return m_sink && m_sink->isOpen(); }

private:
    std::shared_ptr<Sink> m_sink;
    Cut m_cut;
    qint64 m_left;
};

} // namespace

PodLogs::PodLogs(World& world)
    : m_world(world)
{
}

std::shared_ptr<Log> PodLogs::logFor(const Call& call, const Stored& pod)
{
    const auto document = pod.document();
    const auto containers = containersOf(document);
    auto container = call.query.value(u"container"_s);
    if (container.isEmpty() && at(document, {u"spec", u"containers"}).toArray().size() > 1) {
        call.refuse(Refusal::badRequest(u"a container name must be specified for pod %1, choose one of: [%2]"_s.arg(
            pod.name(), containers.join(u' '))));
        return nullptr;
    }
    if (container.isEmpty())
        container = containers.value(0);
    if (!containers.contains(container)) {
        call.refuse(Refusal::badRequest(u"container %1 is not valid for pod %2"_s.arg(container, pod.name())));
        return nullptr;
    }
    const bool isPrevious = call.query.isSet(u"previous"_s);
    const auto log = m_world.services.log(pod.ns(), pod.name(), container,
                                          isPrevious ? Services::Run::Previous : Services::Run::Current);
    if (log)
        return log;
    const auto reason = waitingReason(document, container);
    if (isPrevious)
        call.refuse(Refusal::badRequest(
            u"previous terminated container \"%1\" in pod \"%2\" not found"_s.arg(container, pod.name())));
    else if (!reason.isEmpty())
        call.refuse(Refusal::badRequest(u"container \"%1\" in pod \"%2\" is waiting to start: %3"_s.arg(
            container, pod.name(), inKubeletsWords(reason))));
    else
        call.answer(Reply::text({}));
    return nullptr;
}

void PodLogs::get(const Call& call)
{
    const auto cut = cutOf(call.query, m_world.clock.now());
    if (const auto* refusal = std::get_if<Refusal>(&cut))
        return call.refuse(*refusal);
    const auto pod = m_world.objects.find(type::pods, call.info.ns, call.info.name);
    if (!pod)
        return call.refuse(Refusal::notFound(type::pods, call.info.name));
    const auto log = logFor(call, *pod);
    if (!log)
        return;
    const auto wanted = std::get<Cut>(cut);
    auto reply = Reply::text(contentOf(*log, wanted));
    if (call.query.isSet(u"follow"_s) && !log->hasEnded()) {
        reply.stream = [log, wanted, content = std::exchange(reply.body, {})](const std::shared_ptr<Sink>& sink) {
            sink->write(content);
            // Kept by the log itself: each callback holds the following it belongs to.
            const auto follower = std::make_shared<Follower>(sink, wanted, content.size());
            const auto following = std::make_shared<Subscription>();
            *following = log->follow(
                [follower, following](const LogLine& line) {
                    const auto held = following;
                    follower->take(line);
                    if (!follower->isOpen())
                        held->reset();
                },
                [follower, following] {
                    const auto held = following;
                    follower->end();
                    held->reset();
                });
        };
    }
    call.answer(reply);
}

} // namespace sim
