#include "tests/bench/frames.h"

#include "core/kube/logs.h"
#include "tests/bench/milestones.h"
#include "ui/fleet/fleetpage.h"
#include "ui/widgets/objecttable.h"

#include <QDir>
#include <QEvent>
#include <QFile>

#include <algorithm>
#include <cmath>

namespace bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

double p95Of(std::vector<double> values)
{
    if (values.empty())
        return std::nan("");
    const auto at = values.begin() + std::ptrdiff_t(double(values.size() - 1) * 0.95);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

} // namespace

qint64 wakeUps()
{
    qint64 sum = 0;
    const QStringList threads = QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& thread : threads) {
        QFile status(u"/proc/self/task/%1/status"_s.arg(thread));
        if (!status.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("voluntary_ctxt_switches:"))
                sum += line.mid(24).trimmed().toLongLong();
        }
    }
    return sum;
}

Beat::Beat(QObject* parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const qint64 refresh = m_since.nsecsElapsed() * 60 / 1'000'000'000;
        if (refresh > m_shown)
            m_gaps.push_back(double(refresh - m_shown) * 1000 / 60);
        m_shown = refresh;
    });
}

void Beat::start()
{
    m_since.start();
    m_timer.start(2ms);
}

double Beat::p95() const
{
    return p95Of(m_gaps);
}

Frames::Frames(fleet::FleetPage& page, const flink::Objects<flink::Deployment>& deployments, QObject* parent)
    : QObject(parent)
    , m_model(page.model())
    , m_deployments(deployments)
    , m_beat(this)
{
    page.findChild<widgets::ObjectTable*>()->viewport()->installEventFilter(this);
    connect(&deployments, &flink::ObjectsBase::changed, this, [this](const kube::Changes& changes) {
        for (const kube::ObjectKey& key : changes.changed)
            take(key);
    });
    connect(&page.model(), &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) { rowsChanged(first.row(), last.row()); });
}

void Frames::take(const kube::ObjectKey& key)
{
    const kube::Item* item = m_deployments.item(key);
    if (!item)
        return;
    m_lastVersion = std::max(m_lastVersion, item->resourceVersion.toULongLong());
    const auto value = m_deployments.value(key);
    const qint64 sent = value ? value->status.updateTime.toMSecsSinceEpoch() : 0;
    if (m_running && sent > 0 && !m_sent.contains(key))
        m_sent.insert(key, sent);
}

void Frames::rowsChanged(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        if (const qint64 sent = m_sent.take(m_model.rowAt(row).key.object); sent > 0)
            m_unpainted.push_back(sent);
    }
}

void Frames::start()
{
    m_running = true;
    m_firstVersion = m_lastVersion;
    m_processorAtStart = processorMs();
    m_since.start();
    m_beat.start();
}

bool Frames::eventFilter(QObject* watched, QEvent* event)
{
    if (m_running && event->type() == QEvent::Paint) {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        for (const qint64 sent : m_unpainted)
            m_lateness.push_back(double(now - sent));
        m_unpainted.clear();
    }
    return QObject::eventFilter(watched, event);
}

void Frames::reportAll()
{
    const double seconds = double(m_since.nsecsElapsed()) / 1e9;
    // The server numbers events one by one, so the newest version seen tells how many were taken in.
    report("events-per-second", double(m_lastVersion - m_firstVersion) / seconds);
    report("frame-p95", m_beat.p95());
    report("painted-p95", p95Of(m_lateness));
    report("painted-rows", double(m_lateness.size()));
    report("processor-percent", (processorMs() - m_processorAtStart) / (seconds * 10));
}

LogFrames::LogFrames(const kube::LogStream& stream, QObject* parent)
    : QObject(parent)
    , m_beat(this)
{
    connect(&stream, &kube::LogStream::received, this, [this](qsizetype added) {
        if (m_running)
            m_lines += added;
    });
}

void LogFrames::start()
{
    m_running = true;
    m_residentAtStart = residentMiB();
    m_since.start();
    m_beat.start();
}

void LogFrames::reportAll()
{
    report("lines-per-second", double(m_lines) / (double(m_since.nsecsElapsed()) / 1e9));
    report("frame-p95", m_beat.p95());
    report("resident-growth", residentMiB() - m_residentAtStart);
}

} // namespace bench
