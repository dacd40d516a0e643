#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include <chrono>
#include <functional>
#include <vector>

namespace kube {

class ProcessGroup;
struct ProcessOutcome;

/// Finds the search path for credential plugins. A program that was started from a launcher lacks the PATH of the
/// user's shell, so that "aws" or "kubelogin" is not found; then the login shell is asked for it, once.
class PluginPath : public QObject
{
    Q_OBJECT
public:
    /// Asking the login shell runs the user's own start-up files.
    enum class LoginShell {
        WhenWithoutTerminal, ///< a program started from a terminal has the right PATH already
        Never,
        Always,
    };

    explicit PluginPath(LoginShell use = LoginShell::WhenWithoutTerminal, QObject* parent = nullptr);
    ~PluginPath() override;

    /// Calls back once, in the thread of `context`, never after its death; after at most 5 s.
    void obtain(QObject* context, std::function<void(const QString& searchPath)> done);

    /// The absolute path of the program; empty: not found or not executable. A command with a path separator is not
    /// searched.
    static QString resolve(const QString& command, const QString& searchPath);

private:
    bool shallAsk() const;
    void askShell();
    void take(const ProcessOutcome& outcome);
    void answer();

    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void(const QString&)> done;
    };

    LoginShell m_use;
    QString m_path; ///< empty: not known yet
    QByteArray m_marker;
    ProcessGroup* m_shell = nullptr;
    std::vector<Waiting> m_waiting;
};

} // namespace kube
