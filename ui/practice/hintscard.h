#pragma once

#include "ui/practice/session.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace practice {

/// The hints somebody took, and the next one; each costs.
class HintsCard : public widgets::Card
{
    Q_OBJECT
public:
    explicit HintsCard(Session& session, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Session& m_session;
    QWidget* m_rows;
    QPushButton* m_next;
};

} // namespace practice
