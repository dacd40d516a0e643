#include "core/kube/decoding.h"
#include "core/kube/linebuffer.h"

#include "tests/support/watchfixture.h"

#include <QFile>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace support;

namespace {

/// The address sanitizer keeps what was freed for a while.
#ifdef __SANITIZE_ADDRESS__
constexpr bool memoryIsGivenBack = false;
#else
constexpr bool memoryIsGivenBack = true;
#endif

QList<KubeObject> objects(int from, int count)
{
    QList<KubeObject> all;
    for (int i = from; i < from + count; ++i)
        all.append({u"n%1"_s.arg(i), QString::number(i + 1)});
    return all;
}

/// Resident memory of this process in MiB.
qint64 residentMiB()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').at(1).toLongLong() * sysconf(_SC_PAGESIZE) / (1024 * 1024);
}

/// A list page of about `bytes`, made of objects of 7 KB.
QByteArray heavyPage(int page, qsizetype bytes, const QString& continueToken)
{
    const QString filler(7'000, u'x');
    QList<KubeObject> all;
    for (int i = 0; qsizetype(i) * 7'200 < bytes; ++i)
        all.append({u"p%1-%2"_s.arg(page).arg(i), u"1"_s, {}, filler});
    return listJson(all, u"10"_s, continueToken);
}

} // namespace

/// How a watch reads whole lists, and what it makes of strange ones.
class WatchListTest : public WatchFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        support::keepClean();
        begin();
    }
    void cleanup() { end(); }

    void readsAListPageByPageAndTellsItOnceAsAWhole();
    void case06_beginsThePagesAnewOnceWhenTheTokenIsOldThenReadsAllAtOnce();
    void case14_neverUsesTheInconsistentTokenTheServerOffers();
    void case15_takesNoPartOfAListForTheWhole();
    void case16_readsStrangeLists_data();
    void case16_readsStrangeLists();
    void case16_pollsACollectionWithoutVersions();
    void listsAnewWhenItsVersionLiesInTheFutureOfTheServer();
    void asksForSmallerPagesWhenOneIsTooLarge();
    void case81_endsAnEndlessList();
    void case18_namesAnEventThatIsTooLargeToShow();
    void case18_readsTwoHundredMegabytesWithoutKeepingThem();
    void keepsAnObjectItCannotDecode();
    void case37_takesATruncatedPageForNoAnswer();
    void case34_takesALoginPageForNoAnswer();
    void case79_readsHostileJson_data();
    void case79_readsHostileJson();
    void case84_readsHugeObjects_data();
    void case84_readsHugeObjects();
    void case81_sendsTokensAndSelectorsExactly();
    void case81_asksForNothingOutsideItsPath();

private:
    void readsOneObject(); ///< of the row, in a list and as an event
};

void WatchListTest::readsAListPageByPageAndTellsItOnceAsAWhole()
{
    makeWatch().start();
    api().answer(listJson(objects(0, 2), u"10"_s, u"t1"_s));
    QTRY_VERIFY(api().isAsked(path));
    QCOMPARE(api().parameter(u"continue"_s), u"t1"_s);
    QCOMPARE(api().parameter(u"limit"_s), u"1000"_s);
    QVERIFY(api().parameter(u"resourceVersion"_s).isNull());
    QTRY_COMPARE(seen().told, QStringList({u"page 2"_s}));
    // The version of the first page is that of the list, whatever later pages say.
    api().answer(listJson(objects(2, 1), u"99"_s));
    openStream(1);
    QCOMPARE(seen().told, QStringList({u"page 2"_s, u"listed 3"_s}));
    QCOMPARE(askedVersion(), u"10"_s);

    expire();
    QTRY_VERIFY(api().isAsked(path));
    api().answer(listJson(objects(0, 1), u"20"_s, u"t2"_s));
    QTRY_COMPARE(api().parameter(u"continue"_s), u"t2"_s);
    QCOMPARE(seen().told.size(), 2); // pages are shown early only while there is nothing else
    QVERIFY(api().parameter(u"resourceVersion"_s).isNull());
    QVERIFY(api().parameter(u"resourceVersionMatch"_s).isNull());
}

