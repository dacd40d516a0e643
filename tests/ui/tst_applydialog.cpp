#include "tests/ui/targetfixture.h"
#include "ui/editor/applydialog.h"
#include "ui/editor/diffview.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTranslator>

#include <algorithm>

using namespace support;
using editor::ApplyDialog;
using editor::ApplyRun;
using plans::ApplyState;
using Stage = ApplyRun::Stage;

namespace {

const QByteArray retained = "state.checkpoints.num-retained";

} // namespace

/// Applying what stands in the text, from the plan to the outcome, to the practice cluster.
class ApplyDialogTest : public TargetTest
{
    Q_OBJECT

private slots:
    void initTestCase() { found(); }
    void init() { start(); }
    void cleanup()
    {
        delete m_dialog;
        stop();
    }

    void whatIsAgreedToIsAppliedAndSeen();
    void theKeyboardAloneIsEnough();
    void aConflictWaitsForAnExplicitChoice();
    void whatIsTakenOverIsApplied();
    void aProtectedClusterRefusesBeforehand();
    void anObjectThatChangedMeanwhileIsShownAgain();
    void whatTheWebhookDeniesIsNotSent();
    void documentsAreAppliedInOrderUntilOneFails();
    void whatDropsStateWantsTheName();
    void inDevelopmentATickIsEnough();
    void aClosedConnectionLeavesNothingPretended();
    void offlineThereIsNothingToApplyTo();
    void aTextThatCannotBeReadIsNotApplied();
    void itSpeaksKoreanAndFitsBigLetters();

private:
    /// Opens the plan by its key and waits until it is told.
    void plan(const QByteArray& text)
    {
        show(text);
        m_targeting->choose(u"context:practice"_s);
        edit().setFocus();
        press(Qt::CTRL | Qt::Key_Return);
        m_dialog = m_page->findChild<ApplyDialog*>();
        QVERIFY(m_dialog);
        QTRY_VERIFY_WITH_TIMEOUT(run().stage() == Stage::Asking, editorPatience);
    }
    void agree() { QTest::mouseClick(m_dialog->agreeButton(), Qt::LeftButton); }
    void waitForEnd() { QTRY_VERIFY_WITH_TIMEOUT(run().stage() == Stage::Over, editorPatience); }
    ApplyRun& run() { return m_dialog->run(); }
    const ApplyRun::Item& item(size_t index = 0) { return run().items().at(index); }
    QString valueOf(const QByteArray& key, const QString& name = u"payment-authorize"_s)
    {
        return get(name)[u"spec"_s][u"flinkConfiguration"_s][QString::fromUtf8(key)].toString();
    }

    QPointer<ApplyDialog> m_dialog;
};

void ApplyDialogTest::whatIsAgreedToIsAppliedAndSeen()
{
    const qint64 before = get()[u"metadata"_s][u"generation"_s].toInteger();
    plan(withKey(retained, "11"));
    QVERIFY2(m_dialog->text().contains(u"UPGRADE"), qPrintable(m_dialog->text()));
    QVERIFY(m_dialog->findChild<editor::DiffView*>()->toPlainText().contains(u"num-retained: \"11\""));
    // Nothing is done before somebody agrees.
    QVERIFY(valueOf(retained) != u"11");
    QVERIFY(m_record->entries().isEmpty());
    QCOMPARE(m_dialog->agreeButton()->text(), u"Apply on PRODUCTION"_s);
    QVERIFY(m_dialog->agreeButton()->isEnabled());
    QSignalSpy applied(m_targeting, &editor::Targeting::applied);
    agree();
    waitForEnd();
    QCOMPARE(item().outcome->state, ApplyState::Applied);
    QCOMPARE(item().outcome->generation, before + 1);
    QVERIFY2(m_dialog->text().contains(u"as generation %1"_s.arg(before + 1)), qPrintable(m_dialog->text()));
    QCOMPARE(valueOf(retained), u"11"_s);
    QCOMPARE(applied.size(), 1);
    hear();
    const plans::AppliedEntry entry = m_record->entries().constFirst();
    QCOMPARE(entry.context, u"practice"_s);
    QCOMPARE(entry.state, ApplyState::Applied);
    // The effect beside the text is that of the object as it is now.
    QTRY_COMPARE_WITH_TIMEOUT(forecast().prospect->live->value(u"metadata"_s)[u"generation"_s].toInteger(), before + 1,
                              editorPatience);
}

void ApplyDialogTest::theKeyboardAloneIsEnough()
{
    plan(withKey(retained, "12"));
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    QTRY_VERIFY(m_dialog->agreeButton()->isDefault());
    QTest::keyClick(m_dialog, Qt::Key_Return);
    waitForEnd();
    QCOMPARE(valueOf(retained), u"12"_s);
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
}

