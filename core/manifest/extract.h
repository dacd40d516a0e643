#pragma once

#include "core/manifest/lint.h"

namespace manifest {

/// The manifests within a page of text, Markdown or pasted from the web: what begins with apiVersion or kind, at any
/// indentation, up to what is no YAML; and tables of Flink's keys within the code of other languages, lines such as
/// "state.backend.type": "rocksdb". Blocks with three dots for what is left out are no manifests. In the order of the
/// page.
QList<Piece> extractedFrom(const QByteArray& page, const Catalogue& catalogue);

/// The configuration of Flink that a ConfigMap holds as a file: flink-conf.yaml or config.yaml.
QList<Piece> configurationFilesIn(const yaml::Tree& configMap);

} // namespace manifest
