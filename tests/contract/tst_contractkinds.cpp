#include "tests/contract/support/apipair.h"
#include "tests/contract/support/printedkinds.h"
#include "tests/contract/support/shape.h"
#include "tests/live/support/cache.h"
#include "tests/live/support/waiting.h"
#include "tests/support/hygiene.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using contract::ApiPair;
using contract::quoted;

namespace {

const QString core = u"/api/v1/namespaces/kinds/"_s;
const QString flink = u"/apis/flink.apache.org/v1beta1/namespaces/kinds/"_s;
const QByteArray json = "application/json";
const QByteArray merge = "application/merge-patch+json";
const QByteArray apply = "application/apply-patch+yaml";
const QByteArray table = "application/json;as=Table;v=v1;g=meta.k8s.io";

/// A FlinkDeployment with these fields of its spec.
QByteArray deployment(const QByteArray& name, const QByteArray& more = {})
{
    return quoted(
        "{'apiVersion':'flink.apache.org/v1beta1','kind':'FlinkDeployment','metadata':{'name':'" + name +
        "'},'spec':{'image':'flink:1.20','flinkVersion':'v1_20','serviceAccount':'flink',"
        "'jobManager':{'resource':{'memory':'1g','cpu':1}},'taskManager':{'resource':{'memory':'1g','cpu':1}}" +
        more + "}}");
}

/// What the columns of a table are; each server describes them in its own words.
QJsonArray columnsOf(const contract::Heard& heard)
{
    QJsonArray result;
    for (const auto item : heard.json()[u"columnDefinitions"_s].toArray()) {
        auto column = item.toObject();
        column.remove(u"description"_s);
        result.append(column);
    }
    return result;
}

void columns()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
}

void row(const char* name, const QByteArray& method, const QString& target, const QByteArray& body = {},
         const QByteArray& type = {})
{
    QTest::newRow(name) << method << target << body << type;
}

} // namespace

/// The kinds of the practice cluster, the operator's first, against the real API server with the same definitions.
class ContractKindsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { support::keepClean(); }
    void cleanupTestCase() { m_pair.reset(); }

    // In this order: each builds on what the ones before have left.
    void writesAlike_data();
    void writesAlike();
    void printsAlike_data();
    void printsAlike();
    void deletesAlike_data();
    void deletesAlike();
    void explainsItselfAlike_data();
    void explainsItselfAlike();
    void listsTheKindsOfFlinkAlike();

private:
    void compare();

    std::unique_ptr<ApiPair> m_pair;
};

void ContractKindsTest::initTestCase()
{
    support::keepClean();
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s);
    m_pair = std::make_unique<ApiPair>();
    const auto problem = m_pair->start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    for (const auto of : {ApiPair::Real, ApiPair::Practice}) {
        const auto made =
            m_pair->hear(of, {"POST", u"/api/v1/namespaces"_s, quoted("{'metadata':{'name':'kinds'}}"), json});
        QVERIFY2(made.status == 201, made.body.constData());
    }
}

