#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

#include <chrono>

namespace live {

/// A server process that cannot outlive the test: the kernel kills it when the test program ends, however that ends.
class ChildProcess
{
public:
    /// Both streams go to `logFile`.
    ChildProcess(QString name, QString logFile);
    ~ChildProcess();
    Q_DISABLE_COPY_MOVE(ChildProcess)

    /// `program` must be the server itself or `exec` it: a wrapper's child would survive.
    [[nodiscard]] bool start(const QString& program, const QStringList& arguments,
                             const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment());
    /// Asks politely, then kills the whole process group.
    void stop(std::chrono::milliseconds patience = std::chrono::seconds(10));
    void kill();
    /// Stops the process's time: connections stay open and nothing answers.
    void freeze();
    void thaw();

    [[nodiscard]] bool isRunning() const;
    /// Of the process that runs or ran last; 0 if none did.
    [[nodiscard]] qint64 pid() const { return m_pid; }
    [[nodiscard]] QString log() const;
    /// One text for a test's failure: the name, whether it still runs, the end of its log.
    [[nodiscard]] QString report() const;

private:
    void signalGroup(int signal) const;

    QString m_name;
    QString m_logFile;
    QProcess m_process;
    qint64 m_pid = 0;
};

/// The processes of a child's group that are still there, the child itself included; zombies do not count.
[[nodiscard]] QList<qint64> processesInGroup(qint64 leader);

} // namespace live
