#include "core/plans/specchange.h"

#include "tests/support/hygiene.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using plans::SpecChange;

namespace {

QJsonObject object()
{
    return QJsonDocument::fromJson(R"({"metadata": {"uid": "u-1", "generation": 7},
        "spec": {"image": "orders:1", "job": {"state": "running", "args": ["a", "b"]},
                 "flinkConfiguration": {"a/b~c": "x"}}})")
        .object();
}

/// As an API server does it: members of maps only.
QJsonObject patched(QJsonObject target, const QJsonArray& patch)
{
    for (const QJsonValue operation : patch) {
        QStringList path = operation[u"path"_s].toString().split(u'/').sliced(1);
        for (QString& step : path)
            step.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
        SpecChange one;
        if (operation[u"op"_s] == u"test"_s)
            continue;
        one.set(path, operation[u"op"_s] == u"remove"_s ? QJsonValue(QJsonValue::Undefined) : operation[u"value"_s]);
        target = one.appliedTo(target);
    }
    return target;
}

} // namespace

/// Changes of a spec, and the patches that make them.
class SpecChangeTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }
    void aPatchMakesTheChange_data();
    void aPatchMakesTheChange();
    void aPatchTestsUidAndGeneration();
    void whatIsThereAlreadyIsNotWritten();
    void theDifferenceOfTwoSpecsIsAChange();
    void aMaskedChangeIsKnownAsOne();
};

void SpecChangeTest::aPatchMakesTheChange_data()
{
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QJsonValue>("to");
    QTest::newRow("a value") << QStringList{u"spec"_s, u"image"_s} << QJsonValue(u"orders:2"_s);
    QTest::newRow("a list") << QStringList{u"spec"_s, u"job"_s, u"args"_s} << QJsonValue(QJsonArray{u"c"_s});
    QTest::newRow("a map that is not there")
        << QStringList{u"spec"_s, u"taskManager"_s, u"resource"_s, u"cpu"_s} << QJsonValue(2);
    QTest::newRow("a key with signs") << QStringList{u"spec"_s, u"flinkConfiguration"_s, u"a/b~c"_s}
                                      << QJsonValue(u"y"_s);
    QTest::newRow("what goes away") << QStringList{u"spec"_s, u"job"_s, u"args"_s} << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("null") << QStringList{u"spec"_s, u"image"_s} << QJsonValue(QJsonValue::Null);
    QTest::newRow("what was not there and goes away")
        << QStringList{u"spec"_s, u"x"_s, u"y"_s} << QJsonValue(QJsonValue::Undefined);
}

void SpecChangeTest::aPatchMakesTheChange()
{
    QFETCH(QStringList, path);
    QFETCH(QJsonValue, to);
    SpecChange change;
    change.set(path, to);
    const QJsonObject made = patched(object(), jsonPatch(object(), change));
    QCOMPARE(made, change.appliedTo(object()));
    QVERIFY(change.isIn(made));
    QCOMPARE(plans::specChangeOf(plans::toJson(change)), change);
}

void SpecChangeTest::aPatchTestsUidAndGeneration()
{
    SpecChange change;
    change.set({u"spec"_s, u"image"_s}, u"orders:2"_s);
    const QJsonArray patch = jsonPatch(object(), change);
    QCOMPARE(patch.at(0), (QJsonObject{{u"op"_s, u"test"_s}, {u"path"_s, u"/metadata/uid"_s}, {u"value"_s, u"u-1"_s}}));
    QCOMPARE(patch.at(1), (QJsonObject{{u"op"_s, u"test"_s}, {u"path"_s, u"/metadata/generation"_s}, {u"value"_s, 7}}));
    QCOMPARE(patch.size(), 3);
}

void SpecChangeTest::whatIsThereAlreadyIsNotWritten()
{
    SpecChange change;
    change.set({u"spec"_s, u"image"_s}, u"orders:1"_s);
    QCOMPARE(jsonPatch(object(), change).size(), 2);
    QVERIFY(change.isIn(object()));
}

void SpecChangeTest::theDifferenceOfTwoSpecsIsAChange()
{
    const QJsonObject before = object()[u"spec"_s].toObject();
    QJsonObject after = before;
    after.remove(u"image"_s);
    after.insert(u"job"_s, QJsonObject{{u"state"_s, u"suspended"_s}, {u"args"_s, QJsonArray{u"a"_s, u"b"_s}}});
    const SpecChange change = plans::changeBetween(before, after, {u"spec"_s});
    QCOMPARE(change.entries.size(), 2);
    QCOMPARE(change.appliedTo(object())[u"spec"_s].toObject(), after);
}

void SpecChangeTest::aMaskedChangeIsKnownAsOne()
{
    SpecChange change;
    change.set({u"spec"_s, u"job"_s, u"args"_s}, QJsonArray{u"a"_s, QJsonObject{{u"k"_s, u"***"_s}}});
    QVERIFY(change.isMasked());
    change.entries.clear();
    change.set({u"spec"_s, u"image"_s}, u"orders:2"_s);
    QVERIFY(!change.isMasked());
}

QTEST_GUILESS_MAIN(SpecChangeTest)
#include "tst_specchange.moc"
