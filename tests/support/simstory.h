#pragma once

#include "tests/support/simstorystates.h"

#include "core/sim/api/bootstrap.h"
#include "core/sim/api/registry.h"
#include "core/sim/practice/cluster.h"
#include "core/sim/practice/installation.h"
#include "core/sim/world/path.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace support {

/// The practice cluster as it was recorded: one node, operator 1.15.0 with short intervals, the job "orders". What
/// happens to the Flink resources is written down; time moves when told. The operator runs when told; it has
/// no pod here.
class SimStory
{
public:
    explicit SimStory(quint64 seed = 1)
        : world(start() - std::chrono::seconds(1), seed)
        , wall(start())
        , api(world, wall)
        , registry(world, api.kinds())
        , cluster(founded(world), {settings()}, {&api})
        , storage(cluster.storage())
        , pods(cluster.pods())
        , nodes(cluster.nodes())
        , flinkOperator(cluster.flinkOperator())
    {
        pods.addJar(QStringLiteral("orders.jar"), {orders(), {}});
        for (const QStringView ns : {u"default", u"b", u"flink-operator"})
            makeNamespace(ns.toString());
        m_watch = world.objects.subscribe({}, [this](const sim::Event& event) { writeDown(event); });
        flinkOperator.start();
    }

    /// Source with a map that sleeps, keyed counter with the sink: two vertices.
    static sim::flink::JobSpec orders()
    {
        using namespace sim::flink;
        Vertex source{
            {{QStringLiteral("Source: orders-source"), QStringLiteral("orders-source"), Operator::State::Source},
             {QStringLiteral("throttle"), QStringLiteral("throttle")}}};
        source.feed.rate = 200;
        Vertex counter{{{QStringLiteral("count-per-customer"), QStringLiteral("count-per-customer"),
                         Operator::State::Keyed, QStringLiteral("count")},
                        {QStringLiteral("Sink: orders-sink"), QStringLiteral("orders-sink")}}};
        counter.inputs = {{0, Ship::Hash}};
        counter.stateBytesPerRecord = 10;
        counter.stateLimit = 6000;
        JobSpec spec;
        spec.name = QStringLiteral("orders");
        spec.vertices = {source, counter};
        return spec;
    }

    static QJsonObject configuration(const QString& folderName = QStringLiteral("orders"))
    {
        const QString base = QStringLiteral("file:///flink-data/") + folderName;
        return {{QStringLiteral("execution.checkpointing.dir"), base + QStringLiteral("/ckpt")},
                {QStringLiteral("execution.checkpointing.savepoint-dir"), base + QStringLiteral("/sp")},
                {QStringLiteral("execution.checkpointing.externalized-checkpoint-retention"),
                 QStringLiteral("RETAIN_ON_CANCELLATION")},
                {QStringLiteral("execution.checkpointing.interval"), QStringLiteral("5s")},
                {QStringLiteral("high-availability.storageDir"), base + QStringLiteral("/ha")},
                {QStringLiteral("high-availability.type"), QStringLiteral("kubernetes")},
                {QStringLiteral("state.backend.type"), QStringLiteral("hashmap")},
                {QStringLiteral("state.checkpoints.num-retained"), QStringLiteral("3")},
                {QStringLiteral("jobmanager.memory.jvm-metaspace.size"), QStringLiteral("160m")},
                {QStringLiteral("taskmanager.memory.managed.size"), QStringLiteral("32m")},
                {QStringLiteral("taskmanager.numberOfTaskSlots"), QStringLiteral("2")}};
    }