void ApplyDialogTest::aConflictWaitsForAnExplicitChoice()
{
    plan(deployment("  job:\n    parallelism: 9\n", "payment-settlement"));
    QVERIFY2(m_dialog->text().contains(u"spec.job.parallelism"), qPrintable(m_dialog->text()));
    QVERIFY(m_dialog->text().contains(u"argocd-controller"));
    QVERIFY(m_dialog->takeOverBox()->isVisible());
    QVERIFY(!m_dialog->takeOverBox()->isChecked());
    QVERIFY(!m_dialog->agreeButton()->isEnabled());
    QVERIFY2(m_dialog->reason().contains(u"take them over"), qPrintable(m_dialog->reason()));
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(get(u"payment-settlement"_s)[u"spec"_s][u"job"_s][u"parallelism"_s].toInt() != 9);
}

void ApplyDialogTest::whatIsTakenOverIsApplied()
{
    plan(deployment("  job:\n    parallelism: 9\n", "payment-settlement"));
    m_dialog->takeOverBox()->setFocus();
    QTest::keyClick(m_dialog->takeOverBox(), Qt::Key_Space);
    QVERIFY(m_dialog->agreeButton()->isEnabled());
    agree();
    waitForEnd();
    QCOMPARE(item().outcome->state, ApplyState::Applied);
    QCOMPARE(get(u"payment-settlement"_s)[u"spec"_s][u"job"_s][u"parallelism"_s].toInt(), 9);
    QVERIFY(m_record->entries().constLast().isTakeOver);
}

void ApplyDialogTest::aProtectedClusterRefusesBeforehand()
{
    m_connection = connectTo(QUrl(m_practice->host().server()), true);
    editor::Cluster guarded = cluster(u"practice"_s, base::Environment::Production, m_connection.get());
    guarded.isProtected = true;
    tell({guarded});
    plan(withKey(retained, "13"));
    // It can be looked at, and not done.
    QVERIFY(m_dialog->text().contains(u"UPGRADE"));
    QVERIFY(!m_dialog->agreeButton()->isEnabled());
    QVERIFY2(m_dialog->reason().contains(u"protected"), qPrintable(m_dialog->reason()));
    run().agree();
    QCOMPARE(run().stage(), Stage::Asking);
    QVERIFY(valueOf(retained) != u"13");
    QVERIFY(m_record->entries().isEmpty());
}

void ApplyDialogTest::anObjectThatChangedMeanwhileIsShownAgain()
{
    plan(deployment("  restartNonce: 9\n"));
    QVERIFY(item().rehearsal->conflicts.isEmpty());
    patch({{u"spec"_s, QJsonObject{{u"restartNonce"_s, 4}}}});
    agree();
    QTRY_VERIFY_WITH_TIMEOUT(run().stage() == Stage::Asking && item().hasMoved, editorPatience);
    QVERIFY2(m_dialog->text().contains(u"Look at it once more:"), qPrintable(m_dialog->text()));
    QCOMPARE(get()[u"spec"_s][u"restartNonce"_s].toInt(), 4); // nothing was done
    // The field belongs to somebody now.
    QCOMPARE(item().rehearsal->conflicts.size(), 1);
    QVERIFY(!m_dialog->agreeButton()->isEnabled());
    QTest::mouseClick(m_dialog->takeOverBox(), Qt::LeftButton, {}, QPoint(8, m_dialog->takeOverBox()->height() / 2));
    agree();
    waitForEnd();
    QCOMPARE(item().outcome->state, ApplyState::Applied);
    QCOMPARE(get()[u"spec"_s][u"restartNonce"_s].toInt(), 9);
    const QList<plans::AppliedEntry> entries = m_record->entries();
    QCOMPARE(entries.size(), 2); // the try that was given up, and the one that was agreed to
    QCOMPARE(entries.constFirst().state, ApplyState::Refused);
    QCOMPARE(entries.constLast().state, ApplyState::Applied);
}

void ApplyDialogTest::whatTheWebhookDeniesIsNotSent()
{
    plan(withKey("kubernetes.cluster-id", "other"));
    QCOMPARE(item().state, ApplyRun::Item::State::Refused);
    QVERIFY2(m_dialog->text().contains(u"kubernetes.cluster-id"), qPrintable(m_dialog->text()));
    QVERIFY(!m_dialog->agreeButton()->isEnabled());
    QVERIFY(m_record->entries().isEmpty());
}

void ApplyDialogTest::documentsAreAppliedInOrderUntilOneFails()
{
    plan(withKey(retained, "14") + "---\n" + withKey("kubernetes.cluster-id", "other") + "---\n" +
         "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: behind, namespace: payments}\ndata: {a: b}\n");
    auto* list = m_dialog->findChild<QListWidget*>();
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 3);
    QVERIFY2(list->item(1)->text().contains(u"would be refused"), qPrintable(list->item(1)->text()));
    QVERIFY2(list->item(2)->text().contains(u"new object"), qPrintable(list->item(2)->text()));
    agree();
    QTRY_VERIFY_WITH_TIMEOUT(item(0).outcome && run().stage() == Stage::Asking, editorPatience);
    QCOMPARE(item(0).outcome->state, ApplyState::Applied);
    QCOMPARE(valueOf(retained), u"14"_s);
    // It came to the one that is refused, and did not pass it.
    QCOMPARE(item(1).state, ApplyRun::Item::State::Refused);
    QVERIFY(!item(2).outcome);
    QVERIFY(run().hasStopped());
    QVERIFY(!m_dialog->agreeButton()->isEnabled());
    QVERIFY2(list->item(0)->text().contains(u"applied"), qPrintable(list->item(0)->text()));
    QCOMPARE(m_record->entries().size(), 1);
}

