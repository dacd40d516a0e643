#pragma once

#include "ui/practice/session.h"
#include "ui/widgets/card.h"

namespace practice {

/// "What is the cause?" with what one may suspect; every answer counts.
class CauseCard : public widgets::Card
{
    Q_OBJECT
public:
    explicit CauseCard(Session& session, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Session& m_session;
    QWidget* m_rows;
};

/// A rehearsal's suspects in an order that tells nothing.
QList<Suspect> shuffled(QList<Suspect> suspects);

} // namespace practice
