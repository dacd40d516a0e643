#include "app/gui/application.h"
#include "tests/support/snapshotbytes.h"
#include "tests/support/snapshotfiles.h"
#include "tests/tour/tour.h"
#include "ui/shell/mainwindow.h"
#include "ui/snapshots/listing.h"
#include "ui/snapshots/snapshotpage.h"

#include <QDir>
#include <QTest>

namespace tour {

using namespace Qt::StringLiterals;
using snapshots::SnapshotPage;
namespace bytes = support::snapshotbytes;

namespace {

constexpr QSize smallWindow{1024, 640};
constexpr int longestWait = 15'000; // ms
const auto jobFolder = u"checkpoints/payment-settlement/5f0c2f6d9e1b4a7c8d3e2f1a0b9c8d7e"_s;
constexpr int subtasks = 4;
constexpr int keyGroups = 128;

/// One subtask's part of a table of RocksDB, of which each checkpoint shares files with those before it.
QByteArray settled(const QString& job, int subtask, int checkpoint)
{
    QList<bytes::LocalFile> shared;
    for (int file = checkpoint - 2; file <= checkpoint; ++file)
        shared.append({u"%1.sst"_s.arg(file, 6, 10, QLatin1Char('0')),
                       bytes::file(u"file:%1/shared/%2-%3"_s.arg(job).arg(subtask).arg(file), 1000 + 37 * file)});
    const int each = keyGroups / subtasks;
    return bytes::incremental(11, subtask * each, each, 2100, bytes::inlineStream(600), shared, {});
}

/// A checkpoint of a payment job: a source, what settles, what checks limits, a sink.
QByteArray checkpoint(const QString& job, int id)
{
    QList<QByteArray> reading, settling, checking;
    for (int subtask = 0; subtask < subtasks; ++subtask) {
        const QByteArray splits = bytes::operatorState({{u"SourceReaderState"_s, 0, 3}}, bytes::inlineStream(412));
        const QByteArray limits = bytes::operatorState({{u"limits"_s, 2, 1}, {u"open-windows"_s, 1, 2}},
                                                       bytes::relative(u"6f1c%1"_s.arg(subtask), 25'000));
        reading.append(bytes::subtask(5, {.index = subtask, .managedOperator = splits}));
        settling.append(bytes::subtask(5, {.index = subtask, .managedKeyed = settled(job, subtask, id)}));
        checking.append(bytes::subtask(5, {.index = subtask, .managedOperator = limits}));
    }
    const bool isNew = id > 42; // of a program that was changed
    const auto op = [isNew](char character, const QString& name, const QString& uid, const QList<QByteArray>& parts) {
        return bytes::op(5, {.name = name,
                             .uid = uid,
                             .id = QByteArray(16, character),
                             .parallelism = isNew && uid == u"settle" ? 2 * subtasks : subtasks,
                             .maxParallelism = isNew && uid == u"limit-check" ? 2 * keyGroups : keyGroups,
                             .coordinator = name.startsWith(u"Source") ? bytes::inlineStream(88) : bytes::null,
                             .subtasks = parts});
    };
    return bytes::metadata(
        5,
        {op('a', u"Source: payments"_s, u"payments-source"_s, reading),
         op('3', u"Settle by merchant"_s, u"settle"_s, settling), op('c', u"한도 확인"_s, u"limit-check"_s, checking),
         isNew ? op('f', u"Sink: ledger v2"_s, u"ledger"_s, {}) : op('e', u"Sink: ledger"_s, QString(), {})},
        bytes::propertiesOf(support::recordedMetadata(u"1.20-checkpoint-hashmap"_s)), {}, id);
}

} // namespace

/// Checkpoints of one job: the first has all its files, of the second two are gone and one is cut off, the third is of
/// a changed program.
void Tour::writeSnapshots()
{
    const QString job = QDir(m_folder).absoluteFilePath(jobFolder);
    for (const int id : {41, 42, 43}) {
        write(jobFolder + u"/chk-%1/_metadata"_s.arg(id), checkpoint(job, id));
        for (int subtask = 0; subtask < subtasks; ++subtask) {
            write(jobFolder + u"/chk-%1/6f1c%2"_s.arg(id).arg(subtask), QByteArray(25'000, 'x'));
            for (int file = id - 2; file <= id; ++file) {
                if (file >= 42 && subtask > 1)
                    continue;
                const int cut = file == 42 && subtask == 1 ? 500 : 0;
                write(jobFolder + u"/shared/%1-%2"_s.arg(subtask).arg(file), QByteArray(1000 + 37 * file - cut, 'x'));
            }
        }
    }
}

SnapshotPage* Tour::openSnapshot(const QString& path)
{
    m_drey.snapshots().open({path});
    auto* page = qobject_cast<SnapshotPage*>(m_drey.window().currentPage()->widget());
    page->setPart(SnapshotPage::Operators);
    (void)QTest::qWaitFor([page] { return !page->isBusy(); }, longestWait);
    m_drey.window().activateWindow();
    page->setFocus();
    return page;
}

SnapshotPage* Tour::openCheckpoint(int id)
{
    writeSnapshots();
    return openSnapshot(QDir(m_folder).absoluteFilePath(jobFolder + u"/chk-%1"_s.arg(id)));
}

void Tour::addSnapshots()
{
    const auto recorded = [](const QString& name) {
        return QStringLiteral(DREY_RECORDINGS "/flinkmeta/") + name + u"._metadata"_s;
    };
    m_stops.push_back({u"snapshot-operators"_s,
                       [this, recorded] { openSnapshot(recorded(u"2.2-checkpoint-rocksdb-incremental-later"_s)); }});
    m_stops.push_back({u"snapshot-complete"_s, [this] { openCheckpoint(41); }});
    m_stops.push_back({u"snapshot-files"_s, [this] { openCheckpoint(42)->setPart(SnapshotPage::Files); }});
    m_stops.push_back({u"snapshot-comparison"_s, [this] {
                           SnapshotPage* page = openCheckpoint(41);
                           page->compareWith(QDir(m_folder).absoluteFilePath(jobFolder + u"/chk-43"_s));
                           (void)QTest::qWaitFor([page] { return !page->isBusy(); }, longestWait);
                       }});
    m_stops.push_back({u"snapshot-damaged"_s, [this] {
                           const auto name = u"damaged/savepoint-5f0c2f-39061a54c58a/_metadata"_s;
                           write(name, checkpoint(u"/cp"_s, 7).left(900));
                           openSnapshot(QDir(m_folder).absoluteFilePath(name));
                       }});
    m_stops.push_back({u"snapshot-small"_s, [this] {
                           m_drey.window().resize(smallWindow);
                           openCheckpoint(42);
                       }});
}

} // namespace tour
