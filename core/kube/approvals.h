#pragma once

#include "core/base/result.h"
#include "core/kube/access.h"

#include <QDateTime>
#include <QList>

namespace kube {

/// One credential plugin the user has allowed for good.
struct Approved
{
    QByteArray fingerprint;       ///< of the PluginRun; anything that changes in it needs a new approval
    QString contextName, command; ///< to show in a list of approvals
    QDateTime at;                 ///< UTC

    friend bool operator==(const Approved&, const Approved&) = default;
};

/// Remembers approvals of credential plugins in $XDG_CONFIG_HOME/drey/approvals.json, shared by window and command
/// line; writing is atomic, mode 0600. Read anew with every question: the other program may have written meanwhile.
class Approvals
{
public:
    explicit Approvals(QString path = {}); ///< empty: the standard place

    /// A file that cannot be read approves nothing.
    bool isApproved(const PluginRun& run) const;
    QList<Approved> all() const;
    base::Result<base::Ok> remember(const PluginRun& run) const;
    base::Result<base::Ok> forget(const QByteArray& fingerprint) const;

private:
    base::Result<base::Ok> write(const QList<Approved>& all) const;

    QString m_path;
};

} // namespace kube
