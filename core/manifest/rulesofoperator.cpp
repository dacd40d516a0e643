#include "core/manifest/ruletables.h"

#include <QCoreApplication>

#include <array>

namespace manifest {

namespace {

using enum Finding::Severity;

constexpr std::array<Rule, 30> table{{
    {"DREY-O001", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Name that cannot be"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The operator makes names of services and pods out of it, and those are limited to 63 "
                       "characters: \"must consist of lower case alphanumeric characters or '-', start with an "
                       "alphabetic character, and end with an alphanumeric character\".")},
    {"DREY-O002", Error, QT_TRANSLATE_NOOP("manifest::Rules", "No release of Flink"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The operator must know which Flink it deploys, also where the image says it: \"Flink "
                       "Version must be defined.\"")},
    {"DREY-O003", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Release of Flink that is too old"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The operator ignores such a resource altogether, even its deletion: \"Flink version is "
                       "not supported by this operator version\".")},
    {"DREY-O004", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Another Flink after a suspension"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "\"Changing flinkVersion after last-state suspend is not allowed. Restore your cluster with the "
                       "current flinkVersion and perform the version upgrade afterwards.\" Seen only with --live.")},
    {"DREY-O006", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Rollback without high availability"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "To go back, the operator needs the metadata that only high availability keeps: \"HA must "
                       "be enabled for rollback support.\"")},
    {"DREY-O007", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Health check without recovery"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "An unhealthy cluster is healed by deploying it anew: \"Deployment recovery must be "
                       "enabled for job health check support.\"")},
    {"DREY-O008", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Ingress without an address"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The template must become a URL once {{name}} and {{namespace}} are filled in: \"Unable to "
                       "process the Ingress template\".")},
    {"DREY-O009", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Unknown file of the log configuration"),
     QT_TRANSLATE_NOOP("manifest::Rules", "The operator refuses other names: \"Invalid log config key\".")},
    {"DREY-O010", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Stateful upgrade without checkpoints"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "\"Checkpoint directory must be defined for last-state and savepoint upgrade modes\". The "
                       "default configuration of the operator may define it, too.")},
    {"DREY-O011", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Savepoint without a directory"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "\"Job could not be upgraded with savepoint while config key is not set\". The default "
                       "configuration of the operator may set it, too.")},
    {"DREY-O012", Error, QT_TRANSLATE_NOOP("manifest::Rules", "No parallelism"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "\"Job parallelism must be larger than 0\", unless taskManager.replicas decides it.")},
    {"DREY-O013", Error, QT_TRANSLATE_NOOP("manifest::Rules", "No memory"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "\"Resource memory must be defined\", or the configuration must say enough to derive it, "
                       "such as taskmanager.memory.process.size.")},
    {"DREY-O014", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Amount that cannot be read"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The operator reads memory as Flink does (2048m are MiB, 2G are GiB), else as Kubernetes "
                       "does, but never with a fraction: write 1536m, not 1.5Gi.")},
    {"DREY-O015", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Impossible resources"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "From 1.16 on the operator checks resources.requests and limits: positive, readable, and "
                       "no request above its limit.")},
    {"DREY-O016", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Impossible number of JobManagers"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "\"High availability should be enabled when starting standby JobManagers.\"")},
    {"DREY-O017", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Impossible number of TaskManagers"),
     QT_TRANSLATE_NOOP("manifest::Rules", "\"TaskManager replicas should not be configured less than one.\"")},
    {"DREY-O018", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Change of what it is"),
     QT_TRANSLATE_NOOP(
         "manifest::Rules",
         "\"Cannot switch from session to job cluster\", nor back, nor between native and standalone. Make "
         "another deployment instead. Seen only with --live.")},
    {"DREY-O019", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Redeployment without a path"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "When the nonce changes, the operator asks for the path: \"InitialSavepointPath must not "
                       "be empty for savepoint redeployment\".")},
    {"DREY-O020", Error, QT_TRANSLATE_NOOP("manifest::Rules", "No service account"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "\"spec.serviceAccount must be defined. If you use helm, its value should be the same with "
                       "the name of jobServiceAccount.\" That is flink unless it was changed.")},
    {"DREY-O021", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Setting of the autoscaler out of range"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The operator refuses it: \"The AutoScalerOption is invalid, it should be a value within "
                       "the range\".")},
    {"DREY-O022", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Window shorter than the operator looks"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The autoscaler would never have two samples and never act; from 1.16 on the operator "
                       "refuses it.")},
    {"DREY-O023", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Autoscaler that cannot work"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The autoscaler reads the metrics of one job, from Flink 1.17 on; a session cluster has "
                       "none of its own.")},
    {"DREY-O030", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Session job without a job"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "\"The job spec should not be empty\". A FlinkSessionJob is a job for a session cluster; "
                       "what it runs stands in spec.job.")},
    {"DREY-O031", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Session job without a cluster"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "deploymentName names the FlinkDeployment in the same namespace that runs the job.")},
    {"DREY-O032", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Jar that the operator does not fetch"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "From 1.15 on the operator fetches jars of session jobs by the schemes of "
                       "kubernetes.operator.user.artifacts.allowed-schemes only: https, unless its own "
                       "configuration has more.")},
    {"DREY-O033", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Session job that is to move"),
     QT_TRANSLATE_NOOP(
         "manifest::Rules",
         "\"The deploymentName can't be changed\". Delete the job and make it anew for the other cluster, "
         "from a savepoint if it has state. Seen only with --live.")},
    {"DREY-O034", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Session job for an application"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "\"Can not submit session job to application cluster\". A session cluster is a FlinkDeployment "
                       "without spec.job. Seen only with --live.")},
    {"DREY-O035", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Session cluster that is not there"),
     QT_TRANSLATE_NOOP(
         "manifest::Rules",
         "The operator accepts the job and waits for its cluster, without a word. Seen only with --live.")},
    {"DREY-O040", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Snapshot of both kinds, or of none"),
     QT_TRANSLATE_NOOP("manifest::Rules", "\"Exactly one of checkpoint or savepoint configurations has to be set.\"")},
    {"DREY-O041", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Snapshot of nothing"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "\"Job reference must be supplied for this snapshot\", unless it describes a savepoint that "
                       "exists already, by its path.")},
}};

} // namespace

std::span<const Rule> rulesOfOperator()
{
    return table;
}

} // namespace manifest
