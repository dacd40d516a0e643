#include "tests/live/support/flinkcluster.h"

#include "tests/live/support/cache.h"
#include "tests/live/support/freeport.h"
#include "tests/live/support/waiting.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto startPatience = 180s;
constexpr int attempts = 3;

/// The program behind the links of /usr/bin; the distribution's shell scripts would stand between us and it.
QString java()
{
    const QString home = qEnvironmentVariable("JAVA_HOME");
    const QString found = home.isEmpty() ? QStandardPaths::findExecutable(u"java"_s) : home + u"/bin/java"_s;
    return QFileInfo(found).canonicalFilePath();
}

/// What this Flink wants opened of Java's modules: it says so in its own configuration.
QStringList moduleArguments(const QString& home)
{
    QFile file(home + u"/conf/config.yaml"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString& line : lines) {
        const QString text = line.trimmed();
        if (text.startsWith(u"all: "))
            return text.mid(5).split(u' ', Qt::SkipEmptyParts);
    }
    return {};
}

/// Small, but whole: the scripts would compute these sizes, and Flink refuses to start a TaskManager without them.
QMap<QString, QString> memory()
{
    return {
        {u"jobmanager.memory.heap.size"_s, u"192m"_s},
        {u"jobmanager.memory.off-heap.size"_s, u"64m"_s},
        {u"jobmanager.memory.jvm-metaspace.size"_s, u"160m"_s},
        {u"jobmanager.memory.jvm-overhead.min"_s, u"64m"_s},
        {u"jobmanager.memory.jvm-overhead.max"_s, u"64m"_s},
        {u"taskmanager.memory.framework.heap.size"_s, u"96m"_s},
        {u"taskmanager.memory.task.heap.size"_s, u"96m"_s},
        {u"taskmanager.memory.framework.off-heap.size"_s, u"64m"_s},
        {u"taskmanager.memory.task.off-heap.size"_s, u"0m"_s},
        {u"taskmanager.memory.network.min"_s, u"32m"_s},
        {u"taskmanager.memory.network.max"_s, u"32m"_s},
        {u"taskmanager.memory.managed.size"_s, u"16m"_s},
        {u"taskmanager.memory.jvm-metaspace.size"_s, u"160m"_s},
        {u"taskmanager.memory.jvm-overhead.min"_s, u"64m"_s},
        {u"taskmanager.memory.jvm-overhead.max"_s, u"64m"_s},
    };
}

} // namespace

namespace live {

FlinkCluster::FlinkCluster(QString version, QObject* parent)
    : FlinkCluster(std::move(version), Settings(), parent)
{
}

FlinkCluster::FlinkCluster(QString version, Settings settings, QObject* parent)
    : QObject(parent)
    , m_version(std::move(version))
    , m_settings(std::move(settings))
    , m_folder(u"flink"_s)
    , m_jobManager(u"JobManager"_s, m_folder.file(u"jobmanager.out"_s))
    , m_taskManager(u"TaskManager"_s, m_folder.file(u"taskmanager.out"_s))
{
}

FlinkCluster::~FlinkCluster()
{
    stop();
}

bool FlinkCluster::start()
{
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (startOnce())
            return true;
        // On a machine that has no time for it Java's own time-outs end it.
        const bool mayComeUp = isTaken() || !m_jobManager.isRunning() || !m_taskManager.isRunning();
        stop();
        if (!mayComeUp)
            break;
    }
    return false;
}

void FlinkCluster::stop()
{
    // Nothing they would still write is of use: the folder goes with them.
    m_taskManager.kill();
    m_jobManager.kill();
}

QString FlinkCluster::run(const Job& job)
{
    HttpClient client = rest();
    const HttpAnswer uploaded = client.upload(u"/jars/upload"_s, u"jarfile"_s, job.jar);
    const QString name = QFileInfo(uploaded.json().value(u"filename"_s).toString()).fileName();
    if (name.isEmpty()) {
        m_problem = u"upload: "_s + uploaded.report();
        return {};
    }
    const HttpAnswer started =
        client.post(u"/jars/%1/run"_s.arg(name), {{u"parallelism"_s, job.parallelism},
                                                  {u"programArgsList"_s, QJsonArray::fromStringList(job.arguments)},
                                                  {u"flinkConfiguration"_s, job.configuration}});
    const QString id = started.json().value(u"jobid"_s).toString();
    if (id.isEmpty())
        m_problem = u"run: "_s + started.report();
    return id;
}

QString FlinkCluster::runCountingJob(const QStringList& arguments, int parallelism)
{
    return run({.jar = cache::folder(u"job-"_s + m_version) + u"/counting-job.jar"_s,
                .arguments = arguments,
                .parallelism = parallelism,
                .configuration = {}});
}

QUrl FlinkCluster::endpoint() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_restPort));
}

