#pragma once

#include "core/http/request.h"

#include <QStringList>

namespace http {

/// What the Warning headers of an answer say to people, safe to show: the texts with code 299 (RFC 7234, section 5.5),
/// which is all that API servers send. Each text once; at most 16, of at most 512 characters each. What is not written
/// as the RFC says ends the reading of its header.
QStringList warningsOf(const Answer& answer);

} // namespace http
