#include "app/cli/effectreport.h"

#include "app/cli/shapes.h"
#include "core/base/quantity.h"
#include "core/base/visibletext.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using manifest::Change;
using manifest::ChangeClass;
using manifest::Decision;
using manifest::Effect;
using manifest::RestoreSource;

QString word(Effect::Size size)
{
    switch (size) {
    case Effect::Size::None:
        return u"none"_s;
    case Effect::Size::Ignore:
        return u"ignore"_s;
    case Effect::Size::Scale:
        return u"scale"_s;
    case Effect::Size::Upgrade:
        return u"upgrade"_s;
    case Effect::Size::Redeploy:
        return u"redeploy"_s;
    case Effect::Size::Create:
        return u"create"_s;
    }
    return {};
}

/// Null: the job is not stopped.
QJsonValue word(Decision::Way way)
{
    const QString word = manifest::wayWord(way);
    return word.isEmpty() ? QJsonValue(QJsonValue::Null) : word;
}

QJsonValue orNull(const QJsonValue& value)
{
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

QJsonValue restoreJson(const EffectReport& report)
{
    const auto& from = report.effect.decision.restore;
    if (!from)
        return QJsonValue::Null;
    const qint64 now = report.prospect.around.now;
    return QJsonObject{{u"kind"_s, from->kind == RestoreSource::Kind::Savepoint ? u"savepoint"_s : u"checkpoint"_s},
                       {u"path"_s, shapes::text(from->path)},
                       {u"ageMs"_s, from->completedAt > 0 ? QJsonValue(std::max<qint64>(now - from->completedAt, 0))
                                                          : QJsonValue(QJsonValue::Null)},
                       {u"takenOnTheWay"_s, from->isNew}};
}

QJsonArray pathsJson(const EffectReport& report)
{
    const QJsonArray fields =
        report.prospect.live.value_or(QJsonObject()).value(u"metadata").toObject().value(u"managedFields").toArray();
    QJsonArray paths;
    for (const Change& change : report.effect.changes)
        paths.append(
            QJsonObject{{u"path"_s, change.place()},
                        {u"class"_s, manifest::classWord(change.weight).toLower()},
                        {u"from"_s, orNull(change.from)},
                        {u"to"_s, orNull(change.to)},
                        {u"stable"_s, orNull(change.stable)},
                        {u"waiting"_s, change.isWaiting},
                        {u"managers"_s, QJsonArray::fromStringList(manifest::managersOf(fields, change.path))}});
    return paths;
}

QJsonArray keepersJson(const Effect& effect)
{
    const auto habit = [](manifest::Keeper::Habit is) {
        switch (is) {
        case manifest::Keeper::Habit::Undoes:
            return u"undoes"_s;
        case manifest::Keeper::Habit::Forgets:
            return u"overwritesWhenUsed"_s;
        case manifest::Keeper::Habit::Tolerates:
            break;
        }
        return u"paused"_s;
    };
    QJsonArray keepers;
    for (const manifest::Keeper& keeper : effect.keepers)
        keepers.append(QJsonObject{{u"tool"_s, shapes::text(manifest::toolName(keeper.tool))},
                                   {u"name"_s, shapes::text(keeper.name)},
                                   {u"habit"_s, habit(keeper.habit)},
                                   {u"sign"_s, keeper.sign},
                                   {u"message"_s, manifest::keeperText(keeper)}});
    return keepers;
}

QJsonArray conflictsJson(const plans::Prospect& prospect)
{
    QJsonArray conflicts;
    for (const kube::Cause& cause : prospect.conflicts)
        conflicts.append(QJsonObject{{u"field"_s, cause.field}, {u"manager"_s, cause.manager}});
    return conflicts;
}

QString tableText(const EffectReport& report, Colors colors)
{
    Table table({Text::tr("CLASS"), Text::tr("FIELD"), Text::tr("FROM"), Text::tr("TO"), Text::tr("STABLE")});
    for (const Change& change : report.effect.changes)
        table.add({manifest::classWord(change.weight), base::visibleText(change.place(), 120),
                   manifest::valueText(change.from), manifest::valueText(change.to),
                   manifest::valueText(change.stable)});
    return table.text(colors);
}

void addLine(QString& text, const QString& name, const QString& value)
{
    if (!value.isEmpty())
        text += name + u": "_s + value + u'\n';
}

} // namespace

