#pragma once

#include "core/snapshot/keygroupcheck.h"
#include "core/snapshot/metadata.h"
#include "core/snapshot/storage.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace snapshot {

/// What was found of one referenced file, held against its handles.
struct FileCheck
{
    enum class Verdict {
        Right,
        Missing,
        TooShort,
        WrongLength, ///< longer than it can be, or its handles contradict one another
        NotChecked,
    };

    Verdict verdict = Verdict::NotChecked;
    qint64 actualBytes = 0; ///< where it is there
    bool isMoved = false;   ///< see Found

    friend bool operator==(const FileCheck&, const FileCheck&) = default;
};

/// Whether a snapshot can be restored, as far as its metadata and the lengths of its files tell.
struct Integrity
{
    QList<FileCheck> files; ///< one for each of the metadata's, in their order
    QList<KeyGroupProblem> keyGroups;
    QStringList notChecked; ///< the distinct reasons, translated, at most a few

    qsizetype count(FileCheck::Verdict verdict) const;
    /// True: everything is there. False: something is not, or is wrong. Nothing: what could be looked at is right, but
    /// not everything could.
    std::optional<bool> isComplete() const;

    friend bool operator==(const Integrity&, const Integrity&) = default;
};

Integrity check(const Metadata& metadata, const Storage& storage);

/// Whether no file is named by an absolute path: the folder can be moved and copied as it is.
bool isSelfContained(const Metadata& metadata);

} // namespace snapshot
