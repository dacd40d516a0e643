#include "core/kube/approvals.h"
#include "tests/ui/connectionsfixture.h"
#include "ui/connections/approvaldialog.h"
#include "ui/connections/windowapproval.h"

using namespace support;

namespace {

kube::PluginRun pluginRun(const QString& command = u"/usr/bin/aws"_s)
{
    kube::PluginRun run;
    run.contextName = u"prod"_s;
    run.file = u"/home/x/.kube/config"_s;
    run.command = command;
    run.resolvedCommand = command;
    run.arguments = {u"eks"_s, u"get-token --cluster x"_s};
    run.environmentNames = {u"AWS_PROFILE"_s};
    run.server = u"https://api.example"_s;
    run.fingerprint = command.toUtf8();
    return run;
}

} // namespace

/// The question whether a credential plugin may run.
class TestApprovalDialog : public ConnectionsTest
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { begin(); }

    void aPluginIsShownWholeAndLiterally();
    void thePluginQuestionCannotBeAnsweredByAccident();
    void thePluginRunsOnlyOnceAllowed();
    void onePluginIsAskedAboutOnce();
    void alwaysIsRememberedForExactlyThis();
    void noIsTheAnswerOfClosing();
};

void TestApprovalDialog::aPluginIsShownWholeAndLiterally()
{
    kube::PluginRun run = pluginRun(u"/tmp/<b>aws</b>"_s);
    run.arguments = {u"--a b"_s, u"c\u202Ed"_s};
    run.concerns = {u"The file was downloaded."_s};
    connections::ApprovalDialog dialog(run);
    const QString shown = textOf(dialog);
    QVERIFY(shown.contains(u"/tmp/<b>aws</b>"));
    QVERIFY(shown.contains(u"1  --a b"));
    QVERIFY(shown.contains(u"2  c⟨U+202E⟩d"));
    QVERIFY(shown.contains(u"AWS_PROFILE"));
    QVERIFY(shown.contains(u"/home/x/.kube/config"));
    QVERIFY(shown.contains(u"https://api.example"));
    QVERIFY(shown.contains(u"The file was downloaded."));
    const QList<QLabel*> labels = dialog.findChildren<QLabel*>();
    for (const QLabel* label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestApprovalDialog::thePluginQuestionCannotBeAnsweredByAccident()
{
    connections::ApprovalDialog dialog(pluginRun());
    dialog.open();
    QVERIFY(!button(dialog, u"Run"_s)->isEnabled());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QTRY_VERIFY(button(dialog, u"Run"_s)->isEnabled());
    QVERIFY(button(dialog, u"Don't run"_s)->isDefault());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.answer(), connections::ApprovalDialog::Answer::No);
}

void TestApprovalDialog::thePluginRunsOnlyOnceAllowed()
{
    QWidget window;
    window.show();
    connections::WindowApproval approval(kube::Approvals(m_home.filePath(u"approvals.json"_s)));
    approval.setWindow(&window);
    std::optional<bool> answer;
    approval.ask(pluginRun(), this, [&answer](bool approved) { answer = approved; });
    QTRY_VERIFY(window.findChild<connections::ApprovalDialog*>());
    QVERIFY(!answer);
    auto* dialog = window.findChild<connections::ApprovalDialog*>();
    QTRY_VERIFY(button(*dialog, u"Run"_s)->isEnabled());
    button(*dialog, u"Run"_s)->click();
    QTRY_COMPARE(answer, std::optional(true));
    QVERIFY(kube::Approvals(m_home.filePath(u"approvals.json"_s)).all().isEmpty());
}

void TestApprovalDialog::onePluginIsAskedAboutOnce()
{
    QWidget window;
    window.show();
    connections::WindowApproval approval(kube::Approvals(m_home.filePath(u"approvals.json"_s)));
    int answered = 0;
    QObject gone;
    for (int i = 0; i < 3; ++i)
        approval.ask(pluginRun(), this, [&answered](bool) { ++answered; });
    {
        QObject dying;
        approval.ask(pluginRun(), &dying, [&answered](bool) { answered += 100; });
    }
    approval.ask(pluginRun(u"/usr/bin/other"_s), this, [&answered](bool) { ++answered; });
    approval.setWindow(&window);
    for (int questions = 0; questions < 2; ++questions) {
        QTRY_COMPARE(window.findChildren<connections::ApprovalDialog*>().size(), 1);
        auto* dialog = window.findChild<connections::ApprovalDialog*>();
        QTRY_VERIFY(button(*dialog, u"Don't run"_s)->isEnabled());
        button(*dialog, u"Don't run"_s)->click();
        delete dialog;
    }
    QTRY_COMPARE(answered, 4);
}

void TestApprovalDialog::alwaysIsRememberedForExactlyThis()
{
    QWidget window;
    window.show();
    const kube::Approvals approvals(m_home.filePath(u"approvals.json"_s));
    connections::WindowApproval approval(approvals);
    approval.setWindow(&window);
    approval.ask(pluginRun(), this, [](bool) {});
    QTRY_VERIFY(window.findChild<connections::ApprovalDialog*>());
    auto* dialog = window.findChild<connections::ApprovalDialog*>();
    QTRY_VERIFY(button(*dialog, u"Always for exactly this"_s)->isEnabled());
    button(*dialog, u"Always for exactly this"_s)->click();
    QTRY_VERIFY(approvals.isApproved(pluginRun()));
    delete dialog;
    bool allowed = false;
    approval.ask(pluginRun(), this, [&allowed](bool approved) { allowed = approved; });
    QTRY_VERIFY(allowed);
    kube::PluginRun other = pluginRun();
    other.fingerprint = "something else";
    approval.ask(other, this, [](bool) {});
    QTRY_VERIFY(window.findChild<connections::ApprovalDialog*>());
}

void TestApprovalDialog::noIsTheAnswerOfClosing()
{
    QWidget window;
    window.show();
    connections::WindowApproval approval(kube::Approvals(m_home.filePath(u"approvals.json"_s)));
    approval.setWindow(&window);
    std::optional<bool> answer;
    approval.ask(pluginRun(), this, [&answer](bool approved) { answer = approved; });
    QTRY_VERIFY(window.findChild<connections::ApprovalDialog*>());
    window.findChild<connections::ApprovalDialog*>()->close();
    QTRY_COMPARE(answer, std::optional(false));
}

QTEST_MAIN(TestApprovalDialog)
#include "tst_approvaldialog.moc"
