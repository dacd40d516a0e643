#include "core/sim/practice/fleet.h"
#include "core/sim/practice/installation.h"
#include "core/sim/practice/programs.h"
#include "core/sim/world/path.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;
using Kind = Application::Kind;

constexpr Duration day = 24h;
constexpr Duration past = 26 * day;
/// What is remembered minute by minute: events live for an hour, Flink's history of checkpoints is ten long.
constexpr Duration recent = 20min;
/// The end of it, in which the operator sees the fleet as it is.
constexpr Duration watched = 1min;

/// When so many of the fleet had been deployed, before the present.
struct Wave
{
    Duration ago;
    std::size_t applications;
};
constexpr int newestBuild = 9;
constexpr std::array<Wave, 3> waves{{{past, 5}, {9 * day, 10}, {2 * day, 16}}};

bool runs(const Cluster& cluster, const Application& application)
{
    const QString name = application.kind == Kind::BlueGreen ? application.name + u"-blue"_s : application.name;
    if (application.kind == Kind::Session)
        return cluster.jobManager(application.ns, name);
    const flink::Job* job = application.kind == Kind::SessionJob
                                ? cluster.job(application.ns, application.session, application.name)
                                : cluster.job(application.ns, name);
    return job && job->traffic().isRunning();
}

/// The operator has seen all of what is wanted (old ones do not say which generation they saw), and that it runs.
bool isSeenRunning(const Cluster& cluster, const Application& application)
{
    const Snapshot object = cluster.objects().find(typeOf(application), application.ns, application.name);
    if (!object || !runs(cluster, application))
        return false;
    const QJsonObject status = object->document()[u"status"].toObject();
    if (application.kind == Kind::BlueGreen)
        return status[u"blueGreenState"] == u"ACTIVE_BLUE"_s;
    const QJsonValue seen = status[u"observedGeneration"];
    return status[u"lifecycleState"] == u"STABLE"_s &&
           (seen.isUndefined() || seen == object->metadata()[u"generation"]);
}

class History
{
public:
    History(Cluster& cluster, Instant present)
        : m_cluster(cluster)
        , m_present(present)
    {
    }

    void setUp()
    {
        for (const auto& [name, program] : companyPrograms())
            m_cluster.pods().addJar(name + u".jar"_s, {program, {}});
        for (const QString& ns : companyNamespaces)
            addFlinkNamespace(m_cluster.world(), ns);
        installOperator(m_cluster.world(), m_cluster.flinkOperator().settings());
        runUntil([this] { return m_cluster.flinkOperator().isRunning(); });
    }

    /// The registry of the company has the images that were built: r1 to r9 of each.
    void fillRegistry()
    {
        m_cluster.nodes().conditions().pullError = [](const QString& image) -> std::optional<QString> {
            if (!image.startsWith(u"registry.hanbit.example/"_s))
                return {};
            bool isNumber = false;
            const int build = image.section(u"-r"_s, -1).toInt(&isNumber);
            if (isNumber && build >= 1 && build <= newestBuild)
                return {};
            return u"rpc error: code = NotFound desc = failed to pull and unpack image \"%1\": failed to resolve "
                   u"reference \"%1\": %1: not found"_s.arg(image);
        };
    }

    void deploy(std::span<const Application> applications)
    {
        for (const Application& application : applications) {
            const Outcome made =
                m_cluster.objects().create(typeOf(application), manifest(application), as(managerOf(application)));
            if (!made)
                qFatal("%s: %s", qPrintable(application.name), qPrintable(made.refusal().message));
        }
        runUntil([&] {
            return std::ranges::all_of(
                applications, [this](const Application& application) { return isSeenRunning(m_cluster, application); });
        });
    }

    void sleepUntil(Duration ago)
    {
        m_cluster.clock().sleepUntil(m_present - ago);
        m_cluster.clock().advance(5s);
    }

