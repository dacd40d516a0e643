#include "core/sim/operator/validationrules.h"

#include "core/base/quantity.h"
#include "core/sim/world/path.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;
using Message = std::optional<QString>;

const QString memoryUnits =
    u"(b | bytes) / (k | kb | kibibytes) / (m | mb | mebibytes) / (g | gb | gibibytes) / (t | tb | tebibytes)"_s;

/// Why the operator cannot read an amount; nothing: it can.
Message amountProblem(const QString& text)
{
    if (base::parseResourceMemory(text))
        return {};
    const QString plain = text.simplified().remove(u' ').toUpper();
    if (plain.isEmpty() || !plain.front().isDigit())
        return u"Character %1 is neither a decimal digit number, decimal point, nor \"e\" notation exponential mark."_s
            .arg(plain.left(1));
    // A fraction is calculated to a number with ".0" behind it, which Flink takes for a unit.
    QString quantity = text.simplified().remove(u' ');
    if (quantity.endsWith(u'b', Qt::CaseInsensitive))
        quantity.chop(1);
    const QString unit =
        base::parseQuantity(quantity) ? u".0"_s : plain.mid(plain.indexOf(QRegularExpression(u"[^0-9]"_s))).toLower();
    return u"Memory size unit '%1' does not match any of the recognized units: %2"_s.arg(unit, memoryUnits);
}

bool hasMemoryInConfiguration(const Configuration& conf, const QString& prefix)
{
    for (const QString& key : {u"process.size"_s, u"flink.size"_s, u"heap.size"_s, u"task.heap.size"_s}) {
        if (!valueOf(conf, prefix + ".memory."_L1 + key).isEmpty())
            return true;
    }
    return false;
}

Message resourceProblem(const Spec& spec, const Configuration& conf, Release release, QStringView part,
                        const QString& title, const QString& prefix)
{
    const QJsonObject resource = at(spec, {part, u"resource"}).toObject();
    const QString memory = resource[u"memory"].toString();
    const bool given =
        hasResourceRequests(release) && (at(spec, {part, u"resources", u"requests", u"memory"}).isString() ||
                                         at(spec, {part, u"resources", u"limits", u"memory"}).isString());
    if (memory.isEmpty() && !given && !hasMemoryInConfiguration(conf, prefix)) {
        const QString more =
            hasResourceRequests(release) ? u" or `spec.%1.resources.requests.memory`"_s.arg(part) : QString();
        return u"%1 resource memory must be defined using `spec.%2.resource.memory`"_s.arg(title, part) + more;
    }
    if (!memory.isEmpty()) {
        if (const auto problem = amountProblem(memory))
            return title + u" resource memory parse error: "_s + *problem;
    }
    const QString storage = resource[u"ephemeralStorage"].toString();
    if (!storage.isEmpty() && !base::parseQuantity(storage))
        return title + u" resource ephemeral storage parse error: "_s + amountProblem(storage).value_or(QString());
    return {};
}

QString outOfRange(const QString& key, const QString& lowest, const QString& highest)
{
    return u"The AutoScalerOption job.autoscaler.%1 is invalid, it should be a value within the range [%2, %3]"_s.arg(
        key, lowest, highest);
}

Message rangeProblem(const Configuration& conf, const QString& key, double lowest, const std::optional<double>& highest,
                     double fallback)
{
    const QString text = valueOf(conf, u"job.autoscaler."_s + key);
    bool ok = true;
    const double value = text.isEmpty() ? fallback : text.toDouble(&ok);
    if (!ok)
        return u"Invalid value in the autoscaler config "_s + u"job.autoscaler."_s + key;
    if (value >= lowest && (!highest || value <= *highest))
        return {};
    const auto shown = [](double number) {
        return number == double(qint64(number)) ? QString::number(qint64(number)) + ".0"_L1 : QString::number(number);
    };
    return outOfRange(key, shown(lowest), highest ? shown(*highest) : u"Infinity"_s);
}

} // namespace

