#pragma once

#include "ui/practice/session.h"
#include "ui/widgets/card.h"

namespace practice {

/// What there is to learn once it is over: how long it took, what it was worth, what it was and what was to be done,
/// and who did what when.
class DebriefCard : public widgets::Card
{
    Q_OBJECT
public:
    explicit DebriefCard(Session& session, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void fill();
    void addNumbers(int difficulty);
    void addParagraph(const QString& title, const QString& text);
    void addTimeline(const QList<sim::practice::Deed>& deeds);

    Session& m_session;
    QWidget* m_content = nullptr;
    Debrief m_debrief;
    Progress m_progress; ///< that is shown; without a scenario nothing is
};

} // namespace practice
