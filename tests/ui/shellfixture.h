#pragma once

#include "app/gui/application.h"
#include "tests/support/hygiene.h"
#include "tests/support/sampleserver.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigator.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace support {

using namespace Qt::StringLiterals;
using shell::Address;
using Place = shell::Address::Place;

constexpr int patience = 20'000;
inline const kube::ObjectKey settlement{u"payments"_s, u"payment-settlement"_s};

template <typename T>
T* openDialog()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget* widget : all) {
        if (auto* dialog = qobject_cast<T*>(widget); dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

// Every text a user reads in this window now.
inline QStringList textsOf(const QWidget& window)
{
    QStringList texts{window.windowTitle()};
    const QList<QWidget*> all = window.findChildren<QWidget*>();
    for (const QWidget* widget : all) {
        if (!widget->isVisible())
            continue;
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts += label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts += button->text();
        else if (const auto* line = qobject_cast<const QLineEdit*>(widget))
            texts += line->placeholderText();
        texts += widget->toolTip();
        texts += widget->accessibleName();
    }
    const QList<QAction*> actions = window.findChildren<QAction*>();
    for (const QAction* action : actions)
        texts += action->text();
    texts.removeAll({});
    texts.removeDuplicates();
    return texts;
}

/// The whole program with its window, and the sample server for it to look at.
class ShellTest : public QObject
{
protected:
    void prepare(); ///< the first thing in initTestCase()
    void begin();   ///< the first thing in init()
    void end();     ///< the last thing in cleanup()
    shell::MainWindow& window() { return m_drey->window(); }
    void open(const QString& context);
    Address current() { return window().currentPage()->address(); }
    void press(QKeySequence keys) { QTest::keySequence(&window(), keys); }

    QTemporaryDir m_home;
    SampleServer m_server;
    std::unique_ptr<gui::Application> m_drey;
};

inline void ShellTest::prepare()
{
    keepClean();
    qputenv("HOME", m_home.path().toLocal8Bit()); // tests of other windows run at the same time
    QApplication::setOrganizationName(u"drey"_s);
    QApplication::setApplicationName(u"tst_shell"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    QVERIFY(m_server.listen());
    QVERIFY(m_server.writeKubeconfig(m_home.filePath(u"config"_s)));
}

inline void ShellTest::begin()
{
    QFile::remove(flink::ConnectionSettingsFile().path());
    QSettings().clear();
    QSettings().setValue(u"language"_s, u"en"_s);
    QSettings().setValue(u"theme"_s, u"light"_s);
    m_drey = std::make_unique<gui::Application>(*qApp, gui::StartOptions{m_home.filePath(u"config"_s), {}, {}});
    m_drey->start();
    window().resize(1400, 900);
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

inline void ShellTest::end()
{
    m_drey.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QFile::remove(flink::ConnectionSettingsFile().path());
}

inline void ShellTest::open(const QString& context)
{
    m_drey->pages().openConnection(connections::contextId(context));
    flink::Connection* connection = m_drey->book().connection(connections::contextId(context));
    QVERIFY(connection);
    QTRY_VERIFY_WITH_TIMEOUT(connection->deployments()->isComplete(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(window().navigator().model().rowCount() > 5, patience);
}

} // namespace support
