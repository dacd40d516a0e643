#include "tests/support/hygiene.h"
#include "ui/deployment/logarea.h"
#include "ui/deployment/logsaving.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using deployment::LogArea;
using deployment::SearchKind;
using deployment::Severity;

/// The log below the pods: what is shown of it, found in it, and kept of it.
class TestLog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void aFilterKeepsTheTraceOfAnError();
    void aSearchGoesRoundTheEnds();
    void aSearchReadsExpressions();
    void aBrokenExpressionFindsNothing();
    void anExpressionWithoutEndIsGivenUp();
    void linesThatLeaveTakeTheirMatchesAlong();
    void scrollingUpPausesAndEndFollowsAgain();
    void wrappedLinesAreReadToTheirEnd();
    void theLastLineIsSeenWhenFollowingWrappedLines();
    void aFilterKeepsThePlaceOneReads();
    void selectionIsCopiedAsItIsShown();
    void whatIsKeptOfAnEndlessLogIsBounded();
    void savesEveryLine();
    void fileNamesCannotHideOrLeaveTheFolder();
    void lagIsTheWayOfNewLinesOnly();

private:
    void add(const QStringList& texts);
    QString rowText(qsizetype row) const { return m_area->index().line(row).text; }
    bool isRead() const { return !m_area->index().isReading(); }

    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<kube::LogBuffer> m_buffer;
    std::unique_ptr<LogArea> m_area;
};

void TestLog::initTestCase()
{
    support::keepClean();
    m_theme = std::make_unique<theme::Theme>(*qApp);
}

void TestLog::init()
{
    support::keepClean();
    m_area.reset();
    m_buffer = std::make_unique<kube::LogBuffer>(1024 * 1024);
    m_area = std::make_unique<LogArea>();
    m_area->resize(600, 300);
    m_area->show();
    m_area->setBuffer(m_buffer.get());
    QVERIFY(QTest::qWaitForWindowExposed(m_area.get()));
}

void TestLog::add(const QStringList& texts)
{
    QList<kube::LogLine> lines;
    for (const QString& text : texts)
        lines.append({1'700'000'000'000'000'000, text, false});
    const auto change = m_buffer->append(lines);
    m_area->linesCame(change.added, change.dropped);
}

void TestLog::aFilterKeepsTheTraceOfAnError()
{
    add({u"12:00 INFO  all is well"_s, u"12:01 ERROR it broke"_s, u"\tat org.apache.Flink"_s, u"12:02 INFO  again"_s,
         u"12:03 WARN  slow"_s});
    m_area->setLeast(Severity::Warning);
    QTRY_COMPARE(m_area->index().rows(), 3);
    QCOMPARE(rowText(0), u"12:01 ERROR it broke"_s);
    QCOMPARE(rowText(1), u"\tat org.apache.Flink"_s);
    QCOMPARE(rowText(2), u"12:03 WARN  slow"_s);
    // What comes later is filtered, too.
    add({u"12:04 DEBUG hum"_s, u"12:05 ERROR once more"_s});
    QTRY_COMPARE(m_area->index().rows(), 4);
    QCOMPARE(rowText(3), u"12:05 ERROR once more"_s);
    m_area->setLeast(Severity::None);
    QCOMPARE(m_area->index().rows(), 7);
}

void TestLog::aSearchGoesRoundTheEnds()
{
    add({u"a checkpoint"_s, u"nothing"_s, u"b Checkpoint"_s});
    m_area->setSearch(u"CHECKPOINT"_s);
    QTRY_COMPARE(m_area->index().matches(), 2);
    QVERIFY(m_area->findNext(LogArea::Direction::Backward));
    QCOMPARE(m_area->selectedText(), u"b Checkpoint"_s);
    QVERIFY(m_area->findNext(LogArea::Direction::Backward));
    QCOMPARE(m_area->selectedText(), u"a checkpoint"_s);
    QVERIFY(m_area->findNext(LogArea::Direction::Backward));
    QCOMPARE(m_area->selectedText(), u"b Checkpoint"_s);
    QVERIFY(m_area->findNext(LogArea::Direction::Forward));
    QCOMPARE(m_area->selectedText(), u"a checkpoint"_s);
    // A hidden line is not found.
    m_area->setLeast(Severity::Error);
    QTRY_VERIFY(isRead());
    QVERIFY(!m_area->findNext(LogArea::Direction::Forward));
}

