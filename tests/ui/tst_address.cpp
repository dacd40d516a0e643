#include "tests/support/hygiene.h"
#include "ui/shell/address.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/history.h"

#include <QTest>

using namespace Qt::StringLiterals;
using shell::Address;
using Place = shell::Address::Place;

/// Addresses of pages, the history of them, and the search among them.
class TestAddress : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void addressesSurviveTheRoundTrip_data();
    void addressesSurviveTheRoundTrip();
    void badAddressesAreNone();
    void theSearchPutsWholeWordsBeforeStrewnLetters();
    void theSearchKnowsLeadingConsonants();
    void historyForgetsWhatLayAhead();
};

void TestAddress::addressesSurviveTheRoundTrip_data()
{
    QTest::addColumn<QString>("connection");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"context:prod"_s << u"settlement"_s;
    QTest::newRow("slashes") << u"context:arn:aws:eks:eu-1:1:cluster/prod"_s << u"a"_s;
    QTest::newRow("endpoint") << u"endpoint:http://host:8081/x?y#z"_s << u"a"_s;
    QTest::newRow("Korean and blanks") << u"context:운영 서울"_s << u"b c"_s;
    QTest::newRow("percent") << u"context:100%"_s << u"%2f"_s;
}

void TestAddress::addressesSurviveTheRoundTrip()
{
    QFETCH(const QString, connection);
    QFETCH(const QString, name);
    const Address deployment{Place::Deployment, connection, {u"payments"_s, name}};
    QCOMPARE(Address::parse(deployment.text()), std::optional(deployment));
    const Address endpoint{Place::Endpoint, connection, {}};
    QCOMPARE(Address::parse(endpoint.text()), std::optional(endpoint));
    const Address plan{Place::Plan, connection, {u"payments"_s, name}, {}, u"upgrade"_s};
    QCOMPARE(Address::parse(plan.text()), std::optional(plan));
    const Address ofFlinkJob{Place::Plan, connection, {{}, name}, {}, u"suspend"_s, u"Job"_s};
    QCOMPARE(Address::parse(ofFlinkJob.text()), std::optional(ofFlinkJob));
    const Address snapshot{Place::Snapshot, {}, {}, u"/"_s + name};
    QCOMPARE(Address::parse(snapshot.text()), std::optional(snapshot));
}

void TestAddress::badAddressesAreNone()
{
    for (const QString& text :
         {u""_s, u"drey://"_s, u"http://fleet"_s, u"drey://fleet/x"_s, u"drey://deployment/a/b"_s,
          u"drey://deployment/a//c"_s, u"drey://plan/a//c/upgrade"_s, u"drey://plan/a/b/c/suspend/Job"_s,
          u"drey://plan/a/b//suspend"_s, u"drey://endpoint/"_s, u"drey://snapshot/"_s, u"drey://snapshot/chk-1"_s})
        QVERIFY2(!Address::parse(text), qPrintable(text));
}

void TestAddress::theSearchPutsWholeWordsBeforeStrewnLetters()
{
    QVERIFY(shell::fit(u"fleet", u"Fleet") > shell::fit(u"fleet", u"The fleet"));
    QVERIFY(shell::fit(u"pay", u"payment-settlement") > shell::fit(u"pay", u"repay-batch"));
    QVERIFY(shell::fit(u"ps", u"payment-settlement").has_value());
    QVERIFY(!shell::fit(u"xyz", u"payment-settlement"));
    QVERIFY(!shell::fit(u"oiee", u"connection level test"));
    QCOMPARE(shell::fit(u"", u"anything"), std::optional(0));
}

void TestAddress::theSearchKnowsLeadingConsonants()
{
    QCOMPARE(shell::leadingConsonants(u"체크포인트"), u"ㅊㅋㅍㅇㅌ"_s);
    QCOMPARE(shell::leadingConsonants(u"a 힣"), u"a ㅎ"_s);
    QVERIFY(shell::fit(u"ㅊㅋㅍ", u"체크포인트"));
    QVERIFY(shell::fit(u"ㅎㄱㅅ", u"환경 설정"));
    QVERIFY(!shell::fit(u"ㅎㅎ", u"환경 설정"));
}

void TestAddress::historyForgetsWhatLayAhead()
{
    shell::History history;
    const Address fleet{Place::Fleet, {}, {}};
    const Address welcome{Place::Welcome, {}, {}};
    const Address all{Place::Connections, {}, {}};
    history.visit(welcome);
    history.visit(welcome);
    QVERIFY(!history.hasBack());
    history.visit(fleet);
    QCOMPARE(history.back(), welcome);
    QVERIFY(history.hasForward());
    history.visit(all);
    QVERIFY(!history.hasForward());
    QCOMPARE(history.back(), welcome);
    QCOMPARE(history.forward(), all);
}

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
