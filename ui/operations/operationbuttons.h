#pragma once

#include "ui/operations/desk.h"

#include <QWidget>

class QPushButton;

namespace operations {

/// What can be done about an operation that is under way, or was interrupted.
class OperationButtons : public QWidget
{
    Q_OBJECT
public:
    /// The desk must outlive it.
    explicit OperationButtons(Desk& desk, QWidget* parent = nullptr);

    /// Empty: none.
    void setOperation(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void askToHandOver();
    void say(const base::Result<base::Ok>& done);

    Desk& m_desk;
    QString m_id;
    QPushButton* m_goOn;
    QPushButton* m_handOver;
    QPushButton* m_cancel;
};

} // namespace operations
