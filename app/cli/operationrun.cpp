#include "app/cli/operationrun.h"

#include "app/cli/offerreport.h"
#include "app/cli/operationreport.h"
#include "app/cli/session.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <unistd.h>

#include <array>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using workflow::Operation;
using State = Operation::State;

/// So long nothing new may be seen before the outcome counts as unknown, unless --timeout says how long it may take.
constexpr std::chrono::minutes patience{15};

ExitCode codeOf(State state)
{
    switch (state) {
    case State::Succeeded:
    case State::Abandoned:
        return ExitCode::Done;
    case State::Failed:
    case State::Cancelled:
        return ExitCode::Failed;
    case State::Running:
    case State::Interrupted:
    case State::Unknown:
        return ExitCode::Unknown;
    }
    return ExitCode::Unknown;
}

/// The first request was taken.
bool isAccepted(const Operation& operation)
{
    for (qsizetype i = 0; i < operation.steps.size(); ++i) {
        if (operation.plan.steps.at(i).sends)
            return operation.steps.at(i).state == workflow::StepRecord::State::Done;
    }
    return false;
}

} // namespace

void tellOperation(Session& session, const Operation& operation, const QList<plans::Offer>& offers, ExitCode code)
{
    QJsonObject json = toJson(operation);
    json.insert(u"offers"_s, offersJson(operation, offers));
    session.answer(
        json, [&] { return operationText(operation, session.colors()) + offersText(operation, offers); }, code);
}

OperationRun::OperationRun(Session& session, workflow::Journal journal)
    : m_session(session)
    , m_journal(std::move(journal))
{
}

void OperationRun::offer(const workflow::Plan& plan, const MakeDoer& makeDoer, const plans::CandidateFindings& findings)
{
    m_plan = plan;
    m_findings = findings;
    if (m_session.invocation().has(u"plan"_s)) {
        m_session.answer(
            planJson(), [this] { return planPage(); }, m_plan.isBlocked() ? ExitCode::Findings : ExitCode::Done);
        return;
    }
    m_session.tell(planPage());
    if (m_plan.isBlocked()) {
        const bool isNotPermitted = std::ranges::any_of(m_plan.preflight, [](const workflow::Check& check) {
            return check.verdict == workflow::Check::Verdict::Fail &&
                   (check.id == u"rights" || check.id == u"protected");
        });
        return m_session.fail(isNotPermitted ? ExitCode::NotPermitted : ExitCode::Failed,
                              Text::tr("Nothing was done: the preflight forbids it."));
    }
    const bool isAgreedTo = m_runner != nullptr; // with the plan before it
    m_runner.reset();
    m_stop.reset();
    m_told.clear();
    m_doer = makeDoer();
    if (isAgreedTo)
        begin();
    else
        confirm();
}

void OperationRun::goOn(const QString& id, std::unique_ptr<workflow::Doer> doer)
{
    auto opened = m_journal.takeUp(id);
    if (!opened)
        return m_session.fail(opened.error());
    m_doer = std::move(doer);
    run(*std::move(opened));
}

QJsonObject OperationRun::planJson() const
{
    QJsonObject json = toJson(m_plan);
    QJsonArray candidates;
    for (const plans::Candidate& candidate : m_findings.candidates)
        candidates.append(toJson(candidate));
    if (!candidates.isEmpty()) {
        json.insert(u"candidates"_s, candidates);
        json.insert(u"diagnosis"_s, toJson(m_findings.diagnosis));
    }
    return json;
}

QString OperationRun::planPage() const
{
    const QString plan = planText(m_plan, m_session.colors());
    return m_findings.candidates.isEmpty() ? plan : candidatesText(m_findings, m_session.colors()) + u'\n' + plan;
}

