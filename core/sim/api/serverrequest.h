#pragma once

#include "core/sim/world/services.h"

// Boost 1.74 needs std::exchange and does not include it.
#include <utility>

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace sim {

using WireParser = boost::beast::http::request_parser<boost::beast::http::string_body>;

/// A message of HTTP as those who answer see it: the path decoded, as the server of a Go program sees it.
Request requestOf(const WireParser::value_type& message);

} // namespace sim
