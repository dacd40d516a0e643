#include "core/sim/documents/types/types.h"

namespace sim::documents {

const char* const podsTypes = R"types(
package io.k8s.api.core.v1

Affinity
  nodeAffinity NodeAffinity
  podAffinity PodAffinity
  podAntiAffinity PodAntiAffinity

AppArmorProfile
  localhostProfile* string
  type!^ string in(Localhost,RuntimeDefault,Unconfined)

Capabilities
  add [string]
  drop [string]

ConfigMapEnvSource
  name^ string
  optional* boolean

ConfigMapKeySelector atomic
  key!^ string
  name^ string
  optional* boolean

Container : One container of a pod.
  args [string] : Arguments of the command; the image's own if empty.
  command [string] : The program to run, not in a shell; the image's entry point if empty.
  env [EnvVar] map(name) patch(name) : Environment variables.
  envFrom [EnvFromSource] : Config maps and secrets whose keys become environment variables.
  image string : Name of the image.
  imagePullPolicy string in(Always,IfNotPresent,Never) : When the image is fetched: Always, IfNotPresent or Never. Always for the tag latest if nothing is said.
  lifecycle Lifecycle : What to do right after the start and before the end.
  livenessProbe Probe : Asked again and again; the container is restarted when it fails.
  name!^ string : Name of the container, unique in its pod.
  ports [ContainerPort] map(containerPort,protocol) patch(containerPort) : Ports the container listens on. For information.
  readinessProbe Probe : Asked again and again; the pod gets no traffic while it fails.
  resizePolicy [ContainerResizePolicy] : Whether a change of resources needs a restart.
  resources^ ResourceRequirements : The resources the container asks for and may use.
  restartPolicy* string : For init containers: Always makes it a side car.
  securityContext SecurityContext : Security settings of this container; they win over those of the pod.
  startupProbe Probe : Asked first; the other probes wait until it succeeds.
  stdin boolean : Keep a standard input for the container.
  stdinOnce boolean : Close the standard input after the first client left.
  terminationMessagePath string =/dev/termination-log : File whose contents become the message of a container that ended.
  terminationMessagePolicy string in(FallbackToLogsOnError,File) =File : Whether the end of the log serves as message when that file is empty.
  tty boolean : Give the container a terminal.
  volumeDevices [VolumeDevice] map(devicePath) patch(devicePath) : Block devices the container sees.
  volumeMounts [VolumeMount] map(mountPath) patch(mountPath) : Volumes and where the container sees them.
  workingDir string : Working directory; the image's own if empty.

ContainerPort : A port of a container.
  containerPort!^ int32 : The port, 1 to 65535.
  hostIP string : Address of the node to bind to.
  hostPort int32 : Port of the node that leads to this one.
  name string : Name by which services refer to the port.
  protocol string in(SCTP,TCP,UDP) =TCP : TCP, UDP or SCTP.

ContainerResizePolicy
  resourceName!^ string
  restartPolicy!^ string

ContainerState
  running ContainerStateRunning
  terminated ContainerStateTerminated
  waiting ContainerStateWaiting

ContainerStateRunning
  startedAt^ time

ContainerStateTerminated
  containerID string
  exitCode!^ int32
  finishedAt^ time
  message string
  reason string
  signal int32
  startedAt^ time

ContainerStateWaiting
  message string
  reason string

ContainerStatus
  allocatedResources {quantity}
  allocatedResourcesStatus [ResourceStatus] map(name) patch(name)
  containerID string
  image!^ string : The image that runs.
  imageID!^ string : The image by its digest.
  lastState^ ContainerState : How the container ended the last time.
  name!^ string : Name of the container.
  ready!^ boolean : Whether its readiness probe passes.
  resources ResourceRequirements
  restartCount!^ int32 : How often it was started again.
  started* boolean : Whether its startup probe passed.
  state^ ContainerState : Waiting, running or terminated.
  stopSignal* string
  user ContainerUser
  volumeMounts [VolumeMountStatus] map(mountPath) patch(mountPath)

ContainerUser
  linux LinuxContainerUser

EnvFromSource
  configMapRef ConfigMapEnvSource
  prefix string
  secretRef SecretEnvSource

EnvVar : An environment variable.
  name!^ string : Name of the variable.
  value string : Its value; $(OTHER) stands for variables named before.
  valueFrom EnvVarSource : Where the value comes from, when it is not written here.

EnvVarSource
  configMapKeyRef ConfigMapKeySelector
  fieldRef ObjectFieldSelector
  resourceFieldRef ResourceFieldSelector
  secretKeyRef SecretKeySelector

EphemeralContainer
  args [string]
  command [string]
  env [EnvVar] map(name) patch(name)
  envFrom [EnvFromSource]
  image string
  imagePullPolicy string in(Always,IfNotPresent,Never)
  lifecycle Lifecycle
  livenessProbe Probe
  name!^ string
  ports [ContainerPort] map(containerPort,protocol) patch(containerPort)
  readinessProbe Probe
  resizePolicy [ContainerResizePolicy]
  resources^ ResourceRequirements
  restartPolicy* string
  securityContext SecurityContext
  startupProbe Probe
  stdin boolean
  stdinOnce boolean
  targetContainerName string
  terminationMessagePath string =/dev/termination-log
  terminationMessagePolicy string in(FallbackToLogsOnError,File) =File
  tty boolean
  volumeDevices [VolumeDevice] map(devicePath) patch(devicePath)
  volumeMounts [VolumeMount] map(mountPath) patch(mountPath)
  workingDir string

ExecAction
  command [string]

GRPCAction
  port!^ int32
  service^ string =""

HTTPGetAction
  host string
  httpHeaders [HTTPHeader]
  path string =/
  port!^ intorstring
  scheme string in(HTTP,HTTPS) =HTTP

HTTPHeader
  name!^ string
  value!^ string

HostAlias
  hostnames [string]
  ip!^ string

HostIP
  ip!^ string

Lifecycle
  postStart LifecycleHandler
  preStop LifecycleHandler
  stopSignal* string

LifecycleHandler
  exec ExecAction
  httpGet HTTPGetAction
  sleep SleepAction
  tcpSocket TCPSocketAction

LinuxContainerUser
  gid!^ int64
  supplementalGroups [int64]
  uid!^ int64

NodeAffinity
  preferredDuringSchedulingIgnoredDuringExecution [PreferredSchedulingTerm]
  requiredDuringSchedulingIgnoredDuringExecution NodeSelector

NodeSelector atomic
  nodeSelectorTerms!^ [NodeSelectorTerm]

NodeSelectorRequirement
  key!^ string
  operator!^ string in(DoesNotExist,Exists,Gt,In,Lt,NotIn)
  values [string]

NodeSelectorTerm atomic
  matchExpressions [NodeSelectorRequirement]
  matchFields [NodeSelectorRequirement]
)types";

} // namespace sim::documents
