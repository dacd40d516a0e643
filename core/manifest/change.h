#pragma once

#include "core/manifest/subject.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace manifest {

/// How much a change asks of the operator; of several the largest counts.
enum class ChangeClass {
    Ignore,   ///< nothing happens to the job
    Scale,    ///< in place where that is possible, else an upgrade
    Upgrade,  ///< the job is stopped and started again
    Redeploy, ///< the job is cancelled and started from the path that is given
};

/// One value that differs between two specs.
struct Change
{
    QStringList path; ///< from the object's root: {"spec", "job", "args", "[0]"}
    ChangeClass weight = ChangeClass::Upgrade;
    QJsonValue from, to;    ///< undefined: it is not there
    QJsonValue stable;      ///< in the spec that was stable last; undefined: not there, or none was
    bool isWaiting = false; ///< the object says so already, and the operator has not taken it up

    QString place() const; ///< as people write it
    friend bool operator==(const Change&, const Change&) = default;
};

ChangeClass weightOf(const QList<Change>& changes);

/// What differs between two specs of a kind, without the fields that say the same by default. Classes are those of the
/// operator's own annotations (SpecDiff) and of its prefixes of keys (FlinkDeploymentSpec, JobSpec, 1.7 to 1.16); of a
/// blue/green deployment both are its template's spec, and the places say so.
QList<Change> changesBetween(Subject::Kind kind, const QJsonObject& before, const QJsonObject& after);

/// A value as one reads it in a line: long ones are cut in their middle; what is not there is a dash.
QString valueText(const QJsonValue& value);

/// A spec with the values that the operator puts where nothing is said.
QJsonObject completedSpec(const QJsonObject& spec);

} // namespace manifest
