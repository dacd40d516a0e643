#pragma once

#include "ui/deployment/linemodel.h"

#include "core/flink/rest.h"

#include <QCoreApplication>

namespace deployment {

/// A checkpoint in words and cells.
class CheckpointTexts
{
    Q_DECLARE_TR_FUNCTIONS(deployment::CheckpointTexts)

public:
    static QList<LineModel::Title> titles();
    static Line line(const flink::Checkpoint& checkpoint);
    static base::Health familyOf(const QString& status);
    static QString statusWord(const QString& status);
    static QString typeWord(const flink::Checkpoint& checkpoint);
    static QString configuration(const flink::CheckpointConfig& config);
};

} // namespace deployment