void WatchListTest::case06_beginsThePagesAnewOnceWhenTheTokenIsOldThenReadsAllAtOnce()
{
    makeWatch().start();
    for (int round = 0; round < 2; ++round) {
        QTRY_VERIFY(api().isAsked(path));
        QVERIFY(api().parameter(u"continue"_s).isNull());
        QCOMPARE(api().parameter(u"limit"_s), u"500"_s);
        api().answer(listJson(objects(0, 2), u"10"_s, u"t%1"_s.arg(round)));
        QTRY_COMPARE(api().parameter(u"continue"_s), u"t%1"_s.arg(round));
        api().fail(410, statusJson(410, u"Expired"_s));
    }
    QTRY_VERIFY(api().isAsked(path));
    QVERIFY(api().parameter(u"continue"_s).isNull());
    QVERIFY(api().parameter(u"limit"_s).isNull());
    api().answer(listJson(objects(0, 3), u"30"_s));
    openStream(1);
    QCOMPARE(askedVersion(), u"30"_s);
    QCOMPARE(seen().told.last(), u"listed 3"_s);
}

// Sample B.
void WatchListTest::case14_neverUsesTheInconsistentTokenTheServerOffers()
{
    makeWatch().start();
    api().answer(listJson(objects(0, 2), u"10"_s, u"old"_s));
    QTRY_COMPARE(api().parameter(u"continue"_s), u"old"_s);
    QByteArray status = statusJson(410, u"Expired"_s, u"The provided continue parameter is too old"_s);
    status.replace("\"metadata\":{}", "\"metadata\":{\"continue\":\"inconsistent\"}");
    api().fail(410, status);
    QTRY_VERIFY(api().isAsked(path));
    QVERIFY(api().parameter(u"continue"_s).isNull());
    for (const http::Request& request : api().requests)
        QVERIFY(parameter(request, u"continue"_s) != u"inconsistent");
}

void WatchListTest::case15_takesNoPartOfAListForTheWhole()
{
    startFollowing();
    expire();
    QTRY_VERIFY(api().isAsked(path));
    api().answer(listJson(objects(0, 2), u"20"_s, u"t"_s));
    QTRY_COMPARE(api().parameter(u"continue"_s), u"t"_s);
    api().fail(500, statusJson(500, u"InternalError"_s));
    QTRY_COMPARE(watch().state(), State::Waiting);
    QCOMPARE(seen().names(), QStringList({u"a@3"_s, u"b@5"_s}));
    QTRY_VERIFY(api().isAsked(path));
    QVERIFY(api().parameter(u"continue"_s).isNull());
    api().answer(listJson(objects(0, 1), u"30"_s));
    QTRY_COMPARE(seen().names(), QStringList({u"n0@1"_s}));
    QCOMPARE(seen().told.filter(u"listed"_s).size(), 2);
}

void WatchListTest::case16_readsStrangeLists_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("version");
    QTest::addColumn<int>("count");

    QTest::newRow("items null") << QByteArray(R"({"kind":"List","items":null,"metadata":{"resourceVersion":"7"}})")
                                << u"7"_s << 0;
    QTest::newRow("items absent") << QByteArray(R"({"metadata":{"resourceVersion":"7"}})") << u"7"_s << 0;
    QTest::newRow("metadata first")
        << QByteArray(R"({"metadata":{"resourceVersion":"7"},"items":[{"metadata":{"name":"x"}}]})") << u"7"_s << 1;
    QTest::newRow("metadata null") << QByteArray(R"({"metadata":null,"items":[{"metadata":{"name":"x"}}]})")
                                   << QString() << 1;
    QTest::newRow("metadata absent") << QByteArray(R"({"items":[{"metadata":{"name":"x"}}]})") << QString() << 1;
    QTest::newRow("an item without metadata")
        << QByteArray(
               R"({"items":[{},{"metadata":null},{"metadata":{"name":"x","uid":5}}],"metadata":{"resourceVersion":"7"}})")
        << u"7"_s << 1;
    QTest::newRow("blanks everywhere")
        << QByteArray(" {\n \"items\" : [ { \"metadata\" : { \"name\" : \"x\" } } , { \"metadata\":{\"name\":\"y\"}} ] "
                      ", \"metadata\" : { \"resourceVersion\" : \"7\" } }\n")
        << u"7"_s << 2;
}

