#include "core/flink/connection.h"
#include "core/kube/accessreview.h"
#include "tests/live/support/cache.h"
#include "tests/live/support/manifests.h"
#include "tests/live/support/observedapi.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QJsonArray>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using live::ApiServer;
using User = ApiServer::User;
using State = kube::Watch::State;

const QString teamA = u"team-a"_s;
const QString teamB = u"team-b"_s;
const QString rbac = u"/apis/rbac.authorization.k8s.io/v1"_s;

/// The authorizer hears of changed rights a moment later, and a pause lies before the next attempt.
constexpr std::chrono::milliseconds eventually = 20s;

/// Watches end after a second: rights are looked at when one is opened.
kube::WatchTimes impatient()
{
    kube::WatchTimes times;
    times.firstPause = 100ms;
    times.shortestTimeout = 1s;
    times.longestTimeout = 1s;
    times.longLife = 500ms;
    times.forbiddenPause = 500ms;
    times.pollPause = 500ms;
    return times;
}

QJsonObject subjectOf(User user)
{
    return {{u"apiGroup"_s, u"rbac.authorization.k8s.io"_s},
            {u"kind"_s, u"User"_s},
            {u"name"_s, ApiServer::contextName(user)}};
}

QString report(const flink::ConnectionState& state)
{
    return u"state %1: %2"_s.arg(int(state.kind)).arg(state.error ? state.error->message : u"no error"_s);
}

} // namespace

/// What users of few rights see of a real API server, and what changes when their rights do.
class LiveRightsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanup();

    void keepsItsRowsWhenARightIsTakenAwayAndGoesOnWhenItIsBack();
    void pollsWhereItMayListButNotWatch();
    void saysThatItMayNotListWhereItMayOnlyWatch();
    void showsTheOneNamespaceOfItsUser();
    void isNotPermittedWhereNothingMayBeRead();
    void whatTheReviewSaysIsWhatTheServerDoes_data();
    void whatTheReviewSaysIsWhatTheServerDoes();
    void explainsANamespaceThatIsBeingDeleted();

private:
    /// For the user "nobody" in team-b, until the end of the test.
    void grant(const QStringList& verbs);
    live::HttpClient admin() const { return m_server->client(User::Admin); }

    std::unique_ptr<ApiServer> m_server;
};

void LiveRightsTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    m_server = std::make_unique<ApiServer>();
    QVERIFY2(m_server->start(), qPrintable(m_server->problem()));
    for (const QString& team : {teamA, teamB}) {
        const live::HttpAnswer made = admin().post(live::manifest::path(u"flinkdeployments"_s, team),
                                                   live::manifest::application(u"orders-of-"_s + team, team));
        QVERIFY2(made.status == 201, qPrintable(made.report()));
    }
}

void LiveRightsTest::cleanup()
{
    if (!m_server)
        return;
    const QString folder = rbac + u"/namespaces/team-b/"_s;
    for (const QString& path : {u"rolebindings/some"_s, u"roles/some"_s})
        QVERIFY(QList<int>({200, 404}).contains(admin().remove(folder + path).status));
}

void LiveRightsTest::grant(const QStringList& verbs)
{
    const QJsonObject rule{{u"apiGroups"_s, QJsonArray{u"flink.apache.org"_s}},
                           {u"resources"_s, QJsonArray{u"flinkdeployments"_s}},
                           {u"verbs"_s, QJsonArray::fromStringList(verbs)}};
    const QJsonObject name{{u"name"_s, u"some"_s}};
    const QString folder = rbac + u"/namespaces/team-b/"_s;
    const live::HttpAnswer role =
        admin().post(folder + u"roles"_s, {{u"metadata"_s, name}, {u"rules"_s, QJsonArray{rule}}});
    QVERIFY2(role.status == 201, qPrintable(role.report()));
    const QJsonObject reference{
        {u"apiGroup"_s, u"rbac.authorization.k8s.io"_s}, {u"kind"_s, u"Role"_s}, {u"name"_s, u"some"_s}};
    const live::HttpAnswer bound = admin().post(
        folder + u"rolebindings"_s,
        {{u"metadata"_s, name}, {u"roleRef"_s, reference}, {u"subjects"_s, QJsonArray{subjectOf(User::Nobody)}}});
    QVERIFY2(bound.status == 201, qPrintable(bound.report()));
}

