#include "core/plans/applying.h"
#include "core/sim/practice/practice.h"
#include "tests/support/hygiene.h"
#include "tests/support/sim/practiceclient.h"
#include "tests/support/tappedapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plans;
using support::TappedApi;
using Kind = base::Error::Kind;

namespace {

constexpr int patience = 30'000; // ms

bool isReal(const http::Request& request)
{
    return request.method == "PATCH" && !request.query.hasQueryItem(u"dryRun"_s);
}

QJsonObject manifest(const QJsonObject& spec, const QString& name = u"payment-authorize"_s)
{
    return {{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
            {u"kind"_s, u"FlinkDeployment"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"payments"_s}}},
            {u"spec"_s, spec}};
}

QJsonObject parallelism(int wanted)
{
    // Another object: what an apply leaves out that an earlier one held goes away.
    return manifest({{u"job"_s, QJsonObject{{u"parallelism"_s, wanted}}}}, u"payment-settlement"_s);
}

QJsonObject withKey(const QString& name, const QString& value)
{
    return manifest({{u"flinkConfiguration"_s, QJsonObject{{name, value}}}});
}

const QString retained = u"state.checkpoints.num-retained"_s;
const QString placeOfRetained = u"spec.flinkConfiguration['state.checkpoints.num-retained']"_s;

base::Error errorOf(Kind kind)
{
    base::Error error;
    error.kind = kind;
    error.message = u"the connection broke"_s;
    return error;
}

} // namespace

/// Applying a manifest, to the practice cluster over real sockets.
class SimApplyTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void whatBelongsToNobodyIsApplied();
    void whatIsThereAlreadyIsUnchanged();
    void aConflictNamesFieldAndOwner();
    void aConflictIsNotTakenUnasked();
    void whatWasShownCanBeTakenOver();
    void aNewObjectIsMade();
    void objectsThatTravelAlongAreFound();
    void whatIsNowhereIsRefused();
    void theWebhookRefusesBeforeAnythingIsDone();
    void aFieldThatDoesNotExistIsRefused();
    void aFullNamespaceRefuses();
    void aProtectedContextSendsNothing();
    void aStatusThatIsWrittenMeanwhileIsMerged();
    void anEditThatChangesTheMeaningIsShownAgain();
    void aLostAnswerIsLookedInto();
    void aLostRequestIsUnknown();
    void aBlindVerificationIsUnknown();
    void whatWasNotSentFailed();
    void whatWasChangedBackIsSaid();
    void nothingIsDoneThatCannotBeWrittenDown();
    void secretsAreNotWrittenDown();
    void aLineThatBrokeOffHidesNoOther();

private:
    struct Run
    {
        QList<RehearsedApply> rehearsals;
        std::optional<base::Error> refusal;
        std::optional<AppliedOutcome> outcome;
    };
    Run run(const QJsonObject& document, Conflicts conflicts = Conflicts::Refuse);
    QJsonObject get(const QString& name = u"payment-authorize"_s);
    /// As somebody else does, with a merge patch.
    void edit(const QJsonObject& change, const QString& subresource = {});
    AppliedEntry lastEntry() const { return m_record->entries().value(m_record->entries().size() - 1); }
    qsizetype realRequests() const { return std::count_if(m_api->requests.begin(), m_api->requests.end(), isReal); }

    std::unique_ptr<sim::practice::Practice> m_practice;
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<kube::Api> m_other;
    std::unique_ptr<TappedApi> m_api;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ApplyRecord> m_record;
};

void SimApplyTest::initTestCase()
{
    support::keepClean();
    sim::HostOptions options;
    options.speed = 0;
    m_practice = std::make_unique<sim::practice::Practice>(options);
    QVERIFY2(m_practice->problem().isEmpty(), qPrintable(m_practice->problem()));
    m_client = support::adminOf(m_practice->host());
    m_other = kube::httpApi(*m_client);
}

void SimApplyTest::init()
{
    m_client->setAccess(http::Access::ReadWrite);
    m_api = std::make_unique<TappedApi>(kube::httpApi(*m_client));
    m_folder = std::make_unique<QTemporaryDir>();
    m_record = std::make_unique<ApplyRecord>(m_folder->filePath(u"state/applied.jsonl"_s));
}

