#pragma once

#include "app/cli/invocation.h"
#include "app/cli/stopsignal.h"
#include "core/plans/candidates.h"
#include "core/plans/offers.h"
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

    /// `findings`: what it could be started from, shown beside the plan. After goesOn() it was agreed to already.
    void offer(const workflow::Plan& plan, const MakeDoer& makeDoer, const plans::CandidateFindings& findings = {});
    /// With the one of that id.
    void goOn(const QString& id, std::unique_ptr<workflow::Doer> doer);

    /// Whether another plan will be offered now that this operation is over; null: never.
    std::function<bool(const workflow::Operation& operation)> goesOn;

private:
    QJsonObject planJson() const;
    QString planPage() const;
    void confirm();
    void begin();
    void run(std::unique_ptr<workflow::OpenJournal> opened);
    void stop();
    void leave();
    void tellProgress();
    void tellOffers();
    void finish();
    void answer(const workflow::Operation& operation, ExitCode code);

    Session& m_session;
    const workflow::Journal m_journal;
    workflow::Plan m_plan;
    plans::CandidateFindings m_findings;
    std::unique_ptr<workflow::Doer> m_doer;
    std::unique_ptr<workflow::Runner> m_runner;
    std::unique_ptr<StopSignal> m_stop;
    std::unique_ptr<QSocketNotifier> m_input;
    QString m_obstacle;            ///< that offers were told for
    QMap<QString, QString> m_told; ///< of each step the last line
};

/// The one answer about an operation, with what can be done about it.
void tellOperation(Session& session, const workflow::Operation& operation, const QList<plans::Offer>& offers,
                   ExitCode code);

} // namespace cli
