#include "ui/connections/windowapproval.h"

#include "ui/connections/approvaldialog.h"

#include <QTimer>

#include <algorithm>

namespace connections {

WindowApproval::WindowApproval(kube::Approvals approvals, QObject* parent)
    : QObject(parent)
    , m_approvals(std::move(approvals))
{
}

void WindowApproval::setWindow(QWidget* window)
{
    m_window = window;
    askNext();
}

void WindowApproval::ask(const kube::PluginRun& run, QObject* context, std::function<void(bool)> done)
{
    if (m_approvals.isApproved(run)) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done(true); });
        return;
    }
    const auto same = std::find_if(m_questions.begin(), m_questions.end(), [&run](const Question& question) {
        return question.run.fingerprint == run.fingerprint;
    });
    if (same != m_questions.end()) {
        same->askers.push_back({context, std::move(done)});
        return;
    }
    Question question{run, {}};
    question.askers.push_back({context, std::move(done)});
    m_questions.push_back(std::move(question));
    // Not from inside the call that wants a credential.
    QTimer::singleShot(0, this, &WindowApproval::askNext);
}

void WindowApproval::askNext()
{
    if (m_isAsking || m_questions.empty() || !m_window)
        return;
    m_isAsking = true;
    auto* dialog = new ApprovalDialog(m_questions.front().run, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, dialog] {
        const ApprovalDialog::Answer answered = dialog->answer();
        // What cannot be remembered is asked again next time; that is the worst of it.
        if (answered == ApprovalDialog::Answer::Always) [[maybe_unused]]
            const auto kept = m_approvals.remember(m_questions.front().run);
        answer(answered != ApprovalDialog::Answer::No);
    });
    dialog->open();
}

void WindowApproval::answer(bool approved)
{
    const Question answered = std::move(m_questions.front());
    m_questions.pop_front();
    m_isAsking = false;
    for (const Asker& asker : answered.askers) {
        if (asker.context)
            asker.done(approved);
    }
    askNext();
}

} // namespace connections
