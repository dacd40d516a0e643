#include "core/sim/kubelet/podrun.h"

#include "core/sim/kubelet/flinkconf.h"
#include "core/sim/kubelet/podtemplate.h"
#include "core/sim/world/path.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::kubelet {
namespace {

using namespace std::chrono_literals;

constexpr auto mountRetry = 500ms;
constexpr auto noticeDelay = 1s; // from a container's end until the kubelet acts on it
constexpr Duration firstBackOff = 10s;
constexpr Duration longestBackOff = 5min;
constexpr auto calmRun = 10min; // a container that ran so long starts again without a pause
constexpr auto pullShown = 13s; // ErrImagePull, before it becomes ImagePullBackOff
constexpr auto probeInterval = 1s;
constexpr auto defaultGrace = 30s;
constexpr qsizetype logCapacity = 1024 * 1024; // a JobManager writes about as much in a day

QJsonObject mainContainer(const QJsonObject& spec)
{
    return spec[u"containers"].toArray().at(0).toObject();
}

QString pauseText(Duration pause)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(pause).count();
    if (seconds < 60)
        return QString::number(seconds) + u's';
    return QString::number(seconds / 60) + u'm' + QString::number(seconds % 60) + u's';
}

QJsonObject waiting(const QString& reason, const QString& message = {})
{
    QJsonObject state{{u"reason"_s, reason}};
    if (!message.isEmpty())
        state[u"message"_s] = message;
    return {{u"waiting"_s, state}};
}

} // namespace

PodRun::PodRun(Surroundings around, const Stored& pod, QString ip)
    : m_around(around)
    , m_namespace(pod.ns())
    , m_name(pod.name())
    , m_uid(pod.uid())
    , m_ip(std::move(ip))
    , m_startTime(around.world.clock.now())
    , m_subject(Subject::of(pod))
    , m_alarm(around.world.clock)
    , m_kill(around.world.clock)
    , m_probe(around.world.clock)
    , m_self(std::make_shared<PodRun*>(this))
{
    const QJsonObject spec = pod.document()[u"spec"].toObject();
    m_container = mainContainer(spec)[u"name"].toString();
    m_image = mainContainer(spec)[u"image"].toString();
    m_node = spec[u"nodeName"].toString();
    m_state = waiting(u"ContainerCreating"_s);
    tell();
    m_alarm.set(around.conditions.mountDelay, [this] { mount(); });
}

PodRun::~PodRun()
{
    if (m_log)
        m_log->end();
}

Snapshot PodRun::pod() const
{
    const Snapshot found = m_around.world.objects.find(type::pods, m_namespace, m_name);
    return found && found->uid() == m_uid ? found : nullptr;
}

void PodRun::say(Note::Type type, const QString& reason, const QString& message)
{
    Subject subject = m_subject;
    m_around.recorder.record(subject, {type, reason, message}, m_node);
}

QStringList PodRun::missingConfigMaps(const Stored& pod)
{
    QStringList texts;
    for (const QJsonValue& value : at(pod.document(), {u"spec", u"volumes"}).toArray()) {
        const QJsonObject volume = value.toObject();
        const QString map = at(volume, {u"configMap", u"name"}).toString();
        if (!map.isEmpty() && !m_around.world.objects.find(type::configMaps, m_namespace, map))
            texts.append(u"MountVolume.SetUp failed for volume \"%1\" : configmap \"%2\" not found"_s.arg(
                volume[u"name"].toString(), map));
    }
    if (texts.size() > 1 && m_around.chance.happens(0.5))
        std::reverse(texts.begin(), texts.end());
    return texts;
}

void PodRun::mount()
{
    const Snapshot now = pod();
    if (!now)
        return;
    const QStringList failures = missingConfigMaps(*now);
    if (failures.isEmpty()) {
        mounted();
        return;
    }
    for (const QString& failure : failures)
        say(Note::Type::Warning, u"FailedMount"_s, failure);
    m_alarm.set(mountRetry, [this] { mount(); });
}

void PodRun::mounted()
{
    m_mounted = true;
    pull();
}

void PodRun::pull()
{
    m_stage = Stage::Pulling;
    const auto why = m_around.conditions.pullError ? m_around.conditions.pullError(m_image) : std::nullopt;
    if (why) {
        say(Note::Type::Normal, u"Pulling"_s, u"Pulling image \"%1\""_s.arg(m_image));
        m_alarm.set(m_around.conditions.startDelay, [this, why = *why] { pullFailed(why); });
        return;
    }
    m_stage = Stage::Starting;
    m_alarm.set(m_around.conditions.startDelay, [this] { start(); });
}

