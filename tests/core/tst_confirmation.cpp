#include "core/plans/confirmation.h"
#include "tests/support/hygiene.h"

#include <QTest>

using base::Environment;
using manifest::Effect;
using plans::Confirmation;
using plans::confirmationFor;
using plans::confirmationOfLoss;
using plans::losesState;
using Way = manifest::Decision::Way;

/// How much of a yes an operation needs.
class ConfirmationTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }

    void whatKeepsTheStateNeedsAButton();
    void whatDropsItNeedsTheNameButInDevelopment();
    void aRedeploymentThatWaitsDropsItToo();
    void whatWasWrittenDownIsNoLoss();
};

namespace {

Effect going(Way way, Effect::Size size = Effect::Size::Upgrade)
{
    Effect effect;
    effect.size = size;
    effect.decision.way = way;
    return effect;
}

} // namespace

void ConfirmationTest::whatKeepsTheStateNeedsAButton()
{
    for (const Way way : {Way::None, Way::First, Way::InPlace, Way::Savepoint, Way::KeepHa, Way::Cancel, Way::Wait})
        QCOMPARE(confirmationFor(going(way), Environment::Production), Confirmation::Button);
}

void ConfirmationTest::whatDropsItNeedsTheNameButInDevelopment()
{
    const Effect stateless = going(Way::Stateless);
    for (const Environment environment : {Environment::Unset, Environment::Staging, Environment::Production}) {
        QCOMPARE(confirmationFor(stateless, environment), Confirmation::TypeName);
        QCOMPARE(confirmationOfLoss(environment), Confirmation::TypeName);
    }
    QCOMPARE(confirmationFor(stateless, Environment::Development), Confirmation::Acknowledge);
    QCOMPARE(confirmationOfLoss(Environment::Development), Confirmation::Acknowledge);
}

void ConfirmationTest::aRedeploymentThatWaitsDropsItToo()
{
    QVERIFY(losesState(going(Way::Wait, Effect::Size::Redeploy)));
    QVERIFY(!losesState(going(Way::Refused, Effect::Size::Redeploy)));
}

void ConfirmationTest::whatWasWrittenDownIsNoLoss()
{
    Effect recorded = going(Way::Recorded);
    QVERIFY(losesState(recorded));
    recorded.decision.restore = manifest::RestoreSource();
    QVERIFY(!losesState(recorded));
}

QTEST_GUILESS_MAIN(ConfirmationTest)
#include "tst_confirmation.moc"
