#pragma once

#include "core/manifest/finding.h"

#include <optional>

namespace manifest {

/// What keeps a text from being looked at: too large, binary, no UTF-8. DREY-Y001, at its place.
std::optional<Finding> problemOf(const QByteArray& text);
/// What keeps a document from being read. DREY-Y001, at its place.
Finding faultFinding(const yaml::Tree::Fault& fault, const QByteArray& text);

} // namespace manifest