std::optional<QString> nameProblem(const QString& name)
{
    static const QRegularExpression form(u"^[a-z]([-a-z\\d]{0,43}[a-z\\d])?$"_s);
    if (form.match(name).hasMatch())
        return {};
    return u"The FlinkDeployment name: %1 is invalid, must consist of lower case alphanumeric characters or '-', start "
           u"with an alphabetic "
           "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123'), and the length must be no more than 45 characters."_s
               .arg(name);
}

std::optional<QString> versionProblem(const Spec& spec, const std::optional<Spec>& reconciled, Release release)
{
    const QString version = spec[u"flinkVersion"].toString();
    if (version.isEmpty())
        return u"Flink Version must be defined."_s;
    if (release > Release::V1_7 && !supportedFlinkVersions(release).contains(version) &&
        flinkVersion(version) < std::pair(1, 15))
        return u"Flink version %1 is not supported by this operator version"_s.arg(version);
    if (reconciled && hasJob(*reconciled) && jobState(*reconciled) == JobState::Suspended &&
        upgradeMode(*reconciled) == UpgradeMode::LastState && upgradeMode(spec) != UpgradeMode::Stateless &&
        (*reconciled)[u"flinkVersion"].toString() != version)
        return u"Changing flinkVersion after last-state suspend is not allowed. Restore your cluster with the current "
               u"flinkVersion and perform the "
               "version upgrade afterwards."_s;
    return {};
}

std::optional<QString> configurationProblem(const Configuration& conf)
{
    for (const QString& key :
         {u"kubernetes.namespace"_s, u"kubernetes.cluster-id"_s, u"high-availability.cluster-id"_s}) {
        if (conf.contains(key))
            return u"Forbidden Flink config key: "_s + key;
    }
    const QString recovery = u"kubernetes.operator.jm-deployment-recovery.enabled"_s;
    const QString health = u"kubernetes.operator.cluster.health-check.enabled"_s;
    if (flag(conf, u"kubernetes.operator.deployment.rollback.enabled"_s, false) && !isHaEnabled(conf))
        return u"HA must be enabled for rollback support."_s;
    if (flag(conf, health, false) && !flag(conf, recovery, true))
        return u"Deployment recovery (%1) must be enabled for job health check (%2) support."_s.arg(recovery, health);
    return {};
}

std::optional<QString> ingressProblem(const Spec& spec, const QString& ns, const QString& name)
{
    if (!spec[u"ingress"].isObject())
        return {};
    QString text = at(spec, {u"ingress", u"template"}).toString();
    if (text.isEmpty())
        return u"Ingress template must be defined"_s;
    const QString original = text;
    text.replace("{{name}}"_L1, name, Qt::CaseInsensitive).replace("{{namespace}}"_L1, ns, Qt::CaseInsensitive);
    if (!text.contains("://"_L1))
        text.prepend("http://"_L1);
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return u"Unable to process the Ingress template(%1). Error: %2"_s.arg(original, url.errorString());
    return {};
}

std::optional<QString> loggingProblem(const Spec& spec)
{
    const QStringList allowed{u"log4j-console.properties"_s, u"logback-console.xml"_s};
    for (const QString& key : spec[u"logConfiguration"].toObject().keys()) {
        if (!allowed.contains(key))
            return u"Invalid log config key: %1. Allowed keys are [%2]"_s.arg(key, allowed.join(u", "));
    }
    return {};
}