void ContractKindsTest::compare()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, target);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    // What is allowed differs with the roles there are, and nobody owns the fields of a question.
    const bool isReview = target.contains(u"selfsubject");
    const QStringList reviewed{u".metadata.managedFields"_s, u".status.resourceRules"_s, u".status.nonResourceRules"_s};
    const auto difference = m_pair->compare({method, target, body, type}, isReview ? reviewed : QStringList());
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void ContractKindsTest::writesAlike_data()
{
    columns();
    const auto deployments = flink + u"flinkdeployments"_s;
    const auto one = deployments + u"/one"_s;
    // Strictness, types, enumerations, what is required.
    row("a deployment", "POST", deployments, deployment("one"), json);
    row("it is there already", "POST", deployments, deployment("one"), json);
    row("an unknown field, strictly", "POST", deployments + u"?fieldValidation=Strict"_s,
        deployment("two", ",'bogus':1,'job':{'bogus':{}}"), json);
    row("an unknown field, with a warning", "POST", deployments + u"?fieldValidation=Warn"_s,
        deployment("two", ",'bogus':1"), json);
    row("a field twice, strictly", "POST", deployments + u"?fieldValidation=Strict"_s,
        deployment("three", ",'image':'x'"), json);
    row("a field twice", "POST", deployments + u"?fieldValidation=Ignore"_s, deployment("three", ",'image':'x'"), json);
    row("another validation", "POST", deployments + u"?fieldValidation=Bogus"_s, deployment("x"), json);
    row("a text for a number", "POST", deployments, deployment("x", ",'job':{'parallelism':'many'}"), json);
    row("a number for a text", "POST", deployments, deployment("x", ",'job':{'jarURI':1}"), json);
    row("an unknown mode", "POST", deployments, deployment("x", ",'job':{'upgradeMode':'bogus'}"), json);
    row("an unknown version", "POST", deployments,
        quoted("{'apiVersion':'flink.apache.org/v1beta1','kind':'FlinkDeployment','metadata':{'name':'x'},"
               "'spec':{'flinkVersion':'v9_9'}}"),
        json);
    row("another kind", "POST", deployments,
        quoted("{'apiVersion':'flink.apache.org/v1beta1','kind':'FlinkSessionJob','metadata':{'name':'x'}}"), json);
    row("another group", "POST", deployments,
        quoted("{'apiVersion':'apps/v1','kind':'FlinkDeployment','metadata':{'name':'x'}}"), json);
    row("no name", "POST", deployments,
        quoted("{'apiVersion':'flink.apache.org/v1beta1','kind':'FlinkDeployment','metadata':{}}"), json);
    row("a generated name", "POST", deployments + u"?dryRun=All"_s,
        quoted("{'apiVersion':'flink.apache.org/v1beta1','kind':'FlinkDeployment','metadata':{'generateName':'g-'},"
               "'spec':{}}"),
        json);
    row("another namespace", "POST", deployments,
        quoted("{'apiVersion':'flink.apache.org/v1beta1','kind':'FlinkDeployment','metadata':{'name':'x',"
               "'namespace':'default'}}"),
        json);
    row("no JSON", "POST", deployments, "{", json);
    row("an array", "POST", deployments, "[]", json);
    row("nothing", "POST", deployments, "", json);
    row("YAML", "POST", deployments,
        "apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\n  name: from-yaml\nspec:\n"
        "  flinkVersion: v1_20\n  image: \"flink:1.20\"\n  job: {parallelism: 2, args: [a, \"1\"]}\n",
        "application/yaml");
    row("YAML that is none", "POST", deployments, "a: [", "application/yaml");
    row("YAML of a built-in kind", "POST", core + u"configmaps"_s,
        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: from-yaml\ndata:\n  a: \"1\"\n  b: |\n    two\n    "
        "lines\n",
        "application/yaml");
    row("YAML with a number for a text", "POST", core + u"configmaps"_s,
        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\ndata:\n  a: 1\n", "application/yaml");
    row("a label that is none", "POST", deployments,
        quoted("{'apiVersion':'flink.apache.org/v1beta1','kind':'FlinkDeployment','metadata':{'name':'x',"
               "'labels':{'a b':'c'}},'spec':{}}"),
        json);
    // Status and scale.
    row("a status through the main door", "PATCH", one, quoted("{'status':{'error':'x'}}"), merge);
    row("a status", "PATCH", one + u"/status"_s,
        quoted("{'status':{'lifecycleState':'STABLE','jobStatus':{'state':'RUNNING','jobName':'j'}}}"), merge);
    row("a spec through the door of the status", "PATCH", one + u"/status"_s, quoted("{'spec':{'image':'x'}}"), merge);
    row("a status that is none", "PATCH", one + u"/status"_s, quoted("{'status':{'lifecycleState':'BOGUS'}}"), merge);
    row("the status", "GET", one + u"/status"_s);
    row("the scale", "GET", one + u"/scale"_s);
    row("a subresource that is none", "GET", one + u"/bogus"_s);
    row("a new spec", "PATCH", one, quoted("{'spec':{'job':{'parallelism':2}}}"), merge);
    row("the same again", "PATCH", one, quoted("{'spec':{'job':{'parallelism':2}}}"), merge);
    row("a strategic patch", "PATCH", one, quoted("{'spec':{'image':'x'}}"), "application/strategic-merge-patch+json");
    row("a JSON patch", "PATCH", one, quoted("[{'op':'replace','path':'/spec/image','value':'flink:2.0'}]"),
        "application/json-patch+json");
    row("a JSON patch whose test fails", "PATCH", one, quoted("[{'op':'test','path':'/spec/image','value':'y'}]"),
        "application/json-patch+json");
    row("a JSON patch of a missing path", "PATCH", one, quoted("[{'op':'remove','path':'/spec/none'}]"),
        "application/json-patch+json");
    row("a JSON patch that is none", "PATCH", one, "{}", "application/json-patch+json");
    row("a patch of the name", "PATCH", one, quoted("{'metadata':{'name':'other'}}"), merge);
    row("a patch in conflict", "PATCH", one, quoted("{'metadata':{'resourceVersion':'1'},'spec':{'image':'z'}}"),
        merge);
    row("an update without a revision", "PUT", one, deployment("one", ",'imagePullPolicy':'Always'"), json);
    row("an update in conflict", "PUT", one,
        quoted("{'apiVersion':'flink.apache.org/v1beta1','kind':'FlinkDeployment','metadata':{'name':'one',"
               "'resourceVersion':'1'},'spec':{}}"),
        json);
    row("an update of another", "PUT", one, deployment("two"), json);
    row("an update of none", "PUT", deployments + u"/none"_s, deployment("none"), json);
    // Server-side apply.
    const auto applied = deployments + u"/applied"_s;
    row("an apply", "PATCH", applied + u"?fieldManager=one"_s, deployment("applied", ",'job':{'parallelism':1}"),
        apply);
    row("an apply in conflict", "PATCH", applied + u"?fieldManager=two"_s,
        deployment("applied", ",'job':{'parallelism':2,'args':['a']},'logConfiguration':{'a':'b'}"), apply);
    row("an apply by force", "PATCH", applied + u"?fieldManager=two&force=true"_s,
        deployment("applied", ",'job':{'parallelism':2}"), apply);
    row("an apply that leaves a field", "PATCH", applied + u"?fieldManager=two"_s, deployment("applied"), apply);
    row("an apply of a status", "PATCH", applied + u"/status?fieldManager=op"_s,
        quoted("{'apiVersion':'flink.apache.org/v1beta1','kind':'FlinkDeployment','metadata':{'name':'applied'},"
               "'status':{'lifecycleState':'CREATED'}}"),
        apply);
    row("an apply with managed fields", "PATCH", applied + u"?fieldManager=x"_s,
        quoted("{'apiVersion':'flink.apache.org/v1beta1','kind':'FlinkDeployment','metadata':{'name':'applied',"
               "'managedFields':[]}}"),
        apply);
    row("an apply of another name", "PATCH", applied + u"?fieldManager=x"_s, deployment("other"), apply);
    row("an apply of YAML that is none", "PATCH", applied + u"?fieldManager=x"_s, "a: [", apply);
    row("force without apply", "PATCH", one + u"?force=true"_s, "{}", merge);
    row("a dry run", "PATCH", applied + u"?fieldManager=three&dryRun=All&force=true"_s,
        deployment("applied", ",'image':'dry'"), apply);
    row("a dry run of nothing", "POST", deployments + u"?dryRun="_s, deployment("x"), json);
    // The others.
    row("a session job", "POST", flink + u"flinksessionjobs"_s,
        quoted("{'apiVersion':'flink.apache.org/v1beta1','kind':'FlinkSessionJob','metadata':{'name':'j'},"
               "'spec':{'deploymentName':'one','job':{'jarURI':'local:///a.jar','parallelism':1}}}"),
        json);
    row("a snapshot", "POST", flink + u"flinkstatesnapshots"_s,
        quoted("{'apiVersion':'flink.apache.org/v1beta1','kind':'FlinkStateSnapshot','metadata':{'name':'s'},"
               "'spec':{'jobReference':{'kind':'FlinkDeployment','name':'one'},'savepoint':{}}}"),
        json);
    row("a blue-green deployment", "POST", flink + u"flinkbluegreendeployments"_s,
        quoted("{'apiVersion':'flink.apache.org/v1beta1','kind':'FlinkBlueGreenDeployment','metadata':{'name':'bg'},"
               "'spec':{'template':{'spec':{'flinkVersion':'v1_20'}}}}"),
        json);
}

void ContractKindsTest::writesAlike()
{
    compare();
}

void ContractKindsTest::printsAlike_data()
{
    contract::askForTables();
}

void ContractKindsTest::printsAlike()
{
    QFETCH(const QString, target);
    QFETCH(const QByteArray, body);
    if (!body.isEmpty()) {
        const auto made = m_pair->compare({"POST", target, body, json});
        QVERIFY2(made.isEmpty(), qPrintable(made));
    }
    const auto selected = target + u"?fieldSelector=metadata.name%3Dp"_s;
    const contract::Question question{.target = body.isEmpty() ? target : selected, .accept = table};
    const auto real = m_pair->hear(ApiPair::Real, question);
    const auto practice = m_pair->hear(ApiPair::Practice, question);
    QCOMPARE(columnsOf(practice), columnsOf(real));
    // The definitions were made in other ways, which shows in who owns their fields.
    QStringList owned;
    for (int row = 0; body.isEmpty() && row < 10; ++row)
        owned += u".rows[%1].object.metadata"_s.arg(row);
    const auto difference = ApiPair::compare(real, practice, owned);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    if (!body.isEmpty()) {
        auto wanted = real.json()[u"rows"_s][0][u"cells"_s].toArray();
        auto said = practice.json()[u"rows"_s][0][u"cells"_s].toArray();
        // Ages differ by a second, and each server has its own addresses.
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            const auto column = real.json()[u"columnDefinitions"_s][i][u"name"_s].toString();
            if (column == u"Age" || column == u"Created At" || column == u"Cluster-IP" || column == u"Last Seen")
                wanted[i] = said.at(i);
        }
        QCOMPARE(said, wanted);
    }
}

