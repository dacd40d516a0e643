#pragma once

#include "core/kube/watch.h"

#include <QString>

#include <optional>

namespace shell {

/// Where a page is: what its tab, the history, a pin and a copied "drey://…" name.
struct Address
{
    enum class Place {
        Welcome,
        Connections,
        Fleet,
        Deployment,
        Endpoint,
        Practice,
        Manifest,
        Snapshot,
        Plan,
        Batch,
        History
    };

    Place place = Place::Welcome;
    QString connection;     ///< id of the connection, of Deployment, Endpoint and Plan
    kube::ObjectKey object; ///< of Deployment and Plan
    /// Of Manifest: its absolute path, "new-1" for a text that is no file yet. Of Snapshot: its folder, or its
    /// metadata.
    QString file = {};
    QString verb = {}; ///< of Plan and Batch: what is to be done: "upgrade"
    QString kind = {}; ///< of Plan: "FlinkSessionJob"; empty: a FlinkDeployment

    /// "drey://fleet", "drey://deployment/context:prod/payments/settlement"; every part percent-encoded.
    QString text() const;
    /// Nothing for what is no address of ours.
    static std::optional<Address> parse(const QString& text);

    friend bool operator==(const Address&, const Address&) = default;
};

} // namespace shell
