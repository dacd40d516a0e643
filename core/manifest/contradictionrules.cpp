#include "core/manifest/advicerules.h"
#include "core/manifest/values.h"
#include "core/manifest/words.h"

#include <QCoreApplication>

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
using namespace std::chrono_literals;

class ContradictionRules
{
public:
    explicit ContradictionRules(const Subject& subject)
        : m_subject(subject)
        , m_findings(subject)
    {
    }

    QList<Finding> run()
    {
        checkBackend();
        for (const Words& words : enumerations())
            checkWords(words);
        checkCheckpointing();
        checkRocksDb();
        checkMemory();
        checkRestarts();
        checkMetrics();
        checkZooKeeper();
        return m_findings.take();
    }

private:
    using Keys = std::initializer_list<QStringView>;

    void warn(QStringView rule, const ConfigEntry& entry, const QString& message, At at = At::Key)
    {
        m_findings.add(rule, entry, message, Verdict::Conflict, at);
    }

    std::optional<std::chrono::nanoseconds> duration(Keys keys) const
    {
        const ConfigEntry* entry = m_subject.setting(keys);
        return entry ? durationOf(m_subject.text(entry->node), m_subject.isSince(u"2.1")) : std::nullopt;
    }

    bool isOn(Keys keys, bool otherwise) const
    {
        const QString value = m_subject.value(keys);
        return value.isEmpty() ? otherwise : truthOf(value).value_or(otherwise);
    }

    /// Shortcuts or the class of a factory.
    void checkBackend()
    {
        const ConfigEntry* entry = m_subject.setting({u"state.backend.type", u"state.backend"});
        const QString value = entry ? m_subject.text(entry->node).trimmed() : QString();
        if (value.isEmpty() || value.contains(u'.'))
            return;
        const bool isFlink2 = m_subject.isSince(u"2.0");
        const QStringList known = isFlink2 ? QStringList{u"hashmap"_s, u"rocksdb"_s, u"forst"_s}
                                           : QStringList{u"hashmap"_s, u"rocksdb"_s, u"jobmanager"_s, u"filesystem"_s};
        if (known.contains(value, Qt::CaseInsensitive))
            return;
        Finding& finding = m_findings.add(
            u"DREY-V002", *entry,
            Text::tr("\"%1\" is no state backend of Flink %2; it has %3.")
                .arg(value, m_subject.catalogue().releases().at(m_subject.release()), known.join(u", "_s)),
            Verdict::InvalidValue, At::Value);
        const yaml::Node& node = m_subject.tree().node(entry->node);
        const bool wasHeap = value == u"memory" || value == u"jobmanager" || value == u"filesystem";
        if (wasHeap && node.kind == yaml::Node::Kind::Scalar)
            finding.fix =
                Fix{Text::tr("Write %1").arg(u"hashmap"), {{node.span, quotedLike(node, u"hashmap"_s)}}, true};
    }

    void checkWords(const Words& words)
    {
        const ConfigEntry* entry = m_subject.setting(words.keys);
        const QString value = entry ? m_subject.text(entry->node).trimmed() : QString();
        if (value.isEmpty() || (words.isFamily && value.contains(u'.')))
            return;
        QString all = words.words.toString();
        if (!words.since.isEmpty())
            all = m_subject.isSince(words.since) ? all.replace(u'|', u' ') : all.section(u'|', 0, 0);
        const QStringList known = all.split(u' ');
        if (!known.contains(value, Qt::CaseInsensitive))
            m_findings.add(u"DREY-V002", *entry,
                           Text::tr("%1: \"%2\" is none of: %3.").arg(entry->key, value, known.join(u", "_s)),
                           Verdict::InvalidValue, At::Value);
    }

    void checkCheckpointing()
    {
        const Keys intervalKey{u"execution.checkpointing.interval"};
        const auto interval = duration(intervalKey), pause = duration({u"execution.checkpointing.min-pause"});
        const auto timeout = duration({u"execution.checkpointing.timeout"});
        if (interval && pause && *pause >= *interval && *interval > 0ns)
            warn(u"DREY-C001", *m_subject.setting({u"execution.checkpointing.min-pause"}),
                 Text::tr(
                     "The pause after a checkpoint is as long as the interval or longer: the interval never holds."));
        if (timeout && *timeout > 0ns && *timeout < 1min)
            warn(u"DREY-C002", *m_subject.setting({u"execution.checkpointing.timeout"}),
                 Text::tr("A checkpoint that takes longer than %1 is dropped, and that happens under load.")
                     .arg(m_subject.value({u"execution.checkpointing.timeout"})));
        const Keys unaligned{u"execution.checkpointing.unaligned.enabled", u"execution.checkpointing.unaligned"};
        const QString mode = m_subject.value({u"execution.checkpointing.mode"});
        if (isOn(unaligned, false) && mode.compare(u"AT_LEAST_ONCE", Qt::CaseInsensitive) == 0)
            warn(u"DREY-C003", *m_subject.setting(unaligned),
                 Text::tr("Unaligned checkpoints need the mode EXACTLY_ONCE; they are not used."));
        const Keys incremental{u"execution.checkpointing.incremental", u"state.backend.incremental"};
        const QString backend = m_subject.value({u"state.backend.type", u"state.backend"});
        if (isOn(incremental, false) && backend.compare(u"hashmap", Qt::CaseInsensitive) == 0)
            warn(u"DREY-C004", *m_subject.setting(incremental),
                 Text::tr("The backend hashmap has no incremental checkpoints; this does nothing."));
    }

