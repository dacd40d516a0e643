#include "core/sim/operator/validation.h"

#include "core/sim/operator/validationrules.h"
#include "core/sim/world/path.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using Message = std::optional<QString>;

Message first(std::initializer_list<std::function<Message()>> rules)
{
    for (const auto& rule : rules) {
        if (auto message = rule())
            return message;
    }
    return {};
}

Message switches(const Spec& before, const Spec& now)
{
    if (!hasJob(before) && hasJob(now))
        return u"Cannot switch from session to job cluster"_s;
    if (hasJob(before) && !hasJob(now))
        return u"Cannot switch from job to session cluster"_s;
    const bool wasStandalone = before[u"mode"] == u"standalone"_s;
    const bool isStandalone = now[u"mode"] == u"standalone"_s;
    if (!wasStandalone && isStandalone)
        return u"Cannot switch from native kubernetes to standalone kubernetes cluster"_s;
    if (wasStandalone && !isStandalone)
        return u"Cannot switch from standalone kubernetes to native kubernetes cluster"_s;
    return {};
}

Message redeployment(const std::optional<Spec>& before, const Spec& now, Release release)
{
    const auto wanted = nonce(now, u"savepointRedeployNonce");
    if (!before || !wanted || !hasRedeployNonce(release) || nonce(*before, u"savepointRedeployNonce") == wanted)
        return {};
    if (jobText(now, u"initialSavepointPath").trimmed().isEmpty())
        return u"InitialSavepointPath must not be empty for savepoint redeployment"_s;
    return {};
}

Message enumValue(const QString& value, const QStringList& known, const QString& enumName, const QString& chain)
{
    if (value.isEmpty() || known.contains(value))
        return {};
    return u"java.lang.IllegalArgumentException: Cannot deserialize value of type "
           u"`org.apache.flink.kubernetes.operator.api.spec.%1` from "
           "String \"%2\": not one of the values accepted for Enum class: [%3]\n at [Source: UNKNOWN; byte offset: "
           "#UNKNOWN] (through reference "
           "chain: %4)"_s.arg(enumName, value, known.join(u", "), chain);
}

} // namespace

std::optional<QString> validateDeployment(const Candidate& candidate)
{
    const Spec& spec = candidate.spec;
    const Configuration conf = effectiveConfiguration(candidate.settings, candidate.object.ns(), spec);
    const Release release = candidate.settings.release;
    return first({
        [&] { return nameProblem(candidate.object.name()); },
        [&] { return versionProblem(spec, candidate.reconciled, release); },
        [&] { return configurationProblem(conf); },
        [&] { return ingressProblem(spec, candidate.object.ns(), candidate.object.name()); },
        [&] { return loggingProblem(spec); },
        [&] { return hasJob(spec) ? jobProblem(spec, conf, release) : Message(); },
        [&] { return jobManagerProblem(spec, conf, release); },
        [&] { return taskManagerProblem(spec, conf, release); },
        [&] { return candidate.reconciled ? switches(*candidate.reconciled, spec) : Message(); },
        [&] { return redeployment(candidate.reconciled, spec, release); },
        [&] {
            return spec[u"serviceAccount"].toString().isEmpty()
                       ? Message(
                             u"spec.serviceAccount must be defined. If you use helm, its value should be the same with the name of jobServiceAccount."_s)
                       : Message();
        },
        [&] { return autoscalerProblem(conf, candidate.settings); },
    });
}

std::optional<QString> validateSessionJob(const Candidate& candidate, const std::optional<Spec>& session)
{
    const Spec& spec = candidate.spec;
    const QString target = spec[u"deploymentName"].toString();
    const Release release = candidate.settings.release;
    return first({
        [&] { return nameProblem(target); },
        [&] { return hasJob(spec) ? Message() : Message(u"The job spec should not be empty"_s); },
        [&] {
            const bool moved = candidate.reconciled && (*candidate.reconciled)[u"deploymentName"].toString() != target;
            return moved ? Message(u"The deploymentName can't be changed"_s) : Message();
        },
        [&] { return artifactProblem(jobText(spec, u"jarURI"), candidate.settings); },
        [&] {
            if (!session)
                return Message();
            if (hasJob(*session))
                return Message(u"Can not submit session job to application cluster"_s);
            Configuration conf = effectiveConfiguration(candidate.settings, candidate.object.ns(), *session);
            for (const auto& [key, value] : flinkConfiguration(spec))
                conf[key] = value;
            if (auto problem = jobProblem(spec, conf, release))
                return problem;
            return autoscalerProblem(conf, candidate.settings);
        },
        [&] { return redeployment(candidate.reconciled, spec, release); },
    });
}

std::optional<QString> validateSnapshot(const QJsonObject& snapshot, const Objects& objects)
{
    const QJsonObject spec = snapshot[u"spec"].toObject();
    if (spec[u"savepoint"].isObject() == spec[u"checkpoint"].isObject())
        return u"Exactly one of checkpoint or savepoint configurations has to be set."_s;
    if (at(spec, {u"savepoint", u"alreadyExists"}).toBool())
        return {};
    const QJsonObject reference = spec[u"jobReference"].toObject();
    if (reference.isEmpty())
        return u"Job reference must be supplied for this snapshot"_s;
    const QString state = at(snapshot, {u"status", u"state"}).toString();
    if (!state.isEmpty() && state != u"TRIGGER_PENDING")
        return {};
    const QString ns = at(snapshot, {u"metadata", u"namespace"}).toString();
    const QString name = reference[u"name"].toString();
    const QStringView kind =
        reference[u"kind"] == u"FlinkSessionJob"_s ? type::flinkSessionJobs : type::flinkDeployments;
    if (!objects.find(kind, ns, name))
        return u"Target for snapshot %1/%2 was not found"_s.arg(ns, name);
    return {};
}

std::optional<QString> unknownEnum(const QString& kind, const QJsonObject& spec, Release release)
{
    const QString root = u"org.apache.flink.kubernetes.operator.api."_s;
    const QString start = root + kind + u"[\"spec\"]->"_s + root + u"spec."_s + kind + u"Spec"_s;
    if (auto problem = enumValue(spec[u"flinkVersion"].toString(), knownFlinkVersions(release), u"FlinkVersion"_s,
                                 start + u"[\"flinkVersion\"]"_s))
        return problem;
    const QString job = start + u"[\"job\"]->"_s + root + u"spec.JobSpec"_s;
    if (auto problem = enumValue(jobText(spec, u"upgradeMode"), {u"last-state"_s, u"savepoint"_s, u"stateless"_s},
                                 u"UpgradeMode"_s, job + u"[\"upgradeMode\"]"_s))
        return problem;
    return enumValue(jobText(spec, u"state"), {u"running"_s, u"suspended"_s}, u"JobState"_s, job + u"[\"state\"]"_s);
}

} // namespace sim::op
