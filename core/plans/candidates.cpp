#include "core/plans/candidates.h"

#include "core/base/background.h"
#include "core/base/visibletext.h"
#include "core/flink/podlisting.h"
#include "core/kube/listing.h"
#include "core/manifest/liveobject.h"
#include "core/plans/endedlog.h"
#include "core/snapshot/integrity.h"
#include "core/snapshot/reading.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace plans {

using namespace Qt::StringLiterals;
using Source = Candidate::Source;
using Verdict = Candidate::Verdict;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(plans::Text)
};

/// Of each place only so many are looked into: who has more than that does not restore the oldest.
constexpr qsizetype mostInFolder = 50, mostChecked = 30;

QDateTime timeOf(qint64 ms)
{
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime();
}

/// Gathers what the sources name, each place once.
class Gathering
{
public:
    Gathering(const QJsonObject& live, const QList<snapshot::PathMapping>& mappings,
              const std::optional<snapshot::JobGraph>& graph)
        : m_live(live)
        , m_mappings(mappings)
        , m_graph(graph)
    {
        const manifest::LiveObject object = manifest::LiveObject::from(live).value_or(manifest::LiveObject());
        const QJsonObject spec = object.reconciled.value_or(object.spec);
        m_configuration = manifest::flatConfiguration(spec[u"flinkConfiguration"]);
        m_jobId = object.jobId;
        m_ownJobs.insert(m_jobId);
    }

    void takeHistory(const flink::CheckpointHistory& history)
    {
        for (const flink::Checkpoint& one : history.history) {
            if (one.status == u"COMPLETED" && !one.discarded)
                add(one.externalPath, Source::Flink, one.latestAckAt.isValid() ? one.latestAckAt : one.triggeredAt,
                    one.stateSize);
        }
        for (const auto& one : {history.latestCompleted, history.latestSavepoint}) {
            if (one && !one->discarded)
                add(one->externalPath, Source::Flink, one->latestAckAt, one->stateSize);
        }
    }

    void takeStatus()
    {
        const QJsonObject job = m_live[u"status"][u"jobStatus"].toObject();
        add(job[u"upgradeSavepointPath"].toString(), Source::Status, {});
        const QJsonObject info = job[u"savepointInfo"].toObject();
        QJsonArray savepoints = info[u"savepointHistory"].toArray();
        savepoints.append(info[u"lastSavepoint"]);
        for (const QJsonValue savepoint : std::as_const(savepoints))
            add(savepoint[u"location"].toString(), Source::Status, timeOf(savepoint[u"timeStamp"].toInteger()));
    }

    void takeSnapshots(const QList<flink::StateSnapshot>& snapshots, const QString& kind, const QString& name)
    {
        for (const flink::StateSnapshot& one : snapshots) {
            if (one.state == u"COMPLETED" && one.jobKind == kind && one.jobName == name)
                add(one.path, Source::SnapshotResource, one.resultAt);
        }
    }

    void takePointers(const QList<flink::HaPointer>& pointers)
    {
        QString folder = manifest::checkpointDirectory(m_configuration);
        while (folder.endsWith(u'/'))
            folder.chop(1);
        if (folder.isEmpty() || m_jobId.isEmpty())
            return;
        for (const flink::HaPointer& pointer : pointers)
            add(u"%1/%2/chk-%3"_s.arg(folder, m_jobId).arg(pointer.checkpoint), Source::HighAvailability, {});
    }

    void takeOperations(const QList<workflow::Operation>& operations, const QString& nameSpace, const QString& name)
    {
        for (const workflow::Operation& operation : operations) {
            const QJsonObject& details = operation.plan.details;
            if (details[u"namespace"].toString() != nameSpace || details[u"name"].toString() != name)
                continue;
            m_ownJobs.insert(operation.facts[u"jobId"_s].toString());
            for (const QString& fact : {u"path"_s, u"upgradeSavepoint"_s, u"checkpoint"_s, u"restoredFrom"_s})
                add(operation.facts[fact].toString(), Source::Journal, {});
        }
    }

