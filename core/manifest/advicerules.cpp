#include "core/manifest/advicerules.h"

#include "core/manifest/operatorrules.h"
#include "core/manifest/values.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

using Verdict = Finding::Verdict;
using At = Findings::At;

/// What Flink's image can only read with a plugin that has to be enabled.
constexpr std::array<QStringView, 12> pluginSchemes{u"s3",   u"s3a",   u"s3p", u"gs",    u"abfs", u"abfss",
                                                    u"wasb", u"wasbs", u"oss", u"azure", u"r2",   u"cos"};

bool needsPlugin(const QString& address)
{
    const QString scheme = QUrl(address).scheme();
    return std::find(pluginSchemes.begin(), pluginSchemes.end(), scheme) != pluginSchemes.end();
}

constexpr std::initializer_list<QStringView> checkpointDirs{u"execution.checkpointing.dir", u"state.checkpoints.dir"};
constexpr std::initializer_list<QStringView> savepointDirs{u"execution.checkpointing.savepoint-dir",
                                                           u"state.savepoints.dir"};

class AdviceRules
{
public:
    explicit AdviceRules(const Subject& subject)
        : m_subject(subject)
        , m_findings(subject)
    {
    }

    QList<Finding> run()
    {
        if (m_subject.spec() < 0)
            return {};
        checkParallelism();
        if (m_subject.isDeployment()) {
            checkVersion();
            checkPlugins();
            checkHighAvailability();
            checkJar();
            checkVolumes();
        }
        if (m_subject.isDeployment() || m_subject.kind() == Subject::Kind::SessionJob)
            checkState();
        return m_findings.take();
    }

private:
    void advise(QStringView rule, int node, const QString& message, At at = At::Key)
    {
        m_findings.add(rule, node, message, Verdict::Advice, at);
    }

    /// The operator overwrites parallelism.default, and replicas overwrite the job's parallelism.
    void checkParallelism()
    {
        const int node = m_subject.find({u"taskManager"_s, u"replicas"_s});
        const int replicas = m_subject.text(node).toInt();
        const int slotCount = std::max(1, m_subject.value({u"taskmanager.numberOfTaskSlots"}).toInt());
        const int parallelism = m_subject.text({u"job"_s, u"parallelism"_s}).toInt();
        const ConfigEntry* usual = m_subject.setting({u"parallelism.default"});
        const int usualParallelism = usual ? m_subject.text(usual->node).toInt() : 0;
        const bool isReactive = m_subject.value({u"scheduler-mode"}).compare(u"reactive", Qt::CaseInsensitive) == 0;
        if (replicas > 0 && parallelism > 0 && replicas * slotCount != parallelism && !isReactive)
            advise(u"DREY-A013", node,
                   Text::tr("%1 replicas of %2 slots make a parallelism of %3; job.parallelism: %4 is ignored.")
                       .arg(replicas)
                       .arg(slotCount)
                       .arg(replicas * slotCount)
                       .arg(parallelism));
        const int whole = replicas > 0 ? replicas * slotCount : parallelism;
        if (usual && usualParallelism > 0 && whole > 0 && usualParallelism != whole)
            m_findings.add(
                u"DREY-A014", *usual,
                Text::tr("The operator overwrites parallelism.default: %1 with %2.").arg(usualParallelism).arg(whole),
                Verdict::Conflict);
        const int most = m_subject.value({u"pipeline.max-parallelism"}).toInt();
        if (most > 0 && whole > most)
            m_findings.add(
                u"DREY-A015", *m_subject.setting({u"pipeline.max-parallelism"}),
                Text::tr("The parallelism of %1 is more than pipeline.max-parallelism: %2.").arg(whole).arg(most),
                Verdict::Conflict);
    }

