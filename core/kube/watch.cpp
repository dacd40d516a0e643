#include "core/kube/watch.h"

#include "core/kube/watchprivate.h"

namespace kube {

Watch::Watch(Api& api, Collection collection, Decode decode, WatchTimes times, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, api, std::move(collection), std::move(decode), times))
{
}

Watch::~Watch()
{
    d->dropAttempt();
}

void Watch::start()
{
    if (d->state != State::Idle)
        return;
    d->failures = 0;
    d->proceed();
}

void Watch::stop()
{
    d->dropAttempt();
    d->relist.stop();
    d->nextAttempt = {};
    d->enter(State::Idle);
}

void Watch::retryNow()
{
    if (d->state == State::Idle || d->listing)
        return;
    const QDateTime heard = d->lastContact;
    d->isRelistDue |=
        heard.isValid() && heard.msecsTo(QDateTime::currentDateTimeUtc()) > d->times.relistAfterSleep.count();
    d->proceed();
}

const Collection& Watch::collection() const
{
    return d->collection;
}

Watch::State Watch::state() const
{
    return d->state;
}

QDateTime Watch::lastContact() const
{
    return d->lastContact;
}

std::optional<base::Error> Watch::lastError() const
{
    return d->lastError;
}

QDateTime Watch::nextAttempt() const
{
    return d->nextAttempt;
}

int Watch::attempt() const
{
    return d->failures;
}

} // namespace kube
