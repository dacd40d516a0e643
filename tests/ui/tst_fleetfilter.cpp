#include "tests/support/hygiene.h"
#include "ui/fleet/query.h"

#include <QTest>

using namespace Qt::StringLiterals;
using fleet::Query;
using fleet::Row;

namespace {

constexpr qint64 now = 1'800'000'000'000;
constexpr qint64 minute = 60'000;

Row payment()
{
    Row row;
    row.key = {u"context:prod-seoul"_s, {u"payments"_s, u"payment-settlement"_s}};
    row.health = base::Health::Broken;
    row.environment = base::Environment::Production;
    row.name = u"payment-settlement"_s;
    row.nameSpace = u"payments"_s;
    row.context = u"prod-seoul"_s;
    row.jobState = u"RESTARTING"_s;
    row.lifecycle = u"STABLE"_s;
    row.flinkVersion = u"1.20.1"_s;
    row.owner = u"Argo CD"_s;
    row.image = u"registry/payment:4.18.0"_s;
    row.parallelism = 12;
    row.restarts = 17;
    row.lastCheckpointAt = now - 14 * minute;
    row.changedAt = now - 25 * minute;
    row.summary = u"Two TaskManagers are killed for memory."_s;
    return row;
}

} // namespace

class TestFleetFilter : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }
    void matchesWhatItsTermsSay_data();
    void matchesWhatItsTermsSay();
    void tellsWhatItDoesNotUnderstand_data();
    void tellsWhatItDoesNotUnderstand();
    void aTermThatIsNotUnderstoodLeavesTheOthersInForce();
    void whatIsNotKnownMatchesNoComparison();
    void aPatternOfAUserIsNoRegularExpression();
    void readsDurations_data();
    void readsDurations();
};

void TestFleetFilter::matchesWhatItsTermsSay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");

    QTest::newRow("nothing lets everything through") << u""_s << true;
    QTest::newRow("a word anywhere in the name") << u"settle"_s << true;
    QTest::newRow("without case") << u"SETTLE"_s << true;
    QTest::newRow("a word of the cause") << u"killed"_s << true;
    QTest::newRow("a word that is nowhere") << u"parcel"_s << false;
    QTest::newRow("all words must be there") << u"settle parcel"_s << false;
    QTest::newRow("quotes keep blanks") << u"\"killed for\""_s << true;
    QTest::newRow("status by job state") << u"status:restarting"_s << true;
    QTest::newRow("status by health") << u"status:broken"_s << true;
    QTest::newRow("status in Korean") << u"status:장애"_s << true;
    QTest::newRow("status by lifecycle") << u"status:stable"_s << true;
    QTest::newRow("one of several") << u"status:failed,restarting"_s << true;
    QTest::newRow("none of several") << u"status:failed,finished"_s << false;
    QTest::newRow("namespace with wildcard") << u"ns:pay*"_s << true;
    QTest::newRow("a field without wildcard is the whole text") << u"ns:pay"_s << false;
    QTest::newRow("context") << u"ctx:prod-*"_s << true;
    QTest::newRow("one letter wildcard") << u"ctx:prod-seou?"_s << true;
    QTest::newRow("other context") << u"ctx:stage-*"_s << false;
    QTest::newRow("negated") << u"-ctx:stage-*"_s << true;
    QTest::newRow("negated with !") << u"!ns:payments"_s << false;
    QTest::newRow("Flink by minor version") << u"flink:1.20"_s << true;
    QTest::newRow("Flink by major version") << u"flink:2"_s << false;
    QTest::newRow("owner with a blank") << u"owner:\"argo cd\""_s << true;
    QTest::newRow("environment") << u"env:prod"_s << true;
    QTest::newRow("age over") << u"ckpt-age>10m"_s << true;
    QTest::newRow("age not over") << u"ckpt-age>15m"_s << false;
    QTest::newRow("age at most") << u"ckpt-age<=14m"_s << true;
    QTest::newRow("age of two units") << u"ckpt-age<1h30m"_s << true;
    QTest::newRow("changed lately") << u"changed<1h"_s << true;
    QTest::newRow("a number") << u"restarts>=17"_s << true;
    QTest::newRow("not that number") << u"restarts>17"_s << false;
    QTest::newRow("an exact number") << u"par:12"_s << true;
    QTest::newRow("one of several numbers") << u"par:8,12"_s << true;
    QTest::newRow("fields and words together") << u"ctx:prod-* ckpt-age>10m settle"_s << true;
}

