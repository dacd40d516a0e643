#include "core/manifest/liverules.h"

#include "core/manifest/operatorrules.h"
#include "core/manifest/spec.h"
#include "core/yaml/yaml.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

using Kind = Subject::Kind;
using Verdict = Finding::Verdict;
using At = Findings::At;

class LiveRules
{
public:
    LiveRules(const Subject& subject, const LiveNeighbours& neighbours)
        : m_subject(subject)
        , m_neighbours(neighbours)
        , m_findings(subject)
        , m_spec(withoutNulls(subject.tree().value(subject.spec())).toObject())
    {
    }

    QList<Finding> run()
    {
        if (m_subject.spec() < 0)
            return {};
        if (m_subject.kind() == Kind::SessionJob)
            sessionJob();
        if (m_neighbours.object && m_neighbours.object->reconciled && m_neighbours.object->kind == m_subject.kind())
            deployedBefore(*m_neighbours.object->reconciled);
        return m_findings.take();
    }

private:
    void error(QStringView rule, const QStringList& field, const QString& message, At at = At::Value)
    {
        const int node = m_subject.find(field);
        Finding& finding = m_findings.add(rule, node >= 0 ? node : m_subject.spec(), message, Verdict::Conflict, at);
        finding.severity = Finding::Severity::Error;
    }

    void deployedBefore(const QJsonObject& before)
    {
        if (m_subject.kind() == Kind::SessionJob) {
            const QString was = before.value(u"deploymentName").toString();
            if (m_spec.value(u"deploymentName").toString() != was)
                error(u"DREY-O033", {u"deploymentName"_s},
                      Text::tr("The job runs in the cluster %1, and cannot be moved to another.").arg(was));
        } else {
            switches(before);
            versionAfterSuspend(before);
        }
        redeployment(before);
    }

    void switches(const QJsonObject& before)
    {
        if (hasJob(before) && !hasJob(m_spec))
            error(u"DREY-O018", {},
                  Text::tr("It was deployed with a job of its own and cannot become a session cluster."), At::Key);
        if (!hasJob(before) && hasJob(m_spec))
            error(u"DREY-O018", {u"job"_s},
                  Text::tr("It was deployed as a session cluster and cannot get a job of its own."), At::Key);
        const bool wasStandalone = before.value(u"mode").toString() == u"standalone";
        const bool isStandalone = m_spec.value(u"mode").toString() == u"standalone";
        if (wasStandalone != isStandalone)
            error(u"DREY-O018", {u"mode"_s},
                  wasStandalone ? Text::tr("It was deployed in mode standalone and cannot become native.")
                                : Text::tr("It was deployed in mode native and cannot become standalone."));
    }

    void versionAfterSuspend(const QJsonObject& before)
    {
        const QString was = before.value(u"flinkVersion").toString(), is = m_spec.value(u"flinkVersion").toString();
        const bool isBound = isSuspended(before) && upgradeMode(before) == UpgradeMode::LastState &&
                             upgradeMode(m_spec) != UpgradeMode::Stateless;
        if (isBound && was != is)
            error(u"DREY-O004", {u"flinkVersion"_s},
                  Text::tr("It was suspended with last-state and can be resumed by Flink %1 only, not by %2.")
                      .arg(was, is));
    }

    void redeployment(const QJsonObject& before)
    {
        const QJsonValue nonce = at(m_spec, {u"job", u"savepointRedeployNonce"});
        const bool isNew = nonce.isDouble() && nonce != at(before, {u"job", u"savepointRedeployNonce"});
        if (isNew && at(m_spec, {u"job", u"initialSavepointPath"}).toString().trimmed().isEmpty())
            error(u"DREY-O019", {u"job"_s, u"savepointRedeployNonce"_s},
                  Text::tr("savepointRedeployNonce changes, so that the job would be redeployed from "
                           "initialSavepointPath, which is missing."),
                  At::Key);
    }

