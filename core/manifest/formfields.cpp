#include "core/manifest/formfields.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

constexpr auto context = "manifest::Form";

using Section = FormField::Section;
using Kind = FormField::Kind;
using From = FormEntry::From;

constexpr std::array objectEntries{
    FormEntry{
        "name", Section::Object, Kind::Name, From::Root, "metadata.name", "DSNB", "",
        QT_TRANSLATE_NOOP("manifest::Form", "Name"),
        QT_TRANSLATE_NOOP("manifest::Form",
                          "The name of the object, and the beginning of the names of everything the operator makes "
                          "for it. Another name means another object: the one that runs stays as it is.")},
    FormEntry{"namespace", Section::Object, Kind::Name, From::Root, "metadata.namespace", "DSNB", "",
              QT_TRANSLATE_NOOP("manifest::Form", "Namespace"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "Where it lives. Without it whoever applies the file decides: kubectl takes the "
                                "namespace of its context.")},
    FormEntry{"image", Section::Program, Kind::Text, From::Spec, "image", "DB", "",
              QT_TRANSLATE_NOOP("manifest::Form", "Image"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "The container image of the JobManager and the TaskManagers; its Flink must be of the "
                                "version below. A tag that never moves makes restarts repeatable.")},
    FormEntry{
        "flinkVersion", Section::Program, Kind::Choice, From::Spec, "flinkVersion", "DB", "",
        QT_TRANSLATE_NOOP("manifest::Form", "Flink version"),
        QT_TRANSLATE_NOOP("manifest::Form",
                          "Tells the operator how to speak to this Flink and which keys it reads; it must fit the "
                          "image. The operator refuses a deployment without it.")},
    FormEntry{"mode", Section::Program, Kind::Choice, From::Spec, "mode", "DB", "native",
              QT_TRANSLATE_NOOP("manifest::Form", "Mode"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "native lets Flink start its TaskManagers itself, standalone runs a fixed number of "
                                "them. It cannot be changed once the deployment exists.")},
    FormEntry{"serviceAccount", Section::Program, Kind::Text, From::Spec, "serviceAccount", "DB", "",
              QT_TRANSLATE_NOOP("manifest::Form", "Service account"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "The account of the pods. It must be allowed to make pods and ConfigMaps in its "
                                "namespace; the operator refuses a deployment without one.")},
    FormEntry{"deploymentName", Section::Job, Kind::Name, From::Spec, "deploymentName", "S", "",
              QT_TRANSLATE_NOOP("manifest::Form", "Session cluster"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "The FlinkDeployment in the same namespace that runs this job. It cannot be changed "
                                "later.")},
};