void TestLog::aSearchReadsExpressions()
{
    add({u"chk-12 done"_s, u"chk- done"_s, u"a.b"_s, u"axb"_s});
    m_area->setSearch(u"chk-\\d+"_s, SearchKind::Expression);
    QTRY_COMPARE(m_area->index().matches(), 1);
    // Words are words: the dot is a dot.
    m_area->setSearch(u"a.b"_s, SearchKind::Words);
    QTRY_COMPARE(m_area->index().matches(), 1);
    QVERIFY(m_area->findNext(LogArea::Direction::Forward));
    QCOMPARE(m_area->selectedText(), u"a.b"_s);
}

void TestLog::aBrokenExpressionFindsNothing()
{
    add({u"anything (at all"_s});
    m_area->setSearch(u"(at"_s, SearchKind::Expression);
    QVERIFY(!m_area->index().search().isValid());
    QVERIFY(!m_area->index().search().errorString().isEmpty());
    QVERIFY(!m_area->findNext(LogArea::Direction::Forward));
}

void TestLog::anExpressionWithoutEndIsGivenUp()
{
    add({QString(200, u'a') + u'!', u"aaab"_s});
    // Tries 2^200 ways on the first line unless somebody stops it.
    m_area->setSearch(u"^(a+)+b$"_s, SearchKind::Expression);
    QTRY_COMPARE(m_area->index().matches(), 1);
    QTRY_VERIFY(isRead());
    QVERIFY(m_area->findNext(LogArea::Direction::Forward));
    QCOMPARE(m_area->selectedText(), u"aaab"_s);
}

