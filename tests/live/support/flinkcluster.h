#pragma once

#include "tests/live/support/childprocess.h"
#include "tests/live/support/httpclient.h"
#include "tests/live/support/workfolder.h"

#include <QMap>
#include <QObject>
#include <QUrl>

namespace live {

/// A real Flink session cluster on loopback: one JobManager and one TaskManager, with all their files in one folder.
class FlinkCluster : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        int taskSlots = 2;                    ///< of the TaskManager
        QMap<QString, QString> configuration; ///< added to config.yaml, and stronger than what the cluster sets itself
    };

    struct Job
    {
        QString jar;
        QStringList arguments;
        int parallelism = 1;
        QJsonObject configuration; ///< of this job alone, stronger than the cluster's
    };

    /// `version` as in the names of the cache's parts: 1.20.4 or 2.2.0.
    explicit FlinkCluster(QString version, QObject* parent = nullptr);
    FlinkCluster(QString version, Settings settings, QObject* parent = nullptr);
    ~FlinkCluster() override;

    /// Answers when the TaskManager has offered its slots; if it says false, problem() tells why.
    [[nodiscard]] bool start();
    void stop();
    /// The id of the job that was submitted, or nothing and a problem().
    [[nodiscard]] QString run(const Job& job);
    /// The same with CountingJob. Arguments: see there.
    [[nodiscard]] QString runCountingJob(const QStringList& arguments = {}, int parallelism = 1);

    [[nodiscard]] QUrl endpoint() const;
    [[nodiscard]] HttpClient rest() const { return HttpClient(endpoint()); }
    [[nodiscard]] QString checkpointFolder() const { return m_folder.subfolder(QStringLiteral("checkpoints")); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] ChildProcess& jobManager() { return m_jobManager; }
    [[nodiscard]] ChildProcess& taskManager() { return m_taskManager; }

    /// Again, after one of them was stopped or killed. They do not wait until it is of use.
    [[nodiscard]] bool startJobManager();
    [[nodiscard]] bool startTaskManager();

private:
    [[nodiscard]] bool startOnce();
    [[nodiscard]] bool writeConfiguration();
    [[nodiscard]] bool startJava(ChildProcess& process, const QString& name, const QStringList& memoryAndClass) const;
    [[nodiscard]] bool hasFreeSlots() const;
    [[nodiscard]] bool isTaken() const;

    QString m_version;
    Settings m_settings;
    QString m_problem;
    quint16 m_restPort = 0;
    // Above the processes: it must outlive them.
    WorkFolder m_folder;
    ChildProcess m_jobManager;
    ChildProcess m_taskManager;
};

} // namespace live
