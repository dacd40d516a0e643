#include "ui/widgets/timedisplay.h"

#include <QApplication>
#include <QTimeZone>
#include <QWidget>

namespace widgets {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

TimeDisplay* theInstance = nullptr;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(widgets::Text)
};

QString twoDigits(qint64 value)
{
    return u"%1"_s.arg(value, 2, 10, QChar(u'0'));
}

struct Parts
{
    qint64 days, hours, minutes, seconds;
};

Parts partsOf(std::chrono::milliseconds age)
{
    const qint64 all = qMax<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(age).count());
    return {all / 86'400, all / 3'600 % 24, all / 60 % 60, all % 60};
}

std::chrono::milliseconds ageOf(const QDateTime& when, const QDateTime& now)
{
    return std::chrono::milliseconds(when.msecsTo(now));
}

} // namespace

QString ageText(std::chrono::milliseconds age)
{
    const Parts parts = partsOf(age);
    if (parts.days > 0)
        return Text::tr("%1d", "days").arg(parts.days);
    if (parts.hours > 0)
        return Text::tr("%1h %2m", "hours, minutes").arg(parts.hours).arg(twoDigits(parts.minutes));
    if (parts.minutes > 0)
        return Text::tr("%1m %2s", "minutes, seconds").arg(parts.minutes).arg(twoDigits(parts.seconds));
    return Text::tr("%1s", "seconds").arg(parts.seconds);
}

QString agoText(std::chrono::milliseconds age)
{
    const Parts parts = partsOf(age);
    if (parts.days > 0)
        return Text::tr("%1 d %2 h ago").arg(parts.days).arg(parts.hours);
    if (parts.hours > 0)
        return Text::tr("%1 h %2 min ago").arg(parts.hours).arg(parts.minutes);
    if (parts.minutes > 0)
        return Text::tr("%1 min %2 s ago").arg(parts.minutes).arg(parts.seconds);
    return Text::tr("%1 s ago").arg(parts.seconds);
}

TimeDisplay::TimeDisplay(QObject* parent)
    : QObject(parent)
{
    Q_ASSERT(!theInstance);
    theInstance = this;
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &TimeDisplay::tick);
    m_timer.start(1s);
}

TimeDisplay::~TimeDisplay()
{
    theInstance = nullptr;
}

TimeDisplay* TimeDisplay::instance()
{
    return theInstance;
}

void TimeDisplay::setForm(Form form)
{
    if (m_form == form)
        return;
    m_form = form;
    emit changed();
}

void TimeDisplay::setZone(Zone zone)
{
    if (m_zone == zone)
        return;
    m_zone = zone;
    emit changed();
}

void TimeDisplay::tick()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    const bool seen = std::any_of(windows.begin(), windows.end(),
                                  [](const QWidget* window) { return window->isVisible() && !window->isMinimized(); });
    if (seen)
        emit ticked();
}

QString absoluteText(const QDateTime& when)
{
    if (!when.isValid())
        return u"–"_s;
    const bool utc = theInstance && theInstance->zone() == TimeDisplay::Zone::Utc;
    const QDateTime shown = utc ? when.toUTC() : when.toLocalTime();
    return shown.toString(u"yyyy-MM-dd HH:mm:ss "_s) + (utc ? u"UTC"_s : shown.timeZoneAbbreviation());
}

QString timeText(const QDateTime& when, const QDateTime& now)
{
    if (!when.isValid())
        return u"–"_s;
    if (theInstance && theInstance->form() == TimeDisplay::Form::Absolute)
        return absoluteText(when);
    return ageText(ageOf(when, now));
}

QString timeToolTip(const QDateTime& when, const QDateTime& now)
{
    if (!when.isValid())
        return Text::tr("Never seen");
    return Text::tr("%1 (%2)", "absolute time, relative time").arg(absoluteText(when), agoText(ageOf(when, now)));
}

} // namespace widgets
