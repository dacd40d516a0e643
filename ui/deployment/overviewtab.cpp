#include "ui/deployment/overviewtab.h"

#include "core/base/visibletext.h"
#include "ui/deployment/jobnumbers.h"
#include "ui/deployment/restorecard.h"
#include "ui/deployment/truthpanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"

#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

/// Narrower than this the judgement stands above the facts instead of beside them.
constexpr int stackBelow = 860;
constexpr int nowWidth = 320;

QString shortened(const QString& jobId)
{
    return jobId.size() > 12 ? jobId.left(4) + u'…' + jobId.right(4) : jobId;
}

} // namespace

OverviewTab::OverviewTab(Subject& subject, QWidget* parent)
    : Tab(subject, parent)
    , m_scroll(new QScrollArea(this))
    , m_truth(new TruthPanel)
    , m_restore(new RestoreCard)
    , m_numbers(new Numbers)
    , m_now(new widgets::Card)
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    auto* inside = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, inside);
    m_columns->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin, theme::pageMargin);
    m_columns->setSpacing(theme::pageMargin);
    auto* left = new QVBoxLayout;
    left->setSpacing(theme::pageMargin);
    left->addWidget(m_truth);
    left->addWidget(m_restore);
    left->addWidget(m_numbers);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->addWidget(m_now);
    right->addStretch(1);
    m_columns->addLayout(left, 1);
    m_columns->addLayout(right);
    m_summary = new widgets::PlainLabel({}, theme::Type::Strong, theme::Role::Text, m_now);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reasons = new QWidget(m_now);
    auto* reasons = new QVBoxLayout(m_reasons);
    reasons->setContentsMargins(0, 0, 0, 0);
    reasons->setSpacing(theme::inside + 2);
    m_now->body()->addWidget(m_summary);
    m_now->body()->addWidget(m_reasons);
    m_now->setFixedWidth(nowWidth);
    m_scroll->setWidget(inside);
    // The page's ground shows through.
    m_scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    setContent(m_scroll);
}

QString OverviewTab::title() const
{
    return tr("Overview");
}

QMap<health::Source, QString> OverviewTab::paths() const
{
    QMap<health::Source, QString> result;
    const QString job = subject().job();
    result.insert(health::Source::FlinkRest,
                  job.isEmpty() ? u"/jobs/overview"_s : u"/jobs/"_s + base::visibleText(shortened(job), 64));
    if (subject().isEndpoint())
        return result;
    result.insert(health::Source::CustomResource, u"FlinkDeployment .status"_s);
    const auto* pods = subject().pods();
    result.insert(health::Source::Pods,
                  pods && pods->isComplete() ? tr("%n pod(s), watch", nullptr, int(pods->count())) : tr("watch"));
    return result;
}

void OverviewTab::refresh()
{
    showContent();
    m_now->setTitle(tr("Now"));
    m_truth->showVerdict(subject().verdict(), paths());
    layOut(width());
    showNow();
    showRestore();
    showNumbers();
}

void OverviewTab::tick()
{
    showRestore();
    showNumbers();
}

void OverviewTab::showRestore()
{
    const auto deployment = subject().deployment();
    // A bare Flink has nobody who restores for it, a session cluster has no state of its own.
    m_restore->setVisible(deployment && !deployment->isSession());
    if (deployment)
        m_restore->showOutlook(subject().restore(),
                               deployment->isStateless() ? RestoreCard::State::None : RestoreCard::State::Kept,
                               QDateTime::currentDateTimeUtc());
}

void OverviewTab::showNumbers()
{
    m_numbers->setNumbers(JobNumbers::of(subject(), QDateTime::currentDateTimeUtc()));
}

void OverviewTab::showNow()
{
    const health::Verdict& verdict = subject().verdict();
    m_summary->setText(verdict.summary.isEmpty() ? tr("Nothing is known about it yet.")
                                                 : base::visibleText(verdict.summary, 1024));
    QStringList reasons = verdict.reasons;
    if (verdict.isTentative())
        reasons.append(health::caveatOf(verdict.notHeard));
    auto* layout = static_cast<QVBoxLayout*>(m_reasons->layout());
    while (layout->count() > reasons.size())
        delete layout->itemAt(layout->count() - 1)->widget();
    while (layout->count() < reasons.size()) {
        auto* label = new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, m_reasons);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    for (int i = 0; i < reasons.size(); ++i)
        static_cast<widgets::PlainLabel*>(layout->itemAt(i)->widget())->setText(base::visibleText(reasons.at(i), 1024));
    m_reasons->setVisible(!reasons.isEmpty());
}

void OverviewTab::resizeEvent(QResizeEvent* event)
{
    Tab::resizeEvent(event);
    layOut(event->size().width());
}

/// What does not fit beside each other stands under each other; what does not fit at all is scrolled to.
void OverviewTab::layOut(int width)
{
    const bool isNarrow = width < stackBelow;
    m_columns->setDirection(isNarrow ? QBoxLayout::BottomToTop : QBoxLayout::LeftToRight);
    m_now->setMinimumWidth(isNarrow ? 0 : nowWidth);
    m_now->setMaximumWidth(isNarrow ? QWIDGETSIZE_MAX : nowWidth);
    const int margins = 2 * theme::pageMargin + m_scroll->verticalScrollBar()->sizeHint().width();
    m_truth->setRoom(width - margins - (isNarrow ? 0 : nowWidth + theme::pageMargin));
}

} // namespace deployment
