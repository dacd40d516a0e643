#include "core/sim/operator/schedule.h"

#include "core/sim/operator/configuration.h"

#include <QDateTime>
#include <QStringList>

#include <set>

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr int mostDays = 366;

std::optional<int> fieldNumber(QString text, const QStringList& names, int base)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    if (ok)
        return value;
    const qsizetype place = names.indexOf(text.toUpper());
    return place < 0 ? std::nullopt : std::optional(int(place) + base);
}

/// The values a field of a cron expression stands for; nothing: it is none.
std::optional<std::set<int>> fieldValues(const QString& field, int lowest, int highest, const QStringList& names = {},
                                         int base = 0)
{
    std::set<int> values;
    for (const QString& part : field.split(u',')) {
        const QString range = part.section(u'/', 0, 0);
        int step = 1;
        int from = lowest;
        int to = highest;
        if (part.contains(u'/')) {
            step = part.section(u'/', 1).toInt();
            if (step <= 0)
                return {};
        }
        if (range != u"*" && range != u"?") {
            const auto first = fieldNumber(range.section(u'-', 0, 0), names, base);
            const auto last = range.contains(u'-') ? fieldNumber(range.section(u'-', 1), names, base) : first;
            if (!first || !last)
                return {};
            from = *first;
            to = part.contains(u'/') && !range.contains(u'-') ? highest : *last;
        }
        if (from < lowest || to > highest)
            return {};
        for (int value = from; value <= to; value += step)
            values.insert(value);
    }
    return values;
}

/// The first moment of an expression after `last`; nothing: none within a year, or no expression.
std::optional<Instant> nextOf(const QString& expression, Instant last)
{
    const QStringList fields = expression.simplified().split(u' ');
    if (fields.size() < 6 || fields.size() > 7)
        return {};
    const auto seconds = fieldValues(fields[0], 0, 59);
    const auto minutes = fieldValues(fields[1], 0, 59);
    const auto hours = fieldValues(fields[2], 0, 23);
    const auto days = fieldValues(fields[3], 1, 31);
    const auto months = fieldValues(fields[4], 1, 12,
                                    {u"JAN"_s, u"FEB"_s, u"MAR"_s, u"APR"_s, u"MAY"_s, u"JUN"_s, u"JUL"_s, u"AUG"_s,
                                     u"SEP"_s, u"OCT"_s, u"NOV"_s, u"DEC"_s},
                                    1);
    const auto weekdays =
        fieldValues(fields[5], 1, 7, {u"SUN"_s, u"MON"_s, u"TUE"_s, u"WED"_s, u"THU"_s, u"FRI"_s, u"SAT"_s}, 1);
    if (!seconds || !minutes || !hours || !days || !months || !weekdays)
        return {};
    const qint64 after = last.time_since_epoch().count();
    QDate day = QDateTime::fromMSecsSinceEpoch(after, Qt::UTC).date();
    for (int i = 0; i < mostDays; ++i, day = day.addDays(1)) {
        const int weekday = day.dayOfWeek() % 7 + 1; // Quartz begins with Sunday
        if (!months->contains(day.month()) || !days->contains(day.day()) || !weekdays->contains(weekday))
            continue;
        const qint64 midnight = QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
        if (midnight + dayMs <= after)
            continue;
        for (const int hour : *hours) {
            for (const int minute : *minutes) {
                for (const int second : *seconds) {
                    const qint64 moment = midnight + ((hour * 60 + minute) * 60 + second) * 1000LL;
                    if (moment > after)
                        return Instant(Duration(moment));
                }
            }
        }
    }
    return {};
}

} // namespace

bool isDue(const QString& interval, Instant last, Instant now)
{
    if (const auto pause = durationFrom(interval))
        return pause->count() > 0 && now - last > *pause;
    const auto next = nextOf(interval, last);
    return next && *next <= now;
}

} // namespace sim::op
