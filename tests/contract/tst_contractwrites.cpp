#include "tests/contract/support/apipair.h"
#include "tests/contract/support/managers.h"
#include "tests/contract/support/randomwrites.h"
#include "tests/contract/support/shape.h"
#include "tests/live/support/cache.h"
#include "tests/support/hygiene.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using contract::ApiPair;
using contract::RandomWrites;

namespace {

constexpr int seeds = 6;
constexpr int steps = 12;

/// Causes by what they are of and what they say.
QJsonArray inOrder(QList<QJsonObject> causes)
{
    std::ranges::sort(causes, {}, [](const QJsonObject& cause) {
        return cause.value(u"field"_s).toString() + u'/' + cause.value(u"message"_s).toString();
    });
    QJsonArray array;
    for (const auto& object : causes)
        array.append(object);
    return array;
}

/// An answer without what each server gives of its own: ids, revisions, times.
QStringList shared(const contract::Heard& heard)
{
    QJsonArray managers;
    static const QRegularExpression uid(u"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"_s);
    auto document = heard.json();
    auto metadata = document.value(u"metadata"_s).toObject();
    for (const auto& key : {u"uid"_s, u"resourceVersion"_s, u"creationTimestamp"_s})
        metadata.remove(key);
    for (const auto item : metadata.value(u"managedFields"_s).toArray()) {
        auto manager = item.toObject();
        manager.remove(u"time"_s);
        managers.append(manager);
    }
    metadata.insert(u"managedFields"_s, managers);
    auto details = document.value(u"details"_s).toObject();
    QList<QJsonObject> causes;
    for (const auto item : details.value(u"causes"_s).toArray())
        causes += item.toObject();
    // Conflicts stand in no order.
    if (!causes.isEmpty())
        details.insert(u"causes"_s, inOrder(causes));
    if (document.contains(u"details"_s))
        document.insert(u"details"_s, details);
    document.insert(u"metadata"_s, metadata);
    document = contract::withSortedManagers(document).toObject();
    auto text = QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented)).replace(uid, u"UID"_s);
    return QStringList{QString::number(heard.status)} + text.split(u'\n');
}

} // namespace

/// Stories of random writes, told to the real API server and to the practice cluster: after each step both have the
/// same object, down to who owns which field, or refuse in the same words.
class ContractWritesTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanupTestCase() { m_pair.reset(); }

    void endUpAlike_data();
    void endUpAlike();

private:
    std::unique_ptr<ApiPair> m_pair;
};

void ContractWritesTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    m_pair = std::make_unique<ApiPair>();
    const auto problem = m_pair->start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const auto made = m_pair->compare(
        {"POST", u"/api/v1/namespaces"_s, contract::quoted("{'metadata':{'name':'random'}}"), "application/json"});
    QVERIFY2(made.isEmpty(), qPrintable(made));
}

void ContractWritesTest::endUpAlike_data()
{
    QTest::addColumn<RandomWrites::Kind>("kind");
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= seeds; ++seed) {
        QTest::addRow("a config map, %u", seed) << RandomWrites::Kind::ConfigMap << seed;
        QTest::addRow("a deployment, %u", seed) << RandomWrites::Kind::Deployment << seed;
        QTest::addRow("a deployment of Flink, %u", seed) << RandomWrites::Kind::FlinkDeployment << seed;
    }
}

void ContractWritesTest::endUpAlike()
{
    QFETCH(const RandomWrites::Kind, kind);
    QFETCH(const quint32, seed);
    RandomWrites story(kind, seed);
    auto question = story.first();
    for (int step = 0; step <= steps; ++step) {
        const auto real = m_pair->hear(ApiPair::Real, question);
        const auto practice = m_pair->hear(ApiPair::Practice, question);
        QVERIFY(real.status > 0);
        const auto told = u"step %1: %2 %3 %4\n"_s.arg(step).arg(question.target, QString::fromUtf8(question.type),
                                                                 QString::fromUtf8(question.body));
        const auto difference = contract::difference(shared(practice), shared(real));
        QVERIFY2(difference.isEmpty(), qPrintable(told.left(400) + difference.left(1200)));
        QCOMPARE(shared(practice), shared(real));
        question = story.next();
    }
}

QTEST_GUILESS_MAIN(ContractWritesTest)
#include "tst_contractwrites.moc"
