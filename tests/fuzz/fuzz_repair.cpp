#include "tests/fuzz/input.h"

#include "core/manifest/repair.h"

namespace {

/// Whatever was pasted: every number names a line that is there, and a text without repairs is what was pasted.
void check(const QByteArray& pasted, const manifest::RepairedText& after)
{
    const qsizetype before = pasted.count('\n') + 1, lines = after.text.count('\n') + 1;
    fuzz::promise(!after.repairs.isEmpty() || after.text == pasted || after.documents > 0);
    for (const manifest::Repair& repair : after.repairs) {
        fuzz::promise(!repair.lines.isEmpty() && !repair.text().isEmpty());
        for (const int line : repair.lines)
            fuzz::promise(line >= 1 && line <= before);
    }
    int last = 0;
    for (const manifest::Doubt& doubt : after.doubts) {
        fuzz::promise(doubt.line >= 1 && doubt.line <= lines && doubt.line >= last && !doubt.message.isEmpty());
        last = doubt.line;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const auto catalogue = manifest::Catalogue::bundled();
    const QByteArray pasted = fuzz::bytesOf(data, size);
    const manifest::RepairedText once = manifest::repaired(pasted, *catalogue, 16);
    check(pasted, once);
    check(once.text, manifest::repaired(once.text, *catalogue, 16));
    return 0;
}
