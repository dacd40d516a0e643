#include "core/manifest/advicerules.h"
#include "core/manifest/values.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

using Verdict = Finding::Verdict;
using At = Findings::At;

constexpr QStringView mainContainer = u"flink-main-container";

class PodRules
{
public:
    explicit PodRules(const Subject& subject)
        : m_subject(subject)
        , m_tree(subject.tree())
        , m_findings(subject)
    {
    }

    QList<Finding> run()
    {
        checkTemplate({u"podTemplate"_s}, {});
        checkTemplate({u"jobManager"_s, u"podTemplate"_s}, u"jobmanager"_s);
        checkTemplate({u"taskManager"_s, u"podTemplate"_s}, u"taskmanager"_s);
        return m_findings.take();
    }

private:
    void checkTemplate(const QStringList& path, const QString& process)
    {
        for (const QString& list : {u"initContainers"_s, u"containers"_s}) {
            const int containers = m_subject.find(path + QStringList{u"spec"_s, list});
            if (containers < 0)
                continue;
            bool hasMain = false;
            const std::vector<int> children = m_tree.node(containers).children;
            for (const int container : children)
                hasMain = hasMain || m_subject.text(m_tree.find(container, u"name")) == mainContainer;
            for (const int container : children)
                checkContainer(container, process, hasMain || list == u"initContainers");
        }
    }

    void checkContainer(int container, const QString& process, bool hasMain)
    {
        const int nameNode = m_tree.find(container, u"name");
        const QString name = m_subject.text(nameNode);
        const QString small = name.toLower();
        const bool isMeant = small.contains(u"flink") || small.contains(u"jobmanager") ||
                             small.contains(u"taskmanager") || small.contains(u"job-manager") ||
                             small.contains(u"task-manager") || small == u"main";
        if (!hasMain && isMeant)
            m_findings.add(u"DREY-P001", nameNode,
                           Text::tr("Flink does not run in the container %1, but in one called %2.")
                               .arg(name, mainContainer.toString()),
                           Verdict::Advice, At::Value);
        if (name == mainContainer)
            checkVariables(container, process);
        checkResources(container, name == mainContainer);
    }

    void checkVariables(int container, const QString& process)
    {
        const int env = m_tree.resolved(m_tree.find(container, u"env"));
        const auto variables = env < 0 ? std::vector<int>() : m_tree.node(env).children;
        for (const int variable : variables) {
            const int name = m_tree.find(variable, u"name");
            if (m_subject.text(name) == u"JAVA_OPTS")
                m_findings.add(u"DREY-P002", name,
                               Text::tr("Flink's image does not read %1; options of the JVM belong into %2.")
                                   .arg(m_subject.text(name),
                                        process.isEmpty() ? u"env.java.opts.all"_s : u"env.java.opts."_s + process),
                               Verdict::Advice, At::Value);
        }
    }

    void checkResources(int container, bool isMain)
    {
        const int resources = m_tree.resolved(m_tree.find(container, u"resources"));
        for (const QString& what : {u"requests"_s, u"limits"_s}) {
            const int amounts = resources < 0 ? -1 : m_tree.resolved(m_tree.find(resources, QStringView(what)));
            const auto children = amounts < 0 ? std::vector<int>() : m_tree.node(amounts).children;
            for (const int child : children) {
                const QString name = m_subject.keyText(child);
                const QString text = m_subject.text(child);
                const auto amount = quantityOf(text);
                const bool isBytes = name == u"memory" || name == u"ephemeral-storage";
                if (isBytes && amount && *amount < 1024 * 1024)
                    tooSmall(child, text, *amount);
                if (isMain && (name == u"memory" || name == u"cpu"))
                    m_findings.add(
                        u"DREY-P004", child,
                        Text::tr("Flink sets %1 of its container itself, from resource.%1; this is overwritten.")
                            .arg(name),
                        Verdict::Advice);
            }
        }
    }

    void tooSmall(int node, const QString& text, double bytes)
    {
        Finding& finding = m_findings.add(
            u"DREY-P003", node, Text::tr("\"%1\" is %2 bytes: in Kubernetes m means thousandths.").arg(text).arg(bytes),
            Verdict::InvalidValue, At::Value);
        const yaml::Node& value = m_tree.node(m_tree.resolved(node));
        if (!text.endsWith(u'm') || value.kind != yaml::Node::Kind::Scalar)
            return;
        const QString meant = text.chopped(1) + u"Mi"_s;
        finding.fix = Fix{Text::tr("Write %1").arg(meant), {{value.span, quotedLike(value, meant)}}, true};
    }

    const Subject& m_subject;
    const yaml::Tree& m_tree;
    Findings m_findings;
};

} // namespace

QList<Finding> podFindings(const Subject& subject)
{
    return subject.spec() >= 0 ? PodRules(subject).run() : QList<Finding>();
}

} // namespace manifest
