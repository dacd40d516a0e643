#include "tests/live/support/snapshotmaker.h"

#include "tests/live/support/cache.h"
#include "tests/live/support/waiting.h"

#include <QDate>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::SnapshotKind;

constexpr auto patience = 60s;
constexpr int parallelism = 2;
/// Of the operator behind the exchange: more than enough that each of its keys has state.
constexpr int enoughRecords = 40;

bool isSavepoint(SnapshotKind::Taking taking)
{
    return taking != SnapshotKind::Taking::Checkpoint;
}

QString textOf(SnapshotKind::Taking taking)
{
    switch (taking) {
    case SnapshotKind::Taking::Checkpoint:
        return u"checkpoint"_s;
    case SnapshotKind::Taking::Canonical:
        return u"savepoint, CANONICAL"_s;
    case SnapshotKind::Taking::Native:
        return u"savepoint, NATIVE"_s;
    case SnapshotKind::Taking::Stop:
        return u"savepoint, CANONICAL, the job stopped"_s;
    case SnapshotKind::Taking::Drain:
        return u"savepoint, CANONICAL, the job stopped and drained"_s;
    }
    Q_UNREACHABLE();
}

live::FlinkCluster::Settings settingsFor(const live::SnapshotScene& scene, const live::WorkFolder& folder)
{
    const auto location = [&folder](const QString& name) {
        return QUrl::fromLocalFile(folder.subfolder(name)).toString();
    };
    live::FlinkCluster::Settings settings{.taskSlots = parallelism * static_cast<int>(scene.runs.size()),
                                          .configuration = {
                                              {u"execution.checkpointing.dir"_s, location(u"checkpoints"_s)},
                                              {u"execution.checkpointing.savepoint-dir"_s, location(u"savepoints"_s)},
                                              {u"execution.checkpointing.interval"_s, u"1h"_s}, // only when asked for
                                              {u"state.changelog.dstl.dfs.base-path"_s, location(u"checkpoints"_s)},
                                              // A slot's share of managed memory would be too small for a database.
                                              {u"state.backend.rocksdb.memory.managed"_s, u"false"_s},
                                              {u"state.backend.forst.memory.managed"_s, u"false"_s},
                                              {u"metrics.fetcher.update-interval"_s, u"300"_s},
                                              {u"web.refresh-interval"_s, u"300"_s},
                                          }};
    for (auto setting = scene.settings.begin(); setting != scene.settings.end(); ++setting)
        settings.configuration.insert(setting.key(), setting.value().toString());
    return settings;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qsizetype tasksOf(const QJsonArray& vertices, const QString& state)
{
    qsizetype tasks = 0;
    for (const QJsonValue& vertex : vertices)
        tasks += vertex[u"tasks"][state].toInt();
    return tasks;
}

QJsonArray filesIn(const QString& folder)
{
    QStringList paths;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(QDir(folder).relativeFilePath(files.next()));
    paths.sort();
    QJsonArray listed;
    for (const QString& path : paths)
        listed.append(QJsonObject{{u"path"_s, path}, {u"size"_s, QFileInfo(folder + u'/' + path).size()}});
    return listed;
}

/// What of REST's numbers describes the bytes that were written.
QJsonObject sizesIn(const QJsonObject& statistics)
{
    QJsonObject sizes;
    for (const QString& key : {u"id"_s, u"state_size"_s, u"checkpointed_size"_s, u"persisted_data"_s})
        sizes.insert(key, statistics.value(key));
    return sizes;
}

} // namespace

