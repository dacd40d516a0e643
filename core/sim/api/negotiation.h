#pragma once

#include "core/sim/world/refusal.h"

#include <QByteArray>

#include <variant>

namespace sim {

/// In which form a client wants objects.
enum class Form { Whole, Table, MetadataOnly };

/// By the Accept header, the first form that can be served; a Refusal (406) when none can.
std::variant<Form, Refusal> formOf(const QByteArray& accept);

} // namespace sim