void TestLog::linesThatLeaveTakeTheirMatchesAlong()
{
    m_buffer = std::make_unique<kube::LogBuffer>(40'000);
    m_area->setBuffer(m_buffer.get());
    m_area->setSearch(u"ERROR"_s);
    m_area->setLeast(Severity::Error);
    for (int batch = 0; batch < 20; ++batch) {
        QStringList texts;
        for (int i = 0; i < 50; ++i)
            texts.append(u"%1 %2 line"_s.arg(i % 2 ? u"ERROR"_s : u"INFO"_s).arg(batch * 50 + i));
        add(texts);
        QTRY_VERIFY(isRead());
        QVERIFY(m_area->index().rows() <= m_buffer->size());
        QCOMPARE(m_area->index().matches(), m_area->index().rows());
    }
    QVERIFY(m_buffer->droppedLines() > 0);
    QCOMPARE(rowText(m_area->index().rows() - 1), u"ERROR 999 line"_s);
    for (qsizetype row = 0; row < m_area->index().rows(); ++row)
        QVERIFY(rowText(row).startsWith(u"ERROR"));
}

void TestLog::scrollingUpPausesAndEndFollowsAgain()
{
    QStringList texts;
    for (int i = 0; i < 200; ++i)
        texts.append(u"line %1"_s.arg(i));
    add(texts);
    QSignalSpy changes(m_area.get(), &LogArea::followingChanged);
    QVERIFY(m_area->isFollowing());
    QTest::keyClick(m_area.get(), Qt::Key_PageUp);
    QVERIFY(!m_area->isFollowing());
    QCOMPARE(changes.size(), 1);
    const int place = m_area->verticalScrollBar()->value();
    add({u"a new line"_s});
    QCOMPARE(m_area->verticalScrollBar()->value(), place);
    QTest::keyClick(m_area.get(), Qt::Key_End);
    QVERIFY(m_area->isFollowing());
    QCOMPARE(m_area->verticalScrollBar()->value(), m_area->verticalScrollBar()->maximum());
}

void TestLog::wrappedLinesAreReadToTheirEnd()
{
    // Higher than the view: its end is only seen when one scrolls by parts of a line.
    add({u"first"_s, QString(4000, u'x'), u"last"_s});
    m_area->setWraps(true);
    QCOMPARE(m_area->horizontalScrollBar()->maximum(), 0);
    QTest::keyClick(m_area.get(), Qt::Key_Home);
    QVERIFY(!m_area->isFollowing());
    QCOMPARE(m_area->verticalScrollBar()->value(), 0);
    int steps = 0;
    for (; steps < 500 && !m_area->isFollowing(); ++steps)
        QTest::keyClick(m_area.get(), Qt::Key_Down);
    QVERIFY(m_area->isFollowing());
    QVERIFY2(steps > 20, qPrintable(QString::number(steps)));
}

void TestLog::theLastLineIsSeenWhenFollowingWrappedLines()
{
    m_area->setWraps(true);
    for (int i = 0; i < 30; ++i)
        add({u"INFO "_s + QString(300, u'y')});
    add({u"ERROR the end"_s});
    QVERIFY(m_area->isFollowing());
    // A press at the bottom meets the last line.
    QTest::mouseClick(m_area->viewport(), Qt::LeftButton, {}, QPoint(200, m_area->viewport()->height() - 20));
    QCOMPARE(m_area->selectedText(), u"ERROR the end"_s);
    // And the picture has its colour there.
    const QImage picture = m_area->viewport()->grab().toImage();
    const QColor bar = theme::status(base::Health::Broken).glyph;
    bool isSeen = false;
    for (int y = picture.height() - 40; y < picture.height(); ++y)
        isSeen = isSeen || picture.pixelColor(1, y) == bar;
    QVERIFY(isSeen);
}

void TestLog::aFilterKeepsThePlaceOneReads()
{
    QStringList texts;
    for (int i = 0; i < 400; ++i)
        texts.append(u"%1 number %2"_s.arg(i % 4 == 0 ? u"WARN"_s : u"INFO"_s).arg(i));
    add(texts);
    m_area->verticalScrollBar()->setValue(200);
    m_area->setLeast(Severity::Warning);
    QTRY_COMPARE(m_area->index().rows(), 100);
    QTRY_VERIFY(isRead());
    QCOMPARE(rowText(m_area->verticalScrollBar()->value()), u"WARN number 200"_s);
}

void TestLog::selectionIsCopiedAsItIsShown()
{
    add({u"safe \u202Eelif\u001b[2J"_s, u"second"_s});
    m_area->setFocus();
    QTest::keyClick(m_area.get(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(!m_area->selectedText().contains(QChar(0x202E)));
    QVERIFY(!m_area->selectedText().contains(QChar(0x1B)));
    QCOMPARE(m_area->selectedText().count(u'\n'), 1);
}

void TestLog::whatIsKeptOfAnEndlessLogIsBounded()
{
    m_area->setWraps(true);
    m_area->setSearch(u"checkpoint"_s);
    m_area->setLeast(Severity::Info);
    QStringList texts;
    for (int i = 0; i < 5'000; ++i)
        texts.append(
            u"INFO  org.apache.flink.runtime.checkpoint.CheckpointCoordinator - Completed checkpoint %1"_s.arg(i));
    for (int batch = 0; batch < 20; ++batch) {
        add(texts);
        QCoreApplication::processEvents();
        QVERIFY(m_buffer->bytes() <= 1024 * 1024);
        QVERIFY(m_area->index().rows() <= m_buffer->size());
        QVERIFY(m_area->index().matches() <= m_buffer->size());
    }
    QTRY_VERIFY(isRead());
    QCOMPARE(m_area->index().rows(), m_buffer->size());
    QCOMPARE(m_area->index().matches(), m_buffer->size());
}

void TestLog::savesEveryLine()
{
    add({u"first"_s, u"zweite Zeile"_s, u"세 번째"_s});
    m_area->setLeast(Severity::Error); // the view is filtered, the file is not
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.log"_s);
    std::optional<QString> problem;
    deployment::saveLog(*m_buffer, path, this, [&problem](const QString& text) { problem = text; });
    QTRY_VERIFY(problem);
    QCOMPARE(*problem, QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), u"first\nzweite Zeile\n세 번째\n"_s);
    problem.reset();
    deployment::saveLog(*m_buffer, folder.filePath(u"no/such/folder.log"_s), this,
                        [&problem](const QString& text) { problem = text; });
    QTRY_VERIFY(problem);
    QVERIFY(!problem->isEmpty());
}

void TestLog::fileNamesCannotHideOrLeaveTheFolder()
{
    QCOMPARE(deployment::safeFileName(u"pod-1-main.log"_s), u"pod-1-main.log"_s);
    QCOMPARE(deployment::safeFileName(u"../../etc/passwd"_s), u"_.._etc_passwd"_s);
    QCOMPARE(deployment::safeFileName(u"-rf"_s), u"rf"_s);
    QCOMPARE(deployment::safeFileName(u"..."_s), u"log"_s);
    QCOMPARE(deployment::safeFileName(QString(300, u'a')).size(), 100);
}

void TestLog::lagIsTheWayOfNewLinesOnly()
{
    QCOMPARE(deployment::lagOf(10'000, 5'000, 14'000), 4'000);
    QCOMPARE(deployment::lagOf(4'000, 5'000, 14'000), 0);  // written before one looked
    QCOMPARE(deployment::lagOf(15'000, 5'000, 14'000), 0); // the node's clock is ahead
    QCOMPARE(deployment::lagOf(0, 5'000, 14'000), 0);
    QCOMPARE(deployment::lagOf(10'000, 0, 14'000), 0);
}

QTEST_MAIN(TestLog)
#include "tst_log.moc"
