#pragma once

#include "app/gui/application.h"
#include "tests/support/hygiene.h"
#include "tests/support/sampleserver.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigator.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace support {

/// The real window over the sample server, with settings of its own: in English, light, nothing open.
class WindowFixture
{
public:
    static constexpr int patience = 20'000; ///< ms, for what comes over the network

    void prepare(const QString& testName)
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setOrganizationName(QStringLiteral("drey"));
        QApplication::setApplicationName(testName);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
        QVERIFY(server.listen());
        QVERIFY(server.writeKubeconfig(m_home.filePath(QStringLiteral("config"))));
    }

    void begin()
    {
        keepClean();
        QFile::remove(flink::ConnectionSettingsFile().path());
        QSettings().clear();
        QSettings().setValue(QStringLiteral("language"), QStringLiteral("en"));
        QSettings().setValue(QStringLiteral("theme"), QStringLiteral("light"));
        drey = std::make_unique<gui::Application>(*qApp, gui::StartOptions{m_home.filePath(QStringLiteral("config")), {}, {}});
        drey->start();
        window().resize(1400, 900);
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

    void end()
    {
        drey.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QFile::remove(flink::ConnectionSettingsFile().path());
    }

    shell::MainWindow& window() { return drey->window(); }
    shell::Address current() { return window().currentPage()->address(); }
    void press(const QKeySequence& keys) { QTest::keySequence(&window(), keys); }
    QString home() const { return m_home.path(); }

    /// Opens a context of the sample server and waits for what is in it.
    void open(const QString& context)
    {
        const QString id = connections::contextId(context);
        drey->pages().openConnection(id);
        const flink::Connection* connection = drey->book().connection(id);
        QVERIFY(connection);
        QTRY_VERIFY_WITH_TIMEOUT(connection->deployments()->isComplete(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(window().navigator().model().rowCount() > 3, patience);
    }

    /// The dialog of this type that is shown now; null: none is.
    template <typename T>
    static T* openDialog()
    {
        const QWidgetList all = QApplication::topLevelWidgets();
        for (QWidget* widget : all) {
            if (auto* dialog = qobject_cast<T*>(widget); dialog && dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

    SampleServer server;
    std::unique_ptr<gui::Application> drey;

private:
    QTemporaryDir m_home;
};

} // namespace support
