#include "tests/fuzz/input.h"

#include "core/flink/deployment.h"
#include "core/kube/decoding.h"
#include "core/kube/linebuffer.h"
#include "core/kube/objecthead.h"

using namespace Qt::StringLiterals;
using fuzz::promise;

namespace {

const kube::Decode& decoder()
{
    static const kube::Decode decode = kube::erased(flink::decodeDeployment);
    return decode;
}

/// Whatever the size of the pieces, the lines are the same, unless one is too long.
QByteArray cutIntoLines(const QByteArray& bytes, qsizetype piece, qsizetype longest)
{
    kube::LineBuffer buffer(longest, std::min<qsizetype>(longest, 64));
    QByteArray lines;
    for (qsizetype i = 0; i < bytes.size(); i += piece) {
        buffer.append(QByteArrayView(bytes).sliced(i, std::min(piece, bytes.size() - i)));
        if (buffer.hasLines())
            lines += buffer.takeLines();
        promise(buffer.size() <= longest);
    }
    buffer.finishClosedObject();
    return lines + buffer.takeAll();
}

void decodeEvents(const QByteArray& lines)
{
    const kube::EventBatch batch = kube::decodeEvents(lines, decoder(), u"prod"_s);
    qsizetype events = 0;
    for (const kube::EventRun& run : batch.runs) {
        events += run.items.size();
        for (const kube::Item& item : run.items)
            promise(!item.key.name.isEmpty());
    }
    promise(events == batch.events);
    fuzz::show(batch.error.message);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const QByteArray lines = cutIntoLines(bytes, 7, bytes.size() + 1);
    promise(lines == cutIntoLines(bytes, 64 * 1024, bytes.size() + 1));
    decodeEvents(lines);
    decodeEvents(cutIntoLines(bytes, 7, 256));
    decodeEvents("{\"type\":\"ADDED\",\"object\":" + bytes + "}\n");
    (void)kube::readHead(bytes);
    if (const auto page = kube::decodePage(bytes, decoder(), u"prod"_s)) {
        for (const kube::Item& item : page->items)
            promise(!item.key.name.isEmpty() && (item.value || !item.problem.isEmpty()));
    }
    return 0;
}