    void checkState()
    {
        const int job = m_subject.find({u"job"_s});
        const bool hasState = m_subject.setting(checkpointDirs) || m_subject.setting(savepointDirs);
        if (upgradeModeOf(m_subject) == u"stateless" && hasState) {
            const int mode = m_subject.find({u"job"_s, u"upgradeMode"_s});
            advise(u"DREY-A001", mode >= 0 ? mode : job,
                   mode >= 0
                       ? Text::tr("Every change of the manifest throws the job's state away.")
                       : Text::tr("Without upgradeMode every change of the manifest throws the job's state away."));
        }
        const bool hasInterval = m_subject.setting({u"execution.checkpointing.interval"}) != nullptr;
        if (job >= 0 && m_subject.isDeployment() && m_subject.setting(checkpointDirs) && !hasInterval &&
            upgradeModeOf(m_subject) != u"last-state")
            advise(u"DREY-A016", m_subject.setting(checkpointDirs)->node,
                   Text::tr("There is a directory for checkpoints, but no execution.checkpointing.interval: unless the "
                            "program turns them on, none are taken."));
    }

    void checkVersion()
    {
        const int node = m_subject.find({u"flinkVersion"_s});
        const QString version = m_subject.text(node);
        const int minor = m_subject.operatorMinor();
        const bool isOld = (version == u"v1_15" && minor >= 10) || (version == u"v1_16" && minor >= 11) ||
                           ((version == u"v1_17" || version == u"v1_18") && minor >= 13);
        const bool isOldWritten = (version == u"1.17" || version == u"1.18") && minor >= 13;
        if (isOld || isOldWritten)
            advise(u"DREY-A018", node,
                   Text::tr("The operator 1.%1 still runs Flink %2, but will not for long.").arg(minor).arg(version),
                   At::Value);
        static const QRegularExpression tag(u"(?:^|/)flink:(\\d+)\\.(\\d+)"_s);
        const int image = m_subject.find({u"image"_s});
        const QRegularExpressionMatch match = tag.match(m_subject.text(image));
        const QString inImage = u"%1.%2"_s.arg(match.captured(1), match.captured(2));
        const auto wanted = m_subject.catalogue().release(version), has = m_subject.catalogue().release(inImage);
        if (match.hasMatch() && wanted && wanted != has)
            advise(u"DREY-A017", image,
                   Text::tr("The image holds Flink %1, but flinkVersion says %2.").arg(inImage, version), At::Value);
    }

    void checkPlugins()
    {
        if (!isPlainFlinkImage(m_subject.text({u"image"_s})) || hasPlugins())
            return;
        const auto dirs = {u"execution.checkpointing.dir"_s, u"state.checkpoints.dir"_s,
                           u"execution.checkpointing.savepoint-dir"_s, u"state.savepoints.dir"_s,
                           u"high-availability.storageDir"_s};
        for (const QString& key : dirs) {
            const ConfigEntry* entry = m_subject.setting({QStringView(key)});
            if (entry && needsPlugin(m_subject.text(entry->node))) {
                m_findings.add(u"DREY-A002", *entry,
                               Text::tr("Flink's own image cannot read %1 until its plugin is enabled.")
                                   .arg(m_subject.text(entry->node)),
                               Verdict::Advice, At::Value);
                return; // once: it is one cause
            }
        }
    }

    bool hasPlugins() const
    {
        const auto isEnabled = [this](const QStringList& path) {
            const int containers = m_subject.find(path + QStringList{u"podTemplate"_s, u"spec"_s, u"containers"_s});
            const auto children = containers < 0 ? std::vector<int>() : m_subject.tree().node(containers).children;
            for (const int container : children) {
                const int env = m_subject.tree().resolved(m_subject.tree().find(container, u"env"));
                const auto variables = env < 0 ? std::vector<int>() : m_subject.tree().node(env).children;
                for (const int variable : variables) {
                    if (m_subject.text(m_subject.tree().find(variable, u"name")) == u"ENABLE_BUILT_IN_PLUGINS")
                        return true;
                }
                // Or somebody copies it there.
                if (m_subject.tree().find(container, u"volumeMounts") >= 0)
                    return true;
            }
            return false;
        };
        return isEnabled({}) || isEnabled({u"jobManager"_s}) || isEnabled({u"taskManager"_s});
    }

