#include "tests/live/window/drivenwindow.h"

#include "tests/live/support/cache.h"
#include "ui/shell/mainwindow.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace live {

void DrivenWindow::open(const gui::StartOptions& options)
{
    QDir().mkpath(QStringLiteral(LIVE_PICTURES));
    m_drey = std::make_unique<gui::Application>(*qobject_cast<QApplication*>(QCoreApplication::instance()), options);
    m_drey->window().resize(1440, 900);
    m_drey->start();
}

void DrivenWindow::close()
{
    m_drey.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QWidget* DrivenWindow::page() const
{
    return m_drey->window().currentPage() ? m_drey->window().currentPage()->widget() : nullptr;
}

void DrivenWindow::takePicture(const QString& name) const
{
    // What was just told is drawn first.
    QCoreApplication::processEvents();
    QVERIFY(m_drey->window().grab().save(QDir(QStringLiteral(LIVE_PICTURES)).filePath(u"live-%1.png"_s.arg(name))));
}

bool DrivenWindow::press(const QString& name) const
{
    auto* button = part<QAbstractButton>(name);
    if (!button || !button->isEnabled())
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

void moveHome(const QTemporaryDir& home)
{
    qputenv("DREY_LIVE_CACHE", QFile::encodeName(cache::folder({})));
    for (const char* variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME"})
        qputenv(variable, home.filePath(QString::fromLatin1(variable)).toUtf8());
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

} // namespace live