void ContractKindsTest::deletesAlike_data()
{
    columns();
    const auto one = flink + u"flinkdeployments/one"_s;
    row("of another uid", "DELETE", one, quoted("{'preconditions':{'uid':'x'}}"), json);
    row("of another revision", "DELETE", one, quoted("{'preconditions':{'resourceVersion':'1'}}"), json);
    row("with an unknown propagation", "DELETE", one, quoted("{'propagationPolicy':'Bogus'}"), json);
    row("with two propagations", "DELETE", one, quoted("{'propagationPolicy':'Orphan','orphanDependents':true}"), json);
    row("with a body that is none", "DELETE", one, "{", json);
    row("a dry run", "DELETE", one + u"?dryRun=All"_s);
    row("held by a finalizer", "PATCH", one,
        quoted("{'metadata':{'finalizers':['flinkdeployments.flink.apache.org/finalizer']}}"), merge);
    row("which waits", "DELETE", one);
    row("again", "DELETE", one);
    row("a finalizer added while it goes", "PATCH", one,
        quoted("{'metadata':{'finalizers':['flinkdeployments.flink.apache.org/finalizer','example.org/more']}}"),
        merge);
    row("the finalizer goes", "PATCH", one, quoted("{'metadata':{'finalizers':null}}"), merge);
    row("it is gone", "GET", one);
    row("orphans", "DELETE", core + u"configmaps/p?propagationPolicy=Background"_s);
    row("all of a label", "DELETE", core + u"serviceaccounts?labelSelector=none%3Dhere"_s);
    row("all of a bad label", "DELETE", core + u"serviceaccounts?labelSelector=%3D%3D"_s);
    row("a pod with no grace", "DELETE", core + u"pods/p?gracePeriodSeconds=0"_s);
    row("of what cannot be deleted at once", "DELETE", u"/api/v1/services"_s);
    // Logs and proxies of what is not there.
    row("the log of a pod that has no node", "GET", core + u"pods/p/log"_s);
    row("the log of no container", "GET", core + u"pods/none/log?container=x"_s);
    row("a proxy to no service", "GET", core + u"services/none/proxy/"_s);
    row("a proxy to a service without endpoints", "GET", core + u"services/p:80/proxy/"_s);
    row("a proxy to no port", "GET", core + u"services/p:none/proxy/"_s);
    row("a proxy to no pod", "GET", core + u"pods/none/proxy/"_s);
}

