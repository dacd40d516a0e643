#pragma once

#include <QString>

#include <chrono>

namespace base {

/// What went wrong, in a form a caller can act on and a person can read.
struct Error
{
    enum class Kind {
        Network,         ///< no answer: name not found, refused, connection lost
        Tls,             ///< the secure channel could not be made or trusted
        Timeout,         ///< no answer in time; for a read only: a write that timed out is OutcomeUnknown
        OutcomeUnknown,  ///< a write was sent and its answer never came: it may or may not have happened
        Cancelled,       ///< we gave up on purpose
        Protected,       ///< we refused to send a write to a protected context
        Credentials,     ///< our side could not produce credentials (plugin failed, file unreadable, not approved)
        Unauthorized,    ///< 401: the credentials are not accepted
        Forbidden,       ///< 403: accepted, but not for this
        NotFound,        ///< 404
        Conflict,        ///< 409: the object has changed meanwhile, or exists already
        Gone,            ///< 410, or reason Expired: the watch position or continue token is too old
        Invalid,         ///< 400, 422, or refused by an admission webhook
        TooManyRequests, ///< 429
        TooLarge,        ///< more bytes than we are willing to hold
        Server,          ///< any other answer of the server
        Decode,          ///< the answer is not what its type promises
        Configuration,   ///< a kubeconfig or setting that cannot be used
    };

    Kind kind = Kind::Network;
    QString message;     ///< for the user, translated: what happened, where, what to do
    QString detail = {}; ///< for the expander and a bug report: the server's words, a position; no secrets
    int httpStatus = 0;  ///< 0: there was no HTTP answer
    QString reason = {}; ///< the `reason` of a Kubernetes Status, as it came
    std::chrono::seconds retryAfter{0}; ///< what the server asked for; 0: nothing

    friend bool operator==(const Error&, const Error&) = default;
};

} // namespace base