void SimApplyTest::cleanup()
{
    m_client->setAccess(http::Access::ReadWrite);
}

SimApplyTest::Run SimApplyTest::run(const QJsonObject& document, Conflicts conflicts)
{
    Run run;
    Applying applying(*m_api, u"practice"_s, document, *m_record);
    connect(&applying, &Applying::rehearsed, this, [&](const RehearsedApply& rehearsal) {
        run.rehearsals.append(rehearsal);
        if (run.rehearsals.size() == 1)
            applying.apply(conflicts);
    });
    connect(&applying, &Applying::refused, this, [&](const base::Error& error) { run.refusal = error; });
    connect(&applying, &Applying::finished, this, [&](const AppliedOutcome& outcome) { run.outcome = outcome; });
    applying.rehearse(u"payments"_s);
    if (!QTest::qWaitFor([&] { return run.refusal || run.outcome || run.rehearsals.size() > 1; }, patience))
        qWarning("it did not end");
    return run;
}

QJsonObject SimApplyTest::get(const QString& name)
{
    std::optional<QJsonObject> found;
    const kube::ObjectPath path{kube::flinkType(u"flinkdeployments"_s), u"payments"_s, name, {}};
    m_other->getJson(path.path(), this,
                     [&](const base::Result<QJsonObject>& object) { found = object ? *object : QJsonObject(); });
    if (!QTest::qWaitFor([&] { return found.has_value(); }, patience))
        qWarning("no answer");
    return *found;
}

void SimApplyTest::edit(const QJsonObject& change, const QString& subresource)
{
    http::Request request;
    request.method = "PATCH";
    request.path =
        kube::ObjectPath{kube::flinkType(u"flinkdeployments"_s), u"payments"_s, u"payment-authorize"_s, subresource}
            .path();
    kube::addParameter(request.query, u"fieldManager"_s, u"somebody"_s);
    request.contentType = "application/merge-patch+json";
    request.body = QJsonDocument(change).toJson();
    request.effect = http::Effect::Write;
    bool isDone = false;
    m_other->send(request, this, [&](const base::Result<http::Answer>& answer) {
        isDone = true;
        if (!answer)
            qWarning("%s", qPrintable(answer.error().message));
    });
    QVERIFY(QTest::qWaitFor([&] { return isDone; }, patience));
}

void SimApplyTest::whatBelongsToNobodyIsApplied()
{
    const qint64 before = get()[u"metadata"_s][u"generation"_s].toInteger();
    const Run done = run(withKey(retained, u"5"_s));
    QCOMPARE(done.rehearsals.size(), 1);
    QCOMPARE(done.rehearsals.first().changes.keys(), QStringList{placeOfRetained});
    QVERIFY(done.rehearsals.first().conflicts.isEmpty());
    QVERIFY(done.outcome);
    QVERIFY2(done.outcome->state == ApplyState::Applied,
             done.outcome->error ? qPrintable(done.outcome->error->message) : "");
    QCOMPARE(done.outcome->generation, before + 1);
    QCOMPARE(get()[u"spec"_s][u"flinkConfiguration"_s][retained].toString(), u"5"_s);
    // Asked strictly, by name, and never by force; the dry run first.
    const http::Request& dry = m_api->requests.at(1);
    QCOMPARE(dry.query.queryItemValue(u"dryRun"_s), u"All"_s);
    for (const http::Request& request : std::as_const(m_api->requests)) {
        if (request.method != "PATCH")
            continue;
        QCOMPARE(request.query.queryItemValue(u"fieldManager"_s), u"drey"_s);
        QCOMPARE(request.query.queryItemValue(u"fieldValidation"_s), u"Strict"_s);
        QCOMPARE(request.query.queryItemValue(u"force"_s), u"false"_s);
    }
    QCOMPARE(realRequests(), 1);
    const AppliedEntry entry = lastEntry();
    QCOMPARE(entry.state, ApplyState::Applied);
    QCOMPARE(entry.generation, before + 1);
    QCOMPARE(entry.context, u"practice"_s);
    QCOMPARE(entry.target.label(), u"FlinkDeployment payments/payment-authorize"_s);
    QCOMPARE(entry.manifest[u"spec"_s][u"flinkConfiguration"_s][retained].toString(), u"5"_s);
    QVERIFY(entry.begunAt.isValid() && entry.begunAt <= entry.endedAt);
}

