#include "core/snapshot/integrity.h"
#include "core/snapshot/metadatareader.h"

#include "tests/support/flinkmetadata.h"
#include "tests/support/hygiene.h"
#include "tests/support/snapshotfiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <array>
#include <map>

using namespace Qt::StringLiterals;
using namespace snapshot;

namespace {

Metadata read(const QString& name)
{
    const auto metadata = readMetadata(support::recordedMetadata(name));
    if (!metadata)
        qFatal("%s: %s", qPrintable(name), qPrintable(metadata.error().message));
    return *metadata;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

QStringList idsOf(const Metadata& metadata)
{
    QStringList ids;
    for (const Operator& each : metadata.operators)
        ids.append(each.id);
    return sorted(ids);
}

/// How it was made, and which files there were; empty: it was not written down.
QJsonObject recordOf(const QString& name)
{
    QFile file(QStringLiteral(DREY_RECORDINGS "/flinkmeta/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// The folder of a job as it was when the snapshot was complete.
class RecordedFolder : public Storage
{
public:
    explicit RecordedFolder(const QJsonObject& record)
        : m_folder(u"file:"_s + record[u"folder"].toString())
        , m_metadata(record[u"metadata"].toString().section(u'/', 0, -2))
    {
        const QJsonArray files = record[u"files"].toArray();
        for (const QJsonValue& file : files)
            m_bytes[file[u"path"].toString()] = file[u"size"].toInteger();
    }

    Found find(const QString& path, ReferencedFile::Base base) const override
    {
        const bool isRelative = base != ReferencedFile::Base::Absolute;
        const QString place =
            isRelative ? (m_metadata.isEmpty() ? path : m_metadata + u'/' + path) : path.mid(m_folder.size() + 1);
        const auto found = m_bytes.find(place);
        return found == m_bytes.end() ? Found{Found::Standing::Absent, 0, place, {}, false}
                                      : Found{Found::Standing::Present, found->second, place, {}, false};
    }

private:
    QString m_folder;
    QString m_metadata; ///< the folder in it that holds `_metadata`
    std::map<QString, qint64> m_bytes;
};

/// Every place of a small file, and some seven hundred of a large one.
qsizetype stepThrough(const QByteArray& whole)
{
    return whole.size() < 5'000 ? 1 : whole.size() / 700;
}

const Operator* keyedOperatorOf(const Metadata& metadata)
{
    for (const Operator& each : metadata.operators) {
        if (each.amount(StateKind::ManagedKeyed).handles > 0)
            return &each;
    }
    return nullptr;
}

} // namespace

/// What real Flinks, 1.20 and 2.2, have written: read whole, and held against another reader and against one another.
class TestSnapshotRecorded : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }
    void isReadWhole_data() { rows(); }
    void isReadWhole();
    void everyFileItNamesIsThere_data();
    void everyFileItNamesIsThere();
    void agreesWithAnotherReader_data() { rowsOfOneJob(); }
    void agreesWithAnotherReader();
    void propertiesSayWhatItIs_data();
    void propertiesSayWhatItIs();
    void oneJobHasTheSameOperatorsInAllItsSnapshots();
    void keyGroupsOfAllSubtasksAreAll_data() { rowsOfOneJob(); }
    void keyGroupsOfAllSubtasksAreAll();
    void newerFlinkRecordsNames();
    void keyedStatesHaveTheirNames_data() { rowsOfOneJob(); }
    void keyedStatesHaveTheirNames();
    void everyTruncationIsAFaultThatNamesItsPlace_data() { rows(); }
    void everyTruncationIsAFaultThatNamesItsPlace();
    void flippedBytesEndInAnAnswer_data() { rows(); }
    void flippedBytesEndInAnAnswer();

private:
    static void rows()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : support::recordedMetadataNames())
            QTest::addRow("%s", qPrintable(name)) << name;
    }
    /// Those of the small job in the cluster: keyed state of one sort, all of it inside.
    static void rowsOfOneJob()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : support::recordedMetadataNames()) {
            if (recordOf(name).isEmpty())
                QTest::addRow("%s", qPrintable(name)) << name;
        }
    }
};