void WatchListTest::case16_readsStrangeLists()
{
    QFETCH(QByteArray, body);
    const base::Result<kube::ListPage> page = kube::decodePage(body, valueDecoder(), u"test"_s);
    QVERIFY2(page, qPrintable(page ? QString() : page.error().message));
    QTEST(page->resourceVersion, "version");
    QTEST(int(page->items.size()), "count");
}

// Without a version there is nothing to watch from.
void WatchListTest::case16_pollsACollectionWithoutVersions()
{
    makeWatch().start();
    api().answer(R"({"items":[{"metadata":{"name":"x"}}]})");
    QTRY_COMPARE(watch().state(), State::Polling);
    QTRY_VERIFY(api().isAsked(path));
    api().answer(R"({"items":null})");
    QTRY_COMPARE(seen().told, QStringList({u"listed 1"_s, u"listed 0"_s}));
    QVERIFY(api().streams.isEmpty());
}

// Sample E.
void WatchListTest::listsAnewWhenItsVersionLiesInTheFutureOfTheServer()
{
    startFollowing();
    expire();
    QTRY_COMPARE(api().parameter(u"resourceVersion"_s), u"10"_s);
    api().fail(
        504,
        statusJson(
            504, u"Timeout"_s, u"Too large resource version: 10, current: 4"_s,
            R"({"causes":[{"reason":"ResourceVersionTooLarge","message":"Too large resource version"}],"retryAfterSeconds":1})"));
    QTRY_VERIFY(api().isAsked(path));
    QVERIFY(api().parameter(u"resourceVersion"_s).isNull());
}

void WatchListTest::asksForSmallerPagesWhenOneIsTooLarge()
{
    makeWatch().start();
    for (const QString& size : {u"500"_s, u"50"_s, u"5"_s, u"1"_s}) {
        QTRY_VERIFY(api().isAsked(path));
        QCOMPARE(api().parameter(u"limit"_s), size);
        api().fail(base::Error::Kind::TooLarge);
    }
    QTRY_COMPARE(watch().state(), State::Waiting);
    QCOMPARE(watch().lastError()->kind, base::Error::Kind::TooLarge);
}

// A server that gives the same token for ever.
void WatchListTest::case81_endsAnEndlessList()
{
    makeWatch().start();
    api().answer(listJson(objects(0, 1), u"10"_s, u"again"_s));
    QTRY_COMPARE(api().parameter(u"continue"_s), u"again"_s);
    api().answer(listJson(objects(0, 1), u"10"_s, u"again"_s));
    QTRY_COMPARE(watch().state(), State::Waiting);
    QCOMPARE(watch().lastError()->kind, base::Error::Kind::Decode);
}

// The event.
void WatchListTest::case18_namesAnEventThatIsTooLargeToShow()
{
    startFollowing();
    QList<kube::Item> applied;
    connect(&watch(), &kube::Watch::applied, this, [&](const QList<kube::Item>& items) { applied += items; });
    KubeObject huge{u"a"_s, u"12"_s};
    QByteArray event = eventJson("MODIFIED", huge);
    const qsizetype at = event.indexOf("\"value\":\"") + 9;
    const QByteArray filler(1024 * 1024, 'x');
    const qint64 before = residentMiB();
    api().stream()->send(event.first(at));
    for (int i = 0; i < 60; ++i)
        api().stream()->send(filler);
    if (memoryIsGivenBack)
        QVERIFY2(residentMiB() - before < 48, "the whole event was kept");
    api().stream()->send(event.sliced(at) + eventJson("MODIFIED", {u"b"_s, u"13"_s}));

    QTRY_COMPARE(applied.size(), 2);
    QCOMPARE(applied[0].key, kube::ObjectKey({u"default"_s, u"a"_s}));
    QCOMPARE(applied[0].uid, u"uid-a"_s);
    QVERIFY(!applied[0].value);
    QVERIFY(!applied[0].problem.isEmpty());
    QCOMPARE(applied[1].resourceVersion, u"13"_s);
    QVERIFY(applied[1].value);
    QCOMPARE(watch().state(), State::Following);
}

