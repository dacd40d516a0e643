#pragma once

#include <QString>

namespace sim::flink {

/// A release of Flink, as far as its REST and its files differ.
struct Version
{
    int major = 1;
    int minor = 20;
    QString number;   ///< 1.20.4
    QString commit;   ///< f6265b2
    QString commitAt; ///< 2026-04-16T22:34:59+02:00

    bool isAtLeast(int wantedMajor, int wantedMinor) const
    {
        return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
    }
    /// REST lost its old names with 2.0.
    bool hasOldNames() const { return major < 2; }
    /// Of the `_metadata` files that it writes.
    int metadataVersion() const;

    /// The newest release of a line: "1.20", "v1_20", "2.2", "2.2.0". Anything unknown is taken for 1.20.
    static Version of(QStringView line);
};

} // namespace sim::flink
