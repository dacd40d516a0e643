#include "tests/support/hygiene.h"
#include "tests/support/sampleconnections.h"
#include "ui/code/codeview.h"
#include "ui/deployment/deploymentpage.h"
#include "ui/deployment/logarea.h"
#include "ui/deployment/operationbar.h"
#include "ui/deployment/tab.h"
#include "ui/deployment/truthpanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingrows.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/timedisplay.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using base::Health;
using deployment::DeploymentPage;

namespace {

constexpr int patience = 20'000;
const kube::ObjectKey restarting{u"payments"_s, u"payment-settlement"_s};
const kube::ObjectKey failing{u"logistics"_s, u"parcel-tracking"_s};

/// What a test sees on the page.
struct Shown
{
    explicit Shown(DeploymentPage& shownPage)
        : page(shownPage)
    {
    }

    bool goTo(const QString& title) const
    {
        const int index = int(page.tabTitles().indexOf(title));
        if (index >= 0)
            page.setCurrentTab(index);
        return index >= 0;
    }
    /// The tables one sees, from top to bottom.
    QList<widgets::ObjectTable*> tables() const
    {
        QList<widgets::ObjectTable*> result;
        for (widgets::ObjectTable* table : page.findChildren<widgets::ObjectTable*>()) {
            if (table->isVisible())
                result.append(table);
        }
        return result;
    }
    int rows() const { return tables().isEmpty() ? 0 : tables().first()->model()->rowCount(); }
    QString cell(int row, int column) const
    {
        return tables().isEmpty() ? QString() : tables().first()->model()->index(row, column).data().toString();
    }
    bool says(const QString& text) const
    {
        for (const QLabel* label : page.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    DeploymentPage& page;
};

} // namespace

class TestDeploymentPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanup();
    void tellsWhereTheSourcesDisagreeAndWhomItTrusts();
    void everyTabIsReachedByKeyboardAlone();
    void listsTheJobsWithTheirSessionJobs();
    void sessionJobsOfASilentFlinkAreThereToBeHelped();
    void showsACheckpointDownToItsSubtasks();
    void saysSinceWhenNoCheckpointCompletes();
    void showsPodsAndFollowsTheirLog();
    void theLogIsFilteredFromItsToolBar();
    void theOverviewFitsANarrowPage();
    void aTabThatWaitsSaysForWhat();
    void listsEventsTheNewestFirst();
    void showsTheDocumentWithoutWhatMachinesWrite();
    void aBareEndpointHasTheTabsThatFlinkCanFill();
    void aForbiddenTabNamesTheVerb();
    void aDeploymentThatIsDeletedStaysAsItWas();
    void case77_hostileTextsNeitherDeceiveNorBreakThePage();
    void case76_noTextOfAServerIsReadAsMarkup();

private:
    std::unique_ptr<DeploymentPage> page(const kube::ObjectKey& key);

    support::SampleConnections m_sample;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<widgets::TimeDisplay> m_time;
    std::unique_ptr<flink::Connection> m_connection;
};

void TestDeploymentPage::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_theme = std::make_unique<theme::Theme>(*qApp);
    m_time = std::make_unique<widgets::TimeDisplay>();
    QVERIFY(m_sample.start());
}

void TestDeploymentPage::cleanup()
{
    m_connection.reset();
}

std::unique_ptr<DeploymentPage> TestDeploymentPage::page(const kube::ObjectKey& key)
{
    m_connection =
        key.name.isEmpty() ? m_sample.openEndpoint() : m_sample.open(u"sample"_s, base::Environment::Production);
    auto result = std::make_unique<DeploymentPage>(*m_connection, key);
    result->resize(1150, 760);
    static_cast<QWidget&>(*result).show();
    return result;
}

