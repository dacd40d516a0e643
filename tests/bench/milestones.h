#pragma once

#include <QByteArray>
#include <QObject>

class QWidget;

namespace bench {

/// Time since the benchmark started this process (DREY_BENCH_START, nanoseconds of the monotonic clock), in
/// milliseconds.
double sinceStart();
/// Resident memory of this process, in MiB (/proc/self/smaps_rollup would stop it; VmRSS does not).
double residentMiB();
/// User and system time of this process so far, in milliseconds.
double processorMs();
/// Writes "name value" to stdout at once.
void report(const QByteArray& name, double value);

/// Reports first-paint and resident once the widget has been painted for the first time.
class FirstPaint : public QObject
{
    Q_OBJECT
public:
    explicit FirstPaint(QWidget* widget);

signals:
    void painted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_seen = false;
};

} // namespace bench
