#include "core/flink/doctor.h"

#include "app/cli/commands.h"
#include "app/cli/routes.h"
#include "app/cli/session.h"
#include "app/cli/shapes.h"
#include "core/base/quantity.h"
#include "core/base/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using Verdict = flink::Examination::Verdict;

QString word(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok:
        return u"ok"_s;
    case Verdict::Warning:
        return u"warn"_s;
    case Verdict::Failed:
        return u"fail"_s;
    case Verdict::Skipped:
        return u"skipped"_s;
    }
    return {};
}

QString glyph(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok:
        return u"✓ "_s + Text::tr("fine");
    case Verdict::Warning:
        return u"▲ "_s + Text::tr("look");
    case Verdict::Failed:
        return u"✗ "_s + Text::tr("failed");
    case Verdict::Skipped:
        return u"– "_s + Text::tr("skipped");
    }
    return {};
}

QString page(const QList<flink::Examination>& steps, Colors colors)
{
    Table table({Text::tr("Step"), Text::tr("Result"), Text::tr("Took"), Text::tr("Finding")});
    table.alignRight(2);
    for (const flink::Examination& step : steps) {
        table.add({step.title, glyph(step.verdict), base::compactDuration(step.took), base::visibleText(step.finding)});
        if (!step.detail.isEmpty() && !step.detail.startsWith(u'{'))
            table.add({{}, {}, {}, base::visibleText(step.detail)});
    }
    return table.text(colors);
}

void answer(Session& session, const QString& target, const QList<flink::Examination>& steps)
{
    QJsonArray items;
    for (const flink::Examination& step : steps)
        items.append(QJsonObject{{u"step"_s, step.step},
                                 {u"verdict"_s, word(step.verdict)},
                                 {u"message"_s, step.finding},
                                 {u"detail"_s, shapes::text(step.detail)},
                                 {u"durationMs"_s, qint64(step.took.count())}});
    const bool isSick = std::ranges::any_of(steps, [](const auto& step) { return step.verdict == Verdict::Failed; });
    session.answer({{u"kind"_s, u"DoctorReport"_s},
                    {u"target"_s, target},
                    {u"items"_s, items},
                    {u"observedAt"_s, shapes::time(QDateTime::currentDateTimeUtc())}},
                   [&] { return page(steps, session.colors()); }, isSick ? ExitCode::Findings : ExitCode::Done);
}

template <typename Access>
void examineWith(Session& session, const Access& access)
{
    auto doctor = std::make_shared<flink::Doctor>(access);
    session.keep(doctor);
    QObject::connect(doctor.get(), &flink::Doctor::finished, &session,
                     [&session, target = access.target.label, held = doctor.get()] { answer(session, target, held->steps()); });
    doctor->start();
}

} // namespace

void examine(Session& session)
{
    if (!session.invocation().has(u"endpoint"_s)) {
        if (const auto access = contextAccess(session))
            examineWith(session, *access);
        return;
    }
    if (const auto access = endpointAccess(session))
        examineWith(session, *access);
}

} // namespace cli
