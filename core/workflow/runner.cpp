#include "core/workflow/runner.h"

#include <algorithm>

namespace workflow {

using State = Operation::State;
using StepState = StepRecord::State;
using Kind = base::Error::Kind;

namespace {

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

/// Nothing was sent, or nothing was done about it, and the next attempt may fare better.
bool mayPass(const base::Error& error)
{
    constexpr int unavailable = 503;
    switch (error.kind) {
    case Kind::Network:
    case Kind::Tls:
    case Kind::Timeout:
    case Kind::Cancelled:
    case Kind::Credentials:
    case Kind::Unauthorized:
    case Kind::TooManyRequests:
        return true;
    case Kind::Server:
        return error.httpStatus == unavailable;
    default:
        return false;
    }
}

} // namespace

Runner::Runner(Doer& doer, std::unique_ptr<OpenJournal> journal, RunnerTimes times, QObject* parent)
    : QObject(parent)
    , m_doer(doer)
    , m_journal(std::move(journal))
    , m_times(times)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Runner::look);
}

Runner::~Runner() = default;

const Step& Runner::step() const
{
    return operation().plan.steps.at(operation().currentStep());
}

const StepRecord& Runner::record() const
{
    return operation().steps.at(operation().currentStep());
}

void Runner::start()
{
    m_lastNews = now();
    // Whoever was interrupted here may have sent it, a moment ago.
    if (operation().currentStep() >= 0 &&
        (record().state == StepState::Sending || record().state == StepState::Doubtful))
        m_doubtUntil = now().addMSecs(m_times.doubt.count());
    QMetaObject::invokeMethod(this, &Runner::advance, Qt::QueuedConnection);
}

void Runner::cancel()
{
    if (isOver() || m_isCancelling)
        return;
    m_isCancelling = true;
    emit progressed();
    nudge();
}

void Runner::nudge()
{
    if (isOver())
        return;
    if (m_isBusy)
        m_isNudged = true;
    else if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > m_times.lookAfterEvent)
        pause(m_times.lookAfterEvent);
}

void Runner::pause(std::chrono::milliseconds time)
{
    m_timer.start(time);
}

bool Runner::isSafeToCancel() const
{
    const bool hasSent = record().state != StepState::Planned;
    return step().sends ? step().mayBeCancelled && !hasSent : step().mayBeCancelled;
}

void Runner::advance()
{
    if (m_isOver)
        return;
    if (operation().currentStep() < 0) {
        end(State::Succeeded, operation().steps.isEmpty() ? QString() : operation().steps.last().detail);
        return;
    }
    if (m_isCancelling && isSafeToCancel()) {
        end(State::Cancelled, tr("Cancelled before \"%1\". What was done before stays done.").arg(step().title));
        return;
    }
    look();
}

void Runner::look()
{
    if (m_isOver || m_isBusy)
        return;
    m_isBusy = true;
    m_isNudged = false;
    m_doer.look(step(), operation(), this, [this](const base::Result<Sight>& sight) {
        m_isBusy = false;
        if (!m_isOver)
            looked(sight);
    });
}

void Runner::looked(const base::Result<Sight>& sight)
{
    if (m_isCancelling && isSafeToCancel()) {
        advance();
        return;
    }
    const bool isImpatient = m_times.patience.count() > 0 && m_lastNews.msecsTo(now()) > m_times.patience.count();
    if (!sight) {
        if (isImpatient)
            end(State::Unknown, sight.error().message);
        else
            pause(m_times.unreachable);
        return;
    }
    m_isStuck = sight->isStuck;
    switch (sight->state) {
    case Sight::State::Done:
        if (write(StepState::Done, sight->detail, sight->facts))
            advance();
        return;
    case Sight::State::Failed:
        fail(sight->detail, sight->facts);
        return;
    case Sight::State::Untouched:
        if (!step().sends)
            break;
        if (now() < m_doubtUntil) // it may come yet
            pause(std::min(m_times.look, m_times.doubt));
        else
            send();
        return;
    case Sight::State::Underway:
        break;
    }
    const bool isNew = record().state != StepState::Sent || record().detail != sight->detail ||
                       std::ranges::any_of(sight->facts.keys(), [&](const QString& key) {
                           return operation().facts[key] != sight->facts[key];
                       });
    if (isNew && !write(StepState::Sent, sight->detail, sight->facts))
        return;
    if (!isNew && isImpatient)
        end(State::Unknown, sight->detail);
    else
        pause(m_isNudged ? m_times.lookAfterEvent : m_times.look);
}

void Runner::send()
{
    if (!write(StepState::Sending, {}))
        return;
    m_isBusy = true;
    m_doer.send(step(), operation(), this, [this](const base::Result<base::Ok>& answer) {
        m_isBusy = false;
        if (!m_isOver)
            sent(answer);
    });
}

void Runner::sent(const base::Result<base::Ok>& answer)
{
    if (answer) {
        if (write(StepState::Sent, {}))
            look();
        return;
    }
    const base::Error& error = answer.error();
    if (error.kind == Kind::OutcomeUnknown) {
        m_doubtUntil = now().addMSecs(m_times.doubt.count());
        if (write(StepState::Doubtful, error.message))
            pause(m_times.lookAfterEvent);
    } else if (mayPass(error)) {
        if (write(StepState::Planned, error.message))
            pause(std::max<std::chrono::milliseconds>(m_times.unreachable, error.retryAfter));
    } else {
        fail(error.message);
    }
}

void Runner::fail(const QString& detail, const QJsonObject& facts)
{
    const QString title = step().title;
    if (write(StepState::Failed, detail, facts))
        end(State::Failed, tr("%1: %2", "title of a step, why it failed").arg(title, detail));
}

bool Runner::write(StepState state, const QString& detail, const QJsonObject& facts)
{
    const QString id = step().id;
    const auto written = m_journal->writeStep(id, state, detail, facts);
    if (!written) {
        // The plan may not go on, and that cannot be written down either.
        end(State::Unknown, written.error().message);
        return false;
    }
    m_lastNews = now();
    emit progressed();
    return true;
}

void Runner::end(State state, const QString& result)
{
    m_isOver = true;
    m_timer.stop();
    if (const auto written = m_journal->writeEnd(state, result); !written)
        m_problem = written.error().message;
    emit progressed();
    emit finished();
}

} // namespace workflow
