#pragma once

#include <QJsonValue>
#include <QString>

#include <string>

namespace yaml {

/// What a plain scalar means in the YAML 1.2 core schema. Integers beyond 64 bits become floating point; infinities and
/// NaN, which JSON does not have, stay text.
QJsonValue typedScalar(const QString& text);

/// Whether some reader of YAML 1.1 or 1.2 would take this plain text for something other than text.
bool looksTyped(const QString& text);

/// A core tag ("tag:yaml.org,2002:int") says how to read a scalar; "?" is what the parser calls a plain one without a
/// tag.
bool readsAsPlain(const std::string& tag);

/// QString::fromUtf8() would take U+FEFF at the beginning for a byte order mark and drop it.
QString unicode(const std::string& utf8);

} // namespace yaml
