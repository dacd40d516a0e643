#include "ui/shell/connectionwords.h"

#include "core/base/quantity.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace shell {

namespace {

using Kind = flink::ConnectionState::Kind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(shell::Text)
};

std::chrono::milliseconds ageOf(const QDateTime& when, const QDateTime& now)
{
    // Whole seconds: a figure that changes with every glance says nothing.
    return std::chrono::seconds(when.isValid() ? qMax<qint64>(1, when.secsTo(now)) : 1);
}

base::Health familyOf(Kind kind)
{
    switch (kind) {
    case Kind::Closed:
        return base::Health::Unknown;
    case Kind::Connecting:
        return base::Health::Changing;
    case Kind::Live:
        return base::Health::Healthy;
    case Kind::Reconnecting:
    case Kind::Stale:
    case Kind::NotPermitted:
    case Kind::NotInstalled:
        return base::Health::AtRisk;
    case Kind::Unauthorized:
    case Kind::Unreachable:
        return base::Health::Broken;
    }
    return base::Health::Unknown;
}

} // namespace

Statement stateOf(const flink::ConnectionState& state, const QDateTime& now)
{
    if (state.signInSince.isValid() && state.kind != Kind::Closed)
        return {base::Health::Changing,
                Text::tr("waiting for sign-in, %1").arg(base::durationText(ageOf(state.signInSince, now)))};
    const base::Health family = familyOf(state.kind);
    switch (state.kind) {
    case Kind::Closed:
        return {family, Text::tr("closed")};
    case Kind::Connecting:
        return {family, Text::tr("connecting")};
    case Kind::Live:
        if (state.latency.count() < 0)
            return {family, Text::tr("connected")};
        return {family, Text::tr("%1 ms").arg(state.latency.count())};
    case Kind::Reconnecting:
        return {family, Text::tr("reconnecting, attempt %1").arg(state.attempt)};
    case Kind::Stale:
        return {family, Text::tr("no answer for %1").arg(base::durationText(ageOf(state.lastContact, now)))};
    case Kind::Unauthorized:
        return {family, Text::tr("sign-in refused")};
    case Kind::NotPermitted:
        return {family, Text::tr("may not list deployments")};
    case Kind::NotInstalled:
        return {family, Text::tr("Flink operator not installed")};
    case Kind::Unreachable:
        return {family, Text::tr("unreachable")};
    }
    return {};
}

Statement freshnessOf(const QList<flink::ConnectionState>& states, const QDateTime& now)
{
    QList<flink::ConnectionState> open = states;
    open.removeIf([](const flink::ConnectionState& state) { return state.kind == Kind::Closed; });
    if (open.isEmpty())
        return {base::Health::Unknown, Text::tr("Not connected")};
    // base::Health is ordered by urgency, except that Unknown does not occur here.
    const auto worst = std::min_element(open.begin(), open.end(), [](const auto& a, const auto& b) {
        const base::Health left = familyOf(a.kind);
        const base::Health right = familyOf(b.kind);
        return left != right ? left < right : a.lastContact < b.lastContact;
    });
    const QString age = base::compactDuration(ageOf(worst->lastContact, now));
    switch (worst->kind) {
    case Kind::Live:
        return {base::Health::Healthy, Text::tr("Live · %1").arg(age)};
    case Kind::Connecting:
        return {base::Health::Changing, Text::tr("Connecting")};
    case Kind::Stale:
    case Kind::Reconnecting:
        return {base::Health::AtRisk,
                worst->lastContact.isValid() ? Text::tr("Stale · %1").arg(age) : Text::tr("Reconnecting")};
    case Kind::NotPermitted:
    case Kind::NotInstalled:
        return {base::Health::AtRisk, Text::tr("Limited")};
    case Kind::Unauthorized:
    case Kind::Unreachable: {
        const auto broken = std::count_if(open.begin(), open.end(), [](const flink::ConnectionState& state) {
            return familyOf(state.kind) == base::Health::Broken;
        });
        return {base::Health::Broken, broken == open.size()
                                          ? Text::tr("No connection")
                                          : Text::tr("%1 of %2 without a connection").arg(broken).arg(open.size())};
    }
    case Kind::Closed:
        break;
    }
    return {base::Health::Unknown, Text::tr("Not connected")};
}

} // namespace shell
