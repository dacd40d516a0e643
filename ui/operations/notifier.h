#pragma once

#include "core/workflow/operation.h"

#include <QObject>
#include <QPointer>

class QSystemTrayIcon;
class QWidget;

namespace operations {

/// Tells the desktop how an operation ended, when nobody looks at the window. Does nothing where the desktop takes no
/// notifications.
class Notifier : public QObject
{
    Q_OBJECT
public:
    explicit Notifier(QWidget* window);

    void tell(const workflow::Operation& operation);

signals:
    void activated(const QString& id); ///< somebody wants to see it

private:
    const QPointer<QWidget> m_window;
    QSystemTrayIcon* m_tray = nullptr; ///< from the first notification on
    QString m_last;
};

} // namespace operations
