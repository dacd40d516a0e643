#include "ui/widgets/timedisplay.h"

#include "core/base/quantity.h"

#include <QApplication>
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

std::chrono::milliseconds ageOf(const QDateTime& when, const QDateTime& now)
{
    // Whole seconds: a figure that changes with every glance says nothing.
    return std::chrono::seconds(qMax<qint64>(1, when.secsTo(now)));
}

base::TimeZone chosenZone()
{
    const bool isUtc = theInstance && theInstance->zone() == TimeDisplay::Zone::Utc;
    return isUtc ? base::TimeZone::Utc : base::TimeZone::Local;
}

} // namespace

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
    return when.isValid() ? base::absoluteTime(when, chosenZone()) : u"–"_s;
}

QString shortText(const QDateTime& when, const QDateTime& now)
{
    if (!when.isValid())
        return u"–"_s;
    constexpr qint64 halfADay = 12 * 3600; // s
    return when.secsTo(now) < halfADay ? base::clockTime(when, chosenZone()) : base::date(when, chosenZone());
}

QString timeText(const QDateTime& when, const QDateTime& now)
{
    if (!when.isValid())
        return u"–"_s;
    if (theInstance && theInstance->form() == TimeDisplay::Form::Absolute)
        return absoluteText(when);
    return base::compactDuration(ageOf(when, now));
}

QString timeToolTip(const QDateTime& when, const QDateTime& now)
{
    if (!when.isValid())
        return Text::tr("Never seen");
    return Text::tr("%1 (%2)", "absolute time, relative time").arg(absoluteText(when), base::relativeTime(when, now));
}

} // namespace widgets
