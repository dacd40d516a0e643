#pragma once

#include "core/manifest/lint.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace editor {

/// A manifest of a folder, with how much is wrong in it.
struct FolderFile
{
    QString name; ///< below the folder, with "/"
    qint64 size = 0;
    QDateTime modified;
    bool isChecked = false; ///< the rest is known
    int errors = 0, warnings = 0, hints = 0;
    QStringList objects = {}; ///< kind and name of what is in it
    QString fault = {};       ///< why it was not checked; empty: it was

    friend bool operator==(const FolderFile&, const FolderFile&) = default;
};

/// What a look into a folder may cost.
struct FolderLimits
{
    qsizetype files = 2000;
    qsizetype entries = 50'000; ///< files and folders that are looked at
    int depth = 16;
};

struct FolderListing
{
    QList<FolderFile> files; ///< by name, not checked
    bool isCut = false;      ///< there are more than the limits allow
    QString problem;         ///< why the folder cannot be read; empty: it can
};

/// The YAML files of a folder and those in it. Left out is what is hidden, and what tools put there: node_modules,
/// target. A folder that is reached twice, as over a symbolic link, counts once. Reads the disk: not for the user's
/// thread.
FolderListing filesIn(const QString& folder, const FolderLimits& limits = {});

/// The same file, checked. Reads the disk, too.
FolderFile checkedFile(const QString& folder, FolderFile file, const manifest::Linter& linter);

} // namespace editor