    static QJsonObject deployment(const QString& name, const QString& ns, const QString& upgradeMode)
    {
        const QJsonObject resource{{QStringLiteral("cpu"), 0.2}, {QStringLiteral("memory"), QStringLiteral("900m")}};
        return {{QStringLiteral("apiVersion"), QStringLiteral("flink.apache.org/v1beta1")},
                {QStringLiteral("kind"), QStringLiteral("FlinkDeployment")},
                {QStringLiteral("metadata"),
                 QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("namespace"), ns}}},
                {QStringLiteral("spec"),
                 QJsonObject{
                     {QStringLiteral("image"), QStringLiteral("flink:1.20")},
                     {QStringLiteral("flinkVersion"), QStringLiteral("v1_20")},
                     {QStringLiteral("serviceAccount"), QStringLiteral("flink")},
                     {QStringLiteral("flinkConfiguration"), configuration()},
                     {QStringLiteral("jobManager"), QJsonObject{{QStringLiteral("resource"), resource}}},
                     {QStringLiteral("taskManager"), QJsonObject{{QStringLiteral("resource"), resource}}},
                     {QStringLiteral("job"),
                      QJsonObject{{QStringLiteral("jarURI"), QStringLiteral("local:///opt/flink/usrlib/orders.jar")},
                                  {QStringLiteral("parallelism"), 2},
                                  {QStringLiteral("args"), QJsonArray{QStringLiteral("rate=200")}},
                                  {QStringLiteral("state"), QStringLiteral("running")},
                                  {QStringLiteral("upgradeMode"), upgradeMode}}}}}};
    }

    /// What the machine does with the next cluster that is deployed.
    struct Noise
    {
        bool configurationLate = false;          ///< the pod is there before its ConfigMaps
        std::chrono::milliseconds found{0};      ///< from the deployment until the operator finds the JobManager
        std::chrono::milliseconds manager{8000}; ///< until REST answers
        std::chrono::milliseconds worker{7000};  ///< until a TaskManager is registered
        std::chrono::milliseconds broken{3000};  ///< until a program that cannot be loaded ends
        std::chrono::milliseconds start{700};    ///< from mounted volumes to a started container
    };
    void setNoise(const Noise& noise)
    {
        nodes.conditions().mountDelay = std::chrono::milliseconds(noise.configurationLate ? 60 : 400);
        nodes.conditions().startDelay = noise.start;
        flinkOperator.settings().nameDelay = {noise.found, noise.found};
        pods.timing().jobManager = noise.manager;
        pods.timing().taskManager = noise.worker;
        pods.timing().brokenProgram = noise.broken;
    }

    void create(QStringView type, const QJsonObject& document)
    {
        const sim::Outcome outcome =
            world.objects.create(type, document, sim::Write::by(QStringLiteral("kubectl-create")));
        if (!outcome)
            qWarning("refused: %s", qPrintable(outcome.refusal().message));
    }
    /// Changes a value of a resource; undefined removes it.
    void set(QStringView type, const QString& ns, const QString& name,
             std::initializer_list<std::pair<sim::Path, QJsonValue>> values)
    {
        const sim::Outcome outcome = world.objects.change(
            type, ns, name, sim::Part::Main,
            [&](QJsonObject& document) {
                for (const auto& [path, value] : values)
                    sim::put(document, path, value);
            },
            sim::Write::by(QStringLiteral("kubectl-patch")));
        if (!outcome)
            qWarning("refused: %s", qPrintable(outcome.refusal().message));
    }
    void setOrders(std::initializer_list<std::pair<sim::Path, QJsonValue>> values)
    {
        set(sim::type::flinkDeployments, home, QStringLiteral("orders"), values);
    }
    QJsonObject get(QStringView type, const QString& ns, const QString& name) const
    {
        const sim::Snapshot object = world.objects.find(type, ns, name);
        return object ? object->document() : QJsonObject();
    }
    /// A snapshot of orders by somebody, as kubectl would make it.
    void snapshot(const QString& name, const QString& what, int backoffLimit = -1, bool dispose = false)
    {
        QJsonObject spec{
            {QStringLiteral("backoffLimit"), backoffLimit},
            {QStringLiteral("jobReference"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("FlinkDeployment")},
                                                         {QStringLiteral("name"), QStringLiteral("orders")}}},
            {what, what == QStringLiteral("savepoint") ? QJsonObject{{QStringLiteral("disposeOnDelete"), dispose}}
                                                       : QJsonObject()}};
        create(sim::type::flinkStateSnapshots,
               {{QStringLiteral("apiVersion"), QStringLiteral("flink.apache.org/v1beta1")},
                {QStringLiteral("kind"), QStringLiteral("FlinkStateSnapshot")},
                {QStringLiteral("metadata"),
                 QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("namespace"), home}}},
                {QStringLiteral("spec"), spec}});
    }
    void remove(QStringView type, const QString& name, sim::Deletion deletion = {})
    {
        const sim::Outcome outcome = world.objects.remove(type, home, name, deletion);
        if (!outcome)
            qWarning("refused: %s", qPrintable(outcome.refusal().message));
    }
    /// Without grace.
    void killPod(const QString& name)
    {
        sim::Deletion now;
        now.grace = std::chrono::seconds(0);
        remove(sim::type::pods, name, now);
    }
    /// The pods of orders' JobManager.
    QStringList managerPods() const
    {
        QStringList names;
        for (const sim::Snapshot& pod : world.objects.list(sim::type::pods, home)) {
            if (pod->labels()[QStringLiteral("component")] == QStringLiteral("jobmanager"))
                names.append(pod->name());
        }
        return names;
    }
    QStringList haMaps() const
    {
        QStringList names;
        for (const sim::Snapshot& map : world.objects.list(sim::type::configMaps, home)) {
            if (map->name().endsWith(QLatin1String("-config-map")))
                names.append(map->name());
        }
        return names;
    }
    QJsonObject order() const { return get(sim::type::flinkDeployments, home, QStringLiteral("orders")); }
    sim::flink::JobManager* manager() { return pods.jobManager(home, QStringLiteral("orders")); }
    /// A request to the JobManager of orders, as anybody can make it.
    QJsonObject ask(const QByteArray& method, const QString& path, const QJsonObject& body = {})
    {
        sim::flink::JobManager* leader = manager();
        if (!leader)
            return {};
        const qsizetype mark = path.indexOf(u'?');
        const sim::Reply reply = leader->answer({method,
                                                 mark < 0 ? path : path.left(mark),
                                                 mark < 0 ? QByteArray() : path.mid(mark + 1).toUtf8(),
                                                 {},
                                                 QJsonDocument(body).toJson(),
                                                 {}});
        return QJsonDocument::fromJson(reply.body).object();
    }

    void beginStory()
    {
        m_begin = world.clock.now();
        states.clear();
        m_last.clear();
        for (const sim::Snapshot& object : world.objects.list(sim::type::flinkDeployments))
            m_last[keyOf(*object)] = fieldsOf(*object);
        for (const sim::Snapshot& object : world.objects.list(sim::type::flinkSessionJobs))
            m_last[keyOf(*object)] = fieldsOf(*object);
    }
    /// Until so many seconds after the story began.
    void runTo(double seconds) { world.clock.advanceTo(m_begin + std::chrono::milliseconds(qint64(seconds * 1000))); }
    /// At most two minutes; true when it became so.
    bool runUntil(const std::function<bool()>& holds)
    {
        for (int i = 0; i < 1200 && !holds(); ++i)
            world.clock.advance(std::chrono::milliseconds(100));
        return holds();
    }
    bool runUntilStable()
    {
        return runUntil([this] {
            const QJsonObject status = order()[QStringLiteral("status")].toObject();
            return status[QStringLiteral("lifecycleState")] == QStringLiteral("STABLE") &&
                   sim::at(status, {u"jobStatus", u"state"}) == QStringLiteral("RUNNING");
        });
    }

    /// What differs between the recorded story and what happened; empty: nothing. Each resource passes through the same
    /// states in the same order, none of them more than `tolerance` seconds apart. `luck`: recorded words that only the
    /// phase of a timer made, with what may stand there instead.
    QString differences(const QString& recordingName, const QStringList& resources, double tolerance = 15.5,
                        const QMap<QString, QString>& luck = {}) const
    {
        QStringList problems;
        for (const QString& resource : resources) {
            const QList<StoryState> wanted =
                withoutRepetitions(goneFirst(fromFirstGeneration(recorded(recordingName, resource))));
            QList<StoryState> happened;
            for (const StoryState& state : states) {
                if (state.resource == resource)
                    happened.append(state);
            }
            happened = withoutRepetitions(goneFirst(fromFirstGeneration(happened)));
            for (qsizetype i = 0; i < std::max(wanted.size(), happened.size()); ++i) {
                const QString was = i < wanted.size() ? line(wanted[i]) : QStringLiteral("(nothing more)");
                const QString is = i < happened.size() ? line(happened[i]) : QStringLiteral("(nothing more)");
                QStringList expected = i < wanted.size() ? wanted[i].fields : QStringList();
                for (QString& field : expected)
                    field = luck.value(field, field);
                const bool same = i < wanted.size() && i < happened.size() && expected == happened[i].fields &&
                                  std::abs(wanted[i].seconds - happened[i].seconds) <= tolerance;
                if (!same)
                    problems.append(
                        QStringLiteral("%1 #%2\n  recorded %3\n  happened %4").arg(resource).arg(i).arg(was, is));
            }
        }
        return problems.join(u'\n');
    }

    sim::World world;
    sim::Clock wall;
    sim::Api api;
    sim::Registry registry;
    sim::practice::Cluster cluster;
    sim::flink::Storage storage;
    sim::practice::FlinkPods& pods;
    sim::kubelet::Nodes& nodes;
    sim::op::Operator& flinkOperator;
    QString home = QStringLiteral("default"); ///< namespace of orders
    QList<StoryState> states;

