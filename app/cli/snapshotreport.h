#pragma once

#include "app/cli/screen.h"
#include "core/snapshot/integrity.h"
#include "core/snapshot/location.h"
#include "core/snapshot/metadata.h"

#include <QJsonObject>

#include <optional>

namespace cli {

/// One snapshot that was read.
struct SnapshotReport
{
    QString path; ///< as it was asked for
    snapshot::Location location;
    snapshot::Metadata metadata;
    snapshot::Integrity integrity;
    bool isVerified = false; ///< its files were looked for; else only its key groups were checked
};

/// Nothing: nobody looked, or not everywhere.
std::optional<bool> completenessOf(const SnapshotReport& report);

QJsonObject snapshotJson(const SnapshotReport& report);
/// What it is, without operators and files.
QJsonObject snapshotHeadJson(const SnapshotReport& report);
/// A page for people.
QString snapshotText(const SnapshotReport& report, Colors colors);
/// The name a person knows it by: uid, name or id.
QString operatorTitle(const snapshot::Operator& of);

} // namespace cli
