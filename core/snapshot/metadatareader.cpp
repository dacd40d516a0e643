#include "core/snapshot/metadatareader.h"

#include "core/snapshot/javaobject.h"
#include "core/snapshot/operatorreader.h"

#include <QBuffer>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace snapshot {

namespace {

using base::Result;

constexpr qint32 magic = 0x4960672D;                  // Checkpoints.HEADER_MAGIC_NUMBER
constexpr qint32 magicOfMaster = qint32(0xC96B1696U); // MetadataV2V3SerializerBase.MASTER_STATE_MAGIC_NUMBER
constexpr int oldest = 2;
constexpr int newest = 6;
constexpr qint64 leastMaster = 18; ///< magic, length, version, an empty name, no bytes

void readHeader(ByteReader& in, Metadata& metadata)
{
    in.enter(Part::Header);
    const qint32 first = in.i32();
    if (in.isGood() && first != magic)
        return in.failAt(0, Fault::Kind::Foreign, quint32(first));
    metadata.version = in.i32();
    if (in.isGood() && (metadata.version < oldest || metadata.version > newest))
        return in.failAt(4, Fault::Kind::Version, metadata.version);
    metadata.checkpointId = in.i64();
    if (metadata.checkpointId < 0)
        in.failAt(8, Fault::Kind::Value, metadata.checkpointId);
}

void readMaster(ByteReader& in, Metadata& metadata)
{
    const qint64 begin = in.offset();
    if (const qint32 first = in.i32(); first != magicOfMaster)
        return in.failAt(begin, Fault::Kind::Value, quint32(first));
    const qint64 length = in.count(1);
    const qint64 end = in.offset() + length;
    in.i32(); // version of the hook
    const QByteArray name = in.text();
    const qint64 bytes = in.count(1);
    in.skip(bytes);
    if (in.isGood() && in.offset() != end)
        in.failAt(begin + 4, Fault::Kind::Length, length, in.offset() - begin - 8);
    if (in.isGood() && in.keep(qint64(sizeof(MasterState)) + 64 + 2 * name.size()))
        metadata.masterStates.append({QString::fromUtf8(name), bytes});
}

Properties::Type typeOf(const JavaValue& checkpointType)
{
    if (checkpointType.className.endsWith(u".SavepointType"))
        return Properties::Type::Savepoint;
    if (checkpointType.className.endsWith(u".CheckpointType"))
        return Properties::Type::Checkpoint;
    return Properties::Type::Unknown;
}

Properties::Format formatOf(const JavaValue& format)
{
    if (format.text == u"CANONICAL")
        return Properties::Format::Canonical;
    return format.text == u"NATIVE" ? Properties::Format::Native : Properties::Format::Unknown;
}

/// CheckpointProperties, as Java serializes it.
void readProperties(ByteReader& in, Metadata& metadata)
{
    in.enter(Part::Properties);
    const JavaValue properties = readJavaObject(in);
    const JavaValue& type = properties.field(u"checkpointType");
    metadata.properties = {typeOf(type), formatOf(type.field(u"formatType")), type.field(u"name").text, in.left()};
}

void readBody(ByteReader& in, Metadata& metadata)
{
    in.enter(Part::MasterState);
    const qint64 masters = in.count(leastMaster);
    for (qint64 i = 0; i < masters && in.isGood(); ++i)
        readMaster(in, metadata);
    if (in.isGood())
        in.enter(Part::Operator);
    const qint64 operators = in.count(leastOperator(metadata.version));
    for (qint64 i = 0; i < operators && in.isGood(); ++i)
        metadata.operators.append(readOperator(in, metadata.files, metadata.version));
    if (!in.isGood())
        return;
    if (metadata.version >= 4)
        readProperties(in, metadata);
    else
        metadata.properties.bytesAfter = in.left();
}

} // namespace

std::variant<Metadata, Fault> parseMetadata(QIODevice& device)
{
    ByteReader in(device);
    Metadata metadata;
    readHeader(in, metadata);
    if (in.isGood())
        readBody(in, metadata);
    if (in.fault())
        return *in.fault();
    return metadata;
}

Result<Metadata> readMetadata(QIODevice& device)
{
    auto parsed = parseMetadata(device);
    if (const auto* fault = std::get_if<Fault>(&parsed))
        return errorOf(*fault);
    return std::get<Metadata>(std::move(parsed));
}

Result<Metadata> readMetadata(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return readMetadata(buffer);
}

bool beginsAsMetadata(const QByteArray& head)
{
    return head.size() >= qsizetype(sizeof magic) && qFromBigEndian<qint32>(head.constData()) == magic;
}

} // namespace snapshot