// The list.
void WatchListTest::case18_readsTwoHundredMegabytesWithoutKeepingThem()
{
    const kube::Decode small = [](QByteArrayView json, kube::Item& item) {
        item.value = std::make_shared<const qsizetype>(json.size());
    };
    kube::Watch reader(api(), {.type = kube::coreType(u"pods"_s)}, small, quickTimes());
    qsizetype listed = 0;
    connect(&reader, &kube::Watch::listed, this, [&](const QList<kube::Item>& items) { listed = items.size(); });
    reader.start();
    constexpr qsizetype pageBytes = 8 * 1024 * 1024;
    constexpr int pages = 25;
    qint64 most = 0;
    const qint64 before = residentMiB();
    for (int i = 0; i < pages; ++i) {
        QTRY_VERIFY(api().waiting() > 0);
        api().answer(heavyPage(i, pageBytes, i + 1 < pages ? u"t%1"_s.arg(i) : QString()));
        QTRY_VERIFY(api().waiting() > 0 || listed > 0);
        most = std::max(most, residentMiB() - before);
    }
    QTRY_VERIFY(listed > 25'000);
#ifndef __SANITIZE_ADDRESS__ // its allocator keeps what was freed
    QVERIFY2(most < 120, qPrintable(u"%1 MiB for 200 MiB of list"_s.arg(most)));
#endif
}

void WatchListTest::keepsAnObjectItCannotDecode()
{
    const base::Result<kube::ListPage> page =
        kube::decodePage(listJson({{u"a"_s, u"1"_s, {}, u"undecodable"_s}, {u"b"_s, u"2"_s, {}, u"fine"_s}}, u"3"_s),
                         valueDecoder(), u"test"_s);
    QVERIFY(page);
    QCOMPARE(page->items.size(), 2);
    QVERIFY(!page->items[0].value);
    QCOMPARE(page->items[0].problem, u"cannot be decoded"_s);
    QCOMPARE(valueOf(page->items[1]), u"fine"_s);
}

// HTTP does not always tell that a body is cut off.
void WatchListTest::case37_takesATruncatedPageForNoAnswer()
{
    const QByteArray whole = listJson(objects(0, 3), u"10"_s, u"t"_s);
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const base::Result<kube::ListPage> page = kube::decodePage(whole.first(length), valueDecoder(), u"test"_s);
        QVERIFY2(!page, whole.first(length).constData());
        QCOMPARE(page.error().kind, base::Error::Kind::Decode);
    }
    startFollowing();
    expire();
    QTRY_VERIFY(api().isAsked(path));
    api().answer(whole.first(whole.size() / 2));
    QTRY_COMPARE(watch().state(), State::Waiting);
    QCOMPARE(seen().names(), QStringList({u"a@3"_s, u"b@5"_s}));
    QTRY_VERIFY(api().isAsked(path));
}

void WatchListTest::case34_takesALoginPageForNoAnswer()
{
    makeWatch().start();
    api().answer("<!DOCTYPE html><html><body>Please log in</body></html>");
    QTRY_COMPARE(watch().state(), State::Waiting);
    QVERIFY2(watch().lastError()->message.contains(u"web page"), qPrintable(watch().lastError()->message));
}

