#include "tests/fuzz/input.h"

#include "core/snapshot/metadatareader.h"

#include <QBuffer>

namespace {

void check(const snapshot::Metadata& metadata)
{
    using namespace snapshot;
    const Amount all = totalOf(metadata);
    fuzz::promise(all.bytes >= 0 && all.inlineBytes >= 0 && all.handles >= 0);
    for (const Operator& each : metadata.operators) {
        fuzz::promise(each.id.size() == 32);
        fuzz::show(each.name);
        fuzz::show(each.uid);
        fuzz::promise(each.subtasks.size() + each.finishedSubtasks <= each.subtaskCount);
        for (const KeyedState& state : each.keyedStates)
            fuzz::show(state.name + state.type);
        fuzz::promise(!each.keyedHead || each.keyedHead->file < metadata.files.size());
        for (const Subtask& subtask : each.subtasks)
            fuzz::promise(subtask.keyGroups.first >= 0 && subtask.keyGroups.first + subtask.keyGroups.count <= 32768);
    }
    for (qsizetype i = 0; i < metadata.files.size(); ++i) {
        const ReferencedFile file = metadata.files.at(i);
        fuzz::promise(file.bytes >= 0 && file.references > 0 && !file.path.isEmpty());
        fuzz::promise(metadata.files.indexOf(metadata.files.pathAt(i).toByteArray(), file.base) == i);
        fuzz::show(file.path);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    for (const snapshot::KeyedState& state : snapshot::keyedStatesIn(fuzz::bytesOf(data, size)))
        fuzz::show(state.name);
    QBuffer buffer;
    buffer.setData(fuzz::bytesOf(data, size));
    buffer.open(QIODevice::ReadOnly);
    const auto parsed = snapshot::parseMetadata(buffer);
    if (const auto* fault = std::get_if<snapshot::Fault>(&parsed)) {
        fuzz::promise(fault->offset >= 0 && fault->offset <= qint64(size));
        fuzz::promise(!snapshot::errorOf(*fault).message.isEmpty());
        return 0;
    }
    check(std::get<snapshot::Metadata>(parsed));
    return 0;
}
