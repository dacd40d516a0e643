#include "tests/support/hygiene.h"
#include "ui/fleet/fleetmodel.h"
#include "ui/widgets/cells.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using base::Health;
using fleet::Column;
using fleet::FleetModel;
using fleet::Row;
using fleet::RowKey;

namespace {

constexpr qint64 now = 1'800'000'000'000;

Row makeRow(const QString& name, Health health = Health::Healthy, const QString& context = u"prod"_s)
{
    Row row;
    row.key = {u"context:"_s + context, {u"payments"_s, name}};
    row.health = health;
    row.name = name;
    row.nameSpace = u"payments"_s;
    row.context = context;
    row.jobState = u"RUNNING"_s;
    row.parallelism = 4;
    return row;
}

QString numbered(int i)
{
    return u"job-%1"_s.arg(i, 5, 10, QChar(u'0'));
}

QList<Row> many(int count)
{
    QList<Row> rows;
    for (int i = 0; i < count; ++i)
        rows.append(makeRow(numbered(i), i % 7 == 0 ? Health::AtRisk : Health::Healthy));
    return rows;
}

QStringList namesOf(const FleetModel& model)
{
    QStringList names;
    for (int i = 0; i < model.rowCount(); ++i)
        names.append(model.rowAt(i).name);
    return names;
}

fleet::Filter filterOf(const QString& text)
{
    fleet::Filter filter;
    filter.query = fleet::Query::parse(text);
    return filter;
}

} // namespace

class TestFleetModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }
    void theMostUrgentComeFirst();
    void aChangedRowMovesToItsNewPlaceAndKeepsItsIndexes();
    void aRelistOfTheSameRowsTellsNothingButValues();
    void persistentIndexesSurviveAnyStormOfChanges();
    void rowsComeAndGoAsRanges();
    void scatteredChangesTakeFewSignals();
    void changesOutsideOfTheVisibleRangeAreNotSignalled();
    void rowsKeepTheirPlacesWhileHeld();
    void aTileShowsOneFamilyAndTheCountsStayWhole();
    void whatIsNotConfirmedLooksSoAndIsCounted();
    void theFilterActsOnRowsThatChange();
    void scopeLimitsContextsAndNamespaces();
    void anAgeFilterFollowsTheClock();
    void sortsBySeveralColumnsAndUnknownLast();
    void unknownIsNeitherZeroNorAbsent();
    void fiftyThousandRowsStayFast();
};

void TestFleetModel::theMostUrgentComeFirst()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    model.apply({makeRow(u"fine"_s), makeRow(u"paused"_s, Health::Suspended), makeRow(u"lost"_s, Health::Unknown),
                 makeRow(u"moving"_s, Health::Changing), makeRow(u"weak"_s, Health::AtRisk),
                 makeRow(u"dead"_s, Health::Broken)},
                {});
    QCOMPARE(namesOf(model), (QStringList{u"dead"_s, u"weak"_s, u"moving"_s, u"lost"_s, u"paused"_s, u"fine"_s}));
}

void TestFleetModel::aChangedRowMovesToItsNewPlaceAndKeepsItsIndexes()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    model.apply(many(20), {});
    const QPersistentModelIndex index = model.index(model.rowCount() - 1, 3);
    const RowKey key = model.rowAt(index.row()).key;

    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    Row broken = model.rowAt(index.row());
    broken.health = Health::Broken;
    model.apply({broken}, {});

    QCOMPARE(index.row(), 0);
    QCOMPARE(index.column(), 3);
    QCOMPARE(model.rowAt(0).key, key);
    QCOMPARE(resets.count(), 0);
}

void TestFleetModel::aRelistOfTheSameRowsTellsNothingButValues()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    model.apply(many(500), {});
    QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removes(&model, &QAbstractItemModel::rowsRemoved);
    const QStringList before = namesOf(model);
    model.apply(many(500), {});
    QCOMPARE(namesOf(model), before);
    QCOMPARE(layouts.count() + inserts.count() + removes.count(), 0);
}

void TestFleetModel::persistentIndexesSurviveAnyStormOfChanges()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    model.apply(many(400), {});
    QHash<RowKey, QPersistentModelIndex> kept;
    for (int i = 0; i < 400; i += 3)
        kept.insert(model.rowAt(i).key, model.index(i, 1));

    QRandomGenerator random(42);
    for (int round = 0; round < 60; ++round) {
        QList<Row> rows;
        QList<RowKey> gone;
        for (int i = 0; i < 60; ++i) {
            Row row = makeRow(numbered(int(random.bounded(600))), Health(random.bounded(6)));
            const bool twice =
                std::any_of(rows.begin(), rows.end(), [&](const Row& other) { return other.key == row.key; }) ||
                gone.contains(row.key);
            if (twice)
                continue;
            if (!kept.contains(row.key) && random.bounded(3) == 0)
                gone.append(row.key);
            else
                rows.append(row);
        }
        model.apply(rows, gone);
        for (int i = 1; i < model.rowCount(); ++i)
            QVERIFY(fleet::compare(model.rowAt(i - 1), model.rowAt(i), model.sortKeys()) <= 0);
    }
    for (auto it = kept.constBegin(); it != kept.constEnd(); ++it) {
        QVERIFY(it.value().isValid());
        QCOMPARE(model.rowAt(it.value().row()).key, it.key());
        QCOMPARE(model.indexOf(it.key()), it.value().row());
    }
}

