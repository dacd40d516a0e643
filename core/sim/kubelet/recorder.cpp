#include "core/sim/kubelet/recorder.h"

#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::kubelet {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t distinctMessages = 10;
constexpr std::size_t mostSeries = 500; ///< then those that are over are looked for
constexpr auto seriesWindow = 10min;
constexpr auto lifetime = 1h;
constexpr auto sweepInterval = 5min;

QString home(const Subject& subject)
{
    return subject.ns.isEmpty() ? u"default"_s : subject.ns;
}

} // namespace

Subject Subject::of(const Stored& object)
{
    const QJsonObject& document = object.document();
    return {document[u"apiVersion"].toString(), document[u"kind"].toString(), object.ns(), object.name(), object.uid()};
}

Recorder::Recorder(Clock& clock, Objects& objects, const Chance& chance, QString component, Write write)
    : m_clock(clock)
    , m_objects(objects)
    , m_chance(chance.stream(u"events of "_s + component))
    , m_component(std::move(component))
    , m_write(std::move(write))
{
}

void Recorder::record(const Subject& subject, const Note& note, const QString& node)
{
    forgetOld();
    Series& series = m_series[subject.uid + u'/' + note.reason];
    if (m_clock.now() - series.last > seriesWindow)
        series = {};
    series.last = m_clock.now();

    const auto known = series.byMessage.find(note.message);
    if (known != series.byMessage.end() && countUp(subject, known->second, note.message))
        return;
    if (known == series.byMessage.end() && series.byMessage.size() >= distinctMessages) {
        const QString message = u"(combined from similar events): "_s + note.message;
        if (series.combined.isEmpty() || !countUp(subject, series.combined, message))
            series.combined = write(subject, note, node, message);
        return;
    }
    series.byMessage[note.message] = write(subject, note, node, note.message);
}

void Recorder::forgetOld()
{
    if (m_series.size() > mostSeries)
        std::erase_if(m_series, [this](const auto& entry) { return m_clock.now() - entry.second.last > seriesWindow; });
}

bool Recorder::countUp(const Subject& subject, const QString& name, const QString& message)
{
    const auto outcome = m_objects.change(
        type::events, home(subject), name, Part::Main,
        [&](QJsonObject& event) {
            event[u"count"_s] = event[u"count"_s].toInt() + 1;
            event[u"lastTimestamp"_s] = timestamp(m_clock.now());
            event[u"message"_s] = message;
        },
        m_write);
    return bool(outcome);
}

QString Recorder::write(const Subject& subject, const Note& note, const QString& node, const QString& message)
{
    const QString ns = home(subject);
    const QString name = subject.name + u'.' + m_chance.hex(16);
    QJsonObject source{{u"component"_s, m_component}};
    if (!node.isEmpty())
        source[u"host"_s] = node;
    const QJsonObject event{
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"Event"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, ns}}},
        {u"involvedObject"_s, QJsonObject{{u"apiVersion"_s, subject.apiVersion},
                                          {u"kind"_s, subject.kind},
                                          {u"name"_s, subject.name},
                                          {u"namespace"_s, ns},
                                          {u"uid"_s, subject.uid}}},
        {u"type"_s, note.type == Note::Type::Normal ? u"Normal"_s : u"Warning"_s},
        {u"reason"_s, note.reason},
        {u"message"_s, message},
        {u"source"_s, source},
        {u"reportingComponent"_s, m_component},
        {u"reportingInstance"_s, node},
        {u"firstTimestamp"_s, timestamp(m_clock.now())},
        {u"lastTimestamp"_s, timestamp(m_clock.now())},
        {u"count"_s, 1},
    };
    return m_objects.create(type::events, event, m_write) ? name : QString();
}

EventExpiry::EventExpiry(Clock& clock, Objects& objects)
    : m_clock(clock)
    , m_objects(objects)
    , m_alarm(clock)
{
    m_alarm.set(sweepInterval, [this] { sweep(); });
}

void EventExpiry::sweep()
{
    for (const Snapshot& event : m_objects.list(type::events)) {
        const auto seen = fromTimestamp(event->document()[u"lastTimestamp"].toString());
        if (seen && m_clock.now() - *seen > lifetime)
            static_cast<void>(m_objects.remove(type::events, event->ns(), event->name()));
    }
    m_alarm.set(sweepInterval, [this] { sweep(); });
}

} // namespace sim::kubelet
