#include "core/flink/endpoint.h"
#include "core/kube/access.h"
#include "core/kube/logs.h"
#include "tests/support/byteserver.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"
#include "tests/support/sampleconnections.h"
#include "ui/deployment/causecard.h"
#include "ui/deployment/deploymentpage.h"
#include "ui/deployment/exceptionstab.h"
#include "ui/deployment/failurestrip.h"
#include "ui/deployment/logarea.h"
#include "ui/deployment/placecard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/timedisplay.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using deployment::DeploymentPage;

namespace {

constexpr int patience = 20'000;
const kube::ObjectKey restarting{u"payments"_s, u"payment-settlement"_s};

QStringList visibleTexts(const QWidget& widget)
{
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts;
}

/// A stack trace in an answer of Flink.
QJsonObject entry(const QString& trace, qint64 at = 1795271528145)
{
    return {{u"exceptionName"_s, u"java.lang.Exception"_s}, {u"stacktrace"_s, trace}, {u"timestamp"_s, at}};
}

} // namespace

class TestExceptionsTab : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanup();

    void groupsWhatIsTheSame();
    void explainsTheSelectedGroup();
    void setsOwnCallsApart();
    void theRootCauseIsInView();
    void tellsWhatAFailureFollowed();
    void leadsToTheLogOfThePod();
    void isReachedByKeyboardAlone();
    void tellsWhenFailuresWere();
    void marksFromLongAgoAreLeftOut();
    void aRestartedContainerOffersItsLogBefore();
    void aPodThatIsGoneOffersNoLog();
    void case77_survivesStackTracesOfAnyForm();
    void fitsANarrowPage();

private:
    QWidget* openSample();
    enum class Memory { Whole, Part };
    QWidget* openEndpoint(const QJsonArray& entries, Memory memory = Memory::Part);
    QWidget* openTab();
    widgets::ObjectTable* visibleTable() const;

    support::SampleConnections m_sample;
    std::unique_ptr<support::ByteServer> m_server;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<widgets::TimeDisplay> m_time;
    std::unique_ptr<flink::Connection> m_connection;
    std::unique_ptr<DeploymentPage> m_page;
    widgets::ObjectTable* m_table = nullptr;
    QPlainTextEdit* m_trace = nullptr;
};

void TestExceptionsTab::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_theme = std::make_unique<theme::Theme>(*qApp);
    m_time = std::make_unique<widgets::TimeDisplay>();
    QVERIFY(m_sample.start());
}

void TestExceptionsTab::cleanup()
{
    m_page.reset();
    m_connection.reset();
    m_server.reset();
}

QWidget* TestExceptionsTab::openTab()
{
    m_page->resize(1150, 760);
    static_cast<QWidget&>(*m_page).show();
    m_page->setCurrentTab(int(m_page->tabTitles().indexOf(u"Exceptions"_s)));
    auto* tab = m_page->findChild<deployment::ExceptionsTab*>();
    m_table = tab->findChild<widgets::ObjectTable*>();
    m_trace = tab->findChild<QPlainTextEdit*>();
    return tab;
}

widgets::ObjectTable* TestExceptionsTab::visibleTable() const
{
    const auto tables = m_page->findChildren<widgets::ObjectTable*>();
    const auto found = std::ranges::find_if(tables, &QWidget::isVisible);
    return found == tables.end() ? nullptr : *found;
}

QWidget* TestExceptionsTab::openSample()
{
    m_connection = m_sample.open(u"sample"_s);
    m_page = std::make_unique<DeploymentPage>(*m_connection, restarting);
    return openTab();
}