std::optional<QString> jobProblem(const Spec& spec, const Configuration& conf, Release release)
{
    const UpgradeMode mode = upgradeMode(spec);
    if (requiresHaForLastState(release) && mode == UpgradeMode::LastState && !isHaEnabled(conf))
        return u"Job could not be upgraded with last-state while HA disabled"_s;
    if (mode != UpgradeMode::Stateless && checkpointDirectory(conf).isEmpty())
        return u"Checkpoint directory[execution.checkpointing.dir] must be defined for last-state and savepoint upgrade modes"_s;
    if (savepointDirectory(conf).isEmpty()) {
        const QString key = u"execution.checkpointing.savepoint-dir"_s;
        if (mode == UpgradeMode::Savepoint)
            return u"Job could not be upgraded with savepoint while config key[%1] is not set"_s.arg(key);
        if (nonce(spec, u"savepointTriggerNonce"))
            return u"Savepoint could not be manually triggered for the running job while config key[%1] is not set"_s
                .arg(key);
        if (!valueOf(conf, u"kubernetes.operator.periodic.savepoint.interval"_s).isEmpty())
            return u"Periodic savepoints cannot be enabled when config key[%1] is not set"_s.arg(key);
        if (!valueOf(conf, u"kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age"_s).isEmpty())
            return u"In order to use max-checkpoint age functionality config key[%1] must be set to allow triggering savepoint upgrades."_s
                .arg(key);
    }
    const QJsonValue replicas = at(spec, {u"taskManager", u"replicas"});
    if (replicas.isDouble()) {
        if (replicas.toInt() < 1)
            return u"TaskManager replicas must be larger than 0"_s;
    } else if (at(spec, {u"job", u"parallelism"}).toInt(0) < 1) {
        return u"Job parallelism must be larger than 0"_s;
    }
    return {};
}

std::optional<QString> jobManagerProblem(const Spec& spec, const Configuration& conf, Release release)
{
    if (auto problem = resourceProblem(spec, conf, release, u"jobManager", u"JobManager"_s, u"jobmanager"_s))
        return problem;
    const int replicas = at(spec, {u"jobManager", u"replicas"}).toInt(1);
    if (replicas < 1)
        return u"JobManager replicas should not be configured less than one."_s;
    if (replicas > 1 && !isHaEnabled(conf))
        return u"High availability should be enabled when starting standby JobManagers."_s;
    return {};
}

std::optional<QString> taskManagerProblem(const Spec& spec, const Configuration& conf, Release release)
{
    if (auto problem = resourceProblem(spec, conf, release, u"taskManager", u"TaskManager"_s, u"taskmanager"_s))
        return problem;
    const QJsonValue replicas = at(spec, {u"taskManager", u"replicas"});
    if (replicas.isDouble() && replicas.toInt() < 1)
        return u"TaskManager replicas should not be configured less than one."_s;
    return {};
}

std::optional<QString> autoscalerProblem(const Configuration& conf, const Settings& settings)
{
    if (!flag(conf, u"job.autoscaler.enabled"_s, false))
        return {};
    const double target = decimal(conf, u"job.autoscaler.utilization.target"_s, 0.7);
    if (auto problem = rangeProblem(conf, u"scale-down.max-factor"_s, 0, {}, 0.6))
        return problem;
    if (auto problem = rangeProblem(conf, u"scale-up.max-factor"_s, 0, {}, 100000))
        return problem;
    if (auto problem = rangeProblem(conf, u"utilization.target"_s, 0, 1, 0.7))
        return problem;
    if (auto problem = rangeProblem(conf, u"target.utilization.boundary"_s, 0, {}, 0.3))
        return problem;
    if (auto problem = rangeProblem(conf, u"utilization.max"_s, target, 1, 1))
        return problem;
    if (auto problem = rangeProblem(conf, u"utilization.min"_s, 0, target, 0))
        return problem;
    const auto window = duration(conf, u"job.autoscaler.metrics.window"_s, 15min);
    if (settings.release >= Release::V1_16 && window < settings.reconcileInterval)
        return u"The autoscaler metric window (%1 ms) must not be smaller than the operator reconcile interval (%2 "
               u"ms), otherwise fewer than two metric "
               "samples are retained and autoscaling is never applied."_s.arg(window.count())
                   .arg(settings.reconcileInterval.count());
    return {};
}

std::optional<QString> artifactProblem(const QString& jarUri, const Settings& settings)
{
    if (!checksArtifactSchemes(settings.release) || jarUri.isEmpty())
        return {};
    const QUrl url(jarUri);
    if (url.scheme().isEmpty())
        return u"jarURI must include a scheme"_s;
    if (settings.artifactSchemes.contains(url.scheme()))
        return {};
    return u"jarURI scheme '%1' is not in the allowlist [%2]. Configure 'kubernetes.operator.user.artifacts.allowed-schemes' to extend the allowlist."_s
        .arg(url.scheme(), settings.artifactSchemes.join(u", "));
}

} // namespace sim::op
