#include "tests/support/samplelog.h"

#include "tests/support/samplefleet.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace support {

namespace {

constexpr qint64 spacing = 1300; ///< milliseconds from line to line
constexpr int mostLines = 5000;

QDateTime timeOf(qint64 number)
{
    return QDateTime::fromMSecsSinceEpoch(number * spacing, Qt::UTC);
}

} // namespace

QByteArray SampleLog::line(qint64 number) const
{
    static const QStringList texts{
        u"INFO  org.apache.flink.runtime.checkpoint.CheckpointCoordinator [] - Triggering checkpoint {number} (type=CheckpointType{name='Checkpoint', sharingFilesStrategy=FORWARD_BACKWARD}) @ {time} for job {id}."_s,
        u"INFO  org.apache.flink.runtime.checkpoint.CheckpointCoordinator [] - Completed checkpoint {number} for job {id} (412883 bytes, checkpointDuration=1207 ms, finalizationTime=21 ms)."_s,
        u"INFO  org.apache.flink.runtime.resourcemanager.slotmanager.DefaultSlotStatusSyncer [] - Freeing slot {id}."_s,
        u"INFO  org.apache.kafka.clients.consumer.internals.SubscriptionState [] - [Consumer clientId={number}] Resetting offset for partition events-7 to position FetchPosition{offset={time}}."_s,
        u"WARN  org.apache.kafka.clients.NetworkClient [] - [Consumer clientId={number}] Connection to node 3 could not be established. Broker may not be available."_s,
        u"INFO  org.apache.flink.runtime.taskmanager.Task [] - Window aggregate (3/8)#0 ({id}) switched from INITIALIZING to RUNNING."_s,
    };
    const QDateTime time = timeOf(number);
    const quint32 pick = sampleNumber(m_pod + QString::number(number));
    QString text = texts[qsizetype(pick % quint32(texts.size()))];
    text.replace(u"{number}"_s, QString::number(number % 100'000))
        .replace(u"{time}"_s, QString::number(time.toMSecsSinceEpoch()))
        .replace(u"{id}"_s, sampleHex(m_pod));
    const QString stamp = m_stamps == Stamps::With ? time.toString(u"yyyy-MM-ddTHH:mm:ss.zzz000000Z "_s) : QString();
    return (stamp + time.toString(u"yyyy-MM-dd HH:mm:ss,zzz "_s) + text + u'\n').toUtf8();
}

QByteArray SampleLog::lines(const QDateTime& from, const QDateTime& to) const
{
    const auto numberAt = [](const QDateTime& time) { return (time.toMSecsSinceEpoch() + spacing - 1) / spacing; };
    const qint64 end = numberAt(to);
    QByteArray all;
    for (qint64 number = qMax(numberAt(from), end - mostLines); number < end; ++number)
        all += line(number);
    return all;
}

QDateTime SampleLog::startOf(int lineCount, const QDateTime& now) const
{
    return now.addMSecs(-spacing * qMin(lineCount, mostLines));
}

} // namespace support
