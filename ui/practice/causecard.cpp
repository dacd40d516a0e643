#include "ui/practice/causecard.h"

#include "ui/practice/statedrow.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace practice {

QList<Suspect> shuffled(QList<Suspect> suspects)
{
    std::sort(suspects.begin(), suspects.end(), [](const Suspect& a, const Suspect& b) { return a.id < b.id; });
    return suspects;
}

CauseCard::CauseCard(Session& session, QWidget* parent)
    : Card(parent)
    , m_session(session)
    , m_rows(new QWidget(this))
{
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::between);
    body()->addWidget(m_rows);
    body()->addStretch();
    connect(&session, &Session::changed, this, &CauseCard::refresh);
    refresh();
}

void CauseCard::refresh()
{
    const Scenario* played = m_session.current();
    const QList<Suspect> suspects = played ? shuffled(played->suspects) : QList<Suspect>();
    setTitle(tr("What is the cause?"));
    const int wrong = m_session.progress().wrongSuspects;
    setSubtitle(wrong > 0 ? tr("%n wrong answer(s)", nullptr, wrong) : QString());
    for (StatedRow* added : fitRows(m_rows, suspects.size())) {
        connect(added->action(), &QPushButton::clicked, this,
                [this, added] { m_session.accuse(added->property("suspect").toString()); });
    }
    const bool isOpen = !m_session.foundCause() && !m_session.isOver();
    for (qsizetype i = 0; i < suspects.size(); ++i) {
        StatedRow* row = rowAt(m_rows, i);
        const QString id = suspects.at(i).id;
        row->setProperty("suspect", id);
        const bool wasNamed = m_session.accused().contains(id);
        if (m_session.foundCause() == id)
            row->showState(theme::Glyph::Healthy, suspects.at(i).text, tr("This is it"));
        else if (wasNamed)
            row->showState(theme::Glyph::Broken, suspects.at(i).text, tr("This is not it"));
        else
            row->showState(std::nullopt, suspects.at(i).text, {});
        row->setAction(isOpen && !wasNamed ? tr("Name it") : QString());
    }
}

void CauseCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Card::changeEvent(event);
}

} // namespace practice
