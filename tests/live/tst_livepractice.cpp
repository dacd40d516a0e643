#include "core/sim/api/api.h"
#include "core/sim/api/host.h"
#include "core/sim/practice/practice.h"
#include "core/sim/world/path.h"

#include "tests/live/support/cache.h"
#include "tests/support/hygiene.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using sim::at;
using sim::put;
namespace type = sim::type;

namespace {

struct Said
{
    int code = -1;
    QString out;
    QString err;
};

constexpr auto manifest = R"(apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata: {name: orders, namespace: default}
spec:
  image: flink:1.20
  flinkVersion: v1_20
  serviceAccount: flink
  flinkConfiguration: {taskmanager.numberOfTaskSlots: "2"}
  jobManager: {resource: {memory: 1024m, cpu: 1}}
  taskManager: {resource: {memory: 1024m, cpu: 1}}
  job: {jarURI: local:///opt/flink/x.jar, parallelism: PARALLELISM, upgradeMode: stateless}
)";

QJsonObject pod()
{
    QJsonObject document;
    put(document, {u"metadata", u"name"}, u"orders-1"_s);
    put(document, {u"metadata", u"namespace"}, u"default"_s);
    put(document, {u"spec", u"containers"}, QJsonArray{QJsonObject{{u"name"_s, u"main"_s}, {u"image"_s, u"flink"_s}}});
    return document;
}

} // namespace

/// kubectl, as it is, on the practice cluster.
class LivePracticeTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void getsEverythingWide();
    void watchesWhatChanges();
    void appliesOnTheServerAndDryRuns();
    void tellsTheDifference();
    void refusesAFieldThatIsNotThere();
    void tellsAConflictOfOwners();
    void explainsKinds();
    void patchesDescribesAndDeletes();
    void followsALog();
    void answersWhatIsAllowed();
    void createsWhatItSendsAsProtobuf();
    void createsAndScalesADeployment();
    void waitsForACondition();
    void showsWhatPodsUse();
    void getsEveryKindThereIs();
    void runsACompanysFleet();

private:
    Said kubectl(const QStringList& arguments, const QByteArray& input = {});
    std::unique_ptr<QProcess> startKubectl(const QStringList& arguments);
    static QByteArray orders(int parallelism)
    {
        return QByteArray(manifest).replace("PARALLELISM", QByteArray::number(parallelism));
    }

    std::unique_ptr<sim::Host> m_host;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void LivePracticeTest::init()
{
    support::keepClean();
    DREY_NEEDS_LIVE(u"kubernetes"_s);
    m_folder = std::make_unique<QTemporaryDir>();
    m_host = std::make_unique<sim::Host>(sim::HostOptions());
    QVERIFY2(m_host->problem().isEmpty(), qPrintable(m_host->problem()));
    QCOMPARE(sim::writeKubeconfig(m_folder->filePath(u"config"_s), m_host->kubeconfig()), std::nullopt);
}

void LivePracticeTest::cleanup()
{
    m_host.reset();
    m_folder.reset();
}

std::unique_ptr<QProcess> LivePracticeTest::startKubectl(const QStringList& arguments)
{
    auto process = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_folder->path());
    environment.insert(u"KUBECONFIG"_s, m_folder->filePath(u"config"_s));
    process->setProcessEnvironment(environment);
    process->start(live::cache::folder(u"kubernetes"_s) + u"/kubectl"_s, arguments);
    return process;
}

