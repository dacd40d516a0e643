#include "core/sim/world/path.h"

#include "tests/support/hygiene.h"
#include "tests/support/sim/apibench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sim::at;
using sim::put;
using support::ApiBench;
namespace type = sim::type;

namespace {

constexpr auto configMaps = "/api/v1/namespaces/default/configmaps";
constexpr auto asTable = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
constexpr auto asMetadata = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json";

QStringList namesOf(const QJsonObject& list)
{
    QStringList names;
    for (const auto item : list[u"items"].toArray())
        names += at(item.toObject(), {u"metadata", u"name"}).toString();
    return names;
}

/// The types and names of a watch's events: "ADDED a".
QStringList told(support::ApiAnswer& answer)
{
    QStringList texts;
    for (const auto& event : answer.takeEvents()) {
        const auto object = event[u"object"].toObject();
        texts += (event[u"type"].toString() + u' ' + at(object, {u"metadata", u"name"}).toString()).trimmed();
    }
    return texts;
}

} // namespace

/// What an API server answers to GET.
class SimApiReadsTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_bench.reset(); }

    void getsAnObjectWithItsKindAndAnItemWithout();
    void saysWhatIsMissing();
    void aPathNobodyKnowsIsPlainText();
    void goesThroughAListInPagesOfOneMoment();
    void aForgottenPageIsGoneAndOffersAnother();
    void refusesTokensAndRevisionsThatMakeNoSense();
    void waitsForARevisionThatIsYetToCome();
    void selectsByLabelAndField();
    void printsATable();
    void sendsMetadataOnly();
    void refusesAFormItDoesNotServe();
    void watchesFromNowOnAndFromThen();
    void tellsAWatchWhatIsThereWhenItNamesNoRevision();
    void aWatchThatComesTooLateIsToldSo();
    void everyWatchCanBeMadeToStartAnew();
    void whatLeavesASelectionIsDeleted();
    void endsAWatchInTimeAndMarksItsPlace();
    void aWatchOfATableTellsItsColumnsOnce();
    void forgetsAWatchWhoseReaderIsGone();
    void bothGroupsOfEventsShowTheSameEvents();

private:
    void make(const QString& name, const QJsonObject& labels = {});
    std::optional<ApiBench> m_bench;
};

void SimApiReadsTest::init()
{
    support::keepClean();
    m_bench.emplace();
}

void SimApiReadsTest::make(const QString& name, const QJsonObject& labels)
{
    QJsonObject document;
    put(document, {u"metadata", u"name"}, name);
    put(document, {u"metadata", u"namespace"}, u"default"_s);
    put(document, {u"metadata", u"labels"}, labels);
    QVERIFY(m_bench->world.objects.create(type::configMaps, document));
}

void SimApiReadsTest::getsAnObjectWithItsKindAndAnItemWithout()
{
    make(u"a"_s);
    const auto one = m_bench->get(configMaps + QByteArray("/a"));
    QCOMPARE(one->status, 200);
    QCOMPARE(one->json()[u"kind"], u"ConfigMap"_s);
    const auto list = m_bench->get(configMaps)->json();
    QCOMPARE(list[u"kind"], u"ConfigMapList"_s);
    QCOMPARE(list[u"apiVersion"], u"v1"_s);
    QCOMPARE(namesOf(list), QStringList{u"a"_s});
    QVERIFY(!list[u"items"][0].toObject().contains(u"kind"));
    QCOMPARE(at(list, {u"metadata", u"resourceVersion"}).toString(),
             QString::number(m_bench->world.objects.revision()));
    QCOMPARE(sim::header(m_bench->get(configMaps)->headers, "Cache-Control"), "no-cache, private");
}

