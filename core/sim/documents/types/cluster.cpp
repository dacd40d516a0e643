#include "core/sim/documents/types/types.h"

namespace sim::documents {

const char* const clusterTypes = R"types(
package io.k8s.api.coordination.v1

Lease : A claim on something, renewed by its holder.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  spec^ LeaseSpec : Who holds it, and until when.

LeaseSpec
  acquireTime* microtime : When the holder got it.
  holderIdentity* string : Who holds it.
  leaseDurationSeconds* int32 : Seconds after the last renewal when others may take it.
  leaseTransitions* int32 : How often the holder changed.
  preferredHolder* string
  renewTime* microtime : When the holder last renewed it.
  strategy* string

package io.k8s.api.discovery.v1

Endpoint
  addresses!^ [string] set : Where it is reached.
  conditions^ EndpointConditions : Whether it can be used.
  deprecatedTopology {string}
  hints EndpointHints
  hostname* string
  nodeName* string
  targetRef ObjectReference : The pod.
  zone* string

EndpointConditions
  ready* boolean
  serving* boolean
  terminating* boolean

EndpointHints
  forNodes [ForNode] atomic
  forZones [ForZone] atomic

EndpointPort atomic
  appProtocol* string
  name* string =""
  port* int32
  protocol* string =TCP

EndpointSlice : Some of the addresses behind a service.
  addressType!^ string in(FQDN,IPv4,IPv6) : What kind of addresses these are.
  apiVersion string : The API version of this document.
  endpoints!^ [Endpoint] atomic : The addresses.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  ports^ [EndpointPort] atomic : The ports of each address.

ForNode
  name!^ string

ForZone
  name!^ string

package io.k8s.api.events.v1

Event : Something that happened to an object.
  action string : What was done.
  apiVersion string : The API version of this document.
  deprecatedCount int32
  deprecatedFirstTimestamp^ time
  deprecatedLastTimestamp^ time
  deprecatedSource^ EventSource
  eventTime!^ microtime : When it happened first.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  note string : What happened, for people.
  reason string : What happened, in one CamelCase word.
  regarding^ ObjectReference : The object it happened to.
  related ObjectReference
  reportingController string : The controller that tells it.
  reportingInstance string : Which instance of the controller tells it.
  series EventSeries : How often and until when it happened.
  type string : Normal or Warning.

EventSeries
  count!^ int32
  lastObservedTime!^ microtime

package io.k8s.api.networking.v1

IPBlock
  cidr!^ string
  except [string]

HTTPIngressPath
  backend!^ IngressBackend : Where what comes in goes to.
  path string : What the path of a request is compared with.
  pathType!* string in(Exact,ImplementationSpecific,Prefix) : How it is compared.

HTTPIngressRuleValue
  paths!^ [HTTPIngressPath] atomic

Ingress : Leads requests from outside to services.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  spec^ IngressSpec : What leads where.
  status^ IngressStatus : Where it can be reached.

IngressBackend
  resource TypedLocalObjectReference
  service IngressServiceBackend : The service.

IngressLoadBalancerIngress
  hostname string
  ip string
  ports [IngressPortStatus] atomic

IngressLoadBalancerStatus
  ingress [IngressLoadBalancerIngress] atomic

IngressPortStatus
  error* string
  port!^ int32
  protocol!^ string in(SCTP,TCP,UDP)

IngressRule
  host string : The host a request is for.
  http HTTPIngressRuleValue

IngressServiceBackend
  name!^ string
  port^ ServiceBackendPort

IngressSpec
  defaultBackend IngressBackend : Where everything else goes to.
  ingressClassName* string : Who serves it.
  rules [IngressRule] atomic : What leads where.
  tls [IngressTLS] atomic

IngressStatus
  loadBalancer^ IngressLoadBalancerStatus

IngressTLS
  hosts [string] atomic
  secretName string

NetworkPolicy : Says which traffic pods may have.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  spec^ NetworkPolicySpec : The pods it is about, and what is allowed.

NetworkPolicyEgressRule
  ports [NetworkPolicyPort]
  to [NetworkPolicyPeer]

NetworkPolicyIngressRule
  from [NetworkPolicyPeer]
  ports [NetworkPolicyPort]

NetworkPolicyPeer
  ipBlock IPBlock
  namespaceSelector LabelSelector
  podSelector LabelSelector

NetworkPolicyPort
  endPort* int32
  port* intorstring
  protocol* string in(SCTP,TCP,UDP) =TCP

NetworkPolicySpec
  egress [NetworkPolicyEgressRule] : Traffic the pods may start.
  ingress [NetworkPolicyIngressRule] : Traffic that may reach the pods.
  podSelector!^ LabelSelector : The pods this is about; an empty one means all of the namespace.
  policyTypes [string] : Ingress, Egress, or both.

ServiceBackendPort atomic
  name string
  number int32

package io.k8s.api.rbac.v1

AggregationRule
  clusterRoleSelectors [LabelSelector]

ClusterRole : Rights in the whole cluster.
  aggregationRule AggregationRule
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  rules^ [PolicyRule] : What is allowed.

ClusterRoleBinding : Gives the rights of a cluster role in the whole cluster.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  roleRef!^ RoleRef : The role; it cannot change.
  subjects [Subject] : Those who get the rights.

PolicyRule : Verbs that are allowed on resources.
  apiGroups [string] : The API groups; an empty text is the core group, * all.
  nonResourceURLs [string] : Paths that are no resources.
  resourceNames [string] : The only names this is about; empty: all.
  resources [string] : The resources, with their subresources as in pods/log; * all.
  verbs!^ [string] : The verbs: get, list, watch, create, update, patch, delete; * all.

Role : Rights within one namespace.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  rules^ [PolicyRule] : What is allowed.

RoleBinding : Gives the rights of a role to users, groups and service accounts within one namespace.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  roleRef!^ RoleRef : The role; it cannot change.
  subjects [Subject] : Those who get the rights.

RoleRef atomic
  apiGroup!^ string
  kind!^ string
  name!^ string

Subject atomic
  apiGroup string
  kind!^ string
  name!^ string
  namespace string
)types";

} // namespace sim::documents
