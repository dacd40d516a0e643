#include "tests/bench/milestones.h"

#include <QEvent>
#include <QFile>
#include <QTimer>
#include <QWidget>

#include <sys/resource.h>

#include <cstdio>
#include <ctime>

namespace bench {

double sinceStart()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    const double nanoseconds = static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
    return (nanoseconds - qEnvironmentVariable("DREY_BENCH_START").toDouble()) / 1e6;
}

double residentMiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toDouble() / 1024;
}

double processorMs()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

void report(const QByteArray& name, double value)
{
    std::printf("%s %.3f\n", name.constData(), value);
    std::fflush(stdout);
}

FirstPaint::FirstPaint(QWidget* widget)
    : QObject(widget)
{
    widget->installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_seen && event->type() == QEvent::Paint) {
        m_seen = true;
        // The paint event is about to be handled; what follows in the event queue runs after the frame is flushed.
        QTimer::singleShot(0, this, [this] {
            report("first-paint", sinceStart());
            report("resident", residentMiB());
            emit painted();
        });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace bench