void PodRun::pullFailed(const QString& why)
{
    say(Note::Type::Warning, u"Failed"_s, u"Failed to pull image \"%1\": %2"_s.arg(m_image, why));
    say(Note::Type::Warning, u"Failed"_s, u"Error: ErrImagePull"_s);
    m_state = waiting(u"ErrImagePull"_s, why);
    tell();
    m_alarm.set(pullShown, [this, why] { pullBackOff(why); });
}

void PodRun::pullBackOff(const QString& why)
{
    say(Note::Type::Normal, u"BackOff"_s, u"Back-off pulling image \"%1\""_s.arg(m_image));
    say(Note::Type::Warning, u"Failed"_s, u"Error: ImagePullBackOff"_s);
    m_state = waiting(u"ImagePullBackOff"_s, u"Back-off pulling image \"%1\": ErrImagePull: %2"_s.arg(m_image, why));
    tell();
    const Duration pause = std::min(firstBackOff * (1 << std::min(m_pullFailures, 5)), longestBackOff);
    ++m_pullFailures;
    m_alarm.set(pause, [this] { pull(); });
}

Container PodRun::container(const Stored& pod) const
{
    const QJsonObject spec = pod.document()[u"spec"].toObject();
    Container made{m_namespace, m_name, m_uid,          m_container, m_image, m_ip,
                   m_node,      {},     pod.document(), m_restarts,  {},      m_log};
    for (const QString& part : {u"command"_s, u"args"_s}) {
        for (const QJsonValue& word : mainContainer(spec)[part].toArray())
            made.command.append(word.toString());
    }
    for (const QJsonValue& value : spec[u"volumes"].toArray()) {
        const QJsonObject volume = value.toObject();
        if (volume[u"name"] != u"flink-config-volume"_s)
            continue;
        const Snapshot map =
            m_around.world.objects.find(type::configMaps, m_namespace, at(volume, {u"configMap", u"name"}).toString());
        if (!map)
            continue;
        for (const auto kind : {ConfigurationFile::Flat, ConfigurationFile::Nested}) {
            const QJsonValue file = at(map->document(), {u"data", configurationFileName(kind)});
            if (file.isString())
                made.configuration = readConfiguration(file.toString().toUtf8(), kind);
        }
    }
    return made;
}

Signals PodRun::signalsOf(quint64 run)
{
    // Posted, so that a program may call from anywhere, its own start included.
    const auto post = [clock = &m_around.world.clock, self = std::weak_ptr(m_self),
                       run](std::function<void(PodRun&)> what) {
        clock->after(0ms, [self, run, what = std::move(what)] {
            const auto alive = self.lock();
            if (alive && (*alive)->m_run == run && (*alive)->m_program)
                what(**alive);
        });
    };
    return {[post] { post([](PodRun& pod) { pod.becomeReady(); }); },
            [post, run](Exit exit) { post([run, exit](PodRun& pod) { pod.ended(run, exit); }); }};
}

void PodRun::start()
{
    const Snapshot now = pod();
    if (!now)
        return;
    ++m_run;
    m_stage = Stage::Running;
    m_phase = u"Running"_s;
    m_startedAt = m_around.world.clock.now();
    m_state = {{u"running"_s, QJsonObject{{u"startedAt"_s, timestamp(m_startedAt)}}}};
    Services& services = m_around.world.services;
    if (m_log) {
        m_log->end();
        services.setLog(m_namespace, m_name, m_container, Services::Run::Previous, m_log);
    }
    m_log = std::make_shared<Log>(logCapacity);
    services.setLog(m_namespace, m_name, m_container, Services::Run::Current, m_log);
    say(Note::Type::Normal, u"Pulled"_s, u"Container image \"%1\" already present on machine"_s.arg(m_image));
    say(Note::Type::Normal, u"Created"_s, u"Created container: "_s + m_container);
    say(Note::Type::Normal, u"Started"_s, u"Started container "_s + m_container);
    const bool probed = mainContainer(now->document()[u"spec"].toObject()).contains(u"startupProbe");
    m_ready = !probed;
    tell();
    if (probed)
        m_probe.set(probeInterval, [this] { probe(); });
    m_program = m_around.launcher(container(*now), signalsOf(m_run));
}

void PodRun::probe()
{
    say(Note::Type::Warning, u"Unhealthy"_s,
        u"Startup probe failed: Get \"http://%1:8081/config\": dial tcp %1:8081: connect: connection refused"_s.arg(
            m_ip));
    m_probe.set(probeInterval, [this] { probe(); });
}

