#pragma once

#include "core/base/health.h"
#include "core/flink/connectionstate.h"

#include <QList>
#include <QString>

namespace shell {

/// A state in one short statement and its family.
struct Statement
{
    base::Health family = base::Health::Unknown;
    QString text;

    friend bool operator==(const Statement&, const Statement&) = default;
};

/// Pure: how one connection is doing, without its name: "38 ms", "reconnecting, attempt 3", "no answer for 42 s".
Statement stateOf(const flink::ConnectionState& state, const QDateTime& now);
/// Pure: how fresh the window is as a whole; the worst connection counts: "Live · 2 s", "Stale · 42 s", "Not
/// connected".
Statement freshnessOf(const QList<flink::ConnectionState>& states, const QDateTime& now);

} // namespace shell
