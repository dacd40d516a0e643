#include "app/gui/practice.h"
#include "core/flink/connection.h"
#include "tests/ui/shellfixture.h"
#include "ui/fleet/fleetpage.h"
#include "ui/practice/practicepage.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QPushButton>

using namespace support;
using namespace std::chrono_literals;
using practice::Progress;

/// The real practice cluster behind the window: what one click brings, and one rehearsal from its story to its debrief.
class TestPracticePlay : public ShellTest
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { end(); }

    void oneClickFillsTheFleet();
    void aRehearsalIsPlayedFromTheStoryToTheDebrief();
    void anotherRehearsalIsSeenByTheSameConnection();

private:
    practice::Session& session() { return m_drey->practice().session(); }
    flink::Connection* connection() { return m_drey->book().connection(connections::contextId(u"practice"_s)); }
    void scaleOperator(int replicas);
};

void TestPracticePlay::initTestCase()
{
    prepare();
    qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
    QFile(m_home.path()).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestPracticePlay::init()
{
    begin();
    m_drey.reset();
    gui::StartOptions options;
    options.kubeconfig = m_home.filePath(u"config"_s);
    options.practice = practice::simulated();
    m_drey = std::make_unique<gui::Application>(*qApp, options);
    m_drey->start();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void TestPracticePlay::oneClickFillsTheFleet()
{
    QElapsedTimer watch;
    watch.start();
    for (auto* button : window().findChildren<QPushButton*>()) {
        if (button->text() == u"Open the practice cluster")
            button->click();
    }
    const qint64 blocked = watch.elapsed();
    QVERIFY(session().isStarting());
    QTRY_VERIFY_WITH_TIMEOUT(connection(), 120'000);
    auto* fleet = window().findChild<fleet::FleetPage*>();
    QVERIFY2(fleet, qPrintable(textsOf(window()).join(u'\n')));
    QTRY_VERIFY_WITH_TIMEOUT(fleet->model().rowCount() >= 12, patience);
    qInfo("The click took %lld ms, the fleet was there after %lld ms.", blocked, watch.elapsed());
    QVERIFY2(blocked < 200, qPrintable(QString::number(blocked)));
}

/// As somebody with kubectl would.
void TestPracticePlay::scaleOperator(int replicas)
{
    http::Request request;
    request.method = "PATCH";
    request.effect = http::Effect::Write;
    request.path = u"/apis/apps/v1/namespaces/flink-operator/deployments/flink-kubernetes-operator"_s;
    request.contentType = "application/merge-patch+json";
    request.body =
        QJsonDocument(QJsonObject{{u"spec"_s, QJsonObject{{u"replicas"_s, replicas}}}}).toJson(QJsonDocument::Compact);
    bool isDone = false;
    connection()->api()->send(request, this, [&isDone](const base::Result<http::Answer>& answer) {
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        isDone = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(isDone, patience);
}

void TestPracticePlay::aRehearsalIsPlayedFromTheStoryToTheDebrief()
{
    m_drey->practice().play(u"operator-down"_s);
    QTRY_VERIFY_WITH_TIMEOUT(session().isOpen() && !session().isStarting(), 120'000);
    auto* page = window().findChild<practice::PracticePage*>();
    QVERIFY(page);
    const auto button = [page](const QString& text) -> QPushButton* {
        for (auto* each : page->findChildren<QPushButton*>()) {
            if (each->isVisible() && each->text() == text)
                return each;
        }
        return nullptr;
    };
    session().setSpeed(60);
    QTRY_VERIFY_WITH_TIMEOUT(session().progress().stage == Progress::Stage::Incident, patience);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"parcel-tracking"_s), patience); // the story names it
    button(u"Show a hint"_s)->click();
    session().accuse(u"quota"_s);
    session().accuse(u"operator-scaled-to-zero"_s);
    QCOMPARE(session().foundCause(), u"operator-scaled-to-zero"_s);
    QVERIFY(!session().isOver());
    scaleOperator(1);
    QTRY_VERIFY_WITH_TIMEOUT(session().progress().stage == Progress::Stage::Recovered, 60'000);
    QStringList texts;
    QTRY_VERIFY((texts = textsOf(window())).contains(u"Debrief"_s));
    for (const QString& expected : {u"What it was"_s, u"What was to be done"_s, u"Timeline"_s})
        QVERIFY2(texts.contains(expected), qPrintable(expected));
    const bool isTold = std::any_of(texts.begin(), texts.end(),
                                    [](const QString& text) { return text.startsWith(u"PATCH deployments"); });
    QVERIFY2(isTold, qPrintable(texts.join(u'\n')));
    QCOMPARE(session().progress().hintsTaken, 1);
    QCOMPARE(session().progress().wrongSuspects, 1);
}

void TestPracticePlay::anotherRehearsalIsSeenByTheSameConnection()
{
    m_drey->practice().open();
    QTRY_VERIFY_WITH_TIMEOUT(connection(), 120'000);
    QTRY_VERIFY_WITH_TIMEOUT(connection()->deployments()->isComplete(), patience);
    const QDateTime before = connection()->state().lastContact;
    m_drey->practice().play(u"operator-down"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!session().isStarting(), 120'000);
    QTRY_VERIFY_WITH_TIMEOUT(connection()->state().kind == flink::ConnectionState::Kind::Live &&
                                 connection()->state().lastContact > before,
                             60'000);
    QTRY_VERIFY_WITH_TIMEOUT(connection()->deployments()->count() >= 12, 60'000);
}

QTEST_MAIN(TestPracticePlay)
#include "tst_practiceplay.moc"
