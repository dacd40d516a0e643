#pragma once

#include <QJsonValue>
#include <QString>

namespace yaml {

/// What a plain scalar means in the YAML 1.2 core schema. Integers beyond 64 bits become floating point; infinities and
/// NaN, which JSON does not have, stay text.
QJsonValue typedScalar(const QString& text);

/// Whether some reader of YAML 1.1 or 1.2 would take this plain text for something other than text.
bool looksTyped(const QString& text);

} // namespace yaml
