#pragma once

#include "tests/support/hygiene.h"
#include "tests/support/sampleserver.h"
#include "ui/connections/book.h"
#include "ui/theme/theme.h"
#include "ui/widgets/timedisplay.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace support {

using namespace Qt::StringLiterals;
using connections::Book;
using connections::contextId;

constexpr int patience = 20'000;

inline QString textOf(const QWidget& widget)
{
    QStringList texts;
    const QList<QLabel*> labels = widget.findChildren<QLabel*>();
    for (const QLabel* label : labels)
        texts += label->text();
    return texts.join(u'\n');
}

inline QPushButton* button(const QWidget& widget, const QString& text)
{
    const QList<QPushButton*> all = widget.findChildren<QPushButton*>();
    const auto found =
        std::find_if(all.begin(), all.end(), [&text](const QPushButton* each) { return each->text() == text; });
    return found == all.end() ? nullptr : *found;
}

/// A kubeconfig of the sample server in a folder of its own.
class ConnectionsTest : public QObject
{
protected:
    void prepare(); ///< the first thing in initTestCase()
    void begin();   ///< the first thing in init()
    Book::Sources sources() const;
    void writeKubeconfig(const QByteArray& text) const;
    QByteArray readKubeconfig() const;

    QTemporaryDir m_home;
    SampleServer m_server;
    theme::Theme* m_theme = nullptr;
    widgets::TimeDisplay m_times;
};

inline void ConnectionsTest::prepare()
{
    keepClean();
    QApplication::setOrganizationName(u"drey"_s);
    QApplication::setApplicationName(u"tst_connections"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    m_theme = new theme::Theme(*qApp);
    m_theme->setParent(this);
    QVERIFY(m_server.listen());
}

inline void ConnectionsTest::begin()
{
    QSettings().clear();
    QFile::remove(m_home.filePath(u"connections.json"_s));
    QFile::remove(m_home.filePath(u"approvals.json"_s));
    QVERIFY(m_server.writeKubeconfig(m_home.filePath(u"config"_s)));
}

inline Book::Sources ConnectionsTest::sources() const
{
    Book::Sources sources;
    sources.kubeconfig = m_home.filePath(u"config"_s);
    sources.settings = m_home.filePath(u"connections.json"_s);
    return sources;
}

inline void ConnectionsTest::writeKubeconfig(const QByteArray& text) const
{
    QFile file(m_home.filePath(u"config"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
}

inline QByteArray ConnectionsTest::readKubeconfig() const
{
    QFile file(m_home.filePath(u"config"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace support