    void checkHighAvailability()
    {
        const bool isOn = hasHighAvailability(m_subject);
        const ConfigEntry* type = m_subject.setting({u"high-availability.type", u"high-availability"});
        if (isOn && !m_subject.setting({u"high-availability.storageDir", u"high-availability.zookeeper.storageDir",
                                        u"recovery.zookeeper.storageDir"}))
            m_findings.add(
                u"DREY-A005", *type,
                Text::tr("High availability needs high-availability.storageDir: Flink does not start without it."),
                Verdict::Conflict);
        if (isOn)
            return;
        if (upgradeModeOf(m_subject) == u"last-state")
            advise(u"DREY-A003", m_subject.find({u"job"_s, u"upgradeMode"_s}),
                   Text::tr("last-state without high availability works only while the JobManager answers."));
        else if (!m_subject.has({u"job"_s}))
            advise(u"DREY-A004", m_subject.spec(),
                   Text::tr("Without high availability the jobs of a session cluster are lost with its JobManager."));
    }

    void checkJar()
    {
        const int node = m_subject.find({u"job"_s, u"jarURI"_s});
        const QString scheme = QUrl(m_subject.text(node)).scheme();
        if (scheme.isEmpty() || scheme == u"local")
            return;
        if (!m_subject.isSince(u"1.19"))
            m_findings.add(
                u"DREY-A019", node,
                Text::tr("Before Flink 1.19 the jar of an application must lie in the image: local://, not %1://.")
                    .arg(scheme),
                Verdict::Conflict, At::Value);
        else if (needsPlugin(m_subject.text(node)) && isPlainFlinkImage(m_subject.text({u"image"_s})) && !hasPlugins())
            advise(u"DREY-A002", node,
                   Text::tr("Flink's own image cannot read %1 until its plugin is enabled.").arg(m_subject.text(node)),
                   At::Value);
    }

    /// State in a container is gone with the container.
    void checkVolumes()
    {
        const auto hasMounts = [this](const QStringList& path) {
            const int containers = m_subject.find(path + QStringList{u"podTemplate"_s, u"spec"_s, u"containers"_s});
            const auto children = containers < 0 ? std::vector<int>() : m_subject.tree().node(containers).children;
            return std::any_of(children.begin(), children.end(), [this](int container) {
                return m_subject.tree().find(container, u"volumeMounts") >= 0;
            });
        };
        if (hasMounts({}) || hasMounts({u"jobManager"_s}))
            return;
        const auto dirs = {u"execution.checkpointing.dir"_s, u"state.checkpoints.dir"_s,
                           u"execution.checkpointing.savepoint-dir"_s, u"state.savepoints.dir"_s,
                           u"high-availability.storageDir"_s};
        for (const QString& key : dirs) {
            const ConfigEntry* entry = m_subject.setting({QStringView(key)});
            if (entry && m_subject.text(entry->node).startsWith(u"file:"))
                m_findings.add(
                    u"DREY-A020", *entry,
                    Text::tr("%1 lies within the container, where no volume is mounted: it is lost with the pod.")
                        .arg(m_subject.text(entry->node)),
                    Verdict::Advice, At::Value);
        }
    }

    const Subject& m_subject;
    Findings m_findings;
};

} // namespace

bool isPlainFlinkImage(const QString& image)
{
    static const QRegularExpression form(u"^(docker\\.io/)?(library/|apache/)?flink(:[\\w.\\-]*)?$"_s);
    return form.match(image).hasMatch();
}

QList<Finding> adviceFindings(const Subject& subject)
{
    return AdviceRules(subject).run();
}

} // namespace manifest
