#include "core/sim/practice/programs.h"

#include "core/sim/practice/graph.h"

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using flink::Ship;

constexpr double megabyte = 1e6;
constexpr double gigabyte = 1e9;

// Payments.

Graph paymentAuthorize()
{
    Graph g(u"payment-authorize"_s, u"com.hanbit.payments.AuthorizeJob"_s, 4);
    const int requests = g.source({u"Source: payment-requests"_s, u"parse"_s}, {u"payments.requests.v3"_s, 2400, 410});
    const int merchants = g.source({u"Source: merchants"_s}, {u"catalog.merchants"_s, 12, 900, 0.1, 4}, 0.02);
    const int enrich =
        g.task({u"enrich-with-merchant"_s}, {requests, merchants}, {0.34, 1, {u"merchant"_s, 900 * megabyte, 3}});
    const int limits =
        g.task({u"check-limits"_s, u"decide"_s}, {enrich}, {0.41, 1, {u"card-limits"_s, 6.5 * gigabyte, 6}});
    g.task({u"Sink: decisions"_s}, {limits}, {0.22, 1, {}, Ship::Rebalance});
    g.task({u"declined"_s, u"Sink: declined"_s}, {limits}, {0.06, 0.04, {}, Ship::Rebalance});
    return g;
}

Graph paymentSettlement()
{
    Graph g(u"payment-settlement"_s, u"com.hanbit.payments.SettlementJob"_s, 4);
    const int captured = g.source({u"Source: captured"_s, u"parse"_s}, {u"payments.captured.v2"_s, 1500, 520});
    const int fees = g.source({u"Source: fee-schedules"_s}, {u"catalog.fees"_s, 2, 300, 0, 1}, 0.01);
    const int price = g.task({u"apply-fees"_s}, {captured, fees}, {0.28, 1, {u"fees"_s, 90 * megabyte, 1}});
    const int window = g.task({u"merchant-day-window"_s}, {price}, {0.46, 0.02, {u"windows"_s, 11 * gigabyte, 9}});
    const int ledger = g.task({u"balance"_s, u"book"_s}, {window}, {0.18, 2, {u"balances"_s, 2 * gigabyte, 30}});
    g.task({u"Sink: ledger (exactly-once)"_s}, {ledger}, {0.24, 1, {}, Ship::Forward});
    return g;
}

Graph refundMatcher()
{
    Graph g(u"refund-matcher"_s, u"com.hanbit.payments.RefundMatcher"_s, 2);
    const int refunds = g.source({u"Source: refunds"_s}, {u"payments.refunds"_s, 60, 380, 0.4, 6});
    const int captured = g.source({u"Source: captured"_s, u"project"_s}, {u"payments.captured.v2"_s, 1500, 120});
    const int match = g.task({u"match-by-payment"_s}, {refunds, captured},
                             {.busy = 0.38,
                              .selectivity = 0.04,
                              .state = {u"open-payments"_s, 3.4 * gigabyte, 4},
                              .system = u"payment-index"_s});
    g.task({u"Sink: matched-refunds"_s}, {match}, {0.12, 1, {}, Ship::Rebalance});
    return g;
}

Graph fraudScoring()
{
    Graph g(u"fraud-scoring"_s, u"com.hanbit.risk.ScoringJob"_s, 4);
    const int payments = g.source({u"Source: payment-requests"_s, u"parse"_s}, {u"payments.requests.v3"_s, 2400, 410});
    const int devices = g.source({u"Source: device-signals"_s}, {u"risk.devices"_s, 800, 260}, 0.1);
    const int rules = g.source({u"Source: rules"_s}, {u"risk.rules"_s, 1, 2000, 0, 1}, 0.01);
    const int profile =
        g.task({u"customer-profile"_s}, {payments, devices}, {0.44, 0.75, {u"profiles"_s, 7.2 * gigabyte, 5}});
    const int velocity = g.task({u"velocity-10m"_s}, {profile}, {0.37, 1, {u"velocity"_s, 1.1 * gigabyte, 7}});
    const int score = g.task({u"score-model"_s}, {velocity, rules}, {0.58, 1, {}, Ship::Rebalance});
    const int verdict = g.task({u"decide"_s}, {score}, {0.21, 1, {u"cases"_s, 600 * megabyte, 2}});
    g.task({u"Sink: verdicts"_s}, {verdict}, {0.25, 1, {}, Ship::Forward});
    return g;
}

