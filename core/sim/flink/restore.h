#pragma once

#include "core/sim/flink/snapshot.h"
#include "core/sim/flink/storage.h"

#include <optional>
#include <variant>

namespace sim::flink {

/// Why a restore fails, as Java tells it.
struct RestoreFailure
{
    enum class Stage {
        Initialization, ///< the job never starts: FAILED at once
        Task,           ///< a task fails while it takes its state, again at every restart
    };

    Stage stage = Stage::Initialization;
    QString cause;  ///< class and message of the innermost exception
    int vertex = 0; ///< Stage::Task: whose task
    int subtask = 0;
};

/// A snapshot as it was read from its files.
struct RestoredSnapshot
{
    qint64 id = 0;
    QString uri;                           ///< of its folder, as Flink shows it
    bool isSavepoint = false;              ///< says the file; a restore by path counts as savepoint anyway
    std::vector<OperatorState> operators;  ///< those of the job that have state, bytes summed up into the first subtask
    std::optional<RestoreFailure> failure; ///< Stage::Task
};

enum class Unclaimed { Refuse, Allow };

/// Reads `_metadata` at the URI (a folder, or the file itself) and looks whether all its files are there, and whether
/// the program can take it. Only failures of Stage::Initialization come back instead of a snapshot.
std::variant<RestoredSnapshot, RestoreFailure> readSnapshot(const Storage& storage, const QString& uri,
                                                            const JobSpec& spec, const Version& version,
                                                            Unclaimed unclaimed);

} // namespace sim::flink
