#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace support {

/// What a real cluster once answered, by its path below tests/support/recordings, without ".json".
inline QByteArray recording(const QString& name)
{
    QFile file(QStringLiteral(DREY_RECORDINGS "/") + name + QStringLiteral(".json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recording %s", qPrintable(name));
    return file.readAll();
}

} // namespace support
