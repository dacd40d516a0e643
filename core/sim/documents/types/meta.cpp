#include "core/sim/documents/types/types.h"

namespace sim::documents {

const char* const metaTypes = R"types(
package io.k8s.apimachinery.pkg.apis.meta.v1

Condition : One aspect of the state of an object.
  lastTransitionTime!^ time : When the status last changed.
  message!^ string : Explanation for people.
  observedGeneration int64
  reason!^ string : Explanation in one CamelCase word.
  status!^ string : True, False or Unknown.
  type!^ string : Which aspect this is about.

LabelSelector atomic : Selects objects by their labels. All requirements must hold; an empty one selects everything.
  matchExpressions [LabelSelectorRequirement] : Requirements on single labels.
  matchLabels {string} : Labels and the values they must have.

LabelSelectorRequirement : A requirement on one label.
  key!^ string : The label.
  operator!^ string : How the label relates to the values: In, NotIn, Exists or DoesNotExist.
  values [string] : The values for In and NotIn; empty otherwise.

ManagedFieldsEntry : The fields one manager set through one kind of write.
  apiVersion string
  fieldsType string
  fieldsV1 any
  manager string
  operation string
  subresource string
  time* time

ObjectMeta : What every object says of itself: its name, labels, owners and history.
  annotations {string} : Free texts tools attach to the object; not used to select it.
  creationTimestamp^ time : When the object was created. Set by the server.
  deletionGracePeriodSeconds* int64 : How many seconds the object has to end once it is being deleted.
  deletionTimestamp* time : When the object shall be gone. Set by the server when a deletion was asked for.
  finalizers [string] set patch : Names of those who must do something before the object may disappear; it stays until the list is empty.
  generateName string : Prefix of a name the server makes unique when no name is given.
  generation int64 : Counts the changes of what is desired. Set by the server.
  labels {string} : Short values by which objects are grouped and selected.
  managedFields [ManagedFieldsEntry] : Who set which fields, kept by the server for server-side apply.
  name string : Name of the object, unique among its kind in its namespace.
  namespace string : The namespace the object lives in.
  ownerReferences [OwnerReference] map(uid) patch(uid) : The objects this one belongs to; it is removed when all of them are gone.
  resourceVersion string : Stands for one state of the object; compare it only for equality.
  selfLink string : No longer filled in.
  uid string : Tells this object from another of the same name before or after it.

OwnerReference atomic : An object that owns another one.
  apiVersion!^ string : API version of the owner.
  blockOwnerDeletion* boolean : Whether the owner has to wait for this object when it is deleted in the foreground.
  controller* boolean : Whether the owner is the one that manages this object.
  kind!^ string : Kind of the owner.
  name!^ string : Name of the owner.
  uid!^ string : Uid of the owner.
DeleteOptions : How something shall be deleted.
  apiVersion string : The API version of this document.
  dryRun [string] : All to only try it.
  gracePeriodSeconds* int64 : Seconds the object has to end; 0 at once.
  kind string : The kind of this document.
  preconditions Preconditions : What must hold, or nothing is deleted.
  propagationPolicy* string : What becomes of what the object owns: Foreground, Background or Orphan.

ListMeta : What a list says of itself.
  continue string : Asks for the next part of the list.
  remainingItemCount* int64 : How many are left, about.
  resourceVersion string : The state the list shows; watch from there.
  selfLink string : No longer filled in.

Patch : A change of an object; the content type says in which form.

Preconditions : What must hold of an object.
  resourceVersion* string : The state it must be in.
  uid* string : The uid it must have.

Status : Why something was not done, or that it was.
  apiVersion string : The API version of this document.
  code int32 : The code of HTTP.
  details StatusDetails : More about it.
  kind string : The kind of this document.
  message string : The reason, for people.
  metadata^ ListMeta
  reason string : The reason, in one word.
  status string : Success or Failure.

StatusCause : One reason among several.
  field string : The field it is about.
  message string : The reason, for people.
  reason string : The reason, in one word.

StatusDetails : What a status is about.
  causes [StatusCause] : The reasons.
  group string : The API group.
  kind string : The kind.
  name string : The name.
  retryAfterSeconds int32 : Try again after so many seconds.
  uid string : The uid.
)types";

} // namespace sim::documents
