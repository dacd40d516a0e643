#pragma once

#include "core/base/error.h"

#include <QDateTime>

#include <optional>

namespace base {

/// A value together with when it was seen. Without a value, `problem` says why it is not known:
/// unknown is not absent. A kept value beside a problem is the last one that was seen.
template <typename T>
struct Observed
{
    std::optional<T> value;
    QDateTime observedAt;         ///< UTC; when `value` was answered; invalid: never
    std::optional<Error> problem; ///< why the last attempt gave no value

    bool isKnown() const { return value.has_value(); }
    /// Known, and the last attempt to learn it anew did not fail.
    bool isFresh() const { return value.has_value() && !problem; }

    void succeed(T seen, const QDateTime& when)
    {
        value = std::move(seen);
        observedAt = when;
        problem.reset();
    }
    /// Keeps the last value, dated.
    void fail(Error error) { problem = std::move(error); }
};

} // namespace base
