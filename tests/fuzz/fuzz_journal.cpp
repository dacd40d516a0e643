#include "tests/fuzz/input.h"

#include "core/plans/fallback.h"
#include "core/plans/offers.h"
#include "core/plans/specchange.h"
#include "core/plans/startfailure.h"
#include "core/workflow/operation.h"

#include <QJsonDocument>

/// A journal of operations, as it may lie in somebody's home; the same bytes as the log of a JobManager.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    workflow::Operation operation;
    for (const QByteArray& line : bytes.split('\n')) {
        takeLine(operation, QJsonDocument::fromJson(line).object());
        fuzz::promise(operation.steps.size() == operation.plan.steps.size());
        fuzz::promise(operation.currentStep() < operation.steps.size());
    }
    (void)toJson(operation);
    for (const plans::Offer& offer : plans::offersOf(operation, true))
        fuzz::promise(!offer.id.isEmpty() && !offer.text.isEmpty());
    if (const auto next = plans::fallbackOf(operation))
        fuzz::promise(!next->from.isNull());
    for (const workflow::Step& step : operation.plan.steps)
        (void)plans::specChangeOf(step.details[QStringLiteral("change")].toArray()).appliedTo(operation.plan.before);
    const plans::StartFailure failure = plans::startFailureOf(QString::fromUtf8(bytes));
    fuzz::promise(failure.cause.size() <= 500);
    return 0;
}
