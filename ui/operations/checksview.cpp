#include "ui/operations/checksview.h"

#include "core/base/visibletext.h"
#include "ui/operations/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/agelabel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/tooltip.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace operations {

using widgets::PlainLabel;
using workflow::Check;

namespace {

/// More of it is in the tooltip.
constexpr qsizetype longestEvidence = 160;

} // namespace

ChecksView::ChecksView(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void ChecksView::present(const QList<Check>& checks)
{
    if (checks == m_checks)
        return;
    m_checks = checks;
    build();
}

void ChecksView::build()
{
    delete m_content;
    m_failed.clear();
    m_content = new QWidget(this);
    layout()->addWidget(m_content);
    auto* grid = new QGridLayout(m_content);
    grid->setContentsMargins(theme::pageMargin, theme::inside, theme::pageMargin, theme::inside);
    grid->setHorizontalSpacing(theme::between);
    grid->setVerticalSpacing(theme::inside);
    grid->setColumnStretch(1, 1);
    int line = 0;
    for (const Check& check : std::as_const(m_checks)) {
        auto* state =
            new widgets::GlyphLabel(theme::glyphOf(familyOf(check.verdict)), wordOf(check.verdict), m_content);
        auto* words = new QWidget(m_content);
        auto* column = new QVBoxLayout(words);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        auto* message = new PlainLabel(base::visibleText(check.message, 1000), words);
        message->setWordWrap(true);
        message->setTextInteractionFlags(Qt::TextSelectableByMouse);
        if (check.verdict == Check::Verdict::Fail)
            message->setType(theme::Type::Strong);
        column->addWidget(message);
        if (!check.evidence.isEmpty()) {
            auto* evidence = new PlainLabel(base::visibleText(check.evidence, longestEvidence), theme::Type::Small,
                                            theme::Role::SecondaryText, words);
            evidence->setWordWrap(true);
            evidence->setTextInteractionFlags(Qt::TextSelectableByMouse);
            evidence->setToolTip(widgets::plainToolTip(base::visibleText(check.evidence)));
            column->addWidget(evidence);
        }
        auto* age = new widgets::AgeLabel(m_content);
        age->setType(theme::Type::Small);
        age->setRole(theme::Role::SecondaryText);
        age->setTime(check.observedAt);
        grid->addWidget(state, line, 0, Qt::AlignTop);
        grid->addWidget(words, line, 1);
        grid->addWidget(age, line, 2, Qt::AlignTop | Qt::AlignRight);
        if (check.verdict == Check::Verdict::Fail)
            m_failed.append(words);
        grid->addWidget(new widgets::Line(m_content), ++line, 0, 1, 3);
        ++line;
    }
}

void ChecksView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    for (const QWidget* words : std::as_const(m_failed)) {
        const QRect place(words->mapTo(this, QPoint()), words->size());
        painter.fillRect(QRect(0, place.top() - 4, width(), place.height() + 8),
                         theme::status(base::Health::Broken).background);
    }
}

void ChecksView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        build();
    QWidget::changeEvent(event);
}

} // namespace operations
