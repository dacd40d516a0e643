#pragma once

#include "core/kube/access.h"
#include "core/kube/approvals.h"

#include <QObject>

#include <functional>

namespace cli {

class Session;

/// Lets a credential plugin run when it was approved before, here or in the window, when --allow-exec says so, or when
/// the user at the terminal does. Without a terminal it refuses, and says how to allow it.
class ConsoleApproval : public kube::PluginApproval
{
public:
    explicit ConsoleApproval(Session& session);

    void ask(const kube::PluginRun& run, QObject* context, std::function<void(bool approved)> done) override;

private:
    void askAtTerminal(const kube::PluginRun& run, QObject* context, std::function<void(bool)> done);

    Session& m_session;
    kube::Approvals m_approvals;
};

} // namespace cli
