#pragma once

#include <QJsonValue>
#include <QString>

#include <string>

namespace yaml {

/// What a plain scalar means to kubectl and to API servers, which read YAML 1.1 (sigs.k8s.io/yaml; compared with
/// kubectl 1.33): yes and off are booleans, 014 is twelve, 1_000 a thousand; but 1:30 is text, and so is a date.
/// Decimal integers beyond 64 bits become floating point; infinities and NaN, which JSON does not have, stay text.
QJsonValue typedScalar(const QString& text);

/// Whether some reader of YAML 1.1 or 1.2 would take this plain text for something other than text.
bool looksTyped(const QString& text);

/// A core tag ("tag:yaml.org,2002:int") says how to read a scalar; "?" is what the parser calls a plain one without a
/// tag.
bool readsAsPlain(const std::string& tag);

/// QString::fromUtf8() would take U+FEFF at the beginning for a byte order mark and drop it.
QString unicode(const std::string& utf8);

} // namespace yaml
