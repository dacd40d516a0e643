#pragma once

#include "core/workflow/journal.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace workflow {

/// What is seen of a step in the world.
struct Sight
{
    enum class State {
        Untouched, ///< nothing of what it sends has had an effect
        Underway,  ///< what it sends has had its effect, or it sends nothing; what it waits for is not there yet
        Done,
        Failed, ///< it will not come to be what it waits for
    };

    State state = State::Underway;
    QString detail;       ///< translated, safe to show: what was seen, why it failed
    QJsonObject facts;    ///< for later steps
    bool isStuck = false; ///< underway, but nothing will come of it unless somebody does something; `detail` tells what

    friend bool operator==(const Sight&, const Sight&) = default;
};

/// Does the steps of a plan, and sees what has become of them. Its answers rest on the world and on the operation's
/// facts alone, so that another process can go on. Callbacks come once, in the context's thread, never after its death.
class Doer
{
public:
    virtual ~Doer() = default;

    /// An Error: nobody can say now; it says nothing about the step.
    virtual void look(const Step& step, const Operation& operation, QObject* context,
                      std::function<void(base::Result<Sight>)> done) = 0;
    /// Only after look() has said Untouched. What it sends must have no effect where it has had one already, or where
    /// the object is not what the plan was made for: preconditions, names, nonces and ids that were fixed beforehand.
    virtual void send(const Step& step, const Operation& operation, QObject* context,
                      std::function<void(base::Result<base::Ok>)> done) = 0;
};

/// The pauses of a runner; tests shorten them.
struct RunnerTimes
{
    std::chrono::milliseconds look{2'000};        ///< between two looks while nothing happens
    std::chrono::milliseconds lookAfterEvent{50}; ///< when somebody says that something has
    std::chrono::milliseconds unreachable{5'000}; ///< after a look that gave nothing
    std::chrono::milliseconds doubt{8'000};       ///< so long a request without an answer may still be on its way
    std::chrono::milliseconds patience{0};        ///< without anything new; then the outcome is unknown; 0: for ever
};

/// Carries out a plan, step by step, and writes down each before it acts. Looks first, so that what is done already is
/// not done again; goes on where another process was interrupted; a time-out is never a failure.
class Runner : public QObject
{
    Q_OBJECT
public:
    /// `doer` must outlive it. The journal may be of a new operation, or of one that was taken up.
    Runner(Doer& doer, std::unique_ptr<OpenJournal> journal, RunnerTimes times = {}, QObject* parent = nullptr);
    ~Runner() override;

    const Operation& operation() const { return m_journal->operation(); }
    /// Whether the step it is at has no prospect; its detail tells why.
    bool isStuck() const { return m_isStuck; }
    bool isOver() const { return !operation().isOpen() || m_isOver; }
    bool isCancelling() const { return m_isCancelling; }
    /// Translated: why the journal could not be written; empty: it could.
    QString problem() const { return m_problem; }

    void start();
    /// Ends at the next safe point: before a step that has sent nothing yet, or while one only waits.
    void cancel();
    /// Something has happened in the world.
    void nudge();

signals:
    void progressed(); ///< operation() has changed
    void finished();   ///< last signal

private:
    const Step& step() const;
    const StepRecord& record() const;
    void advance();
    void look();
    void looked(const base::Result<Sight>& sight);
    void send();
    void sent(const base::Result<base::Ok>& answer);
    void fail(const QString& detail, const QJsonObject& facts = {});
    void end(Operation::State state, const QString& result);
    bool write(StepRecord::State state, const QString& detail, const QJsonObject& facts = {});
    bool isSafeToCancel() const;
    void pause(std::chrono::milliseconds time);

    Doer& m_doer;
    const std::unique_ptr<OpenJournal> m_journal;
    const RunnerTimes m_times;
    QTimer m_timer;
    QDateTime m_lastNews; ///< UTC
    QDateTime m_doubtUntil;
    QString m_problem;
    bool m_isBusy = false; ///< a look or a request is under way
    bool m_isNudged = false;
    bool m_isStuck = false, m_isCancelling = false, m_isOver = false;
};

} // namespace workflow