bool FlinkCluster::startJobManager()
{
    return startJava(m_jobManager, u"jobmanager"_s,
                     {u"-Xms192m"_s, u"-Xmx192m"_s, u"-XX:MaxMetaspaceSize=160m"_s,
                      u"org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint"_s});
}

bool FlinkCluster::startTaskManager()
{
    return startJava(m_taskManager, u"taskmanager"_s,
                     {u"-Xms192m"_s, u"-Xmx192m"_s, u"-XX:MaxDirectMemorySize=96m"_s, u"-XX:MaxMetaspaceSize=160m"_s,
                      u"org.apache.flink.runtime.taskexecutor.TaskManagerRunner"_s});
}

bool FlinkCluster::startOnce()
{
    if (!m_folder.isValid() || !writeConfiguration()) {
        m_problem = u"the temporary folder cannot be written"_s;
        return false;
    }
    const bool ready =
        startJobManager() && startTaskManager() &&
        comesTrue([this] { return !m_jobManager.isRunning() || !m_taskManager.isRunning() || hasFreeSlots(); },
                  startPatience) &&
        m_jobManager.isRunning() && m_taskManager.isRunning();
    if (!ready) {
        // The one that ended has more to say.
        const auto& first = m_jobManager.isRunning() ? m_taskManager : m_jobManager;
        const auto& second = m_jobManager.isRunning() ? m_jobManager : m_taskManager;
        m_problem = first.report() + u'\n' + second.report();
    }
    return ready;
}

bool FlinkCluster::writeConfiguration()
{
    m_restPort = freePort();
    const QString loopback = u"127.0.0.1"_s;
    QMap<QString, QString> all = memory();
    all.insert({
        {u"jobmanager.rpc.address"_s, loopback},
        {u"jobmanager.rpc.port"_s, QString::number(freePort())},
        {u"jobmanager.bind-host"_s, loopback},
        {u"taskmanager.host"_s, loopback},
        {u"taskmanager.bind-host"_s, loopback},
        {u"taskmanager.numberOfTaskSlots"_s, QString::number(m_settings.taskSlots)},
        {u"taskmanager.cpu.cores"_s, u"1.0"_s},
        {u"rest.address"_s, loopback},
        {u"rest.bind-address"_s, loopback},
        {u"rest.port"_s, QString::number(m_restPort)},
        {u"rest.bind-port"_s, QString::number(m_restPort)},
        {u"web.upload.dir"_s, m_folder.subfolder(u"upload"_s)},
        {u"io.tmp.dirs"_s, m_folder.subfolder(u"io"_s)},
        {u"execution.checkpointing.dir"_s, QUrl::fromLocalFile(checkpointFolder()).toString()},
        {u"execution.checkpointing.savepoint-dir"_s,
         QUrl::fromLocalFile(m_folder.subfolder(u"savepoints"_s)).toString()},
        {u"execution.checkpointing.externalized-checkpoint-retention"_s, u"RETAIN_ON_CANCELLATION"_s},
    });
    all.insert(m_settings.configuration);
    QByteArray text;
    for (auto entry = all.cbegin(); entry != all.cend(); ++entry)
        text += u"%1: %2\n"_s.arg(entry.key(), entry.value()).toUtf8();
    return !m_folder.subfolder(u"conf"_s).isEmpty() && m_folder.write(u"conf/config.yaml"_s, text);
}

bool FlinkCluster::startJava(ChildProcess& process, const QString& name, const QStringList& memoryAndClass) const
{
    const QString home = cache::folder(u"flink-"_s + m_version);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"FLINK_PLUGINS_DIR"_s, home + u"/plugins"_s);
    environment.insert(u"FLINK_CONF_DIR"_s, m_folder.subfolder(u"conf"_s));
    const QStringList options{
        // A test's server lives for a minute: start fast, spare the processor, leave no file in /tmp.
        u"-XX:+UseSerialGC"_s,
        u"-XX:TieredStopAtLevel=1"_s,
        u"-XX:-UsePerfData"_s,
        u"-Djava.io.tmpdir="_s + m_folder.subfolder(u"java"_s),
        u"-Dlog.file="_s + m_folder.subfolder(u"log"_s) + u"/%1.log"_s.arg(name),
        u"-Dlog4j.configurationFile=file:"_s + home + u"/conf/log4j-console.properties"_s,
        u"-cp"_s,
        home + u"/lib/*"_s};
    return process.start(java(),
                         options + moduleArguments(home) + memoryAndClass +
                             QStringList{u"--configDir"_s, m_folder.subfolder(u"conf"_s)},
                         environment);
}

bool FlinkCluster::hasFreeSlots() const
{
    const HttpAnswer overview = rest().get(u"/overview"_s);
    return overview.json().value(u"slots-available"_s).toInt() == m_settings.taskSlots;
}

bool FlinkCluster::isTaken() const
{
    return saysPortIsTaken(m_jobManager.log());
}

} // namespace live
