#pragma once

#include "app/cli/invocation.h"
#include "app/cli/stopsignal.h"
#include "core/plans/candidates.h"
#include "core/workflow/runner.h"

#include <QMap>
#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace cli {

class Session;

/// A plan on its way to its end, as somebody at a terminal lives through it: shown, agreed to, begun and followed. It
/// ends the session.
class OperationRun
{
public:
    using MakeDoer = std::function<std::unique_ptr<workflow::Doer>()>;

    OperationRun(Session& session, workflow::Journal journal);

    /// `candidates`: what it could be started from, shown beside the plan.
    void offer(const workflow::Plan& plan, const MakeDoer& makeDoer, const QList<plans::Candidate>& candidates = {});
    /// With the one of that id.
    void goOn(const QString& id, std::unique_ptr<workflow::Doer> doer);

private:
    QJsonObject planJson() const;
    QString planPage() const;
    void confirm();
    void begin();
    void run(std::unique_ptr<workflow::OpenJournal> opened);
    void stop();
    void leave();
    void tellProgress();
    static bool isAccepted(const workflow::Operation& operation);
    void finish();
    void answer(const workflow::Operation& operation, ExitCode code);

    Session& m_session;
    const workflow::Journal m_journal;
    workflow::Plan m_plan;
    QList<plans::Candidate> m_candidates;
    std::unique_ptr<workflow::Doer> m_doer;
    std::unique_ptr<workflow::Runner> m_runner;
    std::unique_ptr<StopSignal> m_stop;
    std::unique_ptr<QSocketNotifier> m_input;
    QMap<QString, QString> m_told; ///< of each step the last line
};

} // namespace cli
