#include "tests/live/support/cache.h"
#include "tests/live/support/command.h"
#include "tests/support/hygiene.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds patience = 180s;

QString script(const QString& name)
{
    return QStringLiteral(DREY_SOURCE_DIR "/resources/catalogue/") + name;
}

live::CommandOutput compared(const QString& table)
{
    return live::runCommand(u"python3"_s, {script(u"compare.py"_s), table}, {},
                            QProcessEnvironment::systemEnvironment(), patience);
}

} // namespace

/// The catalogue of keys against the options that Flink's own classes declare.
class TestLiveCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void saysWhatFlinksClassesSay_data();
    void saysWhatFlinksClassesSay();
};

void TestLiveCatalogue::saysWhatFlinksClassesSay_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("1.20") << u"1.20.4"_s;
    QTest::newRow("2.2") << u"2.2.0"_s;
}

void TestLiveCatalogue::saysWhatFlinksClassesSay()
{
    QFETCH(QString, version);
    DREY_NEEDS_LIVE(u"flink-"_s + version);
    const live::CommandOutput read =
        live::runCommand(u"java"_s, {script(u"ReadOptions.java"_s), live::cache::folder(u"flink-"_s + version)}, {},
                         QProcessEnvironment::systemEnvironment(), patience);
    QVERIFY2(read.exitCode == 0, qPrintable(read.report()));
    QVERIFY(read.output.count('\n') > 900);

    QTemporaryDir folder;
    QFile table(folder.filePath(u"flink-%1.tsv"_s.arg(version)));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write(read.output);
    table.close();
    const live::CommandOutput same = compared(table.fileName());
    QVERIFY2(same.exitCode == 0, qPrintable(same.report()));

    // That nothing differs is worth something only if a difference would be seen.
    const QByteArray changed =
        QByteArray(read.output).replace("\nparallelism.default\tInteger\t1\t", "\nparallelism.default\tLong\t2\t");
    QVERIFY(changed != read.output);
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write(changed);
    table.close();
    const live::CommandOutput other = compared(table.fileName());
    QCOMPARE(other.exitCode, 1);
    QVERIFY2(other.output.contains("parallelism.default: type Integer, in truth Long\n"), qPrintable(other.report()));
    QVERIFY2(other.output.contains("parallelism.default: default 1, in truth 2\n"), qPrintable(other.report()));
}

QTEST_GUILESS_MAIN(TestLiveCatalogue)
#include "tst_livecatalogue.moc"
