#include "tests/live/support/cache.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

/// The same answer as in tests/live/fetch; QStandardPaths would name a test's own folder.
QString root()
{
    const QString chosen = qEnvironmentVariable("DREY_LIVE_CACHE");
    if (!chosen.isEmpty())
        return chosen;
    const QString caches = qEnvironmentVariable("XDG_CACHE_HOME");
    return (caches.isEmpty() ? QDir::homePath() + u"/.cache"_s : caches) + u"/drey/live"_s;
}

QString reason(const QString& part)
{
    QFile file(QDir(root()).filePath(part + u".unavailable"_s));
    if (file.open(QIODevice::ReadOnly))
        return QString::fromUtf8(file.readAll()).trimmed();
    return u"not fetched yet, run tests/live/fetch"_s;
}

} // namespace

namespace live::cache {

QString folder(const QString& part)
{
    return QDir(root()).filePath(part);
}

QString missing(const QStringList& parts)
{
    QStringList reasons;
    for (const QString& part : parts) {
        if (!QFile::exists(folder(part) + u"/.stamp"_s))
            reasons.append(u"%1: %2"_s.arg(part, reason(part)));
    }
    return reasons.join(u"; "_s);
}

bool isRequired()
{
    return qEnvironmentVariable("DREY_REQUIRE_LIVE") == u"1";
}

} // namespace live::cache
