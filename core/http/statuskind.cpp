#include "core/http/statuskind.h"

namespace http {

base::Error::Kind kindOfStatus(int status)
{
    using Kind = base::Error::Kind;
    switch (status) {
    case 400:
    case 422:
        return Kind::Invalid;
    case 401:
        return Kind::Unauthorized;
    case 403:
        return Kind::Forbidden;
    case 404:
        return Kind::NotFound;
    case 409:
        return Kind::Conflict;
    case 410:
        return Kind::Gone;
    case 413:
        return Kind::TooLarge;
    case 429:
        return Kind::TooManyRequests;
    default:
        return Kind::Server;
    }
}

} // namespace http
