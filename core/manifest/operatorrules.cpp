#include "core/manifest/operatorrules.h"

#include "core/manifest/autoscalerrules.h"
#include "core/manifest/values.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

using Verdict = Finding::Verdict;
using At = Findings::At;
using Kind = Subject::Kind;

bool isOn(const Subject& subject, QStringView key, bool otherwise)
{
    const QString value = subject.value({key});
    return value.isEmpty() ? otherwise : truthOf(value).value_or(otherwise);
}

bool isName(const QString& name)
{
    static const QRegularExpression form(u"^[a-z]([-a-z\\d]{0,43}[a-z\\d])?$"_s);
    return form.match(name).hasMatch();
}

/// What an Ingress takes for a host, a wildcard among it.
bool isHostName(const QString& host)
{
    static const QRegularExpression form(
        u"^(\\*\\.)?[a-z\\d]([-a-z\\d]*[a-z\\d])?(\\.[a-z\\d]([-a-z\\d]*[a-z\\d])?)*$"_s);
    return host.size() <= 253 && form.match(host).hasMatch();
}

class OperatorRules
{
public:
    explicit OperatorRules(const Subject& subject)
        : m_subject(subject)
        , m_findings(subject)
    {
    }

    QList<Finding> run()
    {
        switch (m_subject.kind()) {
        case Kind::Deployment:
        case Kind::BlueGreen:
            deployment();
            break;
        case Kind::SessionJob:
            sessionJob();
            break;
        case Kind::Snapshot:
            snapshot();
            break;
        case Kind::Other:
            break;
        }
        return m_findings.take();
    }

private:
    void error(QStringView rule, int node, const QString& message, At at = At::Key)
    {
        m_findings.add(rule, node, message, Verdict::Schema, at);
    }

    /// Of a key that the configuration lacks.
    void addLacking(QStringView rule, int node, const QString& key, const QString& message)
    {
        m_findings.add(rule, node, message, Verdict::Schema).missing = key;
    }

    void error(QStringView rule, const ConfigEntry& entry, const QString& message)
    {
        m_findings.add(rule, entry, message, Verdict::Conflict);
    }

    void checkName(int node)
    {
        const QString name = m_subject.text(node);
        if (!name.isEmpty() && !isName(name))
            error(u"DREY-O001", node,
                  Text::tr("\"%1\" is no name for it: at most 45 small letters, digits and dashes, beginning with a "
                           "letter and not ending with a dash.")
                      .arg(name),
                  At::Value);
    }

    void deployment()
    {
        if (m_subject.kind() == Kind::Deployment)
            checkName(m_subject.tree().find(m_subject.tree().root(), {u"metadata"_s, u"name"_s}));
        if (m_subject.spec() < 0)
            return;
        checkVersion();
        checkRecovery();
        checkIngress();
        checkLogging();
        if (m_subject.has({u"job"_s}))
            checkJob(true);
        checkProcess(u"jobManager"_s, u"jobmanager"_s, u"JobManager"_s);
        checkProcess(u"taskManager"_s, u"taskmanager"_s, u"TaskManager"_s);
        checkReplicas();
        if (!m_subject.has({u"serviceAccount"_s}))
            m_findings.addMissing(u"DREY-O020", m_subject.spec(), {u"serviceAccount"_s},
                                  Text::tr("There is no serviceAccount for the pods of Flink."));
    }

    void checkVersion()
    {
        const int node = m_subject.find({u"flinkVersion"_s});
        const QString version = m_subject.text(node);
        if (!m_subject.has({u"flinkVersion"_s}))
            m_findings.addMissing(u"DREY-O002", m_subject.spec(), {u"flinkVersion"_s},
                                  Text::tr("There is no flinkVersion."));
        if (version == u"v1_13" || version == u"v1_14")
            error(u"DREY-O003", node, Text::tr("The operator no longer supports Flink %1.").arg(version), At::Value);
    }

    void checkRecovery()
    {
        const ConfigEntry* rollback = m_subject.setting({u"kubernetes.operator.deployment.rollback.enabled"});
        if (rollback && isOn(m_subject, rollback->key, false) && !hasHighAvailability(m_subject))
            error(u"DREY-O006", *rollback, Text::tr("Rolling back needs high availability, which is off."));
        const ConfigEntry* health = m_subject.setting({u"kubernetes.operator.cluster.health-check.enabled"});
        if (health && isOn(m_subject, health->key, false) &&
            !isOn(m_subject, u"kubernetes.operator.jm-deployment-recovery.enabled", true))
            error(u"DREY-O007", *health,
                  Text::tr("The health check needs kubernetes.operator.jm-deployment-recovery.enabled, which is off."));
    }

