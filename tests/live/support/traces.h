#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace live {

/// What a cluster could leave on a machine beside files; of this process's own network and mounts.
struct Traces
{
    QStringList links;  ///< of the network
    QStringList mounts; ///< mount points
    QStringList groups; ///< control groups of ours
    QByteArray rules;   ///< of the packet filter

    [[nodiscard]] static Traces now();
    /// One text for a test's failure: what is there that was not there before; empty: nothing.
    [[nodiscard]] QString since(const Traces& before) const;
};

/// The namespaces of a process, by their names in /proc ("net:[4026531840]"); empty: it is gone.
[[nodiscard]] QSet<QString> namespacesOf(qint64 process);

/// The processes that live in one of these namespaces, in pods, or belong to the cluster's scripts, each with its
/// command.
[[nodiscard]] QStringList processesIn(const QSet<QString>& namespaces);

/// The bytes that the processes in these namespaces and in pods hold, what they share counted once.
[[nodiscard]] qint64 memoryOf(const QSet<QString>& namespaces);

} // namespace live
