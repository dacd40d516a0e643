#include "core/kube/kubectl.h"

#include "tests/support/hygiene.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

class TestKubectlCommand : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }
    void aShellReadsBackWhatWasQuoted_data();
    void aShellReadsBackWhatWasQuoted();
    void leavesOrdinaryNamesAsTheyAre();
    void noControlCharacterReachesATerminal();
    void namesContextAndNamespace();
};

void TestKubectlCommand::aShellReadsBackWhatWasQuoted_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("empty") << QString();
    QTest::newRow("ordinary") << u"prod-seoul"_s;
    QTest::newRow("an ARN") << u"arn:aws:eks:ap-northeast-2:1234:cluster/prod"_s;
    QTest::newRow("blanks") << u"my own cluster"_s;
    QTest::newRow("an apostrophe") << u"it's"_s;
    QTest::newRow("a command") << u"$(touch /tmp/x)`id`;reboot&"_s;
    QTest::newRow("glob and home") << u"~/*?[a]"_s;
    QTest::newRow("a backslash at the end") << u"a\\"_s;
    QTest::newRow("Korean") << u"운영 클러스터"_s;
    QTest::newRow("two lines") << u"a\nreboot"_s;
    QTest::newRow("an escape sequence") << u"a\u001b[201~reboot\r"_s;
    QTest::newRow("reading direction") << u"a\u202Eb'c\\d"_s;
}

void TestKubectlCommand::aShellReadsBackWhatWasQuoted()
{
    QFETCH(QString, text);
    const QString bash = QStandardPaths::findExecutable(u"bash"_s);
    QVERIFY2(!bash.isEmpty(), "bash is part of every system the tests run on");
    QProcess shell;
    shell.start(bash, {u"-c"_s, u"printf %s "_s + kube::shellQuoted(text)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), text);
    QCOMPARE(shell.readAllStandardError(), QByteArray());
}

void TestKubectlCommand::leavesOrdinaryNamesAsTheyAre()
{
    for (const QString& text : {u"prod-seoul"_s, u"a.b_c/d:e@f"_s})
        QCOMPARE(kube::shellQuoted(text), text);
    QCOMPARE(kube::shellQuoted(u"a b"_s), u"'a b'"_s);
}

void TestKubectlCommand::noControlCharacterReachesATerminal()
{
    const QString quoted = kube::shellQuoted(u"\u001b[201~\r\n\u007f\u0085\u202E"_s);
    for (const QChar c : quoted)
        QVERIFY2(c.unicode() >= 0x20 && c.unicode() < 0x7f, qPrintable(quoted));
}

void TestKubectlCommand::namesContextAndNamespace()
{
    QCOMPARE(kube::kubectlCommand(u"my prod"_s, u"payments"_s, {u"get"_s, u"pods"_s}),
             u"kubectl --context 'my prod' -n payments get pods"_s);
    QCOMPARE(kube::kubectlCommand(u"prod"_s, {}, {u"get"_s, u"pods"_s, u"-A"_s}),
             u"kubectl --context prod get pods -A"_s);
}

QTEST_GUILESS_MAIN(TestKubectlCommand)

#include "tst_kubectlcommand.moc"
