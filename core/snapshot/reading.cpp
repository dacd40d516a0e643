#include "core/snapshot/reading.h"

#include "core/snapshot/metadatareader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace snapshot {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(snapshot::Text)
};

using base::Error;
using base::Result;

} // namespace

bool isSnapshot(const QString& path)
{
    const QFileInfo about(path);
    if (about.isDir())
        return QFileInfo(QDir(path).filePath(metadataName.toString())).isFile();
    if (!about.isFile())
        return false;
    QFile file(path);
    return about.fileName() == metadataName || (file.open(QIODevice::ReadOnly) && beginsAsMetadata(file.read(4)));
}

Result<Reading> read(const QString& named)
{
    const auto location = locate(named);
    if (!location)
        return location.error();
    // The reader has a window of its own.
    QFile file(location->metadata);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{Error::Kind::Invalid,
                     Text::tr("'%1' cannot be read: %2").arg(location->metadata, file.errorString())};
    auto metadata = readMetadata(file);
    if (!metadata)
        return Error{metadata.error().kind, metadata.error().message, location->metadata};
    return Reading{*location, *std::move(metadata)};
}

void readKeyedStates(Metadata& metadata, const Storage& storage)
{
    for (Operator& each : metadata.operators) {
        if (!each.keyedHead || !each.keyedStates.isEmpty())
            continue;
        const ReferencedFile file = metadata.files.at(each.keyedHead->file);
        const Found found = storage.find(file.path, file.base);
        if (found.standing != Found::Standing::Present)
            continue;
        QFile stream(found.place);
        if (stream.open(QIODevice::ReadOnly) && stream.seek(each.keyedHead->start))
            each.keyedStates = keyedStatesIn(stream.read(each.keyedHead->length));
    }
}

} // namespace snapshot
