#include "core/kube/listing.h"
#include "tests/support/fakeapi.h"
#include "tests/support/hygiene.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A page as the API server writes it: its metadata before its items.
QByteArray page(const QByteArray& token, const QByteArrayList& names)
{
    QByteArrayList items;
    for (const QByteArray& name : names)
        items.append(R"({"metadata":{"name":")" + name + R"(","namespace":"a","uid":"u-)" + name + R"("}})");
    return R"({"kind":"List","metadata":{"resourceVersion":"7","continue":")" + token + R"("},"items":[)" +
           items.join(',') + "]}";
}

void decodeNothing(QByteArrayView, kube::Item& item)
{
    item.value = std::make_shared<const int>(0);
}

} // namespace

class ListingTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void asksForTheNextPageBeforeThisOneIsDecoded();
    void keepsOnlyTwoPagesInTheDecoder();
    void asksForMoreWhereItComesQuicklyAndIsSmall();
    void asksForNoMoreAfterAPageThatIsLong();
    void findsTheTokenAtEitherEnd_data();
    void findsTheTokenAtEitherEnd();
    void readsAPageThatTellsItsTokenOnlyWhenDecoded();
    void beginsAnewWhenTheEndOfAPageToldAnotherToken();
    void forgetsPagesThatAreStillDecodedWhenItBeginsAnew();

private:
    QStringList namesOf(const QSignalSpy& finished) const;

    support::FakeApi m_api;
    std::unique_ptr<kube::Listing> m_listing;
};

void ListingTest::init()
{
    support::keepClean();
    m_listing = std::make_unique<kube::Listing>(m_api, kube::Collection{kube::coreType(u"pods"_s), u"a"_s, {}, {}},
                                                decodeNothing, QString());
    m_listing->start();
}

void ListingTest::cleanup()
{
    m_listing.reset();
    QCOMPARE(m_api.waiting(), 0);
}

QStringList ListingTest::namesOf(const QSignalSpy& finished) const
{
    QStringList names;
    const auto items = finished.at(0).at(0).value<QList<kube::Item>>();
    for (const kube::Item& item : items)
        names.append(item.key.name);
    names.sort();
    return names;
}

void ListingTest::asksForTheNextPageBeforeThisOneIsDecoded()
{
    QSignalSpy finished(m_listing.get(), &kube::Listing::finished);
    m_api.answer(page("second", {"one"}));
    QCOMPARE(m_api.waiting(), 1); // no event loop ran: nothing can have been decoded
    QCOMPARE(m_api.parameter(u"continue"_s), u"second"_s);
    m_api.answer(page("", {"two"}));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(namesOf(finished), (QStringList{u"one"_s, u"two"_s}));
    QCOMPARE(finished.at(0).at(1).toString(), u"7"_s);
}

void ListingTest::keepsOnlyTwoPagesInTheDecoder()
{
    QSignalSpy finished(m_listing.get(), &kube::Listing::finished);
    m_api.answer(page("second", {"one"}));
    m_api.answer(page("third", {"two"}));
    QCOMPARE(m_api.waiting(), 0);
    QTRY_COMPARE(m_api.waiting(), 1);
    QCOMPARE(m_api.parameter(u"continue"_s), u"third"_s);
    m_api.answer(page("", {"three"}));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(namesOf(finished).size(), 3);
}

void ListingTest::asksForNoMoreAfterAPageThatIsLong()
{
    m_api.answer(page("second", {QByteArray(5'000'000, 'x')}));
    QTRY_COMPARE(m_api.waiting(), 1);
    QCOMPARE(m_api.parameter(u"limit"_s), u"500"_s);
    m_api.answer(page("", {}));
}

void ListingTest::asksForMoreWhereItComesQuicklyAndIsSmall()
{
    for (const QString& size : {u"500"_s, u"1000"_s, u"2000"_s, u"2000"_s}) {
        QTRY_COMPARE(m_api.waiting(), 1);
        QCOMPARE(m_api.parameter(u"limit"_s), size);
        m_api.answer(page("after-" + QByteArray::number(m_api.requests.size()), {"one"}));
    }
    QTRY_COMPARE(m_api.waiting(), 1);
    m_api.answer(page("", {}));
}

void ListingTest::findsTheTokenAtEitherEnd_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("token");

    QTest::newRow("typed") << page("next", {"one"}) << u"next"_s;
    QTest::newRow("custom resources") << QByteArray(
                                             R"({"apiVersion":"v1","items":[{"metadata":{"name":"one"}}],"kind":"L",)"
                                             R"("metadata":{"continue":"next","resourceVersion":"7"}})")
                                      << u"next"_s;
    QTest::newRow("last page") << page("", {"one"}) << QString();
    QTest::newRow("metadata of an object only")
        << QByteArray(R"({"items":[{"metadata":{"name":"one","continue":"spoof"}}]})") << QString();
    QTest::newRow("in the middle") << QByteArray(R"({"items":[],"metadata":{"continue":"next"},"kind":"L"})")
                                   << u"next"_s;
    QTest::newRow("not JSON") << QByteArray(R"(<html>"metadata" "items")") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
}

void ListingTest::findsTheTokenAtEitherEnd()
{
    QFETCH(QByteArray, body);
    QTEST(kube::promisedToken(body), "token");
    m_api.answer(page("", {}));
}

void ListingTest::readsAPageThatTellsItsTokenOnlyWhenDecoded()
{
    QSignalSpy finished(m_listing.get(), &kube::Listing::finished);
    m_api.answer(R"({"items":[{"metadata":{"name":"one","uid":"1"}}],"metadata":{"continue":"second"},"x":")" +
                 QByteArray(200'000, 'x') + R"("})");
    QCOMPARE(m_api.waiting(), 0);
    QTRY_COMPARE(m_api.waiting(), 1);
    QCOMPARE(m_api.parameter(u"continue"_s), u"second"_s);
    m_api.answer(page("", {"two"}));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(namesOf(finished).size(), 2);
}

void ListingTest::beginsAnewWhenTheEndOfAPageToldAnotherToken()
{
    QSignalSpy finished(m_listing.get(), &kube::Listing::finished);
    m_api.answer(R"({"metadata":{"continue":"false"},"items":[{"metadata":{"name":"one","uid":"1"}}],)"
                 R"("x":")" +
                 QByteArray(200'000, 'x') + R"(","metadata":{"continue":"true"},"y":")" + QByteArray(200'000, 'y') +
                 R"("})");
    QCOMPARE(m_api.parameter(u"continue"_s), u"false"_s);
    QTRY_COMPARE(m_api.waiting(), 2);
    m_api.answer(page("", {"never"})); // of the page that was asked for too early
    QVERIFY(m_api.parameter(u"continue"_s).isEmpty());
    m_api.answer(page("", {"one"}));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(namesOf(finished), QStringList{u"one"_s});
}

void ListingTest::forgetsPagesThatAreStillDecodedWhenItBeginsAnew()
{
    QSignalSpy finished(m_listing.get(), &kube::Listing::finished);
    m_api.answer(page("second", {"old"}));
    m_api.fail(410, R"({"kind":"Status","status":"Failure","reason":"Expired","code":410})");
    QCOMPARE(m_api.waiting(), 1);
    m_api.answer(page("", {"new"}));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(namesOf(finished), QStringList{u"new"_s});
}

QTEST_GUILESS_MAIN(ListingTest)

#include "tst_listing.moc"
