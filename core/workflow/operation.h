#pragma once

#include "core/workflow/plan.h"

namespace workflow {

/// How far a step has come.
struct StepRecord
{
    enum class State {
        Planned,  ///< not begun
        Sending,  ///< about to be sent, or sent: nobody has written down an answer
        Doubtful, ///< sent, and the answer was lost
        Sent,     ///< answered well; or there is nothing to send: its condition is waited for
        Done,
        Failed,
    };

    QString id;
    State state = State::Planned;
    QDateTime startedAt, endedAt; ///< UTC
    QString detail;               ///< translated, safe to show: what was seen last

    bool isOver() const { return state == State::Done || state == State::Failed; }
    friend bool operator==(const StepRecord&, const StepRecord&) = default;
};

/// A plan that was begun, as its journal tells it.
struct Operation
{
    enum class State {
        Running,     ///< a process is at it
        Interrupted, ///< and none is any more; it can be taken up
        Succeeded,
        Failed,
        Cancelled, ///< at a safe point
        Unknown,   ///< given up waiting for; it can be taken up
        Abandoned, ///< somebody goes on by hand
    };

    QString id;
    Plan plan;
    QString by, host; ///< who began it, and where
    QDateTime startedAt, endedAt;
    State state = State::Interrupted;
    QList<StepRecord> steps; ///< as many as the plan has
    QJsonObject facts;       ///< what was learnt on the way and later steps need: names, generations, paths
    QString result;          ///< translated: how it ended
    QString problem;         ///< translated: why its journal cannot be taken up; empty: it can be read

    /// The first that is not over; -1: none.
    qsizetype currentStep() const;
    /// Whether somebody may go on with it.
    bool isOpen() const;
    friend bool operator==(const Operation&, const Operation&) = default;
};

QString stateWord(Operation::State state);  ///< as command line and journal write it: "running", …
QString stateWord(StepRecord::State state); ///< "planned", "sending", …
QString stateText(Operation::State state);  ///< translated
/// As the command line tells it: {"kind": "Operation", …}.
QJsonObject toJson(const Operation& operation);

/// One line of a journal. What it may hold:
///   {"event":"planned","journal":1,"id","at","by","host","plan"}   the first one
///   {"event":"takenUp","at","by","host","process"}                 by this process
///   {"event":"step","step","state","at","detail","facts"}
///   {"event":"ended","state","at","result"}                        not Unknown: nothing follows
/// Changes `operation` by what it says; a line that is none, or says what it cannot, changes nothing.
void takeLine(Operation& operation, const QJsonObject& line);

inline constexpr int journalVersion = 1;

} // namespace workflow
