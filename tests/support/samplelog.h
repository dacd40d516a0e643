#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace support {

/// The log of one pod of the sample: a line every 1.3 s, the same line at the same time whenever it is asked for.
class SampleLog
{
public:
    enum class Stamps { Without, With };

    explicit SampleLog(QString pod, Stamps stamps)
        : m_pod(std::move(pod))
        , m_stamps(stamps)
    {
    }

    /// The lines with from <= time < to.
    QByteArray lines(const QDateTime& from, const QDateTime& to) const;
    /// Where to begin for so many last lines.
    QDateTime startOf(int lineCount, const QDateTime& now) const;

private:
    QByteArray line(qint64 number) const;

    QString m_pod;
    Stamps m_stamps;
};

} // namespace support