void WatchListTest::case79_readsHostileJson_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QString>("name");

    const QByteArray name = R"("metadata":{"name":"x"})";
    QTest::newRow("ten thousand levels") << "{" + name + ",\"spec\":" + QByteArray(10'000, '[') +
                                                QByteArray(10'000, ']') + "}"
                                         << u"x"_s;
    QTest::newRow("1e400") << "{" + name + ",\"n\":1e400}" << u"x"_s;
    QTest::newRow("64 bits") << "{" + name + ",\"n\":18446744073709551615,\"m\":-9223372036854775808}" << u"x"_s;
    QTest::newRow("a name twice") << QByteArray(R"({"metadata":{"name":"y","name":"x"}})") << u"x"_s;
    QTest::newRow("metadata twice") << QByteArray(R"({"metadata":{"name":"y"},"metadata":{"name":"x"}})") << u"x"_s;
    QTest::newRow("a lone surrogate beside the name") << "{" + name + R"(,"s":"\ud800"})" << u"x"_s;
    QTest::newRow("invalid UTF-8 beside the name") << "{" + name + ",\"s\":\"\xff\xc0\"}" << u"x"_s;
    QTest::newRow("an escaped key") << QByteArray(R"({"metadata":{"name":"x","\u0061b":"c"}})") << u"x"_s;
}

void WatchListTest::case79_readsHostileJson()
{
    readsOneObject();
}

void WatchListTest::case84_readsHugeObjects_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QString>("name");

    const QByteArray name = R"("metadata":{"name":"x"})";
    QTest::newRow("a megabyte") << "{" + name + ",\"s\":\"" + QByteArray(1024 * 1024, 'a') + "\"}" << u"x"_s;
    QTest::newRow("five thousand conditions")
        << "{" + name + ",\"status\":{\"conditions\":[" +
               QByteArray(R"({"type":"Ready","status":"False","message":"no"},)").repeated(5'000).chopped(1) + "]}}"
        << u"x"_s;
    QByteArray annotations;
    for (int i = 0; i < 10'000; ++i)
        annotations += "\"a" + QByteArray::number(i) + "\":\"v\",";
    QTest::newRow("ten thousand annotations")
        << R"({"metadata":{"annotations":{)" + annotations.chopped(1) + R"(},"name":"x"}})" << u"x"_s;
}

void WatchListTest::case84_readsHugeObjects()
{
    readsOneObject();
}

void WatchListTest::readsOneObject()
{
    QFETCH(QByteArray, object);
    const QByteArray body =
        R"({"items":[)" + object + R"(,{"metadata":{"name":"next"}}],"metadata":{"resourceVersion":"7"}})";
    const base::Result<kube::ListPage> page = kube::decodePage(body, valueDecoder(), u"test"_s);
    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail.left(200)));
    QCOMPARE(page->items.size(), 2);
    QTEST(page->items[0].key.name, "name");
    QCOMPARE(page->items[1].key.name, u"next"_s);

    const kube::EventBatch batch =
        kube::decodeEvents("{\"type\":\"ADDED\",\"object\":" + object + "}\n", valueDecoder(), u"test"_s);
    QCOMPARE(batch.trouble, kube::EventBatch::Trouble::None);
    QCOMPARE(batch.events, 1);
    QTEST(batch.runs[0].items[0].key.name, "name");
}

// Tokens are data.
void WatchListTest::case81_sendsTokensAndSelectorsExactly()
{
    const QString token = u"a+b&c=d%2F/../?x#y 한"_s;
    const QString selector = u"app in (a,b),x!=y+z"_s;
    kube::Watch reader(
        api(),
        {.type = kube::coreType(u"pods"_s), .nameSpace = u"ns"_s, .labelSelector = selector, .fieldSelector = u"a=b"_s},
        valueDecoder(), quickTimes());
    reader.start();
    QCOMPARE(api().parameter(u"labelSelector"_s), selector);
    QCOMPARE(api().parameter(u"fieldSelector"_s), u"a=b"_s);
    api().answer(listJson({}, u"10"_s, token));
    QTRY_COMPARE(api().parameter(u"continue"_s), token);
    QVERIFY(api().isAsked(u"/api/v1/namespaces/ns/pods"_s));
    QCOMPARE(api().parameter(u"labelSelector"_s), selector);
    api().answer(listJson({}, u"10"_s));
    QTRY_VERIFY(api().stream());
    QCOMPARE(parameter(api().stream()->request, u"labelSelector"_s), selector);
}

void WatchListTest::case81_asksForNothingOutsideItsPath()
{
    for (const QString& nameSpace : {u".."_s, u"a/b"_s, u"%2e%2e"_s}) {
        kube::Watch reader(api(), {.type = kube::coreType(u"pods"_s), .nameSpace = nameSpace}, valueDecoder(),
                           quickTimes());
        reader.start();
        QCOMPARE(reader.state(), State::Waiting);
        QCOMPARE(reader.lastError()->kind, base::Error::Kind::Configuration);
    }
    QVERIFY(api().requests.isEmpty());
}

QTEST_GUILESS_MAIN(WatchListTest)
#include "tst_watchlist.moc"
