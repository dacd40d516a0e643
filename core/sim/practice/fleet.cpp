#include "core/sim/practice/fleet.h"

#include "core/sim/practice/installation.h"
#include "core/sim/practice/programs.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;
using Kind = Application::Kind;
using Owner = Application::Owner;

const QString bucket = u"s3://hanbit-flink-state/"_s;
constexpr qint64 gibibyte = qint64(1024) * 1024 * 1024;

bool isAtLeast120(const QString& version)
{
    return version.section(u'.', 0, 0) != u"1" || version.section(u'.', 1, 1).toInt() >= 20;
}

/// Flink 1.20 gave many keys another name.
QString checkpointKey(const QString& version, const QString& key, const QString& older)
{
    return isAtLeast120(version) ? u"execution.checkpointing."_s + key : older;
}

QMap<QString, QString> configurationOf(const Application& application)
{
    const QString& version = application.flinkVersion;
    const QString base = bucket + application.ns + u'/' + application.name;
    QMap<QString, QString> all{
        {checkpointKey(version, u"dir"_s, u"state.checkpoints.dir"_s), base + u"/checkpoints"_s},
        {checkpointKey(version, u"savepoint-dir"_s, u"state.savepoints.dir"_s), base + u"/savepoints"_s},
        {checkpointKey(version, u"num-retained"_s, u"state.checkpoints.num-retained"_s), u"3"_s},
        {checkpointKey(version, u"incremental"_s, u"state.backend.incremental"_s), u"true"_s},
        {u"execution.checkpointing.interval"_s, application.interval},
        {u"execution.checkpointing.timeout"_s, u"10 min"_s},
        {u"execution.checkpointing.tolerable-failed-checkpoints"_s, u"3"_s},
        {u"high-availability.type"_s, u"kubernetes"_s},
        {u"high-availability.storageDir"_s, base + u"/ha"_s},
        {u"state.backend.type"_s, u"rocksdb"_s},
        {u"restart-strategy.type"_s, u"exponential-delay"_s},
        {u"taskmanager.numberOfTaskSlots"_s, QString::number(application.slotsPerWorker)},
    };
    all.insert(application.configuration);
    return all;
}

QJsonObject json(const QMap<QString, QString>& entries)
{
    QJsonObject object;
    for (auto it = entries.cbegin(); it != entries.cend(); ++it)
        object[it.key()] = it.value();
    return object;
}

QJsonObject metadata(const Application& application)
{
    QJsonObject labels{{u"app.kubernetes.io/name"_s, application.name},
                       {u"app.kubernetes.io/part-of"_s, u"hanbit"_s},
                       {u"team"_s, application.ns}};
    QJsonObject annotations;
    switch (application.owner) {
    case Owner::ArgoCd:
        annotations[u"argocd.argoproj.io/tracking-id"_s] =
            u"%1-flink:flink.apache.org/FlinkDeployment:%1/%2"_s.arg(application.ns, application.name);
        break;
    case Owner::Helm:
        labels[u"app.kubernetes.io/managed-by"_s] = u"Helm"_s;
        annotations[u"meta.helm.sh/release-name"_s] = application.name;
        annotations[u"meta.helm.sh/release-namespace"_s] = application.ns;
        break;
    case Owner::Kubectl:
        break;
    }
    QJsonObject made{{u"name"_s, application.name}, {u"namespace"_s, application.ns}, {u"labels"_s, labels}};
    if (!annotations.isEmpty())
        made[u"annotations"_s] = annotations;
    return made;
}

QJsonObject jobOf(const Application& application)
{
    const QString file = application.name + u".jar"_s;
    const QString uri = application.kind == Kind::SessionJob ? u"https://artifacts.hanbit.example/flink/"_s + file
                                                             : u"local:///opt/flink/usrlib/"_s + file;
    return {{u"jarURI"_s, uri},
            {u"entryClass"_s, companyPrograms().at(application.name).entryClass},
            {u"parallelism"_s, application.parallelism},
            {u"state"_s, u"running"_s},
            {u"upgradeMode"_s, application.upgradeMode}};
}

