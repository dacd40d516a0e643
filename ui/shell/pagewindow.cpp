#include "ui/shell/pagewindow.h"

#include "ui/shell/edges.h"
#include "ui/shell/practiceband.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/environmentchip.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace shell {

using namespace Qt::StringLiterals;

PageWindow::PageWindow(std::unique_ptr<Page> page, const QList<QAction*>& actions)
    : m_page(std::move(page))
    , m_environment(new widgets::EnvironmentChip(this))
    , m_context(new widgets::ElidedLabel({}, theme::Type::Strong, theme::Role::Text, this))
    , m_back(new QToolButton(this))
    , m_practice(new PracticeBand(this))
    , m_edges(new Edges(this))
{
    setMinimumSize(480, 320);
    addActions(actions);
    m_back->setIcon(theme::icon(u"window"_s));
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    head->setSpacing(theme::between);
    head->addWidget(m_environment);
    head->addWidget(m_context, 1);
    head->addWidget(m_back);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Edges::thickness, Edges::thickness, Edges::thickness, Edges::thickness);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_practice);
    column->addWidget(m_page->widget(), 1);
    m_page->widget()->show();
    connect(m_page.get(), &Page::changed, this, &PageWindow::retitle);
    connect(m_practice, &PracticeBand::pageRequested, this, &PageWindow::practiceRequested);
    connect(m_back, &QToolButton::clicked, this, &PageWindow::putBackRequested);
    retitle();
}

PageWindow::~PageWindow() = default;

std::unique_ptr<Page> PageWindow::take()
{
    m_page->disconnect(this);
    m_page->widget()->hide();
    m_page->widget()->setParent(nullptr);
    return std::move(m_page);
}

void PageWindow::setSurroundings(const Surroundings& surroundings)
{
    m_environment->setEnvironment(surroundings.environment);
    m_environment->setVisible(surroundings.environment != base::Environment::Unset);
    m_context->setText(surroundings.context);
    showPractice(*m_practice, surroundings);
    m_edges->setEnvironment(surroundings.environment);
}

void PageWindow::retitle()
{
    const QString title = m_page && m_page->title ? m_page->title() : QString();
    setWindowTitle(title.isEmpty() ? u"Drey"_s : tr("%1 — Drey").arg(title));
    m_back->setText(tr("Back to the main window"));
}

void PageWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retitle();
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        emit activated();
    QWidget::changeEvent(event);
}

void PageWindow::closeEvent(QCloseEvent* event)
{
    event->accept();
    emit closeRequested();
}

} // namespace shell
