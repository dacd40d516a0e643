#pragma once

namespace sim::documents {

// The types of the built-in kinds as text, read by TypeLibrary. A type is a line at the margin, its fields are
// indented:
//
//     NAME [atomic] [: description]
//       FIELD[!][^|~|*] TYPE [set|map(KEYS)|atomic] [patch|patch(KEY)] [retain] [in(VALUES)] [=DEFAULT] [: description]
//
// ! required, ^ written even when it is zero, ~ written as null, * a pointer in Go (zero is not nothing). A TYPE is
// another type's name, {TYPE} for a map, [TYPE] for a list, or a scalar in lower case. "patch" and "retain" are about
// strategic merge patch.
extern const char* const metaTypes;
extern const char* const coreTypes;
extern const char* const podsTypes;
extern const char* const podpartsTypes;
extern const char* const volumesTypes;
extern const char* const workloadsTypes;
extern const char* const clusterTypes;
extern const char* const extensionsTypes;
/// The kinds of the Flink operator; "pod" stands for a whole pod.
extern const char* const flinkTypes;

} // namespace sim::documents
