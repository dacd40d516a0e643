#include "core/flink/clusterobserver.h"

#include "core/flink/podlisting.h"
#include "core/flink/restfailure.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace flink {

using namespace std::chrono_literals;

namespace {

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

/// Whether the other questions would meet the same wall: nothing was understood by a Flink cluster at all.
bool standsInTheWayOfAll(const base::Error& error)
{
    using Kind = base::Error::Kind;
    return error.kind != Kind::Decode && error.kind != Kind::TooLarge && error.kind != Kind::Invalid;
}

template <typename T>
bool isDue(const base::Observed<T>& kept, std::chrono::milliseconds age)
{
    return !kept.isFresh() || kept.observedAt.msecsTo(now()) >= age.count();
}

template <typename T>
void take(base::Observed<T>& kept, const base::Result<T>& answer)
{
    if (answer)
        kept.succeed(*answer, now());
    else
        kept.fail(answer.error());
}

std::optional<qint64> wholeNumber(const QList<Metric>& metrics)
{
    if (metrics.isEmpty() || !metrics.first().value)
        return {};
    bool isNumber = false;
    const double value = metrics.first().value->toDouble(&isNumber);
    return isNumber ? std::optional(qint64(value)) : std::nullopt;
}

} // namespace

class ClusterObserver::Private
{
public:
    Private(ClusterObserver* observer, std::unique_ptr<RestClient> client, PollTimes pauses,
            std::shared_ptr<PollBudget> shared, PodSource podSource_)
        : q(observer)
        , rest(std::move(client))
        , times(pauses)
        , budget(std::move(shared))
        , podSource(std::move(podSource_))
    {
        pause.setSingleShot(true);
        gather.setSingleShot(true);
        connect(&pause, &QTimer::timeout, q, [this] { poll(); });
        impatience.setSingleShot(true);
        connect(&gather, &QTimer::timeout, q, [this] { tell(); });
        connect(&impatience, &QTimer::timeout, q, [this] { loseHeart(); });
    }

    void poll();
    void enter(std::function<void()> begin);
    void begin();
    void askRest();
    void askAbout(const QString& job);
    void askSoonAbout(const QString& job);
    void askPods();
    void tell();
    void askRestarts(const QString& job, int questionsLeft);
    void failAll(const base::Error& error);
    void loseHeart();
    void forget(const QString& job);
    void answered();
    void schedule();
    void changePace();

    /// A callback that stores its answer where `place` says, and counts as one question of this poll.
    template <typename T, typename Place>
    RestClient::Done<T> into(Place place)
    {
        ++questions;
        return [this, place](const base::Result<T>& answer) {
            take<T>(place(), answer);
            answered();
        };
    }
    /// The same for a part that is known by job; the answer is dropped when the job is no longer followed.
    template <typename T>
    RestClient::Done<T> into(QHash<QString, base::Observed<T>> ClusterView::*part, const QString& job)
    {
        ++questions;
        return [this, part, job](const base::Result<T>& answer) {
            if (followed.contains(job))
                take<T>((view.*part)[job], answer);
            answered();
        };
    }

    ClusterObserver* q;
    std::unique_ptr<RestClient> rest;
    PollTimes times;
    std::shared_ptr<PollBudget> budget;
    PollBudget::Slot slot;
    PodSource podSource;
    int podFollowers = 0;
    ClusterView view;
    QHash<QString, int> followed;
    QList<Pace> asked; ///< one entry an Attention
    Pace base = Pace::Stopped, fastest = Pace::Stopped;
    QTimer pause, gather, impatience;
    QDateTime begunAt;        ///< this poll
    int questions = 0;        ///< of this poll, not answered yet
    bool isPolling = false;   ///< or waiting for room
    bool isAnswering = false; ///< this poll has got beyond the overview
    bool pollAgain = false;   ///< something was asked for while polling
};

/// Calls `begin` when there is room for a poll.
void ClusterObserver::Private::enter(std::function<void()> begin)
{
    pause.stop();
    isPolling = true;
    isAnswering = false;
    const auto start = [this, begin = std::move(begin)](PollBudget::Slot room) {
        slot = std::move(room);
        rest->setPriority(fastest == Pace::Foreground ? http::Priority::View : http::Priority::Background);
        begunAt = now();
        impatience.start(times.impatience);
        begin();
    };
    if (budget)
        budget->enter(q, start);
    else
        start({});
}

void ClusterObserver::Private::poll()
{
    if (isPolling) {
        pollAgain = true;
        return;
    }
    pollAgain = false;
    enter([this] { begin(); });
}

void ClusterObserver::Private::begin()
{
    if (podFollowers > 0)
        askPods();
    ++questions;
    rest->overview(q, [this](const base::Result<ClusterOverview>& answer) {
        take(view.overview, answer);
        if (answer || !standsInTheWayOfAll(answer.error()))
            askRest();
        else
            failAll(answer.error());
        answered();
    });
}

void ClusterObserver::Private::askRest()
{
    isAnswering = true;
    rest->jobs(q, into<QList<JobOverview>>([this]() -> auto& { return view.jobs; }));
    if (fastest != Pace::Background)
        rest->taskManagers(q, into<QList<TaskManager>>([this]() -> auto& { return view.taskManagers; }));
    const QStringList jobs = followed.keys();
    for (const QString& job : jobs)
        askAbout(job);
}

void ClusterObserver::Private::askAbout(const QString& job)
{
    const auto detailAge = fastest == Pace::Background ? times.detailAge : 0ms;
    if (isDue(view.details.value(job), detailAge))
        rest->job(job, q, into(&ClusterView::details, job));
    rest->checkpoints(job, q, into(&ClusterView::checkpoints, job));
    rest->exceptions(job, q, into(&ClusterView::exceptions, job));
    if (isDue(view.checkpointConfigs.value(job), std::max(times.configurationAge, detailAge)))
        rest->checkpointConfig(job, q, into(&ClusterView::checkpointConfigs, job));
    ++questions;
    askRestarts(job, 2);
}

