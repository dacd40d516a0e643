#include "tests/live/support/counting.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

/// The id of the vertex that counts, as the job's plan names it.
QString counterOf(const QJsonDocument& job)
{
    const QJsonArray vertices = job[u"vertices"].toArray();
    for (const QJsonValue& vertex : vertices) {
        if (vertex[u"name"].toString().startsWith(u"count by key"))
            return vertex[u"id"].toString();
    }
    return {};
}

} // namespace

namespace live {

QJsonDocument flinkAnswer(const PodCluster& cluster, const kube::ObjectKey& deployment, const QString& path)
{
    const QString proxy = u"/api/v1/namespaces/%1/services/%2-rest:rest/proxy%3"_s;
    const CommandOutput said =
        cluster.kubectl({u"get"_s, u"--raw"_s, proxy.arg(deployment.nameSpace, deployment.name, path)});
    return said.exitCode == 0 ? QJsonDocument::fromJson(said.output) : QJsonDocument();
}

std::optional<Counting> countingOf(const PodCluster& cluster, const kube::ObjectKey& deployment, const QString& jobId)
{
    const QString job = u"/jobs/"_s + jobId;
    const QString counter = counterOf(flinkAnswer(cluster, deployment, job));
    if (counter.isEmpty())
        return std::nullopt;
    const QString metrics =
        job + u"/vertices/%1/metrics?get=0.count_by_key.number,0.count_by_key.missing"_s.arg(counter);
    std::optional<qint64> number;
    std::optional<qint64> missing;
    const QJsonArray told = flinkAnswer(cluster, deployment, metrics).array();
    for (const QJsonValue& metric : told) {
        const qint64 value = metric[u"value"].toString().toLongLong();
        (metric[u"id"].toString().endsWith(u"number") ? number : missing) = value;
    }
    if (!number || !missing || *number == 0)
        return std::nullopt;
    return Counting{*number, *missing};
}

} // namespace live
