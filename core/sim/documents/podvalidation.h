#pragma once

#include "core/sim/world/refusal.h"

#include <QJsonObject>
#include <QList>

namespace sim::documents {

/// What is wrong with what a pod, or the template of one, shall run. `path` is where it stands: spec.template.spec
QList<Cause> podSpecCauses(const QJsonObject& spec, const QString& path);
/// What of a pod cannot change any more.
QList<Cause> podChangeCauses(const QJsonObject& spec, const QJsonObject& before);
/// What is wrong with a label selector.
QList<Cause> labelSelectorCauses(const QJsonObject& selector, const QString& path);
/// Whether a label selector selects an object with these labels.
bool selects(const QJsonObject& selector, const QJsonObject& labels);
/// A port that must be a number from 1 to 65535 or a name.
QList<Cause> portCauses(const QJsonValue& port, const QString& path);

} // namespace sim::documents