void TestSnapshotRecorded::isReadWhole()
{
    QFETCH(QString, name);
    const Metadata metadata = read(name);
    QCOMPARE(metadata.version, name.startsWith(u"1.") ? 4 : 6);
    QVERIFY(metadata.checkpointId > 0);
    QVERIFY(metadata.masterStates.isEmpty());
    QVERIFY(!metadata.operators.isEmpty());
    QCOMPARE(metadata.properties.bytesAfter, 0);
    for (const Operator& each : metadata.operators) {
        QCOMPARE(each.id.size(), 32);
        QVERIFY(each.parallelism > 0 && each.parallelism <= each.maxParallelism);
        QVERIFY(each.finishedSubtasks == 0 || name.endsWith(u"-finished"));
        // Of an operator without state Flink may leave the subtasks out.
        QVERIFY(each.subtaskCount == each.parallelism || (each.subtaskCount == 0 && totalOf(each).handles == 0) ||
                each.finishedSubtasks != 0);
    }
}

void TestSnapshotRecorded::everyFileItNamesIsThere_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : support::recordedMetadataNames()) {
        if (!recordOf(name).isEmpty())
            QTest::addRow("%s", qPrintable(name)) << name;
    }
}

/// The lengths that Flink has written down are those the files had.
void TestSnapshotRecorded::everyFileItNamesIsThere()
{
    QFETCH(QString, name);
    const Metadata metadata = read(name);
    const Integrity integrity = check(metadata, RecordedFolder(recordOf(name)));
    for (qsizetype i = 0; i < metadata.files.size(); ++i)
        QVERIFY2(integrity.files[i].verdict == FileCheck::Verdict::Right, qPrintable(metadata.files.at(i).path));
    QVERIFY(integrity.keyGroups.isEmpty());
    QCOMPARE(integrity.isComplete(), std::optional(true));
}

void TestSnapshotRecorded::agreesWithAnotherReader()
{
    QFETCH(QString, name);
    const Metadata metadata = read(name);
    const support::FlinkMetadata other(support::recordedMetadata(name));
    QVERIFY(other.isWhole());
    QCOMPARE(metadata.version, other.version);
    QCOMPARE(metadata.checkpointId, other.checkpoint);
    QCOMPARE(metadata.operators.size(), other.structure.size());
    qint64 keyed = 0;
    QList<std::pair<int, int>> groups;
    for (qsizetype i = 0; i < metadata.operators.size(); ++i) {
        const Operator& each = metadata.operators[i];
        QVERIFY2(other.structure[i].contains(each.id), qPrintable(other.structure[i]));
        QVERIFY(other.structure[i].contains(
            u" par %1 max %2 coordinator"_s.arg(each.parallelism).arg(each.maxParallelism)));
        for (const OperatorStateName& state : each.operatorStates)
            QVERIFY2(other.structure[i].contains(state.name), qPrintable(state.name));
        keyed += keyedOf(each).bytes;
        for (const Subtask& subtask : each.subtasks) {
            if (subtask.keyGroups.count > 0)
                groups.append({subtask.keyGroups.first, subtask.keyGroups.count});
        }
    }
    QCOMPARE(keyed, other.keyed);
    QCOMPARE(groups, other.groups);
    QCOMPARE(metadata.files.size(), other.files.size());
    for (qsizetype i = 0; i < metadata.files.size(); ++i) {
        QCOMPARE(metadata.files.at(i).path, other.files[i].path);
        QCOMPARE(metadata.files.at(i).bytes, other.files[i].size);
    }
}

void TestSnapshotRecorded::propertiesSayWhatItIs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Properties::Type>("type");
    QTest::addColumn<Properties::Format>("format");
    QTest::addColumn<QString>("words");
    using enum Properties::Type;
    using Format = Properties::Format;
    const auto row = [](const char* name, Properties::Type type, Format format, const QString& words) {
        QTest::newRow(name) << QString::fromLatin1(name) << type << format << words;
    };
    row("1.20-checkpoint-hashmap", Checkpoint, Format::Unknown, u"Checkpoint"_s);
    row("1.20-checkpoint-s3", Checkpoint, Format::Unknown, u"Checkpoint"_s);
    row("1.20-savepoint-canonical", Savepoint, Format::Canonical, u"Suspend Savepoint"_s);
    row("1.20-savepoint-native", Savepoint, Format::Native, u"Savepoint"_s);
    row("1.20-savepoint-native-s3", Savepoint, Format::Native, u"Savepoint"_s);
    row("2.2-checkpoint-hashmap", Checkpoint, Format::Unknown, u"Checkpoint"_s);
    row("2.2-savepoint-canonical", Savepoint, Format::Canonical, u"Savepoint"_s);
    row("2.2-savepoint-native", Savepoint, Format::Native, u"Savepoint"_s);
}

void TestSnapshotRecorded::propertiesSayWhatItIs()
{
    QFETCH(QString, name);
    QFETCH(Properties::Type, type);
    QFETCH(Properties::Format, format);
    QFETCH(QString, words);
    QCOMPARE(read(name).properties, (Properties{type, format, words, 0}));
}

