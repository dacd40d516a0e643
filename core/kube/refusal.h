#pragma once

#include "core/base/error.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kube {

/// Why an API server refused to write something, as finely as its Status tells: each asks for another answer of ours.
enum class Refusal {
    None,                 ///< not refused, or for another reason than those below
    ApplyConflict,        ///< 409: fields of an apply belong to another manager; the causes name both
    VersionConflict,      ///< 409: the object has changed since it was read
    ReplacedObject,       ///< 409: the object is another one by now, of the same name (its UID differs)
    AlreadyExists,        ///< 409: there is an object of this name
    NamespaceTerminating, ///< 403: nothing can be made in a namespace that is being deleted
    InvalidFields,        ///< 422: the causes name fields
    UnknownFields,        ///< 400: strict reading found fields that the type does not have, or has twice
    DeniedByWebhook,      ///< an admission webhook said no; deniedText() has its words
    QuotaExceeded,        ///< 403: a ResourceQuota of the namespace has no room for it
    DryRunUnsupported,    ///< 400: an admission webhook cannot be asked without consequences
};

Refusal refusalOf(const base::Error& error);

/// What an admission webhook said when it denied; empty: none did. Safe to show.
QString deniedText(const base::Error& error);

/// One of the things that a Status complains about.
struct Cause
{
    QString reason;   ///< "FieldValueInvalid"
    QString field;    ///< as it came: "spec.ports[1]", ".spec.replicas", "<nil>"
    QStringList path; ///< of the field: {"spec", "ports", "1"}; empty: the document as a whole
    QString message;  ///< safe to show, at most 1,024 characters
    QString manager;  ///< of an apply conflict: whose field it is, e.g. `"kubectl" (scale, apps/v1)`; safe to show

    friend bool operator==(const Cause&, const Cause&) = default;
};

/// The causes of an Error that came from a Status, unknown and doubled fields of a strict reading among them (their
/// reasons: "FieldValueUnknown", "FieldValueDuplicate").
QList<Cause> causesOf(const base::Error& error);

/// A field as servers write it, part by part: `.spec.ports[1].name`, `metadata.labels[a.b/c]`, `spec["x.y"]`. "",
/// "<nil>" and "[]" mean the whole document: empty.
QStringList fieldPath(const QString& field);

} // namespace kube