QJsonObject deploymentSpec(const Application& application)
{
    const QString version = QString(application.flinkVersion).replace(u'.', u'_');
    const auto resource = [](double cpu, const QString& memory) {
        return QJsonObject{{u"resource"_s, QJsonObject{{u"cpu"_s, cpu}, {u"memory"_s, memory}}}};
    };
    QJsonObject spec{
        {u"image"_s, u"registry.hanbit.example/flink/%1:%2-r7"_s.arg(application.name, application.flinkVersion)},
        {u"flinkVersion"_s, u'v' + version},
        {u"serviceAccount"_s, u"flink"_s},
        {u"flinkConfiguration"_s, json(configurationOf(application))},
        {u"jobManager"_s, resource(0.5, u"1600m"_s)},
        {u"taskManager"_s, resource(1, application.workerMemory)}};
    if (application.kind != Kind::Session)
        spec[u"job"_s] = jobOf(application);
    return spec;
}

} // namespace

const QList<Application>& companyFleet()
{
    const auto scaled = [] {
        return QMap<QString, QString>{{u"job.autoscaler.enabled"_s, u"true"_s},
                                      {u"job.autoscaler.stabilization.interval"_s, u"5 min"_s},
                                      {u"job.autoscaler.metrics.window"_s, u"10 min"_s},
                                      {u"jobmanager.scheduler"_s, u"adaptive"_s},
                                      {u"pipeline.max-parallelism"_s, u"48"_s}};
    };
    static const QList<Application> fleet{
        {u"payments"_s, u"payment-authorize"_s, u"1.20"_s, Owner::ArgoCd, Kind::Application, 4, 2, u"4096m"_s,
         u"last-state"_s, u"30 s"_s},
        {u"payments"_s, u"payment-settlement"_s, u"1.20"_s, Owner::ArgoCd, Kind::Application, 4, 2, u"6144m"_s,
         u"savepoint"_s, u"60 s"_s},
        {u"orders"_s, u"order-lifecycle"_s, u"1.20"_s, Owner::Helm, Kind::Application, 4, 2, u"4096m"_s,
         u"last-state"_s, u"60 s"_s},
        {u"orders"_s, u"address-normalize"_s, u"1.18"_s, Owner::Helm, Kind::Application, 2, 2, u"2048m"_s,
         u"stateless"_s, u"120 s"_s},
        {u"orders"_s, u"dock-slotting"_s, u"1.19"_s, Owner::Kubectl, Kind::Application, 2, 2, u"2048m"_s,
         u"savepoint"_s, u"60 s"_s},
        {u"payments"_s, u"refund-matcher"_s, u"1.19"_s, Owner::ArgoCd, Kind::Application, 2, 1, u"3072m"_s,
         u"last-state"_s, u"60 s"_s},
        {u"analytics"_s, u"clickstream-sessions"_s, u"2.0"_s, Owner::Helm, Kind::Application, 6, 2, u"6144m"_s,
         u"last-state"_s, u"120 s"_s},
        {u"analytics"_s, u"merchant-rollup"_s, u"1.20"_s, Owner::ArgoCd, Kind::Application, 2, 2, u"2048m"_s,
         u"savepoint"_s, u"60 s"_s},
        {u"analytics"_s, u"adhoc-session"_s, u"1.20"_s, Owner::Helm, Kind::Session, 2, 2, u"2048m"_s},
        {u"orders"_s,
         u"parcel-tracking"_s,
         u"1.20"_s,
         Owner::Helm,
         Kind::Application,
         4,
         2,
         u"4096m"_s,
         u"last-state"_s,
         u"60 s"_s,
         {},
         {{u"execution.checkpointing.timeout"_s, u"60 s"_s},
          {u"execution.checkpointing.tolerable-failed-checkpoints"_s, u"100"_s}}},
        {u"orders"_s, u"warehouse-inventory"_s, u"2.1"_s, Owner::Helm, Kind::Application, 3, 1, u"3072m"_s,
         u"last-state"_s, u"60 s"_s},
        {u"payments"_s,
         u"fraud-scoring"_s,
         u"2.0"_s,
         Owner::Kubectl,
         Kind::Application,
         4,
         2,
         u"4096m"_s,
         u"last-state"_s,
         u"30 s"_s,
         {},
         scaled()},
        {u"analytics"_s, u"recommendation-feed"_s, u"2.0"_s, Owner::ArgoCd, Kind::BlueGreen, 2, 2, u"3072m"_s,
         u"savepoint"_s, u"60 s"_s},
        {u"analytics"_s,
         u"daily-cohorts"_s,
         {},
         Owner::Helm,
         Kind::SessionJob,
         2,
         2,
         {},
         u"savepoint"_s,
         {},
         u"adhoc-session"_s},
        {u"analytics"_s,
         u"funnel-metrics"_s,
         {},
         Owner::Helm,
         Kind::SessionJob,
         2,
         2,
         {},
         u"last-state"_s,
         {},
         u"adhoc-session"_s},
        {u"analytics"_s,
         u"coupon-backfill"_s,
         {},
         Owner::Kubectl,
         Kind::SessionJob,
         1,
         2,
         {},
         u"stateless"_s,
         {},
         u"adhoc-session"_s},
    };
    return fleet;
}

