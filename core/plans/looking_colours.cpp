#include "core/plans/looking.h"

#include "core/base/visibletext.h"
#include "core/plans/colours.h"

#include <algorithm>

namespace plans {

using namespace Qt::StringLiterals;
using manifest::LiveObject;

namespace {

/// What of a change is of the deployments that the operator makes; the rest is for itself.
SpecChange ofTemplate(const SpecChange& change)
{
    const QStringList root{u"spec"_s, u"template"_s, u"spec"_s};
    SpecChange part;
    std::ranges::copy_if(change.entries, std::back_inserter(part.entries), [&](const SpecChange::Entry& entry) {
        return entry.path.first(std::min(entry.path.size(), root.size())) == root;
    });
    return part;
}

} // namespace

void Looking::lookAtTransition(const LiveObject& object)
{
    if (!isInObject()) {
        tell(State::Failed, tr("Somebody has changed the object again: it does not say any more what was planned."));
        return;
    }
    const QString other = m_step.details[u"colour"].toString();
    const QJsonObject deployment{{u"spec"_s, object.reconciled.value_or(QJsonObject())}};
    const QJsonObject taken{{u"spec"_s, QJsonObject{{u"template"_s, deployment}}}};
    const bool isTaken = object.reconciled && ofTemplate(m_change).isIn(taken);
    const bool isComing = object.blueGreenState == stateOfColour(u"TRANSITIONING_TO_", other) ||
                          object.blueGreenState == stateOfColour(u"ACTIVE_", other);
    if (isTaken && isGivenUp(object))
        tell(State::Failed,
             tr("The operator has given the transition up: %1").arg(base::visibleText(object.error)));
    else if (isTaken && isComing)
        tell(State::Done, base::visibleText(object.blueGreenState));
    else
        tell(State::Underway, object.blueGreenState.startsWith(u"SAVEPOINTING_")
                                  ? tr("A savepoint of the active colour is being made.")
                                  : base::visibleText(object.blueGreenState));
}

bool Looking::isTransitionOver(const LiveObject& object)
{
    if (m_step.details[u"colour"].toString().isEmpty() || m_step.kind == stepkind::transitioning ||
        !isGivenUp(object))
        return false;
    tell(State::Failed, tr("The operator has given the transition up: %1").arg(base::visibleText(object.error)));
    return true;
}

void Looking::lookAtOldColour(const LiveObject& object)
{
    if (object.blueGreenState != stateOfColour(u"ACTIVE_", m_step.details[u"colour"].toString())) {
        tell(State::Underway, base::visibleText(object.blueGreenState));
        return;
    }
    const kube::ObjectKey old{cluster().nameSpace, m_step.details[u"old"].toString()};
    flink::listPods(*m_site.api, old, http::Priority::Interactive, this,
                    [this, old](const base::Result<QList<flink::Pod>>& pods) {
                        if (!pods)
                            fail(pods.error());
                        else if (pods->isEmpty())
                            tell(State::Done, tr("No pod of %1 is left.").arg(base::visibleText(old.name)));
                        else
                            tell(State::Underway, tr("%n pod(s) of it are still there.", nullptr, int(pods->size())));
                    });
}

} // namespace plans