namespace live {

SnapshotMaker::SnapshotMaker(QString version)
    : m_version(std::move(version))
    , m_folder(u"snapshots"_s)
{
}

bool SnapshotMaker::make()
{
    const QList<SnapshotScene> scenes = snapshotScenes(m_version);
    return std::ranges::all_of(scenes, [this](const SnapshotScene& scene) { return makeScene(scene); });
}

MadeSnapshot SnapshotMaker::snapshot(const QString& kind) const
{
    const auto found = std::ranges::find(m_snapshots, kind, &MadeSnapshot::kind);
    return found == m_snapshots.end() ? MadeSnapshot() : *found;
}

bool SnapshotMaker::write(const QString& folder) const
{
    return std::ranges::all_of(m_snapshots, [&](const MadeSnapshot& snapshot) {
        const QString path = u"%1/%2-%3"_s.arg(folder, lineOf(m_version), snapshot.kind);
        QFile metadata(path + u"._metadata"_s);
        QFile record(path + u".json"_s);
        return metadata.open(QIODevice::WriteOnly) && metadata.write(snapshot.metadata) == snapshot.metadata.size() &&
               record.open(QIODevice::WriteOnly) && record.write(QJsonDocument(snapshot.record).toJson()) > 0;
    });
}

bool SnapshotMaker::makeScene(const SnapshotScene& scene)
{
    m_cluster = std::make_unique<FlinkCluster>(m_version, settingsFor(scene, m_folder));
    if (!m_cluster->start()) {
        m_problem = m_cluster->problem();
        return false;
    }
    const QString jar = cache::folder(u"snapshot-job-"_s + m_version) + u"/snapshot-job.jar"_s;
    // All at once: while one is taken the others come up.
    QList<Run> runs;
    for (const SnapshotRun& plan : scene.runs) {
        const QString jobId = m_cluster->run(
            {.jar = jar, .arguments = plan.arguments, .parallelism = parallelism, .configuration = plan.settings});
        if (jobId.isEmpty()) {
            m_problem = m_cluster->problem();
            return false;
        }
        runs.append({plan, scene.settings, jobId});
    }
    const bool isMade = std::ranges::all_of(runs, [this](const Run& run) { return makeAll(run); });
    m_cluster.reset();
    return isMade;
}

bool SnapshotMaker::makeAll(const Run& run)
{
    if (!comesTrue([&] { return isReady(run.jobId); }, patience)) {
        m_problem =
            u"%1: the job does not run\n%2"_s.arg(run.plan.kinds.first().name, m_cluster->taskManager().report());
        return false;
    }
    // What has come to its end waits for one more checkpoint before it ends.
    const auto haveEnded = [&] {
        if (tasksOf(verticesOf(run.jobId), u"FINISHED"_s) == run.plan.endings)
            return true;
        std::ignore = take(run.jobId, SnapshotKind::Taking::Checkpoint);
        return false;
    };
    if (!comesTrue(haveEnded, patience)) {
        m_problem = u"%1: its tasks do not end"_s.arg(run.plan.kinds.first().name);
        return false;
    }
    return std::ranges::all_of(run.plan.kinds, [&](const SnapshotKind& kind) { return makeOne(run, kind); });
}

QJsonArray SnapshotMaker::verticesOf(const QString& jobId)
{
    return m_cluster->rest().get(u"/jobs/"_s + jobId).json().value(u"vertices"_s).toArray();
}

bool SnapshotMaker::isReady(const QString& jobId)
{
    const QJsonArray vertices = verticesOf(jobId);
    return !vertices.isEmpty() && vertices.last()[u"metrics"][u"read-records"].toInt() >= enoughRecords &&
           tasksOf(vertices, u"RUNNING"_s) + tasksOf(vertices, u"FINISHED"_s) == parallelism * vertices.size();
}

bool SnapshotMaker::makeOne(const Run& run, const SnapshotKind& kind)
{
    QJsonObject taken;
    QDir place;
    QByteArray metadata;
    const auto isWhatItSays = [&] {
        taken = take(run.jobId, kind.taking);
        place.setPath(QUrl(taken.value(u"external_path"_s).toString()).toLocalFile());
        metadata = contentOf(place.filePath(u"_metadata"_s));
        return taken.isEmpty() || metadata.contains(kind.mark);
    };
    if (!comesTrue(isWhatItSays, patience) || metadata.isEmpty()) {
        m_problem = u"%1: %2\n%3"_s.arg(kind.name, m_problem, m_cluster->taskManager().report());
        return false;
    }
    // A checkpoint refers to what lies beside it, a savepoint only to what it has itself.
    const QDir folder(isSavepoint(kind.taking) ? place.path() : QFileInfo(place.path()).path());
    const QJsonObject record{
        {u"flink"_s, m_version},
        {u"recorded"_s, QDate::currentDate().toString(Qt::ISODate)},
        {u"taken"_s, textOf(kind.taking)},
        {u"cluster"_s, run.cluster},
        {u"settings"_s, run.plan.settings},
        {u"arguments"_s, QJsonArray::fromStringList(run.plan.arguments)},
        {u"statistics"_s, sizesIn(taken)},
        {u"folder"_s, folder.path()},
        {u"metadata"_s, folder.relativeFilePath(place.filePath(u"_metadata"_s))},
        {u"files"_s, filesIn(folder.path())},
    };
    m_snapshots.append({kind.name, metadata, record});
    return true;
}

QJsonObject SnapshotMaker::take(const QString& jobId, SnapshotKind::Taking taking)
{
    const QString job = u"/jobs/"_s + jobId;
    if (!isSavepoint(taking)) {
        const QJsonObject done = operation(job + u"/checkpoints"_s, {}, job + u"/checkpoints/"_s);
        return statistics(jobId, u"id"_s, done.value(u"checkpointId"_s));
    }
    const QString format = taking == SnapshotKind::Taking::Native ? u"NATIVE"_s : u"CANONICAL"_s;
    const bool stops = taking == SnapshotKind::Taking::Stop || taking == SnapshotKind::Taking::Drain;
    QJsonObject content{{u"formatType"_s, format}};
    if (taking == SnapshotKind::Taking::Drain)
        content.insert(u"drain"_s, true);
    const QJsonObject done = operation(job + (stops ? u"/stop"_s : u"/savepoints"_s), content, job + u"/savepoints/"_s);
    return statistics(jobId, u"external_path"_s, done.value(u"location"_s));
}

QJsonObject SnapshotMaker::operation(const QString& trigger, const QJsonObject& content, const QString& status)
{
    HttpClient rest = m_cluster->rest();
    const HttpAnswer triggered = rest.post(trigger, content);
    HttpAnswer answer = triggered;
    const auto isOver = [&] {
        answer = rest.get(status + triggered.json().value(u"request-id"_s).toString());
        return answer.json().value(u"status"_s)[u"id"].toString() == u"COMPLETED";
    };
    if (triggered.status != 202 || !comesTrue(isOver, patience)) {
        m_problem = u"%1: %2, then %3"_s.arg(trigger, triggered.report(), answer.report());
        return {};
    }
    m_problem = answer.report();
    return answer.json().value(u"operation"_s).toObject();
}

QJsonObject SnapshotMaker::statistics(const QString& jobId, const QString& key, const QJsonValue& value)
{
    if (value.isUndefined())
        return {};
    QJsonObject found;
    const auto isTold = [&] {
        const QJsonObject answer = m_cluster->rest().get(u"/jobs/%1/checkpoints"_s.arg(jobId)).json();
        const QJsonArray history = answer.value(u"history"_s).toArray();
        for (const QJsonValue& entry : history) {
            if (entry[key] == value && entry[u"status"].toString() == u"COMPLETED")
                found = entry.toObject();
        }
        return !found.isEmpty();
    };
    return comesTrue(isTold, patience) ? found : QJsonObject();
}

QString lineOf(const QString& version)
{
    return version.section(u'.', 0, 1);
}

} // namespace live
