#include "tests/contract/support/flinkpair.h"

#include "tests/live/support/cache.h"
#include "tests/support/hygiene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using contract::FlinkPair;

/// The adaptive scheduler of a real Flink and of the practice cluster's: what a job may use, and how it changes.
class ContractRescaleTest : public QObject
{
    Q_OBJECT
private slots:
    void init() { support::keepClean(); }

    void changesTheParallelism_data();
    void changesTheParallelism();

private:
    static QByteArray bounds(int lower, int upper)
    {
        return contract::boundsOf(QStringLiteral("{source}"), lower, upper) + ',' +
               contract::boundsOf(QStringLiteral("{count}"), lower, upper);
    }
};

void ContractRescaleTest::changesTheParallelism_data()
{
    QTest::addColumn<QString>("version");
    for (const auto& version : {u"1.20.4"_s, u"2.2.0"_s})
        QTest::newRow(qPrintable(version)) << version;
}

void ContractRescaleTest::changesTheParallelism()
{
    QFETCH(const QString, version);
    DREY_NEEDS_LIVE(u"flink-"_s + version, u"job-"_s + version);
    FlinkPair pair(version, {{u"jobmanager.scheduler"_s, u"adaptive"_s},
                             {u"jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling"_s, u"0 s"_s}});
    auto problem = pair.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem = pair.upload();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem =
        pair.run(u"5123456789abcdef0123456789abcdef"_s, {u"--checkpointEvery"_s, u"1000"_s, u"--pause"_s, u"5"_s});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(pair.completesCheckpoints());
    const auto requirements = u"/jobs/{job}/resource-requirements"_s;
    const auto put = [&](const QByteArray& body) {
        return pair.compare({"PUT", requirements, '{' + body + '}', "application/json"});
    };
    const QList<contract::Question> refused{
        {"PUT", requirements, "{}", "application/json"},
        {"PUT", requirements, '{' + contract::boundsOf(u"{source}"_s, 1, 1) + '}', "application/json"},
        {"PUT", requirements, '{' + bounds(2, 1) + '}', "application/json"},
        {"PUT", requirements, '{' + bounds(0, 1) + '}', "application/json"},
        {"PUT", requirements, '{' + bounds(1, 100'000) + '}', "application/json"}};
    QStringList differences{pair.compare({.target = requirements})};
    for (const auto& question : refused)
        differences += pair.compare(question);
    differences += put(bounds(1, 1));
    const auto job = u"/jobs/{job}"_s;
    QVERIFY(pair.becomes(job, u"vertices.1.parallelism"_s, {u"1"_s}));
    QVERIFY(pair.becomes(job, u"vertices.1.status"_s, {u"RUNNING"_s}));
    differences += pair.compare({.target = requirements});
    differences += pair.compare({.target = job});
    differences.removeAll(QString());
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u"\n\n"_s)));
}

QTEST_GUILESS_MAIN(ContractRescaleTest)
#include "tst_contractrescale.moc"
