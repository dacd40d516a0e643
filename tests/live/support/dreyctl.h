#pragma once

#include "tests/live/support/childprocess.h"
#include "tests/live/support/command.h"
#include "tests/live/support/workfolder.h"

#include <QJsonObject>

namespace live {

/// What dreyctl answered; the document is empty when its output is none.
struct Said
{
    CommandOutput command;
    QJsonObject json;

    [[nodiscard]] int exitCode() const { return command.exitCode; }
    [[nodiscard]] QString report() const { return command.report(); }
};

/// The real dreyctl in a home of its own: no setting, kubeconfig or proxy of whoever runs the tests reaches it.
class Dreyctl
{
public:
    /// Without a kubeconfig it finds none.
    explicit Dreyctl(const QString& kubeconfig = {});

    static constexpr std::chrono::milliseconds patience = std::chrono::seconds(60);

    /// With `-o json` and English texts.
    [[nodiscard]] Said ask(const QStringList& arguments, std::chrono::milliseconds longest = patience) const;
    [[nodiscard]] CommandOutput run(const QStringList& arguments, std::chrono::milliseconds longest = patience) const;
    /// Begins it, so that it can be killed.
    [[nodiscard]] bool start(ChildProcess& process, const QStringList& arguments) const;
    /// Where it writes down what it does.
    [[nodiscard]] QString journalFolder() const;

private:
    WorkFolder m_home;
    QProcessEnvironment m_environment;
};

} // namespace live