void SimApiReadsTest::saysWhatIsMissing()
{
    const auto answer = m_bench->get(configMaps + QByteArray("/nothing"));
    QCOMPARE(answer->status, 404);
    QCOMPARE(answer->message(), u"configmaps \"nothing\" not found"_s);
    QCOMPARE(answer->json()[u"details"],
             QJsonValue(QJsonObject{{u"name"_s, u"nothing"_s}, {u"kind"_s, u"configmaps"_s}}));
    // A namespace that does not exist holds an empty list.
    QCOMPARE(m_bench->get("/api/v1/namespaces/nowhere/configmaps")->status, 200);
}

void SimApiReadsTest::aPathNobodyKnowsIsPlainText()
{
    for (const auto path : {"/apis/example.org/v1/things", "/apis/flink.apache.org/v1beta1/things", "/nonsense",
                            "/api/v1/namespaces/default/pods/x/nonsense"}) {
        const auto answer = m_bench->get(path);
        QCOMPARE(answer->status, 404);
        QCOMPARE(answer->body, "404 page not found\n");
    }
}

void SimApiReadsTest::goesThroughAListInPagesOfOneMoment()
{
    for (const auto& name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
        make(name);
    const auto first = m_bench->get(configMaps + QByteArray("?limit=2"))->json();
    QCOMPARE(namesOf(first), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(at(first, {u"metadata", u"remainingItemCount"}), QJsonValue(3));
    // What happens between the pages does not show.
    QVERIFY(m_bench->world.objects.remove(type::configMaps, u"default"_s, u"c"_s));
    make(u"aa"_s);
    make(u"dd"_s);
    auto token = at(first, {u"metadata", u"continue"}).toString().toLatin1();
    const auto second = m_bench->get(configMaps + QByteArray("?limit=2&continue=") + token)->json();
    QCOMPARE(namesOf(second), QStringList({u"c"_s, u"d"_s}));
    QCOMPARE(at(second, {u"metadata", u"resourceVersion"}), at(first, {u"metadata", u"resourceVersion"}));
    token = at(second, {u"metadata", u"continue"}).toString().toLatin1();
    const auto last = m_bench->get(configMaps + QByteArray("?limit=2&continue=") + token)->json();
    QCOMPARE(namesOf(last), QStringList{u"e"_s});
    QVERIFY(at(last, {u"metadata", u"continue"}).isUndefined());
    // With a selector nobody knows how many are left.
    const auto selected = m_bench->get(configMaps + QByteArray("?limit=1&labelSelector=!x"))->json();
    QVERIFY(at(selected, {u"metadata", u"remainingItemCount"}).isUndefined());
}

void SimApiReadsTest::aForgottenPageIsGoneAndOffersAnother()
{
    for (const auto& name : {u"a"_s, u"b"_s, u"c"_s})
        make(name);
    const auto first = m_bench->get(configMaps + QByteArray("?limit=1"))->json();
    make(u"d"_s);
    m_bench->world.objects.compact();
    const auto token = at(first, {u"metadata", u"continue"}).toString().toLatin1();
    const auto gone = m_bench->get(configMaps + QByteArray("?limit=1&continue=") + token);
    QCOMPARE(gone->status, 410);
    QCOMPARE(gone->reason(), u"Expired"_s);
    const auto other = at(gone->json(), {u"metadata", u"continue"}).toString().toLatin1();
    QCOMPARE(namesOf(m_bench->get(configMaps + QByteArray("?continue=") + other)->json()),
             QStringList({u"b"_s, u"c"_s, u"d"_s}));
}

void SimApiReadsTest::refusesTokensAndRevisionsThatMakeNoSense()
{
    QCOMPARE(m_bench->get(configMaps + QByteArray("?continue=garbage"))->status, 400);
    make(u"a"_s);
    make(u"b"_s);
    const auto token =
        at(m_bench->get(configMaps + QByteArray("?limit=1"))->json(), {u"metadata", u"continue"}).toString();
    const auto both = m_bench->get(configMaps + QByteArray("?resourceVersion=5&continue=") + token.toLatin1());
    QCOMPARE(both->message(), u"specifying resource version is not allowed when using continue"_s);
    QCOMPARE(m_bench->get(configMaps + QByteArray("?resourceVersionMatch=Exact"))->status, 422);
    const auto then = m_bench->world.objects.revision();
    make(u"c"_s);
    const auto exact = m_bench->get(configMaps + QByteArray("?resourceVersionMatch=Exact&resourceVersion=") +
                                    QByteArray::number(then));
    QCOMPARE(namesOf(exact->json()), QStringList({u"a"_s, u"b"_s}));
    m_bench->world.objects.compact();
    QCOMPARE(
        m_bench->get(configMaps + QByteArray("?resourceVersionMatch=Exact&resourceVersion=") + QByteArray::number(then))
            ->status,
        410);
}

void SimApiReadsTest::waitsForARevisionThatIsYetToCome()
{
    const auto future = QByteArray::number(m_bench->world.objects.revision() + 1);
    const auto early = m_bench->get(configMaps + QByteArray("?resourceVersion=") + future);
    QCOMPARE(early->status, 0);
    m_bench->pass(4s);
    QCOMPARE(early->status, 504);
    QCOMPARE(early->json()[u"details"][u"causes"][0][u"reason"], u"ResourceVersionTooLarge"_s);
    QCOMPARE(early->json()[u"details"][u"retryAfterSeconds"], QJsonValue(1));
    const auto patient = m_bench->get(configMaps + QByteArray("?resourceVersion=") + future);
    make(u"a"_s);
    m_bench->pass(4s);
    QCOMPARE(namesOf(patient->json()), QStringList{u"a"_s});
}

void SimApiReadsTest::selectsByLabelAndField()
{
    make(u"a"_s, {{u"app"_s, u"orders"_s}});
    make(u"b"_s, {{u"app"_s, u"stock"_s}});
    make(u"c"_s);
    const auto selected = [&](const QByteArray& parameters) {
        return namesOf(m_bench->get(configMaps + ('?' + parameters))->json());
    };
    QCOMPARE(selected("labelSelector=app%3Dorders"), QStringList{u"a"_s});
    QCOMPARE(selected("labelSelector=app+in+(orders,stock)"), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(selected("fieldSelector=metadata.name%3Dc"), QStringList{u"c"_s});
    QCOMPARE(m_bench->get(configMaps + QByteArray("?labelSelector=%3D%3D"))->status, 400);
    QCOMPARE(m_bench->get(configMaps + QByteArray("?fieldSelector=spec.colour%3Dred"))->status, 400);
}

void SimApiReadsTest::printsATable()
{
    make(u"a"_s);
    const auto table = m_bench->get(configMaps, asTable)->json();
    QCOMPARE(table[u"kind"], u"Table"_s);
    QCOMPARE(table[u"rows"][0][u"cells"][0], u"a"_s);
    QCOMPARE(table[u"rows"][0][u"object"][u"kind"], u"PartialObjectMetadata"_s);
    const auto bare = m_bench->get(configMaps + QByteArray("?includeObject=None"), asTable)->json();
    QVERIFY(!bare[u"rows"][0].toObject().value(u"object").isObject());
}

void SimApiReadsTest::sendsMetadataOnly()
{
    make(u"a"_s);
    const auto list = m_bench->get(configMaps, asMetadata)->json();
    QCOMPARE(list[u"kind"], u"PartialObjectMetadataList"_s);
    QCOMPARE(list[u"items"][0][u"kind"], u"PartialObjectMetadata"_s);
    QVERIFY(!list[u"items"][0].toObject().contains(u"data"));
}

void SimApiReadsTest::refusesAFormItDoesNotServe()
{
    QCOMPARE(m_bench->get(configMaps, "application/xml")->status, 406);
    QCOMPARE(m_bench->get(configMaps, "application/vnd.kubernetes.protobuf")->status, 406);
    QCOMPARE(m_bench->get(configMaps, "application/vnd.kubernetes.protobuf,application/json")->status, 200);
    QCOMPARE(m_bench->get(configMaps, "*/*")->status, 200);
}

void SimApiReadsTest::watchesFromNowOnAndFromThen()
{
    const auto then = QByteArray::number(m_bench->world.objects.revision());
    make(u"a"_s);
    const auto watch = m_bench->get(configMaps + QByteArray("?watch=true&resourceVersion=") + then);
    QVERIFY(watch->isStream);
    QCOMPARE(told(*watch), QStringList{u"ADDED a"_s});
    QVERIFY(m_bench->world.objects.change(type::configMaps, u"default"_s, u"a"_s, sim::Part::Main, [](QJsonObject& a) {
        put(a, {u"data", u"x"}, u"y"_s);
    }));
    QVERIFY(m_bench->world.objects.remove(type::configMaps, u"default"_s, u"a"_s));
    const auto events = watch->takeEvents();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0][u"type"], u"MODIFIED"_s);
    QCOMPARE(events[0][u"object"][u"kind"], u"ConfigMap"_s);
    QCOMPARE(events[1][u"type"], u"DELETED"_s);
    QCOMPARE(events[1][u"object"][u"metadata"][u"resourceVersion"].toString().toULongLong(),
             m_bench->world.objects.revision());
    QVERIFY(!watch->hasEnded);
    // From a revision of the future there is silence.
    const auto deaf = m_bench->get(configMaps + QByteArray("?watch=1&resourceVersion=999999"));
    QCOMPARE(deaf->status, 200);
    QVERIFY(deaf->body.isEmpty());
}

void SimApiReadsTest::tellsAWatchWhatIsThereWhenItNamesNoRevision()
{
    make(u"a"_s);
    make(u"b"_s);
    const auto watch = m_bench->get(configMaps + QByteArray("?watch=true"));
    QCOMPARE(told(*watch), QStringList({u"ADDED a"_s, u"ADDED b"_s}));
    const auto stale = m_bench->get(configMaps + QByteArray("?watch=true&resourceVersion=0"));
    QCOMPARE(told(*stale), QStringList({u"ADDED a"_s, u"ADDED b"_s}));
}

void SimApiReadsTest::aWatchThatComesTooLateIsToldSo()
{
    make(u"a"_s);
    m_bench->world.objects.compact();
    const auto watch = m_bench->get(configMaps + QByteArray("?watch=true&resourceVersion=1"));
    QCOMPARE(watch->status, 200);
    const auto events = watch->takeEvents();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0][u"type"], u"ERROR"_s);
    QCOMPARE(events[0][u"object"][u"code"], QJsonValue(410));
    QCOMPARE(events[0][u"object"][u"reason"], u"Expired"_s);
    QVERIFY(events[0][u"object"][u"message"].toString().startsWith(u"too old resource version: 1 ("));
    QVERIFY(watch->hasEnded);
}

