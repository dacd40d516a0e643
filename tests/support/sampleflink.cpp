#include "tests/support/sampleflink.h"

#include "tests/support/recordings.h"
#include "tests/support/sampleobjects.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace support {

namespace {

/// What the sink of the sample program says, called from its own code.
constexpr auto tooLargeRecord =
    "org.apache.flink.util.FlinkRuntimeException: Failed to send data to Kafka settlements-2@-1 with "
    "FlinkKafkaInternalProducer{transactionalId='settlement-3-18'}\n"
    "\tat org.apache.flink.connector.kafka.sink.KafkaWriter$WriterCallback.throwException(KafkaWriter.java:442)\n"
    "\tat org.apache.flink.connector.kafka.sink.KafkaWriter.write(KafkaWriter.java:205)\n"
    "\tat org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperator.processElement"
    "(SinkWriterOperator.java:169)\n"
    "\tat com.example.settlement.CloseDay.emit(CloseDay.java:118)\n"
    "\tat com.example.settlement.CloseDay.onTimer(CloseDay.java:87)\n"
    "\tat org.apache.flink.streaming.api.operators.KeyedProcessOperator.invokeUserFunction"
    "(KeyedProcessOperator.java:91)\n"
    "\tat java.base/java.lang.Thread.run(Thread.java:840)\n"
    "Caused by: org.apache.kafka.common.errors.RecordTooLargeException: The message is 4194387 bytes when serialized "
    "which is larger than 1048576, which is the value of the max.request.size configuration.\n"_L1;

/// A failure of the program itself.
constexpr auto brokenRecord =
    "java.lang.NullPointerException: Cannot invoke \"com.example.settlement.Account.currency()\" "
    "because \"account\" is null\n"
    "\tat com.example.settlement.Enrich.lambda$open$1(Enrich.java:64)\n"
    "\tat com.example.settlement.Enrich.flatMap(Enrich.java:71)\n"
    "\tat org.apache.flink.streaming.api.operators.StreamFlatMap.processElement"
    "(StreamFlatMap.java:47)\n"_L1;

SampleFlink::Answer json(const QJsonObject& object)
{
    return {200, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

SampleFlink::Answer json(const QJsonArray& array)
{
    return {200, QJsonDocument(array).toJson(QJsonDocument::Compact)};
}

SampleFlink::Answer notFound(const QString& text)
{
    return {404, QJsonDocument(QJsonObject{{u"errors"_s, QJsonArray{text}}}).toJson(QJsonDocument::Compact)};
}

double milliseconds(const QDateTime& time)
{
    return double(time.toMSecsSinceEpoch());
}

} // namespace

QStringList sampleVertices(const QString& jobName, int parallelism)
{
    QStringList all{u"Source: %1-events"_s.arg(jobName), u"parse -> watermark"_s};
    if (parallelism >= 8)
        all += u"deduplicate-by-key"_s;
    all += u"%1-by-key -> enrich"_s.arg(jobName.section(u'-', 0, 0));
    if (parallelism >= 16)
        all += u"tumbling-window-1m"_s;
    all += u"Sink: %1-out"_s.arg(jobName);
    return all;
}

SampleFlink::SampleFlink(SampleDeployment deployment, const QList<SampleSessionJob>& sessionJobs,
                         const QDateTime& started)
    : m_deployment(std::move(deployment))
    , m_started(started)
    , m_now(started)
{
    if (!m_deployment.isSession())
        m_jobs += {m_deployment.jobId(), m_deployment.name, m_deployment.parallelism};
    for (const SampleSessionJob& job : sessionJobs)
        if (job.cluster == m_deployment.name && job.nameSpace == m_deployment.nameSpace && !job.isLost)
            m_jobs += {job.jobId(), job.name, job.parallelism};
}

QJsonObject SampleFlink::recorded(const QString& name) const
{
    const QString version = m_deployment.flinkVersion.startsWith(u'2') ? u"2.2"_s : u"1.20"_s;
    return QJsonDocument::fromJson(recording(u"rest/%1/%2"_s.arg(version, name))).object();
}

QString SampleFlink::jobState() const
{
    return m_deployment.plight == Plight::RestartLoop ? u"RESTARTING"_s : u"RUNNING"_s;
}

SampleFlink::Answer SampleFlink::answer(const QString& path, const QUrlQuery& query, const QDateTime& now) const
{
    m_now = now;
    QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.value(0) == u"v1")
        parts.removeFirst();
    const QString whole = parts.join(u'/');
    if (whole == u"overview")
        return json(overview());
    if (whole == u"config")
        return json(recorded(u"config"_s));
    if (whole == u"taskmanagers")
        return json(taskManagers());
    if (whole == u"jobmanager/config")
        return {200, recording(u"rest/%1/jobmanager-config"_s.arg(
                         m_deployment.flinkVersion.startsWith(u'2') ? u"2.2"_s : u"1.20"_s))};
    if (whole == u"jobs" || whole == u"jobs/overview") {
        QJsonArray jobs;
        for (const Job& job : m_jobs)
            jobs += whole == u"jobs" ? QJsonObject{{u"id"_s, job.id}, {u"status"_s, jobState()}} : jobOverview(job);
        return json(QJsonObject{{u"jobs"_s, jobs}});
    }
    if (parts.value(0) == u"jobs") {
        for (const Job& job : m_jobs)
            if (job.id == parts.value(1))
                return jobAnswer(job, parts.sliced(2), query);
        return notFound(u"Job %1 not found"_s.arg(parts.value(1)));
    }
    return notFound(u"Not found: /%1"_s.arg(whole));
}

SampleFlink::Answer SampleFlink::jobAnswer(const Job& job, const QStringList& rest, const QUrlQuery& query) const
{
    const QString what = rest.join(u'/');
    if (what.isEmpty())
        return json(jobDetail(job));
    if (what == u"plan")
        return json(QJsonObject{{u"plan"_s, plan(job)}});
    if (what == u"exceptions")
        return json(exceptions());
    if (what == u"metrics")
        return json(metrics(query.queryItemValue(u"get"_s, QUrl::FullyDecoded).split(u',', Qt::SkipEmptyParts)));
    if (what == u"checkpoints")
        return json(checkpoints(job));
    if (what == u"checkpoints/config")
        return json(checkpointConfig());
    if (what == u"config") {
        QJsonObject config = recorded(u"job-config"_s);
        config[u"jid"_s] = job.id;
        config[u"name"_s] = job.name;
        return json(config);
    }
    if (rest.size() >= 3 && rest[1] == u"details") {
        const qint64 number = rest[2].toLongLong();
        if (number <= newestCheckpoint() - 10 || number > newestCheckpoint())
            return notFound(u"Could not find checkpointing statistics for checkpoint %1."_s.arg(number));
        const QStringList vertices = sampleVertices(job.name, job.parallelism);
        for (int i = 0; i < vertices.size(); ++i)
            if (rest.size() == 5 && rest[4] == sampleHex(job.id + vertices[i]))
                return json(checkpointSubtasks(job, number, i));
        return json(checkpointDetail(job, number));
    }
    if (rest.size() >= 2 && rest[0] == u"vertices") {
        const QStringList vertices = sampleVertices(job.name, job.parallelism);
        const QString part = rest.mid(2).join(u'/');
        for (int i = 0; i < vertices.size(); ++i) {
            if (rest[1] != sampleHex(job.id + vertices[i]))
                continue;
            if (part == u"subtasks/metrics")
                return json(vertexMetrics(job, i, query.queryItemValue(u"get"_s, QUrl::FullyDecoded).split(u',')));
            return json(part == u"backpressure" ? backpressure(job, i) : subtasks(job, i));
        }
    }
    return notFound(u"Not found: /jobs/%1/%2"_s.arg(job.id, what));
}

QJsonObject SampleFlink::overview() const
{
    QJsonObject o = recorded(u"overview"_s);
    int used = 0;
    for (const Job& job : m_jobs)
        used += job.parallelism;
    const int slotCount = m_deployment.taskManagers() * m_deployment.slotCount();
    const bool restarts = m_deployment.plight == Plight::RestartLoop;
    o[u"flink-version"_s] = m_deployment.release();
    o[u"taskmanagers"_s] = m_deployment.taskManagers() - (restarts ? 1 : 0);
    o[u"slots-total"_s] = slotCount - (restarts ? m_deployment.slotCount() : 0);
    o[u"slots-available"_s] = restarts ? slotCount - m_deployment.slotCount() : qMax(0, slotCount - used);
    o[u"jobs-running"_s] = int(m_jobs.size());
    return o;
}

QJsonObject SampleFlink::jobOverview(const Job& job) const
{
    QJsonObject o = recorded(u"jobs-overview"_s)[u"jobs"][0].toObject();
    const QDateTime start = m_started.addSecs(-m_deployment.changedMinutes * 60LL);
    const int tasks = int(sampleVertices(job.name, job.parallelism).size()) * job.parallelism;
    const bool restarts = m_deployment.plight == Plight::RestartLoop;
    o[u"jid"_s] = job.id;
    o[u"name"_s] = job.name;
    o[u"state"_s] = jobState();
    o[u"start-time"_s] = milliseconds(start);
    o[u"duration"_s] = double(start.msecsTo(m_now));
    o[u"last-modification"_s] = milliseconds(restarts ? m_now.addSecs(-12) : start.addSecs(9));
    QJsonObject counts = o[u"tasks"].toObject();
    counts[u"total"_s] = tasks;
    counts[u"running"_s] = restarts ? 0 : tasks;
    counts[u"canceled"_s] = restarts ? tasks : 0;
    o[u"tasks"_s] = counts;
    return o;
}

QJsonObject SampleFlink::vertex(const Job& job, int index) const
{
    const QStringList names = sampleVertices(job.name, job.parallelism);
    QJsonObject v = recorded(u"job"_s)[u"vertices"][1].toObject();
    const QDateTime start = m_started.addSecs(-m_deployment.changedMinutes * 60LL + 6);
    const double seconds = double(start.secsTo(m_now));
    const bool restarts = m_deployment.plight == Plight::RestartLoop;
    const bool isBusy = index == names.size() / 2;
    const double busy = (isBusy ? 1.0 : 0.35) * m_deployment.busyPercent / 100.0;
    const bool blocks = m_deployment.plight == Plight::Backpressured && index < names.size() / 2;
    const double rate = 400.0 * job.parallelism * (100 - index * 7) / 100.0;
    v[u"id"_s] = sampleHex(job.id + names[index]);
    v[u"name"_s] = names[index];
    v[u"parallelism"_s] = job.parallelism;
    v[u"status"_s] = restarts ? u"CANCELED"_s : u"RUNNING"_s;
    v[u"start-time"_s] = milliseconds(start);
    v[u"duration"_s] = seconds * 1000;
    QJsonObject tasks = v[u"tasks"].toObject();
    tasks[u"RUNNING"_s] = restarts ? 0 : job.parallelism;
    tasks[u"CANCELED"_s] = restarts ? job.parallelism : 0;
    v[u"tasks"_s] = tasks;
    QJsonObject m = v[u"metrics"].toObject();
    m[u"read-records"_s] = index == 0 ? 0.0 : double(qint64(seconds * rate));
    m[u"read-bytes"_s] = index == 0 ? 0.0 : double(qint64(seconds * rate * 240));
    m[u"write-records"_s] = index == names.size() - 1 ? 0.0 : double(qint64(seconds * rate * 0.93));
    m[u"write-bytes"_s] = index == names.size() - 1 ? 0.0 : double(qint64(seconds * rate * 220));
    const double perSecond = 1000.0 * job.parallelism;
    m[u"accumulated-busy-time"_s] = double(qint64(seconds * perSecond * busy));
    m[u"accumulated-backpressured-time"_s] = double(qint64(blocks ? seconds * perSecond * 0.8 : 0));
    m[u"accumulated-idle-time"_s] = double(qint64(seconds * perSecond * qMax(0.0, 1 - busy - (blocks ? 0.8 : 0))));
    v[u"metrics"_s] = m;
    return v;
}

QJsonObject SampleFlink::plan(const Job& job) const
{
    QJsonObject plan = recorded(u"job"_s)[u"plan"].toObject();
    const QStringList names = sampleVertices(job.name, job.parallelism);
    QJsonArray nodes;
    for (qsizetype i = names.size() - 1; i >= 0; --i) {
        QJsonObject node{
            {u"id"_s, sampleHex(job.id + names[i])},
            {u"parallelism"_s, job.parallelism},
            {u"operator"_s, QString()},
            {u"description"_s, QString(names[i].toHtmlEscaped().replace(u" -&gt; "_s, u"<br/>+- "_s) + u"<br/>"_s)}};
        if (i > 0)
            node[u"inputs"_s] = QJsonArray{QJsonObject{{u"num"_s, 0},
                                                       {u"id"_s, sampleHex(job.id + names[i - 1])},
                                                       {u"ship_strategy"_s, i == 1 ? u"FORWARD"_s : u"HASH"_s},
                                                       {u"exchange"_s, u"pipelined_bounded"_s}}};
        nodes += node;
    }
    plan[u"jid"_s] = job.id;
    plan[u"name"_s] = job.name;
    plan[u"nodes"_s] = nodes;
    return plan;
}

QJsonObject SampleFlink::jobDetail(const Job& job) const
{
    QJsonObject o = recorded(u"job"_s);
    const QJsonObject overview = jobOverview(job);
    for (const QString& key : {u"jid"_s, u"name"_s, u"state"_s, u"start-time"_s, u"duration"_s})
        o[key] = overview[key];
    o[u"now"_s] = milliseconds(m_now);
    QJsonObject stamps = o[u"timestamps"].toObject();
    const double start = overview[u"start-time"].toDouble();
    stamps[u"INITIALIZING"_s] = start;
    stamps[u"CREATED"_s] = start + 367;
    stamps[u"RUNNING"_s] = start + 495;
    if (m_deployment.plight == Plight::RestartLoop)
        stamps[u"RESTARTING"_s] = milliseconds(m_now.addSecs(-12));
    o[u"timestamps"_s] = stamps;
    QJsonArray vertices;
    for (int i = 0; i < sampleVertices(job.name, job.parallelism).size(); ++i)
        vertices += vertex(job, i);
    o[u"vertices"_s] = vertices;
    o[u"plan"_s] = plan(job);
    o.remove(u"stream-graph"_s);
    return o;
}

QJsonObject SampleFlink::exceptions() const
{
    QJsonObject o = recorded(u"job-exceptions"_s);
    const int count = m_deployment.plight == Plight::RestartLoop ? 16
                      : m_deployment.plight == Plight::Restarted ? 3
                                                                 : 0;
    const int apart = m_deployment.plight == Plight::RestartLoop ? 50 : 1900;
    const QJsonArray kinds =
        QJsonDocument::fromJson(recording(u"faults/11-oomkilled/06-rest-exceptions"_s))[u"exceptionHistory"][u"entries"]
            .toArray();
    QJsonArray entries;
    for (int i = 0; i < count; ++i) {
        QJsonObject entry = kinds[i % kinds.size()].toObject();
        if (i % 5 == 2 || i == 9)
            entry[u"stacktrace"_s] = i == 9 ? brokenRecord : tooLargeRecord;
        entry[u"timestamp"_s] = milliseconds(m_now.addSecs(-12 - i * apart));
        entry[u"taskName"_s] =
            u"%1 (%2/%3) - execution #%4"_s.arg(sampleVertices(m_deployment.name, m_deployment.parallelism)[2])
                .arg(i % m_deployment.parallelism + 1)
                .arg(m_deployment.parallelism)
                .arg(count - i);
        entry[u"taskManagerId"_s] = sampleTaskManagerPod(m_deployment, m_deployment.taskManagers());
        entries += entry;
    }
    o[u"exceptionHistory"_s] = QJsonObject{{u"entries"_s, entries}, {u"truncated"_s, count == 16}};
    return o;
}

QJsonObject SampleFlink::taskManagers() const
{
    const QJsonObject shape = recorded(u"taskmanagers"_s)[u"taskmanagers"][0].toObject();
    QJsonArray all;
    for (int i = 1; i <= m_deployment.taskManagers(); ++i) {
        if (m_deployment.plight == Plight::RestartLoop && i == m_deployment.taskManagers())
            continue;
        QJsonObject t = shape;
        t[u"id"_s] = sampleTaskManagerPod(m_deployment, i);
        t[u"slotsNumber"_s] = m_deployment.slotCount();
        t[u"freeSlots"_s] = m_deployment.isSession() && i > 1 ? 1 : 0;
        t[u"timeSinceLastHeartbeat"_s] = milliseconds(m_now.addMSecs(-int(sampleNumber(m_deployment.name) % 9000)));
        QJsonObject memory = t[u"memoryConfiguration"].toObject();
        memory[u"totalProcessMemory"_s] = double(4LL << 30);
        memory[u"totalFlinkMemory"_s] = double(3435973837LL);
        t[u"memoryConfiguration"_s] = memory;
        all += t;
    }
    return {{u"taskmanagers"_s, all}};
}

QJsonArray SampleFlink::metrics(const QStringList& names) const
{
    if (names.isEmpty())
        return QJsonDocument::fromJson(recording(u"rest/1.20/job-metrics"_s)).array();
    const qint64 running = m_started.addSecs(-m_deployment.changedMinutes * 60LL).msecsTo(m_now);
    const int restarts = m_deployment.plight == Plight::RestartLoop ? 17
                         : m_deployment.plight == Plight::Restarted ? 3
                                                                    : 0;
    const QHash<QString, qint64> known{
        {u"numRestarts"_s, restarts},
        {u"fullRestarts"_s, restarts},
        {u"uptime"_s, running},
        {u"runningTime"_s, running},
        {u"downtime"_s, restarts > 3 ? 852'000 : 0},
        {u"lastCheckpointDuration"_s, durationOf(newestCheckpoint())},
    };
    QJsonArray all;
    for (const QString& name : names)
        if (known.contains(name))
            all += QJsonObject{{u"id"_s, name}, {u"value"_s, QString::number(known[name])}};
    return all;
}

} // namespace support
