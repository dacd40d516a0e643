#pragma once

#include "core/flink/hapointers.h"
#include "core/flink/pod.h"
#include "core/flink/rest.h"
#include "core/plans/startfailure.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace plans {

/// What is wrong with a deployment that somebody wants to recover.
struct Diagnosis
{
    enum class Kind {
        Unknown,      ///< the evidence does not tell
        Running,      ///< nothing: its job runs
        JobFailed,    ///< Flink is there, its job has failed or is not there
        ClusterLost,  ///< no JobManager works
        StateDamaged, ///< what it would start from is missing, cannot be read, or does not fit
    };

    Kind kind = Kind::Unknown;
    QStringList evidence; ///< translated, safe to show; one sentence each, what decides first

    friend bool operator==(const Diagnosis&, const Diagnosis&) = default;
};

/// What it is recognised by. Nothing: it could not be asked.
struct Clues
{
    QJsonObject live; ///< the custom resource
    std::optional<QList<flink::JobOverview>> jobs;
    std::optional<QList<flink::Pod>> pods;
    std::optional<QList<flink::HaPointer>> pointers;
    QString failure; ///< newest exception of the job, or end of the log of a JobManager that ended; empty: none known
};

/// Pure.
Diagnosis diagnose(const Clues& clues);

QString diagnosisText(Diagnosis::Kind kind); ///< translated, one sentence
QJsonObject toJson(const Diagnosis& diagnosis);

} // namespace plans