void SimApplyTest::whatIsThereAlreadyIsUnchanged()
{
    const Run done = run(withKey(retained, u"5"_s));
    QVERIFY(done.rehearsals.first().changes.isEmpty());
    QCOMPARE(done.outcome->state, ApplyState::Unchanged);
}

void SimApplyTest::aConflictNamesFieldAndOwner()
{
    const Run done = run(parallelism(6));
    QCOMPARE(done.rehearsals.first().conflicts.size(), 1);
    const kube::Cause conflict = done.rehearsals.first().conflicts.first();
    QCOMPARE(conflict.path, QStringList({u"spec"_s, u"job"_s, u"parallelism"_s}));
    QVERIFY2(conflict.manager.contains(u"argocd-controller"), qPrintable(conflict.manager));
    // What it would be like is shown all the same.
    QCOMPARE(done.rehearsals.first().changes.value(u"spec.job.parallelism"_s).toInt(), 6);
}

void SimApplyTest::aConflictIsNotTakenUnasked()
{
    const Run done = run(parallelism(7), Conflicts::Refuse);
    QCOMPARE(done.outcome->state, ApplyState::Refused);
    QCOMPARE(kube::refusalOf(*done.outcome->error), kube::Refusal::ApplyConflict);
    QVERIFY(get(u"payment-settlement"_s)[u"spec"_s][u"job"_s][u"parallelism"_s].toInt() != 7);
    QCOMPARE(lastEntry().state, ApplyState::Refused);
}

void SimApplyTest::whatWasShownCanBeTakenOver()
{
    const Run done = run(parallelism(6), Conflicts::TakeOver);
    QCOMPARE(done.outcome->state, ApplyState::Applied);
    QCOMPARE(get(u"payment-settlement"_s)[u"spec"_s][u"job"_s][u"parallelism"_s].toInt(), 6);
    QVERIFY(lastEntry().isTakeOver);
}

void SimApplyTest::aNewObjectIsMade()
{
    QJsonObject spec = get()[u"spec"_s].toObject();
    const Run done = run(manifest(spec, u"payment-twin"_s));
    QVERIFY(!done.rehearsals.first().live);
    QCOMPARE(done.outcome->state, ApplyState::Applied);
    QVERIFY(!get(u"payment-twin"_s).isEmpty());
    QVERIFY(lastEntry().versionBefore.isEmpty());
}

void SimApplyTest::objectsThatTravelAlongAreFound()
{
    const QJsonObject map{{u"apiVersion"_s, u"v1"_s},
                          {u"kind"_s, u"ConfigMap"_s},
                          {u"metadata"_s, QJsonObject{{u"name"_s, u"settings"_s}}},
                          {u"data"_s, QJsonObject{{u"a"_s, u"1"_s}}}};
    const Run done = run(map);
    QCOMPARE(done.outcome->state, ApplyState::Applied);
    QCOMPARE(done.rehearsals.first().target.type.plural, u"configmaps"_s);
    QCOMPARE(done.rehearsals.first().target.nameSpace, u"payments"_s);
}

void SimApplyTest::whatIsNowhereIsRefused()
{
    QJsonObject odd = manifest({});
    odd[u"kind"_s] = u"Chimera"_s;
    QVERIFY(run(odd).refusal);
    odd = manifest({}, u"../pods"_s);
    QVERIFY(run(odd).refusal);
    odd = manifest({});
    odd.remove(u"apiVersion"_s);
    QVERIFY(run(odd).refusal);
    QCOMPARE(realRequests(), 0);
}

void SimApplyTest::theWebhookRefusesBeforeAnythingIsDone()
{
    const Run done = run(withKey(u"kubernetes.cluster-id"_s, u"other"_s));
    QVERIFY(done.refusal);
    QCOMPARE(kube::deniedText(*done.refusal), u"Forbidden Flink config key: kubernetes.cluster-id"_s);
    QCOMPARE(realRequests(), 0);
    QVERIFY(m_record->entries().isEmpty());
}

