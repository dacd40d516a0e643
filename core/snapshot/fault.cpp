#include "core/snapshot/fault.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace snapshot {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(snapshot::Text)
};

using base::Error;

constexpr int newestVersion = 6;

QString partText(Part part)
{
    switch (part) {
    case Part::Header:
        return Text::tr("the header");
    case Part::MasterState:
        return Text::tr("the state of a master hook");
    case Part::Operator:
        return Text::tr("an operator");
    case Part::Coordinator:
        return Text::tr("the state of an operator's coordinator");
    case Part::Subtask:
        return Text::tr("a subtask");
    case Part::OperatorState:
        return Text::tr("operator state");
    case Part::KeyedState:
        return Text::tr("keyed state");
    case Part::KeyGroups:
        return Text::tr("a range of key groups");
    case Part::SharedFiles:
        return Text::tr("the shared files of an incremental checkpoint");
    case Part::PrivateFiles:
        return Text::tr("the files of its own of an incremental checkpoint");
    case Part::Changes:
        return Text::tr("a changelog");
    case Part::ChannelState:
        return Text::tr("data in flight");
    case Part::Stream:
        return Text::tr("the place of some state");
    case Part::Properties:
        return Text::tr("the properties of the checkpoint");
    }
    return {};
}

QString versionText(qint64 version)
{
    if (version > newestVersion)
        return Text::tr("The metadata have version %1, of a Flink newer than those whose snapshots can be read here "
                        "(versions 2 to 6, Flink 1.3 to 2.3). Look for a newer Drey.")
            .arg(version);
    return Text::tr("The metadata have version %1. Versions 2 to 6 can be read, those of Flink 1.3 to 2.3.")
        .arg(version);
}

QString messageOf(const Fault& fault)
{
    const QString part = partText(fault.part);
    switch (fault.kind) {
    case Fault::Kind::CutShort:
        return Text::tr("The metadata end at byte %1, where %2 was expected to go on: the file was cut short.")
            .arg(fault.offset)
            .arg(part);
    case Fault::Kind::Foreign:
        return Text::tr("These are no metadata of a Flink snapshot: they would begin with 4960672d, not with %1.")
            .arg(quint32(fault.found), 8, 16, QLatin1Char('0'));
    case Fault::Kind::Version:
        return versionText(fault.found);
    case Fault::Kind::Length:
        return Text::tr("At byte %1 of the metadata, in %2, a length from 0 to %3 was expected; there stands %4.")
            .arg(fault.offset)
            .arg(part)
            .arg(fault.most)
            .arg(fault.found);
    case Fault::Kind::Tag:
        return Text::tr("At byte %1 of the metadata, in %2, the kind of a handle was expected; %3 is not known.")
            .arg(fault.offset)
            .arg(part)
            .arg(fault.found);
    case Fault::Kind::Value:
        return Text::tr("At byte %1 of the metadata, in %2, there stands %3, which cannot be.")
            .arg(fault.offset)
            .arg(part)
            .arg(fault.found);
    case Fault::Kind::Text:
        return Text::tr("At byte %1 of the metadata, in %2, a text was expected; the bytes there are none.")
            .arg(fault.offset)
            .arg(part);
    case Fault::Kind::Depth:
        return Text::tr("At byte %1 of the metadata, in %2, handles stand within handles deeper than %3 levels.")
            .arg(fault.offset)
            .arg(part)
            .arg(fault.most);
    case Fault::Kind::Memory:
        return Text::tr("At byte %1 of the metadata, in %2, there is more than a file of this size can mean. "
                        "Flink does not write such metadata.")
            .arg(fault.offset)
            .arg(part);
    case Fault::Kind::Unreadable:
        return Text::tr("The metadata cannot be read: %1").arg(fault.said);
    }
    return {};
}

} // namespace

Error errorOf(const Fault& fault)
{
    const auto kind = fault.kind == Fault::Kind::Unreadable ? Error::Kind::Invalid
                      : fault.kind == Fault::Kind::Memory   ? Error::Kind::TooLarge
                                                            : Error::Kind::Decode;
    return {kind, messageOf(fault)};
}

} // namespace snapshot