constexpr std::array jobEntries{
    FormEntry{"jarURI", Section::Job, Kind::Text, From::Spec, "job.jarURI", "DSB", "",
              QT_TRANSLATE_NOOP("manifest::Form", "Program (JAR)"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "Where the program is: local:///… in the image. From Flink 1.19 on, and for session "
                                "jobs, also an address the cluster can read from, such as https:// or s3://.")},
    FormEntry{"entryClass", Section::Job, Kind::Text, From::Spec, "job.entryClass", "DSB", "",
              QT_TRANSLATE_NOOP("manifest::Form", "Main class"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "The class whose main method builds the job. Without it the JAR's own manifest must "
                                "name one.")},
    FormEntry{
        "args", Section::Job, Kind::Lines, From::Spec, "job.args", "DSB", "",
        QT_TRANSLATE_NOOP("manifest::Form", "Arguments"),
        QT_TRANSLATE_NOOP("manifest::Form",
                          "What the program is told, one argument a line. Everybody who may read the object reads "
                          "them: secrets do not belong here.")},
    FormEntry{"parallelism", Section::Job, Kind::Whole, From::Spec, "job.parallelism", "DSB", "",
              QT_TRANSLATE_NOOP("manifest::Form", "Parallelism"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "How many subtasks each operator of the job has unless the program says otherwise. "
                                "Parallelism divided by slots, rounded up, is the number of TaskManagers; where "
                                "TaskManager replicas are set, they decide instead.")},
    FormEntry{
        "state", Section::Job, Kind::Choice, From::Spec, "job.state", "DSB", "running",
        QT_TRANSLATE_NOOP("manifest::Form", "State"),
        QT_TRANSLATE_NOOP("manifest::Form",
                          "What the job shall be: suspended stops it as the upgrade mode says, running lets it go "
                          "on from there.")},
    FormEntry{
        "upgradeMode", Section::Job, Kind::Choice, From::Spec, "job.upgradeMode", "DSB", "stateless",
        QT_TRANSLATE_NOOP("manifest::Form", "Upgrade mode"),
        QT_TRANSLATE_NOOP("manifest::Form",
                          "How a change is brought in: savepoint takes one first, last-state goes on from the last "
                          "checkpoint, stateless drops all state. Nothing written means stateless.")},
    FormEntry{
        "initialSavepointPath", Section::Job, Kind::Text, From::Spec, "job.initialSavepointPath", "DSB", "",
        QT_TRANSLATE_NOOP("manifest::Form", "Initial savepoint"),
        QT_TRANSLATE_NOOP("manifest::Form",
                          "The savepoint a job begins from. It counts at the first start only, and when the nonce "
                          "for a redeployment from a savepoint is changed.")},
    FormEntry{
        "allowNonRestoredState", Section::Job, Kind::Truth, From::Spec, "job.allowNonRestoredState", "DSB", "false",
        QT_TRANSLATE_NOOP("manifest::Form", "Allow lost state"),
        QT_TRANSLATE_NOOP("manifest::Form",
                          "Starts although the program has no place any more for some of the state, which is then "
                          "lost. Meant for one upgrade that removes an operator; afterwards it hides mistakes.")},
};