void SimApplyTest::aFieldThatDoesNotExistIsRefused()
{
    const Run done = run(manifest({{u"job"_s, QJsonObject{{u"paralelism"_s, 3}}}}));
    QVERIFY(done.refusal);
    QCOMPARE(kube::refusalOf(*done.refusal), kube::Refusal::UnknownFields);
    QCOMPARE(kube::causesOf(*done.refusal).first().path, QStringList({u"spec"_s, u"job"_s, u"paralelism"_s}));
    QCOMPARE(realRequests(), 0);
}

void SimApplyTest::aFullNamespaceRefuses()
{
    m_api->tap = [](const http::Request& request, const kube::Api::BytesDone& done, const std::function<void()>&) {
        if (!isReal(request))
            return false;
        http::Answer answer;
        answer.status = 403;
        answer.body = "{\"kind\":\"Status\",\"reason\":\"Forbidden\",\"code\":403,\"message\":\"flinkdeployments is "
                      "forbidden: exceeded quota: team, requested: count=1, used: 3, limited: 3\"}";
        done(kube::statusError(answer, {}));
        return true;
    };
    const Run done = run(withKey(retained, u"6"_s));
    QCOMPARE(done.outcome->state, ApplyState::Refused);
    QCOMPARE(kube::refusalOf(*done.outcome->error), kube::Refusal::QuotaExceeded);
    QVERIFY(!lastEntry().message.isEmpty());
}

void SimApplyTest::aProtectedContextSendsNothing()
{
    m_client->setAccess(http::Access::ReadOnly);
    const QJsonObject before = get();
    const Run done = run(withKey(retained, u"6"_s));
    QCOMPARE(done.rehearsals.size(), 1); // it may be rehearsed
    QCOMPARE(done.outcome->state, ApplyState::Refused);
    QCOMPARE(done.outcome->error->kind, Kind::Protected);
    QCOMPARE(get(), before);
}

void SimApplyTest::aStatusThatIsWrittenMeanwhileIsMerged()
{
    int times = 0;
    m_api->tap = [&](const http::Request& request, const kube::Api::BytesDone&, const std::function<void()>& go) {
        if (!isReal(request) || ++times > 2)
            return false;
        edit({{u"status"_s, QJsonObject{{u"observedGeneration"_s, 100 + times}}}}, u"status"_s);
        go();
        return true;
    };
    const Run done = run(withKey(retained, u"7"_s));
    QCOMPARE(done.rehearsals.size(), 1);
    QCOMPARE(done.outcome->state, ApplyState::Applied);
    QCOMPARE(times, 3);
    QCOMPARE(m_record->entries().size(), 1);
}

void SimApplyTest::anEditThatChangesTheMeaningIsShownAgain()
{
    bool isFirst = true;
    m_api->tap = [&](const http::Request& request, const kube::Api::BytesDone&, const std::function<void()>& go) {
        if (!isReal(request) || !std::exchange(isFirst, false))
            return false;
        // Now the same field belongs to somebody.
        edit({{u"spec"_s, QJsonObject{{u"restartNonce"_s, 4}}}});
        go();
        return true;
    };
    const Run done = run(manifest({{u"restartNonce"_s, 9}}));
    QCOMPARE(done.rehearsals.size(), 2);
    QVERIFY(!done.outcome);
    QVERIFY(done.rehearsals.at(0).conflicts.isEmpty());
    QCOMPARE(done.rehearsals.at(1).conflicts.size(), 1);
    QCOMPARE(get()[u"spec"_s][u"restartNonce"_s].toInt(), 4);
    QCOMPARE(lastEntry().state, ApplyState::Refused);
}

void SimApplyTest::aLostAnswerIsLookedInto()
{
    m_api->tap = [&](const http::Request& request, const kube::Api::BytesDone& done, const std::function<void()>&) {
        if (isReal(request))
            m_api->sendAndLose(request, this, done, errorOf(Kind::OutcomeUnknown));
        return isReal(request);
    };
    const Run done = run(withKey(retained, u"8"_s));
    QCOMPARE(done.outcome->state, ApplyState::Applied);
    QVERIFY(!done.outcome->error);
    QCOMPARE(realRequests(), 1); // and it is not sent again
}