    /// Checkpoints of whatever run of the job, and savepoints, where this machine can see them.
    void takeStorage()
    {
        const QString checkpoints = manifest::checkpointDirectory(m_configuration);
        const QString local = localOf(checkpoints);
        const QStringList runs =
            local.isEmpty() ? QStringList() : QDir(local).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString& run : runs)
            takeFolder(checkpoints + u'/' + run, local + u'/' + run, u"chk-*"_s);
        const QString savepoints = manifest::savepointDirectory(m_configuration);
        if (const QString folder = localOf(savepoints); !folder.isEmpty())
            takeFolder(savepoints, folder, u"savepoint-*"_s);
    }

    QList<Candidate> ranked()
    {
        QHash<QString, qint64> ages;
        for (const Candidate& candidate : std::as_const(m_candidates))
            ages.insert(candidate.path, ageKeyOf(candidate));
        std::ranges::stable_sort(m_candidates, [&](const Candidate& a, const Candidate& b) {
            return std::pair(ages[a.path], checkpointNumberOf(a.path)) >
                   std::pair(ages[b.path], checkpointNumberOf(b.path));
        });
        for (qsizetype i = 0; i < std::min(mostChecked, m_candidates.size()); ++i)
            check(m_candidates[i]);
        judgeBelonging();
        std::ranges::stable_sort(m_candidates, {}, &Candidate::verdict);
        return m_candidates;
    }

