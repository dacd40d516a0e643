#include "core/snapshot/streamreader.h"

#include <algorithm>
#include <limits>

namespace snapshot {

namespace {

using Sharing = FileList::Sharing;
using Base = FileList::Base;
using Length = FileList::Length;

// MetadataV2V3SerializerBase.
constexpr int null = 0;
constexpr int byteStream = 1;
constexpr int file = 2;
constexpr int keyGroups = 3;
constexpr int relativeFile = 6;
constexpr int segment = 15;
constexpr int emptySegment = 16;

constexpr int mostKeyGroups = 32768; // KeyGroupRangeAssignment.UPPER_BOUND_MAX_PARALLELISM

void place(StreamHead* head, const FileList& files, const QByteArray& path, Base base, qint64 start, qint64 length)
{
    const auto index = head ? files.indexOf(path, base) : std::nullopt;
    if (index)
        head->place = StreamPlace{*index, start, std::clamp<qint64>(length, 0, head->most)};
}

/// `bytes` < 0: FileStateHandle's word for a size that is not known.
void addFile(ByteReader& in, FileList& files, const QByteArray& path, Base base, qint64 bytes, StreamUse use,
             StreamHead* head)
{
    if (path.isEmpty())
        in.fail(Fault::Kind::Text);
    if (!in.isGood())
        return;
    const bool isPart = use == StreamUse::Change && bytes < std::numeric_limits<qint64>::max();
    const Length length = bytes < 0 || use == StreamUse::Change ? Length::AtLeast : Length::Exact;
    const Sharing sharing = use == StreamUse::Whole ? Sharing::Own : Sharing::Shared;
    in.keep(files.add(path, base, std::max<qint64>(bytes, 0) + (isPart ? 1 : 0), length, sharing));
    place(head, files, path, base, 0, bytes);
}

Stream readFile(ByteReader& in, FileList& files, StreamUse use, Base base, StreamHead* head)
{
    qint64 bytes = base == Base::Absolute ? readSize(in, -1) : 0;
    const QByteArray path = in.text();
    if (base == Base::Relative)
        bytes = readSize(in, -1);
    addFile(in, files, path, base, bytes, use, head);
    return {true, std::max<qint64>(bytes, 0), 0};
}

Stream readInline(ByteReader& in, StreamHead* head)
{
    in.skipText();
    const qint64 bytes = in.count(1);
    if (head)
        head->bytes = in.head(bytes, head->most);
    else
        in.skip(bytes);
    return {true, bytes, bytes};
}

/// SegmentFileStateHandle: a part of a file that several subtasks or checkpoints have written together.
Stream readSegment(ByteReader& in, FileList& files, StreamHead* head)
{
    const qint64 start = readSize(in);
    const qint64 begin = in.offset();
    const qint64 bytes = readSize(in);
    const qint32 scope = in.i32(); // CheckpointedStateScope: EXCLUSIVE, SHARED
    if (bytes > std::numeric_limits<qint64>::max() - start)
        in.failAt(begin, Fault::Kind::Value, bytes);
    if (scope < 0 || scope > 1)
        in.failAt(in.offset() - 4, Fault::Kind::Value, scope);
    const QByteArray path = in.text();
    in.skipText();
    if (path.isEmpty())
        in.fail(Fault::Kind::Text);
    if (!in.isGood())
        return {};
    in.keep(
        files.add(path, Base::Absolute, start + bytes, Length::AtLeast, scope == 1 ? Sharing::Shared : Sharing::Own));
    place(head, files, path, Base::Absolute, start, bytes);
    return {true, bytes, 0};
}

} // namespace

qint64 readSize(ByteReader& in, qint64 least)
{
    const qint64 begin = in.offset();
    const qint64 size = in.i64();
    if (size < least)
        in.failAt(begin, Fault::Kind::Value, size);
    return in.isGood() ? size : 0;
}

KeyGroups readKeyGroups(ByteReader& in)
{
    const Part part = in.part();
    in.enter(Part::KeyGroups);
    const qint64 begin = in.offset();
    const qint32 first = in.i32();
    const qint32 count = in.i32();
    if (count < 0 || count > mostKeyGroups)
        in.failAt(begin + 4, Fault::Kind::Length, count, mostKeyGroups);
    if (count > 0 && (first < 0 || first > mostKeyGroups - count))
        in.failAt(begin, Fault::Kind::Value, first);
    in.enter(part);
    return in.isGood() && count > 0 ? KeyGroups{first, count} : KeyGroups{};
}

Stream readStream(ByteReader& in, FileList& files, StreamUse use, StreamHead* head, int depth)
{
    const Part part = in.part();
    in.enter(Part::Stream);
    const qint64 begin = in.offset();
    const int tag = in.u8();
    Stream stream;
    switch (tag) {
    case null:
        break;
    case byteStream:
        stream = readInline(in, head);
        break;
    case file:
        stream = readFile(in, files, use, Base::Absolute, head);
        break;
    case relativeFile:
        stream = readFile(in, files, use, Base::Relative, head);
        break;
    case segment:
        stream = readSegment(in, files, head);
        break;
    case emptySegment:
        stream.isThere = true;
        break;
    case keyGroups:
        if (depth == deepest) {
            in.failAt(begin, Fault::Kind::Depth, 0, deepest);
            break;
        }
        in.skip(8 * qint64(readKeyGroups(in).count));
        stream = readStream(in, files, use, head, depth + 1);
        break;
    default:
        in.failAt(begin, Fault::Kind::Tag, tag);
    }
    if (in.isGood())
        in.enter(part);
    return stream;
}

} // namespace snapshot
