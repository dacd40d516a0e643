#include "tests/support/hygiene.h"
#include "ui/deployment/linemodel.h"
#include "ui/widgets/cells.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using deployment::Line;
using deployment::LineModel;

namespace {

Line makeLine(const QString& key, const QString& text = {})
{
    return {key, {deployment::textCell(key), deployment::textCell(text)}};
}

QStringList keysOf(const LineModel& model)
{
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys.append(model.line(row).key);
    return keys;
}

} // namespace

class TestLineModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void init();
    void cleanup() { m_model.reset(); }
    void theSameLinesTellNothing();
    void aNewLineAtTheTopMovesNothingElse();
    void aChangedLineIsToldAlone();
    void persistentIndexesSurviveAnyOrder();
    void cellsTellTheirExactValue();
    void textsOfAServerAreMadeVisible();

private:
    std::unique_ptr<LineModel> m_model;
};

void TestLineModel::init()
{
    m_model = std::make_unique<LineModel>();
    m_model->setTitles({{u"Key"_s}, {u"Text"_s}});
}

void TestLineModel::theSameLinesTellNothing()
{
    const QAbstractItemModelTester tester(m_model.get());
    const QList<Line> lines{makeLine(u"a"_s), makeLine(u"b"_s), makeLine(u"c"_s)};
    m_model->setLines(lines);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy inserts(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy layouts(m_model.get(), &QAbstractItemModel::layoutChanged);
    m_model->setLines(lines);
    QCOMPARE(changes.count() + inserts.count() + layouts.count(), 0);
}

void TestLineModel::aNewLineAtTheTopMovesNothingElse()
{
    const QAbstractItemModelTester tester(m_model.get());
    m_model->setLines({makeLine(u"b"_s), makeLine(u"c"_s)});
    const QPersistentModelIndex c = m_model->index(1, 0);
    QSignalSpy inserts(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy layouts(m_model.get(), &QAbstractItemModel::layoutChanged);
    m_model->setLines({makeLine(u"a"_s), makeLine(u"b"_s), makeLine(u"c"_s)});
    QCOMPARE(inserts.count(), 1);
    QCOMPARE(layouts.count(), 0);
    QCOMPARE(c.row(), 2);
}

void TestLineModel::aChangedLineIsToldAlone()
{
    const QAbstractItemModelTester tester(m_model.get());
    m_model->setLines({makeLine(u"a"_s), makeLine(u"b"_s), makeLine(u"c"_s)});
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setLines({makeLine(u"a"_s), makeLine(u"b"_s, u"new"_s), makeLine(u"c"_s)});
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(changes.first().at(1).toModelIndex().row(), 1);
}

void TestLineModel::persistentIndexesSurviveAnyOrder()
{
    const QAbstractItemModelTester tester(m_model.get());
    QRandomGenerator random(11);
    QHash<QString, QPersistentModelIndex> kept;
    for (int round = 0; round < 80; ++round) {
        QStringList keys;
        for (int i = 0; i < 30; ++i) {
            if (random.bounded(3) > 0)
                keys.append(QString::number(i));
        }
        std::shuffle(keys.begin(), keys.end(), random);
        QList<Line> lines;
        for (const QString& key : std::as_const(keys))
            lines.append(makeLine(key, QString::number(random.bounded(3))));
        m_model->setLines(lines);
        QCOMPARE(keysOf(*m_model), keys);
        for (auto it = kept.begin(); it != kept.end();) {
            if (!keys.contains(it.key())) {
                QVERIFY(!it->isValid());
                it = kept.erase(it);
                continue;
            }
            QCOMPARE(m_model->line(it->row()).key, it.key());
            ++it;
        }
        for (int row = 0; row < m_model->rowCount(); row += 4)
            kept.insert(m_model->line(row).key, m_model->index(row, 1));
    }
}

void TestLineModel::cellsTellTheirExactValue()
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);
    m_model->setLines({{u"a"_s, {deployment::bytesCell(1'503'238'553), deployment::timeCell(time)}}});
    QCOMPARE(m_model->index(0, 0).data().toString(), u"1.4 GiB"_s);
    QCOMPARE(m_model->index(0, 0).data(widgets::cell::ExactRole).toString(), u"1503238553"_s);
    QCOMPARE(m_model->index(0, 1).data(widgets::cell::ExactRole).toString(), u"2027-01-15T08:00:00Z"_s);
    QCOMPARE(m_model->index(0, 1).data(widgets::cell::TimeRole).toDateTime(), time);
}

void TestLineModel::textsOfAServerAreMadeVisible()
{
    m_model->setLines({makeLine(u"a"_s, u"x\u202Ey\u001b[31m"_s + QString(1024 * 1024, u'z'))});
    const QString shown = m_model->index(0, 1).data().toString();
    QVERIFY(!shown.contains(QChar(0x202E)) && !shown.contains(QChar(0x1b)));
    QVERIFY(shown.size() <= 256);
    QVERIFY(m_model->index(0, 1).data(Qt::ToolTipRole).toString().size() < 10'000);
    QCOMPARE(deployment::textCell({}).text, u"–"_s);
}

QTEST_GUILESS_MAIN(TestLineModel)

#include "tst_linemodel.moc"
