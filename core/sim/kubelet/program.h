#pragma once

#include "core/sim/world/log.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>

namespace sim::kubelet {

/// How a program ended.
struct Exit
{
    int code = 0;
    QString reason = QStringLiteral("Completed"); ///< Completed, Error, OOMKilled

    static Exit error(int code) { return {code, QStringLiteral("Error")}; }
    static Exit outOfMemory() { return {137, QStringLiteral("OOMKilled")}; }
};

/// What a container is given to run with.
struct Container
{
    QString ns;
    QString pod;
    QString podUid;
    QString name;
    QString image;
    QString ip;
    QString node;
    QStringList command;     ///< with its arguments
    QJsonObject podDocument; ///< as it was when the container started: labels, ownerReferences, spec
    int restarts = 0;        ///< of this container in this pod
    /// Flink's configuration from the volume flink-config-volume, keys flattened with dots; empty without that volume.
    std::map<QString, QString> configuration;
    std::shared_ptr<Log> log; ///< what it writes to stdout
};

/// What a program tells the node it runs on. Both may be called at any time after launch(); what comes after the end of
/// the container is ignored.
struct Signals
{
    std::function<void()> ready;     ///< the probes succeed from now on; pods without a startup probe are ready at once
    std::function<void(Exit)> ended; ///< may destroy the Program before it returns
};

/// A running program. Its destruction is SIGKILL.
class Program
{
public:
    virtual ~Program() = default;
    /// SIGTERM: it may take its time and then calls Signals::ended, else it is killed when the pod's grace is over.
    virtual void terminate() = 0;
};

/// Starts what a container holds. Never null.
using Launcher = std::function<std::unique_ptr<Program>(const Container&, Signals)>;

} // namespace sim::kubelet
