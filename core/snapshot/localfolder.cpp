#include "core/snapshot/localfolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace snapshot {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(snapshot::Text)
};

using Standing = Found::Standing;

/// Folders above the snapshot whose names are looked for in recorded paths: its own, the job's, that of all
/// checkpoints.
constexpr int ancestors = 3;

std::optional<Found> fileAt(const QString& place)
{
    const QFileInfo info(place);
    if (!info.isFile())
        return std::nullopt;
    return Found{Standing::Present, info.size(), place, {}, false};
}

QString folderOf(const QString& path)
{
    return path.left(std::max<qsizetype>(path.lastIndexOf(u'/'), 1));
}

bool isBelow(const QString& path, const QString& folder)
{
    return folder == u"/" || path == folder || path.startsWith(folder + u'/');
}

} // namespace

std::optional<PathMapping> mappingOf(const QString& text)
{
    const qsizetype at = text.lastIndexOf(u'=');
    if (at < 1 || at == text.size() - 1)
        return std::nullopt;
    return PathMapping{text.first(at), text.sliced(at + 1)};
}

LocalFolder::LocalFolder(Location location, QList<PathMapping> mappings)
    : m_location(std::move(location))
    , m_mappings(std::move(mappings))
{
    for (PathMapping& mapping : m_mappings) {
        while (mapping.from.size() > 1 && mapping.from.endsWith(u'/'))
            mapping.from.chop(1);
    }
}

Found LocalFolder::find(const QString& path, ReferencedFile::Base base) const
{
    const QString place = placeOf(path, base);
    if (base == ReferencedFile::Base::Relative || mapped(path))
        return fileAt(place).value_or(Found{Standing::Absent, 0, place, {}, false});
    if (!place.isEmpty()) {
        const Found found = findRecorded(place);
        if (found.standing != Standing::Unknown)
            return found;
    }
    if (auto copy = fileAt(copyOf(path))) {
        copy->isMoved = true;
        return *copy;
    }
    if (place.isEmpty())
        return {Standing::Unknown, 0, path,
                Text::tr("Storage of the kind '%1' cannot be looked into from here.").arg(schemeOf(path)), false};
    return {Standing::Unknown, 0, place, Text::tr("The folder '%1' is not on this machine.").arg(folderOf(place)),
            false};
}

QString LocalFolder::placeOf(const QString& path, ReferencedFile::Base base) const
{
    if (base == ReferencedFile::Base::Relative)
        return QDir::cleanPath(m_location.folder + u'/' + path);
    return mapped(path).value_or(localPathOf(path));
}

std::optional<QString> LocalFolder::mapped(const QString& path) const
{
    for (const PathMapping& mapping : m_mappings) {
        if (isBelow(path, mapping.from))
            return QDir::cleanPath(mapping.to + u'/' + path.sliced(mapping.from.size()));
    }
    return std::nullopt;
}

Found LocalFolder::findRecorded(const QString& local) const
{
    if (const auto found = fileAt(local))
        return *found;
    const QString around = folderOf(m_location.folder);
    // Machines have folders of the same name directly below the root: /tmp proves nothing.
    const bool isOwn = isBelow(local, m_location.folder) || (around.count(u'/') > 1 && isBelow(local, around));
    const bool isHere = isOwn || isFolder(folderOf(local));
    return {isHere ? Standing::Absent : Standing::Unknown, 0, local, {}, false};
}

/// In the nearest folder around the snapshot whose name stands in the path.
QString LocalFolder::copyOf(const QString& path) const
{
    QString around = m_location.folder;
    for (int i = 0; i < ancestors && around.size() > 1; ++i) {
        const QString name = around.sliced(around.lastIndexOf(u'/')) + u'/';
        const qsizetype at = path.lastIndexOf(name);
        if (at >= 0)
            return QDir::cleanPath(around + u'/' + path.sliced(at + name.size()));
        around = folderOf(around);
    }
    return {};
}

bool LocalFolder::isFolder(const QString& path) const
{
    const auto known = m_folders.constFind(path);
    if (known != m_folders.constEnd())
        return *known;
    return m_folders[path] = QFileInfo(path).isDir();
}

} // namespace snapshot