private:
    void add(const QString& path, Source source, const QDateTime& completedAt, qint64 bytes = 0)
    {
        if (path.isEmpty() || path == manifest::lastStateMarker || path.startsWith(u'<'))
            return;
        auto known =
            std::ranges::find_if(m_candidates, [&](const Candidate& one) { return isSamePlace(one.path, path); });
        if (known == m_candidates.end()) {
            m_candidates.append({path, checkpointNumberOf(path) < 0, {}, {}, Verdict::Unchecked, {}, 0});
            known = m_candidates.end() - 1;
        }
        if (!known->sources.contains(source))
            known->sources.append(source);
        if (!known->completedAt.isValid())
            known->completedAt = completedAt;
        if (known->bytes == 0)
            known->bytes = bytes;
    }

    /// Larger is newer. A checkpoint that nobody dates comes right after the ones of its run before it.
    qint64 ageKeyOf(const Candidate& candidate) const
    {
        const qint64 number = checkpointNumberOf(candidate.path);
        if (candidate.completedAt.isValid() || number < 0)
            return candidate.completedAt.isValid() ? candidate.completedAt.toMSecsSinceEpoch() : 0;
        qint64 key = 0;
        for (const Candidate& other : m_candidates) {
            const bool isOfRun = other.path.section(u'/', 0, -2) == candidate.path.section(u'/', 0, -2);
            if (isOfRun && other.completedAt.isValid() && checkpointNumberOf(other.path) < number)
                key = std::max(key, other.completedAt.toMSecsSinceEpoch() + 1);
        }
        return key;
    }

    /// The folder of this machine that a Flink path means; empty: none is known.
    QString localOf(const QString& path) const
    {
        for (const snapshot::PathMapping& mapping : m_mappings) {
            const QString from = localForm(mapping.from), wanted = localForm(path);
            if (wanted == from || wanted.startsWith(from + u'/'))
                return mapping.to + wanted.sliced(from.size());
        }
        const QString local = snapshot::localPathOf(path);
        return !local.isEmpty() && QFileInfo(local).isDir() ? local : QString();
    }

    /// "file:/a" and "file:///a" as "/a"; others as they are.
    static QString localForm(const QString& path)
    {
        const QString local = snapshot::localPathOf(path);
        return local.isEmpty() ? path : local;
    }

    void takeFolder(const QString& path, const QString& local, const QString& pattern)
    {
        QFileInfoList found = QDir(local).entryInfoList({pattern}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time);
        if (found.size() > mostInFolder)
            found.resize(mostInFolder);
        for (const QFileInfo& folder : std::as_const(found)) {
            const QFileInfo metadata(folder.filePath() + u"/_metadata"_s);
            if (metadata.exists()) // Flink writes it last: without it the snapshot was never complete
                add(path + u'/' + folder.fileName(), Source::Storage, metadata.lastModified().toUTC());
        }
    }

    void check(Candidate& candidate)
    {
        const QString local = localOf(candidate.path);
        if (local.isEmpty()) {
            candidate.problem = Text::tr("Its storage cannot be reached from this machine.");
            return;
        }
        const auto reading = snapshot::read(local);
        if (!reading) {
            candidate.verdict = Verdict::Damaged;
            candidate.problem = reading.error().message;
            return;
        }
        m_metadata.insert(candidate.path, reading->metadata);
        take(candidate, snapshot::check(reading->metadata, snapshot::LocalFolder(reading->location, m_mappings)));
    }

    /// Who else than a folder knows of it, or the id of a job of ours is in its path: ".../JOB/chk-1",
    /// ".../savepoint-JOB6-0123".
    bool isOwn(const Candidate& candidate) const
    {
        const bool isKnown =
            std::ranges::any_of(candidate.sources, [](Source source) { return source != Source::Storage; });
        const QString folder = candidate.path.section(u'/', -2, -2, QString::SectionSkipEmpty);
        const QString start = candidate.path.section(u'/', -1, -1, QString::SectionSkipEmpty).section(u'-', 1, 1);
        return isKnown || std::ranges::any_of(m_ownJobs, [&](const QString& job) {
                   constexpr qsizetype startOfJob = 6;
                   return !job.isEmpty() &&
                          (folder == job || (candidate.isSavepoint && start == job.first(startOfJob)));
               });
    }

    /// One folder may hold the checkpoints of several jobs, and operators that have no uid have the same ids in all
    /// jobs of a program.
    void judgeBelonging()
    {
        QSet<QString> operators;
        for (const snapshot::JobVertex& vertex : m_graph ? m_graph->vertices : QList<snapshot::JobVertex>())
            operators.insert(vertex.id);
        for (const Candidate& candidate : std::as_const(m_candidates)) {
            const auto metadata = m_metadata.constFind(candidate.path);
            for (qsizetype i = 0; metadata != m_metadata.cend() && isOwn(candidate) && i < metadata->operators.size();
                 ++i)
                operators.insert(metadata->operators.at(i).id);
        }
        for (Candidate& candidate : m_candidates) {
            const auto metadata = m_metadata.constFind(candidate.path);
            if (metadata != m_metadata.cend() && candidate.verdict != Verdict::Damaged)
                judge(candidate, *metadata, operators);
        }
    }

    void judge(Candidate& candidate, const snapshot::Metadata& metadata, const QSet<QString>& operators) const
    {
        const bool isShared = std::ranges::any_of(
            metadata.operators, [&](const snapshot::Operator& one) { return operators.contains(one.id); });
        const bool isRefused =
            m_graph && fit(metadata, *m_graph).verdict == snapshot::Compatibility::Verdict::Incompatible;
        if (!isOwn(candidate) && !operators.isEmpty() && !isShared) {
            candidate.verdict = Verdict::Unfit;
            candidate.problem = Text::tr("None of its operators is one of this job: it is of another one.");
        } else if (isRefused) {
            candidate.verdict = Verdict::Unfit;
            candidate.problem = Text::tr("The job as Flink has it does not take it up.");
        } else if (!isOwn(candidate)) {
            candidate.verdict = Verdict::Unsure;
            candidate.problem =
                Text::tr("It is known from storage alone, under another job's id: make sure that it is of this job.");
        }
    }

    static void take(Candidate& candidate, const snapshot::Integrity& integrity)
    {
        using FileVerdict = snapshot::FileCheck::Verdict;
        const std::optional<bool> isComplete = integrity.isComplete();
        if (isComplete == true) {
            candidate.verdict = Verdict::Whole;
        } else if (isComplete == false) {
            candidate.verdict = Verdict::Damaged;
            const qsizetype wrong = integrity.count(FileVerdict::Missing) + integrity.count(FileVerdict::TooShort) +
                                    integrity.count(FileVerdict::WrongLength);
            candidate.problem = Text::tr("%n file(s) are missing or have another length.", nullptr, int(wrong));
        } else {
            candidate.problem = integrity.notChecked.value(0);
        }
    }

    const QJsonObject& m_live;
    const QList<snapshot::PathMapping>& m_mappings;
    manifest::FlatConfiguration m_configuration;
    const std::optional<snapshot::JobGraph>& m_graph;
    QString m_jobId;
    QSet<QString> m_ownJobs; ///< ids that the job has had; one may be empty
    QList<Candidate> m_candidates;
    QHash<QString, snapshot::Metadata> m_metadata; ///< by path; of those that could be read
};

