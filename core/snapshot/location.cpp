#include "core/snapshot/location.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace snapshot {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(snapshot::Text)
};

using base::Error;
using base::Result;

} // namespace

QString schemeOf(const QString& flinkPath)
{
    const qsizetype colon = flinkPath.indexOf(u':');
    const auto isOfScheme = [](QChar character) {
        return character.isLetterOrNumber() || character == u'+' || character == u'-' || character == u'.';
    };
    const QStringView before = QStringView(flinkPath).first(std::max<qsizetype>(colon, 0));
    if (!before.isEmpty() && std::ranges::all_of(before, isOfScheme))
        return before.toString().toLower();
    return flinkPath.startsWith(u'/') ? u"file"_s : QString();
}

QString localPathOf(const QString& flinkPath)
{
    if (schemeOf(flinkPath) != u"file" || flinkPath.contains(QChar(0)))
        return {};
    QString path = flinkPath.startsWith(u'/') ? flinkPath : flinkPath.sliced(5);
    // An authority, if any, is empty.
    if (path.startsWith(u"//") && !flinkPath.startsWith(u'/'))
        path = path.sliced(2);
    return path.startsWith(u'/') ? QDir::cleanPath(path) : QString();
}

Result<Location> locate(const QString& named)
{
    const QString scheme = schemeOf(named);
    if (!scheme.isEmpty() && scheme != u"file")
        return Error{Error::Kind::Configuration,
                     Text::tr("'%1' lies in a storage that cannot be read from here yet (%2). Copy the folder of the "
                              "snapshot to this machine and name it.")
                         .arg(named, scheme)};
    const QString path = scheme.isEmpty() ? named : localPathOf(named);
    const QFileInfo found(path);
    if (path.isEmpty() || !found.exists())
        return Error{Error::Kind::NotFound, Text::tr("There is no snapshot at '%1': nothing is there.").arg(named)};
    const QString folder = found.isDir() ? found.absoluteFilePath() : found.absolutePath();
    const Location location{QDir::cleanPath(folder), found.isDir()
                                                         ? QDir(path).absoluteFilePath(metadataName.toString())
                                                         : found.absoluteFilePath()};
    if (found.isDir() && !QFileInfo::exists(location.metadata))
        return Error{
            Error::Kind::NotFound,
            Text::tr("'%1' holds no _metadata. Flink writes this file last: the snapshot was not completed, or "
                     "is still being written.")
                .arg(named)};
    if (!QFileInfo(location.metadata).isFile())
        return Error{Error::Kind::Invalid, Text::tr("'%1' is no file.").arg(location.metadata)};
    return location;
}

} // namespace snapshot
