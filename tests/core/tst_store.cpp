#include "core/kube/store.h"

#include "tests/support/fakeapi.h"
#include "tests/support/hygiene.h"
#include "tests/support/kubeobjects.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace support;

namespace {

using Store = kube::Store<QString>;

base::Result<QString> decodeValue(QByteArrayView json)
{
    kube::Item item;
    valueDecoder()(json, item);
    if (!item.value)
        return base::Error{base::Error::Kind::Decode, item.problem};
    return *std::static_pointer_cast<const QString>(item.value);
}

QStringList names(const QList<kube::ObjectKey>& keys)
{
    QStringList all;
    for (const kube::ObjectKey& key : keys)
        all.append(key.name);
    std::ranges::sort(all);
    return all;
}

/// What someone who only listens to changed() believes to be there; fails on anything that contradicts it.
class Listener : public QObject
{
public:
    explicit Listener(const Store& store)
    {
        connect(&store, &kube::StoreBase::changed, this, [this, &store](const kube::Changes& changes) {
            ++told;
            last = changes;
            for (const kube::ObjectKey& key : changes.added)
                consistent &= !known.contains(key) && store.item(key);
            for (const kube::ObjectKey& key : changes.changed)
                consistent &= known.contains(key) && store.item(key);
            for (const kube::ObjectKey& key : changes.replaced)
                consistent &= changes.changed.contains(key) && known.value(key) != store.item(key)->uid;
            for (const kube::ObjectKey& key : changes.removed)
                consistent &= known.remove(key) && !store.item(key);
            for (const QList<kube::ObjectKey>& keys : {changes.added, changes.changed}) {
                for (const kube::ObjectKey& key : keys)
                    known.insert(key, store.item(key)->uid);
            }
            consistent &= known.size() == store.count();
        });
    }

    QHash<kube::ObjectKey, QString> known;
    kube::Changes last;
    int told = 0;
    bool consistent = true;
};

} // namespace

/// How a store keeps what a watch tells, and tells the differences.
class StoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void tellsTheFirstListAtOnceAndThatItIsComplete();
    void showsPagesBeforeTheListIsComplete();
    void case12_tellsAnObjectThatWasReplacedWhileNobodyLooked();
    void case13_tellsWhatWasDeletedWhileNobodyLooked();
    void tellsNothingWhenARelistBringsNothingNew();
    void gathersChangesAndTellsTheirSum();
    void case11_ignoresWhatItDoesNotNeed();
    void keepsEverythingInTrouble();
    void keepsTheProblemOfAnObjectItCannotDecode();
    void case11_convergesWhateverTheEventsWere();
    void case19_keepsUpWithFiveHundredChangesASecond();

private:
    void list(const QList<KubeObject>& objects, const QString& version = u"100"_s);
    void relist(const QList<KubeObject>& objects, const QString& version = u"200"_s);
    void send(const QByteArray& events) { m_api->stream()->send(events); }

    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Listener> m_listener;
};

void StoreTest::init()
{
    support::keepClean();
    m_api = std::make_unique<FakeApi>();
    kube::WatchTimes times = quickTimes();
    const kube::Collection collection{.type = kube::flinkType(u"flinkdeployments"_s)};
    m_store = std::make_unique<Store>(*m_api, collection, decodeValue, times);
    m_store->setGatherTime(1ms);
    m_listener = std::make_unique<Listener>(*m_store);
    m_store->watch().start();
}

void StoreTest::cleanup()
{
    QVERIFY(m_listener->consistent);
    m_listener.reset();
    m_store.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_api.reset();
}

void StoreTest::list(const QList<KubeObject>& objects, const QString& version)
{
    const qsizetype before = m_api->streams.size();
    m_api->answer(listJson(objects, version));
    QTRY_COMPARE(m_api->streams.size(), before + 1);
    m_api->stream()->open();
}

void StoreTest::relist(const QList<KubeObject>& objects, const QString& version)
{
    send(errorEventJson(410, u"Expired"_s));
    QTRY_VERIFY(m_api->waiting() > 0);
    list(objects, version);
}

