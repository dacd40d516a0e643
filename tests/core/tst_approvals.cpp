#include "core/kube/approvals.h"
#include "tests/support/hygiene.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::Approvals;
using kube::PluginRun;

namespace {

PluginRun runOf(const QByteArray& fingerprint)
{
    PluginRun run;
    run.contextName = u"prod"_s;
    run.resolvedCommand = u"/usr/bin/aws"_s;
    run.fingerprint = fingerprint;
    return run;
}

} // namespace

class TestApprovals : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void approvesExactlyWhatWasApproved();
    void seesWhatAnotherProgramApproved();
    void approvesNothingWhenItsFileIsDamaged();
    void neverApprovesARunWithoutFingerprint();
    void tellsWhenItCannotRemember();
};

void TestApprovals::approvesExactlyWhatWasApproved()
{
    QTemporaryDir folder;
    const Approvals approvals(folder.filePath(u"drey/approvals.json"_s));
    QVERIFY(!approvals.isApproved(runOf("\x01\x02")));
    QVERIFY(bool(approvals.remember(runOf("\x01\x02"))));
    QVERIFY(bool(approvals.remember(runOf("\x01\x02")))); // once is enough
    QVERIFY(approvals.isApproved(runOf("\x01\x02")));
    QVERIFY(!approvals.isApproved(runOf("\x01\x03")));
    QCOMPARE(approvals.all().size(), 1);
    QCOMPARE(approvals.all().first().contextName, u"prod"_s);
    QCOMPARE(approvals.all().first().command, u"/usr/bin/aws"_s);
    QVERIFY(approvals.all().first().at.isValid());
    QCOMPARE(QFile::permissions(folder.filePath(u"drey/approvals.json"_s)) &
                 (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    QVERIFY(bool(approvals.forget("\x01\x02")));
    QVERIFY(!approvals.isApproved(runOf("\x01\x02")));
}

void TestApprovals::seesWhatAnotherProgramApproved()
{
    QTemporaryDir folder;
    const Approvals window(folder.filePath(u"approvals.json"_s)), commandLine(folder.filePath(u"approvals.json"_s));
    QVERIFY(!commandLine.isApproved(runOf("x")));
    QVERIFY(bool(window.remember(runOf("x"))));
    QVERIFY(commandLine.isApproved(runOf("x")));
}

void TestApprovals::approvesNothingWhenItsFileIsDamaged()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"approvals.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"approved":[{"fingerprint":""},{"fingerprint":7},"x")");
    file.close();
    const Approvals approvals(file.fileName());
    QVERIFY(approvals.all().isEmpty());
    QVERIFY(!approvals.isApproved(runOf("x")));
}

void TestApprovals::neverApprovesARunWithoutFingerprint()
{
    QTemporaryDir folder;
    const Approvals approvals(folder.filePath(u"approvals.json"_s));
    QVERIFY(bool(approvals.remember(runOf({}))));
    QVERIFY(!approvals.isApproved(runOf({})));
}

void TestApprovals::tellsWhenItCannotRemember()
{
    const auto kept = Approvals(u"/proc/nowhere/approvals.json"_s).remember(runOf("x"));
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, base::Error::Kind::Configuration);
    QVERIFY(!kept.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
