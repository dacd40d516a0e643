#pragma once

#include "ui/widgets/elidedlabel.h"

#include <QDateTime>

namespace widgets {

/// How old something is, growing while one looks; absolute when the window shows absolute times. The tooltip says both.
class AgeLabel : public PlainLabel
{
    Q_OBJECT
public:
    explicit AgeLabel(QWidget* parent = nullptr);

    /// UTC. Invalid: never, shown as an en dash.
    void setTime(const QDateTime& when);
    QDateTime time() const { return m_when; }

protected:
    bool event(QEvent* event) override;

private:
    void refresh();

    QDateTime m_when;
};

} // namespace widgets
