#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace snapshot {

/// One named keyed state.
struct KeyedState
{
    QString name;
    QString type; ///< Flink's word: VALUE, LIST, MAP, REDUCING, AGGREGATING…; PRIORITY_QUEUE for timers

    friend bool operator==(const KeyedState&, const KeyedState&) = default;
};

/// How much of a stream of keyed state is looked through for them.
constexpr qint64 keyedHeadBytes = 64 * 1024;

/// The states that are described at the beginning of a stream of keyed state, or in the meta file of an incremental one
/// (KeyedBackendSerializationProxy, StateMetaInfoSnapshotReadersWriters). Serializers stand between the descriptions
/// without their lengths, so these are searched for by the options and serializers that every one of them names.
QList<KeyedState> keyedStatesIn(QByteArrayView head);

} // namespace snapshot