void TestFleetFilter::matchesWhatItsTermsSay()
{
    QFETCH(QString, text);
    const Query query = Query::parse(text);
    QVERIFY2(query.problems().isEmpty(), qPrintable(query.problems().value(0).message));
    QTEST(query.matches(payment(), now), "matches");
}

void TestFleetFilter::tellsWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("position");
    QTest::addColumn<QString>("named");

    QTest::newRow("no such field") << u"pay colour:red"_s << qsizetype(4) << u"colour"_s;
    QTest::newRow("no value") << u"ns:"_s << qsizetype(0) << u"ns:"_s;
    QTest::newRow("no duration") << u"ckpt-age>ten"_s << qsizetype(0) << u"ckpt-age>ten"_s;
    QTest::newRow("a duration without unit") << u"ckpt-age>10"_s << qsizetype(0) << u"ckpt-age>10"_s;
    QTest::newRow("no number") << u"restarts>many"_s << qsizetype(0) << u"restarts>many"_s;
    QTest::newRow("a text compared") << u"ns>pay"_s << qsizetype(0) << u"ns"_s;
    QTest::newRow("an open quotation") << u"owner:\"argo"_s << qsizetype(6) << u"quotation"_s;
}

void TestFleetFilter::tellsWhatItDoesNotUnderstand()
{
    QFETCH(QString, text);
    QFETCH(QString, named);
    const Query query = Query::parse(text);
    QCOMPARE(query.problems().size(), 1);
    QTEST(query.problems().first().position, "position");
    QVERIFY2(query.problems().first().message.contains(named), qPrintable(query.problems().first().message));
}

void TestFleetFilter::aTermThatIsNotUnderstoodLeavesTheOthersInForce()
{
    const Query query = Query::parse(u"colour:red ns:logistics"_s);
    QCOMPARE(query.problems().size(), 1);
    QVERIFY(!query.matches(payment(), now));
    QVERIFY(Query::parse(u"colour:red ns:payments"_s).matches(payment(), now));
}

void TestFleetFilter::whatIsNotKnownMatchesNoComparison()
{
    Row row = payment();
    row.restarts.reset();
    row.lastCheckpointAt = 0;
    for (const QString& text : {u"restarts>0"_s, u"restarts<1"_s, u"restarts:0"_s, u"ckpt-age>1s"_s, u"ckpt-age<1d"_s})
        QVERIFY2(!Query::parse(text).matches(row, now), qPrintable(text));
    QVERIFY(Query::parse(u"restarts:unknown"_s).matches(row, now));
    QVERIFY(Query::parse(u"ckpt-age:unknown"_s).matches(row, now));
    QVERIFY(!Query::parse(u"restarts:unknown"_s).matches(payment(), now));
}

void TestFleetFilter::aPatternOfAUserIsNoRegularExpression()
{
    for (const QString& text : {u"("_s, u"[a"_s, u"ns:(a+)+$"_s, u"\\"_s, u"name:a|b"_s}) {
        const Query query = Query::parse(text);
        QVERIFY2(!query.matches(payment(), now), qPrintable(text));
    }
    Row row = payment();
    row.name = u"a(b)[c]"_s;
    QVERIFY(Query::parse(u"(b)[c"_s).matches(row, now));
}

void TestFleetFilter::readsDurations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("ms"); // below zero: not a duration

    QTest::newRow("milliseconds") << u"500ms"_s << 500.;
    QTest::newRow("seconds") << u"90s"_s << 90'000.;
    QTest::newRow("two units") << u"1h30m"_s << 5'400'000.;
    QTest::newRow("days") << u"3d"_s << 259'200'000.;
    QTest::newRow("Korean") << u"2시간5분"_s << 7'500'000.;
    QTest::newRow("a fraction") << u"1.5h"_s << 5'400'000.;
    QTest::newRow("empty") << u""_s << -1.;
    QTest::newRow("no unit") << u"10"_s << -1.;
    QTest::newRow("rest behind") << u"10m?"_s << -1.;
    QTest::newRow("rest before") << u"x10m"_s << -1.;
}

void TestFleetFilter::readsDurations()
{
    QFETCH(QString, text);
    QTEST(fleet::durationInMs(text).value_or(-1), "ms");
}

QTEST_GUILESS_MAIN(TestFleetFilter)

#include "tst_fleetfilter.moc"
