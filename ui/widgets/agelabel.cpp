#include "ui/widgets/agelabel.h"

#include "ui/widgets/timedisplay.h"

#include <QEvent>

namespace widgets {

AgeLabel::AgeLabel(QWidget* parent)
    : PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, parent)
{
    if (TimeDisplay* display = TimeDisplay::instance()) {
        connect(display, &TimeDisplay::changed, this, &AgeLabel::refresh);
        connect(display, &TimeDisplay::ticked, this, [this] {
            if (isVisible())
                refresh();
        });
    }
    refresh();
}

void AgeLabel::setTime(const QDateTime& when)
{
    m_when = when;
    refresh();
}

void AgeLabel::refresh()
{
    const QString shown = timeText(m_when);
    if (shown != text())
        setText(shown);
}

bool AgeLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip)
        setToolTip(timeToolTip(m_when));
    else if (event->type() == QEvent::LanguageChange || event->type() == QEvent::Show)
        refresh();
    return PlainLabel::event(event);
}

} // namespace widgets