void SimApiReadsTest::everyWatchCanBeMadeToStartAnew()
{
    const auto watch = m_bench->get(configMaps + QByteArray("?watch=true"));
    m_bench->api.watcher().expireAll();
    const auto events = watch->takeEvents();
    QCOMPARE(events.last()[u"object"][u"code"], QJsonValue(410));
    QVERIFY(watch->hasEnded);
    QCOMPARE(m_bench->api.watcher().count(), 0);
}

void SimApiReadsTest::whatLeavesASelectionIsDeleted()
{
    make(u"a"_s, {{u"app"_s, u"orders"_s}});
    const auto watch = m_bench->get(configMaps + QByteArray("?watch=true&labelSelector=app%3Dorders"));
    QCOMPARE(told(*watch), QStringList{u"ADDED a"_s});
    const auto label = [&](const QString& value) {
        return bool(
            m_bench->world.objects.change(type::configMaps, u"default"_s, u"a"_s, sim::Part::Main, [&](QJsonObject& a) {
                put(a, {u"metadata", u"labels", u"app"}, value);
            }));
    };
    QVERIFY(label(u"stock"_s));
    const auto left = watch->takeEvents();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left[0][u"type"], u"DELETED"_s);
    QCOMPARE(left[0][u"object"][u"metadata"][u"labels"][u"app"], u"orders"_s);
    QCOMPARE(left[0][u"object"][u"metadata"][u"resourceVersion"].toString().toULongLong(),
             m_bench->world.objects.revision());
    QVERIFY(label(u"other"_s));
    QVERIFY(watch->takeEvents().isEmpty());
    QVERIFY(label(u"orders"_s));
    QCOMPARE(told(*watch), QStringList{u"ADDED a"_s});
}

