#include "app/cli/report.h"

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

using base::visibleText;

QString word(health::RestoreOutlook::Verdict verdict)
{
    using Verdict = health::RestoreOutlook::Verdict;
    switch (verdict) {
    case Verdict::Ready:
        return u"ready"_s;
    case Verdict::Stale:
        return u"stale"_s;
    case Verdict::AtRisk:
        return u"atRisk"_s;
    case Verdict::Impossible:
        return u"impossible"_s;
    case Verdict::Unknown:
        return u"unknown"_s;
    }
    return {};
}

template <typename T>
QJsonObject truth(const QString& source, const QString& says, const base::Observed<T>& observed)
{
    return {{u"source"_s, source},
            {u"says"_s, shapes::text(says)},
            {u"observedAt"_s, shapes::time(observed.observedAt)},
            {u"problem"_s, observed.problem ? QJsonValue(observed.problem->message) : QJsonValue()}};
}

QJsonArray truths(const Report& report)
{
    const health::Fact& state = report.verdict.facts.first();
    const auto& pointers = report.highAvailability;
    QString ha;
    if (pointers.isFresh())
        ha = pointers.value->isEmpty() ? Text::tr("no pointer")
                                       : std::ranges::max(*pointers.value, {}, &flink::HaPointer::checkpoint).name;
    return {truth(shapes::word(health::Source::CustomResource), state.statements[0].text, report.evidence.resource),
            truth(shapes::word(health::Source::FlinkRest), state.statements[1].text, report.evidence.jobs),
            truth(shapes::word(health::Source::Pods), state.statements[2].text, report.evidence.pods),
            truth(u"highAvailability"_s, ha, pointers)};
}

QList<flink::Event> sortedEvents(const Report& report)
{
    QList<flink::Event> events = report.events.value.value_or(QList<flink::Event>());
    std::ranges::stable_sort(events, std::ranges::greater(), &flink::Event::lastSeen);
    return events;
}

QJsonObject restoreJson(const Report& report)
{
    const health::RestoreOutlook& restore = report.restore;
    const bool isDated = restore.completedAt.isValid();
    const QJsonObject from{
        {u"kind"_s, restore.kind},
        {u"path"_s, shapes::text(restore.path)},
        {u"ageMs"_s, isDated ? QJsonValue(restore.completedAt.msecsTo(report.evidence.now)) : QJsonValue()}};
    return {{u"verdict"_s, word(restore.verdict)},
            {u"from"_s, restore.kind.isEmpty() ? QJsonValue() : QJsonValue(from)},
            {u"reason"_s, restore.reason}};
}

QString statementText(const health::Statement& statement)
{
    if (statement.text.isEmpty())
        return statement.problem.isEmpty() ? Text::tr("not reported") : Text::tr("not known");
    return statement.text;
}

QString factTable(const Report& report, Colors colors)
{
    Table table(
        {QString(), Text::tr("Operator status"), Text::tr("Flink REST"), Text::tr("Kubernetes pods"), QString()});
    for (const health::Fact& fact : report.verdict.facts) {
        QStringList cells{fact.name};
        for (const health::Statement& statement : fact.statements)
            cells.append(statementText(statement));
        table.add(cells << (fact.disagree ? u"≠"_s : QString()));
    }
    const auto age = [&report](const QDateTime& when) {
        return when.isValid() ? base::relativeTime(when, report.evidence.now) : u"–"_s;
    };
    table.add({Text::tr("Seen"),
               age(report.evidence.resource.observedAt),
               age(report.evidence.jobs.observedAt),
               age(report.evidence.pods.observedAt),
               {}});
    return table.text(colors);
}

QString eventTable(const Report& report, Colors colors)
{
    const QList<flink::Event> events = sortedEvents(report).mid(0, 10);
    if (events.isEmpty())
        return {};
    Table table({Text::tr("Age"), Text::tr("Type"), Text::tr("Reason"), Text::tr("Event")});
    for (const flink::Event& event : events) {
        const auto age = std::chrono::milliseconds(event.lastSeen.msecsTo(report.evidence.now));
        table.add({event.lastSeen.isValid() ? base::compactAge(age) : u"–"_s, visibleText(event.type, 40),
                   visibleText(event.reason, 60), visibleText(event.message, 160)});
    }
    return u'\n' + table.text(colors);
}

} // namespace

QJsonObject reportJson(const Report& report)
{
    QJsonArray pods, events;
    const QList<flink::Pod> known = report.evidence.pods.value.value_or(QList<flink::Pod>());
    for (const flink::Pod& pod : known)
        pods.append(shapes::pod(pod));
    const QList<flink::Event> sorted = sortedEvents(report);
    for (const flink::Event& event : sorted)
        events.append(shapes::event(event));
    QJsonObject json = shapes::deployment(report.context, **report.evidence.resource.value,
                                          shapes::lastKnown(report.evidence), report.evidence.now);
    shapes::addVerdict(json, report.verdict);
    json.insert(u"kind"_s, u"Deployment"_s);
    json.insert(u"reasons"_s, QJsonArray::fromStringList(report.verdict.reasons));
    json.insert(u"truth"_s, truths(report));
    json.insert(u"disagreement"_s, shapes::text(report.verdict.trust));
    json.insert(u"restore"_s, restoreJson(report));
    json.insert(u"events"_s, events);
    json.insert(u"pods"_s, pods);
    return json;
}

QString reportText(const Report& report, Colors colors)
{
    const health::Verdict& verdict = report.verdict;
    const flink::Metadata& metadata = (*report.evidence.resource.value)->metadata;
    QString text = visibleText(report.context + u" / "_s + metadata.nameSpace + u" / "_s + metadata.name) + u"  "_s +
                   healthText(verdict, colors) + u'\n' + verdict.summary + u'\n';
    for (const QString& reason : verdict.reasons)
        text += u"  "_s + reason + u'\n';
    if (verdict.isTentative())
        text += u"  "_s + health::caveatOf(verdict.notHeard) + u'\n';
    if (!verdict.trust.isEmpty())
        text += Text::tr("The sources disagree. %1").arg(verdict.trust) + u'\n';
    text +=
        u'\n' + factTable(report, colors) + u'\n' + Text::tr("Would it restore? %1").arg(report.restore.reason) + u'\n';
    if (!report.restore.path.isEmpty())
        text += u"  "_s + visibleText(report.restore.path) + u'\n';
    if (const auto& problem = report.evidence.jobs.problem)
        text += u'\n' + Text::tr("Flink was not heard: %1").arg(visibleText(problem->message)) + u'\n';
    return text + eventTable(report, colors);
}

} // namespace cli