constexpr std::array resourceEntries{
    FormEntry{"jobManagerMemory", Section::Resources, Kind::Memory, From::Spec, "jobManager.resource.memory", "DB", "",
              QT_TRANSLATE_NOOP("manifest::Form", "JobManager memory"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "Memory of the JobManager's container. 2048m and 2g are binary, as Flink reads them; "
                                "fractions such as 1.5Gi are refused.")},
    FormEntry{"jobManagerCpu", Section::Resources, Kind::Decimal, From::Spec, "jobManager.resource.cpu", "DB", "",
              QT_TRANSLATE_NOOP("manifest::Form", "JobManager CPU"),
              QT_TRANSLATE_NOOP("manifest::Form", "Cores of the JobManager's container, as a number: 0.5, not 500m.")},
    FormEntry{
        "jobManagerMemoryRequest", Section::Resources, Kind::Bytes, From::Spec, "jobManager.resources.requests.memory",
        "DB", "", QT_TRANSLATE_NOOP("manifest::Form", "JobManager memory"),
        QT_TRANSLATE_NOOP("manifest::Form",
                          "Memory of the JobManager's container, as a quantity of Kubernetes: 2Gi or 2048Mi. Flink "
                          "divides it up. Where only the limit is written, that counts.")},
    FormEntry{
        "jobManagerMemoryLimit", Section::Resources, Kind::Bytes, From::Spec, "jobManager.resources.limits.memory",
        "DB", "", QT_TRANSLATE_NOOP("manifest::Form", "JobManager memory limit"),
        QT_TRANSLATE_NOOP("manifest::Form",
                          "The most memory that the JobManager's container may take before it is killed; not less "
                          "than its memory.")},
    FormEntry{
        "jobManagerCpuRequest", Section::Resources, Kind::Cores, From::Spec, "jobManager.resources.requests.cpu", "DB",
        "", QT_TRANSLATE_NOOP("manifest::Form", "JobManager CPU"),
        QT_TRANSLATE_NOOP("manifest::Form",
                          "Cores of the JobManager's container, as a quantity of Kubernetes: 2, 0.5 or 500m. Where "
                          "only the limit is written, that counts.")},
    FormEntry{
        "jobManagerCpuLimit", Section::Resources, Kind::Cores, From::Spec, "jobManager.resources.limits.cpu", "DB", "",
        QT_TRANSLATE_NOOP("manifest::Form", "JobManager CPU limit"),
        QT_TRANSLATE_NOOP("manifest::Form",
                          "The most cores that the JobManager's container may use; beyond that it is slowed down.")},
    FormEntry{"jobManagerReplicas", Section::Resources, Kind::Whole, From::Spec, "jobManager.replicas", "DB", "1",
              QT_TRANSLATE_NOOP("manifest::Form", "JobManager replicas"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "How many JobManagers there are, one of which leads. More than one needs high "
                                "availability.")},
    FormEntry{"taskManagerMemory", Section::Resources, Kind::Memory, From::Spec, "taskManager.resource.memory", "DB",
              "", QT_TRANSLATE_NOOP("manifest::Form", "TaskManager memory"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "Memory of each TaskManager's container; heap, managed memory and network are derived "
                                "from it. 2048m and 2g are binary, as Flink reads them; fractions are refused.")},
    FormEntry{"taskManagerCpu", Section::Resources, Kind::Decimal, From::Spec, "taskManager.resource.cpu", "DB", "",
              QT_TRANSLATE_NOOP("manifest::Form", "TaskManager CPU"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "Cores of each TaskManager's container, as a number: 0.5, not 500m. Its slots share "
                                "them.")},
    FormEntry{
        "taskManagerMemoryRequest", Section::Resources, Kind::Bytes, From::Spec,
        "taskManager.resources.requests.memory", "DB", "", QT_TRANSLATE_NOOP("manifest::Form", "TaskManager memory"),
        QT_TRANSLATE_NOOP("manifest::Form",
                          "Memory of each TaskManager's container, as a quantity of Kubernetes: 2Gi or 2048Mi. Flink "
                          "divides it up. Where only the limit is written, that counts.")},
    FormEntry{
        "taskManagerMemoryLimit", Section::Resources, Kind::Bytes, From::Spec, "taskManager.resources.limits.memory",
        "DB", "", QT_TRANSLATE_NOOP("manifest::Form", "TaskManager memory limit"),
        QT_TRANSLATE_NOOP("manifest::Form",
                          "The most memory that each TaskManager's container may take before it is killed; not less "
                          "than its memory.")},
    FormEntry{
        "taskManagerCpuRequest", Section::Resources, Kind::Cores, From::Spec, "taskManager.resources.requests.cpu",
        "DB", "", QT_TRANSLATE_NOOP("manifest::Form", "TaskManager CPU"),
        QT_TRANSLATE_NOOP("manifest::Form",
                          "Cores of each TaskManager's container, as a quantity of Kubernetes: 2, 0.5 or 500m. Where "
                          "only the limit is written, that counts.")},
    FormEntry{
        "taskManagerCpuLimit", Section::Resources, Kind::Cores, From::Spec, "taskManager.resources.limits.cpu", "DB",
        "", QT_TRANSLATE_NOOP("manifest::Form", "TaskManager CPU limit"),
        QT_TRANSLATE_NOOP("manifest::Form",
                          "The most cores that each TaskManager's container may use; beyond that it is slowed down.")},
    FormEntry{"taskManagerReplicas", Section::Resources, Kind::Whole, From::Spec, "taskManager.replicas", "DB", "",
              QT_TRANSLATE_NOOP("manifest::Form", "TaskManager replicas"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "How many TaskManagers there are. Where it is set, the parallelism of the job is "
                                "replicas times slots, whatever else is written.")},
    FormEntry{"slots", Section::Resources, Kind::Whole, From::Configuration, "taskmanager.numberOfTaskSlots", "DB", "",
              QT_TRANSLATE_NOOP("manifest::Form", "Slots per TaskManager"), nullptr},
};

