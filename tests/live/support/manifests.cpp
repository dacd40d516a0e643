#include "tests/live/support/manifests.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const QString& kind, const QString& name, const QString& nameSpace, const QJsonObject& spec)
{
    return {
        {u"apiVersion"_s, u"flink.apache.org/v1beta1"_s},
        {u"kind"_s, kind},
        {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, nameSpace}}},
        {u"spec"_s, spec},
    };
}

QString millisecondsNow()
{
    return QString::number(QDateTime::currentMSecsSinceEpoch());
}

} // namespace

namespace live::manifest {

QString path(const QString& plural, const QString& nameSpace)
{
    return u"/apis/flink.apache.org/v1beta1/namespaces/%1/%2"_s.arg(nameSpace, plural);
}

QJsonObject application(const QString& name, const QString& nameSpace)
{
    const QJsonObject resource{{u"cpu"_s, 0.5}, {u"memory"_s, u"900m"_s}};
    const QJsonObject job{{u"jarURI"_s, u"local:///opt/flink/usrlib/job.jar"_s},
                          {u"parallelism"_s, 2},
                          {u"state"_s, u"running"_s},
                          {u"upgradeMode"_s, u"savepoint"_s}};
    return object(u"FlinkDeployment"_s, name, nameSpace,
                  {{u"image"_s, u"flink:1.20"_s},
                   {u"flinkVersion"_s, u"v1_20"_s},
                   {u"serviceAccount"_s, u"flink"_s},
                   {u"jobManager"_s, QJsonObject{{u"resource"_s, resource}}},
                   {u"taskManager"_s, QJsonObject{{u"resource"_s, resource}}},
                   {u"job"_s, job}});
}

QJsonObject snapshot(const QString& name, const QString& nameSpace, const QString& deployment)
{
    return object(u"FlinkStateSnapshot"_s, name, nameSpace,
                  {{u"jobReference"_s, QJsonObject{{u"kind"_s, u"FlinkDeployment"_s}, {u"name"_s, deployment}}},
                   {u"savepoint"_s, QJsonObject{{u"formatType"_s, u"CANONICAL"_s}, {u"disposeOnDelete"_s, false}}}});
}

QJsonObject runningStatus(const QString& jobName, const QString& jobId)
{
    const QJsonObject job{{u"jobId"_s, jobId},
                          {u"jobName"_s, jobName},
                          {u"state"_s, u"RUNNING"_s},
                          {u"startTime"_s, millisecondsNow()},
                          {u"updateTime"_s, millisecondsNow()}};
    return {{u"status"_s, QJsonObject{{u"jobManagerDeploymentStatus"_s, u"READY"_s},
                                      {u"lifecycleState"_s, u"STABLE"_s},
                                      {u"observedGeneration"_s, 1},
                                      {u"reconciliationStatus"_s, QJsonObject{{u"state"_s, u"DEPLOYED"_s}}},
                                      {u"jobStatus"_s, job}}}};
}

QJsonObject suspendedStatus(const QString& savepoint)
{
    const QJsonObject job{{u"state"_s, u"FINISHED"_s}, {u"upgradeSavepointPath"_s, savepoint}};
    return {{u"status"_s, QJsonObject{{u"lifecycleState"_s, u"SUSPENDED"_s}, {u"jobStatus"_s, job}}}};
}

} // namespace live::manifest
