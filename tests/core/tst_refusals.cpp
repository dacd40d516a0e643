#include "core/kube/refusal.h"

#include "core/kube/status.h"
#include "tests/support/hygiene.h"
#include "tests/support/kubeobjects.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::Cause;
using kube::Refusal;
using Kind = base::Error::Kind;

namespace {

/// As API servers of Kubernetes 1.32 answer.
struct Body
{
    int code;
    QString reason, message;
    QByteArray details = "{}";

    base::Error error() const
    {
        const QByteArray json = support::statusJson(code, reason, message, details);
        return kube::errorOfStatus(QJsonDocument::fromJson(json).object(), code, u"prod-eu"_s);
    }
};

const Body applyConflict{
    409, u"Conflict"_s, u"Apply failed with 2 conflicts: conflict with \"one\": .spec.mode"_s,
    "{\"causes\":["
    "{\"reason\":\"FieldManagerConflict\",\"message\":\"conflict with \\\"one\\\"\",\"field\":\".spec.mode\"},"
    "{\"reason\":\"FieldManagerConflict\",\"message\":\"conflict with \\\"kubectl\\\" with subresource "
    "\\\"scale\\\" using apps/v1 at 2026-11-20T10:00:00Z\",\"field\":\".spec.replicas\"}]}"};
const Body versionConflict{
    409, u"Conflict"_s,
    u"Operation cannot be fulfilled on flinkdeployments.flink.apache.org \"orders\": the object has been modified; please apply your changes to the latest version and try again"_s,
    "{\"name\":\"orders\",\"group\":\"flink.apache.org\",\"kind\":\"flinkdeployments\"}"};
const Body otherUid{
    409, u"Conflict"_s,
    u"Operation cannot be fulfilled on flinkdeployments.flink.apache.org \"orders\": the UID in the precondition (a) does not match the UID in record (b). The object might have been deleted and then recreated"_s,
    "{\"name\":\"orders\"}"};
const Body otherUidInStorage{
    409, u"Conflict"_s,
    u"Operation cannot be fulfilled on flinkdeployments.flink.apache.org \"orders\": Precondition failed: UID in precondition: a, UID in object meta: b"_s,
    "{\"name\":\"orders\"}"};
const Body exists{409, u"AlreadyExists"_s, u"flinkdeployments.flink.apache.org \"orders\" already exists"_s,
                  "{\"name\":\"orders\"}"};
const Body terminating{
    403, u"Forbidden"_s,
    u"flinkdeployments.flink.apache.org \"orders\" is forbidden: unable to create new content in namespace team because it is being terminated"_s,
    "{\"name\":\"orders\",\"causes\":[{\"reason\":\"NamespaceTerminating\",\"message\":\"namespace team is being "
    "terminated\",\"field\":\"metadata.namespace\"}]}"};
const Body forbidden{403, u"Forbidden"_s, u"User \"dev\" cannot create resource \"flinkdeployments\""_s};
const Body invalid{
    422, u"Invalid"_s, u"FlinkDeployment.flink.apache.org \"orders\" is invalid"_s,
    "{\"causes\":["
    "{\"reason\":\"FieldValueRequired\",\"message\":\"Required value\",\"field\":\"spec.mode\"},"
    "{\"reason\":\"FieldValueInvalid\",\"message\":\"Invalid value: 0\",\"field\":\"spec.ports[1].name\"},"
    "{\"reason\":\"FieldValueInvalid\",\"message\":\"Invalid value: -1\",\"field\":\".spec.replicas\"},"
    "{\"reason\":\"FieldValueInvalid\",\"message\":\"some validation rules were not checked\",\"field\":\"<nil>\"},"
    "{\"reason\":\"FieldValueTooLong\",\"message\":\"Too long\",\"field\":\"[]\"}]}"};
const Body strict{
    400, u"BadRequest"_s,
    u"FlinkDeployment in version \"v1beta1\" cannot be handled as a FlinkDeployment: strict decoding error: duplicate field \"spec.image\", unknown field \"spec.bogus\", unknown field \"spec.ports[0].nope\""_s};
const Body noDryRun{400, u"BadRequest"_s, u"admission webhook \"check.example.com\" does not support dry run"_s};
const Body badRequest{400, u"BadRequest"_s, u"the object provided is unrecognized"_s};

} // namespace

