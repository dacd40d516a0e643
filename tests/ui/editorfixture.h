#pragma once

#include "tests/support/hygiene.h"
#include "ui/editor/checker.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/manifestedit.h"
#include "ui/editor/problemmodel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTimer>

namespace support {

using namespace Qt::StringLiterals;

constexpr int editorPatience = 20'000;

/// Nothing is wrong with it.
inline const QByteArray goodManifest = R"(apiVersion: flink.apache.org/v1beta1
kind: FlinkSessionJob
metadata:
  name: orders
spec:
  deploymentName: cluster
  job:
    jarURI: https://repo.example/orders-1.0.0.jar
    entryClass: com.example.Orders
    parallelism: 2
    upgradeMode: stateless
    state: running
)";

/// An unknown field that has a near one, in line 9, and a state that there is not, in line 12.
inline const QByteArray badManifest = [] {
    QByteArray text = goodManifest;
    return text.replace("entryClass", "entryClas").replace("state: running", "state: runing");
}();

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The page of a manifest on the screen, alone.
class EditorTest : public QObject
{
protected:
    void prepare()
    {
        keepClean();
        m_theme = std::make_unique<theme::Theme>(*qApp);
        m_catalogue = manifest::Catalogue::bundled();
    }
    void begin()
    {
        keepClean();
        m_page = std::make_unique<editor::EditorPage>(m_catalogue);
        m_page->resize(1000, 700);
        m_page->show();
        m_page->edit().setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void end()
    {
        m_page.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    /// Puts this text on the page and waits until it is checked.
    void show(const QByteArray& text)
    {
        m_page->begin(QString::fromUtf8(text), {});
        settle();
    }
    /// Waits until the last word on the text is said.
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!m_page->checker().isBusy(), editorPatience); }
    QString file(const QByteArray& bytes, const QString& name = u"orders.yaml"_s)
    {
        const QString path = m_home.filePath(name);
        writeFile(path, bytes);
        return path;
    }
    void open(const QByteArray& bytes)
    {
        m_page->open(file(bytes));
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->path().isEmpty(), editorPatience);
        settle();
    }
    editor::ManifestEdit& edit() { return m_page->edit(); }
    QString text() { return edit().text(); }
    void press(QKeySequence keys) { QTest::keySequence(&edit(), keys); }
    void type(const QString& letters) { QTest::keyClicks(&edit(), letters); }
    void putCursor(int line, int column) ///< from 1
    {
        QTextCursor cursor(edit().document()->findBlockByNumber(line - 1));
        cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, column - 1);
        edit().setTextCursor(cursor);
    }
    int cursorLine() { return edit().textCursor().blockNumber() + 1; }
    QStringList rules()
    {
        QStringList rules;
        for (const editor::Problem& problem : edit().problems())
            rules.append(problem.finding.rule);
        return rules;
    }

    QTemporaryDir m_home;
    std::unique_ptr<theme::Theme> m_theme;
    std::shared_ptr<const manifest::Catalogue> m_catalogue;
    std::unique_ptr<editor::EditorPage> m_page;
};

} // namespace support
