#include "core/plans/mergepatch.h"
#include "core/plans/outlook.h"
#include "tests/support/fakeapi.h"
#include "tests/support/hygiene.h"

#include <QJsonDocument>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

/// What is asked about one manifest before it is applied, and what is told of it.
class TestOutlook : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void agesAreByTheClockOfTheServer();
    void aPatchHoldsWhatIsDifferent_data();
    void aPatchHoldsWhatIsDifferent();
};

void TestOutlook::agesAreByTheClockOfTheServer()
{
    support::FakeApi api;
    const QByteArray json = R"({"apiVersion": "flink.apache.org/v1beta1", "kind": "FlinkDeployment",
        "metadata": {"name": "orders", "namespace": "payments"}, "spec": {}})";
    plans::Outlook outlook(api, object(json), {});
    std::optional<plans::Prospect> heard;
    connect(&outlook, &plans::Outlook::finished, this, [&](const plans::Prospect& prospect) { heard = prospect; });
    outlook.start(u"payments"_s);
    QTRY_VERIFY(api.waiting() > 0);
    api.fail(404, R"({"kind": "Status", "reason": "NotFound", "details": {"name": "orders"}, "code": 404})");
    QTRY_VERIFY(api.waiting() > 0);
    const QDateTime ahead = QDateTime::currentDateTimeUtc().addSecs(7 * 60);
    const QString date = QLocale::c().toString(ahead, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    api.answer(json, {{"Date", date.toLatin1()}});
    QTRY_VERIFY(heard);
    const double skew = double(heard->around.now - heard->observedAt.toMSecsSinceEpoch()) / 1000;
    QVERIFY2(skew > 400 && skew < 421, qPrintable(QString::number(skew)));
    QVERIFY2(heard->patchOf(object(json)).isEmpty(), "there is nothing to patch");
}

void TestOutlook::aPatchHoldsWhatIsDifferent_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("patch");
    const auto row = [](const char* name, const QByteArray& before, const QByteArray& after, const QByteArray& patch) {
        QTest::newRow(name) << before << after << patch;
    };
    row("nothing", R"({"a": {"b": [1]}})", R"({"a": {"b": [1]}})", "{}");
    row("a value deep within", R"({"a": {"b": 1, "c": 2}, "d": 3})", R"({"a": {"b": 7, "c": 2}, "d": 3})",
        R"({"a": {"b": 7}})");
    row("what is new", R"({"a": 1})", R"({"a": 1, "b": {"c": 2}})", R"({"b": {"c": 2}})");
    row("what has gone", R"({"a": {"b": 1, "c": 2}})", R"({"a": {"c": 2}})", R"({"a": {"b": null}})");
    row("a list as a whole", R"({"a": [1, 2, 3]})", R"({"a": [1, 3]})", R"({"a": [1, 3]})");
    row("another type", R"({"a": {"b": 1}})", R"({"a": "x"})", R"({"a": "x"})");
    row("a map that was emptied", R"({"a": {"b": 1}})", R"({"a": {}})", R"({"a": {"b": null}})");
}

void TestOutlook::aPatchHoldsWhatIsDifferent()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QByteArray, patch);
    QCOMPARE(plans::mergePatch(object(before), object(after)), object(patch));
}

QTEST_GUILESS_MAIN(TestOutlook)
#include "tst_outlook.moc"