void TestDeploymentPage::tellsWhereTheSourcesDisagreeAndWhomItTrusts()
{
    const auto page = this->page(restarting);
    const Shown shown(*page);
    QTRY_VERIFY_WITH_TIMEOUT(page->subject().verdict().sourcesDisagree, patience);
    const auto badge = [&page] { return page->findChild<widgets::Badge*>(u"health"_s); };
    QTRY_COMPARE_WITH_TIMEOUT(badge()->health(), page->health(), patience);
    QVERIFY(page->health() != Health::Healthy);
    const auto* panel = page->findChild<deployment::TruthPanel*>();
    QStringList texts;
    for (const QLabel* label : panel->findChildren<QLabel*>())
        texts.append(label->text());
    QVERIFY(texts.contains(u"Sources disagree"_s));
    QVERIFY(texts.contains(u"≠"_s));
    QVERIFY(texts.contains(u"Operator status"_s) && texts.contains(u"Flink REST"_s) &&
            texts.contains(u"Kubernetes pods"_s));
    QVERIFY(texts.contains(u"not reported"_s));
    QVERIFY(texts.contains(page->subject().verdict().trust));
}

void TestDeploymentPage::everyTabIsReachedByKeyboardAlone()
{
    const auto page = this->page(restarting);
    page->activateWindow();
    page->setFocus();
    QTRY_VERIFY(page->isActiveWindow());
    for (int i = 0; i < page->tabCount(); ++i) {
        QTest::keyClick(page.get(), Qt::Key(Qt::Key_1 + i), Qt::AltModifier);
        QCOMPARE(page->currentTab(), i);
    }
    QTest::keyClick(page.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(page->currentTab(), 0);
    QTest::keyClick(page.get(), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(page->currentTab(), page->tabCount() - 1);
}

void TestDeploymentPage::listsTheJobsWithTheirSessionJobs()
{
    const auto page = this->page({u"analytics"_s, u"adhoc-session"_s});
    const Shown shown(*page);
    QVERIFY(shown.goTo(u"Jobs"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shown.rows() >= 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.cell(0, 6) != u"–", patience);
    // Enter on a job chooses it and shows its checkpoints.
    auto* table = shown.tables().first();
    table->selectRow(1);
    const QString id = shown.cell(1, 2);
    emit table->rowActivated(1);
    QCOMPARE(page->tabTitles().at(page->currentTab()), u"Checkpoints"_s);
    QCOMPARE(page->subject().job(), id);
}

void TestDeploymentPage::sessionJobsOfASilentFlinkAreThereToBeHelped()
{
    // A session cluster that nobody answers for.
    QJsonObject cluster =
        m_sample.server().object(u"sample"_s, u"FlinkDeployment"_s, u"analytics"_s, u"adhoc-session"_s);
    QVERIFY(!cluster.isEmpty());
    const auto renamed = [](QJsonObject object, const QString& name) {
        QJsonObject metadata = object[u"metadata"].toObject();
        metadata.insert(u"name"_s, name);
        metadata.insert(u"uid"_s, u"uid-of-"_s + name);
        object.insert(u"metadata"_s, metadata);
        return object;
    };
    const auto page = this->page({u"analytics"_s, u"silent-session"_s});
    const auto* jobs = page->subject().connection().sessionJobs();
    QTRY_VERIFY_WITH_TIMEOUT(!jobs->keys().isEmpty(), patience);
    const QString name = jobs->keys().first().name;
    QJsonObject job =
        renamed(m_sample.server().object(u"sample"_s, u"FlinkSessionJob"_s, u"analytics"_s, name), u"silent-job"_s);
    QJsonObject spec = job[u"spec"].toObject();
    spec.insert(u"deploymentName"_s, u"silent-session"_s);
    job.insert(u"spec"_s, spec);
    m_sample.server().change(u"sample"_s, renamed(cluster, u"silent-session"_s));
    m_sample.server().change(u"sample"_s, job);
    const Shown shown(*page);
    QVERIFY(shown.goTo(u"Jobs"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 1, patience);
    QCOMPARE(shown.cell(0, 0), u"not known"_s);
    shown.tables().first()->selectRow(0);
    auto* bar = page->findChild<deployment::OperationBar*>(u"sessionJobOperations"_s);
    QVERIFY(bar->isVisible());
    // The context is production and protected: each says so.
    using Verb = plans::Intent::Verb;
    QVERIFY(!bar->action(Verb::Suspend)->isEnabled());
    QVERIFY(bar->action(Verb::Suspend)->toolTip().contains(u"protected"));
    flink::ConnectionSettings settings = m_connection->settings();
    settings.isProtected = false;
    m_connection->setSettings(settings);
    QTRY_VERIFY(bar->action(Verb::Suspend)->isEnabled());
    QSignalSpy requested(page.get(), &DeploymentPage::operationRequested);
    bar->action(Verb::Suspend)->trigger();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().at(1).toString(), u"FlinkSessionJob"_s);
    QCOMPARE(requested.first().at(2).value<kube::ObjectKey>(), (kube::ObjectKey{u"analytics"_s, u"silent-job"_s}));
    QVERIFY(m_sample.server().remove(u"sample"_s, u"FlinkSessionJob"_s, u"analytics"_s, u"silent-job"_s));
    QVERIFY(m_sample.server().remove(u"sample"_s, u"FlinkDeployment"_s, u"analytics"_s, u"silent-session"_s));
}

void TestDeploymentPage::showsACheckpointDownToItsSubtasks()
{
    const auto page = this->page({u"payments"_s, u"payment-authorize"_s});
    const Shown shown(*page);
    QVERIFY(shown.goTo(u"Checkpoints"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shown.rows() > 3, patience);
    QCOMPARE(shown.tables().size(), 1);
    QVERIFY(shown.cell(1, 0).startsWith(u"chk-"));
    shown.tables().first()->selectRow(1);
    QTRY_COMPARE_WITH_TIMEOUT(shown.tables().size(), 3, patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.tables().at(1)->model()->rowCount() > 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.tables().at(2)->model()->rowCount() > 1, patience);
    // New checkpoints move the selected row, but the selection stays with it.
    const QString selected = shown.cell(shown.tables().first()->currentIndex().row(), 0);
    page->refresh();
    QCOMPARE(shown.cell(shown.tables().first()->currentIndex().row(), 0), selected);
}

void TestDeploymentPage::saysSinceWhenNoCheckpointCompletes()
{
    const auto page = this->page(failing);
    const Shown shown(*page);
    QVERIFY(shown.goTo(u"Checkpoints"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shown.says(u"No checkpoint has completed for"_s), patience);
    QVERIFY(shown.says(u"because: "_s));
}

void TestDeploymentPage::showsPodsAndFollowsTheirLog()
{
    const auto page = this->page(restarting);
    const Shown shown(*page);
    QVERIFY(shown.goTo(u"Pods"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shown.rows() > 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.says(u" lines"_s), patience);
    auto* log = page->findChild<deployment::LogArea*>();
    QVERIFY(log->isFollowing());
    log->setSearch(u"checkpoint"_s);
    QTRY_VERIFY_WITH_TIMEOUT(log->findNext(deployment::LogArea::Direction::Backward), patience);
    QVERIFY(log->selectedText().contains(u"checkpoint", Qt::CaseInsensitive));
    QVERIFY(!log->isFollowing());
    log->setFocus();
    QTest::keyClick(log, Qt::Key_End);
    QVERIFY(log->isFollowing());
    log->setSearch(u"certainly not in this log"_s);
    QVERIFY(!log->findNext(deployment::LogArea::Direction::Forward));
}

void TestDeploymentPage::theLogIsFilteredFromItsToolBar()
{
    const auto page = this->page(restarting);
    const Shown shown(*page);
    QVERIFY(shown.goTo(u"Pods"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shown.says(u" lines"_s), patience);
    const auto* log = page->findChild<deployment::LogArea*>();
    const auto boxes = page->findChildren<QComboBox*>();
    const auto least = std::find_if(boxes.begin(), boxes.end(), [](const QComboBox* box) {
        return box->accessibleName() == u"Least severity that is shown";
    });
    QVERIFY(least != boxes.end());
    QTRY_VERIFY_WITH_TIMEOUT(log->index().rows() > 100, patience);
    const qsizetype all = log->index().rows();
    (*least)->setCurrentIndex(int(deployment::Severity::Warning));
    QTRY_VERIFY(!log->index().isReading() && log->index().rows() > 0 && log->index().rows() < all);
    QTRY_VERIFY(shown.says(u" of "_s));
    // Nothing of the tool bar is out of reach in a narrow page.
    page->resize(480, 700);
    for (const QWidget* tool : log->parentWidget()->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (tool->isVisible())
            QTRY_VERIFY2(tool->geometry().right() <= log->parentWidget()->width(), tool->metaObject()->className());
    }
}

void TestDeploymentPage::theOverviewFitsANarrowPage()
{
    const auto page = this->page(restarting);
    QTRY_VERIFY_WITH_TIMEOUT(page->subject().verdict().sourcesDisagree, patience);
    const auto* panel = page->findChild<deployment::TruthPanel*>();
    const auto* scroll = [panel] {
        const QWidget* widget = panel;
        while (!qobject_cast<const QScrollArea*>(widget))
            widget = widget->parentWidget();
        return qobject_cast<const QScrollArea*>(widget);
    }();
    for (const int width : {1150, 700, 480, 1150}) {
        page->resize(width, 700);
        QTRY_COMPARE(scroll->width(), width);
        QTRY_COMPARE(scroll->horizontalScrollBar()->maximum(), 0);
        QTRY_VERIFY(panel->mapTo(scroll->viewport(), QPoint(panel->width(), 0)).x() <= scroll->viewport()->width());
    }
}

void TestDeploymentPage::aTabThatWaitsSaysForWhat()
{
    const auto page = this->page(restarting);
    QVERIFY(Shown(*page).goTo(u"Jobs"_s));
    const auto all = page->findChildren<widgets::LoadingRows*>();
    const auto waiting = std::find_if(all.begin(), all.end(), [](const auto* one) { return one->isVisible(); });
    QVERIFY(waiting != all.end());
    QVERIFY(!(*waiting)->sentence().isEmpty());
    QCOMPARE((*waiting)->accessibleName(), (*waiting)->sentence());
    QTRY_VERIFY_WITH_TIMEOUT(Shown(*page).rows() > 0, patience);
}

void TestDeploymentPage::listsEventsTheNewestFirst()
{
    const auto page = this->page(restarting);
    const Shown shown(*page);
    QVERIFY(shown.goTo(u"Events"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shown.rows() > 2, patience);
    const auto* model = shown.tables().first()->model();
    for (int row = 1; row < model->rowCount(); ++row) {
        const auto time = [model](int at) { return model->index(at, 0).data(widgets::cell::TimeRole).toDateTime(); };
        QVERIFY(time(row - 1) >= time(row));
    }
}

void TestDeploymentPage::showsTheDocumentWithoutWhatMachinesWrite()
{
    const auto page = this->page(restarting);
    const Shown shown(*page);
    QVERIFY(shown.goTo(u"YAML"_s));
    auto* text = page->findChild<code::CodeView*>();
    QTRY_VERIFY_WITH_TIMEOUT(text->toPlainText().contains(u"kind: FlinkDeployment"), patience);
    QVERIFY(text->isReadOnly());
    QVERIFY(!text->toPlainText().contains(u"\nstatus:"));
    QVERIFY(!text->toPlainText().contains(u"managedFields:"));
    for (QAbstractButton* button : page->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->text() == u"Status")
            button->click();
    }
    QVERIFY(text->toPlainText().contains(u"\nstatus:"));
    QVERIFY(text->find(u"payment-settlement"_s));
    QVERIFY(text->matches() > 1);
    QVERIFY(!text->find(u"nothing like this"_s));
}

void TestDeploymentPage::aBareEndpointHasTheTabsThatFlinkCanFill()
{
    const auto page = this->page({});
    const Shown shown(*page);
    QCOMPARE(page->tabTitles(),
             (QStringList{u"Overview"_s, u"Jobs"_s, u"Checkpoints"_s, u"Exceptions"_s, u"Config"_s, u"Graph"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(page->health(), Health::Healthy, patience);
    QVERIFY(page->kubectl().isEmpty());
    QVERIFY(shown.goTo(u"Config"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shown.rows() > 3, patience);
}

void TestDeploymentPage::aForbiddenTabNamesTheVerb()
{
    const auto page = this->page(restarting);
    const Shown shown(*page);
    QTRY_VERIFY_WITH_TIMEOUT(page->subject().view().jobs.isKnown(), patience);
    // Not permitted and never known: the verb; unreachable is another sign.
    class Probe : public deployment::Tab
    {
    public:
        using Tab::Tab;
        QString title() const override { return {}; }
        QString id() const override { return {}; }
        void refresh() override { showProblem(problem, {}, u"get pods in payments"_s); }
        base::Error problem;
    };
    Probe probe(page->subject(), nullptr);
    static_cast<QWidget&>(probe).show();
    probe.problem.kind = base::Error::Kind::Forbidden;
    probe.refresh();
    const auto* empty = probe.findChild<widgets::EmptyState*>();
    QCOMPARE(empty->kind(), widgets::EmptyState::Kind::NotPermitted);
    const QList<QLabel*> labels = empty->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [](const QLabel* label) { return label->text().contains(u"get pods in payments"); }));
    probe.problem.kind = base::Error::Kind::Timeout;
    probe.refresh();
    QCOMPARE(empty->kind(), widgets::EmptyState::Kind::Unreachable);
}

void TestDeploymentPage::aDeploymentThatIsDeletedStaysAsItWas()
{
    const auto page = this->page({u"payments"_s, u"refund-matcher"_s});
    const Shown shown(*page);
    QTRY_VERIFY_WITH_TIMEOUT(page->subject().deployment() != nullptr, patience);
    const QJsonObject object =
        m_sample.server().object(u"sample"_s, u"FlinkDeployment"_s, u"payments"_s, u"refund-matcher"_s);
    QVERIFY(m_sample.server().remove(u"sample"_s, u"FlinkDeployment"_s, u"payments"_s, u"refund-matcher"_s));
    QTRY_VERIFY_WITH_TIMEOUT(page->subject().isGone(), patience);
    QVERIFY(page->subject().deployment() != nullptr);
    QTRY_VERIFY(shown.says(u"does not exist any more"_s));
    m_sample.server().change(u"sample"_s, object);
    QTRY_VERIFY_WITH_TIMEOUT(!page->subject().isGone(), patience);
}

void TestDeploymentPage::case77_hostileTextsNeitherDeceiveNorBreakThePage()
{
    const kube::ObjectKey key{u"payments"_s, u"ledger-projection"_s};
    const QJsonObject original = m_sample.server().object(u"sample"_s, u"FlinkDeployment"_s, key.nameSpace, key.name);
    QJsonObject object = original;
    QJsonObject status = object.value(u"status").toObject();
    status.insert(u"error",
                  u"<a href=http://evil>x</a>\u202Etxt.exe\u001b]8;;http://evil\u0007"_s + QString(1024 * 1024, u'e'));
    object.insert(u"status", status);
    QJsonArray conditions;
    for (int i = 0; i < 5'000; ++i)
        conditions.append(QJsonObject{{u"type"_s, u"T%1"_s.arg(i)}, {u"message"_s, u"\u202E"_s}});
    status.insert(u"conditions", conditions);
    m_sample.server().change(u"sample"_s, object);

    const auto page = this->page(key);
    const Shown shown(*page);
    QTRY_VERIFY_WITH_TIMEOUT(page->subject().deployment() && page->subject().deployment()->status.error, patience);
    for (int i = 0; i < page->tabCount(); ++i) {
        page->setCurrentTab(i);
        QVERIFY(!page->grab().isNull());
        for (const QLabel* label : page->findChildren<QLabel*>()) {
            QVERIFY(!label->text().contains(QChar(0x202E)) && !label->text().contains(QChar(0x1b)));
            QVERIFY(label->text().size() < 10'000);
        }
    }
    QVERIFY(shown.goTo(u"YAML"_s));
    const auto* text = page->findChild<code::CodeView*>();
    QTRY_VERIFY_WITH_TIMEOUT(text->toPlainText().contains(u"kind: FlinkDeployment"), patience);
    for (QAbstractButton* button : page->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->text() == u"Status")
            button->click();
    }
    QTRY_VERIFY_WITH_TIMEOUT(text->toPlainText().contains(u"<a href="), patience);
    QVERIFY(!text->toPlainText().contains(QChar(0x202E)));
    m_sample.server().change(u"sample"_s, original);
}

void TestDeploymentPage::case76_noTextOfAServerIsReadAsMarkup()
{
    const auto page = this->page(restarting);
    for (int i = 0; i < page->tabCount(); ++i)
        page->setCurrentTab(i);
    for (const QLabel* label : page->findChildren<QLabel*>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

QTEST_MAIN(TestDeploymentPage)

#include "tst_deploymentpage.moc"
