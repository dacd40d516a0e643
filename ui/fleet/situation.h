#pragma once

#include "core/flink/connection.h"

#include <QCoreApplication>

namespace fleet {

/// Why a table over several connections is empty, or not whole. Pure.
class Situation
{
    Q_DECLARE_TR_FUNCTIONS(fleet::Situation)

public:
    enum class Kind { NoConnection, Loading, NotPermitted, Unreachable, NotInstalled, Nothing };

    /// What is known of one connection.
    struct Party
    {
        QString name;
        flink::ConnectionState state;
        bool isComplete = false; ///< its first whole list is in
    };

    static Situation of(const QList<Party>& parties);
    /// Whether a connection in that state wants help.
    static bool isTrouble(flink::ConnectionState::Kind kind);
    static QList<Party> partiesOf(const QList<const flink::Connection*>& connections);

    Kind kind = Kind::NoConnection;
    QString sentence;   ///< what is missing and why, translated
    QDateTime lastSeen; ///< of the connection that cannot be reached

    /// Connections that have lost contact while their last data are still shown; empty: none.
    struct Cut
    {
        QString sentence;
        QDateTime lastContact; ///< the oldest
    };
    static std::optional<Cut> cutOf(const QList<Party>& parties);

private:
    static QString reasonOf(const Party& party);
};

} // namespace fleet
