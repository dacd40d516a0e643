#include "tests/fuzz/input.h"

#include "core/base/quantity.h"
#include "core/flink/deployment.h"

#include <chrono>
#include <cmath>
#include <cstring>

namespace {

/// Amounts as they come out of an object or an answer: any number at all.
void showAmount(qint64 amount)
{
    using namespace base;
    const std::chrono::milliseconds duration(amount);
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(amount, Qt::UTC);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000, Qt::UTC);
    const QString shown = bytesText(amount) + exactBytesText(amount) + countText(amount) + compactCount(amount) +
                          durationText(duration) + compactDuration(duration) + compactAge(duration) +
                          relativeTime(when, now) + absoluteTime(when, TimeZone::Utc) + clockTime(when, TimeZone::Utc);
    fuzz::promise(!shown.isEmpty());
}

void parseAmount(const QString& text)
{
    if (const auto number = base::parseQuantity(text))
        fuzz::promise(std::isfinite(*number));
    if (const auto bytes = base::parseFlinkMemory(text)) {
        fuzz::promise(*bytes >= 0);
        fuzz::promise(base::parseResourceMemory(text) == bytes);
    }
    if (const auto bytes = base::parseResourceMemory(text))
        fuzz::promise(*bytes >= 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const QString text = QString::fromUtf8(bytes);
    fuzz::show(text);
    parseAmount(text);
    // Qt reads UTF-8 only into whole characters; lone surrogates come from escapes in JSON.
    fuzz::show(QString(reinterpret_cast<const QChar*>(QByteArray(bytes + '\0').constData()), bytes.size() / 2));
    qint64 amount = 0;
    std::memcpy(&amount, data, std::min(size, sizeof amount));
    showAmount(amount);
    return 0;
}
