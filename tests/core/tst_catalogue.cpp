#include "core/manifest/catalogue.h"

#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using manifest::Catalogue;
using manifest::KeyVerdict;

namespace {

using enum KeyVerdict::Standing;

struct Expected
{
    const char* key;
    KeyVerdict::Standing in118, in120, in22;
};

/// Keys that guides on the web use; more than a third of them never existed.
const Expected expected[] = {
    {"execution.buffer-timeout", OldName, OldName, OldName},
    {"execution.checkpointing.alignment-timeout", OldName, OldName, OldName},
    {"execution.checkpointing.interval", Known, Known, Known},
    {"execution.checkpointing.max-concurrent-checkpoints", Known, Known, Known},
    {"execution.checkpointing.min-pause", Known, Known, Known},
    {"execution.checkpointing.mode", Known, Known, Known},
    {"execution.checkpointing.savepoint-dir", NotYet, Known, Known},
    {"execution.checkpointing.timeout", Known, Known, Known},
    {"execution.checkpointing.unaligned", OldName, OldName, OldName},
    {"execution.savepoint.interval", Unknown, Unknown, Unknown},
    {"execution.savepoint.trigger", Unknown, Unknown, Unknown},
    {"high-availability", OldName, OldName, OldName},
    {"high-availability.cluster-id", Known, Known, Known},
    {"high-availability.storageDir", Known, Known, Known},
    {"high-availability.type", Known, Known, Known},
    {"high-availability.zookeeper.path.root", Known, Known, Known},
    {"high-availability.zookeeper.quorum", Known, Known, Known},
    {"kubernetes.operator.auto-scaling.enabled", Unknown, Unknown, Unknown},
    {"kubernetes.operator.auto-scaling.max.replicas", Unknown, Unknown, Unknown},
    {"kubernetes.operator.auto-scaling.metrics.delay", Unknown, Unknown, Unknown},
    {"kubernetes.operator.auto-scaling.metrics.jvm.cpu", Unknown, Unknown, Unknown},
    {"kubernetes.operator.auto-scaling.metrics.jvm.memory", Unknown, Unknown, Unknown},
    {"kubernetes.operator.auto-scaling.metrics.operator.num-records-in", Unknown, Unknown, Unknown},
    {"kubernetes.operator.auto-scaling.metrics.operator.num-records-out", Unknown, Unknown, Unknown},
    {"kubernetes.operator.auto-scaling.metrics.window", Unknown, Unknown, Unknown},
    {"kubernetes.operator.auto-scaling.min.replicas", Unknown, Unknown, Unknown},
    {"kubernetes.operator.auto-scaling.scale-down.grace-period", Unknown, Unknown, Unknown},
    {"kubernetes.operator.auto-scaling.scale-up.grace-period", Unknown, Unknown, Unknown},
    {"kubernetes.operator.auto-scaling.target.utilization", Unknown, Unknown, Unknown},
    {"kubernetes.operator.deployment.rollback.enabled", Known, Known, Known},
    {"kubernetes.operator.leader.election.lease-duration", Unknown, Unknown, Unknown},
    {"kubernetes.operator.leader.election.renew-deadline", Unknown, Unknown, Unknown},
    {"kubernetes.operator.leader.election.retry-period", Unknown, Unknown, Unknown},
    {"kubernetes.operator.periodic.savepoint.interval", Known, Known, Known},
    {"metrics.reporter.prom.class", Unknown, Unknown, Unknown},
    {"metrics.reporter.prom.port", Open, Open, Open},
    {"metrics.system-resource", Known, Known, Known},
    {"metrics.system-resource-probing-interval", Known, Known, Known},
    {"parallelism.default", Known, Known, Known},
    {"restart-strategy", OldName, OldName, OldName},
    {"restart-strategy.exponential-delay.backoff-multiplier", Known, Known, Known},
    {"restart-strategy.exponential-delay.initial-backoff", Known, Known, Known},
    {"restart-strategy.exponential-delay.jitter-factor", Known, Known, Known},
    {"restart-strategy.exponential-delay.max-backoff", Known, Known, Known},
    {"restart-strategy.exponential-delay.reset-backoff-threshold", Known, Known, Known},
    {"restart-strategy.fixed-delay.attempts", Known, Known, Known},
    {"restart-strategy.fixed-delay.delay", Known, Known, Known},
    {"state.backend", OldName, OldName, OldName},
    {"state.backend.incremental", Known, OldName, OldName},
    {"state.backend.rocksdb.block.blocksize", Known, Known, Known},
    {"state.backend.rocksdb.block.bloom-filter-bits-per-key", Unknown, Unknown, Unknown},
    {"state.backend.rocksdb.block.cache-size", Known, Known, Known},
    {"state.backend.rocksdb.block.cache-size-per-column-family", Unknown, Unknown, Unknown},
    {"state.backend.rocksdb.checkpoint.transfer.thread.num", Known, Known, Known},
    {"state.backend.rocksdb.compaction.level.max-size-level-base", Known, Known, Known},
    {"state.backend.rocksdb.compaction.level0-file-num-compaction-trigger", Unknown, Unknown, Unknown},
    {"state.backend.rocksdb.compaction.level0-slowdown-writes-trigger", Unknown, Unknown, Unknown},
    {"state.backend.rocksdb.compaction.level0-stop-writes-trigger", Unknown, Unknown, Unknown},
    {"state.backend.rocksdb.compression.type", Unknown, Unknown, Unknown},
    {"state.backend.rocksdb.max-write-buffer-number", Unknown, Unknown, Unknown},
    {"state.backend.rocksdb.min-write-buffer-number-to-merge", Unknown, Unknown, Unknown},
    {"state.backend.rocksdb.readoptions.async-io", Unknown, Unknown, Unknown},
    {"state.backend.rocksdb.readoptions.cache-index-and-filter-blocks", Unknown, Unknown, Unknown},
    {"state.backend.rocksdb.wal.enabled", Unknown, Unknown, Unknown},
    {"state.backend.rocksdb.wal.sync", Unknown, Unknown, Unknown},
    {"state.backend.rocksdb.write-buffer-size", Unknown, Unknown, Unknown},
    {"state.backend.rocksdb.writeoptions.disable-wal", Unknown, Unknown, Unknown},
    {"state.backend.rocksdb.writeoptions.sync", Unknown, Unknown, Unknown},
    {"state.checkpoints.dir", Known, OldName, OldName},
    {"state.savepoints.dir", Known, OldName, OldName},
    {"taskmanager.memory.jvm-metaspace.size", Known, Known, Known},
    {"taskmanager.memory.jvm-overhead.fraction", Known, Known, Known},
    {"taskmanager.memory.managed.size", Known, Known, Known},
    {"taskmanager.memory.network.fraction", Known, Known, Known},
    {"taskmanager.memory.process.size", Known, Known, Known},
    {"taskmanager.memory.segment-size", Known, Known, Known},
    {"taskmanager.network.compression.codec", Known, Known, Known},
    {"taskmanager.network.compression.enabled", Unknown, Unknown, Unknown},
    {"taskmanager.network.memory.buffers-per-channel", Known, Deprecated, Removed},
    {"taskmanager.network.memory.floating-buffers-per-gate", Known, Deprecated, Removed},
    {"taskmanager.network.memory.fraction", OldName, OldName, OldName},
    {"taskmanager.network.memory.max", OldName, OldName, OldName},
    {"taskmanager.network.memory.min", OldName, OldName, OldName},
    {"taskmanager.network.netty.client.connectTimeoutSec", Known, Known, Known},
    {"taskmanager.network.netty.client.numThreads", Known, Deprecated, Removed},
    {"taskmanager.network.netty.client.requestTimeoutSec", Unknown, Unknown, Unknown},
    {"taskmanager.network.netty.num-arenas", Known, Deprecated, Removed},
    {"taskmanager.network.netty.server.backlog", Known, Deprecated, Removed},
    {"taskmanager.network.netty.server.numThreads", Known, Deprecated, Removed},
    {"taskmanager.network.retries", Known, Known, Known},
    {"taskmanager.network.retry-delay", Unknown, Unknown, Unknown},
    {"taskmanager.network.sort-shuffle.min-buffers", Known, Known, Known},
    {"taskmanager.network.sort-shuffle.min-parallelism", Known, Deprecated, Removed},
    {"taskmanager.numberOfTaskSlots", Known, Known, Known},
};

struct Instead
{
    const char* key;
    const char* version;
    const char* replacement;
};

const Instead instead[] = {
    {"execution.buffer-timeout", "1.18", "execution.buffer-timeout.interval"},
    {"high-availability", "2.2", "high-availability.type"},
    {"state.backend", "1.20", "state.backend.type"},
    {"state.checkpoints.dir", "1.20", "execution.checkpointing.dir"},
    {"taskmanager.network.memory.max", "2.2", "taskmanager.memory.network.max"},
    {"execution.checkpointing.savepoint-dir", "1.18", "state.savepoints.dir"},
    {"state.backend.rocksdb.compression.type", "1.18", "state.backend.rocksdb.options-factory"},
    {"state.backend.rocksdb.compression.type", "1.20", "state.backend.rocksdb.compression.per.level"},
    {"metrics.reporter.prom.class", "1.18", "metrics.reporter.prom.factory.class"},
    {"kubernetes.operator.auto-scaling.enabled", "1.20", "job.autoscaler.enabled"},
    {"kubernetes.operator.auto-scaling.metrics.jvm.cpu", "1.20", ""},
};

} // namespace

class CatalogueTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        support::keepClean();
        m_catalogue = Catalogue::bundled();
    }

    void knowsTheReleases();
    void judgesEachKey_data();
    void judgesEachKey();
    void namesWhatDoesTheWork_data();
    void namesWhatDoesTheWork();
    void tellsSinceWhenAndUntilWhen();
    void findsWhatWasMeant();
    void leavesOpenPrefixesAlone();
    void takesMapsKeyByKey();

private:
    std::shared_ptr<const Catalogue> m_catalogue;
};

void CatalogueTest::knowsTheReleases()
{
    QCOMPARE(m_catalogue->releases().first(), u"1.16"_s);
    QCOMPARE(m_catalogue->release(u"v1_20"), m_catalogue->release(u"1.20.3"));
    QVERIFY(m_catalogue->release(u"v1_20"));
    QCOMPARE(m_catalogue->release(u"v9_9"), std::optional(int(m_catalogue->releases().size()) - 1));
    QVERIFY(!m_catalogue->release(u"v1_11"));
    QVERIFY(!m_catalogue->release(u"latest"));
    QVERIFY(m_catalogue->options(*m_catalogue->release(u"v2_2")).size() > 900);
}

void CatalogueTest::judgesEachKey_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("version");
    QTest::addColumn<KeyVerdict::Standing>("standing");
    for (const Expected& row : expected) {
        QTest::addRow("%s in 1.18", row.key) << row.key << u"1.18"_s << row.in118;
        QTest::addRow("%s in 1.20", row.key) << row.key << u"1.20"_s << row.in120;
        QTest::addRow("%s in 2.2", row.key) << row.key << u"2.2"_s << row.in22;
    }
}

