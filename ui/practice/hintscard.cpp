#include "ui/practice/hintscard.h"

#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace practice {

using namespace Qt::StringLiterals;

HintsCard::HintsCard(Session& session, QWidget* parent)
    : Card(parent)
    , m_session(session)
    , m_rows(new QWidget(this))
    , m_next(new QPushButton(this))
{
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::between);
    body()->addWidget(m_rows);
    body()->addWidget(m_next, 0, Qt::AlignLeft);
    body()->addStretch();
    m_next->setProperty("small", true);
    m_next->setIcon(theme::icon(u"help"_s));
    connect(m_next, &QPushButton::clicked, &session, &Session::takeHint);
    connect(&session, &Session::changed, this, &HintsCard::refresh);
    refresh();
}

void HintsCard::refresh()
{
    const Scenario* played = m_session.current();
    const qsizetype all = played ? played->hints.size() : 0;
    const QStringList taken = m_session.takenHints();
    setTitle(tr("Hints"));
    setSubtitle(tr("%1 of %2 taken").arg(taken.size()).arg(all));
    QLayout* rows = m_rows->layout();
    while (rows->count() > taken.size())
        delete rows->itemAt(rows->count() - 1)->widget();
    while (rows->count() < taken.size()) {
        auto* label = new widgets::PlainLabel(m_rows);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        rows->addWidget(label);
    }
    for (int i = 0; i < taken.size(); ++i)
        qobject_cast<widgets::PlainLabel*>(rows->itemAt(i)->widget())->setText(u"%1. %2"_s.arg(i + 1).arg(taken.at(i)));
    m_rows->setVisible(!taken.isEmpty());
    m_next->setText(taken.isEmpty() ? tr("Show a hint") : tr("Show another hint"));
    m_next->setVisible(taken.size() < all && !m_session.isOver());
}

void HintsCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Card::changeEvent(event);
}

} // namespace practice
