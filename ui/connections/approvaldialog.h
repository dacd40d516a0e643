#pragma once

#include "core/kube/access.h"

#include <QDialog>
#include <QTimer>

class QGridLayout;
class QPushButton;

namespace connections {

/// Shows what a kubeconfig wants to run, whole and literally, and asks. Its buttons cannot be pressed for the first
/// half second: a question that pops up under a moving hand must not be answered by it.
class ApprovalDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Answer { No, Once, Always };

    explicit ApprovalDialog(const kube::PluginRun& run, QWidget* parent = nullptr);

    Answer answer() const { return m_answer; }

private:
    void addFacts(QGridLayout* grid, const kube::PluginRun& run);
    void arm();
    void choose(Answer answer);

    QPushButton* m_no;
    QPushButton* m_always;
    QPushButton* m_once;
    QTimer m_arming;
    Answer m_answer = Answer::No;
};

} // namespace connections