void StoreTest::tellsTheFirstListAtOnceAndThatItIsComplete()
{
    m_store->setGatherTime(1h);
    QSignalSpy completed(m_store.get(), &kube::StoreBase::completed);
    QVERIFY(!m_store->isComplete());
    list({{u"a"_s, u"1"_s, {}, u"one"_s}, {u"b"_s, u"2"_s}});
    QVERIFY(m_store->isComplete());
    QCOMPARE(completed.size(), 1);
    QCOMPARE(names(m_listener->last.added), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(*m_store->value({u"default"_s, u"a"_s}), u"one"_s);
    QCOMPARE(m_store->item({u"default"_s, u"b"_s})->resourceVersion, u"2"_s);
    QVERIFY(!m_store->value({u"default"_s, u"c"_s}));
    relist({{u"a"_s, u"1"_s}});
    QCOMPARE(completed.size(), 1);
}

void StoreTest::showsPagesBeforeTheListIsComplete()
{
    m_api->answer(listJson({{u"a"_s, u"1"_s}}, u"10"_s, u"t"_s));
    QTRY_COMPARE(names(m_listener->last.added), QStringList({u"a"_s}));
    QVERIFY(!m_store->isComplete());
    list({{u"b"_s, u"2"_s}});
    QCOMPARE(names(m_listener->last.added), QStringList({u"b"_s}));
    QCOMPARE(m_store->count(), 2);
}

void StoreTest::case12_tellsAnObjectThatWasReplacedWhileNobodyLooked()
{
    list({{u"a"_s, u"1"_s, u"first"_s, u"old"_s}});
    relist({{u"a"_s, u"9"_s, u"second"_s, u"new"_s}});
    QCOMPARE(names(m_listener->last.replaced), QStringList({u"a"_s}));
    QCOMPARE(names(m_listener->last.changed), QStringList({u"a"_s}));
    QCOMPARE(*m_store->value({u"default"_s, u"a"_s}), u"new"_s);
    // The same within one gathering, with the deletion seen.
    m_store->setGatherTime(20ms);
    send(eventJson("DELETED", {u"a"_s, u"10"_s, u"second"_s}) + eventJson("ADDED", {u"a"_s, u"11"_s, u"third"_s}));
    QTRY_COMPARE(m_listener->told, 3);
    QCOMPARE(names(m_listener->last.replaced), QStringList({u"a"_s}));
    QVERIFY(m_listener->last.removed.isEmpty());
}

void StoreTest::case13_tellsWhatWasDeletedWhileNobodyLooked()
{
    list({{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}, {u"c"_s, u"3"_s}});
    relist({{u"b"_s, u"2"_s}, {u"d"_s, u"8"_s}});
    QCOMPARE(names(m_listener->last.removed), QStringList({u"a"_s, u"c"_s}));
    QCOMPARE(names(m_listener->last.added), QStringList({u"d"_s}));
    QVERIFY(m_listener->last.changed.isEmpty());
    QCOMPARE(m_listener->told, 2); // one signal, so that nothing blinks
}

void StoreTest::tellsNothingWhenARelistBringsNothingNew()
{
    list({{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}});
    relist({{u"b"_s, u"2"_s}, {u"a"_s, u"1"_s}});
    QCOMPARE(m_listener->told, 1);
}

void StoreTest::gathersChangesAndTellsTheirSum()
{
    list({{u"a"_s, u"1"_s}});
    m_store->setGatherTime(30ms);
    QByteArray events = eventJson("ADDED", {u"short"_s, u"10"_s}) + eventJson("DELETED", {u"short"_s, u"11"_s});
    for (int i = 20; i < 60; ++i)
        events += eventJson("MODIFIED", {u"a"_s, QString::number(i)});
    send(events);
    QTRY_COMPARE(m_listener->told, 2);
    QCOMPARE(names(m_listener->last.changed), QStringList({u"a"_s}));
    QVERIFY(m_listener->last.added.isEmpty());
    QVERIFY(m_listener->last.removed.isEmpty());
    QCOMPARE(m_store->item({u"default"_s, u"a"_s})->resourceVersion, u"59"_s);
}

// Piece by piece.
void StoreTest::case11_ignoresWhatItDoesNotNeed()
{
    list({{u"a"_s, u"1"_s}});
    send(eventJson("ADDED", {u"a"_s, u"1"_s}) + eventJson("DELETED", {u"unknown"_s, u"5"_s}) + bookmarkJson(u"6"_s));
    send(eventJson("ADDED", {u"a"_s, u"7"_s}));
    QTRY_COMPARE(names(m_listener->last.changed), QStringList({u"a"_s}));
    send(eventJson("DELETED", {u"a"_s, u"8"_s}) + eventJson("MODIFIED", {u"b"_s, u"9"_s}));
    QTRY_COMPARE(names(m_listener->last.added), QStringList({u"b"_s}));
    QCOMPARE(names(m_store->keys()), QStringList({u"b"_s}));
}

void StoreTest::keepsEverythingInTrouble()
{
    list({{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}});
    send(errorEventJson(410, u"Expired"_s));
    QTRY_VERIFY(m_api->waiting() > 0);
    for (int i = 0; i < 3; ++i) {
        m_api->fail(403, statusJson(403, u"Forbidden"_s));
        QTRY_VERIFY(m_api->waiting() > 0);
    }
    m_store->watch().stop();
    QCOMPARE(m_store->count(), 2);
    QVERIFY(m_store->isComplete());
    QCOMPARE(m_listener->told, 1);
}

void StoreTest::keepsTheProblemOfAnObjectItCannotDecode()
{
    list({{u"a"_s, u"1"_s, {}, u"undecodable"_s}, {u"b"_s, u"2"_s, {}, u"fine"_s}});
    QCOMPARE(m_store->count(), 2);
    QVERIFY(!m_store->value({u"default"_s, u"a"_s}));
    QCOMPARE(m_store->item({u"default"_s, u"a"_s})->problem, u"cannot be decoded"_s);
    QCOMPARE(*m_store->value({u"default"_s, u"b"_s}), u"fine"_s);
}

// A server in memory, a stream that doubles, reorders, loses and invents, and lists in between.
void StoreTest::case11_convergesWhateverTheEventsWere()
{
    QRandomGenerator random(20'240'601);
    QMap<QString, KubeObject> truth;
    int version = 1'000;
    const auto snapshot = [&] { return truth.values(); };
    list(snapshot());
    for (int round = 0; round < 40; ++round) {
        QByteArrayList events;
        for (int step = random.bounded(60); step > 0; --step) {
            const QString name = u"n%1"_s.arg(random.bounded(12));
            ++version;
            if (truth.contains(name) && random.bounded(3) == 0) {
                KubeObject gone = truth.take(name);
                gone.version = QString::number(version);
                events.append(eventJson("DELETED", gone));
            } else {
                KubeObject& object = truth[name];
                const bool isNew = object.name.isEmpty();
                if (isNew)
                    object = {name, {}, u"uid-%1-%2"_s.arg(name).arg(version)};
                object.version = QString::number(version);
                events.append(eventJson(isNew ? "ADDED" : "MODIFIED", object));
            }
            const int mischief = random.bounded(10);
            if (mischief == 0)
                events.append(events.at(random.bounded(events.size())));
            else if (mischief == 1)
                events.swapItemsAt(random.bounded(events.size()), random.bounded(events.size()));
            else if (mischief == 2)
                events.removeAt(random.bounded(events.size()));
            else if (mischief == 3)
                events.append(eventJson("DELETED", {u"never"_s, QString::number(version)}));
        }
        for (const QByteArray& event : events)
            send(event);
        if (random.bounded(2) == 0) // let some of it be told before the list
            QTRY_VERIFY(m_store->watch().state() == kube::Watch::State::Following);
        relist(snapshot(), QString::number(version));
        QCOMPARE(names(m_store->keys()), QStringList(truth.keys()));
        for (const KubeObject& object : truth) {
            const kube::Item* item = m_store->item({object.nameSpace, object.name});
            QCOMPARE(item->resourceVersion, object.version);
            QCOMPARE(item->uid, object.uid);
            QCOMPARE(m_listener->known.value(item->key), object.uid);
        }
        QVERIFY(m_listener->consistent);
    }
}

// For a second; the real rates are measured by the benchmark.
void StoreTest::case19_keepsUpWithFiveHundredChangesASecond()
{
    m_store->setGatherTime(100ms);
    QList<KubeObject> objects;
    for (int i = 0; i < 10'000; ++i)
        objects.append({u"n%1"_s.arg(i), u"1"_s});
    list(objects);
    QCOMPARE(m_store->count(), 10'000);
    const int before = m_listener->told;
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 500; ++i)
        send(eventJson("MODIFIED", {u"n%1"_s.arg(i * 7), u"%1"_s.arg(2'000 + i)}));
    QTRY_COMPARE(m_store->item({u"default"_s, u"n3493"_s})->resourceVersion, u"2499"_s);
    const int told = m_listener->told - before;
    QVERIFY2(told <= clock.elapsed() / 100 + 1, qPrintable(u"%1 signals in %2 ms"_s.arg(told).arg(clock.elapsed())));
}

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
