#include "core/sim/api/api.h"

#include "tests/contract/support/apipair.h"
#include "tests/contract/support/managers.h"
#include "tests/contract/support/shape.h"
#include "tests/live/support/cache.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using contract::ApiPair;
using contract::quoted;

namespace {

const QString space = u"/api/v1/namespaces/streams"_s;
const QString maps = space + u"/configmaps"_s;
const QByteArray json = "application/json";
const QByteArray merge = "application/merge-patch+json";
const QByteArray asTable = "application/json;as=Table;v=v1;g=meta.k8s.io";

/// What of one line of a watch has a meaning: the event, whom it is of, the shape of its object.
QString meaningOf(const QByteArray& line)
{
    static const QRegularExpression number(u"\\d+"_s);
    const auto event = QJsonDocument::fromJson(line).object();
    const auto object = event.value(u"object"_s);
    auto meaning = event.value(u"type"_s).toString() + u' ' + object[u"kind"_s].toString() + u' ' +
                   object[u"metadata"_s][u"name"_s].toString() + u' ';
    if (object[u"kind"_s].toString() == u"Status")
        meaning += object[u"message"_s].toString().replace(number, u"N"_s) + u' ' + object[u"reason"_s].toString();
    return meaning + u'\n' + contract::shapeOf(contract::withSortedManagers(object)).join(u'\n');
}

QStringList meaningsOf(const contract::HeardLines& heard)
{
    QStringList meanings;
    for (const auto& line : heard.lines) {
        const auto meaning = meaningOf(line);
        // The real one counts in whole seconds when a bookmark is due, and may find it due twice.
        const bool isAgain = meaning.startsWith(u"BOOKMARK") && !meanings.isEmpty() && meanings.last() == meaning;
        if (!isAgain)
            meanings += meaning;
    }
    return meanings;
}

QString nameOf(const QJsonValue& item)
{
    return item[u"metadata"_s][u"name"_s].toString();
}

} // namespace

/// Watches and pages of the real API server and of the practice cluster.
class ContractStreamsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanupTestCase() { m_pair.reset(); }

    void tellsWhatHappenedInOrder_data();
    void tellsWhatHappenedInOrder();
    void beginsAWatchWithWhatIsThere_data();
    void beginsAWatchWithWhatIsThere();
    void endsAWatchAfterItsTime();
    void sendsABookmarkBeforeTheEnd();
    void refusesToWatchFromAForgottenRevision();
    void refusesOddWatches_data();
    void refusesOddWatches();
    void goesThroughThePages_data();
    void goesThroughThePages();
    void tellsThatAPageIsTooOld();

private:
    void both(const contract::Question& question);
    QString revision(ApiPair::Of of, const QString& target = maps);
    void compareStreams(const std::array<QString, 2>& targets, qsizetype enough, std::chrono::seconds patience,
                        const QByteArray& accept = json);

    std::unique_ptr<ApiPair> m_pair;
    std::array<QString, 2> m_before; ///< the revision before the story
};

void ContractStreamsTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    m_pair = std::make_unique<ApiPair>(QStringList{u"--etcd-compaction-interval=2s"_s});
    const auto problem = m_pair->start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    both({"POST", u"/api/v1/namespaces"_s, quoted("{'metadata':{'name':'streams'}}"), json});
    m_before = {revision(ApiPair::Real), revision(ApiPair::Practice)};
    both({"POST", maps, quoted("{'metadata':{'name':'b','labels':{'tier':'front'}}}"), json});
    both({"POST", maps, quoted("{'metadata':{'name':'a'}}"), json});
    both({"PATCH", maps + u"/a"_s, quoted("{'metadata':{'labels':{'tier':'front'}}}"), merge});
    both({"PATCH", maps + u"/b"_s, quoted("{'data':{'x':'1'}}"), merge});
    both({"PATCH", maps + u"/b"_s, quoted("{'metadata':{'labels':{'tier':'back'}}}"), merge});
    both({"POST", maps, quoted("{'metadata':{'name':'c','finalizers':['example.org/wait']}}"), json});
    both({"DELETE", maps + u"/c"_s});
    both({"PATCH", maps + u"/c"_s, quoted("{'metadata':{'finalizers':null}}"), merge});
    both({"DELETE", maps + u"/b"_s});
    both({"PATCH", maps + u"/a"_s, quoted("{'metadata':{'labels':{'tier':'front'}}}"), merge});
    both({"POST", maps, quoted("{'metadata':{'name':'d'}}"), json});
}

void ContractStreamsTest::both(const contract::Question& question)
{
    for (const auto of : {ApiPair::Real, ApiPair::Practice}) {
        const auto heard = m_pair->hear(of, question);
        QVERIFY2(heard.status >= 200 && heard.status < 300, heard.body.constData());
    }
}

QString ContractStreamsTest::revision(ApiPair::Of of, const QString& target)
{
    return m_pair->hear(of, {.target = target}).json()[u"metadata"_s][u"resourceVersion"_s].toString();
}