void TestFleetModel::rowsComeAndGoAsRanges()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removes(&model, &QAbstractItemModel::rowsRemoved);
    QList<Row> rows;
    for (int i = 0; i < 100; ++i)
        rows.append(makeRow(numbered(i)));
    model.apply(rows, {});
    QCOMPARE(inserts.count(), 1);
    QList<RowKey> gone;
    for (int i = 20; i < 40; ++i)
        gone.append(rows.at(i).key);
    gone.append(rows.last().key);
    model.apply({}, gone);
    QCOMPARE(removes.count(), 2);
    QCOMPARE(model.rowCount(), 79);
    QVERIFY(!model.row(rows.at(30).key));
    QCOMPARE(model.keysOf(u"context:prod"_s).size(), 79);
}

void TestFleetModel::scatteredChangesTakeFewSignals()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    QList<Row> even, odd;
    QList<RowKey> oddKeys;
    for (int i = 0; i < 400; ++i)
        (i % 2 == 0 ? even : odd).append(makeRow(numbered(i)));
    for (const Row& row : odd)
        oddKeys.append(row.key);
    model.apply(even, {});
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removes(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
    model.apply(odd, {});
    QCOMPARE(inserts.count(), 1);
    QCOMPARE(layouts.count(), 1);
    QCOMPARE(model.rowAt(1).name, numbered(1));
    model.apply({}, oddKeys);
    QCOMPARE(removes.count(), 1);
    QCOMPARE(layouts.count(), 2);
    QCOMPARE(model.rowAt(1).name, numbered(2));
}

void TestFleetModel::changesOutsideOfTheVisibleRangeAreNotSignalled()
{
    FleetModel model;
    QList<Row> rows;
    for (int i = 0; i < 100; ++i)
        rows.append(makeRow(numbered(i)));
    model.apply(rows, {});
    model.setVisibleRange(10, 19);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    for (Row& row : rows)
        row.lifecycle = u"DEPLOYED"_s;
    model.apply(rows, {});
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex().row(), 10);
    QCOMPARE(changes.first().at(1).toModelIndex().row(), 19);
    QCOMPARE(model.index(50, int(Column::Lifecycle)).data().toString(), u"DEPLOYED"_s);
}

void TestFleetModel::rowsKeepTheirPlacesWhileHeld()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    model.apply({makeRow(u"a"_s), makeRow(u"b"_s), makeRow(u"c"_s)}, {});
    model.setHeld(true);
    model.apply({makeRow(u"c"_s, Health::Broken), makeRow(u"new"_s, Health::Broken)}, {makeRow(u"a"_s).key});
    QCOMPARE(namesOf(model), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(model.rowAt(2).health, Health::Broken);
    QCOMPARE(model.waiting(), 3);
    QCOMPARE(model.counts().total, 3);
    model.setHeld(false);
    QCOMPARE(namesOf(model), (QStringList{u"c"_s, u"new"_s, u"b"_s}));
    QCOMPARE(model.waiting(), 0);
}

void TestFleetModel::aTileShowsOneFamilyAndTheCountsStayWhole()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    model.apply(many(70), {});
    fleet::Filter filter;
    filter.family = Health::AtRisk;
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.counts().shown, 10);
    QCOMPARE(model.counts().total, 70);
    QCOMPARE(model.counts().byHealth[size_t(Health::Healthy)], 60);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 70);
}

void TestFleetModel::whatIsNotConfirmedLooksSoAndIsCounted()
{
    FleetModel model;
    Row claimed = makeRow(u"claimed"_s);
    claimed.tentative = true;
    claimed.notHeard = {health::Source::FlinkRest, health::Source::Pods};
    model.apply({claimed, makeRow(u"known"_s)}, {});
    const auto cell = [&model](const char* name, int role) {
        const int row = model.indexOf({u"context:prod"_s, {u"payments"_s, QString::fromLatin1(name)}});
        return model.index(row, int(Column::Health)).data(role);
    };
    QCOMPARE(cell("claimed", Qt::DisplayRole).toString(), u"Healthy?"_s);
    QVERIFY(cell("claimed", widgets::cell::TentativeRole).toBool());
    QVERIFY(cell("claimed", Qt::ToolTipRole).toString().contains(health::caveatOf(claimed.notHeard)));
    QCOMPARE(cell("known", Qt::DisplayRole).toString(), u"Healthy"_s);
    QVERIFY(!cell("known", widgets::cell::TentativeRole).toBool());
    QCOMPARE(model.counts().byHealth[size_t(Health::Healthy)], 2);
    QCOMPARE(model.counts().tentative[size_t(Health::Healthy)], 1);

    claimed.tentative = false;
    model.apply({claimed}, {});
    QCOMPARE(model.counts().tentative[size_t(Health::Healthy)], 0);
}

