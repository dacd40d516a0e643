#include "core/manifest/ruletables.h"

#include <QCoreApplication>

#include <array>

namespace manifest {

namespace {

using enum Finding::Severity;

constexpr std::array<Rule, 41> table{{
    {"DREY-A001", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Stateless beside state"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The manifest has directories for checkpoints or savepoints, but with upgradeMode "
                       "stateless each change begins with empty state. Use savepoint or last-state.")},
    {"DREY-A002", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Object storage without its plugin"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Set ENABLE_BUILT_IN_PLUGINS for flink-main-container in podTemplate, for example "
                       "flink-s3-fs-presto-1.20.3.jar, or use an image that has the plugin.")},
    {"DREY-A003", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "last-state without high availability"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The last checkpoint is then only known to the JobManager. If it does not answer, the "
                       "upgrade stops with \"Manual restore required\". Set high-availability.type: kubernetes.")},
    {"DREY-A004", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Session cluster without high availability"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "When the JobManager restarts, it knows no jobs any more. Set high-availability.type: "
                       "kubernetes and high-availability.storageDir.")},
    {"DREY-A005", Error, QT_TRANSLATE_NOOP("manifest::Rules", "High availability without storage"),
     QT_TRANSLATE_NOOP("manifest::Rules", "Kubernetes or ZooKeeper hold pointers only; the metadata itself lies in "
                                          "high-availability.storageDir.")},
    {"DREY-A013", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Replicas and parallelism"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "With taskManager.replicas the parallelism is replicas times slots, and job.parallelism "
                       "is ignored without a word. In native mode leave replicas out; in standalone mode leave "
                       "parallelism out.")},
    {"DREY-A014", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "parallelism.default that is overwritten"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The operator writes what job.parallelism, or replicas times slots, make of it. Leave it "
                       "out.")},
    {"DREY-A015", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Parallelism above its maximum"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Flink refuses the job. pipeline.max-parallelism cannot be changed later without losing "
                       "the keyed state, so choose it generously: 720 has many divisors.")},
    {"DREY-A016", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Directory without an interval"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Checkpoints are off unless an interval turns them on; only for last-state the operator "
                       "adds one of 5 minutes.")},
    {"DREY-A017", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Image of another release"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The operator speaks to Flink as flinkVersion says; another release in the image fails in "
                       "ways that are hard to read.")},
    {"DREY-A018", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Release of Flink on its way out"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The operator has declared it deprecated; a later one will ignore the resource, even its "
                       "deletion. Upgrade Flink first.")},
    {"DREY-A019", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Jar that is not in the image"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "\"Only local is supported as schema for application mode\". From 1.19 on Flink can "
                       "fetch it.")},
    {"DREY-A020", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "State in a container"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Checkpoints and savepoints must outlive the pods and be seen by all of them: object "
                       "storage, HDFS, or a volume that is mounted by all.")},
    {"DREY-A022", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Very short window of metrics"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Scaling costs a restart; a window of a minute or two turns each peak into one.")},
    {"DREY-A023", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Ingress whose host is no name"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The operator takes it and then creates an Ingress that Kubernetes refuses, so the job runs and "
                       "its page is not reachable. {{name}} and {{namespace}} are all that is filled in.")},
    {"DREY-P001", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Container that Flink does not run in"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Flink runs in flink-main-container. A container of another name becomes a sidecar of its "
                       "own and what it sets does not reach Flink.")},
    {"DREY-P002", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Variable that nobody reads"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The scripts of Flink's image build the command line from the memory model and "
                       "env.java.opts.*; never set -Xmx there: use taskmanager.memory.task.heap.size or "
                       "jobmanager.memory.heap.size.")},
    {"DREY-P003", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Memory of a few bytes"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "In resource.memory of the operator 2048m are MiB, but in a pod template Kubernetes reads "
                       "the same text as 2.048 bytes: write 2048Mi.")},
    {"DREY-P004", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Resources that are overwritten"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The requests and limits of flink-main-container come from jobManager.resource and "
                       "taskManager.resource. For limits above the requests use "
                       "kubernetes.taskmanager.cpu.limit-factor and its like.")},
    {"DREY-C001", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Pause as long as the interval"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "execution.checkpointing.min-pause counts from the end of one checkpoint to the beginning "
                       "of the next, so the real interval is the pause and what a checkpoint takes.")},
    {"DREY-C002", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Short time-out of checkpoints"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Checkpoints take longest under backpressure, when they are needed most. The usual "
                       "time-out is 10 minutes.")},
    {"DREY-C003", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Unaligned checkpoints that are not used"),
     QT_TRANSLATE_NOOP("manifest::Rules", "With AT_LEAST_ONCE there is no alignment to skip.")},
    {"DREY-C004", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Incremental checkpoints of the heap"),
     QT_TRANSLATE_NOOP("manifest::Rules", "Only rocksdb, and forst on Flink 2, can write what has changed alone.")},
    {"DREY-C005", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "RocksDB setting without effect on memory"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "With managed memory all column families of a slot share one cache and one write buffer "
                       "manager, sized by taskmanager.memory.managed.*. Set that instead.")},
    {"DREY-C006", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Large metaspace"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Metaspace holds classes. What it gets, the heap and managed memory lose. Raise it only "
                       "after an OutOfMemoryError: Metaspace.")},
    {"DREY-C007", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Process size that is overridden"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The operator derives the process size from resource.memory, which wins. Keep one of "
                       "them.")},
    {"DREY-C008", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Few restarts for a whole life"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The attempts of fixed-delay are not given back after a quiet time. exponential-delay "
                       "forgets, or kubernetes.operator.job.restart.failed starts the job anew.")},
    {"DREY-C009", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Settings of another restart strategy"),
     QT_TRANSLATE_NOOP("manifest::Rules", "Only the details of the strategy that is chosen are read.")},
    {"DREY-C010", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Reporter instead of its factory"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Since Flink 1.17 reporters are made by factories alone; nothing is reported otherwise.")},
    {"DREY-C011", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Reporter that does not start"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "A reporter starts by metrics.reporter.NAME.factory.class, such as "
                       "org.apache.flink.metrics.prometheus.PrometheusReporterFactory. Its other settings alone "
                       "do nothing.")},
    {"DREY-C012", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Metrics that need a library"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Flink logs an error and reports none of them without the jars of oshi-core in its lib "
                       "folder.")},
    {"DREY-C013", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Settings of another kind of high availability"),
     QT_TRANSLATE_NOOP("manifest::Rules", "They are read by the kind zookeeper alone.")},
    {"DREY-I001", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Operator that does not start"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Install the operator with its Helm chart: it brings the resource definitions, the "
                       "webhook, the rights and the configuration that a few lines of YAML lack.")},
    {"DREY-I002", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Variable that the operator does not read"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Without the right setting it watches all namespaces, or those it may see. Install it "
                       "with its Helm chart.")},
    {"DREY-I003", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Old operator"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Each release of the operator knows the releases of Flink of its time: 1.7 up to 1.18, "
                       "1.10 up to 1.20, 1.13 up to 2.1.")},
    {"DREY-I004", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Rights that do not suffice"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The operator needs flink.apache.org with all its kinds, their status and finalizers, "
                       "events, deployments and their scale, ingresses, leases. Its Helm chart brings them.")},
    {"DREY-I005", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Configuration that nobody mounts"),
     QT_TRANSLATE_NOOP("manifest::Rules", "Defaults for all deployments belong into the operator's own configuration "
                                          "(defaultConfiguration in Helm), those of one into its flinkConfiguration.")},
    {"DREY-I006", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Scraping that finds nothing"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Discover pods (kubernetes_sd_configs, or a PodMonitor) by the label component, and add a "
                       "container port called metrics in podTemplate.")},
    {"DREY-I007", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Session job for an application cluster"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "\"Can not submit session job to application cluster\". Leave spec.job out of the "
                       "deployment, or the FlinkSessionJob away.")},
    {"DREY-I008", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Two autoscalers"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Each undoes what the other did, and each change restarts the job. Keep job.autoscaler "
                       "for native deployments, the HorizontalPodAutoscaler for reactive ones.")},
    {"DREY-I009", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Autoscaler of pods for a job that does not follow"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The scale of a FlinkDeployment is taskManager.replicas. In native mode changing it is an "
                       "upgrade with a stop; job.autoscaler.enabled knows the job.")},
}};

} // namespace

std::span<const Rule> rulesOfAdvice()
{
    return table;
}

} // namespace manifest