/// Refused writes, told apart by what their Status says.
class RefusalsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void case57_explainsANamespaceThatIsBeingDeleted();
    void case59_tellsTheFourConflictsApart_data();
    void case59_tellsTheFourConflictsApart();
    void case59_namesWhoseFieldsAnApplyWouldTake();
    void case60_leadsEveryCauseToItsField();
    void case60_readsFieldsAsServersWriteThem_data();
    void case60_readsFieldsAsServersWriteThem();
    void case60_findsTheFieldsOfAStrictReading();
    void case60_makesTheWordsOfACauseSafeToShow();
    void case61_explainsADryRunThatAWebhookRefuses();
    void tellsWhatAWebhookSaid_data();
    void tellsWhatAWebhookSaid();
    void tellsAFullNamespace();
    void tellsWhatCannotBeApplied();
    void tellsARefusalFromOtherTroubles();
};

void RefusalsTest::case57_explainsANamespaceThatIsBeingDeleted()
{
    const base::Error error = terminating.error();
    QCOMPARE(error.kind, Kind::Forbidden);
    QCOMPARE(kube::refusalOf(error), Refusal::NamespaceTerminating);
    QVERIFY2(error.message.contains(u"namespace is being deleted on prod-eu"), qPrintable(error.message));
    QCOMPARE(kube::causesOf(error).first().path, QStringList({u"metadata"_s, u"namespace"_s}));
    // To be short of a right is something else, and so is a namespace that is gone.
    QCOMPARE(kube::refusalOf(forbidden.error()), Refusal::None);
    const base::Error gone =
        Body{404, u"NotFound"_s, u"namespaces \"team\" not found"_s, "{\"name\":\"team\"}"}.error();
    QCOMPARE(gone.kind, Kind::NotFound);
    QVERIFY(gone.message.contains(u"namespaces \"team\" not found"));
}

void RefusalsTest::case59_tellsTheFourConflictsApart_data()
{
    QTest::addColumn<Body>("body");
    QTest::addColumn<Refusal>("refusal");
    QTest::addColumn<QString>("words");

    QTest::newRow("fields of another manager")
        << applyConflict << Refusal::ApplyConflict << u"managed by somebody else"_s;
    QTest::newRow("changed since") << versionConflict << Refusal::VersionConflict << u"has changed since it was read"_s;
    QTest::newRow("another object") << otherUid << Refusal::ReplacedObject << u"another one has its name"_s;
    QTest::newRow("another object, as the storage says it")
        << otherUidInStorage << Refusal::ReplacedObject << u"another one has its name"_s;
    QTest::newRow("exists") << exists << Refusal::AlreadyExists << u"has an object of this name already"_s;
}

void RefusalsTest::case59_tellsTheFourConflictsApart()
{
    QFETCH(const Body, body);
    QFETCH(const Refusal, refusal);
    QFETCH(const QString, words);
    const base::Error error = body.error();
    QCOMPARE(error.kind, Kind::Conflict);
    QCOMPARE(kube::refusalOf(error), refusal);
    QVERIFY2(error.message.contains(words), qPrintable(error.message));
    QVERIFY2(error.message.contains(u"prod-eu"), qPrintable(error.message));
    QVERIFY2(error.message.contains(body.message), "the server's own words");
}

void RefusalsTest::case59_namesWhoseFieldsAnApplyWouldTake()
{
    const QList<Cause> causes = kube::causesOf(applyConflict.error());
    QCOMPARE(causes.size(), 2);
    QCOMPARE(causes[0].path, QStringList({u"spec"_s, u"mode"_s}));
    QCOMPARE(causes[0].manager, u"\"one\""_s);
    QCOMPARE(causes[1].path, QStringList({u"spec"_s, u"replicas"_s}));
    QCOMPARE(causes[1].manager, u"\"kubectl\" (scale, apps/v1)"_s);
    QVERIFY(kube::causesOf(versionConflict.error()).isEmpty());
}

