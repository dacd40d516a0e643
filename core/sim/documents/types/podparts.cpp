#include "core/sim/documents/types/types.h"

namespace sim::documents {

const char* const podpartsTypes = R"types(
package io.k8s.api.core.v1

Pod : A group of containers that run together on one node.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  spec^ PodSpec : What shall run, and how.
  status^ PodStatus : What was last seen of it.

PodAffinity
  preferredDuringSchedulingIgnoredDuringExecution [WeightedPodAffinityTerm]
  requiredDuringSchedulingIgnoredDuringExecution [PodAffinityTerm]

PodAffinityTerm
  labelSelector LabelSelector
  matchLabelKeys [string]
  mismatchLabelKeys [string]
  namespaceSelector LabelSelector
  namespaces [string]
  topologyKey!^ string

PodAntiAffinity
  preferredDuringSchedulingIgnoredDuringExecution [WeightedPodAffinityTerm]
  requiredDuringSchedulingIgnoredDuringExecution [PodAffinityTerm]

PodCondition
  lastProbeTime^ time
  lastTransitionTime^ time
  message string
  observedGeneration int64
  reason string
  status!^ string
  type!^ string

PodDNSConfig
  nameservers [string]
  options [PodDNSConfigOption]
  searches [string]

PodDNSConfigOption
  name string
  value* string

PodIP
  ip!^ string

PodOS
  name!^ string

PodReadinessGate
  conditionType!^ string

PodResourceClaim
  name!^ string
  resourceClaimName* string
  resourceClaimTemplateName* string

PodResourceClaimStatus
  name!^ string
  resourceClaimName* string

PodSchedulingGate
  name!^ string

PodSecurityContext
  appArmorProfile AppArmorProfile
  fsGroup* int64
  fsGroupChangePolicy* string in(Always,OnRootMismatch)
  runAsGroup* int64
  runAsNonRoot* boolean
  runAsUser* int64
  seLinuxChangePolicy* string
  seLinuxOptions SELinuxOptions
  seccompProfile SeccompProfile
  supplementalGroups [int64]
  supplementalGroupsPolicy* string in(Merge,Strict)
  sysctls [Sysctl]
  windowsOptions WindowsSecurityContextOptions

PodSpec : What runs in a pod, and how.
  activeDeadlineSeconds* int64 : Seconds after which a pod that still runs is stopped.
  affinity Affinity : Rules about the nodes and the neighbours the pod wants.
  automountServiceAccountToken* boolean : Whether a token of the service account is mounted into the containers.
  containers!^ [Container] map(name) patch(name) : The containers of the pod. There must be at least one; the list cannot change later.
  dnsConfig PodDNSConfig : DNS settings in addition to those of the policy.
  dnsPolicy string in(ClusterFirst,ClusterFirstWithHostNet,Default,None) =ClusterFirst : Where the pod asks for names.
  enableServiceLinks* boolean : Whether the services of the namespace are told to the containers in environment variables.
  ephemeralContainers [EphemeralContainer] map(name) patch(name) : Containers added for debugging to a pod that runs.
  hostAliases [HostAlias] map(ip) patch(ip) : Entries for the hosts file of the pod.
  hostIPC boolean : Share the IPC namespace of the node.
  hostNetwork boolean : Use the network of the node instead of one of its own.
  hostPID boolean : Share the process namespace of the node.
  hostUsers* boolean : Use the user namespace of the node.
  hostname string : Host name of the pod; its name if nothing is said.
  imagePullSecrets [LocalObjectReference] map(name) patch(name) : Secrets with the credentials for the registries of the images.
  initContainers [Container] map(name) patch(name) : Containers that run one after the other, and must succeed, before the others start.
  nodeName string : The node the pod was given to. The scheduler fills it in.
  nodeSelector {string} atomic : Labels a node must have to run the pod.
  os PodOS : The operating system the containers are made for.
  overhead {quantity} : Resources the runtime itself needs for this pod.
  preemptionPolicy* string in(Never,PreemptLowerPriority) : Whether pods of lower priority may be removed to make room for this one.
  priority* int32 : How important the pod is; set from its priority class.
  priorityClassName string : Name of the class that says how important the pod is.
  readinessGates [PodReadinessGate] : Further conditions that must be true before the pod counts as ready.
  resourceClaims [PodResourceClaim] map(name) patch(name) retain
  resources ResourceRequirements
  restartPolicy string in(Always,Never,OnFailure) =Always : Whether containers that ended are started again: Always, OnFailure or Never.
  runtimeClassName* string : Name of the runtime class that runs the pod.
  schedulerName string =default-scheduler : The scheduler that places the pod.
  schedulingGates [PodSchedulingGate] map(name) patch(name) : Gates that must be removed before the pod is scheduled.
  securityContext PodSecurityContext ={} : Security settings for the pod and all its containers.
  serviceAccount string : Old name of serviceAccountName.
  serviceAccountName string : The service account the containers act as.
  setHostnameAsFQDN* boolean
  shareProcessNamespace* boolean : Let the containers of the pod see each other's processes.
  subdomain string : Makes the full host name NAME.SUBDOMAIN.NAMESPACE.svc.
  terminationGracePeriodSeconds* int64 =30 : Seconds between the request to end and the kill.
  tolerations [Toleration] : Taints of nodes the pod puts up with.
  topologySpreadConstraints [TopologySpreadConstraint] map(topologyKey,whenUnsatisfiable) patch(topologyKey) : How the pods of a group shall be spread over zones or nodes.
  volumes [Volume] map(name) patch(name) retain : Volumes the containers can mount.

PodStatus : What was last seen of a pod.
  conditions [PodCondition] map(type) patch(type) : Aspects of the state of the pod.
  containerStatuses [ContainerStatus] : The state of each container.
  ephemeralContainerStatuses [ContainerStatus]
  hostIP string : Address of the node.
  hostIPs [HostIP] patch(ip)
  initContainerStatuses [ContainerStatus] : The state of each init container.
  message string : Why the pod is in this state, for people.
  nominatedNodeName string
  observedGeneration int64
  phase string in(Failed,Pending,Running,Succeeded,Unknown) : Pending, Running, Succeeded, Failed or Unknown.
  podIP string : Address of the pod.
  podIPs [PodIP] map(ip) patch(ip)
  qosClass string in(BestEffort,Burstable,Guaranteed) : Guaranteed, Burstable or BestEffort; follows from the resources.
  reason string : Why the pod is in this state, in one word: Evicted.
  resize string
  resourceClaimStatuses [PodResourceClaimStatus] map(name) patch(name) retain
  startTime* time : When the node took the pod.

PodTemplateSpec
  metadata^ ObjectMeta : Metadata of the pods.
  spec^ PodSpec : What the pods run.

PreferredSchedulingTerm
  preference!^ NodeSelectorTerm
  weight!^ int32

Probe
  exec ExecAction
  failureThreshold int32 =3 : How many failures in a row count as failed.
  grpc GRPCAction
  httpGet HTTPGetAction
  initialDelaySeconds int32 : Seconds after the start before the first question.
  periodSeconds int32 =10 : Seconds between two questions.
  successThreshold int32 =1 : How many successes in a row count as passed again.
  tcpSocket TCPSocketAction
  terminationGracePeriodSeconds* int64
  timeoutSeconds int32 =1 : Seconds until a question counts as failed.

ResourceClaim
  name!^ string
  request string

ResourceHealth
  health string
  resourceID!^ string

ResourceRequirements : Resources that are asked for and allowed.
  claims [ResourceClaim] map(name)
  limits {quantity} : The most that may be used.
  requests {quantity} : What must be free on a node for the pod to be placed there.

ResourceStatus
  name!^ string
  resources [ResourceHealth] map(resourceID)

SELinuxOptions
  level string
  role string
  type string
  user string

SeccompProfile
  localhostProfile* string
  type!^ string in(Localhost,RuntimeDefault,Unconfined)

SecretEnvSource
  name^ string
  optional* boolean

SecretKeySelector atomic
  key!^ string
  name^ string
  optional* boolean

SecurityContext
  allowPrivilegeEscalation* boolean
  appArmorProfile AppArmorProfile
  capabilities Capabilities
  privileged* boolean
  procMount* string in(Default,Unmasked)
  readOnlyRootFilesystem* boolean
  runAsGroup* int64
  runAsNonRoot* boolean
  runAsUser* int64
  seLinuxOptions SELinuxOptions
  seccompProfile SeccompProfile
  windowsOptions WindowsSecurityContextOptions

SleepAction
  seconds!^ int64

Sysctl
  name!^ string
  value!^ string

TCPSocketAction
  host string
  port!^ intorstring

Toleration
  effect string in(NoExecute,NoSchedule,PreferNoSchedule)
  key string
  operator string in(Equal,Exists)
  tolerationSeconds* int64
  value string

TopologySpreadConstraint
  labelSelector LabelSelector
  matchLabelKeys [string]
  maxSkew!^ int32
  minDomains* int32
  nodeAffinityPolicy* string in(Honor,Ignore)
  nodeTaintsPolicy* string in(Honor,Ignore)
  topologyKey!^ string
  whenUnsatisfiable!^ string in(DoNotSchedule,ScheduleAnyway)

VolumeDevice
  devicePath!^ string
  name!^ string

VolumeMount
  mountPath!^ string : Where the container sees the volume.
  mountPropagation* string in(Bidirectional,HostToContainer,None)
  name!^ string : Name of a volume of the pod.
  readOnly boolean : Whether the container may only read.
  recursiveReadOnly* string
  subPath string : Folder of the volume to mount instead of its root.
  subPathExpr string

VolumeMountStatus
  mountPath!^ string
  name!^ string
  readOnly boolean
  recursiveReadOnly* string

WeightedPodAffinityTerm
  podAffinityTerm!^ PodAffinityTerm
  weight!^ int32

WindowsSecurityContextOptions
  gmsaCredentialSpec* string
  gmsaCredentialSpecName* string
  hostProcess* boolean
  runAsUserName* string
)types";

} // namespace sim::documents
