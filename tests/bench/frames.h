#pragma once

#include "core/flink/deployment.h"
#include "core/flink/objects.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <vector>

class QWidget;

namespace kube {
class LogStream;
}
namespace fleet {
class FleetModel;
class FleetPage;
} // namespace fleet

namespace bench {

/// How often this process was taken off or put on a processor so far: all threads' context switches.
qint64 wakeUps();

/// Stands in for a display of 60 Hz: a refresh through which the event loop was busy shows no new frame.
class Beat : public QObject
{
    Q_OBJECT
public:
    explicit Beat(QObject* parent);
    void start();
    double p95() const; ///< ms between two refreshes with a frame beyond which only one in twenty lies

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_shown = 0; ///< the last refresh the loop was free for
    std::vector<double> m_gaps;
};

/// Measures a fleet under a stream of events: events a second, refreshes, and for the rows in view the time from event
/// to paint. An event carries the time it was sent in status.jobStatus.updateTime.
class Frames : public QObject
{
    Q_OBJECT
public:
    Frames(fleet::FleetPage& page, const flink::Objects<flink::Deployment>& deployments, QObject* parent);
    void start();
    void reportAll();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const kube::ObjectKey& key);
    void rowsChanged(int first, int last);

    const fleet::FleetModel& m_model;
    const flink::Objects<flink::Deployment>& m_deployments;
    QHash<kube::ObjectKey, qint64> m_sent; ///< when the oldest event that is not in the table yet was sent
    std::vector<qint64> m_unpainted;       ///< the same of what is in the table, but was not painted
    Beat m_beat;
    QElapsedTimer m_since;
    bool m_running = false;
    quint64 m_firstVersion = 0, m_lastVersion = 0;
    double m_processorAtStart = 0;
    std::vector<double> m_lateness;
};

/// The same for a log that is followed.
class LogFrames : public QObject
{
    Q_OBJECT
public:
    LogFrames(const kube::LogStream& stream, QObject* parent);
    void start();
    void reportAll();

private:
    Beat m_beat;
    QElapsedTimer m_since;
    qint64 m_lines = 0;
    bool m_running = false;
    double m_residentAtStart = 0;
};

} // namespace bench
