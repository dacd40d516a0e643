#include "core/sim/practice/plays/acts.h"
#include "core/sim/practice/plays/plays.h"

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

const QString ns = u"orders"_s;
const QString name = u"order-lifecycle"_s;

Telling tell()
{
    return {
        Text::tr("The database behind the sink"),
        Text::tr("Customers see the state of their orders minutes late. order-lifecycle runs without exceptions. The "
                 "database team says: since the migration to the smaller machine, orders-db answers at most 900 "
                 "statements a second, whoever sends them. The README of order-lifecycle knows one option of the "
                 "program: --sink-batch-size N, rows that are written with one statement, 1 by default."),
        {Text::tr("Which task is busy all the time? Every task before it is back-pressured, the ones after it idle."),
         Text::tr("The sink waits for the database. What would more connections change about 900 statements a "
                  "second?"),
         Text::tr("Fewer, larger statements: spec.job.args with --sink-batch-size and 50.")},
        {{u"kafka-slow"_s, Text::tr("Kafka delivers too slowly.")},
         {u"state-too-large"_s, Text::tr("The state of the orders has grown, and RocksDB reads from disk.")},
         {u"sink-limited"_s, Text::tr("The sink sends a statement for each row, and the database takes no more.")},
         {u"gc"_s, Text::tr("The TaskManagers spend their time with garbage collection.")}},
        {Text::tr("No task of order-lifecycle is held up by another."),
         Text::tr("No order event waits for more than a minute before it is read.")},
        Text::tr("orders-db answers 900 statements a second in all. The sink of order-lifecycle writes each row with "
                 "a statement of its own and needs more than three thousand. Its input buffers are full, and from "
                 "there back to the source everything waits."),
        Text::tr("Write more rows with each statement: spec.job.args = [\"--sink-batch-size\", \"50\"]. More "
                 "parallelism does not help: the limit is the database's, and more writers only share it among "
                 "themselves. A restart makes it worse, for the job has to catch up afterwards."),
    };
}

/// The option of the program.
void take(flink::JobSpec& program, const QStringList& arguments)
{
    const qsizetype at = arguments.indexOf(u"--sink-batch-size"_s);
    const double rows = at < 0 ? 1 : std::clamp(arguments.value(at + 1).toDouble(), 1.0, 1000.0);
    for (flink::Vertex& vertex : program.vertices) {
        if (vertex.system == u"orders-db")
            vertex.batch = rows;
    }
}

std::shared_ptr<void> fault(Cluster& cluster)
{
    cluster.pods().addJar(u"order-lifecycle.jar"_s, {cluster.job(ns, name)->spec(), {}, take});
    cluster.broker().setSystem(u"orders-db"_s, {.callsPerSecond = 900});
    return nullptr;
}

} // namespace

Play slowSink()
{
    Play play;
    play.name = u"slow-sink"_s;
    play.difficulty = 1;
    play.tell = tell;
    play.culprit = u"sink-limited"_s;
    play.fault = fault;
    judgeByLag(play, ns, name);
    return play;
}

} // namespace sim::practice
