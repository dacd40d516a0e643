#include "core/snapshot/integrity.h"

#include <algorithm>

namespace snapshot {

namespace {

using Verdict = FileCheck::Verdict;

constexpr qsizetype mostReasons = 8;

Verdict verdictOf(const ReferencedFile& file, const Found& found)
{
    switch (found.standing) {
    case Found::Standing::Unknown:
        return Verdict::NotChecked;
    case Found::Standing::Absent:
        return Verdict::Missing;
    case Found::Standing::Present:
        break;
    }
    if (found.bytes < file.bytes)
        return Verdict::TooShort;
    const bool isTooLong = file.length == ReferencedFile::Length::Exact && found.bytes > file.bytes;
    return isTooLong || file.isContradictory ? Verdict::WrongLength : Verdict::Right;
}

} // namespace

qsizetype Integrity::count(Verdict verdict) const
{
    return std::ranges::count(files, verdict, &FileCheck::verdict);
}

std::optional<bool> Integrity::isComplete() const
{
    const auto isWrong = [](const FileCheck& file) {
        return file.verdict != Verdict::Right && file.verdict != Verdict::NotChecked;
    };
    if (std::ranges::any_of(files, isWrong) || std::ranges::any_of(keyGroups, &KeyGroupProblem::isFatal))
        return false;
    return count(Verdict::NotChecked) > 0 ? std::nullopt : std::optional(true);
}

Integrity check(const Metadata& metadata, const Storage& storage)
{
    Integrity integrity;
    integrity.keyGroups = checkKeyGroups(metadata);
    integrity.files.reserve(metadata.files.size());
    for (qsizetype i = 0; i < metadata.files.size(); ++i) {
        const ReferencedFile file = metadata.files.at(i);
        const Found found = storage.find(file.path, file.base);
        const bool isNew = !found.reason.isEmpty() && integrity.notChecked.size() < mostReasons &&
                           !integrity.notChecked.contains(found.reason);
        if (isNew)
            integrity.notChecked.append(found.reason);
        integrity.files.append({verdictOf(file, found), found.bytes, found.isMoved});
    }
    return integrity;
}

bool isSelfContained(const Metadata& metadata)
{
    for (qsizetype i = 0; i < metadata.files.size(); ++i) {
        if (metadata.files.at(i).base == ReferencedFile::Base::Absolute)
            return false;
    }
    return true;
}

} // namespace snapshot
