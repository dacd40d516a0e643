#include "ui/practice/goalscard.h"

#include "ui/practice/statedrow.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace practice {

GoalsCard::GoalsCard(Session& session, QWidget* parent)
    : Card(parent)
    , m_session(session)
    , m_rows(new QWidget(this))
{
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::between);
    body()->addWidget(m_rows);
    body()->addStretch();
    connect(&session, &Session::changed, this, &GoalsCard::refresh);
    refresh();
}

void GoalsCard::refresh()
{
    const QList<Goal>& goals = m_session.progress().goals;
    const auto met = std::count_if(goals.begin(), goals.end(), [](const Goal& goal) { return goal.isMet; });
    setTitle(tr("Goal"));
    setSubtitle(tr("%1 of %2 met").arg(met).arg(goals.size()));
    fitRows(m_rows, goals.size());
    for (qsizetype i = 0; i < goals.size(); ++i) {
        const Goal& goal = goals.at(i);
        rowAt(m_rows, i)->showState(goal.isMet ? theme::Glyph::Healthy : theme::Glyph::Unknown, goal.text,
                                    goal.isMet ? tr("met") : tr("not met yet"));
    }
}

void GoalsCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Card::changeEvent(event);
}

} // namespace practice
