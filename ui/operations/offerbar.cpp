#include "ui/operations/offerbar.h"

#include "ui/operations/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/tooltip.h"

#include <QEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace operations {

namespace {

QString iconOf(const plans::Offer& offer)
{
    if (offer.id == u"wait")
        return u"clock"_s;
    if (offer.id == u"take-back")
        return u"undo"_s;
    if (offer.id == u"last-state")
        return u"checkpoint"_s;
    return offer.id == u"recover" ? u"wrench"_s : u"refresh"_s;
}

} // namespace

OfferBar::OfferBar(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
{
    auto* row = new widgets::FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::between);
    connect(&m_desk, &Desk::changed, this, &OfferBar::refresh);
    connect(&m_desk, &Desk::begun, this, &OfferBar::refresh);
    connect(&m_desk, &Desk::loaded, this, &OfferBar::refresh);
    connect(&m_desk, &Desk::clustersChanged, this, &OfferBar::refresh);
    refresh();
}

void OfferBar::setOperation(const QString& id)
{
    if (m_id != id)
        m_waitedFor.clear();
    m_id = id;
    refresh();
}

QString OfferBar::situation() const
{
    const workflow::Operation* operation = m_desk.operation(m_id);
    return operation ? workflow::stateWord(operation->state) + u' ' + standText(*operation) : QString();
}

void OfferBar::wait()
{
    m_waitedFor = situation();
    refresh();
}

/// Buttons stay while the same is offered: one may be about to be pressed.
void OfferBar::refresh()
{
    QList<plans::Offer> offers = m_desk.offers(m_id);
    // Whoever is to go on with it finds that among the buttons of the operation.
    offers.removeIf([](const plans::Offer& offer) { return offer.id == u"continue"; });
    if (!m_waitedFor.isEmpty() && m_waitedFor == situation())
        offers.clear();
    if (offers != m_offers)
        build(offers);
    setVisible(!m_offers.isEmpty());
}

void OfferBar::build(const QList<plans::Offer>& offers)
{
    for (QPushButton* button : std::as_const(m_buttons)) {
        button->hide();
        button->deleteLater(); // one of them may be the one that was pressed
    }
    m_buttons.clear();
    m_offers = offers;
    for (const plans::Offer& offer : offers) {
        auto* button = new QPushButton(theme::icon(iconOf(offer)), offer.text, this);
        button->setObjectName(u"offer."_s + offer.id);
        button->setAutoDefault(false);
        button->setToolTip(widgets::plainToolTip(offer.about));
        button->setAccessibleDescription(offer.about);
        connect(button, &QPushButton::clicked, this, [this, offer] {
            if (offer.intent)
                m_desk.take(m_id, offer);
            else
                wait();
        });
        layout()->addWidget(button);
        m_buttons.append(button);
    }
}

void OfferBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace operations