void TestFleetModel::theFilterActsOnRowsThatChange()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    model.setFilter(filterOf(u"status:restarting"_s));
    Row row = makeRow(u"a"_s);
    model.apply({row}, {});
    QCOMPARE(model.rowCount(), 0);
    row.jobState = u"RESTARTING"_s;
    model.apply({row}, {});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.counts().matching, 1);
    row.jobState = u"RUNNING"_s;
    model.apply({row}, {});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.counts().total, 1);
}

void TestFleetModel::scopeLimitsContextsAndNamespaces()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    Row other = makeRow(u"c"_s);
    other.key.object.nameSpace = u"logistics"_s;
    model.apply({makeRow(u"a"_s), makeRow(u"b"_s, Health::Healthy, u"stage"_s), other}, {});
    fleet::Filter filter;
    filter.connections = {u"context:prod"_s};
    model.setFilter(filter);
    QCOMPARE(namesOf(model), (QStringList{u"c"_s, u"a"_s}));
    filter.nameSpaces = {u"payments"_s};
    model.setFilter(filter);
    QCOMPARE(namesOf(model), (QStringList{u"a"_s}));
}

void TestFleetModel::anAgeFilterFollowsTheClock()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    model.setNow(now);
    model.setFilter(filterOf(u"ckpt-age>10m"_s));
    Row row = makeRow(u"a"_s);
    row.lastCheckpointAt = now - 599'000;
    model.apply({row}, {});
    QCOMPARE(model.rowCount(), 0);
    model.setNow(now + 2'000);
    QCOMPARE(model.rowCount(), 1);
}

void TestFleetModel::sortsBySeveralColumnsAndUnknownLast()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model);
    Row a = makeRow(u"a"_s), b = makeRow(u"b"_s), c = makeRow(u"c"_s), d = makeRow(u"d"_s);
    a.restarts = 1;
    b.restarts = 5;
    c.restarts = 5;
    b.parallelism = 2;
    c.parallelism = 9;
    model.apply({a, b, c, d}, {});
    model.setSort({{Column::Restarts, Qt::DescendingOrder}, {Column::Parallelism, Qt::DescendingOrder}});
    QCOMPARE(namesOf(model), (QStringList{u"c"_s, u"b"_s, u"a"_s, u"d"_s}));
    model.setSort({{Column::Restarts, Qt::AscendingOrder}, {Column::Parallelism, Qt::AscendingOrder}});
    QCOMPARE(namesOf(model), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
}

void TestFleetModel::unknownIsNeitherZeroNorAbsent()
{
    FleetModel model;
    Row row = makeRow(u"a"_s);
    model.apply({row}, {});
    QCOMPARE(model.index(0, int(Column::Restarts)).data().toString(), u"?"_s);
    QCOMPARE(model.index(0, int(Column::CheckpointAge)).data().toString(), u"?"_s);
    QVERIFY(model.index(0, int(Column::Restarts)).data(widgets::cell::ExactRole).toString().isEmpty());
    row.restSeenAt = now;
    row.restarts = 0;
    model.apply({row}, {});
    QCOMPARE(model.index(0, int(Column::Restarts)).data().toString(), u"0"_s);
    QCOMPARE(model.index(0, int(Column::CheckpointAge)).data().toString(), u"–"_s);
}

void TestFleetModel::fiftyThousandRowsStayFast()
{
    FleetModel model;
    QElapsedTimer timer;
    timer.start();
    for (int page = 0; page < 10; ++page) {
        QList<Row> rows;
        for (int i = 0; i < 5'000; ++i)
            rows.append(makeRow(numbered(page + i * 10), i % 9 == 0 ? Health::Changing : Health::Healthy));
        model.apply(rows, {});
    }
    QCOMPARE(model.rowCount(), 50'000);
    const qint64 filled = timer.restart();

    // One gathering time of a storm of 20,000 events a second, a twentieth of them with another health.
    model.setVisibleRange(0, 40);
    QRandomGenerator random(7);
    QList<Row> storm;
    QSet<int> used;
    while (storm.size() < 2'000) {
        const int i = int(random.bounded(50'000));
        if (used.contains(i))
            continue;
        used.insert(i);
        storm.append(makeRow(numbered(i), storm.size() % 20 == 0 ? Health::AtRisk : Health::Healthy));
    }
    timer.restart();
    model.apply(storm, {});
    const qint64 stormed = timer.elapsed();
    qInfo("50,000 rows in 10 pages: %lld ms; 2,000 changes at once: %lld ms", filled, stormed);
    // Far above what a debug build on a busy machine takes, far below what quadratic work would.
    QVERIFY(filled < 20'000);
    QVERIFY(stormed < 1'000);
}

QTEST_GUILESS_MAIN(TestFleetModel)

#include "tst_fleetmodel.moc"
