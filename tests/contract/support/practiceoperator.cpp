#include "tests/contract/support/practiceoperator.h"

#include "core/sim/practice/cluster.h"
#include "core/sim/practice/installation.h"
#include "tests/contract/support/countingjob.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace contract {

namespace {

/// As operator_configuration() of tests/live/cluster/node has it.
sim::op::Settings settings()
{
    sim::op::Settings made;
    made.release = sim::op::Release::V1_7;
    made.webhook = false;
    made.reconcileInterval = 15s;
    made.progressCheckInterval = 5s;
    made.restReadyDelay = 5s;
    made.artifactSchemes = {u"https"_s, u"http"_s, u"file"_s};
    made.defaults[u"kubernetes.jobmanager.cpu.limit-factor"_s] = u"8"_s;
    made.defaults[u"kubernetes.taskmanager.cpu.limit-factor"_s] = u"8"_s;
    return made;
}

/// The program's own arguments, as CountingJob.java reads them.
void take(sim::flink::JobSpec& program, const QStringList& arguments)
{
    QMap<QString, QString> given{{u"--name"_s, u"counting"_s}, {u"--checkpointEvery"_s, u"2000"_s}};
    for (qsizetype i = 0; i + 1 < arguments.size(); i += 2)
        given[arguments.at(i)] = arguments.at(i + 1);
    program.name = given[u"--name"_s];
    program.checkpointing.interval = std::chrono::milliseconds(given[u"--checkpointEvery"_s].toInt());
}

} // namespace

/// What lives in the thread of the practice cluster.
struct PracticeOperator::Cluster
{
    Cluster(sim::World& world, sim::Api& api)
        : all(world, {settings()}, {&api})
    {
        all.nodes().conditions().pullError = [](const QString& image) {
            return image == u"flink:1.20" ? std::nullopt : std::optional(u"failed to pull %1: not found"_s.arg(image));
        };
        all.pods().addJar(u"counting-job.jar"_s, {countingJob(), {u"drey.CountingJob"_s}, take});
        sim::practice::addFlinkNamespace(world, u"team-a"_s);
        all.flinkOperator().start();
    }

    sim::practice::Cluster all;
};

PracticeOperator::PracticeOperator()
{
    sim::HostOptions options;
    options.release = sim::practice::definitionsOf(settings().release);
    m_host = std::make_unique<sim::Host>(
        options, [this](sim::World& world, sim::Api& api) { m_cluster = std::make_unique<Cluster>(world, api); });
}

PracticeOperator::~PracticeOperator()
{
    m_host->stop(); // what hangs on the clock must not come up once those it belongs to are gone
    m_cluster.reset();
}

} // namespace contract
