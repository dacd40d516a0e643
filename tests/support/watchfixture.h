#pragma once

#include "tests/support/fakeapi.h"
#include "tests/support/hygiene.h"
#include "tests/support/kubeobjects.h"

#include <QCoreApplication>

#include <memory>

namespace support {

/// One watch of FlinkDeployments against a server that answers when told: base of its test classes.
class WatchFixture : public QObject
{
    Q_OBJECT
protected:
    using State = kube::Watch::State;

    void begin();
    void end();
    void dropAll(); ///< watch and server at once, before the event loop runs

    kube::Watch& makeWatch(kube::WatchTimes times = quickTimes());
    /// Lists a@3 and b@5, and opens the watch from version 10.
    void startFollowing(kube::WatchTimes times = quickTimes());
    /// Sends a change of object a to the open watch and waits until it was told.
    void change(const QString& version);
    /// The server ends the watch with 410 inside the stream.
    void expire() { api().stream()->send(errorEventJson(410, QStringLiteral("Expired"))); }
    /// Waits for the watch number `count` (from 1) and opens it.
    void openStream(qsizetype count);

    FakeApi& api() const { return *m_api; }
    kube::Watch& watch() const { return *m_watch; }
    WatchRecorder& seen() const { return *m_seen; }
    QString askedVersion() const { return parameter(api().stream()->request, QStringLiteral("resourceVersion")); }

    static inline const QString path = QStringLiteral("/apis/flink.apache.org/v1beta1/flinkdeployments");

private:
    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<kube::Watch> m_watch;
    std::unique_ptr<WatchRecorder> m_seen;
};

} // namespace support