QString sourceWord(Source source)
{
    switch (source) {
    case Source::Flink:
        return u"flinkRest"_s;
    case Source::HighAvailability:
        return u"highAvailability"_s;
    case Source::Status:
        return u"customResource"_s;
    case Source::SnapshotResource:
        return u"snapshotResource"_s;
    case Source::Journal:
        return u"journal"_s;
    case Source::Storage:
        return u"storage"_s;
    }
    return {};
}

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Whole:
        return u"whole"_s;
    case Verdict::Unchecked:
        return u"unchecked"_s;
    case Verdict::Unsure:
        return u"unsure"_s;
    case Verdict::Damaged:
        return u"damaged"_s;
    case Verdict::Unfit:
        return u"unfit"_s;
    }
    return {};
}

} // namespace

qint64 checkpointNumberOf(const QString& path)
{
    const qsizetype at = path.lastIndexOf("/chk-"_L1);
    bool isNumber = false;
    const qint64 number = at < 0 ? -1 : QStringView(path).sliced(at + 5).toLongLong(&isNumber);
    return isNumber ? number : -1;
}

snapshot::JobGraph graphOf(const flink::JobDetail& job, const QString& flinkVersion)
{
    snapshot::JobGraph graph{flinkVersion, {}};
    for (const flink::Vertex& vertex : job.vertices)
        graph.vertices.append({vertex.id, vertex.name, vertex.parallelism, vertex.maxParallelism});
    return graph;
}

bool isSamePlace(const QString& a, const QString& b)
{
    const auto place = [](const QString& path) {
        const QString local = snapshot::localPathOf(path);
        QString made = local.isEmpty() ? path : local;
        while (made.size() > 1 && made.endsWith(u'/'))
            made.chop(1);
        return made;
    };
    return place(a) == place(b);
}

QList<Candidate> candidatesOf(const QJsonObject& live, const std::optional<flink::CheckpointHistory>& history,
                              const CandidateSources& sources, const QList<snapshot::PathMapping>& mappings)
{
    const QJsonObject metadata = live[u"metadata"].toObject();
    const QString name = metadata[u"name"].toString();
    Gathering gathering(live, mappings, sources.graph);
    if (history)
        gathering.takeHistory(*history);
    gathering.takeStatus();
    gathering.takeSnapshots(sources.snapshots, live[u"kind"].toString(), name);
    gathering.takePointers(sources.pointers);
    gathering.takeOperations(sources.operations, metadata[u"namespace"].toString(), name);
    gathering.takeStorage();
    return gathering.ranked();
}