void SimApplyTest::aLostRequestIsUnknown()
{
    m_api->tap = [&](const http::Request& request, const kube::Api::BytesDone& done, const std::function<void()>&) {
        if (isReal(request))
            done(errorOf(Kind::OutcomeUnknown));
        return isReal(request);
    };
    const Run done = run(withKey(retained, u"9"_s));
    // It is not there now; nobody can say that it will not be.
    QCOMPARE(done.outcome->state, ApplyState::Unknown);
    QCOMPARE(done.outcome->error->kind, Kind::OutcomeUnknown);
    QCOMPARE(lastEntry().state, ApplyState::Unknown);
}

void SimApplyTest::aBlindVerificationIsUnknown()
{
    bool isSent = false;
    m_api->tap = [&](const http::Request& request, const kube::Api::BytesDone& done, const std::function<void()>&) {
        if (isReal(request)) {
            isSent = true;
            done(errorOf(Kind::OutcomeUnknown));
            return true;
        }
        if (isSent)
            done(errorOf(Kind::Timeout));
        return isSent;
    };
    QCOMPARE(run(withKey(retained, u"9"_s)).outcome->state, ApplyState::Unknown);
}

void SimApplyTest::whatWasNotSentFailed()
{
    m_api->tap = [&](const http::Request& request, const kube::Api::BytesDone& done, const std::function<void()>&) {
        if (isReal(request))
            done(errorOf(Kind::Network));
        return isReal(request);
    };
    const Run done = run(withKey(retained, u"9"_s));
    QCOMPARE(done.outcome->state, ApplyState::Failed);
    QCOMPARE(lastEntry().state, ApplyState::Failed);
}

void SimApplyTest::whatWasChangedBackIsSaid()
{
    m_api->tap = [&](const http::Request& request, const kube::Api::BytesDone& done, const std::function<void()>&) {
        if (!isReal(request))
            return false;
        // Somebody undoes it before it can be looked at.
        edit({{u"spec"_s, QJsonObject{{u"flinkConfiguration"_s, QJsonObject{{retained, u"2"_s}}}}}});
        done(http::Answer());
        return true;
    };
    QCOMPARE(run(withKey(retained, u"11"_s)).outcome->state, ApplyState::Overwritten);
}

void SimApplyTest::nothingIsDoneThatCannotBeWrittenDown()
{
    m_record = std::make_unique<ApplyRecord>(u"/proc/drey/applied.jsonl"_s);
    const Run done = run(withKey(retained, u"12"_s), Conflicts::TakeOver);
    QVERIFY(done.refusal);
    QVERIFY(!done.outcome);
    QCOMPARE(realRequests(), 0);
}

void SimApplyTest::secretsAreNotWrittenDown()
{
    const QJsonObject secret{{u"apiVersion"_s, u"v1"_s},
                             {u"kind"_s, u"Secret"_s},
                             {u"metadata"_s, QJsonObject{{u"name"_s, u"keys"_s}}},
                             {u"stringData"_s, QJsonObject{{u"user"_s, u"hunter2"_s}}}};
    QCOMPARE(run(secret).outcome->state, ApplyState::Applied);
    QJsonObject twin = withKey(u"s3.secret-key"_s, u"hunter2"_s);
    run(twin);
    QFile file(m_folder->filePath(u"state/applied.jsonl"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("s3.secret-key") && text.contains("\"user\""));
    QVERIFY(!text.contains("hunter2"));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void SimApplyTest::aLineThatBrokeOffHidesNoOther()
{
    run(withKey(retained, u"3"_s), Conflicts::TakeOver);
    QFile file(m_folder->filePath(u"state/applied.jsonl"_s));
    QVERIFY(file.open(QIODevice::Append));
    file.write("{\"event\":\"begin\",\"id\":\"half");
    file.close();
    AppliedEntry entry;
    entry.context = u"other"_s;
    const auto id = m_record->begin(entry);
    QVERIFY(id);
    const QList<AppliedEntry> entries = m_record->entries();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.last().id, *id);
    QVERIFY(!entries.last().state); // it never ended: nobody knows
}

QTEST_GUILESS_MAIN(SimApplyTest)
#include "tst_simapply.moc"
