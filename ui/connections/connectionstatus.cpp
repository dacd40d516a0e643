#include "ui/connections/connectionstatus.h"

#include "core/base/visibletext.h"
#include "ui/connections/book.h"
#include "ui/connections/clinic.h"

#include <QCoreApplication>

#include <algorithm>

namespace connections {

using namespace Qt::StringLiterals;

namespace {

using Kind = flink::ConnectionState::Kind;
using Verdict = flink::DoctorStep::Verdict;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(connections::Text)
};

QString firstProblem(const Entry& entry)
{
    for (const kube::Problem& problem : entry.problems) {
        if (problem.severity == kube::Problem::Severity::Error)
            return problem.message;
    }
    return {};
}

QString contentOf(const flink::Connection& open)
{
    if (!open.deployments())
        return Text::tr("Flink REST");
    return Text::tr("%n deployments", nullptr, static_cast<int>(open.deployments()->count()));
}

Status ofOpen(const flink::Connection& open)
{
    const flink::ConnectionState state = open.state();
    const QString why = state.error ? base::visibleText(state.error->message) : QString();
    if (state.signInSince.isValid() && state.kind != Kind::Closed)
        return {
            base::Health::Changing, Text::tr("Signing in"),
            Text::tr("Waiting for sign-in: the credential plugin has not answered yet. It may have opened a browser.")};
    switch (state.kind) {
    case Kind::Closed:
        return {base::Health::Unknown, Text::tr("Closed"), {}};
    case Kind::Connecting:
        return {base::Health::Changing, Text::tr("Connecting"), why};
    case Kind::Live:
        return {base::Health::Healthy, Text::tr("Open"), contentOf(open)};
    case Kind::Reconnecting:
    case Kind::Stale:
        return {base::Health::AtRisk, Text::tr("No answer"), why.isEmpty() ? contentOf(open) : why};
    case Kind::Unauthorized:
        return {base::Health::Broken, Text::tr("No sign-in"), why};
    case Kind::NotPermitted:
        return {base::Health::AtRisk, Text::tr("No right"), why};
    case Kind::NotInstalled:
        return {base::Health::AtRisk, Text::tr("No operator"), why};
    case Kind::Unreachable:
        return {base::Health::Broken, Text::tr("Unreachable"), why};
    }
    return {};
}

QString messageOf(const QList<flink::DoctorStep>& steps, QStringView id)
{
    const auto found =
        std::find_if(steps.begin(), steps.end(), [id](const flink::DoctorStep& step) { return step.id == id; });
    return found == steps.end() || found->verdict == Verdict::NotReached ? QString()
                                                                         : base::visibleText(found->message);
}

Status ofExamination(const flink::Doctor& doctor)
{
    const QList<flink::DoctorStep>& steps = doctor.steps();
    const auto failed =
        std::find_if(steps.begin(), steps.end(), [](const auto& step) { return step.verdict == Verdict::Failed; });
    if (failed != steps.end()) {
        const bool isSignIn = failed->id == u"signIn";
        return {base::Health::Broken, isSignIn ? Text::tr("No sign-in") : Text::tr("Not ready"),
                base::visibleText(failed->message)};
    }
    QStringList found{messageOf(steps, u"version"), messageOf(steps, u"operator"), messageOf(steps, u"rest")};
    found.removeAll({});
    const auto odd =
        std::find_if(steps.begin(), steps.end(), [](const auto& step) { return step.verdict == Verdict::Warning; });
    if (odd != steps.end())
        return {base::Health::AtRisk, Text::tr("Ready, with doubts"), base::visibleText(odd->message)};
    return {base::Health::Healthy, Text::tr("Ready"), found.join(u" · "_s)};
}

} // namespace

bool isSigningIn(const Book& book, const QString& connectionId)
{
    const flink::Connection* open = book.connection(connectionId);
    return open && open->state().signInSince.isValid();
}

Status statusOf(const Entry& entry, const Book& book, Clinic& clinic)
{
    if (entry.isOutdated)
        return {base::Health::AtRisk, Text::tr("Changed"),
                Text::tr("Its kubeconfig has changed: reconnect to use it.")};
    if (const flink::Connection* open = book.connection(entry.id()))
        return ofOpen(*open);
    if (entry.openError)
        return {base::Health::Broken, Text::tr("Not usable"), base::visibleText(entry.openError->message)};
    if (!entry.isUsable())
        return {base::Health::Broken, Text::tr("Not usable"), base::visibleText(firstProblem(entry))};
    if (clinic.isExamining(entry.id()))
        return {base::Health::Changing, Text::tr("Testing"), {}};
    if (clinic.wasExamined(entry.id()))
        return ofExamination(*clinic.doctor(entry.id()));
    return {base::Health::Unknown, Text::tr("Not tried"), entry.server};
}

} // namespace connections