QJsonObject effectJson(const EffectReport& report)
{
    const Effect& effect = report.effect;
    const plans::Prospect& prospect = report.prospect;
    return {{u"kind"_s, u"Effect"_s},
            {u"object"_s, QJsonObject{{u"context"_s, report.context},
                                      {u"kind"_s, prospect.target.kind},
                                      {u"namespace"_s, prospect.target.nameSpace},
                                      {u"name"_s, prospect.target.name},
                                      {u"exists"_s, prospect.live.has_value()}}},
            {u"change"_s, word(effect.size)},
            {u"paths"_s, pathsJson(report)},
            {u"upgradePath"_s, word(effect.decision.way)},
            {u"restoreFrom"_s, restoreJson(report)},
            {u"reason"_s, manifest::reasonText(effect)},
            {u"risk"_s, shapes::text(manifest::riskText(effect))},
            {u"inPlace"_s, effect.decision.way == Decision::Way::InPlace},
            {u"suspends"_s, effect.decision.isSuspending},
            {u"refusal"_s, shapes::text(effect.refusal)},
            {u"conflicts"_s, conflictsJson(prospect)},
            {u"keptBy"_s, keepersJson(effect)},
            {u"sessionJobs"_s, QJsonArray::fromStringList(effect.sessionJobs)},
            {u"operatorError"_s, shapes::text(effect.operatorError)},
            {u"operatorIsBehind"_s, effect.isBehind},
            {u"basis"_s, prospect.planned ? u"serverDryRun"_s : u"file"_s},
            {u"unknown"_s, QJsonArray::fromStringList(manifest::doubtTexts(effect))},
            {u"source"_s, u"customResource"_s},
            {u"observedAt"_s, shapes::time(prospect.observedAt)}};
}

QString effectText(const EffectReport& report, Colors colors)
{
    const Effect& effect = report.effect;
    QString text =
        base::visibleText(report.prospect.target.label()) + u": "_s + manifest::sizeText(effect.size) + u"\n\n"_s;
    if (!effect.changes.isEmpty())
        text += tableText(report, colors) + u'\n';
    text += manifest::reasonText(effect) + u'\n';
    const qint64 now = report.prospect.around.now;
    QString from = manifest::restoreText(effect);
    if (effect.decision.restore && effect.decision.restore->completedAt > 0)
        from += u" ("_s +
                base::relativeTime(QDateTime::fromMSecsSinceEpoch(std::min(effect.decision.restore->completedAt, now)),
                                   QDateTime::fromMSecsSinceEpoch(now)) +
                u')';
    addLine(text, Text::tr("Starts from"), from);
    addLine(text, Text::tr("At stake"), manifest::riskText(effect));
    addLine(text, Text::tr("Session jobs"), base::visibleText(effect.sessionJobs.join(u", "_s), 1024));
    addLine(text, Text::tr("The operator reports"), base::visibleText(effect.operatorError, 1024));
    for (const manifest::Keeper& keeper : effect.keepers)
        addLine(text, Text::tr("Note"), manifest::keeperText(keeper));
    for (const kube::Cause& cause : report.prospect.conflicts)
        addLine(text, Text::tr("Conflict"),
                Text::tr("%1 belongs to %2.").arg(base::visibleText(cause.path.join(u'.'), 200), cause.manager));
    const QStringList doubts = manifest::doubtTexts(effect);
    for (const QString& doubt : doubts)
        addLine(text, Text::tr("Not known"), doubt);
    return text;
}

} // namespace cli
