#include "tests/support/hygiene.h"
#include "ui/code/codeview.h"
#include "ui/code/highlighting.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace Qt::StringLiterals;
using code::CodeView;
using code::Fold;

namespace {

const auto document = uR"(apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  labels:
    team: settlement

  name: payment
spec:
  containers:
  - name: one
    image: a
  - name: two
  image: last
)"_s;

} // namespace

/// The YAML of a deployment: folded, searched, and in an even grid.
class TestYamlView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void foldsWhatStandsFurtherRight();
    void itemsBelongToTheKeyBesideThem();
    void oddTextsFoldWithoutHarm_data();
    void oddTextsFoldWithoutHarm();
    void commentsEndNoFoldAndBeginNone();
    void foldedLinesAreHiddenButNotLost();
    void whatIsFoundIsUnfolded();
    void foldsSurviveANewVersion();
    void allFoldsAndUnfoldsWithOneKey();
    void hangulTakesExactlyTwoCells_data();
    void hangulTakesExactlyTwoCells();

private:
    std::unique_ptr<CodeView> shown(const QString& text);
    static bool isSeen(const CodeView& view, int line) { return view.document()->findBlockByNumber(line).isVisible(); }
    static std::optional<Fold> fold(const CodeView& view, const QString& path);

    std::unique_ptr<theme::Theme> m_theme;
};

void TestYamlView::initTestCase()
{
    support::keepClean();
    m_theme = std::make_unique<theme::Theme>(*qApp);
}

std::unique_ptr<CodeView> TestYamlView::shown(const QString& text)
{
    auto view = std::make_unique<CodeView>();
    code::highlightYaml(view->document());
    view->resize(700, 400);
    view->showYaml(text);
    view->show();
    return view;
}

std::optional<Fold> TestYamlView::fold(const CodeView& view, const QString& path)
{
    for (const Fold& one : view.folds()) {
        if (one.path == path)
            return one;
    }
    return std::nullopt;
}

void TestYamlView::foldsWhatStandsFurtherRight()
{
    const QList<Fold> folds = code::foldsOf(document);
    QCOMPARE(folds.at(0), (Fold{2, 6, u"metadata"_s}));
    QCOMPARE(folds.at(1), (Fold{3, 4, u"metadata/labels"_s}));
    QCOMPARE(folds.at(2), (Fold{7, 12, u"spec"_s}));
}

void TestYamlView::itemsBelongToTheKeyBesideThem()
{
    const QList<Fold> folds = code::foldsOf(document);
    QCOMPARE(folds.at(3), (Fold{8, 11, u"spec/containers"_s}));
    QCOMPARE(folds.at(4), (Fold{9, 10, u"spec/containers/-0"_s}));
    QCOMPARE(folds.size(), 5);
}

void TestYamlView::oddTextsFoldWithoutHarm_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank lines") << u"\n\n\n"_s;
    QTest::newRow("only dashes") << u"-\n- -\n-"_s;
    QTest::newRow("begins to the right") << u"    a: 1\nb:\n  c: 2"_s;
    QTest::newRow("no YAML") << u"%%% (\n   ][\n }"_s;
    QTest::newRow("the same key again") << u"a:\n  b: 1\na:\n  b: 2"_s;
    QTest::newRow("deep") << [] {
        QString text;
        for (int i = 0; i < 500; ++i)
            text += QString(i, u' ') + u"k:\n"_s;
        return text;
    }();
}

void TestYamlView::oddTextsFoldWithoutHarm()
{
    QFETCH(const QString, text);
    const auto lines = int(text.count(u'\n')) + 1;
    QSet<QString> paths;
    for (const Fold& one : code::foldsOf(text)) {
        QVERIFY(one.first >= 0 && one.first < one.last && one.last < lines);
        QVERIFY2(!paths.contains(one.path), qPrintable(one.path));
        paths.insert(one.path);
    }
    const auto view = shown(text);
    view->toggleAllFolds();
    QCOMPARE(view->toPlainText(), text);
}