void TestSnapshotRecorded::oneJobHasTheSameOperatorsInAllItsSnapshots()
{
    for (const QString& release : {u"1.20"_s, u"2.2"_s}) {
        const Metadata checkpoint = read(release + u"-checkpoint-hashmap"_s);
        const Metadata canonical = read(release + u"-savepoint-canonical"_s);
        const Metadata native = read(release + u"-savepoint-native"_s);
        QCOMPARE(idsOf(canonical), idsOf(checkpoint));
        QCOMPARE(idsOf(native), idsOf(checkpoint));
        // A back end's own format is that of its checkpoints.
        const Operator* const own = keyedOperatorOf(native);
        QVERIFY(own && keyedOperatorOf(canonical));
        QCOMPARE(own->keyedForm, KeyedForm::KeyGroups);
        QCOMPARE(keyedOperatorOf(checkpoint)->keyedForm, KeyedForm::KeyGroups);
        QCOMPARE(keyedOperatorOf(canonical)->keyedForm, KeyedForm::Savepoint);
    }
}

void TestSnapshotRecorded::keyGroupsOfAllSubtasksAreAll()
{
    QFETCH(QString, name);
    const Metadata metadata = read(name);
    const Operator* const keyed = keyedOperatorOf(metadata);
    QVERIFY(keyed);
    int next = 0;
    for (const Subtask& subtask : keyed->subtasks) {
        QCOMPARE(subtask.keyGroups.first, next);
        next += subtask.keyGroups.count;
        QVERIFY(subtask.keyedBytes > 0);
    }
    QCOMPARE(next, keyed->maxParallelism);
    const Amount all = totalOf(metadata);
    QCOMPARE(all.inlineBytes, all.bytes); // too small for files of their own
    QVERIFY(metadata.files.isEmpty());
    QVERIFY(all.bytes < support::recordedMetadata(name).size());
}

void TestSnapshotRecorded::newerFlinkRecordsNames()
{
    for (const Operator& each : read(u"2.2-savepoint-native"_s).operators)
        QVERIFY(!each.name.isEmpty());
    for (const Operator& each : read(u"1.20-savepoint-native"_s).operators)
        QVERIFY(each.name.isEmpty() && each.uid.isEmpty());
}

void TestSnapshotRecorded::keyedStatesHaveTheirNames()
{
    QFETCH(QString, name);
    const Metadata metadata = read(name);
    const Operator* const keyed = keyedOperatorOf(metadata);
    const QList<KeyedState> expected{{u"n"_s, u"VALUE"_s},
                                     {u"_timer_state/processing_user-timers"_s, u"PRIORITY_QUEUE"_s},
                                     {u"_timer_state/event_user-timers"_s, u"PRIORITY_QUEUE"_s}};
    QCOMPARE(keyed->keyedStates, expected);
    QVERIFY(!keyed->keyedHead);
    for (const Operator& each : metadata.operators)
        QVERIFY(&each == keyed || each.keyedStates.isEmpty());
}

void TestSnapshotRecorded::everyTruncationIsAFaultThatNamesItsPlace()
{
    QFETCH(QString, name);
    const QByteArray whole = support::recordedMetadata(name);
    const qsizetype step = stepThrough(whole);
    for (qsizetype length = 0; length < whole.size(); length += step) {
        const auto parsed = support::parsedMetadata(whole.first(length));
        const auto* const fault = std::get_if<Fault>(&parsed);
        QVERIFY2(fault, qPrintable(u"cut at %1"_s.arg(length)));
        QVERIFY(fault->kind == Fault::Kind::CutShort || fault->kind == Fault::Kind::Length);
        QVERIFY(fault->offset <= length);
        QVERIFY(errorOf(*fault).message.contains(QString::number(fault->offset)));
    }
}

void TestSnapshotRecorded::flippedBytesEndInAnAnswer()
{
    QFETCH(QString, name);
    const QByteArray whole = support::recordedMetadata(name);
    const qsizetype step = stepThrough(whole);
    for (qsizetype at = 0; at < whole.size(); at += step) {
        constexpr std::array<char, 3> flips{'\x01', '\x80', '\xff'};
        QByteArray changed = whole;
        changed[at] = char(changed[at] ^ flips[size_t(at) % flips.size()]);
        const auto parsed = support::parsedMetadata(changed);
        if (const auto* fault = std::get_if<Fault>(&parsed))
            QVERIFY(fault->offset <= changed.size());
    }
}

QTEST_GUILESS_MAIN(TestSnapshotRecorded)
#include "tst_snapshotrecorded.moc"
