#include "tests/support/hygiene.h"
#include "ui/fleet/query.h"
#include "ui/fleet/queryedit.h"

#include <QTest>

using namespace Qt::StringLiterals;
using fleet::Column;
using fleet::Query;
using fleet::Row;
using fleet::Sorting;
using fleet::SortKey;

namespace {

constexpr qint64 now = 1'800'000'000'000;

Row labelled(const QString& key, const QString& value)
{
    Row row;
    row.name = u"orders"_s;
    row.labels.insert(key, value);
    return row;
}

SortKey labelColumn(const QString& key)
{
    return {Column::Label, Qt::AscendingOrder, key};
}

} // namespace

class TestQueryEdit : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }
    void labelsMatchWhatTheTermSays_data();
    void labelsMatchWhatTheTermSays();
    void aLabelWithoutAKeyIsNotUnderstood();
    void aTermTakesThePlaceOfTheOneOfItsColumn_data();
    void aTermTakesThePlaceOfTheOneOfItsColumn();
    void whatIsWrittenFindsTheRowItCameFrom_data();
    void whatIsWrittenFindsTheRowItCameFrom();
    void rowsWithoutAValueCanBeAskedFor();
    void anOpenQuotationDoesNotSwallowTheTerm();
    void aColumnDecidesAloneOrAfterTheOthers();
    void anOrderSurvivesTheSettings();
};

void TestQueryEdit::labelsMatchWhatTheTermSays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");

    QTest::newRow("the value") << u"label:team=pay"_s << true;
    QTest::newRow("without case") << u"label:team=PAY"_s << true;
    QTest::newRow("another value") << u"label:team=ops"_s << false;
    QTest::newRow("one of several") << u"label:team=ops,pay"_s << true;
    QTest::newRow("a wildcard") << u"label:team=p*"_s << true;
    QTest::newRow("any value") << u"label:team"_s << true;
    QTest::newRow("a label it does not have") << u"label:tier"_s << false;
    QTest::newRow("a label it must not have") << u"-label:tier"_s << true;
    QTest::newRow("a value it must not have") << u"-label:team=pay"_s << false;
    QTest::newRow("the key is the whole key") << u"label:tea=pay"_s << false;
}

void TestQueryEdit::labelsMatchWhatTheTermSays()
{
    QFETCH(QString, text);
    const Query query = Query::parse(text);
    QVERIFY2(query.problems().isEmpty(), qPrintable(query.problems().value(0).message));
    QTEST(query.matches(labelled(u"team"_s, u"pay"_s), now), "matches");
}

void TestQueryEdit::aLabelWithoutAKeyIsNotUnderstood()
{
    for (const QString& text : {u"label:"_s, u"label:=x"_s, u"label:team="_s, u"label>team"_s}) {
        const Query query = Query::parse(text);
        QCOMPARE(query.problems().size(), 1);
        QVERIFY(query.isEmpty());
    }
}

void TestQueryEdit::aTermTakesThePlaceOfTheOneOfItsColumn_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");

    QTest::newRow("nothing") << u""_s << u"owner:Helm"_s;
    QTest::newRow("beside others") << u"pay ns:a"_s << u"pay ns:a owner:Helm"_s;
    QTest::newRow("the same column") << u"owner:Flux pay"_s << u"pay owner:Helm"_s;
    QTest::newRow("quoted") << u"owner:\"Argo CD\" pay"_s << u"pay owner:Helm"_s;
    QTest::newRow("what is left out stays") << u"-owner:kubectl"_s << u"-owner:kubectl owner:Helm"_s;
    QTest::newRow("itself") << u"owner:Helm"_s << u"owner:Helm"_s;
}

void TestQueryEdit::aTermTakesThePlaceOfTheOneOfItsColumn()
{
    QFETCH(QString, before);
    const SortKey owner{Column::Owner, Qt::AscendingOrder};
    const QString after = withTerm(before, owner, fleet::termFor(owner, u"Helm"_s));
    QTEST(after, "after");
    QVERIFY(fleet::filtersBy(after, owner));
    QVERIFY(!fleet::filtersBy(fleet::withoutColumn(after, owner), owner));
    QCOMPARE(fleet::withoutColumn(u"label:team=pay label:tier=1"_s, labelColumn(u"team"_s)), u"label:tier=1"_s);
    QCOMPARE(fleet::withoutColumn(u"context:a ctx:b"_s, {Column::Context, Qt::AscendingOrder}), QString());
}