void LiveRightsTest::keepsItsRowsWhenARightIsTakenAwayAndGoesOnWhenItIsBack()
{
    const QString binding = rbac + u"/clusterrolebindings/viewer"_s;
    const QJsonObject before = admin().get(binding).json();
    live::ObservedApi api(*m_server, User::Viewer);
    kube::Store<flink::Deployment> store(api, {kube::flinkType(u"flinkdeployments"_s), {}, {}, {}},
                                         flink::decodeDeployment, impatient());
    store.watch().start();
    QVERIFY(live::comesTrue([&] { return store.count() == 2; }, eventually));

    QCOMPARE(admin().remove(binding).status, 200);
    QVERIFY(live::comesTrue([&] { return store.watch().state() == State::NotPermitted; }, eventually));
    QCOMPARE(store.count(), 2);
    QVERIFY(store.watch().lastError());
    QCOMPARE(store.watch().lastError()->kind, base::Error::Kind::Forbidden);
    QVERIFY(store.watch().nextAttempt().isValid());

    const QJsonObject again{{u"metadata"_s, QJsonObject{{u"name"_s, u"viewer"_s}}},
                            {u"roleRef"_s, before.value(u"roleRef"_s)},
                            {u"subjects"_s, before.value(u"subjects"_s)}};
    QCOMPARE(admin().post(rbac + u"/clusterrolebindings"_s, again).status, 201);
    QVERIFY(live::comesTrue([&] { return store.watch().state() == State::Following; }, eventually));
    QVERIFY(!store.watch().lastError());
    QCOMPARE(store.count(), 2);
}

void LiveRightsTest::pollsWhereItMayListButNotWatch()
{
    grant({u"list"_s});
    live::ObservedApi api(*m_server, User::Nobody);
    kube::Store<flink::Deployment> store(api, {kube::flinkType(u"flinkdeployments"_s), teamB, {}, {}},
                                         flink::decodeDeployment, impatient());
    store.watch().start();
    QVERIFY(live::comesTrue([&] { return store.watch().state() == State::Polling; }, eventually));
    QVERIFY(live::comesTrue([&] { return store.count() == 1; }, eventually));

    const QString path = live::manifest::path(u"flinkdeployments"_s, teamB);
    QCOMPARE(admin().post(path, live::manifest::application(u"late"_s, teamB)).status, 201);
    QVERIFY(live::comesTrue([&] { return store.count() == 2; }, eventually));
    QCOMPARE(admin().remove(path + u"/late"_s).status, 200);
    QVERIFY(live::comesTrue([&] { return store.count() == 1; }, eventually));
    QVERIFY(store.watch().lastError());
    QCOMPARE(store.watch().lastError()->kind, base::Error::Kind::Forbidden);
}

void LiveRightsTest::saysThatItMayNotListWhereItMayOnlyWatch()
{
    grant({u"watch"_s});
    live::ObservedApi api(*m_server, User::Nobody);
    kube::Store<flink::Deployment> store(api, {kube::flinkType(u"flinkdeployments"_s), teamB, {}, {}},
                                         flink::decodeDeployment, impatient());
    store.watch().start();
    QVERIFY(live::comesTrue([&] { return store.watch().state() == State::NotPermitted; }, eventually));
    QVERIFY(!store.isComplete());
    QVERIFY2(store.watch().lastError()->message.contains(u"cannot list resource"),
             qPrintable(store.watch().lastError()->message));
}

void LiveRightsTest::showsTheOneNamespaceOfItsUser()
{
    const auto access = live::accessTo(*m_server, User::Operator);
    QVERIFY(access);
    flink::ConnectionTimes times;
    times.watch = impatient();
    const auto connection =
        flink::Connection::toContext(*access, flink::settingsOf({}, u"context:operator"_s, u"operator"_s), times);
    connection->open();
    QVERIFY2(
        live::comesTrue([&] { return connection->state().kind == flink::ConnectionState::Kind::Live; }, eventually),
        qPrintable(report(connection->state())));
    QVERIFY(live::comesTrue([&] { return connection->deployments()->isComplete(); }, eventually));
    QCOMPARE(connection->deployments()->keys(), QList{(kube::ObjectKey{teamA, u"orders-of-team-a"_s})});

    const QString path = live::manifest::path(u"flinkdeployments"_s, teamA);
    QCOMPARE(admin().post(path, live::manifest::application(u"late"_s, teamA)).status, 201);
    QVERIFY(live::comesTrue([&] { return connection->deployments()->count() == 2; }, eventually));
    QCOMPARE(admin().remove(path + u"/late"_s).status, 200);
    QVERIFY(live::comesTrue([&] { return connection->deployments()->count() == 1; }, eventually));
}