    void checkRocksDb()
    {
        if (!isOn({u"state.backend.rocksdb.memory.managed"}, true) ||
            m_subject.setting({u"state.backend.rocksdb.memory.fixed-per-slot"}))
            return;
        for (const QStringView key :
             {u"state.backend.rocksdb.block.cache-size", u"state.backend.rocksdb.writebuffer.size",
              u"state.backend.rocksdb.writebuffer.count"}) {
            if (const ConfigEntry* entry = m_subject.setting({key}))
                warn(u"DREY-C005", *entry,
                     Text::tr(
                         "While state.backend.rocksdb.memory.managed is on, as it is by default, %1 does not change "
                         "how much memory RocksDB takes.")
                         .arg(entry->key));
        }
    }

    void checkMemory()
    {
        for (const QString& process : {u"jobmanager"_s, u"taskmanager"_s}) {
            const QString metaspaceKey = process + u".memory.jvm-metaspace.size"_s,
                          sizeKey = process + u".memory.process.size"_s;
            const ConfigEntry* metaspace = m_subject.setting({QStringView(metaspaceKey)});
            const auto bytes = metaspace ? memorySizeOf(m_subject.text(metaspace->node)) : std::nullopt;
            if (bytes && *bytes >= Q_INT64_C(1) << 30)
                warn(u"DREY-C006", *metaspace,
                     Text::tr("%1 of metaspace are taken from the heap; 256m are usual.")
                         .arg(m_subject.text(metaspace->node)));
            const QString field = process == u"jobmanager" ? u"jobManager"_s : u"taskManager"_s;
            const ConfigEntry* size = m_subject.setting({QStringView(sizeKey)});
            if (size && m_subject.has({field, u"resource"_s, u"memory"_s}))
                warn(u"DREY-C007", *size,
                     Text::tr("%1.resource.memory: %2 overrides it.")
                         .arg(field, m_subject.text({field, u"resource"_s, u"memory"_s})));
        }
    }

    void checkRestarts()
    {
        const QString strategy =
            m_subject.value({u"restart-strategy.type", u"restart-strategy"}).toLower().remove(u'-');
        const ConfigEntry* attempts = m_subject.setting({u"restart-strategy.fixed-delay.attempts"});
        const int count = attempts ? m_subject.text(attempts->node).toInt() : 0;
        if (strategy == u"fixeddelay" && count > 0 && count <= 3 &&
            !isOn({u"kubernetes.operator.job.restart.failed"}, false))
            warn(u"DREY-C008", *attempts,
                 Text::tr("After restarts: %1 the job has failed for good; the count never starts anew.").arg(count),
                 At::Value);
        for (const ConfigEntry& entry : m_subject.section().entries) {
            const QString name = entry.key.section(u'.', 1, 1);
            const bool isDetail = entry.key.startsWith(u"restart-strategy.") && entry.key.count(u'.') > 1;
            if (isDetail && !strategy.isEmpty() && QString(name).remove(u'-') != strategy && !strategy.contains(u'.')) {
                warn(u"DREY-C009", entry, Text::tr("The restart strategy is another one; this does nothing."));
                return; // once: it is one cause
            }
        }
    }

    void checkMetrics()
    {
        for (const ConfigEntry& entry : m_subject.section().entries) {
            const QStringList parts = entry.key.split(u'.');
            if (parts.size() < 4 || !entry.key.startsWith(u"metrics.reporter."))
                continue;
            const QString factory = u"metrics.reporter.%1.factory.class"_s.arg(parts[2]);
            const bool isFactory = entry.key == factory;
            const QString value = m_subject.text(entry.node);
            if (isFactory && value.startsWith(u"org.apache.flink.metrics.") && value.endsWith(u"Reporter"))
                noFactory(entry, value);
            else if (parts[3] == u"port" && !m_subject.setting({QStringView(factory)}))
                warn(u"DREY-C011", entry,
                     Text::tr("The reporter %1 does not start: there is no %2.").arg(parts[2], factory));
        }
        const ConfigEntry* system = m_subject.setting({u"metrics.system-resource"});
        if (system && truthOf(m_subject.text(system->node)).value_or(false) &&
            isPlainFlinkImage(m_subject.text({u"image"_s})))
            warn(u"DREY-C012", *system, Text::tr("Flink's own image lacks the library (oshi-core) this needs."));
    }

    void noFactory(const ConfigEntry& entry, const QString& value)
    {
        Finding& finding = m_findings.add(
            u"DREY-C010", entry, Text::tr("%1 is a reporter, but a factory is asked for: %1Factory.").arg(value),
            Verdict::InvalidValue, At::Value);
        const yaml::Node& node = m_subject.tree().node(entry.node);
        if (node.kind == yaml::Node::Kind::Scalar)
            finding.fix = Fix{Text::tr("Write %1").arg(value + u"Factory"_s),
                              {{node.span, quotedLike(node, value + u"Factory"_s)}},
                              true};
    }

    void checkZooKeeper()
    {
        const QString type = m_subject.value({u"high-availability.type", u"high-availability"});
        if (type.isEmpty() || type.compare(u"zookeeper", Qt::CaseInsensitive) == 0 || type.contains(u'.'))
            return;
        for (const ConfigEntry& entry : m_subject.section().entries) {
            if (!entry.key.startsWith(u"high-availability.zookeeper."))
                continue;
            warn(u"DREY-C013", entry, Text::tr("High availability is %1, not zookeeper; this does nothing.").arg(type));
            return;
        }
    }

    const Subject& m_subject;
    Findings m_findings;
};

} // namespace

QList<Finding> contradictionFindings(const Subject& subject)
{
    return subject.section().entries.isEmpty() ? QList<Finding>() : ContradictionRules(subject).run();
}

} // namespace manifest
