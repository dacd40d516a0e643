#include "ui/operations/stepsview.h"

#include "core/base/visibletext.h"
#include "ui/operations/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/timedisplay.h"

#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace operations {

using widgets::PlainLabel;
using workflow::Operation;
using workflow::Plan;
using workflow::Step;
using workflow::StepRecord;

namespace {

PlainLabel* wrapping(theme::Role role, QWidget* parent)
{
    auto* label = new PlainLabel({}, theme::Type::Body, role, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

StepsView::StepsView(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    // What runs takes longer while one looks.
    if (auto* display = widgets::TimeDisplay::instance())
        connect(display, &widgets::TimeDisplay::ticked, this, [this] {
            if (isVisible() && m_shown.state == Operation::State::Running)
                fill();
        });
}

void StepsView::clear()
{
    build({}, Form::Plan);
    m_shown = {};
}

QWidget* StepsView::current() const
{
    const qsizetype step = m_form == Form::Operation ? m_shown.currentStep() : -1;
    return step >= 0 && step < m_rows.size() ? m_rows.at(step).title : nullptr;
}

void StepsView::showPlan(const Plan& plan)
{
    if (m_form != Form::Plan || m_shown.plan.steps != plan.steps || m_rows.isEmpty())
        build(plan.steps, Form::Plan);
    m_shown = {};
    m_shown.plan = plan;
    fill();
}

void StepsView::showOperation(const Operation& operation)
{
    const bool isSame = m_form == Form::Operation && m_shown.id == operation.id && !m_rows.isEmpty();
    if (!isSame)
        build(operation.plan.steps, Form::Operation);
    m_shown = operation;
    fill();
}

void StepsView::build(const QList<Step>& steps, Form form)
{
    m_form = form;
    m_rows.clear();
    m_heads.clear();
    delete m_content;
    m_content = new QWidget(this);
    layout()->addWidget(m_content);
    auto* grid = new QGridLayout(m_content);
    grid->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    grid->setHorizontalSpacing(theme::pageMargin);
    grid->setVerticalSpacing(theme::inside);
    const int last = 4;
    for (int i = 0; i <= last; ++i) {
        auto* head = new PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, m_content);
        grid->addWidget(head, 0, i);
        m_heads.append(head);
    }
    grid->setColumnStretch(form == Form::Plan ? 2 : 3, 3);
    grid->setColumnStretch(form == Form::Plan ? 1 : 2, 2);
    if (form == Form::Plan)
        grid->setColumnStretch(3, 3);
    int line = 1;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        grid->addWidget(new widgets::Line(m_content), line++, 0, 1, last + 1);
        Row row{};
        row.number = new PlainLabel(QString::number(i + 1), theme::Type::Body, theme::Role::SecondaryText, m_content);
        row.title = wrapping(theme::Role::Text, m_content);
        row.title->setType(theme::Type::Strong);
        row.note = wrapping(theme::Role::Text, m_content);
        row.took = new PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, m_content);
        grid->addWidget(row.number, line, 0, Qt::AlignTop);
        if (form == Form::Plan) {
            row.loss = wrapping(theme::Role::SecondaryText, m_content);
            grid->addWidget(row.title, line, 1, Qt::AlignTop);
            grid->addWidget(row.note, line, 2, Qt::AlignTop);
            grid->addWidget(row.loss, line, 3, Qt::AlignTop);
        } else {
            row.state = new widgets::GlyphLabel(m_content);
            grid->addWidget(row.state, line, 1, Qt::AlignTop);
            grid->addWidget(row.title, line, 2, Qt::AlignTop);
            grid->addWidget(row.note, line, 3, Qt::AlignTop);
        }
        grid->addWidget(row.took, line, 4, Qt::AlignTop | Qt::AlignRight);
        m_rows.append(row);
        ++line;
    }
    m_content->setVisible(!steps.isEmpty());
}

void StepsView::fillPlanned(Row& row, const Step& step)
{
    row.note->setText(base::visibleText(step.waitsFor, 400));
    row.loss->setText(step.lostIfStoppedHere.isEmpty() ? tr("nothing")
                                                       : base::visibleText(step.lostIfStoppedHere, 600));
    row.took->setText(usualText(step.expected));
}

void StepsView::fill(Row& row, const Step& step, const StepRecord& record)
{
    row.title->setText(base::visibleText(step.title, 200));
    if (m_form == Form::Plan)
        return fillPlanned(row, step);
    const bool isPlanned = record.state == StepRecord::State::Planned;
    const bool isUnderWay = !isPlanned && !record.isOver() && m_shown.state == Operation::State::Running;
    const bool isSlow = isUnderWay && isDelayed(step, record);
    row.state->setState(theme::glyphOf(isSlow ? base::Health::AtRisk : familyOf(record.state)),
                        isSlow ? tr("longer than usual") : wordOf(record.state));
    row.state->setVisible(!isPlanned);
    row.title->setRole(isPlanned ? theme::Role::SecondaryText : theme::Role::Text);
    row.note->setRole(isPlanned ? theme::Role::SecondaryText : theme::Role::Text);
    row.note->setText(base::visibleText(record.detail.isEmpty() ? step.waitsFor : record.detail, 600));
    const QString took = tookText(record.startedAt, isUnderWay ? QDateTime::currentDateTimeUtc() : record.endedAt);
    const QString usual = record.isOver() ? QString() : usualText(step.expected);
    row.took->setText(took.isEmpty() || usual.isEmpty() ? took + usual : tr("%1 (%2)").arg(took, usual));
}

void StepsView::fill()
{
    const bool isUsualKnown =
        std::ranges::any_of(m_shown.plan.steps, [](const Step& step) { return !usualText(step.expected).isEmpty(); });
    const QStringList heads = m_form == Form::Plan
                                  ? QStringList{u"#"_s, tr("Step"), tr("Waits until"), tr("Lost if it stops here"),
                                                isUsualKnown ? tr("Takes") : QString()}
                                  : QStringList{u"#"_s, tr("State"), tr("Step"), tr("Seen"), tr("Took")};
    for (qsizetype i = 0; i < m_heads.size(); ++i)
        m_heads.at(i)->setText(heads.value(i));
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        fill(m_rows[i], m_shown.plan.steps.at(i), m_shown.steps.value(i));
}

void StepsView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && !m_rows.isEmpty())
        fill();
    QWidget::changeEvent(event);
}

} // namespace operations