void ContractKindsTest::deletesAlike()
{
    compare();
}

void ContractKindsTest::explainsItselfAlike_data()
{
    columns();
    const auto access = u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s;
    row("may I", "POST", access,
        quoted("{'spec':{'resourceAttributes':{'namespace':'kinds','verb':'get','resource':'pods'}}}"), json);
    row("may I a path", "POST", access, quoted("{'spec':{'nonResourceAttributes':{'path':'/x','verb':'get'}}}"), json);
    row("may I both", "POST", access,
        quoted("{'spec':{'resourceAttributes':{'verb':'get'},'nonResourceAttributes':{'path':'/x','verb':'get'}}}"),
        json);
    row("may I nothing", "POST", access, quoted("{'spec':{}}"), json);
    row("what may I", "POST", u"/apis/authorization.k8s.io/v1/selfsubjectrulesreviews"_s,
        quoted("{'spec':{'namespace':'kinds'}}"), json);
    row("what may I nowhere", "POST", u"/apis/authorization.k8s.io/v1/selfsubjectrulesreviews"_s, quoted("{'spec':{}}"),
        json);
    row("the groups", "GET", u"/api"_s);
    row("the version", "GET", u"/version"_s);
    row("the group of Flink", "GET", u"/apis/flink.apache.org"_s);
    row("a group that is none", "GET", u"/apis/none.example.org"_s);
    row("health", "GET", u"/livez"_s);
    row("readiness", "GET", u"/readyz"_s);
    row("nothing", "GET", u"/nothing"_s);
}

void ContractKindsTest::explainsItselfAlike()
{
    compare();
}

void ContractKindsTest::listsTheKindsOfFlinkAlike()
{
    const auto kindsOf = [this](ApiPair::Of of) {
        QStringList kinds;
        const auto heard = m_pair->hear(of, {.target = u"/apis/flink.apache.org/v1beta1"_s});
        for (const auto item : heard.json()[u"resources"_s].toArray()) {
            auto kind = item.toObject();
            kind.remove(u"storageVersionHash"_s);
            kinds += QString::fromUtf8(QJsonDocument(kind).toJson(QJsonDocument::Compact));
        }
        // The real one lists them in no order.
        kinds.sort();
        return kinds;
    };
    // It serves a new kind before it tells of it.
    QStringList real;
    QVERIFY(live::comesTrue([&] { return (real = kindsOf(ApiPair::Real)).size() >= 8; }, 30s));
    const auto difference = contract::difference(kindsOf(ApiPair::Practice), real);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

QTEST_GUILESS_MAIN(ContractKindsTest)
#include "tst_contractkinds.moc"
