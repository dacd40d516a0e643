#include "core/snapshot/words.h"

#include <QCoreApplication>

namespace snapshot {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(snapshot::Text)
};

} // namespace

QString titleOf(const Metadata& metadata)
{
    const QString id = QString::number(metadata.checkpointId);
    switch (metadata.properties.type) {
    case Properties::Type::Checkpoint:
        return Text::tr("Checkpoint %1").arg(id);
    case Properties::Type::Savepoint:
        if (metadata.properties.format == Properties::Format::Canonical)
            return Text::tr("Savepoint %1, canonical").arg(id);
        if (metadata.properties.format == Properties::Format::Native)
            return Text::tr("Savepoint %1, native").arg(id);
        return Text::tr("Savepoint %1").arg(id);
    case Properties::Type::Unknown:
        break;
    }
    return Text::tr("Snapshot %1, of a Flink that did not record what kind").arg(id);
}

QString verdictOf(const Comparison& comparison, const Metadata& before, const Metadata& after)
{
    if (!comparison.hasSameMaxParallelism(before, after))
        return Text::tr("Operators have another max parallelism: keyed state cannot be restored where it differs.");
    if (!comparison.hasSameState(before, after))
        return Text::tr("They have different operators: Flink restores one where the other was made only if state may "
                        "be left out (allowNonRestoredState).");
    if (!comparison.hasSameOperators())
        return Text::tr("They differ in operators without state alone: either can be restored where the other was "
                        "made.");
    return Text::tr("Both have the same operators with the same max parallelism: either can be restored where the "
                    "other was made.");
}

} // namespace snapshot
