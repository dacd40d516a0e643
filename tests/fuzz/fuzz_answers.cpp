#include "tests/fuzz/input.h"

#include "core/flink/failuregroups.h"
#include "core/flink/restdecode.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray body = fuzz::bytesOf(data, size);
    (void)flink::decodeClusterOverview(body);
    (void)flink::decodeJobs(body);
    (void)flink::decodeJob(body);
    (void)flink::decodeCheckpoints(body);
    (void)flink::decodeCheckpointConfig(body);
    (void)flink::decodeCheckpointDetail(body);
    (void)flink::decodeCheckpointSubtasks(body);
    (void)flink::decodeTaskManagers(body);
    (void)flink::decodeKeyValues(body);
    (void)flink::decodeMetrics(body);
    if (const auto exceptions = flink::decodeExceptions(body)) {
        for (const flink::FailureGroup& group : flink::groupFailures(*exceptions)) {
            fuzz::promise(group.count > 0 && group.fingerprint.size() == 12);
            fuzz::show(group.rootCause + group.message);
        }
    }
    for (const QString& text : flink::flinkErrors(body))
        fuzz::show(text);
    return 0;
}
