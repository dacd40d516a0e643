#pragma once

#include "core/sim/kubelet/recorder.h"

namespace sim::op {

/// The part of the operator an event speaks for; stands in source.component.
enum class Component { Operator, JobManagerDeployment, Job, Snapshot };

/// Writes the operator's events: one object for each resource, reason and message, whose count goes up.
class Journal
{
public:
    using Note = kubelet::Note;
    using Subject = kubelet::Subject;

    Journal(Clock& clock, Objects& objects);

    /// `key` tells repeated events from others; empty: the message.
    void record(const Subject& subject, Component component, const Note& note, const QString& key = {},
                const QJsonObject& annotations = {});
    /// Nothing when there is one with that key already.
    void recordOnce(const Subject& subject, Component component, const Note& note, const QString& key);
    /// As record(), but not before `interval` has passed since it was last seen.
    void recordEvery(const Subject& subject, Component component, const Note& note, const QString& key,
                     Duration interval);

private:
    QString nameOf(const Subject& subject, Component component, const Note& note, const QString& key) const;

    Clock& m_clock;
    Objects& m_objects;
};

} // namespace sim::op
