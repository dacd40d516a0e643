#pragma once

#include "tests/support/samplefleet.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrlQuery>

namespace support {

/// The JobManager REST of one deployment of the fleet: recorded answers, moved in time, with checkpoints that go on.
class SampleFlink
{
public:
    struct Answer
    {
        int status = 200;
        QByteArray body;
    };

    /// `started` is when the newest checkpoint had the number that the deployment names.
    SampleFlink(SampleDeployment deployment, const QList<SampleSessionJob>& sessionJobs, const QDateTime& started);

    /// `path` begins with "/" and has no query.
    Answer answer(const QString& path, const QUrlQuery& query, const QDateTime& now) const;

private:
    struct Job
    {
        QString id, name;
        int parallelism = 1;
    };

    Answer jobAnswer(const Job& job, const QStringList& rest, const QUrlQuery& query) const;
    QString jobState() const;
    QJsonObject overview() const;
    QJsonObject jobOverview(const Job& job) const;
    QJsonObject jobDetail(const Job& job) const;
    QJsonObject vertex(const Job& job, int index) const;
    QJsonObject plan(const Job& job) const;
    QJsonObject exceptions() const;
    QJsonObject taskManagers() const;
    QJsonArray metrics(const QStringList& names) const;
    QJsonArray vertexMetrics(const Job& job, int vertex, const QStringList& names) const;
    QJsonObject subtasks(const Job& job, int vertex) const;
    QJsonObject backpressure(const Job& job, int vertex) const;

    QJsonObject checkpoints(const Job& job) const;
    QJsonObject checkpoint(const Job& job, qint64 number) const;
    QJsonObject checkpointDetail(const Job& job, qint64 number) const;
    QJsonObject checkpointSubtasks(const Job& job, qint64 number, int vertex) const;
    QJsonObject checkpointConfig() const;
    qint64 newestCheckpoint() const;
    QDateTime triggeredAt(qint64 number) const;
    qint64 durationOf(qint64 number) const; ///< milliseconds
    bool fails(qint64 number) const;
    QJsonObject recorded(const QString& name) const;

    SampleDeployment m_deployment;
    QList<Job> m_jobs;
    QDateTime m_started;
    mutable QDateTime m_now; ///< of the answer being made
};

/// What the sample's job graphs consist of, source first.
QStringList sampleVertices(const QString& jobName, int parallelism);

} // namespace support