void SimApiReadsTest::endsAWatchInTimeAndMarksItsPlace()
{
    const auto watch = m_bench->get(configMaps + QByteArray("?watch=true&allowWatchBookmarks=true&timeoutSeconds=90"));
    make(u"a"_s);
    QCOMPARE(told(*watch), QStringList{u"ADDED a"_s});
    m_bench->pass(59s);
    QVERIFY(watch->body.isEmpty());
    m_bench->pass(1s);
    const auto marks = watch->takeEvents();
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks[0][u"type"], u"BOOKMARK"_s);
    QCOMPARE(marks[0][u"object"][u"kind"], u"ConfigMap"_s);
    QCOMPARE(marks[0][u"object"][u"metadata"][u"resourceVersion"].toString().toULongLong(),
             m_bench->world.objects.revision());
    // One more two seconds before the end.
    m_bench->pass(28s);
    QCOMPARE(told(*watch), QStringList{u"BOOKMARK"_s});
    QVERIFY(!watch->hasEnded);
    m_bench->pass(2s);
    QVERIFY(watch->hasEnded);
}

void SimApiReadsTest::aWatchOfATableTellsItsColumnsOnce()
{
    make(u"a"_s);
    make(u"b"_s);
    const auto watch = m_bench->get(configMaps + QByteArray("?watch=true"), asTable);
    const auto events = watch->takeEvents();
    QCOMPARE(events.size(), 2);
    QVERIFY(!events[0][u"object"][u"columnDefinitions"].toArray().isEmpty());
    QVERIFY(events[1][u"object"][u"columnDefinitions"].toArray().isEmpty());
    QCOMPARE(events[1][u"object"][u"rows"][0][u"cells"][0], u"b"_s);
}

