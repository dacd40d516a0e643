#include "core/health/verdict.h"
#include "tests/support/hygiene.h"
#include "tests/support/recordings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using base::Health;

namespace {

health::Evidence deleted(int secondsAgo, const QStringList& finalizers)
{
    const base::Result<flink::Deployment> decoded = flink::decodeDeployment(support::recording(u"cr/01-stable"_s));
    if (!decoded)
        qFatal("%s", qPrintable(decoded.error().message));
    flink::Deployment deployment = *decoded;
    health::Evidence evidence;
    evidence.now = deployment.status.reconciledAt.addSecs(3'600);
    deployment.metadata.deletedAt = evidence.now.addSecs(-secondsAgo);
    deployment.metadata.finalizers = finalizers;
    evidence.resource.succeed(std::make_shared<const flink::Deployment>(deployment), evidence.now.addSecs(-1));
    return evidence;
}

} // namespace

/// A deployment that is to be deleted: what it waits for.
class DeletionTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void case58_namesWhatADeletionWaitsFor_data();
    void case58_namesWhatADeletionWaitsFor();
    void case58_saysThatADeletionIsStuck();
    void case58_holdsALongListOfFinalizersToItsBeginning();
};

void DeletionTest::case58_namesWhatADeletionWaitsFor_data()
{
    QTest::addColumn<QString>("finalizer");
    QTest::addColumn<QString>("owner");

    QTest::newRow("the operator") << u"flinkdeployments.flink.apache.org/finalizer"_s << u"for the Flink operator"_s;
    QTest::newRow("dependents") << u"foregroundDeletion"_s << u"Kubernetes to delete what belongs to it"_s;
    QTest::newRow("orphans") << u"orphan"_s << u"Kubernetes to let go"_s;
    QTest::newRow("somebody else") << u"backup.example.com/hold"_s << u"whoever has set the finalizer"_s;
    QTest::newRow("somebody who looks like the operator")
        << u"evil.example.com/x.flink.apache.org"_s << u"whoever has set the finalizer"_s;
    QTest::newRow("hostile") << u"a\u202Eb/c"_s << u"a⟨U+202E⟩b/c"_s;
}

void DeletionTest::case58_namesWhatADeletionWaitsFor()
{
    QFETCH(const QString, finalizer);
    QFETCH(const QString, owner);
    const health::Verdict verdict = health::assess(deleted(20, {finalizer}));
    QCOMPARE(verdict.health, Health::Changing);
    QCOMPARE(verdict.summary, u"The deployment is being deleted."_s);
    const QString reasons = verdict.reasons.join(u'\n');
    QVERIFY2(reasons.contains(owner), qPrintable(reasons));
    if (!finalizer.contains(QChar(0x202E)))
        QVERIFY2(reasons.contains(finalizer), qPrintable(reasons));
}

void DeletionTest::case58_saysThatADeletionIsStuck()
{
    const health::Verdict verdict = health::assess(deleted(720, {u"flinkdeployments.flink.apache.org/finalizer"_s}));
    QCOMPARE(verdict.health, Health::AtRisk);
    QVERIFY2(verdict.summary.contains(u"has been waiting for 12"), qPrintable(verdict.summary));
    QVERIFY(verdict.reasons.join(u'\n').contains(u"flinkdeployments.flink.apache.org/finalizer"));
}

void DeletionTest::case58_holdsALongListOfFinalizersToItsBeginning()
{
    QStringList finalizers;
    for (int i = 0; i < 1'000; ++i)
        finalizers.append(u"example.com/%1-"_s.arg(i) + QString(1'000, u'x'));
    const QString reasons = health::assess(deleted(20, finalizers)).reasons.join(u'\n');
    QVERIFY2(reasons.size() < 4'000, qPrintable(QString::number(reasons.size())));
    QVERIFY(reasons.contains(u"995"));
}

QTEST_GUILESS_MAIN(DeletionTest)
#include "tst_deletion.moc"
