#include "tests/fuzz/input.h"

#include "core/kube/loglines.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    constexpr qint64 mostBytes = 4096;
    const QByteArray bytes = fuzz::bytesOf(data, size);
    kube::ParsedLog parsed = kube::parseLog(bytes, {});
    for (const kube::LogLine& line : parsed.lines)
        fuzz::show(line.text);

    // A log that is read again from its last second tells nothing of that second twice.
    kube::LogPosition position = parsed.position;
    position.rewind();
    const kube::ParsedLog again = kube::parseLog(bytes, position);
    for (const kube::LogLine& line : again.lines)
        fuzz::promise(line.time / 1'000'000'000 != position.second || line.time == 0);

    kube::LogBuffer buffer(mostBytes);
    const qsizetype all = parsed.lines.size();
    const kube::LogBuffer::Change change = buffer.append(std::move(parsed.lines));
    fuzz::promise(buffer.size() == change.added && buffer.size() + buffer.droppedLines() == all);
    fuzz::promise(buffer.bytes() <= mostBytes || buffer.size() == 1);
    return 0;
}