void TestQueryEdit::whatIsWrittenFindsTheRowItCameFrom_data()
{
    QTest::addColumn<QString>("value");

    for (const QString& value : {u"pay"_s, u"two words"_s, u"a,b"_s, u"say \"no\""_s, u"(a+)+$"_s, u"*"_s, u"a=b"_s,
                                 u"-x"_s, u"팀"_s, u"a:b"_s})
        QTest::newRow(qPrintable(value)) << value;
}

void TestQueryEdit::whatIsWrittenFindsTheRowItCameFrom()
{
    QFETCH(QString, value);
    Row row = labelled(u"acme.io/team"_s, value);
    row.name = row.context = row.owner = value;
    const QList<SortKey> columns{labelColumn(u"acme.io/team"_s),
                                 {Column::Deployment, Qt::AscendingOrder},
                                 {Column::Context, Qt::AscendingOrder},
                                 {Column::Owner, Qt::AscendingOrder}};
    for (const SortKey& column : columns) {
        const QString term = fleet::termFor(column, fleet::filterValueOf(row, column));
        const Query only = Query::parse(term), without = Query::parse(fleet::negated(term));
        QVERIFY2(only.problems().isEmpty() && only.matches(row, now), qPrintable(term));
        QVERIFY2(without.problems().isEmpty() && !without.matches(row, now), qPrintable(fleet::negated(term)));
    }
}

void TestQueryEdit::rowsWithoutAValueCanBeAskedFor()
{
    Row with = labelled(u"team"_s, u"pay"_s), without;
    with.owner = u"Helm"_s;
    with.parallelism = 4;
    without.name = u"orders"_s;
    for (const SortKey& column : {labelColumn(u"team"_s), SortKey{Column::Owner, Qt::AscendingOrder},
                                  SortKey{Column::Parallelism, Qt::AscendingOrder}}) {
        const Query query = Query::parse(fleet::termFor(column, {}));
        QVERIFY(query.problems().isEmpty());
        QVERIFY(query.matches(without, now));
        QVERIFY(!query.matches(with, now));
    }
}

void TestQueryEdit::anOpenQuotationDoesNotSwallowTheTerm()
{
    const QString text = fleet::withTerm(u"owner:\"Argo"_s, {Column::Flink, Qt::AscendingOrder}, u"flink:1.20"_s);
    QCOMPARE(text, u"owner:\"Argo\" flink:1.20"_s);
}

void TestQueryEdit::aColumnDecidesAloneOrAfterTheOthers()
{
    const SortKey health{Column::Health, Qt::AscendingOrder}, owner{Column::Owner, Qt::AscendingOrder};
    const SortKey healthDown{Column::Health, Qt::DescendingOrder}, ownerDown{Column::Owner, Qt::DescendingOrder};
    using Keys = QList<SortKey>;
    QCOMPARE(resorted({health}, owner, Sorting::Alone), Keys{owner});
    QCOMPARE(resorted({owner}, owner, Sorting::Alone), Keys{ownerDown});
    QCOMPARE(resorted({health}, owner, Sorting::Added), (Keys{health, owner}));
    QCOMPARE(resorted({health, owner}, owner, Sorting::Added), (Keys{health, ownerDown}));
    QCOMPARE(resorted({health, ownerDown}, owner, Sorting::Added), Keys{health});
    QCOMPARE(resorted({healthDown}, health, Sorting::Added), Keys{health});
    QCOMPARE(resorted({labelColumn(u"a"_s)}, labelColumn(u"b"_s), Sorting::Added).size(), 2);
}

void TestQueryEdit::anOrderSurvivesTheSettings()
{
    QList<SortKey> keys{labelColumn(u"acme.io/team"_s), {Column::Label, Qt::DescendingOrder, u"a:desc"_s}};
    for (const Column column : fleet::allColumns)
        keys.append({column, Qt::DescendingOrder});
    for (const SortKey& key : keys)
        QCOMPARE(fleet::sortKeyOf(fleet::textOf(key)), std::optional(key));
    for (const QString& text : {u""_s, u"health"_s, u"colour:asc"_s, u"label/:asc"_s, u":desc"_s})
        QVERIFY(!fleet::sortKeyOf(text));
}

QTEST_GUILESS_MAIN(TestQueryEdit)

#include "tst_queryedit.moc"
