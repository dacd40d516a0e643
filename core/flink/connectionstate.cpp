#include "core/flink/connectionstate.h"

#include <algorithm>

namespace flink {

namespace {

using Kind = ConnectionState::Kind;
using WatchState = kube::Watch::State;

bool isOld(const QDateTime& contact, const QDateTime& now, std::chrono::milliseconds staleAfter)
{
    return contact.isValid() && contact.msecsTo(now) > staleAfter.count();
}

/// What an attempt that failed makes of a connection.
Kind kindOf(const base::Error& error, const QDateTime& lastContact, const QDateTime& now,
            std::chrono::milliseconds staleAfter)
{
    using ErrorKind = base::Error::Kind;
    if (error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::Credentials)
        return Kind::Unauthorized;
    if (error.kind == ErrorKind::Forbidden)
        return Kind::NotPermitted;
    if (!lastContact.isValid())
        return Kind::Unreachable;
    return isOld(lastContact, now, staleAfter) ? Kind::Stale : Kind::Reconnecting;
}

bool allAre(const QList<WatchReport>& reports, WatchState state)
{
    return !reports.isEmpty() &&
           std::ranges::all_of(reports, [=](const auto& report) { return report.state == state; });
}

bool isLive(const WatchReport& report)
{
    return report.state == WatchState::Following || report.state == WatchState::Polling;
}

} // namespace

WatchReport reportOf(const kube::Watch& watch)
{
    return {watch.state(), watch.lastError(), watch.lastContact(), watch.nextAttempt(), watch.attempt()};
}

ConnectionState judge(const QList<WatchReport>& reports, const QDateTime& lastContact, const QDateTime& now,
                      std::chrono::milliseconds staleAfter)
{
    ConnectionState state;
    state.lastContact = lastContact;
    const WatchReport* troubled = nullptr;
    for (const WatchReport& report : reports) {
        if (report.lastContact.isValid() && (!state.lastContact.isValid() || report.lastContact > state.lastContact))
            state.lastContact = report.lastContact;
        const bool isTrouble = report.error && !isLive(report);
        if (isTrouble && (!troubled || troubled->state != WatchState::Waiting))
            troubled = &report;
    }
    if (troubled) {
        state.error = troubled->error;
        state.nextAttempt = troubled->nextAttempt;
        state.attempt = troubled->attempt;
    }

    if (allAre(reports, WatchState::Idle) || reports.isEmpty())
        state.kind = Kind::Closed;
    else if (allAre(reports, WatchState::NotPermitted))
        state.kind = Kind::NotPermitted;
    else if (allAre(reports, WatchState::TypeMissing))
        state.kind = Kind::NotInstalled;
    else if (std::ranges::any_of(reports, isLive))
        state.kind = isOld(state.lastContact, now, staleAfter) ? Kind::Stale : Kind::Live;
    else if (troubled)
        state.kind = kindOf(*troubled->error, state.lastContact, now, staleAfter);
    else
        state.kind = Kind::Connecting;
    return state;
}

ConnectionState judge(const base::Observed<ClusterOverview>& overview, const QDateTime& now,
                      std::chrono::milliseconds staleAfter)
{
    ConnectionState state;
    state.lastContact = overview.observedAt;
    state.error = overview.problem;
    if (overview.problem)
        state.kind = kindOf(*overview.problem, overview.observedAt, now, staleAfter);
    else if (!overview.isKnown())
        state.kind = Kind::Connecting;
    else
        state.kind = isOld(overview.observedAt, now, staleAfter) ? Kind::Stale : Kind::Live;
    return state;
}

} // namespace flink