void OperationRun::confirm()
{
    if (m_session.invocation().has(u"yes"_s))
        return begin();
    if (isatty(STDIN_FILENO) != 1)
        return m_session.fail(
            ExitCode::Usage,
            Text::tr("Nobody is there to agree to it. Repeat the command with --yes, or with --plan."));
    // Whoever reads a plan takes his time.
    m_session.whenTimeIsUp([this] {
        if (m_session.invocation().has(u"timeout"_s))
            m_session.fail(ExitCode::Failed, Text::tr("Nothing was done."));
    });
    const bool isNameAsked = m_plan.confirmation == workflow::Confirmation::TypeName;
    const QString name = m_plan.details[u"name"].toString();
    m_session.tell(isNameAsked ? Text::tr("Type the name '%1' to go on; anything else: no.").arg(name)
                               : Text::tr("Go on? y: yes, anything else: no"));
    m_input = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(
        m_input.get(), &QSocketNotifier::activated, &m_session, [this, wanted = isNameAsked ? name : u"y"_s] {
            m_input->setEnabled(false);
            std::array<char, 512> buffer{};
            const ssize_t count = read(STDIN_FILENO, buffer.data(), buffer.size());
            const QString typed = count > 0 ? QString::fromUtf8(buffer.data(), qsizetype(count)).trimmed() : QString();
            if (typed == wanted)
                begin();
            else
                m_session.fail(ExitCode::Failed, Text::tr("Nothing was done."));
        });
}

void OperationRun::begin()
{
    auto opened = m_journal.begin(m_plan);
    if (!opened)
        return m_session.fail(opened.error());
    run(*std::move(opened));
}

void OperationRun::run(std::unique_ptr<workflow::OpenJournal> opened)
{
    workflow::RunnerTimes times;
    times.patience = patience;
    m_runner = std::make_unique<workflow::Runner>(*m_doer, std::move(opened), times);
    m_session.tell(Text::tr("Operation %1").arg(m_runner->operation().id));
    QObject::connect(m_runner.get(), &workflow::Runner::progressed, &m_session, [this] { tellProgress(); });
    QObject::connect(m_runner.get(), &workflow::Runner::finished, &m_session, [this] { finish(); });
    m_session.whenTimeIsUp([this] {
        if (m_session.invocation().has(u"timeout"_s))
            leave();
    });
    m_stop = std::make_unique<StopSignal>();
    QObject::connect(m_stop.get(), &StopSignal::received, &m_session, [this] { stop(); });
    m_runner->start();
}

/// The first time it ends at a safe point, the second time at once.
void OperationRun::stop()
{
    if (m_runner->isCancelling())
        return leave();
    m_session.tell(Text::tr("It is cancelled at the next safe point. Once more: leave it as it is."));
    m_runner->cancel();
}

void OperationRun::leave()
{
    const Operation& operation = m_runner->operation();
    if (!operation.isOpen()) // the next one is being planned
        return answer(operation, codeOf(operation.state));
    m_session.tell(Text::tr("It is left as it is. Look at it with 'dreyctl operations show %1', go on with 'dreyctl "
                            "operations continue %1'.")
                       .arg(operation.id));
    answer(operation, ExitCode::Unknown);
}

void OperationRun::tellProgress()
{
    const Operation& operation = m_runner->operation();
    for (qsizetype i = 0; i < operation.steps.size(); ++i) {
        const workflow::StepRecord& record = operation.steps.at(i);
        if (record.state == workflow::StepRecord::State::Planned)
            continue;
        const QString text = stepText(operation.plan.steps.at(i), record);
        if (m_told.value(record.id) == text)
            continue;
        m_told[record.id] = text;
        m_session.tell(u"  "_s + text);
    }
    tellOffers();
    if (m_session.invocation().has(u"no-wait"_s) && isAccepted(operation))
        answer(operation, ExitCode::Done);
}

/// Once for each thing that is in the way.
void OperationRun::tellOffers()
{
    const Operation& operation = m_runner->operation();
    if (!m_runner->isStuck() || operation.state != State::Running || operation.currentStep() < 0)
        return;
    const QString obstacle = operation.steps.at(operation.currentStep()).detail;
    if (std::exchange(m_obstacle, obstacle) != obstacle)
        m_session.tell(offersText(operation, plans::offersOf(operation, true)) +
                       Text::tr("Ctrl+C ends this one at a safe point first."));
}

void OperationRun::finish()
{
    const Operation& operation = m_runner->operation();
    if (!m_runner->problem().isEmpty())
        m_session.warn(m_runner->problem());
    if (goesOn && goesOn(operation)) {
        m_stop.reset();
        return;
    }
    if (operation.state == State::Unknown)
        m_session.tell(Text::tr("The outcome is unknown. Look with 'dreyctl operations show %1', go on with 'dreyctl "
                                "operations continue %1'.")
                           .arg(operation.id));
    answer(operation, codeOf(operation.state));
}

void OperationRun::answer(const Operation& operation, ExitCode code)
{
    tellOperation(m_session, operation, plans::offersOf(operation, m_runner->isStuck()), code);
}

} // namespace cli