    void checkIngress()
    {
        const int ingress = m_subject.find({u"ingress"_s});
        if (!m_subject.has({u"ingress"_s}))
            return;
        const int node = m_subject.find({u"ingress"_s, u"template"_s});
        const QString text = m_subject.text(node);
        if (text.isEmpty())
            return error(u"DREY-O008", ingress, Text::tr("The ingress has no template."));
        QString address = text;
        address.replace(u"{{name}}"_s, u"name"_s, Qt::CaseInsensitive)
            .replace(u"{{namespace}}"_s, u"namespace"_s, Qt::CaseInsensitive);
        // HOST[:PORT][/PATH], as java.net.URL takes it apart.
        static const QRegularExpression parts(u"^(?:https?://)?([^/?#:]*)(?::([^/?#]*))?(?:[/?#].*)?$"_s);
        const auto matched = parts.match(address);
        bool isPort = !matched.hasCaptured(2) || matched.captured(2).isEmpty();
        if (!isPort)
            matched.captured(2).toInt(&isPort);
        if (!matched.hasMatch() || !isPort)
            return error(u"DREY-O008", node, Text::tr("\"%1\" does not become an address.").arg(text), At::Value);
        const QString host = matched.captured(1);
        if (!host.isEmpty() && !isHostName(host))
            error(u"DREY-A023", node, Text::tr("\"%1\" is no host name for an ingress.").arg(host), At::Value);
    }

    void checkLogging()
    {
        const int logging = m_subject.find({u"logConfiguration"_s});
        if (logging < 0)
            return;
        for (const int child : m_subject.tree().node(logging).children) {
            const QString key = m_subject.keyText(child);
            if (key != u"log4j-console.properties" && key != u"logback-console.xml" && key != u"<<")
                error(u"DREY-O009", child,
                      Text::tr("%1 is no file of the log configuration: only log4j-console.properties and "
                               "logback-console.xml are.")
                          .arg(key));
        }
    }

    /// `isWhole`: the configuration that holds is known, but for the operator's defaults.
    void checkJob(bool isWhole)
    {
        const int job = m_subject.find({u"job"_s});
        const QString mode = upgradeModeOf(m_subject);
        const bool isStateful = mode == u"savepoint" || mode == u"last-state";
        const int modeNode =
            m_subject.has({u"job"_s, u"upgradeMode"_s}) ? m_subject.find({u"job"_s, u"upgradeMode"_s}) : job;
        if (isWhole && isStateful &&
            !m_subject.setting(
                {u"execution.checkpointing.dir", u"state.checkpoints.dir", u"state.backend.fs.checkpointdir"}))
            addLacking(
                u"DREY-O010", modeNode, checkpointKey(),
                Text::tr("The upgrade mode %1 needs a directory for checkpoints: %2.").arg(mode, checkpointKey()));
        if (isWhole)
            checkSavepoints(mode, modeNode);
        const bool hasReplicas = m_subject.has({u"taskManager"_s, u"replicas"_s});
        const int parallelism = m_subject.find({u"job"_s, u"parallelism"_s});
        if (!hasReplicas && m_subject.text(parallelism).toInt() < 1)
            m_findings.addMissing(u"DREY-O012", parallelism >= 0 ? parallelism : job, {u"job"_s, u"parallelism"_s},
                                  Text::tr("The job needs a parallelism of 1 or more."));
        if (m_subject.has({u"job"_s, u"savepointRedeployNonce"_s}) &&
            m_subject.text({u"job"_s, u"initialSavepointPath"_s}).trimmed().isEmpty())
            m_findings.addMissing(
                u"DREY-O019", m_subject.find({u"job"_s, u"savepointRedeployNonce"_s}),
                {u"job"_s, u"initialSavepointPath"_s},
                Text::tr("savepointRedeployNonce redeploys from initialSavepointPath, which is missing."));
    }

    QString checkpointKey() const
    {
        return m_subject.isSince(u"1.20") ? u"execution.checkpointing.dir"_s : u"state.checkpoints.dir"_s;
    }

