#pragma once

#include "core/snapshot/metadatareader.h"

#include <QBuffer>
#include <QDir>
#include <QFile>

namespace support {

/// Names of the `_metadata` that real Flinks have written, below tests/support/recordings/flinkmeta.
inline QStringList recordedMetadataNames()
{
    QStringList names;
    const QStringList files =
        QDir(QStringLiteral(DREY_RECORDINGS "/flinkmeta")).entryList({QStringLiteral("*._metadata")}, QDir::Files);
    for (const QString& file : files)
        names.append(file.chopped(10));
    return names;
}

inline QByteArray recordedMetadata(const QString& name)
{
    QFile file(QStringLiteral(DREY_RECORDINGS "/flinkmeta/") + name + QStringLiteral("._metadata"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recording %s", qPrintable(name));
    return file.readAll();
}

inline std::variant<snapshot::Metadata, snapshot::Fault> parsedMetadata(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return snapshot::parseMetadata(buffer);
}

} // namespace support
