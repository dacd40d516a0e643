#include "core/sim/operator/journal.h"

#include "core/sim/operator/writer.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

QString text(Component component)
{
    switch (component) {
    case Component::Operator:
        return u"Operator"_s;
    case Component::JobManagerDeployment:
        return u"JobManagerDeployment"_s;
    case Component::Job:
        return u"Job"_s;
    case Component::Snapshot:
        return u"Snapshot"_s;
    }
    return {};
}

/// FNV-1a of 32 bits.
quint32 hashOf(const QString& text)
{
    quint32 hash = 2166136261u;
    for (const char c : text.toUtf8()) {
        hash ^= quint8(c);
        hash *= 16777619u;
    }
    return hash;
}

} // namespace

Journal::Journal(Clock& clock, Objects& objects)
    : m_clock(clock)
    , m_objects(objects)
{
}

QString Journal::nameOf(const Subject& subject, Component component, const Note& note, const QString& key) const
{
    const QString words = subject.kind + u'|' + subject.name + u'|' + subject.uid + u'|' + note.reason + u'|' +
                          (key.isEmpty() ? note.message : key);
    return text(component).toLower() + u'.' + QString::number(hashOf(words));
}

void Journal::record(const Subject& subject, Component component, const Note& note, const QString& key,
                     const QJsonObject& annotations)
{
    const QString name = nameOf(subject, component, note, key);
    const Outcome counted = m_objects.change(
        type::events, subject.ns, name, Part::Main,
        [&](QJsonObject& event) {
            event[u"count"_s] = event[u"count"_s].toInt() + 1;
            event[u"lastTimestamp"_s] = timestamp(m_clock.now());
            event[u"message"_s] = note.message;
        },
        byOperator());
    if (counted)
        return;
    QJsonObject metadata{{u"name"_s, name}, {u"namespace"_s, subject.ns}};
    if (!annotations.isEmpty())
        metadata[u"annotations"_s] = annotations;
    static_cast<void>(m_objects.create(type::events,
                                       {{u"apiVersion"_s, u"v1"_s},
                                        {u"kind"_s, u"Event"_s},
                                        {u"metadata"_s, metadata},
                                        {u"involvedObject"_s, QJsonObject{{u"apiVersion"_s, subject.apiVersion},
                                                                          {u"kind"_s, subject.kind},
                                                                          {u"name"_s, subject.name},
                                                                          {u"namespace"_s, subject.ns},
                                                                          {u"uid"_s, subject.uid}}},
                                        {u"type"_s, note.type == Note::Type::Normal ? u"Normal"_s : u"Warning"_s},
                                        {u"reason"_s, note.reason},
                                        {u"message"_s, note.message},
                                        {u"source"_s, QJsonObject{{u"component"_s, text(component)}}},
                                        {u"reportingComponent"_s, QString()},
                                        {u"reportingInstance"_s, QString()},
                                        {u"firstTimestamp"_s, timestamp(m_clock.now())},
                                        {u"lastTimestamp"_s, timestamp(m_clock.now())},
                                        {u"count"_s, 1}},
                                       byOperator()));
}

void Journal::recordOnce(const Subject& subject, Component component, const Note& note, const QString& key)
{
    if (!m_objects.find(type::events, subject.ns, nameOf(subject, component, note, key)))
        record(subject, component, note, key);
}

void Journal::recordEvery(const Subject& subject, Component component, const Note& note, const QString& key,
                          Duration interval)
{
    const Snapshot known = m_objects.find(type::events, subject.ns, nameOf(subject, component, note, key));
    const auto seen = known ? fromTimestamp(known->document()[u"lastTimestamp"].toString()) : std::nullopt;
    if (!seen || m_clock.now() - *seen >= interval)
        record(subject, component, note, key);
}

} // namespace sim::op
