#include "ui/operations/operationbuttons.h"

#include "core/base/visibletext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/tooltip.h"

#include <QEvent>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace operations {

using workflow::Operation;

OperationButtons::OperationButtons(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_goOn(new QPushButton(this))
    , m_handOver(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    auto* row = new widgets::FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::between);
    for (QPushButton* button : {m_goOn, m_handOver, m_cancel}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    m_goOn->setIcon(theme::icon(u"play"_s));
    m_handOver->setIcon(theme::icon(u"user"_s));
    m_cancel->setIcon(theme::icon(u"close"_s));
    connect(m_goOn, &QPushButton::clicked, this, [this] { say(m_desk.goOn(m_id)); });
    connect(m_handOver, &QPushButton::clicked, this, &OperationButtons::askToHandOver);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_desk.cancel(m_id); });
    connect(&m_desk, &Desk::changed, this, [this](const QString& id) {
        if (id == m_id)
            refresh();
    });
    connect(&m_desk, &Desk::loaded, this, &OperationButtons::refresh);
    connect(&m_desk, &Desk::clustersChanged, this, &OperationButtons::refresh);
    refresh();
}

void OperationButtons::setOperation(const QString& id)
{
    m_id = id;
    refresh();
}

void OperationButtons::say(const base::Result<base::Ok>& done)
{
    if (!done)
        emit m_desk.warned(base::visibleText(done.error().message));
}

/// Nobody looks after it any more then: that is said before.
void OperationButtons::askToHandOver()
{
    const Operation* operation = m_desk.operation(m_id);
    if (!operation)
        return;
    auto* question = new QMessageBox(QMessageBox::Question, tr("Hand over"),
                                     tr("Hand over '%1' to yourself?").arg(base::visibleText(operation->plan.title)),
                                     QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("Drey writes down that somebody goes on by hand, and does not touch it any more. "
                                    "What was sent already stays as it is in the cluster."));
    const QPushButton* yes = question->addButton(tr("Hand over"), QMessageBox::AcceptRole);
    connect(yes, &QPushButton::clicked, this, [this, id = m_id] { say(m_desk.abandon(id)); });
    question->open();
}

void OperationButtons::refresh()
{
    m_goOn->setText(tr("Continue"));
    m_handOver->setText(tr("Hand over to me"));
    m_cancel->setText(tr("Cancel"));
    const Operation* operation = m_desk.operation(m_id);
    const bool isHere = m_desk.isAtWork(m_id);
    const bool isWaiting = operation && operation->isOpen() && operation->state != Operation::State::Running && !isHere;
    m_goOn->setVisible(isWaiting);
    m_handOver->setVisible(isWaiting && operation->problem.isEmpty());
    m_cancel->setVisible(isHere);
    m_cancel->setEnabled(isHere && !m_desk.isCancelling(m_id));
    m_cancel->setToolTip(m_desk.isCancelling(m_id) ? tr("It ends at the next safe point.")
                                                   : tr("Ends it at the next safe point; nothing is undone."));
    const QString obstacle = isWaiting ? m_desk.obstacleToGoOn(*operation) : QString();
    m_goOn->setEnabled(obstacle.isEmpty());
    m_goOn->setToolTip(obstacle.isEmpty() ? tr("Looks what has become of it, and goes on from there.")
                                          : widgets::plainToolTip(obstacle));
    setVisible(isWaiting || isHere);
}

void OperationButtons::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace operations
