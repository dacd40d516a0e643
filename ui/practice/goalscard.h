#pragma once

#include "ui/practice/session.h"
#include "ui/widgets/card.h"

namespace practice {

/// What must be true of the cluster for the rehearsal to be over, each met or not yet.
class GoalsCard : public widgets::Card
{
    Q_OBJECT
public:
    explicit GoalsCard(Session& session, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Session& m_session;
    QWidget* m_rows;
};

} // namespace practice