void TestYamlView::commentsEndNoFoldAndBeginNone()
{
    const QString text =
        u"spec:\n  a: 1\n#  b: 2\n  c:\n    d: 3\n  # about e\n  e: |\n    x\n    # y\n# the end\nf: 4\n"_s;
    QCOMPARE(code::foldsOf(text), (QList<Fold>{{0, 8, u"spec"_s}, {3, 4, u"spec/c"_s}, {6, 8, u"spec/e"_s}}));
}

void TestYamlView::foldedLinesAreHiddenButNotLost()
{
    const auto view = shown(document);
    view->setFolded(*fold(*view, u"metadata"_s), true);
    QVERIFY(isSeen(*view, 2));
    for (int line = 3; line <= 6; ++line)
        QVERIFY(!isSeen(*view, line));
    QVERIFY(isSeen(*view, 7));
    // What is copied is the whole text.
    view->selectAll();
    QVERIFY(view->textCursor().selectedText().contains(u"settlement"));
    view->setFolded(*fold(*view, u"metadata"_s), false);
    QVERIFY(isSeen(*view, 4));
}

void TestYamlView::whatIsFoundIsUnfolded()
{
    const auto view = shown(document);
    view->setFolded(*fold(*view, u"metadata/labels"_s), true);
    view->setFolded(*fold(*view, u"metadata"_s), true);
    QVERIFY(view->find(u"settlement"_s));
    QVERIFY(isSeen(*view, 4));
    QCOMPARE(view->textCursor().selectedText(), u"settlement"_s);
}

void TestYamlView::foldsSurviveANewVersion()
{
    const auto view = shown(document);
    view->setFolded(*fold(*view, u"spec/containers"_s), true);
    view->showYaml(u"added: 1\nby: somebody\n"_s + document);
    QVERIFY(view->isFolded(*fold(*view, u"spec/containers"_s)));
    QVERIFY(isSeen(*view, 10));
    QVERIFY(!isSeen(*view, 11));
    QVERIFY(isSeen(*view, 14));
}

void TestYamlView::allFoldsAndUnfoldsWithOneKey()
{
    const auto view = shown(document);
    view->toggleAllFolds();
    QVERIFY(isSeen(*view, 7) && !isSeen(*view, 8) && !isSeen(*view, 12));
    view->toggleAllFolds();
    for (int line = 0; line < 13; ++line)
        QVERIFY(isSeen(*view, line));
    // The cursor's own fold, from inside.
    QTextCursor cursor(view->document()->findBlockByNumber(4));
    view->setTextCursor(cursor);
    view->toggleFoldAtCursor();
    QVERIFY(isSeen(*view, 3) && !isSeen(*view, 4) && isSeen(*view, 6));
    QCOMPARE(view->textCursor().blockNumber(), 3);
}

void TestYamlView::hangulTakesExactlyTwoCells_data()
{
    QTest::addColumn<QString>("wide");
    QTest::newRow("syllables") << u"결제정산"_s;
    QTest::newRow("one") << u"팀"_s;
    QTest::newRow("in a comment") << u"정산플랫폼팀"_s;
}

void TestYamlView::hangulTakesExactlyTwoCells()
{
    QFETCH(const QString, wide);
    // Beside each other in two lines, "x" must stand at the same place.
    const auto view = shown(u"# "_s + wide + u"x\n# "_s + QString(2 * wide.size(), u'a') + u"x\n"_s);
    const auto xOf = [&view](int line, qsizetype column) {
        const QTextBlock block = view->document()->findBlockByNumber(line);
        return block.layout()->lineAt(0).cursorToX(int(column));
    };
    QTRY_VERIFY(view->document()->findBlockByNumber(1).layout()->lineCount() == 1);
    QTRY_COMPARE(xOf(0, 2 + wide.size()), xOf(1, 2 + 2 * wide.size()));
    QCOMPARE(xOf(0, 3 + wide.size()), xOf(1, 3 + 2 * wide.size()));
}

QTEST_MAIN(TestYamlView)
#include "tst_yamlview.moc"