constexpr std::array stateEntries{
    FormEntry{"stateBackend", Section::State, Kind::Choice, From::Configuration, "state.backend.type state.backend",
              "DSB", "", QT_TRANSLATE_NOOP("manifest::Form", "State backend"), nullptr},
    FormEntry{"checkpointInterval", Section::State, Kind::Duration, From::Configuration,
              "execution.checkpointing.interval", "DSB", "", QT_TRANSLATE_NOOP("manifest::Form", "Checkpoint interval"),
              nullptr},
    FormEntry{"checkpointDirectory", Section::State, Kind::Text, From::Configuration,
              "execution.checkpointing.dir state.checkpoints.dir", "DSB", "",
              QT_TRANSLATE_NOOP("manifest::Form", "Checkpoint directory"), nullptr},
    FormEntry{"savepointDirectory", Section::State, Kind::Text, From::Configuration,
              "execution.checkpointing.savepoint-dir state.savepoints.dir", "DSB", "",
              QT_TRANSLATE_NOOP("manifest::Form", "Savepoint directory"), nullptr},
    FormEntry{"haType", Section::Recovery, Kind::Choice, From::Configuration,
              "high-availability.type high-availability", "DB", "",
              QT_TRANSLATE_NOOP("manifest::Form", "High availability"), nullptr},
    FormEntry{"haDirectory", Section::Recovery, Kind::Text, From::Configuration, "high-availability.storageDir", "DB",
              "", QT_TRANSLATE_NOOP("manifest::Form", "Its directory"), nullptr},
};

constexpr std::array otherEntries{
    FormEntry{"jobKind", Section::Snapshot, Kind::Choice, From::Spec, "jobReference.kind", "N", "",
              QT_TRANSLATE_NOOP("manifest::Form", "Kind of job"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "Whether the snapshot is of an application or of a session job; it lives in the same "
                                "namespace.")},
    FormEntry{"jobName", Section::Snapshot, Kind::Name, From::Spec, "jobReference.name", "N", "",
              QT_TRANSLATE_NOOP("manifest::Form", "Job"),
              QT_TRANSLATE_NOOP("manifest::Form", "The name of the object whose job the snapshot is of.")},
    FormEntry{"savepointPath", Section::Snapshot, Kind::Text, From::Spec, "savepoint.path", "N", "",
              QT_TRANSLATE_NOOP("manifest::Form", "Savepoint path"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "Where the savepoint is written, or where one is that exists already. Without it the "
                                "savepoint directory of the job counts.")},
    FormEntry{"formatType", Section::Snapshot, Kind::Choice, From::Spec, "savepoint.formatType", "N", "CANONICAL",
              QT_TRANSLATE_NOOP("manifest::Form", "Format"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "CANONICAL can be restored with any state backend, NATIVE is written and restored much "
                                "faster but only with the same one.")},
    FormEntry{"disposeOnDelete", Section::Snapshot, Kind::Truth, From::Spec, "savepoint.disposeOnDelete", "N", "true",
              QT_TRANSLATE_NOOP("manifest::Form", "Delete its files, too"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "Whether deleting this object deletes the savepoint itself. With false the files stay "
                                "and somebody else has to clean up.")},
    FormEntry{"alreadyExists", Section::Snapshot, Kind::Truth, From::Spec, "savepoint.alreadyExists", "N", "false",
              QT_TRANSLATE_NOOP("manifest::Form", "Exists already"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "Takes no savepoint but stands for one that is at the path already; jobs are not "
                                "touched.")},
    FormEntry{"backoffLimit", Section::Snapshot, Kind::Whole, From::Spec, "backoffLimit", "N", "-1",
              QT_TRANSLATE_NOOP("manifest::Form", "Attempts after a failure"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "How often a snapshot that failed is tried again: 0 never, -1 without end.")},
    FormEntry{"deletionDelay", Section::Transition, Kind::Duration, From::Root,
              "spec.configuration.kubernetes.operator.bluegreen.deployment-deletion.delay", "B", "0 ms",
              QT_TRANSLATE_NOOP("manifest::Form", "Keep the old one for"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "How long the old deployment goes on beside the new one after that is stable. Both run "
                                "and write meanwhile.")},
    FormEntry{"abortGrace", Section::Transition, Kind::Duration, From::Root,
              "spec.configuration.kubernetes.operator.bluegreen.abort.grace-period", "B", "10 min",
              QT_TRANSLATE_NOOP("manifest::Form", "Give up after"),
              QT_TRANSLATE_NOOP("manifest::Form",
                                "How long the new deployment may take to become stable before the change is given up "
                                "and the old one goes on.")},
};

