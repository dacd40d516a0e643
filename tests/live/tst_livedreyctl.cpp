#include "tests/live/support/agreement.h"
#include "tests/live/support/cache.h"
#include "tests/live/support/dreyctl.h"
#include "tests/live/support/flinkcluster.h"
#include "tests/live/support/freeport.h"
#include "tests/live/support/promised.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QDateTime>
#include <QJsonArray>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds patience = 60s;

QMap<qint64, QJsonObject> byId(const QJsonArray& checkpoints)
{
    QMap<qint64, QJsonObject> all;
    for (const QJsonValue& one : checkpoints)
        all.insert(one[u"id"_s].toInteger(), one.toObject());
    return all;
}

QMap<qint64, QJsonObject> historyOf(const QJsonObject& wire)
{
    QJsonArray all;
    const QJsonArray history = wire.value(u"history"_s).toArray();
    for (const QJsonValue& one : history)
        all.append(live::promised::checkpoint(one));
    return byId(all);
}

/// Completed ones never change: what is known of them must be said exactly. Others may have moved on.
QString historiesDisagree(const QMap<qint64, QJsonObject>& said, const QMap<qint64, QJsonObject>& before,
                          const QMap<qint64, QJsonObject>& after)
{
    for (auto it = said.begin(); it != said.end(); ++it) {
        if (!before.contains(it.key()) && !after.contains(it.key()))
            return u"checkpoint %1 is said, but it is not in the history"_s.arg(it.key());
        const QJsonObject then = before.value(it.key(), after.value(it.key()));
        const QString found =
            live::disagreement(it.value(), then, after.value(it.key(), then), u"$.items(%1)"_s.arg(it.key()));
        if (!found.isEmpty())
            return found;
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (after.contains(it.key()) && !said.contains(it.key()))
            return u"checkpoint %1 is not said"_s.arg(it.key());
    }
    return {};
}

/// The frame of each answer, apart from `items`.
QString frameDisagrees(const QJsonObject& said, QJsonObject wanted, const QDateTime& askedAt)
{
    const QDateTime observedAt = QDateTime::fromString(said.value(u"observedAt"_s).toString(), Qt::ISODateWithMs);
    if (!observedAt.isValid() || observedAt < askedAt || observedAt > QDateTime::currentDateTimeUtc())
        return u"$.observedAt: "_s + said.value(u"observedAt"_s).toString();
    wanted.insert(u"observedAt"_s, said.value(u"observedAt"_s));
    wanted.insert(u"items"_s, said.value(u"items"_s));
    wanted.insert(u"source"_s, u"flinkRest"_s);
    wanted.insert(u"warnings"_s, QJsonArray());
    return live::disagreement(said, wanted);
}

} // namespace

/// dreyctl and Flink's own REST interface, asked at the same time, say the same: each field, on each version.
class LiveDreyctlTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void initTestCase() { support::keepClean(); }
    void init();
    void cleanupTestCase() { m_stages.clear(); }

    void jobsAgreeWithFlink();
    void oneJobAgreesWithFlink();
    void checkpointsAgreeWithFlink();
    void failuresAgreeWithFlink();
    void aCancelledJobAgreesExactly();
    void saysWhatItCannotDoInItsExitCode();
    void givesUpOnAClusterThatDoesNotAnswer();

private:
    /// One cluster of a version with a job that does well and one that has failed twice.
    struct Stage
    {
        std::unique_ptr<live::FlinkCluster> cluster;
        QString good, failing;
    };

    void makeStage(const QString& version, Stage& stage);
    QString endpoint() const { return m_stage->cluster->endpoint().toString(); }
    live::HttpClient rest() const { return m_stage->cluster->rest(); }
    live::Said ask(const QStringList& arguments) const
    {
        return m_dreyctl->ask(arguments + QStringList{u"--endpoint"_s, endpoint()});
    }
    template <typename Compare>
    QString compareWhileItMoves(const QString& path, const QStringList& arguments, Compare compare);

    std::unique_ptr<live::Dreyctl> m_dreyctl;
    std::map<QString, Stage> m_stages; ///< by version
    Stage* m_stage = nullptr;
};