    /// Lets Flink go on without the operator, whose rounds would change nothing of what is well and take most of the
    /// time.
    void leaveAlone(Instant until)
    {
        m_cluster.flinkOperator().kill();
        m_cluster.clock().advanceTo(until);
        m_cluster.flinkOperator().start();
    }

    /// A new image, as a pipeline rolls it out.
    void upgrade(const QString& name, const QString& image)
    {
        change(name, [&image](QJsonObject& document) { put(document, {u"spec", u"image"}, image); });
        runUntil([&] { return isSeenRunning(m_cluster, member(name)); });
    }

    /// A node was drained: a TaskManager went, and the job restarted once.
    void losePod(const QString& ns, const QString& name)
    {
        for (const Snapshot& pod : m_cluster.objects().list(type::pods, ns)) {
            if (pod->labels()[u"app"] != name || pod->labels()[u"component"] != u"taskmanager"_s)
                continue;
            static_cast<void>(m_cluster.objects().remove(type::pods, ns, pod->name()));
            return;
        }
    }

    void takeSavepoint(const Application& application, const QString& name)
    {
        const QString kind = application.kind == Kind::SessionJob ? u"FlinkSessionJob"_s : u"FlinkDeployment"_s;
        const QJsonObject document{
            {u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
            {u"kind"_s, u"FlinkStateSnapshot"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, application.ns}}},
            {u"spec"_s, QJsonObject{{u"backoffLimit"_s, 2},
                                    {u"jobReference"_s, QJsonObject{{u"kind"_s, kind}, {u"name"_s, application.name}}},
                                    {u"savepoint"_s,
                                     QJsonObject{{u"disposeOnDelete"_s, true}, {u"formatType"_s, u"CANONICAL"_s}}}}}};
        // An operator that is too old for it has no such kind.
        static_cast<void>(m_cluster.objects().create(type::flinkStateSnapshots, document, as(u"kubectl-create"_s)));
    }

    void change(const QString& name, const Objects::Edit& edit)
    {
        const Application& application = member(name);
        static_cast<void>(m_cluster.objects().change(typeOf(application), application.ns, name, Part::Main, edit,
                                                     as(managerOf(application))));
    }

private:
    static Write as(const QString& manager)
    {
        Write write;
        write.manager = manager;
        return write;
    }

    void runUntil(const std::function<bool()>& holds)
    {
        for (int i = 0; i < 300 && !holds(); ++i)
            m_cluster.clock().advance(1s);
    }

    Cluster& m_cluster;
    Instant m_present;
};

} // namespace

Duration companyPast()
{
    return past;
}

void foundCompany(Cluster& cluster, Instant until)
{
    History history(cluster, until);
    std::vector<Application> fleet;
    for (const Application& application : companyFleet())
        fleet.push_back(suited(application, cluster.flinkOperator().settings().release));
    history.setUp();
    history.fillRegistry();
    std::size_t deployed = 0;
    for (const Wave& wave : waves) {
        if (wave.ago < past)
            history.sleepUntil(wave.ago);
        history.deploy(std::span(fleet).subspan(deployed, wave.applications - deployed));
        // Soon after its start: the savepoint on the way of an older job takes minutes, in which all others go on.
        if (deployed == 0) {
            history.takeSavepoint(member(u"payment-settlement"_s), u"payment-settlement-before-r8"_s);
            cluster.clock().advance(15s);
            history.upgrade(u"payment-settlement"_s, u"registry.hanbit.example/flink/payment-settlement:1.20-r8"_s);
        }
        deployed = wave.applications;
    }
    history.sleepUntil(20h);
    history.takeSavepoint(member(u"daily-cohorts"_s), u"daily-cohorts-weekly"_s);
    history.takeSavepoint(member(u"order-lifecycle"_s), u"order-lifecycle-nightly"_s);
    history.losePod(u"orders"_s, u"parcel-tracking"_s);
    cluster.clock().advance(60s);
    cluster.clock().sleepUntil(until - recent);
    history.leaveAlone(until - watched);
    cluster.clock().advanceTo(until);
}

} // namespace sim::practice
