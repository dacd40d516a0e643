#include "core/base/visibletext.h"
#include "core/flink/deployment.h"
#include "core/flink/pod.h"
#include "core/flink/restdecode.h"

#include <QJsonObject>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

/// What is decoded can be shown, and its text is as short as promised.
void show(const QString& text)
{
    if (base::visibleText(text, 64).size() > 64)
        std::abort();
}

void decodeObjects(QByteArrayView bytes)
{
    if (const auto deployment = flink::decodeDeploymentDocument(bytes)) {
        show(deployment->metadata.name);
        if (deployment->parallelism() < 0 && (!deployment->job || deployment->job->parallelism >= 0))
            std::abort();
        if (!(*deployment == *flink::decodeDeploymentDocument(bytes)))
            std::abort();
    }
    (void)flink::decodeSessionJob(bytes);
    (void)flink::decodeStateSnapshot(bytes);
    (void)flink::decodeBlueGreenDeployment(bytes);
    if (const auto pod = flink::decodePod(bytes))
        show(pod->unschedulable + QString::number(pod->isReady()));
    (void)flink::decodeEvent(bytes);
}

void decodeAnswers(const QByteArray& body)
{
    (void)flink::decodeClusterOverview(body);
    (void)flink::decodeJobs(body);
    (void)flink::decodeJob(body);
    (void)flink::decodeCheckpoints(body);
    (void)flink::decodeCheckpointConfig(body);
    (void)flink::decodeCheckpointDetail(body);
    (void)flink::decodeCheckpointSubtasks(body);
    (void)flink::decodeExceptions(body);
    (void)flink::decodeTaskManagers(body);
    (void)flink::decodeKeyValues(body);
    (void)flink::decodeMetrics(body);
    for (const QString& text : flink::flinkErrors(body))
        show(text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    decodeObjects(bytes);
    decodeAnswers(bytes);
    show(QString::fromUtf8(bytes));
    return 0;
}
