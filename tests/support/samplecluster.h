#pragma once

#include "tests/support/byteserver.h"
#include "tests/support/sampleflink.h"
#include "tests/support/samplelog.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <map>

namespace support {

/// One API server of the sample: its objects, who watches them, and the Flink clusters behind its service proxy.
/// Answers every question whose path lies behind the cluster's own prefix.
class SampleCluster : public QObject
{
    Q_OBJECT
public:
    SampleCluster(SampleFleet fleet, const QDateTime& started, QObject* parent);

    const SampleFleet& fleet() const { return m_fleet; }
    /// `path` without the cluster's prefix.
    void answer(const Exchange& exchange, const QString& path);

    /// Adds the object, or replaces that of the same kind, namespace and name; whoever watches is told.
    void put(QJsonObject object);
    bool remove(const QString& kind, const QString& nameSpace, const QString& name);
    QJsonObject object(const QString& kind, const QString& nameSpace, const QString& name) const;
    const SampleFlink* flink(const QString& nameSpace, const QString& name) const;

private:
    struct Place
    {
        QString plural, nameSpace, name, subresource, rest; ///< plural is "group/plural", the core group's "plural"
    };
    struct Change
    {
        qint64 version;
        QString plural;
        QByteArray type;
        QJsonObject object;
    };
    struct Watcher
    {
        Exchange exchange;
        Place place;
        QDateTime until;
    };

    struct Follower
    {
        Exchange exchange;
        SampleLog log;
        QDateTime from;
    };

    static Place placeOf(const QString& path);
    bool matches(const QJsonObject& object, const Place& place, const QUrlQuery& query) const;
    void list(const Exchange& exchange, const Place& place) const;
    void watch(const Exchange& exchange, const Place& place);
    void tell(const Change& change);
    void goOn(); ///< once a second: logs, bookmarks, ends of watches
    void log(const Exchange& exchange, const Place& place);
    void proxy(const Exchange& exchange, const Place& place) const;
    void review(const Exchange& exchange) const;
    static void refuse(const Exchange& exchange, int code, const QString& reason, const QString& message);

    const SampleFleet m_fleet;
    const QDateTime m_started;
    std::map<QString, std::map<QString, QJsonObject>> m_objects; ///< by "group/plural", then "namespace/name"
    std::map<QString, SampleFlink> m_flinks;                     ///< by "namespace/name"
    QList<Change> m_changes;
    QList<Watcher> m_watchers;
    QList<Follower> m_followers;
    QTimer m_timer;
    int m_beats = 0;
    qint64 m_version = 184'000;
};

/// Discovery of the sample: /api, /apis, /api/v1, /apis/GROUP/VERSION; empty: no such path.
QJsonObject sampleDiscovery(const QString& path);
/// "flink.apache.org/flinkdeployments" of "FlinkDeployment"; empty: unknown kind.
QString samplePlural(const QString& kind);
QString sampleKind(const QString& plural);
QString sampleApiVersion(const QString& plural);

} // namespace support