void ApplyDialogTest::whatDropsStateWantsTheName()
{
    plan(deployment("  job:\n    initialSavepointPath: s3://bucket/sp-1\n    savepointRedeployNonce: 3\n"));
    QVERIFY2(m_dialog->text().contains(u"REDEPLOY"), qPrintable(m_dialog->text()));
    QVERIFY(m_dialog->nameField()->isVisible());
    QVERIFY(!m_dialog->agreeButton()->isEnabled());
    QVERIFY(!m_dialog->agreeButton()->isDefault()); // Enter does not do it
    m_dialog->nameField()->setFocus();
    QTest::keyClicks(m_dialog->nameField(), u"payment-authoriz"_s);
    QVERIFY(!m_dialog->agreeButton()->isEnabled());
    QTest::keyClicks(m_dialog->nameField(), u"e"_s);
    QVERIFY(m_dialog->agreeButton()->isEnabled());
    agree();
    waitForEnd();
    QCOMPARE(item().outcome->state, ApplyState::Applied);
}

void ApplyDialogTest::inDevelopmentATickIsEnough()
{
    tell({cluster(u"practice"_s, base::Environment::Development, m_connection.get())});
    plan(deployment("  job:\n    initialSavepointPath: s3://bucket/sp-1\n    savepointRedeployNonce: 8\n"));
    QVERIFY(!m_dialog->nameField()->isVisible());
    QVERIFY(m_dialog->acknowledgement()->isVisible());
    QVERIFY(!m_dialog->agreeButton()->isEnabled());
    m_dialog->acknowledgement()->setFocus();
    QTest::keyClick(m_dialog->acknowledgement(), Qt::Key_Space);
    QVERIFY(m_dialog->agreeButton()->isEnabled());
}

void ApplyDialogTest::aClosedConnectionLeavesNothingPretended()
{
    plan(withKey(retained, "15"));
    agree();
    QVERIFY(run().isSending());
    m_dialog->reject();
    QVERIFY(m_dialog); // it stays while the outcome would be unknown
    tell({cluster(u"practice"_s, base::Environment::Production, nullptr)});
    m_connection.reset();
    QCOMPARE(run().stage(), Stage::Over);
    QCOMPARE(item().outcome->state, ApplyState::Unknown);
    QVERIFY2(m_dialog->text().contains(u"Nobody knows whether it was done"), qPrintable(m_dialog->text()));
    // Nor does the record know.
    QVERIFY(!m_record->entries().constFirst().state);
}

void ApplyDialogTest::offlineThereIsNothingToApplyTo()
{
    show(withKey(retained, "16"));
    QSignalSpy told(m_targeting, &editor::Targeting::notified);
    press(Qt::CTRL | Qt::Key_Return);
    QCOMPARE(told.size(), 1);
    QVERIFY(!m_page->findChild<ApplyDialog*>());
    if (QWidget* menu = QApplication::activePopupWidget())
        menu->close();
}

void ApplyDialogTest::aTextThatCannotBeReadIsNotApplied()
{
    show(withKey(retained, "17") + "---\nkind: [\n");
    m_targeting->choose(u"context:practice"_s);
    QSignalSpy told(m_targeting, &editor::Targeting::notified);
    edit().setFocus();
    press(Qt::CTRL | Qt::Key_Return);
    QCOMPARE(told.size(), 1);
    QVERIFY(!m_page->findChild<ApplyDialog*>());
}

void ApplyDialogTest::itSpeaksKoreanAndFitsBigLetters()
{
    QTranslator korean;
    QVERIFY(korean.load(u":/translations/drey_ko.qm"_s));
    QVERIFY(QApplication::installTranslator(&korean));
    const QFont usual = QApplication::font();
    QFont big = usual;
    big.setPointSizeF(usual.pointSizeF() * 2);
    QApplication::setFont(big);
    plan(deployment("  job:\n    parallelism: 11\n", "payment-settlement"));
    for (const theme::Scheme scheme : {theme::Scheme::Light, theme::Scheme::Dark}) {
        m_theme->setScheme(scheme);
        QVERIFY(!m_dialog->grab().isNull());
        const QPushButton& agree = *m_dialog->agreeButton();
        QTRY_VERIFY(agree.width() >= agree.sizeHint().width());
    }
    const QString text = m_dialog->text() + m_dialog->reason() + m_dialog->windowTitle();
    QVERIFY2(std::ranges::any_of(text, [](QChar letter) { return letter.script() == QChar::Script_Hangul; }),
             qPrintable(text));
    m_theme->setScheme(theme::Scheme::System);
    QApplication::setFont(usual);
    QApplication::removeTranslator(&korean);
}

QTEST_MAIN(ApplyDialogTest)
#include "tst_applydialog.moc"