void PodRun::becomeReady()
{
    m_probe.stop();
    if (m_ready)
        return;
    m_ready = true;
    tell();
}

void PodRun::killContainer(const Exit& exit)
{
    if (m_program)
        ended(m_run, exit);
}

void PodRun::ended(quint64 run, const Exit& exit)
{
    if (run != m_run || !m_program)
        return;
    // The program may be the caller.
    m_around.world.clock.after(0ms, [program = std::shared_ptr<Program>(std::move(m_program))] {});
    m_probe.stop();
    m_kill.stop();
    m_ready = false;
    m_log->end();
    const Instant now = m_around.world.clock.now();
    m_state = {{u"terminated"_s, QJsonObject{{u"exitCode"_s, exit.code},
                                             {u"reason"_s, exit.reason},
                                             {u"startedAt"_s, timestamp(m_startedAt)},
                                             {u"finishedAt"_s, timestamp(now)},
                                             {u"containerID"_s, u"containerd://"_s + m_uid + QString::number(run)}}}};
    m_stage = Stage::Terminated;
    const Snapshot present = pod();
    const QString policy =
        present ? at(present->document(), {u"spec", u"restartPolicy"}).toString(u"Always"_s) : QString();
    if (m_stopping) {
        over(exit);
        return;
    }
    if (policy == u"Never" || (policy == u"OnFailure" && exit.code == 0)) {
        tell();
        m_alarm.set(noticeDelay, [this, exit] { over(exit); });
        return;
    }
    if (now - m_startedAt > calmRun)
        m_backOff = 0ms;
    tell();
    m_alarm.set(noticeDelay, [this] { restartLater(); });
}

void PodRun::restartLater()
{
    m_lastState = m_state;
    ++m_restarts;
    if (m_backOff == 0ms) {
        m_backOff = firstBackOff;
        start();
        return;
    }
    backOff();
}

void PodRun::backOff()
{
    m_stage = Stage::BackingOff;
    --m_restarts; // counts when it starts again
    const Duration pause = m_backOff;
    m_backOff = std::min(m_backOff * 2, longestBackOff);
    m_state = waiting(u"CrashLoopBackOff"_s, u"back-off %1 restarting failed container=%2 pod=%3_%4(%5)"_s.arg(
                                                 pauseText(pause), m_container, m_name, m_namespace, m_uid));
    say(Note::Type::Warning, u"BackOff"_s,
        u"Back-off restarting failed container %1 in pod %2_%3(%4)"_s.arg(m_container, m_name, m_namespace, m_uid));
    tell();
    m_alarm.set(pause + 2 * noticeDelay, [this] {
        ++m_restarts;
        start();
    });
}

void PodRun::stop()
{
    if (m_stopping)
        return;
    m_stopping = true;
    if (m_stage == Stage::Over) {
        m_alarm.set(m_around.conditions.stopDelay, [this] { leave(); });
        return;
    }
    if (!m_program) {
        over({137, u"ContainerStatusUnknown"_s}, u"The container could not be located when the pod was terminated"_s);
        return;
    }
    say(Note::Type::Normal, u"Killing"_s, u"Stopping container "_s + m_container);
    const Snapshot now = pod();
    const int grace = now ? now->metadata()[u"deletionGracePeriodSeconds"].toInt(int(defaultGrace.count())) : 0;
    m_kill.set(std::chrono::seconds(grace), [this] { ended(m_run, Exit::error(137)); });
    m_program->terminate();
}

void PodRun::over(const Exit& exit, const QString& message)
{
    if (!m_state.contains(u"terminated"_s)) {
        QJsonObject end{{u"exitCode"_s, exit.code}, {u"reason"_s, exit.reason}};
        if (!message.isEmpty())
            end[u"message"_s] = message;
        m_state = {{u"terminated"_s, end}};
    }
    m_stage = Stage::Over;
    m_phase = exit.code == 0 ? u"Succeeded"_s : u"Failed"_s;
    m_alarm.stop();
    tell();
    if (m_stopping)
        m_alarm.set(m_around.conditions.stopDelay, [this] { leave(); });
}

void PodRun::leave()
{
    Deletion now;
    now.grace = 0s;
    now.write.uid = m_uid;
    // Destroys this.
    static_cast<void>(m_around.world.objects.remove(type::pods, m_namespace, m_name, now));
}

} // namespace sim::kubelet