const Application& member(const QString& name)
{
    const auto found = std::ranges::find(companyFleet(), name, &Application::name);
    Q_ASSERT(found != companyFleet().end());
    return *found;
}

QString managerOf(const Application& application)
{
    switch (application.owner) {
    case Owner::ArgoCd:
        return u"argocd-controller"_s;
    case Owner::Helm:
        return u"helm"_s;
    case Owner::Kubectl:
        return u"kubectl-client-side-apply"_s;
    }
    return {};
}

Application suited(Application application, op::Release release)
{
    const QStringList supported = op::supportedFlinkVersions(release);
    if (!application.flinkVersion.isEmpty() &&
        !supported.contains(u'v' + QString(application.flinkVersion).replace(u'.', u'_')))
        application.flinkVersion = supported.last().mid(1).replace(u'_', u'.');
    if (application.kind == Kind::BlueGreen && !op::hasBlueGreen(release))
        application.kind = Kind::Application;
    return application;
}

QStringView typeOf(const Application& application)
{
    switch (application.kind) {
    case Kind::Application:
    case Kind::Session:
        return type::flinkDeployments;
    case Kind::SessionJob:
        return type::flinkSessionJobs;
    case Kind::BlueGreen:
        return type::flinkBlueGreenDeployments;
    }
    return {};
}

QJsonObject manifest(const Application& application)
{
    QString kind = u"FlinkDeployment"_s;
    QJsonObject spec;
    if (application.kind == Kind::SessionJob) {
        kind = u"FlinkSessionJob"_s;
        spec = {{u"deploymentName"_s, application.session}, {u"job"_s, jobOf(application)}};
    } else if (application.kind == Kind::BlueGreen) {
        kind = u"FlinkBlueGreenDeployment"_s;
        spec = {{u"configuration"_s,
                 QJsonObject{{u"kubernetes.operator.bluegreen.deployment-deletion.delay"_s, u"2 min"_s}}},
                {u"template"_s, QJsonObject{{u"spec"_s, deploymentSpec(application)}}}};
    } else {
        spec = deploymentSpec(application);
    }
    return {{u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
            {u"kind"_s, kind},
            {u"metadata"_s, metadata(application)},
            {u"spec"_s, spec}};
}

Setting companySetting()
{
    Setting setting;
    setting.operatorSettings.operatorNamespace = operatorNamespace.toString();
    setting.operatorSettings.leaderElection = true;
    setting.machines = {
        {u"worker-a"_s, 24, 96 * gibibyte}, {u"worker-b"_s, 24, 96 * gibibyte}, {u"worker-c"_s, 24, 96 * gibibyte}};
    return setting;
}

} // namespace sim::practice