void RefusalsTest::case60_leadsEveryCauseToItsField()
{
    const base::Error error = invalid.error();
    QCOMPARE(kube::refusalOf(error), Refusal::InvalidFields);
    QList<QStringList> paths;
    for (const Cause& cause : kube::causesOf(error))
        paths.append(cause.path);
    const QList<QStringList> expected{
        {u"spec"_s, u"mode"_s}, {u"spec"_s, u"ports"_s, u"1"_s, u"name"_s}, {u"spec"_s, u"replicas"_s}, {}, {}};
    QCOMPARE(paths, expected);
    QCOMPARE(kube::causesOf(error)[0].reason, u"FieldValueRequired"_s);
    QCOMPARE(kube::causesOf(error)[1].message, u"Invalid value: 0"_s);
    QCOMPARE(kube::causesOf(error)[3].field, u"<nil>"_s);
}

void RefusalsTest::case60_readsFieldsAsServersWriteThem_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QStringList>("path");

    QTest::newRow("plain") << u"spec.mode"_s << QStringList{u"spec"_s, u"mode"_s};
    QTest::newRow("a leading dot") << u".spec.mode"_s << QStringList{u"spec"_s, u"mode"_s};
    QTest::newRow("an index") << u"spec.ports[1].name"_s << QStringList{u"spec"_s, u"ports"_s, u"1"_s, u"name"_s};
    QTest::newRow("a key") << u"metadata.labels[a.b/c]"_s << QStringList{u"metadata"_s, u"labels"_s, u"a.b/c"_s};
    QTest::newRow("a key in quotes") << u"spec.flinkConfiguration[\"a.b\"].c"_s
                                     << QStringList{u"spec"_s, u"flinkConfiguration"_s, u"a.b"_s, u"c"_s};
    QTest::newRow("two indexes") << u"a[0][1]"_s << QStringList{u"a"_s, u"0"_s, u"1"_s};
    QTest::newRow("nil") << u"<nil>"_s << QStringList();
    QTest::newRow("the size of all") << u"[]"_s << QStringList();
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("never closed") << u"a[b"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("dots alone") << u"..."_s << QStringList();
}

void RefusalsTest::case60_readsFieldsAsServersWriteThem()
{
    QFETCH(const QString, field);
    QFETCH(const QStringList, path);
    QCOMPARE(kube::fieldPath(field), path);
}

void RefusalsTest::case60_findsTheFieldsOfAStrictReading()
{
    const base::Error error = strict.error();
    QCOMPARE(error.kind, Kind::Invalid);
    QCOMPARE(kube::refusalOf(error), Refusal::UnknownFields);
    QVERIFY2(error.message.contains(u"does not know some of these fields"), qPrintable(error.message));
    const QList<Cause> causes = kube::causesOf(error);
    QCOMPARE(causes.size(), 3);
    QCOMPARE(causes[0].reason, u"FieldValueDuplicate"_s);
    QCOMPARE(causes[0].path, QStringList({u"spec"_s, u"image"_s}));
    QCOMPARE(causes[2].reason, u"FieldValueUnknown"_s);
    QCOMPARE(causes[2].path, QStringList({u"spec"_s, u"ports"_s, u"0"_s, u"nope"_s}));
    QVERIFY(kube::causesOf(badRequest.error()).isEmpty());
}

void RefusalsTest::case60_makesTheWordsOfACauseSafeToShow()
{
    const Body hostile{422, u"Invalid"_s, u"no"_s,
                       "{\"causes\":[{\"reason\":\"FieldValueInvalid\",\"message\":\"\\u001b[31m\\u202e" +
                           QByteArray(100'000, 'x') + "\",\"field\":\"" + QByteArray(100'000, 'y') + "\"}]}"};
    const QList<Cause> causes = kube::causesOf(hostile.error());
    QCOMPARE(causes.size(), 1);
    QVERIFY(causes.first().message.startsWith(u"⟨U+001B⟩[31m⟨U+202E⟩"));
    QVERIFY(causes.first().message.size() <= 1024);
    QVERIFY(causes.first().field.size() <= 4096);
}

