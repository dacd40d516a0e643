#include "core/flink/doctor.h"

#include "app/cli/commands.h"
#include "app/cli/consoleapproval.h"
#include "app/cli/routes.h"
#include "app/cli/session.h"
#include "app/cli/shapes.h"
#include "core/base/quantity.h"
#include "core/base/visibletext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using Verdict = flink::DoctorStep::Verdict;

QString glyph(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok:
        return u"✓ "_s + Text::tr("fine");
    case Verdict::Warning:
        return u"▲ "_s + Text::tr("look");
    case Verdict::Failed:
        return u"✗ "_s + Text::tr("failed");
    case Verdict::Unknown:
        return u"? "_s + Text::tr("unknown");
    case Verdict::NotReached:
        return u"– "_s + Text::tr("not reached");
    }
    return {};
}

QString page(const QList<flink::DoctorStep>& steps, Colors colors)
{
    Table table({Text::tr("Step"), Text::tr("Result"), Text::tr("Took"), Text::tr("Finding")});
    table.alignRight(2);
    for (const flink::DoctorStep& step : steps) {
        const bool wasReached = step.verdict != Verdict::NotReached;
        table.add({step.name, glyph(step.verdict), wasReached ? base::compactDuration(step.duration) : QString(),
                   base::visibleText(step.message)});
        const QStringList details =
            step.verdict == Verdict::Ok ? QStringList() : step.detail.split(u'\n', Qt::SkipEmptyParts);
        for (const QString& line : details)
            table.add({{}, {}, {}, base::visibleText(line)});
    }
    return table.text(colors);
}

void answer(Session& session, const flink::Doctor& doctor)
{
    const QStringList warnings = doctor.warnings();
    for (const QString& warning : warnings)
        session.warn(warning);
    QJsonObject report = doctor.toJson();
    report.insert(u"observedAt"_s, shapes::time(QDateTime::currentDateTimeUtc()));
    const bool isSick = doctor.verdict() == Verdict::Failed;
    session.answer(
        report, [&] { return page(doctor.steps(), session.colors()); }, isSick ? ExitCode::Findings : ExitCode::Done);
}

std::shared_ptr<flink::Doctor> doctorFor(Session& session)
{
    if (session.invocation().has(u"endpoint"_s))
        return flink::Doctor::forEndpoint(typedEndpoint(session));
    const auto config = kubeconfigOf(session);
    const auto context = config ? chosenContext(session, *config) : std::nullopt;
    if (!context)
        return {};
    return flink::Doctor::forContext(*config, *context, {std::make_shared<ConsoleApproval>(session)},
                                     session.invocation().value(u"namespace"_s));
}

} // namespace

void examine(Session& session)
{
    const std::shared_ptr<flink::Doctor> doctor = doctorFor(session);
    if (!doctor)
        return;
    session.keep(doctor);
    QObject::connect(doctor.get(), &flink::Doctor::finished, &session,
                     [&session, held = doctor.get()] { answer(session, *held); });
    doctor->start();
}

} // namespace cli
