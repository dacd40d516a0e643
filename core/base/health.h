#pragma once

namespace base {

/// The families in which everything is judged, most urgent first; tables sort by it.
enum class Health { Broken, AtRisk, Changing, Unknown, Suspended, Healthy };

} // namespace base