void ContractStreamsTest::compareStreams(const std::array<QString, 2>& targets, qsizetype enough,
                                         std::chrono::seconds patience, const QByteArray& accept)
{
    const auto heard = contract::listen({{m_pair->side(ApiPair::Real), targets[ApiPair::Real], accept},
                                         {m_pair->side(ApiPair::Practice), targets[ApiPair::Practice], accept}},
                                        enough, patience);
    const auto& real = heard[ApiPair::Real];
    const auto& practice = heard[ApiPair::Practice];
    QCOMPARE(practice.status, real.status);
    QCOMPARE(practice.hasEnded, real.hasEnded);
    QCOMPARE(meaningsOf(practice), meaningsOf(real));
    QVERIFY(!real.lines.isEmpty());
}

void ContractStreamsTest::tellsWhatHappenedInOrder_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("accept");
    QTest::newRow("all") << QString() << json;
    QTest::newRow("of a label, into which and out of which things move") << u"&labelSelector=tier%3Dfront"_s << json;
    QTest::newRow("of all but a label") << u"&labelSelector=tier%21%3Dfront"_s << json;
    QTest::newRow("of one name") << u"&fieldSelector=metadata.name%3Da"_s << json;
    QTest::newRow("as a table") << QString() << asTable;
    QTest::newRow("as a table with the objects") << u"&includeObject=Object"_s << asTable;
    QTest::newRow("their metadata") << QString()
                                    << QByteArray("application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io");
}

void ContractStreamsTest::tellsWhatHappenedInOrder()
{
    QFETCH(const QString, query);
    QFETCH(const QByteArray, accept);
    const auto target = [&](const QString& revision) {
        return maps + u"?watch=1&timeoutSeconds=2&resourceVersion="_s + revision + query;
    };
    compareStreams({target(m_before[0]), target(m_before[1])}, 1000, 40s, accept);
}

void ContractStreamsTest::beginsAWatchWithWhatIsThere_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("no revision") << QString();
    QTest::newRow("revision 0") << u"&resourceVersion=0"_s;
    QTest::newRow("of a label") << u"&labelSelector=tier%3Dfront"_s;
}

void ContractStreamsTest::beginsAWatchWithWhatIsThere()
{
    QFETCH(const QString, query);
    const auto target = maps + u"?watch=true&timeoutSeconds=2"_s + query;
    compareStreams({target, target}, 1000, 40s);
}

void ContractStreamsTest::endsAWatchAfterItsTime()
{
    for (const auto of : {ApiPair::Real, ApiPair::Practice}) {
        QElapsedTimer timer;
        timer.start();
        const auto target = space + u"/secrets?watch=1&timeoutSeconds=1&resourceVersion="_s + revision(of);
        const auto heard = contract::listen({{m_pair->side(of), target}}, 1, 40s).first();
        QCOMPARE(heard.status, 200);
        QVERIFY(heard.hasEnded);
        QVERIFY(heard.lines.isEmpty());
        QVERIFY(timer.elapsed() >= 900);
    }
}

void ContractStreamsTest::sendsABookmarkBeforeTheEnd()
{
    QList<contract::Ear> ears;
    for (const auto& accept : {json, asTable}) {
        for (const auto of : {ApiPair::Real, ApiPair::Practice}) {
            const auto query = u"?watch=1&timeoutSeconds=8&allowWatchBookmarks=true&resourceVersion="_s;
            ears.append({m_pair->side(of), maps + query + revision(of), accept});
        }
    }
    // Without a change there is nothing a bookmark could tell.
    const auto heard = contract::listen(ears, 1000, 60s, [this] {
        both({"PATCH", maps + u"/d"_s, quoted("{'data':{'changed':'while it is watched'}}"), merge});
    });
    for (qsizetype which = 0; which < heard.size(); which += 2) {
        const auto told = meaningsOf(heard[which]);
        QVERIFY(heard[which].hasEnded);
        QVERIFY(told.size() == 2 && told.last().startsWith(u"BOOKMARK"));
        QCOMPARE(meaningsOf(heard[which + 1]), told);
        QVERIFY(heard[which + 1].hasEnded);
    }
}

void ContractStreamsTest::refusesToWatchFromAForgottenRevision()
{
    m_pair->practice().run([](sim::World& world, sim::Api&) { world.objects.compact(); });
    const auto target = maps + u"?watch=1&timeoutSeconds=4&resourceVersion=1"_s;
    compareStreams({target, target}, 1, 20s);
}

void ContractStreamsTest::refusesOddWatches_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("a match without initial events") << u"&resourceVersionMatch=NotOlderThan"_s;
    QTest::newRow("initial events") << u"&sendInitialEvents=true"_s;
    QTest::newRow("initial events with a match")
        << u"&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true"_s;
    QTest::newRow("initial events with a wrong match") << u"&sendInitialEvents=true&resourceVersionMatch=Exact"_s;
    QTest::newRow("a revision that is none") << u"&resourceVersion=abc"_s;
    QTest::newRow("a negative revision") << u"&resourceVersion=-1"_s;
    QTest::newRow("a selector that is none") << u"&labelSelector=%3D%3D"_s;
    QTest::newRow("a field that is none") << u"&fieldSelector=spec.x%3D1"_s;
    QTest::newRow("a time that is none") << u"&timeoutSeconds=abc"_s;
}

