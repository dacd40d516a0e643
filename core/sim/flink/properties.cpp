#include "core/sim/flink/javabytes.h"
#include "core/sim/flink/keyedstream.h"

using namespace Qt::StringLiterals;

// The Java object stream protocol, as far as CheckpointProperties needs it.
namespace sim::flink {

namespace {

constexpr int object = 0x73;
constexpr int classDescription = 0x72;
constexpr int reference = 0x71;
constexpr int string = 0x74;
constexpr int enumeration = 0x7E;
constexpr int endOfData = 0x78;
constexpr int null = 0x70;
constexpr qint64 serialOfProperties = 2;
constexpr quint64 serialOfCheckpointType = 0xD6DE4F0305AE1D3AULL;
constexpr quint64 serialOfSavepointType = 0xA087D308A45814B8ULL;
/// The ninth thing in the stream: the class description of java.lang.Enum.
constexpr qint64 handleOfEnum = 0x007E0009;

void describe(JavaBytes& out, QStringView name, quint64 serial, int flags, int fields)
{
    out.u8(classDescription).utf(name).i64(qint64(serial)).u8(flags).u16(fields);
}

void objectField(JavaBytes& out, QStringView name, QStringView type)
{
    out.u8('L').utf(name).u8(string).utf(type);
}

void enumValue(JavaBytes& out, QStringView type, QStringView value)
{
    out.u8(enumeration);
    describe(out, type, 0, 0x12, 0);
    out.u8(endOfData);
    describe(out, u"java.lang.Enum", 0, 0x12, 0);
    out.u8(endOfData).u8(null).u8(string).utf(value);
}

void checkpointType(JavaBytes& out)
{
    constexpr QStringView strategy = u"org/apache/flink/runtime/checkpoint/SnapshotType$SharingFilesStrategy";
    out.u8(object);
    describe(out, u"org.apache.flink.runtime.checkpoint.CheckpointType", serialOfCheckpointType, 2, 2);
    objectField(out, u"name", u"Ljava/lang/String;");
    objectField(out, u"sharingFilesStrategy", u'L' + strategy.toString() + u';');
    out.u8(endOfData).u8(null).u8(string).utf(u"Checkpoint");
    enumValue(out, strategy.toString().replace(u'/', u'.'), u"FORWARD_BACKWARD");
}

void savepointType(JavaBytes& out, const SnapshotKind& kind)
{
    out.u8(object);
    describe(out, u"org.apache.flink.runtime.checkpoint.SavepointType", serialOfSavepointType, 2, 3);
    objectField(out, u"formatType", u"Lorg/apache/flink/core/execution/SavepointFormatType;");
    objectField(out, u"name", u"Ljava/lang/String;");
    objectField(out, u"postCheckpointAction",
                u"Lorg/apache/flink/runtime/checkpoint/SavepointType$PostCheckpointAction;");
    out.u8(endOfData).u8(null);
    enumValue(out, u"org.apache.flink.core.execution.SavepointFormatType",
              kind.format == Format::Canonical ? u"CANONICAL" : u"NATIVE");
    using After = SnapshotKind::After;
    const bool goesOn = kind.after == After::GoOn;
    const bool suspends = kind.after == After::Suspend;
    out.u8(string).utf(goesOn ? u"Savepoint" : suspends ? u"Suspend Savepoint" : u"Terminate Savepoint");
    out.u8(enumeration);
    describe(out, u"org.apache.flink.runtime.checkpoint.SavepointType$PostCheckpointAction", 0, 0x12, 0);
    out.u8(endOfData).u8(reference).i32(handleOfEnum);
    out.u8(string).utf(goesOn ? u"NONE" : suspends ? u"SUSPEND" : u"TERMINATE");
}

} // namespace

QByteArray propertiesOf(const SnapshotKind& kind, bool keepOnCancel)
{
    JavaBytes out;
    out.u16(0xACED).u16(5).u8(object);
    describe(out, u"org.apache.flink.runtime.checkpoint.CheckpointProperties", serialOfProperties, 2, 8);
    for (const QStringView name : {QStringView(u"discardCancelled"), QStringView(u"discardFailed"),
                                   QStringView(u"discardFinished"), QStringView(u"discardSubsumed"),
                                   QStringView(u"discardSuspended"), QStringView(u"forced"), QStringView(u"unclaimed")})
        out.u8('Z').utf(name);
    objectField(out, u"checkpointType", u"Lorg/apache/flink/runtime/checkpoint/SnapshotType;");
    out.u8(endOfData).u8(null);
    const bool ofCheckpoint = !kind.isSavepoint;
    const bool goesWithCancel = ofCheckpoint && !keepOnCancel;
    for (const bool flag : {goesWithCancel, false, ofCheckpoint, ofCheckpoint, goesWithCancel, kind.isSavepoint, false})
        out.u8(flag ? 1 : 0);
    if (kind.isSavepoint)
        savepointType(out, kind);
    else
        checkpointType(out);
    return out.bytes();
}

} // namespace sim::flink
