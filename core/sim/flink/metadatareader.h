#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace sim::flink {

/// A file that a _metadata file names.
struct NamedFile
{
    QString path; ///< absolute URI, or relative to the folder
    bool isRelative = false;
    qint64 size = 0;
};

/// In which format keyed state was written.
enum class KeyedFormat {
    None,
    Heap,      ///< key groups as the heap back end has them
    RocksDb,   ///< RocksDB's own files
    Canonical, ///< of a savepoint that every back end can read
};

/// One subtask of one operator, as far as a restore needs it.
struct ReadSubtask
{
    int index = 0;
    qint64 keyedBytes = 0;
    KeyedFormat format = KeyedFormat::None; ///< of its managed keyed state
    std::optional<qint64> position;         ///< of a source
    std::vector<NamedFile> files;
};

struct ReadOperator
{
    QByteArray id; ///< 16 bytes
    int parallelism = 0;
    int maxParallelism = 0;
    std::vector<ReadSubtask> subtasks;
};

struct ReadMetadata
{
    int version = 0;
    qint64 checkpoint = 0;
    bool isSavepoint = false;
    std::vector<ReadOperator> operators;
};

/// What went wrong, as Flink's reader says it: class and message.
struct Unreadable
{
    QString exception;
};

/// Reads versions 2 to `newest`. Every handle that the practice cluster's own writer or a usual job writes; anything
/// else is Unreadable. Safe on hostile bytes.
std::variant<ReadMetadata, Unreadable> readMetadata(const QByteArray& bytes, int newest);

} // namespace sim::flink