// Orders.

Graph orderLifecycle()
{
    Graph g(u"order-lifecycle"_s, u"com.hanbit.orders.LifecycleJob"_s, 4);
    const int events = g.source({u"Source: order-events"_s, u"parse"_s}, {u"orders.events.v5"_s, 3100, 350});
    const int dedupe = g.task({u"deduplicate"_s}, {events}, {0.29, 0.97, {u"seen"_s, 1.6 * gigabyte, 3}});
    const int state = g.task({u"order-state-machine"_s}, {dedupe}, {0.47, 1, {u"orders"_s, 8.8 * gigabyte, 7}});
    const int late = g.task({u"sla-timers"_s}, {state}, {0.33, 0.1, {u"timers"_s, 500 * megabyte, 2}});
    g.task({u"Sink: order-status"_s}, {state}, {.busy = 0.26, .ship = Ship::Rebalance, .system = u"orders-db"_s});
    g.task({u"Sink: sla-breaches"_s}, {late}, {0.04, 1, {}, Ship::Rebalance});
    return g;
}

Graph warehouseInventory()
{
    Graph g(u"warehouse-inventory"_s, u"com.hanbit.logistics.InventoryJob"_s, 3);
    const int moves = g.source({u"Source: stock-moves"_s}, {u"wms.moves"_s, 900, 240});
    const int orders = g.source({u"Source: reservations"_s}, {u"orders.reservations"_s, 450, 190}, 0.12);
    const int stock = g.task({u"stock-per-sku"_s}, {moves, orders}, {0.42, 1, {u"stock"_s, 1.9 * gigabyte, 8}});
    g.task({u"Sink: stock-levels"_s}, {stock}, {0.31, 1, {}, Ship::Rebalance});
    g.task({u"low-stock"_s, u"Sink: reorder"_s}, {stock}, {0.08, 0.01, {}, Ship::Rebalance});
    return g;
}

Graph parcelTracking()
{
    Graph g(u"parcel-tracking"_s, u"com.hanbit.logistics.TrackingJob"_s, 4);
    const int scans = g.source({u"Source: carrier-scans"_s, u"parse"_s}, {u"logistics.scans"_s, 1800, 300});
    const int normal = g.task({u"normalise-carrier"_s}, {scans}, {0.24, 1, {}, Ship::Rebalance});
    const int parcel = g.task({u"parcel-history"_s}, {normal}, {0.45, 1, {u"parcels"_s, 5.4 * gigabyte, 11}});
    const int eta = g.task({u"estimate-arrival"_s}, {parcel}, {0.51, 0.6, {u"lanes"_s, 300 * megabyte, 2}});
    g.task({u"Sink: tracking"_s}, {eta}, {0.28, 1, {}, Ship::Forward});
    return g;
}

Graph addressNormalize()
{
    Graph g(u"address-normalize"_s, u"com.hanbit.logistics.AddressJob"_s, 2);
    const int raw = g.source({u"Source: addresses"_s}, {u"orders.addresses"_s, 420, 280});
    const int geo = g.task({u"geocode (async)"_s}, {raw}, {0.36, 1, {}, Ship::Rebalance});
    g.task({u"Sink: addresses-normalised"_s}, {geo}, {0.2, 1, {}, Ship::Forward});
    return g;
}

Graph dockSlotting()
{
    Graph g(u"dock-slotting"_s, u"com.hanbit.logistics.DockJob"_s, 2);
    const int arrivals = g.source({u"Source: truck-arrivals"_s}, {u"wms.trucks"_s, 25, 600, 0.5, 4}, 0.05);
    const int docks = g.source({u"Source: dock-state"_s}, {u"wms.docks"_s, 90, 120, 0.5, 4}, 0.05);
    const int plan = g.task({u"plan-slots"_s}, {arrivals, docks}, {0.4, 0.3, {u"docks"_s, 60 * megabyte, 40}});
    g.task({u"Sink: dock-plan"_s}, {plan}, {0.1, 1, {}, Ship::Rebalance});
    return g;
}

// Analytics.

