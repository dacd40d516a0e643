#include "core/snapshot/keyedreader.h"

#include <algorithm>

namespace snapshot {

namespace {

// MetadataV2V3SerializerBase.
constexpr int null = 0;
constexpr int keyGroups = 3;
constexpr int incremental = 5;
constexpr int savepoint = 7;
constexpr int changelog = 8;
constexpr int changesInMemory = 9;
constexpr int changesInFiles = 10;
constexpr int incrementalWithSize = 11;
constexpr int keyGroupsWithId = 12;
constexpr int changesInStorage = 13;
constexpr int changelogWithCheckpoint = 14;

constexpr qint64 leastListed = 3; ///< an empty name, and a null
constexpr qint64 leastChange = 8; ///< a key group and no bytes
constexpr qint64 leastPiece = 9;  ///< an offset, and a null

void add(Amount& amount, const Stream& stream)
{
    amount.bytes = saturatedSum(amount.bytes, stream.bytes);
    amount.inlineBytes = saturatedSum(amount.inlineBytes, stream.inlineBytes);
}

StreamHead* wanted(Keyed& keyed, StateNames names)
{
    return names == StateNames::Wanted ? &keyed.head : nullptr;
}

/// Where the first key group begins: before it the states are described. Offsets of empty groups are 0.
qint64 readFirstOffset(ByteReader& in, int count)
{
    qint64 first = keyedHeadBytes;
    for (int i = 0; i < count && in.isGood(); ++i) {
        const qint64 offset = in.i64();
        if (offset > 0)
            first = std::min(first, offset);
    }
    return first;
}

Keyed readGroups(ByteReader& in, FileList& files, int tag, StateNames names)
{
    Keyed keyed{tag == savepoint ? KeyedForm::Savepoint : KeyedForm::KeyGroups, readKeyGroups(in), {}, {}};
    if (names == StateNames::Wanted)
        keyed.head.most = readFirstOffset(in, keyed.keyGroups.count);
    else
        in.skip(8 * qint64(keyed.keyGroups.count));
    add(keyed.amount, readStream(in, files, StreamUse::Whole, wanted(keyed, names)));
    if (tag == keyGroupsWithId)
        in.skipText();
    keyed.amount.checkpointedBytes = keyed.amount.bytes;
    return keyed;
}

/// List of names in the back end's folder, and where each file lies.
void readFiles(ByteReader& in, FileList& files, Part part, StreamUse use, Amount& amount)
{
    in.enter(part);
    const qint64 count = in.count(leastListed);
    for (qint64 i = 0; i < count && in.isGood(); ++i) {
        in.skipText();
        add(amount, readStream(in, files, use));
    }
    if (in.isGood())
        in.enter(Part::KeyedState);
}

Keyed readIncremental(ByteReader& in, FileList& files, int tag, StateNames names)
{
    in.i64();      // the checkpoint it belongs to
    in.skipText(); // the back end's id
    Keyed keyed{KeyedForm::Incremental, readKeyGroups(in), {}, {}};
    const qint64 written = tag == incrementalWithSize ? readSize(in, -1) : -1;
    add(keyed.amount, readStream(in, files, StreamUse::Whole, wanted(keyed, names)));
    readFiles(in, files, Part::SharedFiles, StreamUse::Shared, keyed.amount);
    readFiles(in, files, Part::PrivateFiles, StreamUse::Whole, keyed.amount);
    if (tag == incrementalWithSize)
        in.skipText();
    keyed.amount.checkpointedBytes = written < 0 ? keyed.amount.bytes : written;
    return keyed;
}

/// One of those that stand in a changelog.
void take(Keyed& keyed, const Keyed& part)
{
    keyed.amount += part.amount;
    if (keyed.head.bytes.isEmpty() && !keyed.head.place)
        keyed.head = part.head;
}

/// What was materialized, and the changes since.
Keyed readChangelog(ByteReader& in, FileList& files, int tag, StateNames names, int depth)
{
    Keyed keyed{KeyedForm::Changelog, readKeyGroups(in), {}, {}};
    const qint64 written = readSize(in, -1);
    for (int list = 0; list < 2; ++list) {
        const qint64 count = in.count(1);
        for (qint64 i = 0; i < count && in.isGood(); ++i)
            take(keyed, readKeyed(in, files, i == 0 && list == 0 ? names : StateNames::Known, depth + 1));
    }
    in.i64(); // id of the materialization
    if (tag == changelogWithCheckpoint)
        in.i64();
    in.skipText();
    keyed.amount.checkpointedBytes = written < 0 ? keyed.amount.bytes : written;
    return keyed;
}

Keyed readMemoryChanges(ByteReader& in)
{
    Keyed keyed{KeyedForm::Changelog, readKeyGroups(in), {}, {}};
    in.i64(); // from
    in.i64(); // to
    in.enter(Part::Changes);
    const qint64 count = in.count(leastChange);
    for (qint64 i = 0; i < count && in.isGood(); ++i) {
        in.i32(); // key group
        const qint64 bytes = in.count(1);
        in.skip(bytes);
        add(keyed.amount, {true, bytes, bytes});
    }
    in.skipText();
    keyed.amount.checkpointedBytes = keyed.amount.bytes;
    return keyed;
}

Keyed readFileChanges(ByteReader& in, FileList& files, int tag)
{
    Keyed keyed{KeyedForm::Changelog, readKeyGroups(in), {}, {}};
    in.enter(Part::Changes);
    const qint64 count = in.count(leastPiece);
    for (qint64 i = 0; i < count && in.isGood(); ++i) {
        in.i64(); // where in the file they begin
        const Stream stream = readStream(in, files, StreamUse::Change);
        keyed.amount.inlineBytes = saturatedSum(keyed.amount.inlineBytes, stream.inlineBytes);
    }
    // The handles name whole files; these are the bytes of the changes.
    keyed.amount.bytes = readSize(in);
    keyed.amount.checkpointedBytes = readSize(in, -1);
    if (keyed.amount.checkpointedBytes < 0)
        keyed.amount.checkpointedBytes = keyed.amount.bytes;
    in.skipText();
    if (tag == changesInStorage)
        in.skipText();
    return keyed;
}

Keyed readTagged(ByteReader& in, FileList& files, StateNames names, int depth)
{
    const qint64 begin = in.offset();
    const int tag = in.u8();
    switch (tag) {
    case null:
        return {};
    case keyGroups:
    case keyGroupsWithId:
    case savepoint:
        return readGroups(in, files, tag, names);
    case incremental:
    case incrementalWithSize:
        return readIncremental(in, files, tag, names);
    case changelog:
    case changelogWithCheckpoint:
        if (depth < deepest)
            return readChangelog(in, files, tag, names, depth);
        in.failAt(begin, Fault::Kind::Depth, 0, deepest);
        return {};
    case changesInMemory:
        return readMemoryChanges(in);
    case changesInFiles:
    case changesInStorage:
        return readFileChanges(in, files, tag);
    default:
        in.failAt(begin, Fault::Kind::Tag, tag);
        return {};
    }
}

} // namespace

Keyed readKeyed(ByteReader& in, FileList& files, StateNames names, int depth)
{
    if (in.isGood())
        in.enter(Part::KeyedState);
    Keyed keyed = readTagged(in, files, names, depth);
    if (keyed.form != KeyedForm::None)
        keyed.amount.handles = 1;
    return keyed;
}

} // namespace snapshot