void RefusalsTest::case61_explainsADryRunThatAWebhookRefuses()
{
    const base::Error error = noDryRun.error();
    QCOMPARE(kube::refusalOf(error), Refusal::DryRunUnsupported);
    QVERIFY2(error.message.contains(u"cannot try this without doing it"), qPrintable(error.message));
    QVERIFY2(error.message.contains(u"check.example.com"), qPrintable(error.message));
}

void RefusalsTest::tellsWhatAWebhookSaid_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("said");
    QTest::newRow("with words") << 403 << u"Forbidden"_s
                                << u"admission webhook \"v.flink.apache.org\" denied the request: No: a, b"_s
                                << u"No: a, b"_s;
    QTest::newRow("as invalid") << 400 << u"BadRequest"_s
                                << u"admission webhook \"v.flink.apache.org\" denied the request: No"_s << u"No"_s;
    QTest::newRow("without a word") << 403 << u"Forbidden"_s
                                    << u"admission webhook \"v\" denied the request without explanation"_s
                                    << u"admission webhook \"v\" denied the request without explanation"_s;
}

void RefusalsTest::tellsWhatAWebhookSaid()
{
    QFETCH(int, code);
    QFETCH(QString, reason);
    QFETCH(QString, words);
    QFETCH(QString, said);
    const base::Error error = Body{code, reason, words}.error();
    QCOMPARE(kube::refusalOf(error), Refusal::DeniedByWebhook);
    QCOMPARE(kube::deniedText(error), said);
    QVERIFY2(error.message.contains(u"webhook of prod-eu"), qPrintable(error.message));
    QVERIFY(kube::deniedText(forbidden.error()).isEmpty());
}

void RefusalsTest::tellsAFullNamespace()
{
    const base::Error error =
        Body{403, u"Forbidden"_s, u"flinkdeployments \"a\" is forbidden: exceeded quota: team, requested: 1"_s}.error();
    QCOMPARE(kube::refusalOf(error), Refusal::QuotaExceeded);
    QVERIFY2(error.message.contains(u"no room"), qPrintable(error.message));
}

void RefusalsTest::tellsWhatCannotBeApplied()
{
    const QString start =
        u"failed to create typed patch object (team/orders; flink.apache.org/v1beta1, Kind=FlinkDeployment): "_s;
    const base::Error unknown = Body{500, {}, start + u".spec.job.bogus: field not declared in schema"_s}.error();
    QCOMPARE(kube::refusalOf(unknown), Refusal::UnknownFields);
    QCOMPARE(kube::causesOf(unknown).size(), 1);
    QCOMPARE(kube::causesOf(unknown).first().path, QStringList({u"spec"_s, u"job"_s, u"bogus"_s}));
    const base::Error mistyped =
        Body{500, {}, start + u".spec.job.parallelism: expected numeric (int or float), got string"_s}.error();
    QCOMPARE(kube::refusalOf(mistyped), Refusal::InvalidFields);
    QCOMPARE(kube::causesOf(mistyped).first().message, u"expected numeric (int or float), got string"_s);
}

void RefusalsTest::tellsARefusalFromOtherTroubles()
{
    QCOMPARE(kube::refusalOf({}), Refusal::None);
    QCOMPARE(kube::refusalOf(badRequest.error()), Refusal::None);
    QCOMPARE(kube::refusalOf(Body{500, u"InternalError"_s, u"UID in precondition"_s}.error()), Refusal::None);
    base::Error gateway;
    gateway.kind = Kind::Conflict;
    gateway.httpStatus = 409;
    gateway.detail = u"{\"message\":\"no Status of an API server\"}"_s;
    QCOMPARE(kube::refusalOf(gateway), Refusal::None);
    QVERIFY(kube::causesOf(gateway).isEmpty());
}

QTEST_GUILESS_MAIN(RefusalsTest)
#include "tst_refusals.moc"
