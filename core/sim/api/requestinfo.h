#pragma once

#include "core/sim/api/query.h"
#include "core/sim/world/services.h"

namespace sim {

/// What a request is about, as authorisation and routing see it.
struct RequestInfo
{
    bool isResource = false;
    QString path; ///< cleaned: no empty steps, no `..`
    QString verb =
        {}; ///< get, list, watch, create, update, patch, delete, deletecollection; for other paths the method
    QString group = {};
    QString version = {};
    QString ns = {};
    QString plural = {};
    QString subresource = {};
    QString name = {};
    QString rest = {}; ///< of a proxy: what follows, with its slash

    /// plural.group
    QString type() const { return group.isEmpty() ? plural : plural + u'.' + group; }
};

RequestInfo requestInfo(const Request& request, const Query& query);

} // namespace sim
