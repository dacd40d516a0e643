#pragma once

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

    /// With `-o json` and English texts.
    [[nodiscard]] Said ask(const QStringList& arguments) const;
    [[nodiscard]] CommandOutput run(const QStringList& arguments) const;

private:
    WorkFolder m_home;
    QProcessEnvironment m_environment;
};

} // namespace live
