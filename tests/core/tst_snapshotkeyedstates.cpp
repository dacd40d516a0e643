#include "core/snapshot/metadatareader.h"

#include "tests/support/hygiene.h"
#include "tests/support/snapshotbytes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace snapshot;
namespace bytes = support::snapshotbytes;

namespace {

/// One operator with one subtask of this keyed state.
Metadata read(const QByteArray& keyed)
{
    const QByteArray subtask = bytes::subtask(3, {.managedKeyed = keyed});
    return *readMetadata(bytes::metadata(3, {bytes::op(3, {.subtasks = {subtask}})}));
}

} // namespace

/// What keyed states are called stands at the beginning of their streams.
class TestSnapshotKeyedStates : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }
    void statesInFilesHaveTheirPlace();
    void statesAreFoundBetweenSerializers();
};

void TestSnapshotKeyedStates::statesInFilesHaveTheirPlace()
{
    const auto placeOf = [](const QByteArray& keyed) { return read(keyed).operators.first().keyedHead; };
    const QByteArray file = bytes::file(u"s3://b/k"_s, 777), segment = bytes::segment(300, 50'000, u"file:/m"_s);
    // Up to the first key group that holds something.
    QCOMPARE(placeOf(bytes::keyGroups(12, 0, 4, file)), (StreamPlace{0, 0, 100}));
    QCOMPARE(placeOf(bytes::keyGroups(12, 0, 1, file)), (StreamPlace{0, 0, 777}));
    const QByteArray far = QByteArray(bytes::keyGroups(12, 0, 1, segment)).replace(9, 8, bytes::i64(1'000));
    QCOMPARE(placeOf(far), (StreamPlace{0, 300, 1'000}));
    const QByteArray incremental =
        bytes::incremental(11, 0, 4, 0, file, {{u"1.sst"_s, bytes::file(u"s3://b/s"_s, 9)}}, {});
    QCOMPARE(placeOf(incremental), (StreamPlace{0, 0, 777}));
    QCOMPARE(placeOf(bytes::changelog(14, 0, 4, 0, {incremental}, {})), (StreamPlace{0, 0, 777}));
    QCOMPARE(placeOf(bytes::changelog(14, 0, 4, 0, {}, {bytes::fileChanges(13, 0, 4, {file}, 7, 7)})), std::nullopt);
    QCOMPARE(placeOf(bytes::keyGroups(12, 0, 4, bytes::inlineStream(9))), std::nullopt);
}

void TestSnapshotKeyedStates::statesAreFoundBetweenSerializers()
{
    const auto state = [](const QString& name, const QString& type) {
        return bytes::utf(name) + bytes::i32(0) + bytes::i32(1) + bytes::utf(u"KEYED_STATE_TYPE"_s) + bytes::utf(type) +
               bytes::i32(2) + bytes::utf(u"VALUE_SERIALIZER"_s) + QByteArray("\0\x03?", 3);
    };
    const auto timers = [](const QString& name) {
        return bytes::utf(name) + bytes::i32(3) + bytes::i32(0) + bytes::i32(1) + bytes::utf(u"VALUE_SERIALIZER"_s);
    };
    const QString longName(200, u'n'), blank = u" "_s, odd(32, u' '); // a length that is a blank itself
    const QByteArray head = bytes::i32(6) + state(u"a"_s, u"MAP"_s) + state(longName, u"LIST"_s) +
                            timers(u"_timer_state/event"_s) + state(u"한글"_s, u"VALUE"_s) + state(blank, u"VALUE"_s) +
                            state(odd, u"VALUE"_s);
    QCOMPARE(keyedStatesIn(head), (QList<KeyedState>{{u"a"_s, u"MAP"_s},
                                                     {longName, u"LIST"_s},
                                                     {u"_timer_state/event"_s, u"PRIORITY_QUEUE"_s},
                                                     {u"한글"_s, u"VALUE"_s},
                                                     {blank, u"VALUE"_s},
                                                     {odd, u"VALUE"_s}}));
    for (qsizetype length = 0; length < head.size(); ++length)
        QVERIFY(keyedStatesIn(head.first(length)).size() <= 6);
    QVERIFY(keyedStatesIn({}).isEmpty());
    QVERIFY(keyedStatesIn(bytes::utf(u"KEYED_STATE_TYPE"_s)).isEmpty());
}

QTEST_GUILESS_MAIN(TestSnapshotKeyedStates)
#include "tst_snapshotkeyedstates.moc"
