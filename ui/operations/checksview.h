#pragma once

#include "core/workflow/plan.h"

#include <QWidget>

namespace operations {

/// What was looked at before, one below the other: how it stands, on what evidence, and how old that is.
class ChecksView : public QWidget
{
    Q_OBJECT
public:
    explicit ChecksView(QWidget* parent = nullptr);

    void present(const QList<workflow::Check>& checks);
    qsizetype count() const { return m_checks.size(); }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();

    QList<workflow::Check> m_checks;
    QWidget* m_content = nullptr;
    QList<QWidget*> m_failed; ///< of each failed one its message: the ground is painted behind it
};

} // namespace operations
