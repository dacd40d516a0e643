#include "core/sim/documents/types/types.h"

namespace sim::documents {

const char* const coreTypes = R"types(
package io.k8s.api.core.v1

AttachedVolume
  devicePath!^ string
  name!^ string

ClientIPConfig
  timeoutSeconds* int32

ConfigMap : Settings for programs, as keys and texts.
  apiVersion string : The API version of this document.
  binaryData {bytes} : Keys with values that are no text.
  data {string} : Keys and texts.
  immutable* boolean : Whether the contents can never change again.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.

ConfigMapNodeConfigSource
  kubeletConfigKey!^ string
  name!^ string
  namespace!^ string
  resourceVersion string
  uid string

ContainerImage
  names [string]
  sizeBytes int64

DaemonEndpoint
  Port!^ int32

EndpointAddress atomic
  hostname string
  ip!^ string
  nodeName* string
  targetRef ObjectReference

EndpointPort atomic
  appProtocol* string
  name string
  port!^ int32
  protocol string in(SCTP,TCP,UDP) =TCP

EndpointSubset
  addresses [EndpointAddress] atomic
  notReadyAddresses [EndpointAddress] atomic
  ports [EndpointPort] atomic

Endpoints : The addresses behind a service.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  subsets [EndpointSubset] atomic : Addresses with the same ports.

Event : Something that happened to an object.
  action string : What was done.
  apiVersion string : The API version of this document.
  count int32 : How often it happened.
  eventTime^ microtime : When it happened first.
  firstTimestamp^ time : When it happened first.
  involvedObject!^ ObjectReference : The object it happened to.
  kind string : The kind of this document.
  lastTimestamp^ time : When it happened last.
  message string : What happened, for people.
  metadata!^ ObjectMeta : Name, labels and the like.
  reason string : What happened, in one CamelCase word.
  related ObjectReference
  reportingComponent^ string : The controller that tells it.
  reportingInstance^ string : Which instance of the controller tells it.
  series EventSeries : How often and until when it happened.
  source^ EventSource : Who tells it.
  type string : Normal or Warning.

EventSeries
  count int32
  lastObservedTime^ microtime

EventSource
  component string
  host string

LoadBalancerIngress
  hostname string
  ip string
  ipMode* string
  ports [PortStatus]

LoadBalancerStatus
  ingress [LoadBalancerIngress]

LocalObjectReference atomic
  name^ string

Namespace : A scope for names, rights and quotas.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  spec^ NamespaceSpec : What the namespace shall be.
  status^ NamespaceStatus : How far it is with that.

NamespaceCondition
  lastTransitionTime^ time
  message string
  reason string
  status!^ string
  type!^ string

NamespaceSpec : What a namespace shall be.
  finalizers [string] : Those who must empty the namespace before it may go.

NamespaceStatus : The state of a namespace.
  conditions [NamespaceCondition] map(type) patch(type)
  phase string in(Active,Terminating) =Active : Active, or Terminating while it is being emptied.

Node : A machine that runs pods.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  spec^ NodeSpec
  status^ NodeStatus

NodeAddress
  address!^ string
  type!^ string

NodeCondition
  lastHeartbeatTime^ time
  lastTransitionTime^ time
  message string
  reason string
  status!^ string
  type!^ string

NodeConfigSource
  configMap ConfigMapNodeConfigSource

NodeConfigStatus
  active NodeConfigSource
  assigned NodeConfigSource
  error string
  lastKnownGood NodeConfigSource

NodeDaemonEndpoints
  kubeletEndpoint^ DaemonEndpoint

NodeFeatures
  supplementalGroupsPolicy boolean

NodeRuntimeHandler
  features NodeRuntimeHandlerFeatures
  name^ string

NodeRuntimeHandlerFeatures
  recursiveReadOnlyMounts boolean
  userNamespaces boolean

NodeSpec
  configSource NodeConfigSource
  externalID string
  podCIDR string
  podCIDRs [string] set patch
  providerID string
  taints [Taint]
  unschedulable boolean

NodeStatus
  addresses [NodeAddress] map(type) patch(type)
  allocatable {quantity}
  capacity {quantity}
  conditions [NodeCondition] map(type) patch(type)
  config NodeConfigStatus
  daemonEndpoints^ NodeDaemonEndpoints
  features NodeFeatures
  images [ContainerImage]
  nodeInfo^ NodeSystemInfo
  phase string in(Pending,Running,Terminated)
  runtimeHandlers [NodeRuntimeHandler]
  volumesAttached [AttachedVolume]
  volumesInUse [string]

NodeSwapStatus
  capacity int64

NodeSystemInfo
  architecture!^ string
  bootID!^ string
  containerRuntimeVersion!^ string
  kernelVersion!^ string
  kubeProxyVersion!^ string
  kubeletVersion!^ string
  machineID!^ string
  operatingSystem!^ string
  osImage!^ string
  swap NodeSwapStatus
  systemUUID!^ string

ObjectReference atomic
  apiVersion string
  fieldPath string
  kind string
  name string
  namespace string
  resourceVersion string
  uid string

PortStatus
  error* string
  port!^ int32
  protocol!^ string in(SCTP,TCP,UDP)

ResourceQuota : Limits on what a namespace may use in total.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  spec^ ResourceQuotaSpec : The limits.
  status^ ResourceQuotaStatus : The limits in force and what is used.

ResourceQuotaSpec
  hard {quantity}
  scopeSelector ScopeSelector
  scopes [string]

ResourceQuotaStatus
  hard {quantity}
  used {quantity}

ScopeSelector atomic
  matchExpressions [ScopedResourceSelectorRequirement]

ScopedResourceSelectorRequirement
  operator!^ string in(DoesNotExist,Exists,In,NotIn)
  scopeName!^ string in(BestEffort,CrossNamespacePodAffinity,NotBestEffort,NotTerminating,PriorityClass,Terminating,VolumeAttributesClass)
  values [string]

Secret : Secret values for programs.
  apiVersion string : The API version of this document.
  data {bytes} : Keys and values in base64.
  immutable* boolean : Whether the contents can never change again.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  stringData {string} : Keys and values as text; written only, the server moves them to data.
  type string =Opaque : What the secret is for; Opaque if nothing is said.

Service : A stable address for a set of pods.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  spec^ ServiceSpec : What the service shall be.
  status^ ServiceStatus : What was last seen of it.

ServiceAccount : An identity for programs in pods.
  apiVersion string : The API version of this document.
  automountServiceAccountToken* boolean : Whether pods that run as this account get a token mounted.
  imagePullSecrets [LocalObjectReference] : Secrets for pulling images, for all pods of this account.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  secrets [ObjectReference] map(name) patch(name) : Secrets that belong to the account.

ServicePort
  appProtocol* string
  name string : Name of the port, needed when there are several.
  nodePort int32 : Port on every node, for NodePort and LoadBalancer.
  port!^ int32 : The port of the service.
  protocol string in(SCTP,TCP,UDP) =TCP : TCP, UDP or SCTP.
  targetPort intorstring : The port of the pods, by number or by name.

ServiceSpec : What a service shall be.
  allocateLoadBalancerNodePorts* boolean
  clusterIP string : The address in the cluster; None for a service without one.
  clusterIPs [string]
  externalIPs [string]
  externalName string : Name outside of the cluster, for the type ExternalName.
  externalTrafficPolicy string in(Cluster,Local)
  healthCheckNodePort int32
  internalTrafficPolicy* string in(Cluster,Local)
  ipFamilies [string]
  ipFamilyPolicy* string in(PreferDualStack,RequireDualStack,SingleStack)
  loadBalancerClass* string
  loadBalancerIP string
  loadBalancerSourceRanges [string]
  ports [ServicePort] map(port,protocol) patch(port) : The ports of the service.
  publishNotReadyAddresses boolean
  selector {string} atomic : Labels of the pods behind the service.
  sessionAffinity string in(ClientIP,None) =None : ClientIP to lead a client to the same pod each time.
  sessionAffinityConfig SessionAffinityConfig
  trafficDistribution* string
  type string in(ClusterIP,ExternalName,LoadBalancer,NodePort) =ClusterIP : ClusterIP, NodePort, LoadBalancer or ExternalName.

ServiceStatus
  conditions [Condition] map(type) patch(type)
  loadBalancer^ LoadBalancerStatus

SessionAffinityConfig
  clientIP ClientIPConfig

Taint
  effect!^ string in(NoExecute,NoSchedule,PreferNoSchedule)
  key!^ string
  timeAdded* time
  value string

TypedLocalObjectReference atomic
  apiGroup* string
  kind!^ string
  name!^ string

TypedObjectReference
  apiGroup* string
  kind!^ string
  name!^ string
  namespace* string
)types";

} // namespace sim::documents