void LiveRightsTest::isNotPermittedWhereNothingMayBeRead()
{
    const auto access = live::accessTo(*m_server, User::Nobody);
    QVERIFY(access);
    const auto connection =
        flink::Connection::toContext(*access, flink::settingsOf({}, u"context:nobody"_s, u"nobody"_s));
    connection->open();
    QVERIFY2(live::comesTrue([&] { return connection->state().kind == flink::ConnectionState::Kind::NotPermitted; },
                             eventually),
             qPrintable(report(connection->state())));
    QVERIFY(connection->state().error);
    QVERIFY2(connection->state().error->message.contains(u"nobody"), qPrintable(connection->state().error->message));
}

void LiveRightsTest::whatTheReviewSaysIsWhatTheServerDoes_data()
{
    QTest::addColumn<User>("user");
    QTest::newRow("admin") << User::Admin;
    QTest::newRow("operator") << User::Operator;
    QTest::newRow("viewer") << User::Viewer;
    QTest::newRow("nobody") << User::Nobody;
}

void LiveRightsTest::whatTheReviewSaysIsWhatTheServerDoes()
{
    QFETCH(const User, user);
    live::ObservedApi api(*m_server, user);
    const kube::ResourceType type = kube::flinkType(u"flinkdeployments"_s);
    const QList<kube::AccessQuestion> questions{
        {u"list"_s, type},
        {u"list"_s, type, {}, teamA},
        {u"list"_s, type, {}, teamB},
        {u"get"_s, type, {}, teamA, u"orders-of-team-a"_s},
        {u"list"_s, kube::coreType(u"pods"_s), {}, teamA},
        {u"list"_s, kube::coreType(u"secrets"_s), {}, teamA},
        {u"list"_s, kube::coreType(u"namespaces"_s)},
    };
    QList<kube::Permission> answers;
    kube::reviewAccess(api, questions, this, [&](const QList<kube::Permission>& all) { answers = all; });
    QVERIFY(live::comesTrue([&] { return answers.size() == questions.size(); }, eventually));

    live::HttpClient client = m_server->client(user);
    for (qsizetype i = 0; i < questions.size(); ++i) {
        const kube::AccessQuestion& asked = questions[i];
        const QString folder = asked.nameSpace.isEmpty() ? QString() : u"/namespaces/"_s + asked.nameSpace;
        const QString object = asked.name.isEmpty() ? QString() : u'/' + asked.name;
        const int status =
            client.get(kube::groupVersionPath(asked.type) + folder + u'/' + asked.type.plural + object).status;
        QVERIFY2(status == 200 || status == 403, qPrintable(QString::number(status)));
        QCOMPARE(answers[i].verdict,
                 status == 200 ? kube::Permission::Verdict::Allowed : kube::Permission::Verdict::Denied);
    }
}

void LiveRightsTest::explainsANamespaceThatIsBeingDeleted()
{
    const QString leaving = u"leaving"_s;
    const QString nameSpaces = u"/api/v1/namespaces"_s;
    QCOMPARE(admin().post(nameSpaces, {{u"metadata"_s, QJsonObject{{u"name"_s, leaving}}}}).status, 201);
    // Nobody finishes the deletion here: that takes a controller.
    QCOMPARE(admin().remove(nameSpaces + u"/leaving"_s).status, 200);
    live::ObservedApi api(*m_server, User::Admin);
    const QString path = live::manifest::path(u"flinkdeployments"_s, leaving);
    std::optional<base::Error> error;
    const auto create = [&] {
        error.reset();
        api.postJson(path, live::manifest::application(u"orders"_s, leaving), http::Effect::Write, this,
                     [&](const base::Result<QJsonObject>& answer) {
                         error = answer ? base::Error{.message = u"it was created"_s} : answer.error();
                     });
        return live::comesTrue([&] { return error.has_value(); }, eventually);
    };
    QVERIFY(create());
    QCOMPARE(error->kind, base::Error::Kind::Forbidden);
    QVERIFY2(error->message.contains(u"being terminated"), qPrintable(error->message));
    QVERIFY(error->detail.contains(u"NamespaceTerminating"));

    QJsonObject finished = admin().get(nameSpaces + u"/leaving"_s).json();
    finished.insert(u"spec"_s, QJsonObject{{u"finalizers"_s, QJsonArray()}});
    QCOMPARE(admin().put(nameSpaces + u"/leaving/finalize"_s, finished).status, 200);
    QVERIFY(live::comesTrue([&] { return create() && error->kind == base::Error::Kind::NotFound; }, eventually));
    QVERIFY2(error->message.contains(u"\"leaving\" not found"), qPrintable(error->message));
}

QTEST_GUILESS_MAIN(LiveRightsTest)

#include "tst_liverights.moc"
