#include "core/sim/documents/types/types.h"

namespace sim::documents {

const char* const workloadsTypes = R"types(
package io.k8s.api.apps.v1

Deployment : Keeps a number of equal pods running and replaces them step by step when their template changes.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  spec^ DeploymentSpec : The pods that shall run.
  status^ DeploymentStatus : How many of them do.

DeploymentCondition
  lastTransitionTime^ time
  lastUpdateTime^ time
  message string
  reason string
  status!^ string
  type!^ string

DeploymentSpec : Which pods a deployment shall run, and how they are replaced.
  minReadySeconds int32 : Seconds a new pod must be ready before it counts as available.
  paused boolean : Whether changes of the template wait.
  progressDeadlineSeconds* int32 =600 : Seconds without progress after which the rollout counts as failed.
  replicas* int32 =1 : How many pods shall run; 1 if nothing is said.
  revisionHistoryLimit* int32 =10 : How many old replica sets are kept to go back to.
  selector!~ LabelSelector : Selects the pods of this deployment; must fit the labels of the template and cannot change.
  strategy^ DeploymentStrategy retain : How old pods are replaced by new ones.
  template!^ PodTemplateSpec : What the pods look like.

DeploymentStatus : How far a deployment is.
  availableReplicas int32 : Pods that have been ready long enough.
  collisionCount* int32
  conditions [DeploymentCondition] map(type) patch(type) : Aspects of the state: Available, Progressing, ReplicaFailure.
  observedGeneration int64 : The generation the controller has seen.
  readyReplicas int32 : Pods that are ready.
  replicas int32 : Pods there are.
  terminatingReplicas* int32
  unavailableReplicas int32 : Pods that are still missing.
  updatedReplicas int32 : Pods of the current template.

DeploymentStrategy
  rollingUpdate RollingUpdateDeployment : Numbers for the type RollingUpdate.
  type string in(Recreate,RollingUpdate) =RollingUpdate : RollingUpdate or Recreate.

ReplicaSet : Keeps a number of equal pods running.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  spec^ ReplicaSetSpec
  status^ ReplicaSetStatus

ReplicaSetCondition
  lastTransitionTime^ time
  message string
  reason string
  status!^ string
  type!^ string

ReplicaSetSpec
  minReadySeconds int32
  replicas* int32 =1
  selector!~ LabelSelector
  template^ PodTemplateSpec

ReplicaSetStatus
  availableReplicas int32
  conditions [ReplicaSetCondition] map(type) patch(type)
  fullyLabeledReplicas int32
  observedGeneration int64
  readyReplicas int32
  replicas!^ int32
  terminatingReplicas* int32

RollingUpdateDeployment
  maxSurge* intorstring : Pods there may be too many during the update, as number or percentage.
  maxUnavailable* intorstring : Pods that may be missing during the update, as number or percentage.

package io.k8s.api.autoscaling.v1

Scale : How many replicas something shall have and has.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  spec^ ScaleSpec
  status^ ScaleStatus

ScaleSpec
  replicas int32

ScaleStatus
  replicas!^ int32
  selector string
)types";

} // namespace sim::documents
