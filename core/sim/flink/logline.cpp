#include "core/sim/flink/jobmanager.h"

#include <array>
#include <cstdio>

namespace sim::flink {

QByteArray logLine(Instant at, Level level, const QString& logger, const QString& text)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(at - day);
    std::array<char, 32> stamp{};
    const int length =
        std::snprintf(stamp.data(), stamp.size(), "%04d-%02u-%02u %02d:%02d:%02d,%03d ", int(date.year()),
                      unsigned(date.month()), unsigned(date.day()), int(time.hours().count()),
                      int(time.minutes().count()), int(time.seconds().count()), int(time.subseconds().count()));
    constexpr qsizetype loggerWidth = 60;
    QByteArray line(stamp.data(), length);
    line += level == Level::Info ? "INFO  " : level == Level::Warn ? "WARN  " : "ERROR ";
    line += logger.toLatin1().leftJustified(loggerWidth) + " [] - " + text.toUtf8();
    return line;
}

} // namespace sim::flink