QStringList fallbacksAfter(const QList<Candidate>& ranked, qsizetype chosen)
{
    constexpr qsizetype most = 5;
    QStringList paths;
    for (qsizetype i = chosen + 1; i < ranked.size() && paths.size() < most; ++i) {
        if (ranked.at(i).isTrusted())
            paths.append(ranked.at(i).path);
    }
    return paths;
}

QString sourceText(Source source)
{
    switch (source) {
    case Source::Flink:
        return Text::tr("Flink");
    case Source::HighAvailability:
        return Text::tr("high availability");
    case Source::Status:
        return Text::tr("operator status");
    case Source::SnapshotResource:
        return Text::tr("FlinkStateSnapshot");
    case Source::Journal:
        return Text::tr("history of Drey");
    case Source::Storage:
        return Text::tr("storage");
    }
    return {};
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Whole:
        return Text::tr("whole");
    case Verdict::Unchecked:
        return Text::tr("not checked");
    case Verdict::Unsure:
        return Text::tr("unsure");
    case Verdict::Damaged:
        return Text::tr("damaged");
    case Verdict::Unfit:
        return Text::tr("does not fit");
    }
    return {};
}

QJsonObject toJson(const Candidate& candidate)
{
    QJsonArray sources;
    for (const Source source : candidate.sources)
        sources.append(sourceWord(source));
    return {{u"path"_s, candidate.path},
            {u"type"_s, candidate.isSavepoint ? u"savepoint"_s : u"checkpoint"_s},
            {u"sources"_s, sources},
            {u"completedAt"_s, candidate.completedAt.isValid()
                                   ? QJsonValue(candidate.completedAt.toString(Qt::ISODateWithMs))
                                   : QJsonValue::Null},
            {u"verdict"_s, verdictWord(candidate.verdict)},
            {u"problem"_s, candidate.problem.isEmpty() ? QJsonValue::Null : QJsonValue(candidate.problem)},
            {u"stateBytes"_s, candidate.bytes > 0 ? QJsonValue(candidate.bytes) : QJsonValue::Null}};
}

CandidateSearch::CandidateSearch(const Site& site, Intent intent, QList<snapshot::PathMapping> mappings,
                                 QObject* parent)
    : QObject(parent)
    , m_site(site)
    , m_intent(std::move(intent))
    , m_mappings(std::move(mappings))
{
}

void CandidateSearch::start()
{
    const kube::ObjectPath path{kube::flinkType(pluralOf(m_intent.kind)), m_intent.nameSpace, m_intent.name, {}};
    m_site.api->getJson(path.path(), this, [this](const base::Result<QJsonObject>& object) {
        if (!object) {
            emit failed(object.error());
            return;
        }
        m_live = *object;
        m_live.insert(u"kind"_s, m_intent.kind);
        askAround();
    });
}

void CandidateSearch::askAround()
{
    m_open = 4;
    m_clues.live = m_live;
    if (m_site.journal)
        m_sources.operations = m_site.journal->operations();
    askSnapshots();
    askPointers();
    askPods();
    askFlink();
}

kube::ObjectKey CandidateSearch::cluster() const
{
    const QString session = m_live[u"spec"][u"deploymentName"].toString();
    return {m_intent.nameSpace, m_intent.kind == u"FlinkSessionJob" ? session : m_intent.name};
}

void CandidateSearch::askPods()
{
    flink::listPods(*m_site.api, cluster(), http::Priority::Interactive, this,
                    [this](const base::Result<QList<flink::Pod>>& pods) {
                        if (pods)
                            m_clues.pods = *pods;
                        else
                            m_sources.doubts.append(
                                tr("The pods could not be listed: %1").arg(base::visibleText(pods.error().message)));
                        finishOne();
                    });
}

