#include "tests/ui/operationsfixture.h"
#include "ui/code/diffview.h"
#include "ui/operations/agreedialog.h"
#include "ui/operations/checksview.h"
#include "ui/operations/commandsdialog.h"
#include "ui/operations/planpage.h"
#include "ui/operations/recoveryform.h"
#include "ui/operations/stepsview.h"
#include "ui/operations/words.h"
#include "ui/widgets/glyphlabel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>

using namespace support;
using operations::Draft;
using operations::PlanPage;
using Stage = operations::StageRow::Stage;

/// One operation on its page: what was looked at, what it may cost, how one agrees to it, and how it goes.
class TestPlanPage : public OperationsTest
{
    Q_OBJECT

private slots:
    void initTestCase() { found(); }
    void init() { start(); }
    void cleanup()
    {
        m_page.reset();
        stop();
    }

    void aPlanTellsWhatItRestsOnAndWhatItMayCost();
    void aFormMakesTheIntentOfWhatIsOther();
    void aNewStartNeedsItsSnapshot();
    void aRecoveryListsWhatThereIsToStartFrom();
    void theJobOfARecoveryRunsAgain();
    void whatIsBlockedSaysWhyInWords();
    void whatCanBeTakenBackWaitsAMoment();
    void inProductionADialogNamesWhereItIs();
    void whereStateMayBeLostTheNameIsTyped();
    void aDeletionMayDrainTheJobFirst();
    void theStagesGoAlongWithTheOperation();
    void whatTakesLongerThanUsualSaysSo();
    void theSameByHandIsShownAndCopied();
    void theKeyboardReachesEveryControl();

private:
    void open(Verb verb)
    {
        m_page = std::make_unique<PlanPage>(draft(verb), QStringList());
        m_page->resize(1100, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void planned() { QTRY_COMPARE_WITH_TIMEOUT(m_page->draft().stage(), Draft::Stage::Planned, operationPatience); }
    template <typename T>
    T* part(const QString& name)
    {
        return m_page->findChild<T*>(name);
    }
    QPushButton* act() { return part<QPushButton>(u"act"_s); }
    QPushButton* button(const QString& text)
    {
        for (auto* one : m_page->findChildren<QPushButton*>()) {
            if (one->text() == text && one->isVisible())
                return one;
        }
        return nullptr;
    }
    QString texts() const
    {
        QStringList all;
        for (const QLabel* label : m_page->findChildren<QLabel*>()) {
            if (label->isVisible())
                all.append(label->text());
        }
        return all.join(u'\n');
    }
    std::unique_ptr<PlanPage> m_page;
};

void TestPlanPage::aPlanTellsWhatItRestsOnAndWhatItMayCost()
{
    open(Verb::Suspend);
    planned();
    const workflow::Plan& plan = *m_page->draft().plan();
    QVERIFY(!plan.isBlocked());
    const QString all = texts();
    for (const workflow::Check& check : plan.preflight)
        QVERIFY2(all.contains(check.message), qPrintable(check.message));
    for (const workflow::Step& step : plan.steps)
        QVERIFY2(all.contains(step.title), qPrintable(step.title));
    QVERIFY(all.contains(plan.summary));
    QCOMPARE(m_page->stage(), Stage::Plan);
    const auto* diff = m_page->findChild<code::DiffView*>();
    QVERIFY2(diff->toPlainText().contains(u"+ "_s) && diff->toPlainText().contains(u"suspended"),
             qPrintable(diff->toPlainText()));
    QVERIFY(act()->isEnabled());
    QCOMPARE(act()->text(), u"Suspend"_s);
}

void TestPlanPage::aFormMakesTheIntentOfWhatIsOther()
{
    open(Verb::Upgrade);
    QCOMPARE(m_page->draft().stage(), Draft::Stage::Intent);
    QCOMPARE(m_page->stage(), Stage::Intent);
    auto* plan = part<QPushButton>(u"plan"_s);
    QVERIFY(!plan->isEnabled());
    QVERIFY(!plan->toolTip().isEmpty());
    auto* parallelism = part<QSpinBox>(u"parallelism"_s);
    parallelism->setValue(parallelism->value() + 1);
    auto* image = part<QLineEdit>(u"image"_s);
    image->setText(image->text() + u"-next"_s);
    QVERIFY(plan->isEnabled());
    auto* fields = part<QPlainTextEdit>(u"fields"_s);
    fields->setPlainText(u"spec.flinkConfiguration['web.timeout']=700000\n\n  metadata.name=x"_s);
    QVERIFY(!plan->isEnabled());
    QVERIFY2(plan->toolTip().contains(u"'metadata.name=x'"), qPrintable(plan->toolTip()));
    fields->setPlainText(u"spec.flinkConfiguration['web.timeout']=700000\n"_s);
    QVERIFY(plan->isEnabled());
    plan->click();
    planned();
    const plans::Intent& intent = m_page->draft().intent();
    QCOMPARE(intent.change.entries.size(), 3);
    QCOMPARE(intent.change.entries.last().path.last(), u"web.timeout"_s);
    QCOMPARE(intent.change.entries.last().to, QJsonValue(u"700000"_s));
    QVERIFY(std::ranges::any_of(intent.change.entries, [&](const plans::SpecChange::Entry& entry) {
        return entry.path.last() == u"image" && entry.to == image->text();
    }));
    QVERIFY(m_page->findChild<code::DiffView*>()->toPlainText().contains(u"-next"));
}

void TestPlanPage::aNewStartNeedsItsSnapshot()
{
    open(Verb::Redeploy);
    auto* plan = part<QPushButton>(u"plan"_s);
    QVERIFY(!plan->isEnabled());
    part<QComboBox>(u"from"_s)->setEditText(u"s3://somewhere/savepoint-1"_s);
    QVERIFY(plan->isEnabled());
    plan->click();
    planned();
    QCOMPARE(m_page->draft().intent().from, u"s3://somewhere/savepoint-1"_s);
}

void TestPlanPage::aRecoveryListsWhatThereIsToStartFrom()
{
    open(Verb::Recover);
    auto* form = m_page->findChild<operations::RecoveryForm*>();
    QVERIFY(form);
    QTRY_VERIFY_WITH_TIMEOUT(!form->isSearching(), operationPatience);
    auto* table = part<QTableView>(u"candidates"_s);
    auto* model = qobject_cast<operations::CandidateModel*>(table->model());
    QVERIFY(model->emptyRow() > 0);
    QCOMPARE(table->currentIndex().row(), model->bestRow());
    const plans::Candidate& best = *model->candidate(model->bestRow());
    QVERIFY(!best.sources.isEmpty());
    QCOMPARE(form->intent().from, best.path);
    QVERIFY2(texts().contains(best.path), qPrintable(texts()));
    QCOMPARE(m_page->draft().stage(), Draft::Stage::Intent);

    // Without any state only if that is chosen; a path that is typed comes before all that is listed.
    table->setCurrentIndex(model->index(model->emptyRow(), 0));
    QVERIFY(form->intent().isEmpty && form->intent().from.isEmpty());
    part<QLineEdit>(u"from"_s)->setText(u"s3://elsewhere/savepoint-1"_s);
    QCOMPARE(form->intent().from, u"s3://elsewhere/savepoint-1"_s);
    QVERIFY(!form->intent().isEmpty);

    // What makes no sense is not asked for.
    auto* mapping = part<QLineEdit>(u"mapping"_s);
    mapping->setText(u"nowhere"_s);
    QVERIFY(!button(u"Look again"_s)->isEnabled());
    mapping->setText(u"s3://flink=/mnt/flink"_s);
    QVERIFY(button(u"Look again"_s)->isEnabled());
    QTest::keyClick(mapping, Qt::Key_Return);
    QVERIFY(form->isSearching());
    QTRY_VERIFY_WITH_TIMEOUT(!form->isSearching(), operationPatience);
    // What somebody has picked stays; what nobody has is the best.
    const int second = model->bestRow() + 1;
    table->setCurrentIndex(model->index(second, 0));
    const QString picked = model->candidate(second)->path;
    form->search();
    QTRY_VERIFY_WITH_TIMEOUT(!form->isSearching(), operationPatience);
    QCOMPARE(model->candidate(table->currentIndex().row())->path, picked);

    // It runs: there is nothing to recover.
    part<QPushButton>(u"plan"_s)->click();
    planned();
    QVERIFY(m_page->draft().plan()->isBlocked());
    QVERIFY(!act()->isEnabled());
}

void TestPlanPage::theJobOfARecoveryRunsAgain()
{
    const auto suspended = begin(Verb::Suspend);
    follow(suspended);
    open(Verb::Recover);
    auto* form = m_page->findChild<operations::RecoveryForm*>();
    QTRY_VERIFY_WITH_TIMEOUT(!form->isSearching(), operationPatience);
    const QString from = form->intent().from;
    QVERIFY(!from.isEmpty());
    QTest::keyClick(part<QTableView>(u"candidates"_s), Qt::Key_Return);
    planned();
    QVERIFY2(!m_page->draft().plan()->isBlocked(), qPrintable(m_page->draft().obstacle()));
    // Where nobody has said what it is for, it counts as production.
    part<QLineEdit>(u"name"_s)->setText(authorize.name);
    act()->click();
    QTRY_COMPARE(m_page->draft().stage(), Draft::Stage::Begun);
    const QString id = m_page->draft().operationId();
    follow(id);
    QCOMPARE(stateOf(id), State::Succeeded);
    QCOMPARE(m_desk->operation(id)->facts[u"restoredFrom"_s].toString(), from);
    QVERIFY(!form->isVisible());
}

void TestPlanPage::whatIsBlockedSaysWhyInWords()
{
    open(Verb::Resume);
    planned();
    QVERIFY(m_page->draft().plan()->isBlocked());
    QCOMPARE(m_page->stage(), Stage::Preflight);
    QVERIFY(!act()->isEnabled());
    QVERIFY2(texts().contains(u"It may not begin: It is not suspended."), qPrintable(texts()));
    QCOMPARE(act()->toolTip(), u"It is not suspended."_s);
    m_page->act();
    QVERIFY(m_desk->operations().isEmpty());
    // The protection is heard of while the page is open.
    tell([](operations::Cluster& told) { told.isProtected = true; });
    QTRY_VERIFY_WITH_TIMEOUT(texts().contains(u"protected"), operationPatience);
}

void TestPlanPage::whatCanBeTakenBackWaitsAMoment()
{
    open(Verb::Savepoint);
    planned();
    act()->click();
    QCOMPARE(m_page->stage(), Stage::Confirm);
    QVERIFY(!act()->isEnabled());
    QPushButton* cancel = button(u"Cancel"_s);
    QVERIFY(cancel);
    QSignalSpy closed(m_page.get(), &PlanPage::closeRequested);
    cancel->click();
    QCOMPARE(m_page->stage(), Stage::Plan);
    QVERIFY(closed.isEmpty());
    QVERIFY(m_desk->operations().isEmpty());
    act()->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_page->draft().stage(), Draft::Stage::Begun, 10'000);
    follow(m_page->draft().operationId());
    QCOMPARE(m_page->stage(), Stage::Record);
}

void TestPlanPage::inProductionADialogNamesWhereItIs()
{
    tell([](operations::Cluster& told) { told.environment = base::Environment::Production; });
    open(Verb::Suspend);
    planned();
    const QString word = theme::word(base::Environment::Production);
    QVERIFY2(act()->text().contains(word), qPrintable(act()->text()));
    act()->click();
    auto* dialog = m_page->findChild<operations::AgreeDialog*>();
    QVERIFY(dialog);
    QCOMPARE(m_page->stage(), Stage::Confirm);
    QStringList said;
    for (const QLabel* label : dialog->findChildren<QLabel*>())
        said.append(label->text());
    QVERIFY(said.contains(u"practice"_s));
    QVERIFY(said.join(u'\n').contains(u"payments/payment-authorize"));
    auto* yes = dialog->findChild<QPushButton*>(u"yes"_s);
    QVERIFY(yes->text().contains(word));
    QVERIFY(!yes->isDefault());
    dialog->reject();
    QCOMPARE(m_page->stage(), Stage::Plan);
    QVERIFY(m_desk->operations().isEmpty());
    act()->click();
    m_page->findChildren<operations::AgreeDialog*>().last()->accept();
    QCOMPARE(m_page->draft().stage(), Draft::Stage::Begun);
}

void TestPlanPage::whereStateMayBeLostTheNameIsTyped()
{
    tell([](operations::Cluster& told) { told.environment = base::Environment::Production; });
    open(Verb::Delete);
    planned();
    part<QCheckBox>(u"withSavepoint"_s)->setChecked(false);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->draft().stage() == Draft::Stage::Planned, operationPatience);
    QCOMPARE(m_page->draft().plan()->confirmation, workflow::Confirmation::TypeName);
    auto* name = part<QLineEdit>(u"name"_s);
    QVERIFY(name->isVisible());
    QVERIFY(!act()->isEnabled());
    QVERIFY(act()->property("destructive").toBool());
    QVERIFY(!act()->isDefault());
    name->setText(u"payment"_s);
    QVERIFY(!act()->isEnabled());
    m_page->act();
    QVERIFY(m_desk->operations().isEmpty());
    name->setText(authorize.name);
    QVERIFY(act()->isEnabled());
    act()->click();
    QCOMPARE(m_page->draft().stage(), Draft::Stage::Begun);
    const QString id = m_page->draft().operationId();
    follow(id);
    QCOMPARE(stateOf(id), State::Succeeded);
}

void TestPlanPage::aDeletionMayDrainTheJobFirst()
{
    open(Verb::Delete);
    planned();
    const auto steps = [this] {
        // While another intent is being looked at there is no plan.
        const std::optional<workflow::Plan>& plan = m_page->draft().plan();
        QStringList ids;
        for (const workflow::Step& step : plan ? plan->steps : QList<workflow::Step>())
            ids.append(step.id);
        return ids;
    };
    QVERIFY(!steps().isEmpty());
    QVERIFY(!steps().contains(u"change-spec"_s));
    auto* drains = part<QCheckBox>(u"drains"_s);
    QVERIFY(drains->isEnabled());
    QVERIFY(!drains->isChecked());
    drains->setFocus();
    QTest::keyClick(drains, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(steps().value(0), u"change-spec"_s, operationPatience);
    QVERIFY(m_page->draft().intent().drains);
    // Without a savepoint there is nothing to drain for.
    part<QCheckBox>(u"withSavepoint"_s)->setChecked(false);
    QVERIFY(!drains->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(!steps().isEmpty() && !steps().contains(u"change-spec"_s), operationPatience);
    QVERIFY(!m_page->draft().intent().drains);
}

void TestPlanPage::theStagesGoAlongWithTheOperation()
{
    open(Verb::Suspend);
    planned();
    act()->click();
    QCOMPARE(m_page->draft().stage(), Draft::Stage::Begun);
    QCOMPARE(m_page->stage(), Stage::Execute);
    QVERIFY(!act()->isVisible());
    const QString id = m_page->draft().operationId();
    QTRY_COMPARE_WITH_TIMEOUT(m_page->stage(), Stage::Verify, operationPatience);
    // Its page may be closed meanwhile.
    m_page.reset();
    follow(id);
    QCOMPARE(stateOf(id), State::Succeeded);
}

void TestPlanPage::whatTakesLongerThanUsualSaysSo()
{
    workflow::Operation operation;
    operation.id = u"20260915T025801Z-3f2a9c"_s;
    operation.state = State::Running;
    for (const QString& id : {u"ask"_s, u"made"_s}) {
        workflow::Step step;
        step.id = step.kind = step.title = id;
        step.expected = id == u"made" ? 80s : 200ms;
        operation.plan.steps.append(step);
        operation.steps.append({id, workflow::StepRecord::State::Planned, {}, {}, {}});
    }
    operations::StepsView steps;
    const auto said = [&steps] {
        QStringList all;
        for (const QLabel* label : steps.findChildren<QLabel*>())
            all.append(label->text());
        return all;
    };
    steps.showPlan(operation.plan);
    QVERIFY2(said().contains(u"usually 1m 20s"_s), qPrintable(said().join(u'|')));
    QCOMPARE(said().filter(u"usually"_s).size(), 1); // moments are not worth a word
    const QDateTime now = QDateTime::currentDateTimeUtc();
    operation.steps[0] = {u"ask"_s, workflow::StepRecord::State::Done, now.addSecs(-61), now.addSecs(-60), {}};
    operation.steps[1] = {u"made"_s, workflow::StepRecord::State::Sent, now.addSecs(-60), {}, {}};
    steps.showOperation(operation);
    QVERIFY2(said().contains(u"1m 00s (usually 1m 20s)"_s), qPrintable(said().join(u'|')));
    QVERIFY(!operations::standText(operation).contains(u"longer than"));
    operation.steps[1].startedAt = now.addSecs(-300);
    steps.showOperation(operation);
    QVERIFY2(operations::standText(operation).contains(u"longer than the usual 1m 20s"),
             qPrintable(operations::standText(operation)));
    bool isSeen = false;
    for (const auto* label : steps.findChildren<widgets::GlyphLabel*>())
        isSeen = isSeen || label->text() == u"longer than usual";
    QVERIFY(isSeen);
    // Of what is over nothing is to be said.
    operation.state = State::Succeeded;
    operation.steps[1].state = workflow::StepRecord::State::Done;
    operation.steps[1].endedAt = now;
    steps.showOperation(operation);
    QVERIFY(said().contains(u"5m 00s"_s));
    QVERIFY(said().filter(u"usually"_s).isEmpty());
}

void TestPlanPage::theSameByHandIsShownAndCopied()
{
    open(Verb::Suspend);
    planned();
    QVERIFY2(m_page->kubectl().contains(u"kubectl --context practice -n payments patch flinkdeployments"),
             qPrintable(m_page->kubectl()));
    QPushButton* patch = button(u"Copy patch"_s);
    QVERIFY(patch);
    patch->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"suspended"));
    QPushButton* commands = button(u"Show kubectl"_s);
    QVERIFY(commands);
    commands->click();
    auto* dialog = m_page->findChild<operations::CommandsDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->accept();
}

void TestPlanPage::theKeyboardReachesEveryControl()
{
    open(Verb::Upgrade);
    QSet<QWidget*> reached;
    QWidget* first = nullptr;
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(m_page.get(), Qt::Key_Tab);
        QWidget* at = QApplication::focusWidget();
        if (!at || at == first)
            break;
        first = first ? first : at;
        reached.insert(at);
    }
    for (const char* name : {"image", "parallelism", "upgradeMode"})
        QVERIFY2(reached.contains(m_page->findChild<QWidget*>(QString::fromLatin1(name))), name);
    for (QWidget* one : std::as_const(reached)) {
        const auto* press = qobject_cast<QAbstractButton*>(one);
        QVERIFY2(!one->accessibleName().isEmpty() || (press && !press->text().isEmpty()) ||
                     qobject_cast<QScrollArea*>(one),
                 one->metaObject()->className());
    }
}

QTEST_MAIN(TestPlanPage)
#include "tst_planpage.moc"
