#include "core/sim/practice/fleet.h"
#include "core/sim/practice/installation.h"
#include "core/sim/practice/plays/parts.h"
#include "core/sim/practice/plays/plays.h"
#include "core/sim/practice/programs.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

const QString registry = u"registry.hanbit.example/flink/"_s;

Telling tellBadImage()
{
    return {
        Text::tr("After the release nothing runs"),
        Text::tr("The orders team released order-lifecycle a few minutes ago. Since then the status of orders stands "
                 "still. The pipeline "
                 "is green: the manifest was applied."),
        {Text::tr("Is there a JobManager at all? Look at its pod."),
         Text::tr("The pod waits for its image. Which images of order-lifecycle have run before?")},
        {{u"image-missing"_s, Text::tr("The new image is not in the registry.")},
         {u"savepoint-lost"_s, Text::tr("The state of the job cannot be restored.")},
         {u"no-room"_s, Text::tr("The nodes have no room for the JobManager.")}},
        {Text::tr("order-lifecycle runs again, from its state.")},
        Text::tr("The release named an image tag that was never pushed. With last-state the operator stops the old job "
                 "before it starts "
                 "the new one, and the new JobManager's pod cannot pull its image."),
        Text::tr("Set spec.image back to the tag that ran before. The operator goes on from the newest checkpoint, "
                 "which high availability "
                 "keeps. Deleting the pod only pulls the same image again, and deleting the FlinkDeployment would have "
                 "thrown "
                 "away what points to the state."),
    };
}

Telling tellBadUpgrade()
{
    return {
        Text::tr("The new version does not take the old state"),
        Text::tr("Version 4 of payment-settlement was rolled out. It was stopped with a savepoint and does not come up "
                 "again. The books "
                 "must be closed tonight, with all windows that were open."),
        {Text::tr("The job fails before it runs. What does the exception say about the savepoint?"),
         Text::tr("An operator of the old program has no counterpart in the new one. Allowing unrestored state would "
                  "drop it."),
         Text::tr("The savepoint is whole; the program that wrote it can read it: jarURI and entryClass of before.")},
        {{u"incompatible-state"_s, Text::tr("The new program has changed the uid of an operator with state.")},
         {u"broken-savepoint"_s, Text::tr("The savepoint is incomplete.")},
         {u"storage-rights"_s, Text::tr("The new version may not read the bucket of the savepoints.")},
         {u"image-missing"_s, Text::tr("The image of version 4 cannot be pulled.")}},
        {Text::tr("payment-settlement runs with the windows that were open.")},
        Text::tr("Version 4 renamed the uid of the window operator. Flink finds state in the savepoint that no "
                 "operator claims, and "
                 "refuses to start rather than to lose it."),
        Text::tr("Roll back: the manifest of version 3 again, restored from the savepoint that the upgrade took. "
                 "allowNonRestoredState "
                 "makes the job RUNNING within a minute, but with empty windows: the money in them is missing from the "
                 "books. Before an "
                 "upgrade, compare the operators of the savepoint with those of the new job."),
    };
}

/// As the one it follows, but for the uid of the window.
flink::JobSpec settlementVersion4()
{
    flink::JobSpec program = companyPrograms().at(u"payment-settlement"_s);
    for (flink::Vertex& vertex : program.vertices) {
        for (flink::Operator& part : vertex.chain) {
            if (part.uid == u"merchant-day-window")
                part.uid = u"merchant-window-v4"_s;
        }
    }
    return program;
}

bool hasOpenWindows(const Cluster& cluster)
{
    const flink::Job* job = cluster.job(u"payments"_s, u"payment-settlement"_s);
    if (!job)
        return false;
    for (std::size_t v = 0; v < job->spec().vertices.size(); ++v) {
        if (job->spec().vertices[v].chain.front().uid == u"merchant-day-window")
            return job->traffic().stateBytes(int(v)) > 1e9;
    }
    return false;
}

Telling tellOperatorTooOld()
{
    return {
        Text::tr("Flink 2.1 does not arrive"),
        Text::tr("The logistics team moved address-normalize to Flink 2.1. The API server took the change, but the job "
                 "still runs on the "
                 "old version, and no event tells why."),
        {Text::tr("The definitions of the resources know the version. Does the operator?"),
         Text::tr("Which Flink versions does the release in the operator's image support?")},
        {{u"operator-release"_s, Text::tr("The operator is too old for that Flink version.")},
         {u"operator-stopped"_s, Text::tr("The operator does not run.")},
         {u"flink-image"_s, Text::tr("The image of Flink 2.1 cannot be pulled.")}},
        {Text::tr("address-normalize runs on Flink 2.1.")},
        Text::tr("The definitions were upgraded with the chart's new release, but Helm left the operator's Deployment "
                 "at 1.12. That "
                 "operator cannot even read a resource with flinkVersion v2_1, so it leaves it alone; its webhook, "
                 "which would have "
                 "refused it, is switched off here."),
        Text::tr("Give the operator's Deployment the image of 1.15.0. Restarting the old operator changes nothing. "
                 "Taking back the "
                 "version would have been safe as well, but it is not what the team needs."),
    };
}