void ContractStreamsTest::refusesOddWatches()
{
    QFETCH(const QString, query);
    const auto difference = m_pair->compare({.target = maps + u"?watch=1&limit=1"_s + query});
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void ContractStreamsTest::goesThroughThePages_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("accept");
    QTest::newRow("one by one") << u"limit=1"_s << json;
    QTest::newRow("of a label") << u"limit=1&labelSelector=page"_s << json;
    QTest::newRow("as a table") << u"limit=2"_s << asTable;
    QTest::newRow("more than there are") << u"limit=100"_s << json;
    QTest::newRow("of whatever is cached") << u"limit=1&resourceVersion=0"_s << json;
    QTest::newRow("another match") << u"resourceVersion=1&resourceVersionMatch=Bogus"_s << json;
    QTest::newRow("exactly anything") << u"resourceVersion=0&resourceVersionMatch=Exact"_s << json;
    QTest::newRow("initial events") << u"sendInitialEvents=true"_s << json;
    QTest::newRow("a limit that is none") << u"limit=abc"_s << json;
    QTest::newRow("a negative limit") << u"limit=-1"_s << json;
}

void ContractStreamsTest::goesThroughThePages()
{
    QFETCH(const QString, query);
    QFETCH(const QByteArray, accept);
    const auto accounts = space + u"/serviceaccounts"_s;
    static bool isFilled = false;
    for (int i = 0; i < 4 && !isFilled; ++i)
        both({"POST", accounts, quoted("{'metadata':{'name':'p" + QByteArray::number(i) + "','labels':{'page':''}}}"),
              json});
    isFilled = true;
    std::array<QString, 2> tokens;
    for (int page = 0; page < 5; ++page) {
        std::array<contract::Heard, 2> heard;
        for (const auto of : {ApiPair::Real, ApiPair::Practice}) {
            const auto token = tokens[of].isEmpty() ? QString() : u"&continue="_s + tokens[of];
            heard[of] = m_pair->hear(of, {.target = accounts + u'?' + query + token, .accept = accept});
            tokens[of] = heard[of].json()[u"metadata"_s][u"continue"_s].toString();
        }
        const auto difference = ApiPair::compare(heard[0], heard[1]);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        QCOMPARE(heard[1].json()[u"metadata"_s][u"remainingItemCount"_s],
                 heard[0].json()[u"metadata"_s][u"remainingItemCount"_s]);
        QCOMPARE(nameOf(heard[1].json()[u"items"_s][0]), nameOf(heard[0].json()[u"items"_s][0]));
        QCOMPARE(tokens[1].isEmpty(), tokens[0].isEmpty());
        if (tokens[0].isEmpty())
            return;
    }
    QFAIL("more pages than objects");
}

void ContractStreamsTest::tellsThatAPageIsTooOld()
{
    std::array<QString, 2> tokens;
    for (const auto of : {ApiPair::Real, ApiPair::Practice}) {
        tokens[of] = m_pair->hear(of, {.target = space + u"/serviceaccounts?limit=1"_s})
                         .json()[u"metadata"_s][u"continue"_s]
                         .toString();
        QVERIFY(!tokens[of].isEmpty());
    }
    both({"POST", maps, quoted("{'metadata':{'name':'later'}}"), json});
    m_pair->practice().run([](sim::World& world, sim::Api&) { world.objects.compact(); });
    const auto ask = [&](ApiPair::Of of) {
        return m_pair->hear(of, {.target = space + u"/serviceaccounts?limit=1&continue="_s + tokens[of]});
    };
    // etcd forgets two intervals later.
    QVERIFY(live::comesTrue([&] { return ask(ApiPair::Real).status == 410; }, 30s));
    const auto real = ask(ApiPair::Real);
    const auto practice = ask(ApiPair::Practice);
    const auto difference = ApiPair::compare(real, practice);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    // With the token of the refusal it goes on, as things are now.
    const auto next = [&](ApiPair::Of of, const contract::Heard& refusal) {
        const auto token = refusal.json()[u"metadata"_s][u"continue"_s].toString();
        return m_pair->hear(of, {.target = space + u"/serviceaccounts?limit=1&continue="_s + token});
    };
    const auto realNext = next(ApiPair::Real, real);
    const auto practiceNext = next(ApiPair::Practice, practice);
    const auto nextDifference = ApiPair::compare(realNext, practiceNext);
    QVERIFY2(nextDifference.isEmpty(), qPrintable(nextDifference));
    QCOMPARE(nameOf(practiceNext.json()[u"items"_s][0]), nameOf(realNext.json()[u"items"_s][0]));
}

QTEST_GUILESS_MAIN(ContractStreamsTest)
#include "tst_contractstreams.moc"
