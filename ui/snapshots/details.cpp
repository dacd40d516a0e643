#include "ui/snapshots/details.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace snapshots {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(snapshots::Text)
};

using base::visibleText;
using snapshot::KeyedForm;
using snapshot::OperatorStateName;

constexpr qsizetype longest = 200;

QString formText(KeyedForm form)
{
    switch (form) {
    case KeyedForm::None:
        return {};
    case KeyedForm::KeyGroups:
        return Text::tr("key groups, in full");
    case KeyedForm::Savepoint:
        return Text::tr("savepoint format, for every state backend");
    case KeyedForm::Incremental:
        return Text::tr("files of the state backend");
    case KeyedForm::Changelog:
        return Text::tr("changelog");
    }
    return {};
}

QString modeText(OperatorStateName::Mode mode)
{
    switch (mode) {
    case OperatorStateName::Mode::SplitDistribute:
        return Text::tr("list, split among subtasks");
    case OperatorStateName::Mode::Union:
        return Text::tr("list, whole for each subtask");
    case OperatorStateName::Mode::Broadcast:
        return Text::tr("broadcast");
    }
    return {};
}

QString named(const QString& name, const QString& more)
{
    return u"%1 (%2)"_s.arg(visibleText(name, longest), more);
}

QString subtasksText(const snapshot::Operator& of)
{
    if (of.isFinished)
        return Text::tr("all have finished");
    return of.finishedSubtasks > 0
               ? Text::tr("%1, of which %2 have finished").arg(of.subtaskCount).arg(of.finishedSubtasks)
               : QString::number(of.subtaskCount);
}

} // namespace

Details detailsOf(const snapshot::Operator& of)
{
    Details details;
    const auto add = [&details](const QString& name, const QString& value) {
        if (!value.isEmpty())
            details.append({name, value});
    };
    add(Text::tr("Operator id"), of.id);
    add(Text::tr("uid"), visibleText(of.uid, longest));
    add(Text::tr("Name"), visibleText(of.name, longest));
    add(Text::tr("Parallelism"), base::countText(of.parallelism));
    add(Text::tr("Max parallelism"), base::countText(of.maxParallelism));
    add(Text::tr("Subtasks"), subtasksText(of));
    add(Text::tr("State"), base::exactBytesText(totalOf(of).bytes));
    add(Text::tr("Keyed state kept as"), formText(of.keyedForm));
    for (const snapshot::KeyedState& state : of.keyedStates)
        add(Text::tr("Keyed state"), named(state.name, visibleText(state.type, longest)));
    for (const OperatorStateName& state : of.operatorStates)
        add(Text::tr("Operator state"), named(state.name, modeText(state.mode)));
    return details;
}

} // namespace snapshots