Said LivePracticeTest::kubectl(const QStringList& arguments, const QByteArray& input)
{
    const auto process = startKubectl(arguments);
    process->write(input);
    process->closeWriteChannel();
    if (!process->waitForFinished(60'000))
        return {-1, {}, u"kubectl did not end"_s};
    const auto err = QString::fromUtf8(process->readAllStandardError());
    if (process->exitCode() != 0)
        qInfo("kubectl %s: %s", qPrintable(arguments.join(u' ')), qPrintable(err));
    return {process->exitCode(), QString::fromUtf8(process->readAllStandardOutput()), err};
}

void LivePracticeTest::getsEverythingWide()
{
    QCOMPARE(kubectl({u"apply"_s, u"-f"_s, u"-"_s}, orders(2)).code, 0);
    const auto all =
        kubectl({u"get"_s, u"flinkdeployments,ns,crd,clusterroles,pods,svc"_s, u"-A"_s, u"-o"_s, u"wide"_s});
    QCOMPARE(all.code, 0);
    QVERIFY(all.out.contains(u"flinkdeployment.flink.apache.org/orders"));
    QVERIFY(all.out.contains(u"namespace/kube-system"));
    const auto resources = kubectl({u"api-resources"_s});
    QVERIFY(resources.out.contains(u"flinkstatesnapshots"));
    QCOMPARE(resources.err, QString());
}

void LivePracticeTest::watchesWhatChanges()
{
    const auto watching = startKubectl({u"get"_s, u"cm"_s, u"-w"_s, u"-o"_s, u"name"_s});
    QByteArray seen;
    const auto make = [this](const QString& name) {
        m_host->run([&](sim::World& world, sim::Api&) {
            QJsonObject document;
            put(document, {u"metadata", u"name"}, name);
            put(document, {u"metadata", u"namespace"}, u"default"_s);
            QVERIFY(world.objects.create(type::configMaps, document));
        });
    };
    make(u"first"_s);
    QTRY_VERIFY_WITH_TIMEOUT((seen += watching->readAllStandardOutput()).contains("configmap/first"), 60'000);
    make(u"second"_s);
    QTRY_VERIFY_WITH_TIMEOUT((seen += watching->readAllStandardOutput()).contains("configmap/second"), 60'000);
    watching->kill();
    watching->waitForFinished();
}

void LivePracticeTest::appliesOnTheServerAndDryRuns()
{
    const QStringList apply{u"apply"_s, u"--server-side"_s, u"-f"_s, u"-"_s};
    QCOMPARE(kubectl(apply + QStringList{u"--dry-run=server"_s}, orders(2)).code, 0);
    QCOMPARE(kubectl({u"get"_s, u"flinkdep"_s, u"orders"_s}).code, 1);
    QCOMPARE(kubectl(apply, orders(2)).code, 0);
    const auto read = kubectl({u"get"_s, u"flinkdep"_s, u"orders"_s, u"-o"_s, u"json"_s, u"--show-managed-fields"_s});
    const auto document = QJsonDocument::fromJson(read.out.toUtf8()).object();
    QCOMPARE(document[u"metadata"][u"managedFields"][0][u"operation"], u"Apply"_s);
    QCOMPARE(document[u"metadata"][u"generation"], QJsonValue(1));
}

void LivePracticeTest::tellsTheDifference()
{
    QCOMPARE(kubectl({u"apply"_s, u"--server-side"_s, u"-f"_s, u"-"_s}, orders(2)).code, 0);
    QCOMPARE(kubectl({u"diff"_s, u"--server-side"_s, u"-f"_s, u"-"_s}, orders(2)).code, 0);
    const auto different = kubectl({u"diff"_s, u"--server-side"_s, u"-f"_s, u"-"_s}, orders(3));
    QCOMPARE(different.code, 1);
    QVERIFY(different.out.contains(u"+    parallelism: 3"));
}

void LivePracticeTest::refusesAFieldThatIsNotThere()
{
    auto odd = orders(2);
    odd += "  bogus: 1\n";
    const auto refused = kubectl({u"apply"_s, u"-f"_s, u"-"_s}, odd);
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.err.contains(u"unknown field \"spec.bogus\""));
}

void LivePracticeTest::tellsAConflictOfOwners()
{
    const QStringList apply{u"apply"_s, u"--server-side"_s, u"-f"_s, u"-"_s, u"--field-manager"_s};
    QCOMPARE(kubectl(apply + QStringList{u"one"_s}, orders(2)).code, 0);
    const auto conflict = kubectl(apply + QStringList{u"two"_s}, orders(3));
    QCOMPARE(conflict.code, 1);
    QVERIFY(conflict.err.contains(u"conflict with \"one\""));
    QCOMPARE(kubectl(apply + QStringList{u"two"_s, u"--force-conflicts"_s}, orders(3)).code, 0);
}

void LivePracticeTest::explainsKinds()
{
    const auto job = kubectl({u"explain"_s, u"flinkdeployment.spec.job"_s});
    QCOMPARE(job.code, 0);
    QVERIFY(job.out.contains(u"parallelism"));
    QVERIFY(kubectl({u"explain"_s, u"pods.spec.nodeName"_s}).out.contains(u"<string>"));
}

void LivePracticeTest::patchesDescribesAndDeletes()
{
    QCOMPARE(kubectl({u"apply"_s, u"-f"_s, u"-"_s}, orders(2)).code, 0);
    QCOMPARE(kubectl({u"patch"_s, u"flinkdep"_s, u"orders"_s, u"--type"_s, u"merge"_s, u"-p"_s,
                      u"{\"spec\":{\"job\":{\"parallelism\":4}}}"_s})
                 .code,
             0);
    const auto described = kubectl({u"describe"_s, u"flinkdep"_s, u"orders"_s});
    QVERIFY(described.out.contains(u"Parallelism:   4"));
    QVERIFY(described.out.contains(u"Generation:          2"));
    QCOMPARE(kubectl({u"delete"_s, u"flinkdep"_s, u"orders"_s}).code, 0);
    QCOMPARE(kubectl({u"get"_s, u"flinkdep"_s, u"orders"_s}).code, 1);
}

void LivePracticeTest::followsALog()
{
    const auto log = std::make_shared<sim::Log>();
    m_host->run([&](sim::World& world, sim::Api&) {
        QVERIFY(world.objects.create(type::pods, pod()));
        log->append(world.clock.now(), "first line");
        world.services.setLog(u"default"_s, u"orders-1"_s, u"main"_s, sim::Services::Run::Current, log);
    });
    const auto following = startKubectl({u"logs"_s, u"-f"_s, u"orders-1"_s});
    QByteArray seen;
    QTRY_VERIFY_WITH_TIMEOUT((seen += following->readAllStandardOutput()).contains("first line\n"), 60'000);
    m_host->run([&](sim::World& world, sim::Api&) { log->append(world.clock.now(), "second line"); });
    QTRY_VERIFY_WITH_TIMEOUT((seen += following->readAllStandardOutput()).contains("second line\n"), 60'000);
    m_host->run([&](sim::World&, sim::Api&) { log->end(); });
    QVERIFY(following->waitForFinished(60'000));
    QCOMPARE(following->exitCode(), 0);
}

void LivePracticeTest::answersWhatIsAllowed()
{
    const auto may = [&](const QString& context, const QString& verb, const QString& resource) {
        return kubectl({u"auth"_s, u"can-i"_s, verb, resource, u"-n"_s, u"default"_s, u"--context"_s, context})
            .out.trimmed();
    };
    QCOMPARE(may(u"practice"_s, u"delete"_s, u"namespaces"_s), u"yes"_s);
    QCOMPARE(may(u"practice-operator"_s, u"patch"_s, u"flinkdeployments"_s), u"yes"_s);
    QCOMPARE(may(u"practice-viewer"_s, u"patch"_s, u"flinkdeployments"_s), u"no"_s);
    const auto list =
        kubectl({u"auth"_s, u"can-i"_s, u"--list"_s, u"-n"_s, u"default"_s, u"--context"_s, u"practice-viewer"_s});
    QCOMPARE(list.code, 0);
    QVERIFY(list.out.contains(u"*.flink.apache.org"));
    QVERIFY(kubectl({u"auth"_s, u"whoami"_s}).out.contains(u"practice-admin"));
}

void LivePracticeTest::createsWhatItSendsAsProtobuf()
{
    QCOMPARE(kubectl({u"create"_s, u"ns"_s, u"shop"_s}).code, 0);
    QCOMPARE(kubectl({u"create"_s, u"cm"_s, u"c"_s, u"-n"_s, u"shop"_s, u"--from-literal=a=b"_s}).code, 0);
    QCOMPARE(kubectl({u"get"_s, u"cm"_s, u"c"_s, u"-n"_s, u"shop"_s, u"-o"_s, u"jsonpath={.data.a}"_s}).out, u"b"_s);
    QCOMPARE(kubectl({u"create"_s, u"quota"_s, u"q"_s, u"-n"_s, u"shop"_s, u"--hard=pods=4,requests.cpu=2"_s}).code, 0);
    QCOMPARE(kubectl({u"get"_s, u"quota"_s, u"q"_s, u"-n"_s, u"shop"_s, u"-o"_s, u"jsonpath={.spec.hard.pods}"_s}).out,
             u"4"_s);
    QCOMPARE(
        kubectl({u"create"_s, u"ingress"_s, u"i"_s, u"-n"_s, u"shop"_s, u"--rule=flink.example.com/*=web:80"_s}).code,
        0);
    QCOMPARE(kubectl({u"get"_s, u"ingress"_s, u"i"_s, u"-n"_s, u"shop"_s, u"-o"_s,
                      u"jsonpath={.spec.rules[0].http.paths[0].backend.service.port.number}"_s})
                 .out,
             u"80"_s);
    QCOMPARE(kubectl({u"delete"_s, u"ns"_s, u"shop"_s}).code, 0);
}

void LivePracticeTest::createsAndScalesADeployment()
{
    QCOMPARE(
        kubectl({u"create"_s, u"deployment"_s, u"web"_s, u"--image=nginx"_s, u"--replicas=2"_s, u"--port=80"_s}).code,
        0);
    const auto written = kubectl({u"get"_s, u"deploy"_s, u"web"_s, u"-o"_s, u"json"_s});
    const auto document = QJsonDocument::fromJson(written.out.toUtf8()).object();
    QCOMPARE(document[u"spec"][u"replicas"], QJsonValue(2));
    QCOMPARE(document[u"spec"][u"template"][u"spec"][u"containers"][0][u"image"], u"nginx"_s);
    QCOMPARE(kubectl({u"scale"_s, u"deploy"_s, u"web"_s, u"--replicas=3"_s}).code, 0);
    QCOMPARE(kubectl({u"get"_s, u"deploy"_s, u"web"_s, u"-o"_s, u"jsonpath={.spec.replicas}"_s}).out, u"3"_s);
    QCOMPARE(kubectl({u"expose"_s, u"deploy"_s, u"web"_s, u"--port=80"_s}).code, 0);
    QCOMPARE(kubectl({u"get"_s, u"svc"_s, u"web"_s, u"-o"_s, u"jsonpath={.spec.ports[0].port}"_s}).out, u"80"_s);
    QCOMPARE(kubectl({u"create"_s, u"role"_s, u"r"_s, u"--verb=get"_s, u"--resource=pods"_s}).code, 0);
    QCOMPARE(kubectl({u"create"_s, u"rolebinding"_s, u"b"_s, u"--role=r"_s, u"--user=u"_s}).code, 0);
    QCOMPARE(kubectl({u"get"_s, u"rolebinding"_s, u"b"_s, u"-o"_s, u"jsonpath={.subjects[0].name}"_s}).out, u"u"_s);
    // As the deployment controller writes it when all is up.
    m_host->run([](sim::World& world, sim::Api&) {
        (void)world.objects.change(
            type::deployments, u"default"_s, u"web"_s, sim::Part::Status, [](QJsonObject& object) {
                for (const auto& name :
                     {u"replicas"_s, u"updatedReplicas"_s, u"readyReplicas"_s, u"availableReplicas"_s})
                    put(object, {u"status", name}, 3);
                put(object, {u"status", u"observedGeneration"}, at(object, {u"metadata", u"generation"}));
            });
    });
    const auto rollout = kubectl({u"rollout"_s, u"status"_s, u"deploy/web"_s, u"--timeout=30s"_s});
    QCOMPARE(rollout.code, 0);
    QVERIFY(rollout.out.contains(u"successfully rolled out"));
}

void LivePracticeTest::waitsForACondition()
{
    m_host->run([](sim::World& world, sim::Api&) { QVERIFY(world.objects.create(type::pods, pod())); });
    const auto waiting = startKubectl({u"wait"_s, u"--for=condition=Ready"_s, u"pod/orders-1"_s, u"--timeout=60s"_s});
    QVERIFY(waiting->waitForStarted());
    m_host->run([](sim::World& world, sim::Api&) {
        (void)world.objects.change(type::pods, u"default"_s, u"orders-1"_s, sim::Part::Status, [](QJsonObject& object) {
            put(object, {u"status", u"conditions"},
                QJsonArray{QJsonObject{{u"type"_s, u"Ready"_s}, {u"status"_s, u"True"_s}}});
        });
    });
    QVERIFY(waiting->waitForFinished(60'000));
    QCOMPARE(waiting->exitCode(), 0);
}

void LivePracticeTest::showsWhatPodsUse()
{
    m_host->run([](sim::World& world, sim::Api&) {
        QVERIFY(world.objects.create(type::pods, pod()));
        world.services.setUsage([now = world.clock.now()](const QString&, const QString&) {
            return sim::PodUsage{now, std::chrono::seconds(15), {{u"main"_s, 250'000'000, 64 * 1024 * 1024}}};
        });
    });
    const auto top = kubectl({u"top"_s, u"pods"_s});
    QCOMPARE(top.code, 0);
    QVERIFY(top.out.contains(u"250m"));
    QVERIFY(top.out.contains(u"64Mi"));
}

void LivePracticeTest::getsEveryKindThereIs()
{
    QCOMPARE(kubectl({u"apply"_s, u"-f"_s, u"-"_s}, orders(2)).code, 0);
    const auto names = kubectl({u"api-resources"_s, u"--verbs=list"_s, u"-o"_s, u"name"_s});
    QCOMPARE(names.code, 0);
    auto kinds = names.out.split(u'\n', Qt::SkipEmptyParts);
    kinds.removeAll(u"pods.metrics.k8s.io"_s);
    QVERIFY(kinds.size() >= 20);
    for (const auto& form : {u"wide"_s, u"yaml"_s}) {
        const auto all = kubectl({u"get"_s, kinds.join(u','), u"-A"_s, u"-o"_s, form});
        QCOMPARE(all.code, 0);
        QVERIFY(all.out.contains(u"orders"));
    }
}

/// The verbs on a fleet that lives: what is changed is carried out by the operator, and kubectl sees it happen.
void LivePracticeTest::runsACompanysFleet()
{
    m_host.reset();
    sim::HostOptions options;
    options.speed = 60;
    sim::practice::Practice practice(options, u"company"_s);
    QCOMPARE(practice.problem(), QString());
    QCOMPARE(sim::writeKubeconfig(m_folder->filePath(u"config"_s), practice.host().kubeconfig()), std::nullopt);

    const auto fleet = kubectl({u"get"_s, u"flinkdep,flinksessionjobs,pods"_s, u"-A"_s, u"-o"_s, u"wide"_s});
    QCOMPARE(fleet.code, 0);
    for (const auto& name : {u"payment-authorize"_s, u"parcel-tracking"_s, u"adhoc-session"_s})
        QVERIFY2(fleet.out.contains(name), qPrintable(fleet.out));
    QVERIFY(fleet.out.contains(u"RECONCILING") || fleet.out.contains(u"RUNNING"));
    QVERIFY(kubectl({u"describe"_s, u"flinkdep"_s, u"-n"_s, u"orders"_s, u"dock-slotting"_s})
                .out.contains(u"Reconciliation Status:"));
    QVERIFY(kubectl({u"top"_s, u"pods"_s, u"-n"_s, u"payments"_s}).out.contains(u"payment-authorize"));

    const auto watching = startKubectl({u"get"_s, u"deploy"_s, u"-n"_s, u"orders"_s, u"-w"_s, u"-o"_s, u"name"_s});
    const auto following = startKubectl({u"logs"_s, u"-f"_s, u"-n"_s, u"orders"_s, u"deploy/dock-slotting"_s});
    QByteArray seen, log;
    QTRY_VERIFY_WITH_TIMEOUT((seen += watching->readAllStandardOutput()).contains("dock-slotting"), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT((log += following->readAllStandardOutput()).contains("checkpoint"), 60'000);
    QCOMPARE(kubectl({u"patch"_s, u"flinkdep"_s, u"-n"_s, u"orders"_s, u"dock-slotting"_s, u"--type=merge"_s, u"-p"_s,
                      u"{\"spec\":{\"job\":{\"parallelism\":3}}}"_s})
                 .code,
             0);
    const QStringList events{u"get"_s, u"events"_s, u"-n"_s, u"orders"_s};
    QTRY_VERIFY_WITH_TIMEOUT(kubectl(events).out.contains(u"SpecChanged"), 60'000);
    QCOMPARE(kubectl({u"wait"_s, u"flinkdep/dock-slotting"_s, u"-n"_s, u"orders"_s, u"--timeout=120s"_s,
                      u"--for=jsonpath={.status.lifecycleState}=STABLE"_s})
                 .code,
             0);
    for (auto* process : {watching.get(), following.get()}) {
        process->kill();
        process->waitForFinished();
    }
}

QTEST_GUILESS_MAIN(LivePracticeTest)
#include "tst_livepractice.moc"
