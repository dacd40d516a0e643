#pragma once

#include <QByteArray>
#include <QStringView>

#include <array>

namespace sim::flink {

/// 16 bytes in the order of Flink's files: the id of an operator, and of the vertex it leads.
using OperatorId = std::array<char, 16>;

/// The id that Flink gives an operator with this uid: murmur3 (x64, 128 bits, seed 0) of its UTF-8 bytes.
OperatorId operatorId(QStringView uid);
/// 32 lower-case hexadecimal digits.
QString hex(const OperatorId& id);
/// The key group that Flink puts a key of type Long into (KeyGroupRangeAssignment).
int keyGroup(qint64 key, int maxParallelism);

} // namespace sim::flink
