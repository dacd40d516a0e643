#include "tests/live/support/snapshotkinds.h"

using namespace Qt::StringLiterals;

namespace {

using live::SnapshotRun;
using enum live::SnapshotKind::Taking;

QJsonObject with(QJsonObject settings, std::initializer_list<std::pair<QString, QJsonValue>> more)
{
    for (const auto& [key, value] : more)
        settings.insert(key, value);
    return settings;
}

const QJsonObject hashmap{{u"state.backend.type"_s, u"hashmap"_s}};
const QJsonObject full{{u"state.backend.type"_s, u"rocksdb"_s}};
const QJsonObject incremental = with(full, {{u"execution.checkpointing.incremental"_s, u"true"_s}});

const std::pair<QString, QJsonValue> changelog{u"state.changelog.enabled"_s, u"true"_s};
const QString materialize = u"state.changelog.periodic-materialize.interval"_s;
const std::pair<QString, QJsonValue> never{materialize, u"1h"_s};
const std::pair<QString, QJsonValue> often{materialize, u"1s"_s};
// In this folder lies what was materialized.
const QByteArray materialized = "/taskowned/";

// What is smaller than 20 kB lies in the metadata, and Flink 1 takes another threshold of a cluster only.
const QStringList large{u"--padding"_s, u"25000"_s};

QList<SnapshotRun> plainRuns()
{
    return {
        {hashmap,
         large,
         {{u"checkpoint-hashmap-files"_s},
          {u"savepoint-canonical-hashmap-files"_s, Canonical},
          {u"savepoint-native-hashmap-files"_s, Native},
          {u"savepoint-stopped-hashmap-files"_s, Stop}}},
        {hashmap,
         {},
         {{u"checkpoint-hashmap-inline"_s},
          {u"savepoint-canonical-hashmap-inline"_s, Canonical},
          {u"savepoint-native-hashmap-inline"_s, Native},
          {u"savepoint-drained-hashmap-inline"_s, Drain}}},
        {full,
         large,
         {{u"checkpoint-rocksdb-full"_s},
          {u"savepoint-canonical-rocksdb"_s, Canonical},
          {u"savepoint-native-rocksdb-full"_s, Native}}},
        {incremental,
         large,
         {{u"checkpoint-rocksdb-incremental-first"_s},
          {u"savepoint-native-rocksdb-incremental"_s, Native},
          {u"checkpoint-rocksdb-incremental-later"_s}}},
        {incremental, {}, {{u"checkpoint-rocksdb-inline"_s}}},
    };
}

QList<SnapshotRun> specialRuns()
{
    const std::pair<QString, QJsonValue> merged{u"execution.checkpointing.file-merging.enabled"_s, u"true"_s};
    return {
        {hashmap, {u"--endings"_s, u"yes"_s}, {{u"checkpoint-hashmap-finished"_s}}, 3},
        {with(hashmap, {{u"execution.checkpointing.unaligned.enabled"_s, u"true"_s}}),
         {u"--pause"_s, u"0"_s, u"--delay"_s, u"50"_s},
         {{u"checkpoint-hashmap-unaligned"_s}}},
        {with(incremental, {{u"state.backend.rocksdb.timer-service.factory"_s, u"HEAP"_s}}),
         large,
         {{u"checkpoint-rocksdb-heap-timers"_s}}},
        {with(hashmap, {merged}), large, {{u"checkpoint-hashmap-merged"_s}}},
        {with(incremental, {merged}), large, {{u"checkpoint-rocksdb-merged"_s}}},
        {with(hashmap, {changelog, never}), {}, {{u"checkpoint-hashmap-changelog"_s}}},
        {with(incremental, {changelog, never}), {}, {{u"checkpoint-rocksdb-changelog"_s}}},
        {with(hashmap, {changelog, often}),
         large,
         {{u"checkpoint-hashmap-changelog-materialized"_s, Checkpoint, materialized}}},
        {with(incremental, {changelog, often}),
         large,
         {{u"checkpoint-rocksdb-changelog-materialized"_s, Checkpoint, materialized}}},
    };
}

/// The back end of Flink 2 that keeps its files where checkpoints are.
SnapshotRun forstRun()
{
    return {with(incremental, {{u"state.backend.type"_s, u"forst"_s}}),
            large,
            {{u"checkpoint-forst-first"_s}, {u"checkpoint-forst-later"_s}, {u"savepoint-native-forst"_s, Native}}};
}

} // namespace

namespace live {

QList<SnapshotScene> snapshotScenes(const QString& version)
{
    const QString storage = u"state.changelog.storage"_s;
    QList<SnapshotRun> runs = plainRuns() + specialRuns();
    if (!version.startsWith(u"1."))
        runs.append(forstRun());
    // What is in memory grows with every number.
    const QStringList slow{u"--pause"_s, u"50"_s};
    return {
        {{{storage, u"filesystem"_s}}, runs},
        {{{storage, u"memory"_s}},
         {{with(hashmap, {changelog, never}), slow, {{u"checkpoint-hashmap-changelog-in-memory"_s}}}}},
    };
}

QStringList snapshotKinds(const QString& version)
{
    QStringList names;
    for (const SnapshotScene& scene : snapshotScenes(version)) {
        for (const SnapshotRun& run : scene.runs) {
            for (const SnapshotKind& kind : run.kinds)
                names.append(kind.name);
        }
    }
    return names;
}

} // namespace live
