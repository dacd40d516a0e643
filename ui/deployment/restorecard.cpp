#include "ui/deployment/restorecard.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/health/situation.h"
#include "ui/deployment/restoregauge.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/elidedlabel.h"

#include <QVBoxLayout>

namespace deployment {

using namespace Qt::StringLiterals;
using base::Health;

namespace {

/// "chk-12"; its kind where no path is known.
QString nameOf(const health::RestoreOutlook& outlook)
{
    const QString name = health::snapshotName(outlook.path);
    return base::visibleText(name.isEmpty() ? outlook.kind : name, 128);
}

} // namespace

RestoreCard::RestoreCard(QWidget* parent)
    : Card(parent)
    , m_badge(new widgets::Badge(this))
    , m_gauge(new RestoreGauge(this))
    , m_source(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::Text, this))
    , m_reason(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
{
    addHeaderWidget(m_badge);
    for (widgets::PlainLabel* label : {m_source, m_reason}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    body()->addWidget(m_gauge);
    body()->addWidget(m_source);
    body()->addWidget(m_reason);
}

void RestoreCard::showOutlook(const health::RestoreOutlook& outlook, State state, const QDateTime& now)
{
    setTitle(tr("Will it restore?"));
    showBadge(outlook, state, now);
    const bool isDated = outlook.completedAt.isValid();
    m_gauge->setVisible(isDated);
    if (isDated) {
        using Mark = RestoreGauge::Mark;
        m_gauge->setMark(outlook.kind == u"savepoint" ? Mark::Savepoint : Mark::Checkpoint, nameOf(outlook),
                         std::chrono::milliseconds(outlook.completedAt.msecsTo(now)));
    }
    m_source->setVisible(!outlook.path.isEmpty());
    m_source->setText(tr("The next restart uses %1").arg(base::visibleText(outlook.path, 512)));
    m_reason->setText(base::visibleText(outlook.reason, 512));
}

void RestoreCard::showBadge(const health::RestoreOutlook& outlook, State state, const QDateTime& now)
{
    using Verdict = health::RestoreOutlook::Verdict;
    if (state == State::None) {
        m_badge->setState(Health::Suspended, tr("Starts empty"));
        return;
    }
    const QString old =
        outlook.completedAt.isValid()
            ? tr("Yes, but %1 old").arg(base::durationText(std::chrono::milliseconds(outlook.completedAt.msecsTo(now))))
            : tr("Not yet");
    switch (outlook.verdict) {
    case Verdict::Ready:
        m_badge->setState(Health::Healthy, tr("Yes"));
        return;
    case Verdict::Stale:
        m_badge->setState(Health::AtRisk, old);
        return;
    case Verdict::AtRisk:
        m_badge->setState(outlook.completedAt.isValid() ? Health::Broken : Health::AtRisk, old);
        return;
    case Verdict::Impossible:
        m_badge->setState(Health::Broken, tr("No"));
        return;
    case Verdict::Unknown:
        m_badge->setState(Health::Unknown, tr("Not known"));
        return;
    }
}

} // namespace deployment
