#pragma once

#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>

#include <chrono>

namespace kube {

/// What to run, without a shell, and how much of it we put up with.
struct ProcessRun
{
    QString program; ///< absolute
    QStringList arguments;
    QProcessEnvironment environment;
    std::chrono::milliseconds timeout{60'000};
    std::chrono::milliseconds killAfter{5'000}; ///< between the polite and the impolite end
    qsizetype longestOutput = 1024 * 1024;      ///< more ends the run
    qsizetype longestErrors = 64 * 1024;        ///< more is dropped
};

struct ProcessOutcome
{
    enum class End { Exited, NotStarted, Crashed, TimedOut, TooMuchOutput, Cancelled };

    End end = End::Exited;
    int exitCode = 0;
    QByteArray output, errors;
    QString systemError; ///< of NotStarted
};

/// Runs one program in a process group of its own, without a terminal and with nothing to read, so that all it started
/// can be ended with it. Its death ends the program.
class ProcessGroup : public QObject
{
    Q_OBJECT
public:
    explicit ProcessGroup(ProcessRun run, QObject* parent = nullptr);
    ~ProcessGroup() override;

    void start();
    void cancel(); ///< ends the whole group, politely first

signals:
    void finished(const kube::ProcessOutcome& outcome);

private:
    void readOutput();
    void readErrors();
    void end(ProcessOutcome::End why);
    void finish();
    void signalGroup(int signal) const;

    ProcessRun m_run;
    ProcessOutcome m_outcome;
    QProcess* m_process;
    QTimer m_limit;
    qint64 m_group = 0;
    bool m_ending = false;
    bool m_finished = false;
};

} // namespace kube
