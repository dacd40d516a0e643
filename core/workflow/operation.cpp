#include "core/workflow/operation.h"

#include "core/workflow/words.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace workflow {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(workflow::Text)
};

using State = Operation::State;
using StepState = StepRecord::State;

constexpr Words<State, 7> states{{{State::Running, u"running"},
                                  {State::Interrupted, u"interrupted"},
                                  {State::Succeeded, u"succeeded"},
                                  {State::Failed, u"failed"},
                                  {State::Cancelled, u"cancelled"},
                                  {State::Unknown, u"unknown"},
                                  {State::Abandoned, u"abandoned"}}};
constexpr Words<StepState, 6> stepStates{{{StepState::Planned, u"planned"},
                                          {StepState::Sending, u"sending"},
                                          {StepState::Doubtful, u"doubtful"},
                                          {StepState::Sent, u"sent"},
                                          {StepState::Done, u"done"},
                                          {StepState::Failed, u"failed"}}};

void takePlan(Operation& operation, const QJsonObject& line)
{
    operation.id = line[u"id"].toString();
    operation.by = line[u"by"].toString();
    operation.host = line[u"host"].toString();
    operation.startedAt = timeOf(line[u"at"]);
    if (line[u"journal"].toInt() != journalVersion) {
        operation.problem = Text::tr("It was written by another version of Drey.");
        return;
    }
    operation.plan = planOf(line[u"plan"].toObject());
    operation.steps.clear();
    for (const Step& step : std::as_const(operation.plan.steps))
        operation.steps.append({step.id, StepState::Planned, {}, {}, {}});
}

void takeStep(Operation& operation, const QJsonObject& line)
{
    const auto step = std::ranges::find(operation.steps, line[u"step"].toString(), &StepRecord::id);
    const std::optional<StepState> state = valueOf(stepStates, line[u"state"].toString());
    if (step == operation.steps.end() || !state || step->isOver())
        return;
    const QDateTime at = timeOf(line[u"at"]);
    if (!step->startedAt.isValid())
        step->startedAt = at;
    step->state = *state;
    if (step->isOver())
        step->endedAt = at;
    step->detail = line[u"detail"].toString();
    const QJsonObject facts = line[u"facts"].toObject();
    for (auto fact = facts.begin(); fact != facts.end(); ++fact)
        operation.facts.insert(fact.key(), fact.value());
}

void takeEnd(Operation& operation, const QJsonObject& line)
{
    const std::optional<State> state = valueOf(states, line[u"state"].toString());
    if (!state || *state == State::Running || *state == State::Interrupted)
        return;
    operation.state = *state;
    operation.endedAt = timeOf(line[u"at"]);
    operation.result = line[u"result"].toString();
}

} // namespace

qsizetype Operation::currentStep() const
{
    const auto step = std::ranges::find_if_not(steps, &StepRecord::isOver);
    return step == steps.end() ? -1 : step - steps.begin();
}

bool Operation::isOpen() const
{
    return state == State::Running || state == State::Interrupted || state == State::Unknown;
}

QString stateWord(Operation::State state)
{
    return wordOf(states, state);
}

QString stateWord(StepRecord::State state)
{
    return wordOf(stepStates, state);
}

QString stateText(Operation::State state)
{
    switch (state) {
    case State::Running:
        return Text::tr("Running");
    case State::Interrupted:
        return Text::tr("Interrupted");
    case State::Succeeded:
        return Text::tr("Succeeded");
    case State::Failed:
        return Text::tr("Failed");
    case State::Cancelled:
        return Text::tr("Cancelled");
    case State::Unknown:
        return Text::tr("Outcome unknown");
    case State::Abandoned:
        return Text::tr("Handed over");
    }
    return {};
}

QJsonObject toJson(const Operation& operation)
{
    QJsonArray steps;
    for (const StepRecord& step : operation.steps) {
        steps.append(QJsonObject{{u"id"_s, step.id},
                                 {u"state"_s, stateWord(step.state)},
                                 {u"startedAt"_s, timeText(step.startedAt)},
                                 {u"endedAt"_s, timeText(step.endedAt)},
                                 {u"detail"_s, step.detail}});
    }
    return {{u"kind"_s, u"Operation"_s},
            {u"id"_s, operation.id},
            {u"operation"_s, operation.plan.operation},
            {u"context"_s, operation.plan.context},
            {u"object"_s, operation.plan.object},
            {u"title"_s, operation.plan.title},
            {u"by"_s, operation.by},
            {u"host"_s, operation.host},
            {u"state"_s, stateWord(operation.state)},
            {u"startedAt"_s, timeText(operation.startedAt)},
            {u"endedAt"_s, timeText(operation.endedAt)},
            {u"steps"_s, steps},
            {u"facts"_s, operation.facts},
            {u"result"_s, operation.result},
            {u"problem"_s, operation.problem.isEmpty() ? QJsonValue::Null : QJsonValue(operation.problem)}};
}

void takeLine(Operation& operation, const QJsonObject& line)
{
    const QString event = line[u"event"].toString();
    if (event == u"planned" && operation.id.isEmpty()) {
        takePlan(operation, line);
    } else if (operation.isOpen() && event == u"takenUp") {
        operation.state = State::Interrupted; // who is at it says the lock, not the file
        operation.endedAt = {};
        operation.result.clear();
    } else if (operation.isOpen() && event == u"step") {
        takeStep(operation, line);
    } else if (operation.isOpen() && event == u"ended") {
        takeEnd(operation, line);
    }
}

} // namespace workflow
