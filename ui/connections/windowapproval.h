#pragma once

#include "core/kube/access.h"
#include "core/kube/approvals.h"

#include <QObject>
#include <QPointer>

#include <deque>

class QWidget;

namespace connections {

/// Asks the user of the window whether a credential plugin may run: one question at a time, none twice for the same
/// thing, and none for what is allowed for good.
class WindowApproval : public QObject, public kube::PluginApproval
{
    Q_OBJECT
public:
    explicit WindowApproval(kube::Approvals approvals = kube::Approvals(), QObject* parent = nullptr);

    /// Questions wait until there is a window to ask them in.
    void setWindow(QWidget* window);
    void ask(const kube::PluginRun& run, QObject* context, std::function<void(bool approved)> done) override;

private:
    struct Asker
    {
        QPointer<QObject> context;
        std::function<void(bool)> done;
    };
    struct Question
    {
        kube::PluginRun run;
        std::vector<Asker> askers;
    };

    void askNext();
    void answer(bool approved);

    kube::Approvals m_approvals;
    QPointer<QWidget> m_window;
    std::deque<Question> m_questions; ///< the first is being asked
    bool m_isAsking = false;
};

} // namespace connections
