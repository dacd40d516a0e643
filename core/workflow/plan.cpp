#include "core/workflow/plan.h"

#include "core/workflow/words.h"

#include <QJsonArray>

#include <algorithm>

namespace workflow {

using namespace Qt::StringLiterals;

namespace {

constexpr Words<Check::Verdict, 4> verdicts{{{Check::Verdict::Ok, u"ok"},
                                             {Check::Verdict::Warn, u"warn"},
                                             {Check::Verdict::Fail, u"fail"},
                                             {Check::Verdict::Unknown, u"unknown"}}};
constexpr Words<Confirmation, 3> confirmations{
    {{Confirmation::Undo, u"undo"}, {Confirmation::Dialog, u"dialog"}, {Confirmation::TypeName, u"typeName"}}};

QJsonObject toJson(const Check& check)
{
    return {{u"id"_s, check.id},
            {u"verdict"_s, verdictWord(check.verdict)},
            {u"message"_s, check.message},
            {u"evidence"_s, check.evidence},
            {u"observedAt"_s, timeText(check.observedAt)}};
}

Check checkOf(const QJsonObject& json)
{
    return {json[u"id"].toString(), valueOf(verdicts, json[u"verdict"].toString()).value_or(Check::Verdict::Unknown),
            json[u"message"].toString(), json[u"evidence"].toString(), timeOf(json[u"observedAt"])};
}

QJsonValue toJson(const std::optional<Sending>& sending)
{
    if (!sending)
        return QJsonValue::Null;
    return QJsonObject{{u"method"_s, sending->method},
                       {u"path"_s, sending->path},
                       {u"body"_s, sending->body},
                       {u"contentType"_s, sending->contentType},
                       {u"command"_s, sending->command}};
}

std::optional<Sending> sendingOf(const QJsonValue& json)
{
    if (!json.isObject())
        return std::nullopt;
    return Sending{json[u"method"].toString(), json[u"path"].toString(), json[u"body"], json[u"contentType"].toString(),
                   json[u"command"].toString()};
}

QJsonValue toJson(const std::optional<std::chrono::milliseconds>& time)
{
    return time ? QJsonValue(qint64(time->count())) : QJsonValue::Null;
}

std::optional<std::chrono::milliseconds> millisecondsOf(const QJsonValue& json)
{
    return json.isDouble() ? std::optional(std::chrono::milliseconds(json.toInteger())) : std::nullopt;
}

QJsonObject toJson(const Step& step)
{
    return {{u"id"_s, step.id},
            {u"kind"_s, step.kind},
            {u"title"_s, step.title},
            {u"request"_s, toJson(step.sends)},
            {u"waitsFor"_s, step.waitsFor},
            {u"lostIfStoppedHere"_s, step.lostIfStoppedHere},
            {u"mayBeCancelled"_s, step.mayBeCancelled},
            {u"details"_s, step.details},
            {u"expectedMs"_s, toJson(step.expected)}};
}

Step stepOf(const QJsonObject& json)
{
    return {json[u"id"].toString(),
            json[u"kind"].toString(),
            json[u"title"].toString(),
            sendingOf(json[u"request"]),
            json[u"waitsFor"].toString(),
            json[u"lostIfStoppedHere"].toString(),
            json[u"mayBeCancelled"].toBool(true),
            json[u"details"].toObject(),
            millisecondsOf(json[u"expectedMs"])};
}

} // namespace

bool Plan::isBlocked() const
{
    return std::ranges::any_of(preflight, [](const Check& check) { return check.verdict == Check::Verdict::Fail; });
}

bool isSameDeed(const Plan& first, const Plan& second)
{
    const auto isSameStep = [](const Step& a, const Step& b) { return a.kind == b.kind; };
    return first.uid == second.uid && first.confirmation == second.confirmation && first.before == second.before &&
           first.after == second.after && first.summary == second.summary &&
           std::ranges::equal(first.steps, second.steps, isSameStep);
}

QString verdictWord(Check::Verdict verdict)
{
    return wordOf(verdicts, verdict);
}

QString confirmationWord(Confirmation confirmation)
{
    return wordOf(confirmations, confirmation);
}

QJsonObject toJson(const Plan& plan)
{
    QJsonArray checks;
    for (const Check& check : plan.preflight)
        checks.append(toJson(check));
    QJsonArray steps;
    for (const Step& step : plan.steps)
        steps.append(toJson(step));
    return {{u"kind"_s, u"Plan"_s},
            {u"operation"_s, plan.operation},
            {u"context"_s, plan.context},
            {u"object"_s, plan.object},
            {u"uid"_s, plan.uid},
            {u"title"_s, plan.title},
            {u"summary"_s, plan.summary},
            {u"preflight"_s, checks},
            {u"steps"_s, steps},
            {u"expectedMs"_s, toJson(plan.expected)},
            {u"confirm"_s, confirmationWord(plan.confirmation)},
            {u"before"_s, plan.before},
            {u"after"_s, plan.after},
            {u"details"_s, plan.details}};
}

Plan planOf(const QJsonObject& json)
{
    Plan plan;
    plan.operation = json[u"operation"].toString();
    plan.context = json[u"context"].toString();
    plan.object = json[u"object"].toString();
    plan.uid = json[u"uid"].toString();
    plan.title = json[u"title"].toString();
    plan.summary = json[u"summary"].toString();
    for (const QJsonValue check : json[u"preflight"].toArray())
        plan.preflight.append(checkOf(check.toObject()));
    for (const QJsonValue step : json[u"steps"].toArray())
        plan.steps.append(stepOf(step.toObject()));
    plan.expected = millisecondsOf(json[u"expectedMs"]);
    plan.confirmation = valueOf(confirmations, json[u"confirm"].toString()).value_or(Confirmation::TypeName);
    plan.before = json[u"before"].toObject();
    plan.after = json[u"after"].toObject();
    plan.details = json[u"details"].toObject();
    return plan;
}

} // namespace workflow