/// A bare Flink whose job failed like this.
QWidget* TestExceptionsTab::openEndpoint(const QJsonArray& entries, Memory memory)
{
    cleanup();
    m_server = std::make_unique<support::ByteServer>();
    const QJsonObject remembered{{u"entries"_s, entries}, {u"truncated"_s, memory == Memory::Part}};
    const QByteArray history = QJsonDocument(QJsonObject{{u"exceptionHistory"_s, remembered}}).toJson();
    m_server->onRequest([history](support::Exchange& exchange) {
        const QString path = exchange.path().section(u'?', 0, 0);
        if (path.endsWith(u"/exceptions"))
            return exchange.replyJson(200, history);
        const QString name = path == u"/jobs/overview" ? u"jobs-overview"_s
                             : path == u"/overview"    ? u"overview"_s
                                                       : QString();
        if (name.isEmpty())
            return exchange.replyJson(404, R"({"errors":["nothing here"]})");
        exchange.replyJson(200, support::recording(u"rest/1.20/"_s + name));
    });
    if (!m_server->listen())
        return nullptr;
    flink::ConnectionSettings settings;
    settings.id = settings.name = m_server->url().toString();
    flink::Endpoint endpoint;
    endpoint.address = settings.name;
    const auto access = flink::accessTo(endpoint);
    if (!access)
        return nullptr;
    m_connection =
        flink::Connection::toEndpoint(access->target.base, access->credentials, access->target.trust, settings);
    m_connection->open();
    m_page = std::make_unique<DeploymentPage>(*m_connection, kube::ObjectKey{});
    return openTab();
}

void TestExceptionsTab::groupsWhatIsTheSame()
{
    openSample();
    QTRY_COMPARE_WITH_TIMEOUT(m_table->model()->rowCount(), 3, patience);
    int count = 0;
    QStringList causes;
    for (int row = 0; row < 3; ++row) {
        count += m_table->model()->index(row, 0).data().toInt();
        causes.append(m_table->model()->index(row, 2).data().toString());
    }
    QCOMPARE(count, 16);
    QCOMPARE(causes.first(), u"Container killed for its memory (OOMKilled)"_s);
    QVERIFY(causes.contains(u"Record too large for Kafka"_s));
    // A new answer keeps the selection.
    m_table->selectRow(1);
    const QString selected = m_table->currentIndex().siblingAtColumn(1).data().toString();
    m_page->refresh();
    QTest::qWait(300);
    QCOMPARE(m_table->currentIndex().siblingAtColumn(1).data().toString(), selected);
}

void TestExceptionsTab::explainsTheSelectedGroup()
{
    openSample();
    QTRY_COMPARE_WITH_TIMEOUT(m_table->model()->rowCount(), 3, patience);
    const auto* card = m_page->findChild<deployment::CauseCard*>();
    QTRY_COMPARE(card->accessibleName(), u"Container killed for its memory (OOMKilled)"_s);
    const QStringList texts = visibleTexts(*card);
    QVERIFY(texts.contains(u"What it means"_s) && texts.contains(u"How to confirm"_s) &&
            texts.contains(u"What to do"_s));
    QVERIFY(card->findChild<widgets::CopyButton*>()->copied().contains(u"taskmanager.memory.jvm-overhead.max"));
    for (int row = 0; row < 3; ++row) {
        m_table->selectRow(row);
        if (m_table->model()->index(row, 1).data().toString().startsWith(u"NullPointerException"))
            break;
    }
    QCOMPARE(card->accessibleName(), u"No known cause"_s);
    QVERIFY(!visibleTexts(*card).contains(u"What to do"_s));
    QVERIFY(!card->findChild<widgets::CopyButton*>()->isVisible());
}