/// About this job alone: what else there is to know was just asked, or will be.
void ClusterObserver::Private::askSoonAbout(const QString& job)
{
    if (!isPolling)
        enter([this, job] {
            isAnswering = true;
            askAbout(job);
        });
    else if (isAnswering)
        askAbout(job);
}

void ClusterObserver::Private::askPods()
{
    ++questions;
    listPods(*podSource.api, podSource.deployment, rest->priority(), q, [this](const base::Result<QList<Pod>>& answer) {
        take(view.pods, answer);
        answered();
    });
}

/// Flink fetches metrics only after it was asked: the first answer after a pause is empty.
void ClusterObserver::Private::askRestarts(const QString& job, int questionsLeft)
{
    using namespace Qt::StringLiterals;
    rest->jobMetrics(job, {u"numRestarts"_s}, q, [this, job, questionsLeft](const base::Result<QList<Metric>>& answer) {
        const std::optional<qint64> restarts = answer ? wholeNumber(*answer) : std::nullopt;
        if (answer && !restarts && questionsLeft > 1) {
            QTimer::singleShot(times.secondQuestion, q,
                               [this, job, questionsLeft] { askRestarts(job, questionsLeft - 1); });
            return;
        }
        if (restarts && followed.contains(job))
            view.restarts[job].succeed(*restarts, now());
        else if (!answer && followed.contains(job))
            view.restarts[job].fail(answer.error());
        answered();
    });
}

/// All that Flink has not said since this poll began; what it was not asked in the background goes without saying.
void ClusterObserver::Private::failAll(const base::Error& error)
{
    const auto fail = [&](auto& part) {
        if (!part.observedAt.isValid() || part.observedAt < begunAt)
            part.fail(error);
    };
    fail(view.jobs);
    fail(view.taskManagers);
    const QStringList jobs = followed.keys();
    for (const QString& job : jobs) {
        fail(view.details[job]);
        fail(view.checkpoints[job]);
        fail(view.checkpointConfigs[job]);
        fail(view.exceptions[job]);
        fail(view.restarts[job]);
    }
}

/// The questions stay asked: their answers, or what keeps them from coming, are taken when they come.
void ClusterObserver::Private::loseHeart()
{
    const base::Error error = unanswered(times.impatience);
    if (!isAnswering)
        view.overview.fail(error);
    failAll(error);
    if (!gather.isActive())
        gather.start(times.gather);
}

void ClusterObserver::Private::forget(const QString& job)
{
    view.details.remove(job);
    view.checkpoints.remove(job);
    view.checkpointConfigs.remove(job);
    view.exceptions.remove(job);
    view.restarts.remove(job);
}

void ClusterObserver::Private::answered()
{
    if (!gather.isActive())
        gather.start(times.gather);
    if (--questions > 0)
        return;
    isPolling = false;
    impatience.stop();
    slot.reset();
    schedule();
}

/// Whoever hears of news may ask for more, or let go of the observer.
void ClusterObserver::Private::tell()
{
    const QPointer<ClusterObserver> alive(q);
    emit q->updated();
    if (alive && !isPolling)
        emit q->settled();
}

void ClusterObserver::Private::schedule()
{
    if (pollAgain)
        poll();
    else if (fastest == Pace::Foreground)
        pause.start(times.foreground);
    else if (fastest == Pace::Background)
        pause.start(view.overview.problem ? 2 * times.background : times.background);
}

void ClusterObserver::Private::changePace()
{
    Pace wanted = base;
    for (const Pace one : asked)
        wanted = std::max(wanted, one);
    const Pace before = std::exchange(fastest, wanted);
    if (wanted == before)
        return;
    pause.stop();
    if (wanted == Pace::Stopped)
        pollAgain = false;
    else if (wanted > before)
        poll();
    else if (!isPolling)
        schedule();
}

ClusterObserver::ClusterObserver(std::unique_ptr<RestClient> rest, PollTimes times, std::shared_ptr<PollBudget> budget,
                                 PodSource pods, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(rest), times, std::move(budget), std::move(pods)))
{
}

ClusterObserver::~ClusterObserver() = default;

const ClusterView& ClusterObserver::view() const
{
    return d->view;
}

RestClient& ClusterObserver::rest() const
{
    return *d->rest;
}

ClusterObserver::Pace ClusterObserver::pace() const
{
    return d->fastest;
}

void ClusterObserver::setPace(Pace pace)
{
    d->base = pace;
    d->changePace();
}

ClusterObserver::Attention ClusterObserver::attend(Pace pace)
{
    d->asked.append(pace);
    d->changePace();
    return Attention(this, [observer = QPointer(this), pace](void*) {
        if (!observer)
            return;
        observer->d->asked.removeOne(pace);
        observer->d->changePace();
    });
}

void ClusterObserver::follow(const QString& jobId)
{
    if (++d->followed[jobId] == 1 && d->fastest != Pace::Stopped)
        d->askSoonAbout(jobId);
}

void ClusterObserver::unfollow(const QString& jobId)
{
    const auto found = d->followed.find(jobId);
    if (found == d->followed.end() || --found.value() > 0)
        return;
    d->followed.erase(found);
    d->forget(jobId);
}

void ClusterObserver::followPods()
{
    if (d->podSource.api)
        ++d->podFollowers;
}

void ClusterObserver::unfollowPods()
{
    if (d->podSource.api && --d->podFollowers == 0)
        d->view.pods = {};
}

void ClusterObserver::refresh()
{
    d->poll();
}

} // namespace flink