    void checkSavepoints(const QString& mode, int modeNode)
    {
        if (m_subject.setting({u"execution.checkpointing.savepoint-dir", u"state.savepoints.dir",
                               u"savepoints.state.backend.fs.dir"}))
            return;
        const QString key =
            m_subject.isSince(u"1.20") ? u"execution.checkpointing.savepoint-dir"_s : u"state.savepoints.dir"_s;
        if (mode == u"savepoint")
            addLacking(u"DREY-O011", modeNode, key,
                       Text::tr("The upgrade mode savepoint needs a directory for savepoints: %1.").arg(key));
        if (m_subject.has({u"job"_s, u"savepointTriggerNonce"_s}))
            addLacking(u"DREY-O011", m_subject.find({u"job"_s, u"savepointTriggerNonce"_s}), key,
                       Text::tr("A savepoint by nonce needs a directory for savepoints: %1.").arg(key));
        if (const ConfigEntry* periodic = m_subject.setting({u"kubernetes.operator.periodic.savepoint.interval"});
            periodic && m_subject.text(periodic->node) != u"0")
            error(u"DREY-O011", *periodic, Text::tr("Periodic savepoints need a directory: %1.").arg(key));
        if (const ConfigEntry* age =
                m_subject.setting({u"kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age"}))
            error(u"DREY-O011", *age,
                  Text::tr("A checkpoint that is too old is replaced by a savepoint, which needs a directory: %1.")
                      .arg(key));
    }

    void checkProcess(const QString& field, const QString& prefix, const QString& name)
    {
        const bool hasResources = hasAmounts(field);
        const int memory = m_subject.find({field, u"resource"_s, u"memory"_s});
        if (m_subject.has({field, u"resource"_s, u"memory"_s})) {
            if (!hasResources && !isResourceMemory(m_subject.text(memory)))
                error(u"DREY-O014", memory,
                      Text::tr("\"%1\" is no amount of memory the operator reads: a whole number with a unit, such as "
                               "2048m, 2g or 2Gi.")
                          .arg(m_subject.text(memory)),
                      At::Value);
        } else if (!hasResources && !isDerivable(prefix)) {
            m_findings.addMissing(u"DREY-O013", m_subject.has({field}) ? m_subject.find({field}) : m_subject.spec(),
                                  {field, u"resource"_s, u"memory"_s},
                                  Text::tr("The %1 has no memory: spec.%2.resource.memory.").arg(name, field));
        }
        const int storage = m_subject.find({field, u"resource"_s, u"ephemeralStorage"_s});
        if (const QString text = m_subject.text(storage); !text.isEmpty() && !quantityOf(text))
            error(u"DREY-O014", storage, Text::tr("\"%1\" is no quantity of Kubernetes.").arg(text), At::Value);
        if (m_subject.operatorMinor() >= 16)
            checkAmounts(field);
    }

    bool hasAmounts(const QString& field) const
    {
        const auto isFilled = [&](const QString& what) {
            const int node = m_subject.find({field, u"resources"_s, what});
            return node >= 0 && !m_subject.tree().node(node).children.empty();
        };
        return m_subject.operatorMinor() >= 16 && (isFilled(u"requests"_s) || isFilled(u"limits"_s));
    }

    bool isDerivable(const QString& prefix) const
    {
        const QString memory = prefix + u".memory."_s;
        const auto isSet = [&](const QString& key) {
            return m_subject.setting({QStringView(memory + key)}) != nullptr;
        };
        const bool isSplit =
            prefix == u"jobmanager" ? isSet(u"heap.size"_s) : isSet(u"task.heap.size"_s) && isSet(u"managed.size"_s);
        return isSet(u"process.size"_s) || isSet(u"flink.size"_s) || isSplit;
    }

    void checkAmounts(const QString& field)
    {
        for (const QString& what : {u"requests"_s, u"limits"_s}) {
            const int amounts = m_subject.find({field, u"resources"_s, what});
            const auto children = amounts < 0 ? std::vector<int>() : m_subject.tree().node(amounts).children;
            for (const int child : children) {
                const QString name = m_subject.keyText(child);
                const auto amount = quantityOf(m_subject.text(child));
                const bool isProcess = name == u"cpu" || name == u"memory";
                if (amount && (*amount < 0 || (isProcess && *amount <= 0)))
                    error(u"DREY-O015", child, Text::tr("%1 must be more than nothing.").arg(name), At::Value);
                const auto limit = quantityOf(m_subject.text({field, u"resources"_s, u"limits"_s, name}));
                if (what == u"requests" && amount && limit && *amount > *limit)
                    error(u"DREY-O015", child, Text::tr("More %1 is requested than the limit allows.").arg(name),
                          At::Value);
            }
        }
    }

