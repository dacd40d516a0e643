#include "tests/ui/editorfixture.h"

#include <QPaintEvent>
#include <QRandomGenerator>
#include <QSemaphore>
#include <QThreadPool>

using namespace support;
using namespace std::chrono_literals;
using editor::Checked;
using editor::Problem;

namespace {

/// What was painted of a part of the screen.
class PaintedRows : public QObject
{
public:
    explicit PaintedRows(QWidget* watched)
        : QObject(watched)
    {
        watched->installEventFilter(this);
    }
    int most() const { return m_most; } ///< rows of pixels at once
    bool isAny() const { return m_most > 0; }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            m_most = std::max(m_most, static_cast<QPaintEvent*>(event)->region().boundingRect().height());
        return false;
    }

private:
    int m_most = 0;
};

QStringList words(const QList<Problem>& problems)
{
    QStringList words;
    for (const Problem& problem : problems)
        words.append(u"%1-%2 %3"_s.arg(problem.begin).arg(problem.end).arg(problem.finding.message));
    return words;
}

} // namespace

/// What a key does besides putting a letter in: nobody who types waits for it, and nothing of it is wrong afterwards.
class TestEditorKeys : public EditorTest
{
    Q_OBJECT
private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void aLetterPaintsItsLineOnly_data();
    void aLetterPaintsItsLineOnly();
    void aProblemPaintsItsLineOnly();
    void theLineOfTheCursorIsPaintedWhereItIs();
    void theCheckSeesTheTextAfterAnyEdits();
    void aPartOfTheTextIsAsItStandsThere();
    void aSmallChangeOfASmallTextWaitsForNoThread();
    void whatMayTakeLongIsLeftToAnotherThread_data();
    void whatMayTakeLongIsLeftToAnotherThread();

private:
    bool isChecked() const { return !m_page->checker().isBusy(); }
};

void TestEditorKeys::aLetterPaintsItsLineOnly_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("column");
    QTest::newRow("in a value") << u"x"_s << 20;
    QTest::newRow("in a key") << u"x"_s << 5;
    QTest::newRow("that is taken away at the end") << u"\b"_s << 35;
    QTest::newRow("Hangul") << u"가"_s << 20;
}

void TestEditorKeys::aLetterPaintsItsLineOnly()
{
    QFETCH(const QString, typed);
    QFETCH(const int, column);
    show(goodManifest + "---\n" + goodManifest);
    putCursor(9, column);
    settle();
    QCoreApplication::processEvents();
    PaintedRows rows(edit().viewport());
    QKeyEvent key(QEvent::KeyPress, typed == u"\b" ? Qt::Key_Backspace : Qt::Key_X, Qt::NoModifier, typed);
    QCoreApplication::sendEvent(&edit(), &key);
    QCoreApplication::sendPostedEvents(m_page.get(), QEvent::UpdateRequest);
    QVERIFY(rows.isAny());
    QVERIFY2(rows.most() <= 3 * edit().fontMetrics().lineSpacing(), qPrintable(QString::number(rows.most())));
}

void TestEditorKeys::aProblemPaintsItsLineOnly()
{
    show(goodManifest);
    putCursor(9, 8);
    QCoreApplication::processEvents();
    PaintedRows rows(edit().viewport());
    type(u"l"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rules(), QStringList{u"DREY-S001"_s}, editorPatience);
    QCoreApplication::processEvents();
    QVERIFY(rows.isAny());
    QVERIFY2(rows.most() <= 3 * edit().fontMetrics().lineSpacing(), qPrintable(QString::number(rows.most())));
}

void TestEditorKeys::theLineOfTheCursorIsPaintedWhereItIs()
{
    show(goodManifest);
    const QColor marked = theme::color(theme::Role::Hover);
    const auto colorOf = [this](int line) {
        QTextCursor cursor(edit().document()->findBlockByNumber(line - 1));
        const QPoint place(edit().viewport()->width() - 5, edit().cursorRect(cursor).center().y());
        return edit().viewport()->grab().toImage().pixelColor(place);
    };
    for (const int line : {3, 9, 1}) {
        putCursor(line, 2);
        QCOMPARE(colorOf(line), marked);
        QVERIFY(colorOf(line + 1) != marked);
    }
}