void LiveDreyctlTest::initTestCase_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("Flink 1") << u"1.20.4"_s;
    QTest::newRow("Flink 2") << u"2.2.0"_s;
}

void LiveDreyctlTest::init()
{
    support::keepClean();
    QFETCH_GLOBAL(const QString, version);
    DREY_NEEDS_LIVE(u"flink-"_s + version, u"job-"_s + version);
    if (!m_dreyctl)
        m_dreyctl = std::make_unique<live::Dreyctl>();
    m_stage = &m_stages[version];
    if (!m_stage->cluster)
        makeStage(version, *m_stage);
}

void LiveDreyctlTest::makeStage(const QString& version, Stage& stage)
{
    stage.cluster = std::make_unique<live::FlinkCluster>(
        version, live::FlinkCluster::Settings{.taskSlots = 3, .configuration = {}});
    QVERIFY2(stage.cluster->start(), qPrintable(stage.cluster->problem()));
    stage.good = stage.cluster->runCountingJob({u"--checkpointEvery"_s, u"500"_s});
    stage.failing = stage.cluster->runCountingJob({u"--name"_s, u"unlucky"_s, u"--failAt"_s, u"50"_s, u"--failures"_s,
                                                   u"2"_s, u"--pause"_s, u"1"_s, u"--checkpointEvery"_s, u"60000"_s});
    QVERIFY2(!stage.good.isEmpty() && !stage.failing.isEmpty(), qPrintable(stage.cluster->problem()));
    const auto isReady = [&] {
        const QString path = u"/jobs/%1/"_s;
        const QJsonObject good = rest().get(path.arg(stage.good) + u"checkpoints"_s).json();
        const QJsonObject failing = rest().get(path.arg(stage.failing) + u"exceptions"_s).json();
        return good.value(u"counts"_s)[u"completed"_s].toInt() >= 2 &&
               failing.value(u"exceptionHistory"_s)[u"entries"_s].toArray().size() == 2;
    };
    QVERIFY2(live::comesTrue(isReady, patience), qPrintable(stage.cluster->taskManager().report()));
    const auto runs = [&] {
        const QJsonObject job = rest().get(u"/jobs/"_s + stage.failing).json();
        return job.value(u"status-counts"_s)[u"RUNNING"_s].toInt() == job.value(u"vertices"_s).toArray().size();
    };
    QVERIFY(live::comesTrue(runs, patience));
}

/// Asks Flink, dreyctl, and Flink again, until `compare` finds nothing: it may be unlucky with what flips to and fro.
template <typename Compare>
QString LiveDreyctlTest::compareWhileItMoves(const QString& path, const QStringList& arguments, Compare compare)
{
    constexpr int tries = 5;
    QString found;
    for (int i = 0; i < tries; ++i) {
        const live::HttpAnswer before = rest().get(path);
        const QDateTime askedAt = QDateTime::currentDateTimeUtc();
        const live::Said said = ask(arguments);
        const live::HttpAnswer after = rest().get(path);
        if (said.exitCode() != 0)
            return said.report();
        if (before.status != 200 || after.status != 200)
            return before.report() + after.report();
        found = compare(said.json, before.json(), after.json(), askedAt);
        if (found.isEmpty())
            return {};
    }
    return found;
}

void LiveDreyctlTest::jobsAgreeWithFlink()
{
    const auto compare = [this](const QJsonObject& said, const QJsonObject& before, const QJsonObject& after,
                                const QDateTime& askedAt) {
        // In any order: Flink's own changes from one answer to the next.
        const auto jobs = [](const QJsonArray& sent, auto shape) {
            QJsonObject all;
            for (const QJsonValue& one : sent) {
                const QJsonObject job = shape(one);
                all.insert(job.value(u"id"_s).toString(), job);
            }
            return all;
        };
        const auto wired = [&](const QJsonObject& wire) {
            return jobs(wire.value(u"jobs"_s).toArray(), live::promised::job);
        };
        const auto asItIs = [](const QJsonValue& one) { return one.toObject(); };
        const QString frame = frameDisagrees(said, {{u"kind"_s, u"JobList"_s}, {u"endpoint"_s, endpoint()}}, askedAt);
        return frame.isEmpty()
                   ? live::disagreement(jobs(said.value(u"items"_s).toArray(), asItIs), wired(before), wired(after))
                   : frame;
    };
    const QString found = compareWhileItMoves(u"/jobs/overview"_s, {u"jobs"_s}, compare);
    QVERIFY2(found.isEmpty(), qPrintable(found));
    QVERIFY(ask({u"jobs"_s}).json.value(u"items"_s).toArray().size() >= 2);
}

