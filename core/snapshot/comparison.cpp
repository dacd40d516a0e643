#include "core/snapshot/comparison.h"

#include <QHash>

#include <algorithm>

namespace snapshot {

namespace {

using Kind = OperatorChange::Kind;
using Base = ReferencedFile::Base;

void add(FileSum& sum, const FileList& files, qsizetype index)
{
    ++sum.files;
    sum.bytes = saturatedSum(sum.bytes, files.at(index).bytes);
}

/// Relative paths are of different folders: they name different files.
bool isIn(const FileList& files, const FileList& others, qsizetype index)
{
    return others.at(index).base == Base::Absolute && files.indexOf(others.pathAt(index).toByteArray(), Base::Absolute);
}

void compareFiles(const FileList& before, const FileList& after, Comparison& comparison)
{
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (!isIn(after, before, i))
            add(comparison.onlyBefore, before, i);
    }
    for (qsizetype i = 0; i < after.size(); ++i)
        add(isIn(before, after, i) ? comparison.common : comparison.onlyAfter, after, i);
}

Kind kindOf(const Operator& before, const Operator& after)
{
    const bool isSame = before.parallelism == after.parallelism && before.maxParallelism == after.maxParallelism;
    return isSame ? Kind::Same : Kind::Changed;
}

} // namespace

bool Comparison::hasSameOperators() const
{
    return std::ranges::all_of(operators, [](const OperatorChange& each) { return each.before && each.after; });
}

bool Comparison::hasSameMaxParallelism(const Metadata& before, const Metadata& after) const
{
    return std::ranges::all_of(operators, [&](const OperatorChange& each) {
        return !each.before || !each.after ||
               before.operators[*each.before].maxParallelism == after.operators[*each.after].maxParallelism;
    });
}

bool Comparison::hasSameState(const Metadata& before, const Metadata& after) const
{
    return std::ranges::all_of(operators, [&](const OperatorChange& each) {
        if (each.before && each.after)
            return true;
        return totalOf(each.before ? before.operators[*each.before] : after.operators[*each.after]).handles == 0;
    });
}

bool Comparison::isInterchangeable(const Metadata& before, const Metadata& after) const
{
    return hasSameMaxParallelism(before, after) && hasSameState(before, after);
}

Comparison compare(const Metadata& before, const Metadata& after)
{
    Comparison comparison;
    QHash<QString, qsizetype> left; // of the second snapshot, not yet met
    for (qsizetype i = 0; i < after.operators.size(); ++i)
        left.insert(after.operators[i].id, i);
    for (qsizetype i = 0; i < before.operators.size(); ++i) {
        const auto found = left.constFind(before.operators[i].id);
        if (found == left.constEnd()) {
            comparison.operators.append({Kind::Removed, i, std::nullopt});
            continue;
        }
        comparison.operators.append({kindOf(before.operators[i], after.operators[*found]), i, *found});
        left.erase(found);
    }
    QList<qsizetype> added = left.values();
    std::ranges::sort(added);
    for (const qsizetype index : std::as_const(added))
        comparison.operators.append({Kind::Added, std::nullopt, index});
    compareFiles(before.files, after.files, comparison);
    return comparison;
}

} // namespace snapshot
