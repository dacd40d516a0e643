#include "ui/shell/inspector.h"

#include "ui/shell/docktitle.h"
#include "ui/theme/theme.h"
#include "ui/widgets/agelabel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/glyphlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace shell {

using namespace Qt::StringLiterals;

Inspector::Inspector(QWidget* parent)
    : QDockWidget(parent)
    , m_content(new QStackedWidget(this))
    , m_empty(new widgets::EmptyState(this))
    , m_subject(new widgets::ElidedLabel({}, theme::Type::CardTitle, theme::Role::Text, this))
    , m_copy(new widgets::CopyButton(this))
    , m_rows(new QWidget(this))
    , m_grid(nullptr)
    , m_kubectlTitle(new widgets::PlainLabel(u"kubectl"_s, theme::Type::Strong, theme::Role::Text, this))
    , m_kubectl(new widgets::PlainLabel({}, theme::Type::Code, theme::Role::Text, this))
    , m_copyKubectl(new widgets::CopyButton(this))
{
    setObjectName(u"inspector"_s);
    auto* inside = new QWidget(this);
    auto* column = new QVBoxLayout(inside);
    auto* head = new QHBoxLayout;
    head->addWidget(m_subject, 1);
    head->addWidget(m_copy);
    column->addLayout(head);
    column->addWidget(m_rows);
    auto* kubectlHead = new QHBoxLayout;
    kubectlHead->addWidget(m_kubectlTitle, 1);
    kubectlHead->addWidget(m_copyKubectl);
    column->addSpacing(theme::inside);
    column->addLayout(kubectlHead);
    column->addWidget(m_kubectl);
    column->addStretch();
    m_kubectl->setWordWrap(true);
    m_kubectl->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    inside->setBackgroundRole(QPalette::Base);
    inside->setAutoFillBackground(true);
    m_content->addWidget(m_empty);
    m_content->addWidget(scroll);
    m_content->setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(true);
    m_content->setMinimumWidth(220);
    setWidget(m_content);
    retranslate();
    setTitleBarWidget(new DockTitle(this));
}

void Inspector::setPage(Page* page)
{
    if (m_page)
        m_page->disconnect(this);
    m_page = page;
    if (m_page)
        connect(m_page, &Page::factsChanged, this, &Inspector::refresh);
    refresh();
}

void Inspector::refresh()
{
    const QList<Fact> facts = m_page && m_page->facts ? m_page->facts() : QList<Fact>();
    const QString subject = m_page && m_page->subject ? m_page->subject() : QString();
    const QString command = m_page && m_page->kubectl ? m_page->kubectl() : QString();
    m_content->setCurrentIndex(facts.isEmpty() ? 0 : 1);
    m_subject->setText(subject);
    m_copy->setText(subject, tr("the name"));
    for (QWidget* part : {static_cast<QWidget*>(m_kubectlTitle), static_cast<QWidget*>(m_kubectl),
                          static_cast<QWidget*>(m_copyKubectl)})
        part->setVisible(!command.isEmpty());
    m_kubectl->setText(command);
    m_copyKubectl->setText(command, tr("the kubectl command"));
    if (facts == m_shown)
        return;
    m_shown = facts;
    fill(facts);
}

void Inspector::fill(const QList<Fact>& facts)
{
    auto* fresh = new QWidget(m_rows->parentWidget());
    m_grid = new QGridLayout(fresh);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme::pageMargin);
    m_grid->setVerticalSpacing(theme::inside);
    m_grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Fact& fact : facts) {
        auto* name = new widgets::PlainLabel(fact.name, theme::Type::Body, theme::Role::SecondaryText, fresh);
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        if (fact.family) {
            m_grid->addWidget(new widgets::GlyphLabel(theme::glyphOf(*fact.family), fact.value, fresh), row, 1);
        } else {
            auto* value = new widgets::PlainLabel(fact.value, fresh);
            value->setWordWrap(true);
            value->setTextInteractionFlags(Qt::TextSelectableByMouse);
            m_grid->addWidget(value, row, 1);
        }
        if (fact.observedAt.isValid()) {
            auto* age = new widgets::AgeLabel(fresh);
            age->setType(theme::Type::Small);
            age->setTime(fact.observedAt);
            m_grid->addWidget(age, row, 2, Qt::AlignRight | Qt::AlignTop);
        }
        ++row;
        m_grid->addWidget(new widgets::Line(fresh), row++, 0, 1, 3);
    }
    delete m_rows->parentWidget()->layout()->replaceWidget(m_rows, fresh);
    m_rows->deleteLater();
    m_rows = fresh;
}

void Inspector::retranslate()
{
    setWindowTitle(tr("Inspector"));
    m_empty->showNone(tr("Select a deployment to see its facts here."));
    refresh();
}

void Inspector::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDockWidget::changeEvent(event);
}

} // namespace shell
