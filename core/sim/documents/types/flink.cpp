#include "core/sim/documents/types/types.h"

namespace sim::documents {

// A line that ends with @1.10 is there from that release on, one with @<1.13 before it.
const char* const flinkTypes = R"types(
package org.apache.flink.v1beta1

FlinkDeployment
  spec FlinkDeploymentSpec
  status FlinkDeploymentStatus

FlinkSessionJob
  spec FlinkSessionJobSpec
  status FlinkSessionJobStatus

FlinkStateSnapshot
  spec FlinkStateSnapshotSpec
  status FlinkStateSnapshotStatus

FlinkBlueGreenDeployment
  spec FlinkBlueGreenDeploymentSpec
  status FlinkBlueGreenDeploymentStatus

FlinkDeploymentSpec
  flinkConfiguration any : Configuration of Flink. It may be nested; keys are joined with dots. @1.13
  flinkConfiguration {string} : Configuration of Flink, key by key. @<1.13
  flinkVersion string : The Flink version of the image, v1_20 for 1.20.
  image string : The Flink image.
  imagePullPolicy string : When the image is fetched: Always, IfNotPresent or Never.
  ingress IngressSpec : An ingress to Flink's web interface.
  job JobSpec : The job of an application cluster; nothing for a session cluster.
  jobManager JobManagerSpec : The job manager.
  logConfiguration {string} : Logging files and their contents: log4j-console.properties, logback-console.xml.
  mode string in(native,standalone) : Who creates the task managers: Flink itself (native) or the operator (standalone).
  podTemplate pod : What the pods of job and task managers have in common.
  restartNonce int64 : Another number restarts the cluster.
  serviceAccount string : The service account of the pods. Must be given.
  taskManager TaskManagerSpec : The task managers.

IngressSpec
  annotations {string} : Annotations of the ingress.
  className string : The class of the ingress.
  labels {string} : Labels of the ingress. @1.8
  template string : The address; {{name}} and {{namespace}} are filled in.
  tls [IngressTls] : Certificates of the ingress. @1.8

IngressTls
  hosts [string] : Hosts the certificate is for.
  secretName string : The secret with the certificate.

JobManagerSpec
  podTemplate pod : What only the pods of the job manager have.
  replicas int32 : How many job managers there are; more than one only with high availability.
  resource Resource : Processor and memory of a pod.
  resources ResourceRequirements : Requests and limits; they win over resource. @1.16

TaskManagerSpec
  podTemplate pod : What only the pods of the task managers have.
  replicas int32 : How many task managers there are. If set, it also gives the parallelism.
  resource Resource : Processor and memory of a pod.
  resources ResourceRequirements : Requests and limits; they win over resource. @1.16

Resource
  cpu number : Processors, as a number: 0.5
  ephemeralStorage string : Local disk, as a quantity.
  memory string : Memory of the process: 2048m is 2048 MiB.

ResourceRequirements
  claims [ResourceClaim] : Dynamic resources.
  limits {quantity} : The most a pod may use.
  requests {quantity} : What a pod asks for.

ResourceClaim
  name string : Name of the claim in the pod.
  request string : Which request of the claim.

JobSpec
  allowNonRestoredState boolean : Whether state nobody takes may be dropped when restoring.
  args [string] : Arguments of the program.
  autoscalerResetNonce int64 : Another number makes the autoscaler forget what it measured. @1.11
  checkpointTriggerNonce int64 : Another number takes a checkpoint.
  entryClass string : The main class.
  initialSavepointPath string : The snapshot a job starts from at its first deployment.
  jarURI string : The jar: local:///opt/flink/usrlib/job.jar is in the image.
  parallelism int32 : The parallelism of the job.
  savepointRedeployNonce int64 : Another number redeploys the job from initialSavepointPath. @1.8
  savepointTriggerNonce int64 : Another number takes a savepoint.
  state string in(running,suspended) : Whether the job shall run.
  upgradeMode string in(last-state,savepoint,stateless) : What the job starts from after an upgrade.

FlinkSessionJobSpec
  deploymentName string : The session cluster that runs the job; cannot change.
  flinkConfiguration any : Configuration of the job. @1.13
  flinkConfiguration {string} : Configuration of the job. @<1.13
  job JobSpec : The job.
  restartNonce int64 : Another number restarts the job.

FlinkStateSnapshotSpec
  backoffLimit int32 : How often a failed snapshot is tried again; -1 without end.
  checkpoint CheckpointSpec : Take a checkpoint.
  jobReference JobReference : The job the snapshot is taken of.
  savepoint SavepointSpec : Take a savepoint.

CheckpointSpec

JobReference
  kind string in(FlinkDeployment,FlinkSessionJob) : Kind of the job's resource.
  name string : Name of the job's resource.

SavepointSpec
  alreadyExists boolean : Whether path is a savepoint that exists.
  disposeOnDelete boolean : Whether the savepoint's files go with this object.
  formatType string in(CANONICAL,NATIVE,UNKNOWN) : The format of the savepoint.
  path string : Where the savepoint is written.

FlinkBlueGreenDeploymentSpec
  configuration {string} : Settings of the switch between the two.
  ingress IngressSpec : An ingress to the active deployment.
  template FlinkDeploymentTemplate : What both deployments look like.

FlinkDeploymentTemplate
  metadata ObjectMeta : Metadata of the deployments.
  spec FlinkDeploymentSpec : What the deployments are.

ObjectMeta
  annotations {string}
  creationTimestamp string
  deletionGracePeriodSeconds int64
  deletionTimestamp string
  finalizers [string]
  generateName string
  generation int64
  labels {string}
  managedFields [ManagedFieldsEntry]
  name string
  namespace string
  ownerReferences [OwnerReference]
  resourceVersion string
  selfLink string
  uid string

ManagedFieldsEntry
  apiVersion string
  fieldsType string
  fieldsV1 Nothing
  manager string
  operation string
  subresource string
  time string

OwnerReference
  apiVersion string
  blockOwnerDeletion boolean
  controller boolean
  kind string
  name string
  uid string

Nothing

FlinkDeploymentStatus
  clusterInfo {string} : What the cluster says of itself.
  conditions [Condition] : Aspects of the state: Running. @1.15
  error string : The last error, as JSON.
  jobManagerDeploymentStatus string in(DEPLOYED_NOT_READY,DEPLOYING,ERROR,MISSING,READY) : The state of the job manager's deployment.
  jobStatus JobStatus : The state of the job.
  lifecycleState string in(CREATED,DELETED,DELETING,DEPLOYED,FAILED,ROLLED_BACK,ROLLING_BACK,STABLE,SUSPENDED,UPGRADING) : The state of the resource as a whole. @1.11
  lifecycleState string in(CREATED,DEPLOYED,FAILED,ROLLED_BACK,ROLLING_BACK,STABLE,SUSPENDED,UPGRADING) : The state of the resource as a whole. @<1.11
  observedGeneration int64 : The generation the operator has seen. @1.8
  reconciliationStatus ReconciliationStatus : What was deployed last.
  taskManager TaskManagerInfo : For the scale subresource.

Condition
  lastTransitionTime string
  message string
  observedGeneration int64
  reason string
  status string
  type string

FlinkSessionJobStatus
  error string : The last error, as JSON.
  jobStatus JobStatus : The state of the job.
  lifecycleState string in(CREATED,DELETED,DELETING,DEPLOYED,FAILED,ROLLED_BACK,ROLLING_BACK,STABLE,SUSPENDED,UPGRADING) : The state of the resource as a whole. @1.11
  lifecycleState string in(CREATED,DEPLOYED,FAILED,ROLLED_BACK,ROLLING_BACK,STABLE,SUSPENDED,UPGRADING) : The state of the resource as a whole. @<1.11
  observedGeneration int64 : The generation the operator has seen. @1.8
  reconciliationStatus ReconciliationStatus : What was deployed last.

JobStatus
  checkpointInfo CheckpointInfo
  jobId string : The id of the job, 32 hexadecimal digits.
  jobName string : The name the program gave the job.
  savepointInfo SavepointInfo
  startTime string : Milliseconds since 1970.
  state string in(CANCELED,CANCELLING,CREATED,FAILED,FAILING,FINISHED,INITIALIZING,RECONCILING,RESTARTING,RUNNING,SUSPENDED) : The state of the job. @1.10
  state string : The state of the job. @<1.10
  updateTime string : Milliseconds since 1970.
  upgradeSavepointPath string : The snapshot the next deployment starts from. @1.10

CheckpointInfo
  formatType string in(FULL,INCREMENTAL,UNKNOWN)
  lastCheckpoint Checkpoint
  lastPeriodicCheckpointTimestamp int64
  triggerId string
  triggerTimestamp int64
  triggerType string in(MANUAL,PERIODIC,UNKNOWN,UPGRADE)

Checkpoint
  formatType string in(FULL,INCREMENTAL,UNKNOWN)
  timeStamp int64
  triggerNonce int64
  triggerType string in(MANUAL,PERIODIC,UNKNOWN,UPGRADE)

SavepointInfo
  formatType string in(CANONICAL,NATIVE,UNKNOWN)
  lastPeriodicSavepointTimestamp int64
  lastSavepoint Savepoint
  savepointHistory [Savepoint]
  triggerId string
  triggerTimestamp int64
  triggerType string in(MANUAL,PERIODIC,UNKNOWN,UPGRADE)

Savepoint
  formatType string in(CANONICAL,NATIVE,UNKNOWN)
  location string
  timeStamp int64
  triggerNonce int64
  triggerType string in(MANUAL,PERIODIC,UNKNOWN,UPGRADE)

ReconciliationStatus
  lastReconciledSpec string : What was deployed last, as JSON.
  lastStableSpec string : What last ran well, as JSON.
  reconciliationTimestamp int64 : Milliseconds since 1970.
  state string in(DEPLOYED,ROLLED_BACK,ROLLING_BACK,UPGRADING) : How far the last change is.

TaskManagerInfo
  labelSelector string
  replicas int32

FlinkStateSnapshotStatus
  error string : Why it failed.
  failures int32 : How often it failed.
  path string : Where the snapshot is.
  resultTimestamp string : When it was done.
  state string in(ABANDONED,COMPLETED,FAILED,IN_PROGRESS,TRIGGER_PENDING) : How far it is.
  triggerId string : What Flink calls the request.
  triggerTimestamp string : When it was asked for.

FlinkBlueGreenDeploymentStatus
  abortTimestamp string : When the switch is given up.
  blueGreenState string in(ACTIVE_BLUE,ACTIVE_GREEN,INITIALIZING_BLUE,SAVEPOINTING_BLUE,SAVEPOINTING_GREEN,TRANSITIONING_TO_BLUE,TRANSITIONING_TO_GREEN) : Which of the two is active.
  deploymentReadyTimestamp string : When the new deployment was ready.
  error string : The last error.
  jobStatus JobStatus : The state of the active job.
  lastReconciledSpec string : What was deployed last, as JSON.
  lastReconciledTimestamp string : When that was.
  savepointTriggerId string : The savepoint the switch waits for.
)types";

} // namespace sim::documents
