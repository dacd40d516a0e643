#pragma once

#include "core/health/restore.h"
#include "ui/widgets/card.h"

namespace widgets {
class Badge;
class PlainLabel;
} // namespace widgets

namespace deployment {

class RestoreGauge;

/// Where the job would restore from if it had to now: a verdict, the age of that state on a scale, and in words what it
/// is.
class RestoreCard : public widgets::Card
{
    Q_OBJECT
public:
    enum class State { Kept, None };

    explicit RestoreCard(QWidget* parent = nullptr);

    /// `state`: None: the job keeps none by design, so that nothing is lost that it wanted.
    void showOutlook(const health::RestoreOutlook& outlook, State state, const QDateTime& now);

private:
    void showBadge(const health::RestoreOutlook& outlook, State state, const QDateTime& now);

    widgets::Badge* m_badge;
    RestoreGauge* m_gauge;
    widgets::PlainLabel* m_source;
    widgets::PlainLabel* m_reason;
};

} // namespace deployment
