#pragma once

#include "ui/operations/desk.h"

#include <QWidget>

class QPushButton;

namespace operations {

/// What somebody can do about an operation that comes to nothing by itself, as buttons.
class OfferBar : public QWidget
{
    Q_OBJECT
public:
    /// The desk must outlive it.
    explicit OfferBar(Desk& desk, QWidget* parent = nullptr);

    /// Empty: none.
    void setOperation(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void build(const QList<plans::Offer>& offers);
    void wait();
    QString situation() const; ///< what was seen of it last

    Desk& m_desk;
    QString m_id;
    QString m_waitedFor; ///< the situation in which somebody wanted to wait: nothing is offered until another one
    QList<plans::Offer> m_offers;
    QList<QPushButton*> m_buttons;
};

} // namespace operations
