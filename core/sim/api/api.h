#pragma once

#include "core/sim/api/authorization.h"
#include "core/sim/api/deleter.h"
#include "core/sim/api/metrics.h"
#include "core/sim/api/pages.h"
#include "core/sim/api/podlogs.h"
#include "core/sim/api/proxy.h"
#include "core/sim/api/reviews.h"
#include "core/sim/api/users.h"
#include "core/sim/api/watcher.h"
#include "core/sim/api/writer.h"

namespace sim {

/// The API server without its sockets: who asks, whether that is allowed, and which part answers.
class Api
{
public:
    /// Answers instead of the API server; false: it does not want to. For faults: 429, 500, silence.
    using Interception = std::function<bool(const Request& request, const RequestInfo& info, const Answer& answer)>;

    /// Is told of every answer an authenticated user was given to what he asked.
    using Witness = std::function<void(const Request& request, const RequestInfo& info, int status)>;

    /// `wall` runs at real time, whatever the speed of the world.
    Api(World& world, Clock& wall);

    void handle(const Request& request, const Answer& answer);

    Users& users() { return m_users; }
    Pages& pages() { return m_pages; }
    Watcher& watcher() { return m_watcher; }
    documents::Kinds& kinds() { return m_kinds; }
    /// Asked for each authenticated request, before authorisation.
    void setInterception(Interception interception) { m_interception = std::move(interception); }
    void setWitness(Witness witness) { m_witness = std::move(witness); }
    const Authorizer& authorizer() const { return m_authorizer; }

private:
    std::optional<Refusal> impersonate(Request& request) const;
    void route(const Call& call);
    void refuseUnknown(const Call& call) const;
    void routeObject(const Call& call);
    void routeSubresource(const Call& call);

    World& m_world;
    Users m_users;
    Authorizer m_authorizer;
    documents::Kinds m_kinds;
    Reader m_reader;
    Watcher m_watcher;
    Writer m_writer;
    Deleter m_deleter;
    Reviews m_reviews;
    PodLogs m_logs;
    Proxy m_proxy;
    Metrics m_metrics;
    Pages m_pages;
    Interception m_interception;
    Witness m_witness;
};

} // namespace sim