    void sessionJob()
    {
        const QString cluster = m_spec.value(u"deploymentName").toString();
        if (m_neighbours.isSessionMissing) {
            Finding& finding = m_findings.add(
                u"DREY-O035", m_subject.find({u"deploymentName"_s}),
                Text::tr("There is no FlinkDeployment %1 in this namespace: the job waits for it.").arg(cluster),
                Verdict::Advice, At::Value);
            finding.severity = Finding::Severity::Warning;
        }
        if (!m_neighbours.session)
            return;
        if (hasJob(m_neighbours.session->spec))
            return error(u"DREY-O034", {u"deploymentName"_s},
                         Text::tr("%1 has a job of its own: it is no session cluster.").arg(cluster));
        FlatConfiguration all = flatConfiguration(m_neighbours.session->spec.value(u"flinkConfiguration"));
        for (const auto& [key, value] : flatConfiguration(m_spec.value(u"flinkConfiguration")))
            all[key] = value;
        directories(all);
    }

    /// Of the cluster's configuration with the job's own.
    void directories(const FlatConfiguration& all)
    {
        const UpgradeMode mode = upgradeMode(m_spec);
        const QStringList field{u"job"_s, u"upgradeMode"_s};
        if (mode != UpgradeMode::Stateless && checkpointDirectory(all).isEmpty())
            error(u"DREY-O010", field,
                  Text::tr("The upgrade mode %1 needs a directory for checkpoints, and neither the job nor its cluster "
                           "names one.")
                      .arg(m_subject.text(field)));
        if (!savepointDirectory(all).isEmpty())
            return;
        if (mode == UpgradeMode::Savepoint)
            error(u"DREY-O011", field,
                  Text::tr("The upgrade mode savepoint needs a directory for savepoints, and neither the job nor its "
                           "cluster names one."));
        else if (at(m_spec, {u"job", u"savepointTriggerNonce"}).isDouble())
            error(u"DREY-O011", {u"job"_s, u"savepointTriggerNonce"_s},
                  Text::tr("A savepoint by nonce needs a directory for savepoints, and neither the job nor its cluster "
                           "names one."));
    }

    const Subject& m_subject;
    const LiveNeighbours& m_neighbours;
    Findings m_findings;
    const QJsonObject m_spec;
};

/// As it was accepted: with what its writers said, not with what the operator made of it.
QJsonObject acceptedDocument(const LiveObject& object, const QString& kind)
{
    QJsonObject spec = object.spec;
    if (object.kind == Kind::BlueGreen)
        spec = {{u"template"_s, QJsonObject{{u"spec"_s, object.spec}}}};
    return {{u"kind"_s, kind}, {u"metadata"_s, QJsonObject{{u"name"_s, object.name}}}, {u"spec"_s, spec}};
}

} // namespace

const LiveNeighbours* LiveObjects::find(const QString& kind, const QString& nameSpace, const QString& name) const
{
    const auto found = m_all.constFind(keyOf(kind, nameSpace, name));
    return found == m_all.cend() ? nullptr : &*found;
}

QString LiveObjects::keyOf(const QString& kind, const QString& nameSpace, const QString& name) const
{
    return kind + u'/' + (nameSpace.isEmpty() ? m_nameSpace : nameSpace) + u'/' + name;
}

QList<Finding> liveFindings(const Subject& subject, const LiveNeighbours& neighbours)
{
    return LiveRules(subject, neighbours).run();
}

QSet<QString> excusedRules(const Subject& subject, const LiveNeighbours& neighbours)
{
    // What the operator's configuration may supply.
    static const QSet<QString> supplied{u"DREY-O006"_s, u"DREY-O010"_s, u"DREY-O011"_s, u"DREY-O013"_s, u"DREY-O016"_s};
    const auto& object = neighbours.object;
    const bool isAccepted =
        object && object->reconciled && object->observedGeneration && *object->observedGeneration == object->generation;
    QSet<QString> excused;
    // Whether the nonce changes is known now: liveFindings() says it.
    if (object && object->reconciled)
        excused.insert(u"DREY-O019"_s);
    if (isAccepted && object->kind == subject.kind()) {
        const QString kind = subject.text(subject.tree().find(subject.tree().root(), u"kind"));
        const auto parsed = yaml::Tree::parse(yaml::write(acceptedDocument(*object, kind)));
        if (const auto* tree = std::get_if<yaml::Tree>(&parsed)) {
            const Subject accepted(*tree, Subject::Form::Manifest, subject.catalogue(), subject.release(),
                                   subject.operatorMinor());
            const QList<Finding> findings = operatorFindings(accepted);
            for (const Finding& finding : findings) {
                if (supplied.contains(finding.rule))
                    excused.insert(finding.rule);
            }
        }
    }
    return excused;
}

} // namespace manifest
