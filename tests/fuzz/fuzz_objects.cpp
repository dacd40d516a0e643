#include "tests/fuzz/input.h"

#include "core/flink/deployment.h"
#include "core/flink/pod.h"

using fuzz::promise;
using fuzz::show;

namespace {

/// The same bytes are the same object, and what is kept of them is themselves.
template <typename T>
void decodeDocument(base::Result<T> (*decode)(QByteArrayView), const QByteArray& bytes)
{
    const base::Result<T> decoded = decode(bytes);
    if (!decoded) {
        show(decoded.error().message + decoded.error().detail);
        return;
    }
    show(decoded->metadata.name);
    promise(!decoded->metadata.name.isEmpty());
    promise(decoded->document == bytes);
    promise(*decoded == *decode(bytes));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    decodeDocument(flink::decodeDeploymentDocument, bytes);
    decodeDocument(flink::decodeSessionJobDocument, bytes);
    decodeDocument(flink::decodeStateSnapshotDocument, bytes);
    decodeDocument(flink::decodeBlueGreenDeploymentDocument, bytes);
    if (const auto deployment = flink::decodeDeployment(bytes))
        promise(deployment->parallelism() >= 0 || (deployment->job && deployment->job->parallelism < 0));
    if (const auto pod = flink::decodePod(bytes))
        show(pod->unschedulable + QString::number(pod->isReady()));
    if (const auto event = flink::decodeEvent(bytes))
        show(event->message);
    return 0;
}
