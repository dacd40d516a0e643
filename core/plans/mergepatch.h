#pragma once

#include <QJsonObject>

namespace plans {

/// What makes `after` of `before` as a JSON merge patch (RFC 7386): maps hold what is different in them, what has gone
/// is null, all else, lists too, is whole. Empty: nothing. A null within `after` cannot be told from what has gone.
QJsonObject mergePatch(const QJsonObject& before, const QJsonObject& after);

} // namespace plans