constexpr auto allEntries = [] {
    std::array<FormEntry, objectEntries.size() + jobEntries.size() + resourceEntries.size() + stateEntries.size() +
                              otherEntries.size()>
        all{};
    size_t at = 0;
    const auto put = [&all, &at](const auto& entries) {
        for (const FormEntry& entry : entries)
            all[at++] = entry;
    };
    put(objectEntries);
    put(jobEntries);
    put(resourceEntries);
    put(stateEntries);
    put(otherEntries);
    return all;
}();

} // namespace

std::span<const FormEntry> formEntries()
{
    return allEntries;
}

QString labelOf(const FormEntry& entry)
{
    return QCoreApplication::translate(context, entry.label);
}

QString explanationOf(const FormEntry& entry)
{
    return entry.explanation ? QCoreApplication::translate(context, entry.explanation) : QString();
}

bool isOf(const FormEntry& entry, Subject::Kind kind)
{
    const QString kinds = QString::fromLatin1(entry.kinds);
    switch (kind) {
    case Subject::Kind::Deployment:
        return kinds.contains(u'D');
    case Subject::Kind::SessionJob:
        return kinds.contains(u'S');
    case Subject::Kind::Snapshot:
        return kinds.contains(u'N');
    case Subject::Kind::BlueGreen:
        return kinds.contains(u'B');
    case Subject::Kind::Other:
        return false;
    }
    return false;
}

const QStringList& usualOrder()
{
    static const QStringList order{u"apiVersion"_s,
                                   u"kind"_s,
                                   u"metadata"_s,
                                   u"name"_s,
                                   u"namespace"_s,
                                   u"labels"_s,
                                   u"annotations"_s,
                                   u"spec"_s,
                                   u"configuration"_s,
                                   u"template"_s,
                                   u"deploymentName"_s,
                                   u"jobReference"_s,
                                   u"image"_s,
                                   u"imagePullPolicy"_s,
                                   u"flinkVersion"_s,
                                   u"mode"_s,
                                   u"serviceAccount"_s,
                                   u"flinkConfiguration"_s,
                                   u"podTemplate"_s,
                                   u"ingress"_s,
                                   u"jobManager"_s,
                                   u"taskManager"_s,
                                   u"replicas"_s,
                                   u"resource"_s,
                                   u"resources"_s,
                                   u"requests"_s,
                                   u"limits"_s,
                                   u"memory"_s,
                                   u"cpu"_s,
                                   u"job"_s,
                                   u"jarURI"_s,
                                   u"entryClass"_s,
                                   u"args"_s,
                                   u"parallelism"_s,
                                   u"state"_s,
                                   u"upgradeMode"_s,
                                   u"initialSavepointPath"_s,
                                   u"allowNonRestoredState"_s,
                                   u"savepoint"_s,
                                   u"path"_s,
                                   u"formatType"_s,
                                   u"disposeOnDelete"_s,
                                   u"alreadyExists"_s,
                                   u"backoffLimit"_s};
    return order;
}

} // namespace manifest