private:
    static sim::Instant start() { return sim::Instant(std::chrono::seconds(1'795'271'491)); }

    /// The namespaces and definitions of a new cluster; a second passes.
    static sim::World& founded(sim::World& world)
    {
        sim::bootstrap(world, sim::practice::definitionsOf(settings().release), QStringLiteral("default"));
        return world;
    }

    static sim::op::Settings settings()
    {
        using namespace std::chrono_literals;
        sim::op::Settings made;
        made.webhook = false;
        made.reconcileInterval = 15s;
        made.progressCheckInterval = 5s;
        made.restReadyDelay = 5s;
        made.nameDelay = {0s, 0s};
        made.artifactSchemes = {QStringLiteral("file"), QStringLiteral("http"), QStringLiteral("https")};
        made.defaults[QStringLiteral("kubernetes.jobmanager.cpu.limit-factor")] = QStringLiteral("8");
        made.defaults[QStringLiteral("kubernetes.taskmanager.cpu.limit-factor")] = QStringLiteral("8");
        return made;
    }

    void makeNamespace(const QString& name)
    {
        const auto object = [&name](const QString& version, const QString& kind, const QString& own) {
            QJsonObject metadata{{QStringLiteral("name"), own}};
            if (own != name)
                metadata[QStringLiteral("namespace")] = name;
            return QJsonObject{{QStringLiteral("apiVersion"), version},
                               {QStringLiteral("kind"), kind},
                               {QStringLiteral("metadata"), metadata}};
        };
        if (!world.objects.find(sim::type::namespaces, {}, name))
            create(sim::type::namespaces, object(QStringLiteral("v1"), QStringLiteral("Namespace"), name));
        create(sim::type::serviceAccounts,
               object(QStringLiteral("v1"), QStringLiteral("ServiceAccount"), QStringLiteral("flink")));
    }

    static QString keyOf(const sim::Stored& object)
    {
        static const QRegularExpression millis(QStringLiteral("-\\d{13}$"));
        return object.document()[QStringLiteral("kind")].toString().mid(5) + u'/' +
               QString(object.name()).replace(millis, QStringLiteral("-MILLIS"));
    }

    static QStringList fieldsOf(const sim::Stored& object)
    {
        const QJsonObject document = object.document();
        const QJsonObject status = document[QStringLiteral("status")].toObject();
        if (object.type() == sim::type::flinkStateSnapshots) {
            const QJsonValue failures = status[QStringLiteral("failures")];
            return {dash(status[QStringLiteral("state")].toString()),
                    failures.isDouble() ? QString::number(failures.toInt()) : QStringLiteral("-"),
                    errorText(status[QStringLiteral("error")].toString())};
        }
        const auto number = [](const QJsonValue& value) {
            return value.isDouble() ? QString::number(value.toInteger()) : QStringLiteral("-");
        };
        return {dash(status[QStringLiteral("lifecycleState")].toString()),
                dash(status[QStringLiteral("jobManagerDeploymentStatus")].toString()),
                dash(sim::at(status, {u"jobStatus", u"state"}).toString()),
                dash(sim::at(status, {u"reconciliationStatus", u"state"}).toString()),
                number(sim::at(document, {u"metadata", u"generation"})),
                number(status[QStringLiteral("observedGeneration")]),
                pathKind(sim::at(status, {u"jobStatus", u"upgradeSavepointPath"}).toString()),
                errorText(status[QStringLiteral("error")].toString())};
    }

    void writeDown(const sim::Event& event)
    {
        if (!event.object->type().startsWith(QLatin1String("flink")) || event.object->ns() != home)
            return;
        const QString key = keyOf(*event.object);
        const QString own = key + event.object->name();
        const QStringList fields =
            event.kind == sim::Event::Kind::Deleted ? QStringList{QStringLiteral("DELETED")} : fieldsOf(*event.object);
        QStringList& last = m_last[event.object->type() == sim::type::flinkStateSnapshots ? own : key];
        if (last == fields)
            return;
        last = fields;
        states.append({double((world.clock.now() - m_begin).count()) / 1000, key, fields});
    }

    static QString line(const StoryState& state)
    {
        return QString::number(state.seconds, 'f', 1) + u' ' + state.fields.join(u' ');
    }

    sim::Instant m_begin = start();
    std::map<QString, QStringList> m_last;
    sim::Subscription m_watch;
};

} // namespace support

/// The story went as it was recorded.
#define VERIFY_STORY(story, ...)                                                                                       \
    do {                                                                                                               \
        const QString differences_ = (story).differences(__VA_ARGS__);                                                 \
        QVERIFY2(differences_.isEmpty(), qPrintable(differences_));                                                    \
    } while (false)
