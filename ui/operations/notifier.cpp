#include "ui/operations/notifier.h"

#include "core/base/visibletext.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QWidget>

namespace operations {

using State = workflow::Operation::State;

Notifier::Notifier(QWidget* window)
    : QObject(window)
    , m_window(window)
{
}

void Notifier::tell(const workflow::Operation& operation)
{
    if (!m_window || QApplication::activeWindow())
        return;
    QApplication::alert(m_window);
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(theme::applicationIcon(), this);
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this] { emit activated(m_last); });
        // Without its icon the tray passes nothing on.
        m_tray->show();
    }
    m_last = operation.id;
    const bool isGood = operation.state == State::Succeeded;
    // Some desktops read markup in the text, so that what a server says stays out of it.
    m_tray->showMessage(base::visibleText(operation.plan.title, 100).toHtmlEscaped(),
                        workflow::stateText(operation.state),
                        isGood ? QSystemTrayIcon::Information : QSystemTrayIcon::Warning);
}

} // namespace operations
