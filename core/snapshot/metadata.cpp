#include "core/snapshot/metadata.h"

#include <QtNumeric>

#include <limits>

namespace snapshot {

qint64 saturatedSum(qint64 left, qint64 right)
{
    qint64 sum = 0;
    if (!qAddOverflow(left, right, &sum))
        return sum;
    return left > 0 ? std::numeric_limits<qint64>::max() : std::numeric_limits<qint64>::min();
}

Amount& operator+=(Amount& left, const Amount& right)
{
    left.handles = saturatedSum(left.handles, right.handles);
    left.bytes = saturatedSum(left.bytes, right.bytes);
    left.inlineBytes = saturatedSum(left.inlineBytes, right.inlineBytes);
    left.checkpointedBytes = saturatedSum(left.checkpointedBytes, right.checkpointedBytes);
    return left;
}

Amount totalOf(const Operator& of)
{
    Amount total;
    for (const Amount& amount : of.amounts)
        total += amount;
    return total;
}

Amount keyedOf(const Operator& of)
{
    Amount sum = of.amount(StateKind::ManagedKeyed);
    return sum += of.amount(StateKind::RawKeyed);
}

Amount operatorStateOf(const Operator& of)
{
    Amount sum = of.amount(StateKind::ManagedOperator);
    return sum += of.amount(StateKind::RawOperator);
}

Amount channelsOf(const Operator& of)
{
    Amount sum = of.amount(StateKind::InputChannel);
    return sum += of.amount(StateKind::ResultSubpartition);
}

Amount totalOf(const Metadata& metadata)
{
    Amount total;
    for (const Operator& each : metadata.operators)
        total += totalOf(each);
    return total;
}

} // namespace snapshot
