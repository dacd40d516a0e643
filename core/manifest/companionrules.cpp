#include "core/manifest/companionrules.h"

#include "core/manifest/autoscalerrules.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

using Verdict = Finding::Verdict;
using At = Findings::At;

class CompanionRules
{
public:
    explicit CompanionRules(const Subject& subject)
        : m_subject(subject)
        , m_tree(subject.tree())
        , m_findings(subject)
    {
    }

    QList<Finding> run()
    {
        const QString kind = m_subject.text(m_tree.find(m_tree.root(), u"kind"));
        if (kind == u"Deployment")
            checkOperator();
        else if (kind == u"ClusterRole" || kind == u"Role")
            checkRole();
        else if (kind == u"ConfigMap")
            checkFiles();
        return m_findings.take();
    }

private:
    std::vector<int> items(int node) const
    {
        node = m_tree.resolved(node);
        return node < 0 ? std::vector<int>() : m_tree.node(node).children;
    }

    void checkOperator()
    {
        for (const int container : items(m_subject.find({u"template"_s, u"spec"_s, u"containers"_s}))) {
            const int image = m_tree.find(container, u"image");
            static const QRegularExpression form(u"(^|/)flink-kubernetes-operator(:1\\.(\\d+))?"_s);
            const QRegularExpressionMatch match = form.match(m_subject.text(image));
            if (!match.hasMatch())
                continue;
            if (m_tree.find(container, u"args") < 0 && m_tree.find(container, u"command") < 0)
                m_findings.add(
                    u"DREY-I001", container,
                    Text::tr("The container of the operator needs the argument \"operator\": its image alone "
                             "prints a help text and ends."),
                    Verdict::Conflict);
            if (match.hasCaptured(3) && match.captured(3).toInt() < 10)
                m_findings.add(u"DREY-I003", image,
                               Text::tr("The operator 1.%1 is years old and knows neither Flink 1.20 nor 2.")
                                   .arg(match.captured(3)),
                               Verdict::Advice, At::Value);
            checkOperatorVariables(container);
        }
    }

    void checkOperatorVariables(int container)
    {
        for (const int variable : items(m_tree.find(container, u"env"))) {
            const int name = m_tree.find(variable, u"name");
            if (m_subject.text(name) == u"WATCH_NAMESPACE")
                m_findings.add(
                    u"DREY-I002", name,
                    Text::tr("The operator does not read WATCH_NAMESPACE; kubernetes.operator.watched.namespaces "
                             "(watchNamespaces in Helm) does that."),
                    Verdict::Unknown, At::Value);
        }
    }

    void checkRole()
    {
        const QString name = m_subject.text(m_tree.find(m_tree.root(), {u"metadata"_s, u"name"_s}));
        if (!name.contains(u"flink") || !name.contains(u"operator"))
            return;
        const int rules = m_tree.find(m_tree.root(), u"rules");
        for (const int rule : items(rules)) {
            for (const int group : items(m_tree.find(rule, u"apiGroups"))) {
                const QString text = m_subject.text(group);
                if (text == u"flink.apache.org" || text == u"*")
                    return;
            }
        }
        if (rules >= 0)
            m_findings.add(
                u"DREY-I004", rules,
                Text::tr("The operator may not read its own resources: a rule for flink.apache.org is missing."),
                Verdict::Conflict);
    }

    void checkFiles()
    {
        const int data = m_tree.resolved(m_tree.find(m_tree.root(), u"data"));
        const QString name = m_subject.text(m_tree.find(m_tree.root(), {u"metadata"_s, u"name"_s}));
        const bool isOperators =
            name == u"flink-operator-config" || m_tree.find(data, u"log4j-operator.properties") >= 0;
        for (const int child : items(data)) {
            const QString key = m_subject.keyText(child);
            const bool isFlinks = key == u"flink-conf.yaml" || (key == u"config.yaml" && name.contains(u"flink"));
            if (isFlinks && !isOperators)
                m_findings.add(
                    u"DREY-I005", child,
                    Text::tr("No pod of the operator mounts this file: it makes its own from spec.flinkConfiguration."),
                    Verdict::Advice);
            if (m_subject.text(child).contains(u"scrape_configs:"))
                checkScraping(child);
        }
    }

