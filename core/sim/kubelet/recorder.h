#pragma once

#include "core/sim/world/objects.h"

#include <QJsonObject>
#include <QString>

#include <map>

namespace sim::kubelet {

/// What an event is about.
struct Subject
{
    QString apiVersion;
    QString kind;
    QString ns;
    QString name;
    QString uid;

    static Subject of(const Stored& object);
};

struct Note
{
    enum class Type { Normal, Warning };

    Type type = Type::Normal;
    QString reason;
    QString message;
};

/// Writes events of the core group as the parts of Kubernetes do: a repeated one counts up instead of becoming another
/// object, more than ten that differ in their message only are combined, and all are forgotten after an hour.
class Recorder
{
public:
    /// `component` stands in source.component: kubelet, default-scheduler, replicaset-controller … `write`: as whom.
    Recorder(Clock& clock, Objects& objects, const Chance& chance, QString component, Write write);

    void record(const Subject& subject, const Note& note, const QString& node = {});

private:
    struct Series
    {
        std::map<QString, QString> byMessage; ///< name of the event of each message
        QString combined;                     ///< name of the event that stands for the rest
        Instant last;
    };

    void forgetOld();
    bool countUp(const Subject& subject, const QString& name, const QString& message);
    QString write(const Subject& subject, const Note& note, const QString& node, const QString& message);

    Clock& m_clock;
    Objects& m_objects;
    Chance m_chance;
    QString m_component;
    Write m_write;
    std::map<QString, Series> m_series;
};

/// Removes events an hour after they were seen last, as the API server does.
class EventExpiry
{
public:
    EventExpiry(Clock& clock, Objects& objects);

private:
    void sweep();

    Clock& m_clock;
    Objects& m_objects;
    Alarm m_alarm;
};

} // namespace sim::kubelet
