#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace widgets {

/// How points in time are shown in the whole window, and the clock by which ages grow. The application owns the one
/// object; without one everything is relative and local.
class TimeDisplay : public QObject
{
    Q_OBJECT
public:
    enum class Form { Relative, Absolute };
    enum class Zone { Local, Utc };

    explicit TimeDisplay(QObject* parent = nullptr);
    ~TimeDisplay() override;
    static TimeDisplay* instance(); ///< null while there is none

    Form form() const { return m_form; }
    Zone zone() const { return m_zone; }
    void setForm(Form form);
    void setZone(Zone zone);

signals:
    void changed(); ///< form or zone
    void ticked();  ///< about once a second while a window is shown, for labels that age

private:
    void tick();

    Form m_form = Form::Relative;
    Zone m_zone = Zone::Local;
    QTimer m_timer;
};

/// A point in time in the chosen zone: "2026-09-15 02:58:01 KST". Invalid: an en dash.
QString absoluteText(const QDateTime& when);
/// Where there is room for one word: "02:58:01" within twelve hours, "2026-09-15" before. Invalid: an en dash.
QString shortText(const QDateTime& when, const QDateTime& now = QDateTime::currentDateTimeUtc());
/// What a cell shows for `when`, by the chosen form; invalid: an en dash.
QString timeText(const QDateTime& when, const QDateTime& now = QDateTime::currentDateTimeUtc());
/// For a tooltip: both forms.
QString timeToolTip(const QDateTime& when, const QDateTime& now = QDateTime::currentDateTimeUtc());

} // namespace widgets
