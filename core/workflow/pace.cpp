#include "core/workflow/pace.h"

#include <algorithm>

namespace workflow {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// What is over within moments varies by more than its own length.
constexpr milliseconds slack = 30s;
constexpr int manyTimes = 2;

std::optional<milliseconds> median(QList<qint64> took)
{
    if (took.isEmpty())
        return std::nullopt;
    std::ranges::sort(took);
    return milliseconds(took.at(took.size() / 2));
}

} // namespace

std::optional<milliseconds> usualTimeOf(const QList<Operation>& earlier, const QString& operation)
{
    QList<qint64> took;
    for (const Operation& one : earlier) {
        if (one.plan.operation == operation)
            took.append(one.startedAt.msecsTo(one.endedAt));
    }
    return median(took);
}

std::optional<milliseconds> usualTimeOfStep(const QList<Operation>& earlier, const QString& kind)
{
    QList<qint64> took;
    for (const Operation& one : earlier) {
        for (qsizetype i = 0; i < one.steps.size(); ++i) {
            const StepRecord& record = one.steps.at(i);
            if (one.plan.steps.at(i).kind == kind && record.startedAt.isValid() && record.endedAt.isValid())
                took.append(record.startedAt.msecsTo(record.endedAt));
        }
    }
    return median(took);
}

bool isMuchLonger(milliseconds took, const std::optional<milliseconds>& usual)
{
    return usual && took > *usual * manyTimes + slack;
}

} // namespace workflow
