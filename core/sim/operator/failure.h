#pragma once

#include <QString>

#include <vector>

namespace sim::op {

/// An exception of the operator or of Flink, as it stands in status.error.
struct Thrown
{
    QString type; ///< the class with its package
    QString message;

    friend bool operator==(const Thrown&, const Thrown&) = default;
};

/// Why a round did not come to its end.
struct Failure
{
    enum class Kind {
        Upgrade,    ///< an UpgradeFailureException: tried again at the next reconcile
        Deployment, ///< a DeploymentFailedException: the JobManager is in ERROR
        Unexpected, ///< anything else: tried again after a growing pause
    };

    Kind kind = Kind::Unexpected;
    QString reason; ///< of the event; stands in additionalMetadata for Deployment
    Thrown thrown;
    std::vector<Thrown> causes = {}; ///< outermost first
    QString event = {};              ///< what the event says, where that is not the messages one after the other

    static Failure upgrade(const QString& reason, const QString& message);
    /// What 1.7 has for that where nothing is left to restore.
    static Failure recovery(const QString& reason, const QString& message);
    static Failure deployment(const QString& reason, const QString& message);
    static Failure unexpected(const Thrown& cause, const std::vector<Thrown>& causes = {});

    /// What stands in status.error: texts of at most 2,048 characters, at most two causes.
    QString text() const;
    /// What the event says: the messages with " -> " between them.
    QString eventMessage() const;
};

/// The JSON text of an exception.
QString errorText(const Thrown& thrown, const std::vector<Thrown>& causes, const QString& reason = {});

} // namespace sim::op
