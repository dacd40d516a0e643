#pragma once

#include "core/base/environment.h"
#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace flink {

/// What the user decided about a connection; kept in connections.json (no secrets), shared by window and command line.
struct ConnectionSettings
{
    QString id;                                               ///< "context:NAME" or "endpoint:URL"
    QString name;                                             ///< shown; a context's own name by default
    base::Environment environment = base::Environment::Unset; ///< Unset: guessed from the name, see guessEnvironment()
    std::optional<bool> isProtected;                          ///< unset: production is
    QString color;                                            ///< "#rrggbb"; empty: the environment's
    QStringList nameSpaces; ///< to watch when the whole cluster may not be listed; typed by the user
    QString headerName;     ///< of the request header an endpoint wants; its value is a secret, kept elsewhere
    bool pinned = false;    ///< opened at start

    base::Environment effectiveEnvironment() const;
    bool effectivelyProtected() const;
    friend bool operator==(const ConnectionSettings&, const ConnectionSettings&) = default;
};

/// The context's own name in its kubeconfig, of a connection of this id; empty: it is an endpoint.
QString contextNameOf(const QString& id);

/// From the words of a name ("eks-prod-eu-1" is production); the strictest word wins; Unset when no word is known.
base::Environment guessEnvironment(const QString& name);

/// The settings of this id, or what holds for a connection nobody has decided about.
ConnectionSettings settingsOf(const QList<ConnectionSettings>& all, const QString& id, const QString& name);

/// Reads and writes $XDG_CONFIG_HOME/drey/connections.json; writing is atomic, mode 0600.
class ConnectionSettingsFile
{
public:
    explicit ConnectionSettingsFile(QString path = {}); ///< empty: the standard place

    QString path() const;
    /// No file yet is an empty list. Entries that cannot be read are left out, unknown fields ignored; Configuration
    /// when the file as a whole is not ours to read.
    base::Result<QList<ConnectionSettings>> read() const;
    base::Result<base::Ok> write(const QList<ConnectionSettings>& all) const;

private:
    QString m_path;
};

} // namespace flink
