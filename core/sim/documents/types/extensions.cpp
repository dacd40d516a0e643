#include "core/sim/documents/types/types.h"

namespace sim::documents {

const char* const extensionsTypes = R"types(
package io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1

CustomResourceColumnDefinition
  description string
  format string
  jsonPath!^ string
  name!^ string
  priority int32
  type!^ string

CustomResourceConversion
  strategy!^ string =None
  webhook WebhookConversion

CustomResourceDefinition : Adds a kind to the API.
  apiVersion string : The API version of this document.
  kind string : The kind of this document.
  metadata^ ObjectMeta : Name, labels and the like.
  spec!^ CustomResourceDefinitionSpec : What the kind is called and what its objects hold.
  status^ CustomResourceDefinitionStatus : Whether the kind is served.

CustomResourceDefinitionCondition
  lastTransitionTime^ time
  message string
  reason string
  status!^ string
  type!^ string

CustomResourceDefinitionNames
  categories [string]
  kind!^ string
  listKind string
  plural!^ string
  shortNames [string]
  singular string

CustomResourceDefinitionSpec
  conversion CustomResourceConversion ={}
  group!^ string : API group of the kind.
  names!^ CustomResourceDefinitionNames : The names of the kind.
  preserveUnknownFields boolean
  scope!^ string : Namespaced or Cluster.
  versions!^ [CustomResourceDefinitionVersion] : The versions of the kind.

CustomResourceDefinitionStatus
  acceptedNames^ CustomResourceDefinitionNames
  conditions^ [CustomResourceDefinitionCondition] map(type)
  storedVersions^ [string]

CustomResourceDefinitionVersion
  additionalPrinterColumns [CustomResourceColumnDefinition]
  deprecated boolean
  deprecationWarning* string
  name!^ string
  schema CustomResourceValidation
  selectableFields [SelectableField]
  served!^ boolean
  storage!^ boolean
  subresources CustomResourceSubresources

CustomResourceSubresourceScale
  labelSelectorPath* string
  specReplicasPath!^ string
  statusReplicasPath!^ string

CustomResourceSubresourceStatus

CustomResourceSubresources
  scale CustomResourceSubresourceScale
  status CustomResourceSubresourceStatus

CustomResourceValidation
  openAPIV3Schema JSONSchemaProps

ExternalDocumentation
  description string
  url string

JSONSchemaProps
  $ref string
  $schema string
  additionalItems* any
  additionalProperties* any
  allOf [JSONSchemaProps]
  anyOf [JSONSchemaProps]
  default* any
  definitions {JSONSchemaProps}
  dependencies {any}
  description string
  enum [any]
  example* any
  exclusiveMaximum boolean
  exclusiveMinimum boolean
  externalDocs ExternalDocumentation
  format string
  id string
  items* any
  maxItems* int64
  maxLength* int64
  maxProperties* int64
  maximum* number
  minItems* int64
  minLength* int64
  minProperties* int64
  minimum* number
  multipleOf* number
  not JSONSchemaProps
  nullable boolean
  oneOf [JSONSchemaProps]
  pattern string
  patternProperties {JSONSchemaProps}
  properties {JSONSchemaProps}
  required [string]
  title string
  type string
  uniqueItems boolean
  x-kubernetes-embedded-resource boolean
  x-kubernetes-int-or-string boolean
  x-kubernetes-list-map-keys [string]
  x-kubernetes-list-type* string
  x-kubernetes-map-type* string
  x-kubernetes-preserve-unknown-fields* boolean
  x-kubernetes-validations [ValidationRule] map(rule) patch(rule)

SelectableField
  jsonPath!^ string

ServiceReference
  name!^ string
  namespace!^ string
  path* string
  port* int32

ValidationRule
  fieldPath string
  message string
  messageExpression string
  optionalOldSelf* boolean
  reason* string in(FieldValueDuplicate,FieldValueForbidden,FieldValueInvalid,FieldValueRequired)
  rule!^ string

WebhookClientConfig
  caBundle bytes
  service ServiceReference
  url* string

WebhookConversion
  clientConfig WebhookClientConfig
  conversionReviewVersions!^ [string]
)types";

} // namespace sim::documents