void LiveDreyctlTest::oneJobAgreesWithFlink()
{
    const auto compare = [this](const QJsonObject& said, const QJsonObject& before, const QJsonObject& after,
                                const QDateTime& askedAt) {
        const QString frame = frameDisagrees(said, {{u"kind"_s, u"JobList"_s}, {u"endpoint"_s, endpoint()}}, askedAt);
        return frame.isEmpty()
                   ? live::disagreement(said.value(u"items"_s), QJsonArray{live::promised::jobDetail(before)},
                                        QJsonArray{live::promised::jobDetail(after)})
                   : frame;
    };
    const QString found = compareWhileItMoves(u"/jobs/"_s + m_stage->good, {u"job"_s, m_stage->good}, compare);
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void LiveDreyctlTest::checkpointsAgreeWithFlink()
{
    const auto compare = [this](const QJsonObject& said, const QJsonObject& before, const QJsonObject& after,
                                const QDateTime& askedAt) {
        QJsonObject frame{{u"kind"_s, u"CheckpointHistory"_s}, {u"job"_s, m_stage->good}};
        frame.insert(u"counts"_s, said.value(u"counts"_s));
        QString found = frameDisagrees(said, frame, askedAt);
        if (found.isEmpty())
            found = live::disagreement(said.value(u"counts"_s), live::promised::counts(before.value(u"counts"_s)),
                                       live::promised::counts(after.value(u"counts"_s)), u"$.counts"_s);
        if (found.isEmpty())
            found = historiesDisagree(byId(said.value(u"items"_s).toArray()), historyOf(before), historyOf(after));
        return found;
    };
    const QString path = u"/jobs/%1/checkpoints"_s.arg(m_stage->good);
    const QString found = compareWhileItMoves(path, {u"checkpoints"_s, m_stage->good}, compare);
    QVERIFY2(found.isEmpty(), qPrintable(found));
    QVERIFY(ask({u"checkpoints"_s, m_stage->good}).json.value(u"counts"_s)[u"completed"_s].toInt() >= 2);
}

void LiveDreyctlTest::failuresAgreeWithFlink()
{
    const QJsonObject wire = rest().get(u"/jobs/%1/exceptions"_s.arg(m_stage->failing)).json();
    const QJsonArray entries = wire.value(u"exceptionHistory"_s)[u"entries"_s].toArray();
    QCOMPARE(entries.size(), 2);
    QJsonObject wanted = live::promised::failure(entries);
    QCOMPARE(wanted.value(u"message"_s).toString(), u"told to fail at 50"_s);

    const QDateTime askedAt = QDateTime::currentDateTimeUtc();
    const live::Said said = ask({u"exceptions"_s, m_stage->failing});
    QVERIFY2(said.exitCode() == 0, qPrintable(said.report()));
    const QJsonArray items = said.json.value(u"items"_s).toArray();
    QCOMPARE(items.size(), 1);
    const QString fingerprint = items[0][u"fingerprint"_s].toString();
    QVERIFY2(fingerprint.size() == 12, qPrintable(fingerprint));
    wanted.insert(u"fingerprint"_s, fingerprint);
    QString found = live::disagreement(items[0], wanted);
    QVERIFY2(found.isEmpty(), qPrintable(found));
    found = frameDisagrees(said.json, {{u"kind"_s, u"ExceptionHistory"_s}, {u"job"_s, m_stage->failing}}, askedAt);
    QVERIFY2(found.isEmpty(), qPrintable(found));

    const live::Said none = ask({u"exceptions"_s, m_stage->good});
    QCOMPARE(none.exitCode(), 0);
    QCOMPARE(none.json.value(u"items"_s).toArray().size(), 0);
}

void LiveDreyctlTest::aCancelledJobAgreesExactly()
{
    const QString job = m_stage->cluster->runCountingJob({u"--name"_s, u"short"_s, u"--checkpointEvery"_s, u"300"_s});
    QVERIFY2(!job.isEmpty(), qPrintable(m_stage->cluster->problem()));
    const QString path = u"/jobs/"_s + job;
    const auto hasCheckpoint = [&] {
        return rest().get(path + u"/checkpoints"_s).json().value(u"counts"_s)[u"completed"_s].toInt() >= 1;
    };
    QVERIFY(live::comesTrue(hasCheckpoint, patience));
    QCOMPARE(rest().patch(path + u"?mode=cancel"_s, {}).status, 202);
    const auto wireJob = [&] {
        const QJsonArray all = rest().get(u"/jobs/overview"_s).json().value(u"jobs"_s).toArray();
        for (const QJsonValue& one : all) {
            if (one[u"jid"_s].toString() == job)
                return one;
        }
        return QJsonValue();
    };
    const auto isOver = [&] {
        return wireJob()[u"state"_s].toString() == u"CANCELED" &&
               rest().get(path).json().value(u"state"_s).toString() == u"CANCELED" &&
               rest().get(path + u"/checkpoints"_s).json().value(u"counts"_s)[u"in_progress"_s].toInt() == 0;
    };
    QVERIFY(live::comesTrue(isOver, patience));

    QJsonObject ours;
    const QJsonArray jobs = ask({u"jobs"_s}).json.value(u"items"_s).toArray();
    for (const QJsonValue& one : jobs) {
        if (one[u"id"_s].toString() == job)
            ours = one.toObject();
    }
    QString found = live::disagreement(ours, live::promised::job(wireJob()));
    QVERIFY2(found.isEmpty(), qPrintable(found));
    QVERIFY(ours.value(u"endTime"_s).isString());
    found = live::disagreement(ask({u"job"_s, job}).json.value(u"items"_s),
                               QJsonArray{live::promised::jobDetail(rest().get(path).json())});
    QVERIFY2(found.isEmpty(), qPrintable(found));
    const QJsonObject history = rest().get(path + u"/checkpoints"_s).json();
    const QJsonObject said = ask({u"checkpoints"_s, job}).json;
    QCOMPARE(said.value(u"counts"_s).toObject(), live::promised::counts(history.value(u"counts"_s)));
    QCOMPARE(byId(said.value(u"items"_s).toArray()), historyOf(history));
}

void LiveDreyctlTest::saysWhatItCannotDoInItsExitCode()
{
    const QString unknown = u"00000000000000000000000000000000"_s;
    for (const QString& verb : {u"job"_s, u"checkpoints"_s, u"exceptions"_s}) {
        const live::Said said = ask({verb, unknown});
        QVERIFY2(said.exitCode() == 5, qPrintable(verb + u' ' + said.report()));
        QVERIFY2(said.command.output.isEmpty(), qPrintable(said.report()));
        QVERIFY2(said.command.errors.contains(unknown.toUtf8()), qPrintable(said.report()));
        QCOMPARE(ask({verb, u"not-an-id"_s}).exitCode(), 2);
    }
    const QString nobody = u"http://127.0.0.1:%1"_s.arg(live::freePort());
    const live::Said said = m_dreyctl->ask({u"jobs"_s, u"--endpoint"_s, nobody});
    QVERIFY2(said.exitCode() == 3, qPrintable(said.report()));
    QVERIFY2(said.command.errors.contains("127.0.0.1"), qPrintable(said.report()));
}

void LiveDreyctlTest::givesUpOnAClusterThatDoesNotAnswer()
{
    m_stage->cluster->jobManager().freeze();
    const live::Said said = ask({u"jobs"_s, u"--timeout"_s, u"2"_s});
    m_stage->cluster->jobManager().thaw();
    QVERIFY2(said.exitCode() == 3, qPrintable(said.report()));
    QCOMPARE(ask({u"jobs"_s}).exitCode(), 0);
}

QTEST_GUILESS_MAIN(LiveDreyctlTest)

#include "tst_livedreyctl.moc"