void SimApiReadsTest::forgetsAWatchWhoseReaderIsGone()
{
    auto watch = m_bench->get(configMaps + QByteArray("?watch=true"));
    QCOMPARE(m_bench->api.watcher().count(), 1);
    watch.reset();
    make(u"a"_s);
    QCOMPARE(m_bench->api.watcher().count(), 0);
}

void SimApiReadsTest::bothGroupsOfEventsShowTheSameEvents()
{
    QJsonObject event;
    put(event, {u"metadata", u"name"}, u"e"_s);
    put(event, {u"metadata", u"namespace"}, u"default"_s);
    put(event, {u"involvedObject", u"name"}, u"orders"_s);
    event.insert(u"message"_s, u"what happened"_s);
    QVERIFY(m_bench->world.objects.create(type::events, event));
    const auto core = m_bench->get("/api/v1/namespaces/default/events/e")->json();
    QCOMPARE(core[u"message"], u"what happened"_s);
    const auto other = m_bench->get("/apis/events.k8s.io/v1/namespaces/default/events/e")->json();
    QCOMPARE(other[u"apiVersion"], u"events.k8s.io/v1"_s);
    QCOMPARE(other[u"note"], u"what happened"_s);
    QCOMPARE(other[u"regarding"][u"name"], u"orders"_s);
    const auto selected = m_bench->get("/api/v1/events?fieldSelector=involvedObject.name%3Dorders")->json();
    QCOMPARE(namesOf(selected), QStringList{u"e"_s});
}

QTEST_GUILESS_MAIN(SimApiReadsTest)
#include "tst_simapireads.moc"