bool runsOn(const Cluster& cluster, const QString& ns, const QString& name, int major, int minor)
{
    const flink::JobManager* manager = cluster.jobManager(ns, name);
    return manager && manager->setup().version.major == major && manager->setup().version.minor == minor;
}

} // namespace

Play badImage()
{
    Play play;
    play.name = u"bad-image"_s;
    play.tell = tellBadImage;
    play.culprit = u"image-missing"_s;
    play.fault = [](Cluster& cluster) -> std::shared_ptr<void> {
        changeFlink(cluster, u"order-lifecycle"_s, u"orders-ci"_s, [](QJsonObject& document) {
            put(document, {u"spec", u"image"}, registry + u"order-lifecycle:1.20-r12"_s);
        });
        return {};
    };
    play.isSick = [](const Cluster& cluster) {
        return std::ranges::any_of(
            podsWith(cluster, u"orders"_s, u"app", u"order-lifecycle"_s), [](const Snapshot& pod) {
                return at(pod->document(), {u"status", u"phase"}) == u"Pending"_s && !isReady(*pod);
            });
    };
    play.affected = {{type::flinkDeployments.toString(), u"orders"_s, u"order-lifecycle"_s}};
    play.goals = {[](const Cluster& cluster) { return isHealthy(cluster, u"orders"_s, u"order-lifecycle"_s); }};
    return play;
}

Play badUpgrade()
{
    Play play;
    play.name = u"bad-upgrade"_s;
    play.difficulty = 2;
    play.tell = tellBadUpgrade;
    play.culprit = u"incompatible-state"_s;
    play.fault = [](Cluster& cluster) -> std::shared_ptr<void> {
        cluster.pods().addJar(u"payment-settlement-4.0.jar"_s, {settlementVersion4(), {}});
        changeFlink(cluster, u"payment-settlement"_s, u"payments-ci"_s, [](QJsonObject& document) {
            put(document, {u"spec", u"job", u"jarURI"}, u"local:///opt/flink/usrlib/payment-settlement-4.0.jar"_s);
        });
        return {};
    };
    play.isSick = [](const Cluster& cluster) {
        const flink::Job* job = cluster.job(u"payments"_s, u"payment-settlement"_s);
        return job && job->state() == flink::JobState::Failed;
    };
    play.affected = {{type::flinkDeployments.toString(), u"payments"_s, u"payment-settlement"_s}};
    play.goals = {[](const Cluster& cluster) {
        return isHealthy(cluster, u"payments"_s, u"payment-settlement"_s) && hasOpenWindows(cluster);
    }};
    return play;
}

Play operatorTooOld()
{
    Play play;
    play.name = u"operator-too-old"_s;
    play.difficulty = 2;
    play.tell = tellOperatorTooOld;
    play.culprit = u"operator-release"_s;
    play.arrange = [](Setting& setting) {
        setting.operatorSettings.release = op::Release::V1_12;
        setting.operatorSettings.webhook = false;
        setting.definitions = documents::OperatorRelease::V1_15;
    };
    play.fault = [](Cluster& cluster) -> std::shared_ptr<void> {
        changeFlink(cluster, u"address-normalize"_s, u"orders-ci"_s, [](QJsonObject& document) {
            put(document, {u"spec", u"flinkVersion"}, u"v2_1"_s);
            put(document, {u"spec", u"image"}, registry + u"address-normalize:2.1-r8"_s);
        });
        return {};
    };
    play.isSick = [](const Cluster& cluster) { return !runsOn(cluster, u"orders"_s, u"address-normalize"_s, 2, 1); };
    play.affected = {{type::flinkDeployments.toString(), u"orders"_s, u"address-normalize"_s},
                     {type::deployments.toString(), operatorNamespace.toString(), operatorName.toString()}};
    play.goals = {[](const Cluster& cluster) {
        return runsOn(cluster, u"orders"_s, u"address-normalize"_s, 2, 1) &&
               isHealthy(cluster, u"orders"_s, u"address-normalize"_s);
    }};
    return play;
}

} // namespace sim::practice
