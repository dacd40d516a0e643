#include "core/sim/practice/plays/acts.h"
#include "core/sim/practice/plays/plays.h"

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

const QString ns = u"analytics"_s;
const QString name = u"clickstream-sessions"_s;
const QString topic = u"web.clicks"_s;

Telling tell()
{
    return {
        Text::tr("One subtask does all the work"),
        Text::tr("Since the morning the sessions on the dashboards of analytics are late, and it gets worse. "
                 "clickstream-sessions is RUNNING without any exception. Somebody has already said that the job "
                 "simply needs more TaskManagers. The team has had 4.3.1 of the job in the image since last week, "
                 "not rolled out yet: it spreads clicks without a visitor over all subtasks."),
        {Text::tr("How busy is session-window-30m on average, and how busy is its busiest subtask?"),
         Text::tr("Compare the records that each subtask of session-window-30m gets. All records of one key go to "
                  "the same subtask, however many there are."),
         Text::tr("A crawler sends two thirds of all clicks without a visitor id: they share one key. The job has to "
                  "partition differently, which clickstream-sessions-4.3.1.jar does.")},
        {{u"hot-key"_s, Text::tr("Most of the records have the same key, and one subtask gets them all.")},
         {u"too-little-parallelism"_s, Text::tr("There is more traffic than six subtasks can work off.")},
         {u"slow-machine"_s, Text::tr("One TaskManager is on a machine that is slower than the others.")},
         {u"partitions"_s, Text::tr("The topic has fewer partitions than the source has subtasks.")}},
        {Text::tr("No subtask of clickstream-sessions is at its limit any more."),
         Text::tr("No click waits for more than a minute before it is read.")},
        Text::tr("A crawler that sends no visitor id makes two thirds of all clicks. session-window-30m partitions by "
                 "visitor, so all of them reach one subtask. That one is busy all the time while the others idle, "
                 "and the whole job is as fast as its slowest subtask: the sources are back-pressured and the lag "
                 "grows."),
        Text::tr(
            "Roll out the version that deals the clicks without a visitor out over all subtasks: "
            "local:///opt/flink/usrlib/clickstream-sessions-4.3.1.jar. State and operator ids are the same, so "
            "the job goes on from its last checkpoint. More parallelism does not help against a hot key: "
            "however many subtasks there are, one of them gets two thirds of all records. To block the crawler at the "
            "edge would help as well."),
    };
}

std::shared_ptr<void> fault(Cluster& cluster)
{
    flink::JobSpec salted = cluster.job(ns, name)->spec();
    for (flink::Vertex& vertex : salted.vertices)
        vertex.keyOf.clear();
    cluster.pods().addJar(u"clickstream-sessions-4.3.1.jar"_s, {salted, {}});
    cluster.broker().setHotKey(topic, 0.66);
    return nullptr;
}

} // namespace

Play keySkew()
{
    Play play;
    play.name = u"key-skew"_s;
    play.difficulty = 2;
    play.tell = tell;
    play.culprit = u"hot-key"_s;
    play.fault = fault;
    judgeByLag(play, ns, name);
    return play;
}

} // namespace sim::practice
