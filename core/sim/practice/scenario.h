#pragma once

#include "core/sim/world/clock.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace sim::practice {

/// What somebody may believe to be the cause; one of a scenario's is.
struct Suspect
{
    QString id;   ///< kebab-case
    QString text; ///< in the language of the program
};

/// A rehearsal as it is told before it begins, in the language of the program.
struct Scenario
{
    QString name; ///< kebab-case; "healthy": nothing is wrong
    QString title;
    QString story;      ///< what the one on call hears and sees, a few sentences
    int difficulty = 1; ///< 1 (easy) … 3
    QStringList hints;  ///< from vague to plain
    QList<Suspect> suspects;
};

/// One condition of a scenario's goal, judged from the state of the cluster.
struct Goal
{
    QString text;
    bool isMet = false;
};

/// Something that somebody did during a rehearsal, or that befell the cluster.
struct Deed
{
    Instant at;
    QString who;  ///< name of the user; empty: the scenario itself
    QString what; ///< "PATCH flinkdeployments payments/orders", or a sentence of the scenario
};

/// How a rehearsal stands. Times are of the cluster's clock.
struct Progress
{
    enum class Stage {
        Preparing, ///< the fault is not in the cluster yet
        Incident,
        Recovered, ///< every goal has been met for as long as the scenario demands
    };

    QString scenario; ///< name
    Stage stage = Stage::Preparing;
    Instant now;
    Instant begun;                     ///< when the fault was set
    std::optional<Duration> detected;  ///< until the cause was named, or the first write to what is affected
    std::optional<Duration> recovered; ///< until the goal was true
    QList<Goal> goals;
    int hintsTaken = 0;
    int wrongSuspects = 0;
};

/// What there is to learn, once the rehearsal is over or given up.
struct Debrief
{
    QString cause; ///< what was wrong and why, some sentences
    QString cure;  ///< what was to be done, and what not
    QList<Deed> timeline;
};

} // namespace sim::practice