    void checkReplicas()
    {
        const int managers = m_subject.find({u"jobManager"_s, u"replicas"_s});
        const int workers = m_subject.find({u"taskManager"_s, u"replicas"_s});
        bool isNumber = false;
        const int count = m_subject.text(managers).toInt(&isNumber);
        if (isNumber && count < 1)
            error(u"DREY-O016", managers, Text::tr("At least one JobManager is needed."), At::Value);
        if (isNumber && count > 1 && !hasHighAvailability(m_subject))
            error(u"DREY-O016", managers, Text::tr("More than one JobManager needs high availability, which is off."),
                  At::Value);
        const int taskManagers = m_subject.text(workers).toInt(&isNumber);
        if (isNumber && taskManagers < 1)
            error(u"DREY-O017", workers,
                  Text::tr("At least one TaskManager is needed; without the field Flink decides."), At::Value);
    }

    void sessionJob()
    {
        if (m_subject.spec() < 0)
            return;
        const int cluster = m_subject.find({u"deploymentName"_s});
        if (!m_subject.has({u"deploymentName"_s}))
            m_findings.addMissing(u"DREY-O031", m_subject.spec(), {u"deploymentName"_s},
                                  Text::tr("There is no deploymentName: which cluster runs the job?"));
        checkName(cluster);
        if (!m_subject.has({u"job"_s}))
            return error(u"DREY-O030", m_subject.spec(), Text::tr("There is no job in it."));
        checkJob(false);
        if (m_subject.operatorMinor() >= 15)
            checkArtifact();
    }

    void checkArtifact()
    {
        const int node = m_subject.find({u"job"_s, u"jarURI"_s});
        const QString address = m_subject.text(node);
        const QString scheme = QUrl(address).scheme();
        if (address.isEmpty() || scheme == u"https")
            return;
        error(u"DREY-O032", node,
              scheme.isEmpty()
                  ? Text::tr("The address of the jar needs a scheme: https.")
                  : Text::tr("The operator fetches jars of session jobs by https only, not by %1, unless it was "
                             "configured otherwise.")
                        .arg(scheme),
              At::Value);
    }

    void snapshot()
    {
        const int spec = m_subject.spec();
        if (spec < 0)
            return;
        const bool isSavepoint = m_subject.find({u"savepoint"_s}) >= 0,
                   isCheckpoint = m_subject.find({u"checkpoint"_s}) >= 0;
        if (isSavepoint == isCheckpoint)
            error(u"DREY-O040", spec,
                  Text::tr("A snapshot is either a savepoint or a checkpoint: exactly one of them."));
        const bool exists = truthOf(m_subject.text({u"savepoint"_s, u"alreadyExists"_s})).value_or(false);
        if (!exists && !m_subject.has({u"jobReference"_s}))
            m_findings.addMissing(u"DREY-O041", spec, {u"jobReference"_s},
                                  Text::tr("There is no jobReference: a snapshot of which job?"));
        if (exists && m_subject.text({u"savepoint"_s, u"path"_s}).isEmpty())
            m_findings.addMissing(u"DREY-O041", m_subject.find({u"savepoint"_s}), {u"savepoint"_s, u"path"_s},
                                  Text::tr("A savepoint that exists already needs its path."));
    }

    const Subject& m_subject;
    Findings m_findings;
};

} // namespace

bool hasHighAvailability(const Subject& subject)
{
    const QString type = subject.value({u"high-availability.type", u"high-availability", u"recovery.mode"}).trimmed();
    return !type.isEmpty() && type.compare(u"none", Qt::CaseInsensitive) != 0 &&
           type.compare(u"standalone", Qt::CaseInsensitive) != 0;
}

QString upgradeModeOf(const Subject& subject)
{
    if (!subject.has({u"job"_s}))
        return {};
    const QString mode = subject.text({u"job"_s, u"upgradeMode"_s});
    return mode.isEmpty() ? u"stateless"_s : mode;
}

QList<Finding> operatorFindings(const Subject& subject)
{
    QList<Finding> findings = OperatorRules(subject).run();
    if (subject.kind() != Kind::Other && subject.kind() != Kind::Snapshot)
        findings += autoscalerFindings(subject);
    return findings;
}

} // namespace manifest
