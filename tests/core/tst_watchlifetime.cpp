#include "tests/support/watchfixture.h"

#include <QPointer>

using namespace Qt::StringLiterals;
using namespace support;

/// A watch may go at any moment: what it started must not outlive what it uses.
class WatchLifetimeTest : public WatchFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        support::keepClean();
        begin();
    }
    void cleanup() { end(); }

    void mayBeDestroyedByAReceiverOfItsSignals();
    void mayBeDestroyedTogetherWithItsServerAtAnyMoment();
};

void WatchLifetimeTest::mayBeDestroyedByAReceiverOfItsSignals()
{
    kube::Watch* doomed = new kube::Watch(api(), {.type = kube::coreType(u"pods"_s)}, valueDecoder(), quickTimes());
    bool isGone = false;
    connect(doomed, &kube::Watch::applied, this, [doomed] { delete doomed; });
    connect(doomed, &QObject::destroyed, this, [&isGone] { isGone = true; });
    doomed->start();
    api().answer(listJson({}, u"10"_s));
    openStream(1);
    api().stream()->send(eventJson("ADDED", {u"a"_s, u"11"_s}) + eventJson("DELETED", {u"a"_s, u"12"_s}) +
                         eventJson("ADDED", {u"a"_s, u"13"_s}));
    QTRY_VERIFY(isGone);
    QTRY_COMPARE(api().open(), 0);
}

void WatchLifetimeTest::mayBeDestroyedTogetherWithItsServerAtAnyMoment()
{
    for (int moment = 0; moment < 6; ++moment) {
        begin();
        makeWatch().start();
        if (moment > 0)
            api().answer(listJson({{u"a"_s, u"3"_s}}, u"10"_s, moment > 1 ? QString() : u"next"_s));
        if (moment > 2) {
            openStream(1);
            api().stream()->send(eventJson("MODIFIED", {u"a"_s, u"11"_s}).repeated(moment * 50));
        }
        if (moment > 3)
            api().stream()->cut();
        QTest::qSleep(5); // the background has finished, its answer waits in the event loop
        const QPointer<kube::Watch> gone(&watch());
        dropAll();
        QVERIFY(!gone);
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    begin();
}

QTEST_GUILESS_MAIN(WatchLifetimeTest)
#include "tst_watchlifetime.moc"