void CatalogueTest::judgesEachKey()
{
    QFETCH(const QString, key);
    QFETCH(const QString, version);
    QFETCH(const KeyVerdict::Standing, standing);
    const KeyVerdict verdict = m_catalogue->judge(key, *m_catalogue->release(version));
    QCOMPARE(int(verdict.standing), int(standing));
}

void CatalogueTest::namesWhatDoesTheWork_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("replacement");
    for (const Instead& row : instead)
        QTest::addRow("%s in %s", row.key, row.version) << row.key << row.version << row.replacement;
}

void CatalogueTest::namesWhatDoesTheWork()
{
    QFETCH(const QString, key);
    QFETCH(const QString, version);
    QFETCH(const QString, replacement);
    QCOMPARE(m_catalogue->judge(key, *m_catalogue->release(version)).replacement, replacement);
    // What it advises is read in that release.
    if (!replacement.isEmpty())
        QVERIFY(m_catalogue->find(replacement, *m_catalogue->release(version)));
}

void CatalogueTest::tellsSinceWhenAndUntilWhen()
{
    const KeyVerdict early = m_catalogue->judge(u"execution.checkpointing.dir"_s, *m_catalogue->release(u"1.18"));
    QCOMPARE(early.standing, NotYet);
    QCOMPARE(early.since, u"1.20"_s);
    QCOMPARE(early.replacement, u"state.checkpoints.dir"_s);
    const KeyVerdict late = m_catalogue->judge(u"web.backpressure.num-samples"_s, *m_catalogue->release(u"2.0"));
    QCOMPARE(late.standing, Removed);
    QCOMPARE(late.until, u"1.20"_s);
}

void CatalogueTest::findsWhatWasMeant()
{
    const int release = *m_catalogue->release(u"1.20");
    QCOMPARE(m_catalogue->nearest(u"taskmanager.numberOfTaskSlot"_s, release).value(0),
             u"taskmanager.numberOfTaskSlots"_s);
    QCOMPARE(m_catalogue->nearest(u"execution.checkpointing.intreval"_s, release).value(0),
             u"execution.checkpointing.interval"_s);
    QVERIFY(m_catalogue->nearest(u"something.else.altogether"_s, release).isEmpty());
}

void CatalogueTest::leavesOpenPrefixesAlone()
{
    const int release = *m_catalogue->release(u"2.2");
    for (const QString& key :
         {u"s3.path.style.access"_s, u"containerized.taskmanager.env.TZ"_s, u"metrics.reporter.prom.port"_s,
          u"fs.s3a.aws.credentials.provider"_s, u"external-resource.gpu.amount"_s})
        QCOMPARE(m_catalogue->judge(key, release).standing, Open);
}

void CatalogueTest::takesMapsKeyByKey()
{
    const int release = *m_catalogue->release(u"1.20");
    QCOMPARE(int(m_catalogue->judge(u"kubernetes.jobmanager.labels.team"_s, release).standing), int(Open));
    QCOMPARE(int(m_catalogue->judge(u"kubernetes.jobmanager.labels."_s, release).standing), int(Unknown));
    QCOMPARE(int(m_catalogue->judge(u"kubernetes.jobmanager.service-account.team"_s, release).standing), int(Unknown));
}

QTEST_GUILESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