/// The check keeps a copy of the text, which is changed as the text is.
void TestEditorKeys::theCheckSeesTheTextAfterAnyEdits()
{
    QRandomGenerator random(42);
    const QStringList parts{u"x"_s,  u"\n"_s,      u"  key: 값\n"_s, u"😀"_s,    u"\n---\n"_s,
                            u": "_s, u"state\n"_s, u"\u00A0"_s,      u"#\n\n"_s};
    show(badManifest + "---\n" + badManifest);
    const auto before = std::make_shared<const manifest::Linter>(m_catalogue);
    for (int round = 0; round < 150; ++round) {
        QTextDocument& text = *edit().document();
        QTextCursor cursor(&text);
        const int size = text.characterCount() - 1;
        const int at = random.bounded(3) == 0 ? (random.bounded(2) == 0 ? 0 : size) : random.bounded(size + 1);
        cursor.setPosition(at);
        const int act = random.bounded(12);
        if (act == 0)
            text.undo();
        else if (act == 1)
            text.redo();
        else if (act == 2 && round % 3 == 0)
            edit().begin(QString::fromUtf8(badManifest));
        else if (act < 6)
            cursor.setPosition(std::min(size, at + random.bounded(60)), QTextCursor::KeepAnchor);
        if (act > 3)
            cursor.insertText(parts[random.bounded(parts.size())]);
        else
            cursor.removeSelectedText();
        if (round % 5 != 0)
            continue;
        settle();
        manifest::LintMemory memory;
        const Checked wanted = editor::checkedText(edit().text(), *before, memory);
        // What cannot be read keeps what was found in it before.
        QStringList found = words(edit().problems());
        for (const QString& one : words(wanted.problems))
            QVERIFY2(found.removeOne(one), qPrintable(u"round %1: %2"_s.arg(round).arg(one)));
        QVERIFY(found.isEmpty() || rules().contains(u"DREY-Y001"_s));
    }
}

void TestEditorKeys::aPartOfTheTextIsAsItStandsThere()
{
    QTextDocument document;
    document.setPlainText(u"한\nb\u00A0\n\n😀 c"_s);
    const QString whole = editor::rawText(document);
    for (int begin = 0; begin <= whole.size(); ++begin) {
        for (int size = 0; size <= whole.size() + 2 - begin; ++size)
            QCOMPARE(editor::rawText(document, begin, size), whole.mid(begin, size));
    }
}

/// While every thread of the pool is held.
class BusyPool
{
public:
    BusyPool()
    {
        for (int i = 0; i < QThreadPool::globalInstance()->maxThreadCount(); ++i)
            QThreadPool::globalInstance()->start([this] { m_end.acquire(); });
    }
    ~BusyPool()
    {
        m_end.release(QThreadPool::globalInstance()->maxThreadCount());
        QThreadPool::globalInstance()->waitForDone();
    }

private:
    QSemaphore m_end;
};

void TestEditorKeys::aSmallChangeOfASmallTextWaitsForNoThread()
{
    show(goodManifest);
    QTRY_VERIFY_WITH_TIMEOUT(isChecked(), editorPatience);
    m_page->checker().setBudget(editorPatience * 1ms);
    const BusyPool busy;
    const auto problems = m_page->problems().rowCount();
    m_page->edit().moveCursor(QTextCursor::End);
    QTest::keyClick(&m_page->edit(), Qt::Key_Return);
    QTest::keyClicks(&m_page->edit(), u"x y"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isChecked(), editorPatience);
    QVERIFY(m_page->problems().rowCount() > problems);
}

void TestEditorKeys::whatMayTakeLongIsLeftToAnotherThread_data()
{
    QTest::addColumn<QString>("put");
    QTest::addColumn<bool>("isAnew");
    QTest::addColumn<std::chrono::microseconds>("budget");
    QTest::newRow("a large change") << u"# "_s + QString(500, u'x') << false << std::chrono::microseconds(1h);
    QTest::newRow("everything is looked at anew") << u"x"_s << true << std::chrono::microseconds(1h);
    QTest::newRow("the last check took long") << u"x"_s << false << std::chrono::microseconds(0);
}

void TestEditorKeys::whatMayTakeLongIsLeftToAnotherThread()
{
    QFETCH(const QString, put);
    QFETCH(const bool, isAnew);
    QFETCH(const std::chrono::microseconds, budget);
    show(goodManifest);
    QTRY_VERIFY_WITH_TIMEOUT(isChecked(), editorPatience);
    m_page->checker().setBudget(budget);
    {
        const BusyPool busy;
        m_page->edit().moveCursor(QTextCursor::End);
        m_page->edit().put(put);
        if (isAnew)
            m_page->checker().startAnew();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QVERIFY(!isChecked());
    }
    QTRY_VERIFY_WITH_TIMEOUT(isChecked(), editorPatience);
}

QTEST_MAIN(TestEditorKeys)
#include "tst_editorkeys.moc"