    /// By text: the file is YAML within YAML.
    void checkScraping(int file)
    {
        const yaml::Node& node = m_tree.node(m_tree.resolved(file));
        const QByteArray text = m_tree.text().mid(node.span.begin, node.span.length());
        static const QRegularExpression target(u"['\"]?(flink-(?:jobmanager|taskmanager):9\\d+)['\"]?"_s);
        static const QRegularExpression label(u"regex: *['\"]?(flink-(?:jobmanager|taskmanager))\\b"_s);
        const QString latin = QString::fromLatin1(text); // one character a byte: offsets stay
        if (const auto match = target.match(latin); match.hasMatch())
            mark(node.span.begin, match,
                 Text::tr("There is no service %1: the service of a cluster is called NAME-rest and "
                          "has port 8081 alone.")
                     .arg(match.captured(1)));
        if (const auto match = label.match(latin); match.hasMatch())
            mark(node.span.begin, match,
                 Text::tr("No pod is labelled app: %1. The label app is the deployment's name; the "
                          "processes have component: jobmanager and taskmanager.")
                     .arg(match.captured(1)));
    }

    void mark(qsizetype begin, const QRegularExpressionMatch& match, const QString& message)
    {
        Finding& finding = m_findings.add(u"DREY-I006", m_tree.root(), message, Verdict::Conflict);
        finding.span = {begin + match.capturedStart(1), begin + match.capturedEnd(1)};
        finding.path = m_tree.path(m_tree.at(finding.span.begin));
    }

    const Subject& m_subject;
    const yaml::Tree& m_tree;
    Findings m_findings;
};

QString nameOf(const Subject& subject)
{
    return subject.text(subject.tree().find(subject.tree().root(), {u"metadata"_s, u"name"_s}));
}

const Subject* deploymentNamed(const QString& name, const std::vector<const Subject*>& others)
{
    const auto found = std::find_if(others.begin(), others.end(), [&](const Subject* other) {
        return other->kind() == Subject::Kind::Deployment && nameOf(*other) == name;
    });
    return found == others.end() || name.isEmpty() ? nullptr : *found;
}

void checkScaler(const Subject& scaler, const std::vector<const Subject*>& others, Findings& findings)
{
    const int target = scaler.find({u"scaleTargetRef"_s});
    const yaml::Tree& tree = scaler.tree();
    if (scaler.text(tree.find(target, u"kind")) != u"FlinkDeployment")
        return;
    const Subject* deployment = deploymentNamed(scaler.text(tree.find(target, u"name")), others);
    if (!deployment)
        return;
    if (isAutoscaled(*deployment))
        findings.add(u"DREY-I008", target,
                     Text::tr("Both this and job.autoscaler scale the deployment; they work against each other."),
                     Verdict::Conflict);
    else if (deployment->text({u"mode"_s}) != u"standalone" ||
             deployment->value({u"scheduler-mode"}).compare(u"reactive", Qt::CaseInsensitive) != 0)
        findings.add(
            u"DREY-I009", target,
            Text::tr("Each time this scales, the job is stopped and upgraded: only a standalone deployment in reactive "
                     "mode takes TaskManagers as they come."),
            Verdict::Advice);
}

} // namespace

QList<Finding> companionFindings(const Subject& subject)
{
    const bool isOther = subject.kind() == Subject::Kind::Other && subject.form() == Subject::Form::Manifest;
    return isOther ? CompanionRules(subject).run() : QList<Finding>();
}

QList<Finding> togetherFindings(const Subject& subject, const std::vector<const Subject*>& others)
{
    Findings findings(subject);
    const QString kind = subject.text(subject.tree().find(subject.tree().root(), u"kind"));
    if (kind == u"HorizontalPodAutoscaler")
        checkScaler(subject, others, findings);
    if (subject.kind() == Subject::Kind::SessionJob) {
        const int cluster = subject.find({u"deploymentName"_s});
        const Subject* deployment = deploymentNamed(subject.text(cluster), others);
        if (deployment && deployment->has({u"job"_s}))
            findings.add(
                u"DREY-I007", cluster,
                Text::tr("%1 has a job of its own; session jobs need a session cluster.").arg(subject.text(cluster)),
                Verdict::Conflict, At::Value);
    }
    return findings.take();
}

} // namespace manifest