void CandidateSearch::askSnapshots()
{
    const kube::Collection all{.type = kube::flinkType(u"flinkstatesnapshots"_s), .nameSpace = m_intent.nameSpace};
    kube::listOnce(
        *m_site.api, all, kube::erased(flink::decodeStateSnapshot), http::Priority::Interactive, this,
        [this](const base::Result<QList<kube::Item>>& items) {
            if (items)
                m_sources.snapshots = kube::valuesOf<flink::StateSnapshot>(*items);
            else if (!kube::isTypeMissing(items.error()))
                m_sources.doubts.append(
                    tr("Snapshot resources could not be listed: %1").arg(base::visibleText(items.error().message)));
            finishOne();
        });
}

void CandidateSearch::askPointers()
{
    if (m_intent.kind == u"FlinkSessionJob") // those of its cluster do not say whose they are
        return finishOne();
    flink::listHaPointers(*m_site.api, {m_intent.nameSpace, m_intent.name}, http::Priority::Interactive, this,
                          [this](const base::Result<QList<flink::HaPointer>>& pointers) {
                              if (pointers)
                                  m_clues.pointers = m_sources.pointers = *pointers;
                              else
                                  m_sources.doubts.append(
                                      tr("The metadata of high availability could not be looked for: %1")
                                          .arg(base::visibleText(pointers.error().message)));
                              finishOne();
                          });
}

void CandidateSearch::askFlink()
{
    if (!http::isSafeSegment(cluster().name))
        return finishOne();
    m_rest = m_site.rest(cluster());
    m_rest->jobs(this, [this](const base::Result<QList<flink::JobOverview>>& jobs) {
        const QString job = m_live[u"status"][u"jobStatus"][u"jobId"].toString();
        if (jobs)
            m_clues.jobs = *jobs;
        else
            m_sources.doubts.append(
                tr("Flink could not be asked for its checkpoints: %1").arg(base::visibleText(jobs.error().message)));
        if (jobs && !job.isEmpty())
            askCheckpoints(job);
        else
            finishOne();
    });
}

void CandidateSearch::askCheckpoints(const QString& job)
{
    m_rest->checkpoints(job, this, [this, job](const base::Result<flink::CheckpointHistory>& history) {
        if (history)
            m_history = *history;
        else
            m_sources.doubts.append(
                tr("Flink could not be asked for its checkpoints: %1").arg(base::visibleText(history.error().message)));
        askExceptions(job);
    });
}

void CandidateSearch::askExceptions(const QString& job)
{
    m_rest->exceptions(job, this, [this, job](const base::Result<flink::ExceptionHistory>& history) {
        if (history && !history->entries.isEmpty())
            m_clues.failure = history->entries.first().stackTrace;
        askGraph(job);
    });
}

void CandidateSearch::askGraph(const QString& job)
{
    m_rest->job(job, this, [this](const base::Result<flink::JobDetail>& detail) {
        if (detail && !detail->vertices.isEmpty())
            m_sources.graph = graphOf(*detail);
        finishOne();
    });
}

void CandidateSearch::finishOne()
{
    if (--m_open == 0)
        findFailure();
}

void CandidateSearch::findFailure()
{
    const QList<flink::Pod> pods = m_clues.pods.value_or(QList<flink::Pod>());
    for (const flink::Pod& pod : pods) {
        const auto ended = std::ranges::find_if(
            pod.containers, [](const flink::ContainerState& container) { return container.restarts > 0; });
        if (pod.component != u"jobmanager" || ended == pod.containers.end() || !m_clues.failure.isEmpty())
            continue;
        readEndedLog(*m_site.api, pod, *ended, this, [this](const QString& log) {
            m_clues.failure = log;
            judge();
        });
        return;
    }
    judge();
}

void CandidateSearch::judge()
{
    base::inBackground(
        this,
        [live = m_live, history = m_history, sources = m_sources, mappings = m_mappings, clues = m_clues] {
            return CandidateFindings{candidatesOf(live, history, sources, mappings), diagnose(clues), sources.doubts};
        },
        [this](const CandidateFindings& findings) { emit found(findings); });
}

} // namespace plans