void TestExceptionsTab::setsOwnCallsApart()
{
    openEndpoint({entry(u"a.B: x\n\tat com.example.Job.map(Job.java:12)\n\tat "
                        u"org.apache.flink.A.b(A.java:1)\nCaused by: c.D: "
                        "y\n\tat java.base/java.lang.Thread.run(Thread.java:1)\n\t... 3 more"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(m_trace->toPlainText().contains(u"Job.java"), patience);
    const auto format = [this](int line) {
        const auto formats = m_trace->document()->findBlockByNumber(line).layout()->formats();
        return formats.isEmpty() ? QTextCharFormat() : formats.first().format;
    };
    QCOMPARE(format(1).fontWeight(), int(QFont::Bold));
    QVERIFY(format(2).fontWeight() != QFont::Bold);
    QCOMPARE(format(2).foreground().color(), theme::color(theme::Role::SecondaryText));
    QCOMPARE(format(3).foreground().color(), theme::status(base::Health::Broken).text);
    QCOMPARE(format(4).foreground().color(), theme::color(theme::Role::SecondaryText));
    QCOMPARE(format(0).foreground().color(), format(3).foreground().color());
}

void TestExceptionsTab::theRootCauseIsInView()
{
    openEndpoint({entry(u"a.B: x\n"_s + u"\tat org.apache.flink.A.b(A.java:1)\n"_s.repeated(500) +
                        u"Caused by: java.io.IOException: No space left on device\n\tat x.Y.z(Y.java:1)\n"_s +
                        u"\tat org.apache.flink.A.b(A.java:1)\n"_s.repeated(50))});
    QTRY_VERIFY_WITH_TIMEOUT(m_trace->toPlainText().contains(u"No space"), patience);
    QTRY_VERIFY(m_trace->verticalScrollBar()->value() > 400);
    QVERIFY(visibleTexts(*m_page).contains(u"java.io.IOException: No space left on device"_s));
}

void TestExceptionsTab::tellsWhatAFailureFollowed()
{
    const QJsonObject overview = QJsonDocument::fromJson(support::recording(u"rest/1.20/jobs-overview"_s)).object();
    const qint64 started = overview[u"jobs"][0][u"start-time"].toInteger();
    QVERIFY(started > 0);
    openEndpoint({entry(u"a.Soon: x"_s, started + 90'000), entry(u"a.Late: x"_s, started + 7'200'000),
                  entry(u"a.Early: x"_s, started - 60'000)},
                 Memory::Whole);
    QTRY_COMPARE_WITH_TIMEOUT(m_table->model()->rowCount(), 3, patience);
    const auto tells = [this](const QString& type) {
        for (int row = 0; row < 3; ++row) {
            if (m_table->model()->index(row, 1).data().toString().startsWith(type))
                m_table->selectRow(row);
        }
        return visibleTexts(*m_page).filter(u"First seen"_s);
    };
    QCOMPARE(tells(u"Soon"_s), QStringList(u"First seen 1 min 30 s after the job was started."_s));
    QCOMPARE(tells(u"Late"_s), QStringList());
    QCOMPARE(tells(u"Early"_s), QStringList());
    // What Flink has forgotten may have begun before.
    openEndpoint({entry(u"a.Soon: x"_s, started + 90'000)}, Memory::Part);
    QTRY_COMPARE_WITH_TIMEOUT(m_table->model()->rowCount(), 1, patience);
    QCOMPARE(tells(u"Soon"_s), QStringList());
}

void TestExceptionsTab::leadsToTheLogOfThePod()
{
    openSample();
    QTRY_COMPARE_WITH_TIMEOUT(m_table->model()->rowCount(), 3, patience);
    const auto* place = m_page->findChild<deployment::PlaceCard*>();
    QTRY_VERIFY_WITH_TIMEOUT(visibleTexts(*place).filter(u"OOMKilled, exit 137"_s).size() == 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(visibleTexts(*place).filter(u"BackOff: Back-off restarting"_s).size() == 1, patience);
    auto* log = place->findChildren<QPushButton*>().first();
    QTRY_VERIFY_WITH_TIMEOUT(log->isVisible(), patience);
    log->setFocus();
    QTest::keyClick(log, Qt::Key_Space);
    QCOMPARE(m_page->tabTitles().at(m_page->currentTab()), u"Pods"_s);
    const auto* pods = visibleTable();
    QCOMPARE(pods->currentIndex().siblingAtColumn(1).data().toString(),
             u"payment-settlement-taskmanager-1-%1"_s.arg(pods->model()->rowCount() - 1));
    const auto showsPrevious = [this] {
        for (const QAbstractButton* chip : m_page->findChildren<QAbstractButton*>()) {
            if (chip->isVisible() && chip->text() == u"Previous")
                return chip->isChecked();
        }
        return false;
    };
    QVERIFY(!showsPrevious());
    auto* tab = m_page->findChild<deployment::ExceptionsTab*>();
    emit tab->logRequested(u"payment-settlement-taskmanager-1-1"_s, kube::LogQuery::Instance::Previous);
    QVERIFY(showsPrevious());
    QCOMPARE(pods->currentIndex().siblingAtColumn(1).data().toString(), u"payment-settlement-taskmanager-1-1"_s);
    // A pod that is gone in between changes nothing.
    emit tab->logRequested(u"no-such-pod"_s, kube::LogQuery::Instance::Current);
    QVERIFY(showsPrevious());
}

void TestExceptionsTab::isReachedByKeyboardAlone()
{
    openSample();
    QTRY_COMPARE_WITH_TIMEOUT(m_table->model()->rowCount(), 3, patience);
    m_page->activateWindow();
    QTRY_VERIFY(m_page->isActiveWindow());
    QTRY_VERIFY(m_page->findChild<deployment::PlaceCard*>()->findChildren<QPushButton*>().first()->isVisible());
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_Down);
    QCOMPARE(m_table->currentIndex().row(), 1);
    // Tab goes through trace, card and logs, and gets out of each.
    QSet<QString> visited;
    for (int i = 0; i < 30; ++i) {
        QWidget* focus = QApplication::focusWidget();
        QVERIFY(focus);
        for (const QWidget* one = focus; one; one = one->parentWidget())
            visited.insert(QString::fromLatin1(one->metaObject()->className()));
        if (qobject_cast<QLabel*>(focus))
            QVERIFY(!focus->accessibleName().isEmpty());
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    for (const QString& part : {u"QPlainTextEdit"_s, u"deployment::CauseCard"_s, u"deployment::PlaceCard"_s})
        QVERIFY2(visited.contains(part), qPrintable(part));
}

void TestExceptionsTab::tellsWhenFailuresWere()
{
    deployment::FailureStrip strip;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    strip.show({}, {}, {});
    QVERIFY(!strip.isVisibleTo(nullptr));
    strip.show({{u"a"_s, now.addSecs(-600)}, {u"b"_s, now.addSecs(-60)}, {u"a"_s, now.addSecs(-30)}},
               {{now.addSecs(-700), u"Spec changed"_s}}, u"a"_s);
    QVERIFY(strip.isVisibleTo(nullptr));
    QVERIFY(strip.accessibleDescription().contains(u"3 exception"));
    QVERIFY(strip.accessibleDescription().contains(u"2 in the selected group"));
    QVERIFY(strip.accessibleDescription().contains(u"Spec changed"));
    strip.resize(400, strip.sizeHint().height());
    const QImage chosen = strip.grab().toImage();
    strip.show({{u"a"_s, now.addSecs(-600)}, {u"b"_s, now.addSecs(-60)}, {u"a"_s, now.addSecs(-30)}},
               {{now.addSecs(-700), u"Spec changed"_s}}, u"b"_s);
    QVERIFY(strip.grab().toImage() != chosen);
    for (const int width : {1, 3, 20}) {
        strip.resize(width, strip.sizeHint().height());
        QVERIFY(!strip.grab().isNull());
    }
}

void TestExceptionsTab::marksFromLongAgoAreLeftOut()
{
    deployment::FailureStrip strip;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    strip.show({{u"a"_s, now.addSecs(-600)}}, {{now.addDays(-30), u"Job started"_s}, {now.addDays(1), u"Later"_s}},
               u"a"_s);
    QVERIFY(!strip.accessibleDescription().contains(u"Job started"));
    QVERIFY(!strip.accessibleDescription().contains(u"Later"));
    // A clock that is ahead.
    strip.show({{u"a"_s, now.addSecs(3600)}}, {}, u"a"_s);
    strip.resize(300, 80);
    QVERIFY(!strip.grab().isNull());
}

void TestExceptionsTab::aRestartedContainerOffersItsLogBefore()
{
    deployment::PlaceCard card;
    const QSignalSpy asked(&card, &deployment::PlaceCard::logRequested);
    flink::FailurePlace place;
    place.pod = u"tm-1"_s;
    place.isThere = place.hasPrevious = true;
    card.showPlace(place);
    card.show();
    const QList<QPushButton*> buttons = card.findChildren<QPushButton*>();
    QVERIFY(buttons.first()->isVisible() && buttons.last()->isVisible());
    buttons.last()->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), u"tm-1"_s);
    QCOMPARE(asked.first().last().value<kube::LogQuery::Instance>(), kube::LogQuery::Instance::Previous);
}

void TestExceptionsTab::aPodThatIsGoneOffersNoLog()
{
    deployment::PlaceCard card;
    flink::FailurePlace place;
    place.pod = u"orders-taskmanager-1-6"_s;
    place.subtask = flink::subtaskNameOf(u"count (1/2) - execution #5"_s);
    place.end = u"OOMKilled"_s;
    place.exitCode = 137;
    card.showPlace(place);
    card.show();
    QVERIFY(visibleTexts(card).contains(u"orders-taskmanager-1-6 (the pod is gone)"_s));
    QVERIFY(visibleTexts(card).contains(u"1 of 2, attempt 6"_s));
    QVERIFY(visibleTexts(card).contains(u"OOMKilled, exit 137"_s));
    for (const QPushButton* button : card.findChildren<QPushButton*>())
        QVERIFY(!button->isVisible());
    card.showPlace({});
    QVERIFY(!visibleTexts(card).filter(u"JobManager"_s).isEmpty());
}

void TestExceptionsTab::case77_survivesStackTracesOfAnyForm()
{
    const QString hostile = u"a.B: <b>\u202Etxt\u001b[31m\r\n\tat com.example.Job.map(Job.java:1)\r\n"_s;
    QString holes = u"java.io.IOException: No space left on device"_s;
    holes.insert(9, QChar::Null);
    const QString huge = u"a.Huge: x\n"_s + u"\tat com.example.Deep.call(Deep.java:1)\n"_s.repeated(30'000) +
                         u"Caused by: java.lang.OutOfMemoryError: Java heap space\n\tat x.Y.z(Y.java:1)"_s;
    openEndpoint({entry(huge, 1795271528900), entry(hostile, 1795271528800), entry({}, 1795271528700),
                  entry(holes, 1795271528600), entry(u"\tat "_s, 1795271528500),
                  entry(u"a.Cut: x\n\tat org.apa"_s, -1)});
    QTRY_COMPARE_WITH_TIMEOUT(m_table->model()->rowCount(), 6, patience);
    QVERIFY(m_trace->toPlainText().size() < 250'000);
    QVERIFY(m_trace->toPlainText().contains(u"Java heap space"));
    QCOMPARE(m_page->findChild<deployment::CauseCard*>()->accessibleName(), u"Heap exhausted"_s);
    for (int row = 0; row < 6; ++row) {
        m_table->selectRow(row);
        QVERIFY(!m_page->grab().isNull());
        for (const QChar bad : {QChar(0x202E), QChar(0x1b), QChar(QChar::Null)}) {
            QVERIFY(!m_trace->toPlainText().contains(bad));
            for (const QString& text : visibleTexts(*m_page))
                QVERIFY(!text.contains(bad) && text.size() < 10'000);
        }
    }
}

void TestExceptionsTab::fitsANarrowPage()
{
    openSample();
    QTRY_COMPARE_WITH_TIMEOUT(m_table->model()->rowCount(), 3, patience);
    m_page->resize(640, 760);
    const auto* card = m_page->findChild<deployment::CauseCard*>();
    QTRY_VERIFY(card->mapTo(m_page.get(), QPoint(card->width(), 0)).x() <= m_page->width());
    QVERIFY(card->mapTo(m_page.get(), QPoint()).y() > m_trace->mapTo(m_page.get(), QPoint(0, m_trace->height())).y());
}

QTEST_MAIN(TestExceptionsTab)

#include "tst_exceptionstab.moc"
