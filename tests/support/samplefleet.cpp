#include "tests/support/samplefleet.h"

using namespace Qt::StringLiterals;

namespace support {

namespace {

const QString argo = u"Argo CD"_s;
const QString flux = u"Flux"_s;
const QString helm = u"Helm"_s;
const QString hand = u"kubectl"_s;
constexpr int day = 1440;

SampleFleet prodSeoul()
{
    const QString payments = u"payments"_s, logistics = u"logistics"_s, risk = u"risk"_s, cdc = u"cdc"_s;
    const QString v20 = u"1.20"_s, v19 = u"1.19"_s, v2 = u"2.2"_s;
    return {
        u"prod-seoul"_s,
        {
            {payments, u"payment-settlement"_s, Plight::RestartLoop, v20, 12, argo, 30, 48211, 38.4, 0, 25},
            {payments, u"ledger-projection"_s, Plight::Upgrading, v20, 8, hand, 60, 90412, 11.2, 52, 1},
            {payments, u"payment-authorize"_s, Plight::Healthy, v20, 16, argo, 30, 61209, 22.7, 41, 11 * day},
            {payments, u"refund-matcher"_s, Plight::Healthy, v20, 6, argo, 60, 12044, 3.1, 18, 11 * day},
            {payments, u"chargeback-alerts"_s, Plight::Healthy, v20, 2, argo, 15, 44810, 0.2, 7, 32 * day},
            {payments, u"settlement-export"_s, Plight::Healthy, v20, 4, argo, 60, 5521, 0.9, 12, 21 * day},
            {logistics, u"dock-slotting"_s, Plight::NoJobManager, v19, 4, hand, 60, 7730, 1.8, 0, 3 * day},
            {logistics, u"parcel-tracking"_s, Plight::FailingCheckpoints, v20, 24, flux, 60, 30871, 61.5, 93, 9 * day},
            {logistics, u"fleet-telemetry"_s, Plight::Healthy, v2, 48, flux, 60, 8812, 14.0, 73, 6 * day},
            {logistics, u"address-normalize"_s, Plight::Healthy, v20, 6, argo, 60, 18210, 0.4, 33, 21 * day},
            {logistics, u"warehouse-inventory"_s, Plight::Healthy, v20, 8, flux, 60, 22954, 7.6, 44, 15 * day},
            {logistics, u"cold-chain-monitor"_s, Plight::Healthy, v2, 4, flux, 30, 15127, 0.6, 9, 27 * day},
            {logistics, u"return-routing"_s, Plight::Healthy, v20, 4, argo, 60, 9036, 1.1, 21, 8 * day},
            {risk, u"fraud-scoring"_s, Plight::Healthy, v20, 32, hand, 15, 90533, 48.9, 63, 4 * day},
            {risk, u"velocity-rules"_s, Plight::Healthy, v20, 12, argo, 10, 90180, 5.2, 48, 4 * day},
            {risk, u"sanctions-screening"_s, Plight::Healthy, v2, 8, argo, 60, 3377, 2.4, 26, 18 * day},
            {risk, u"account-takeover"_s, Plight::Healthy, v20, 6, argo, 30, 27640, 4.8, 37, 13 * day},
            {cdc, u"cdc-orders"_s, Plight::Healthy, v20, 4, argo, 30, 71022, 0.1, 22, 40 * day},
            {cdc, u"cdc-customers"_s, Plight::Healthy, v20, 2, argo, 30, 68815, 0.1, 11, 40 * day},
            {cdc, u"cdc-inventory"_s, Plight::Healthy, v20, 2, argo, 30, 70544, 0.1, 14, 38 * day},
        },
        {}};
}

SampleFleet prodBusan()
{
    const QString logistics = u"logistics"_s;
    return {
        u"prod-busan"_s,
        {
            {logistics, u"route-eta"_s, Plight::Backpressured, u"2.2"_s, 16, helm, 60, 15440, 9.3, 96, 2 * day},
            {logistics, u"customs-status"_s, Plight::Silent, u"1.20"_s, 6, flux, 60, 7733, 1.5, 38, 12 * day},
            {logistics, u"delivery-proof-index"_s, Plight::Healthy, u"1.20"_s, 8, helm, 60, 20187, 6.6, 29, 18 * day},
            {logistics, u"port-gate-events"_s, Plight::Healthy, u"1.20"_s, 4, helm, 30, 33061, 0.8, 17, 24 * day},
            {logistics, u"container-moves"_s, Plight::Healthy, u"2.2"_s, 8, flux, 60, 11908, 3.9, 34, 6 * day},
        },
        {}};
}

SampleFleet stageSeoul()
{
    const QString analytics = u"analytics"_s;
    return {u"stage-seoul"_s,
            {
                {analytics, u"clickstream-sessions"_s, Plight::Restarted, u"1.20"_s, 8, hand, 60, 2210, 12.8, 47, 300},
                {analytics, u"merchant-rollup"_s, Plight::Starting, u"2.2"_s, 4, helm, 60, 0, 2.2, 0, 2},
                {analytics, u"adhoc-session"_s, Plight::Session, u"1.20"_s, 6, helm, 60, 310, 0.7, 12, 5 * day},
                {u"risk"_s, u"device-graph"_s, Plight::Suspended, u"1.20"_s, 8, hand, 60, 4102, 17.4, 0, 6 * day},
                {u"payments"_s, u"payment-authorize-next"_s, Plight::Healthy, u"2.2"_s, 4, argo, 30, 1876, 1.3, 16,
                 2 * day},
                {analytics, u"funnel-metrics"_s, Plight::Healthy, u"1.20"_s, 4, helm, 60, 6645, 2.7, 23, 9 * day},
            },
            {
                {analytics, u"daily-cohorts"_s, u"adhoc-session"_s, 2, false},
                {analytics, u"funnel-preview"_s, u"adhoc-session"_s, 2, false},
                {analytics, u"coupon-backfill"_s, u"adhoc-session"_s, 1, true},
            }};
}

SampleFleet devLocal()
{
    const QString local = u"default"_s;
    return {u"dev-local"_s,
            {
                {local, u"orders-demo"_s, Plight::Healthy, u"2.2"_s, 2, hand, 10, 412, 0.01, 8, 95},
                {local, u"window-playground"_s, Plight::Healthy, u"1.20"_s, 2, hand, 10, 1377, 0.02, 5, 1300},
            },
            {}};
}

} // namespace

quint32 sampleNumber(const QString& name)
{
    quint32 hash = 2166136261U;
    for (const QChar c : name)
        hash = (hash ^ c.unicode()) * 16777619U;
    // A last stir, so that names that differ in their last letter are far apart.
    hash ^= hash >> 15;
    hash *= 2246822519U;
    return hash ^ (hash >> 13);
}

QString sampleHex(const QString& name, int digits)
{
    QString hex;
    for (int part = 0; hex.size() < digits; ++part)
        hex += QString::number(sampleNumber(name + QString::number(part)), 16).rightJustified(8, u'0');
    return hex.first(digits);
}

QString SampleDeployment::jobId() const
{
    return sampleHex(nameSpace + u'/' + name);
}

bool SampleDeployment::isRunning() const
{
    return plight != Plight::NoJobManager && plight != Plight::Suspended;
}

QString SampleDeployment::release() const
{
    return flinkVersion == u"2.2" ? u"2.2.0"_s : flinkVersion == u"1.19" ? u"1.19.3"_s : u"1.20.4"_s;
}

QString SampleSessionJob::jobId() const
{
    return sampleHex(nameSpace + u'/' + cluster + u'/' + name);
}

QList<SampleFleet> sampleFleets()
{
    const QList<SampleFleet> parts{prodSeoul(), prodBusan(), stageSeoul(), devLocal()};
    SampleFleet all{u"sample"_s, {}, {}};
    for (const SampleFleet& part : parts) {
        all.deployments += part.deployments;
        all.sessionJobs += part.sessionJobs;
    }
    return QList<SampleFleet>{all} + parts;
}

} // namespace support