Graph clickstreamSessions()
{
    Graph g(u"clickstream-sessions"_s, u"com.hanbit.analytics.SessionsJob"_s, 6);
    const int clicks =
        g.source({u"Source: clicks"_s, u"parse"_s, u"drop-bots"_s}, {u"web.clicks"_s, 9200, 640, 0.45, 24});
    const int sessions = g.task(
        {u"session-window-30m"_s}, {clicks},
        {.busy = 0.49, .selectivity = 0.05, .state = {u"sessions"_s, 14 * gigabyte, 5}, .keyOf = u"web.clicks"_s});
    const int funnel = g.task({u"funnel-steps"_s}, {sessions}, {0.23, 3, {}, Ship::Forward});
    const int daily = g.task({u"daily-aggregate"_s}, {funnel}, {0.27, 0.2, {u"days"_s, 1.2 * gigabyte, 12}});
    g.task({u"Sink: iceberg-sessions"_s}, {sessions}, {0.35, 1, {}, Ship::Rebalance});
    g.task({u"Sink: iceberg-daily"_s}, {daily}, {0.12, 1, {}, Ship::Rebalance});
    return g;
}

Graph merchantRollup()
{
    Graph g(u"merchant-rollup"_s, u"com.hanbit.analytics.MerchantRollup"_s, 2);
    const int captured = g.source({u"Source: captured"_s}, {u"payments.captured.v2"_s, 1500, 200});
    const int minute = g.task({u"per-minute"_s}, {captured}, {0.33, 0.1, {u"minutes"_s, 240 * megabyte, 1}});
    const int hour = g.task({u"per-hour"_s}, {minute}, {0.14, 0.2, {u"hours"_s, 900 * megabyte, 4}});
    g.task({u"Sink: rollups"_s}, {hour}, {0.1, 1, {}, Ship::Forward});
    return g;
}

Graph recommendationFeed()
{
    Graph g(u"recommendation-feed"_s, u"com.hanbit.analytics.FeedJob"_s, 2);
    const int clicks = g.source({u"Source: clicks"_s, u"filter-products"_s}, {u"web.clicks"_s, 9200, 160, 0.45, 24});
    const int taste = g.task({u"taste-vector"_s}, {clicks}, {0.52, 0.2, {u"vectors"_s, 4.1 * gigabyte, 3}});
    g.task({u"Sink: feed"_s}, {taste}, {0.29, 1, {}, Ship::Rebalance});
    return g;
}

Graph dailyCohorts()
{
    Graph g(u"daily-cohorts"_s, u"com.hanbit.analytics.CohortsJob"_s, 2);
    const int signups = g.source({u"Source: sign-ups"_s}, {u"web.signups"_s, 35, 300, 0.4, 6}, 0.05);
    const int cohort = g.task({u"cohort-by-week"_s}, {signups}, {0.2, 1, {u"cohorts"_s, 180 * megabyte, 25}});
    g.task({u"Sink: cohorts"_s}, {cohort}, {0.08, 1, {}, Ship::Rebalance});
    return g;
}

Graph funnelMetrics()
{
    Graph g(u"funnel-metrics"_s, u"com.hanbit.analytics.FunnelJob"_s, 2);
    const int steps = g.source({u"Source: funnel-steps"_s}, {u"web.funnel"_s, 700, 220, 0.45, 12});
    const int rate = g.task({u"conversion-5m"_s}, {steps}, {0.31, 0.02, {u"conversion"_s, 120 * megabyte, 2}});
    g.task({u"Sink: conversion"_s}, {rate}, {0.05, 1, {}, Ship::Rebalance});
    return g;
}

Graph couponBackfill()
{
    Graph g(u"coupon-backfill"_s, u"com.hanbit.analytics.CouponBackfill"_s, 1);
    const int coupons = g.source({u"Source: coupons"_s}, {u"orders.coupons"_s, 160, 240, 0.2, 6});
    g.task({u"reprice"_s, u"Sink: coupon-facts"_s}, {coupons}, {0.35, 1, {}, Ship::Rebalance});
    return g;
}

} // namespace

const std::map<QString, flink::JobSpec>& companyPrograms()
{
    static const std::map<QString, flink::JobSpec> programs = [] {
        std::map<QString, flink::JobSpec> made;
        for (const Graph& graph :
             {paymentAuthorize(), paymentSettlement(), refundMatcher(), fraudScoring(), orderLifecycle(),
              warehouseInventory(), parcelTracking(), addressNormalize(), dockSlotting(), clickstreamSessions(),
              merchantRollup(), recommendationFeed(), dailyCohorts(), funnelMetrics(), couponBackfill()})
            made.emplace(graph.spec().name, graph.spec());
        return made;
    }();
    return programs;
}

} // namespace sim::practice
