#include "core/sim/flink/storage.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

constexpr qint64 mostReadable = 64 * 1024 * 1024;

struct Address
{
    QString scheme;
    QString host;
    QString path;
};

Address addressOf(const QString& uri)
{
    const qsizetype colon = uri.indexOf(u':');
    if (colon < 0 || uri.left(colon).contains(u'/'))
        return {u"file"_s, {}, uri};
    QString rest = uri.mid(colon + 1);
    QString host;
    if (rest.startsWith(u"//")) {
        const qsizetype slash = rest.indexOf(u'/', 2);
        host = slash < 0 ? rest.mid(2) : rest.mid(2, slash - 2);
        rest = slash < 0 ? u"/"_s : rest.mid(slash);
    }
    return {uri.left(colon).toLower(), host, rest};
}

} // namespace

Storage::Storage(QString folder)
    : m_folder(QDir::cleanPath(folder))
{
}

std::optional<QString> Storage::local(const QString& uri) const
{
    const Address address = addressOf(uri);
    if (!address.path.startsWith(u'/') || address.path.contains(QChar(0)))
        return {};
    const QString path = QDir::cleanPath(address.path);
    const QString inside = m_folder + u'/';
    if (address.scheme == u"file" && (path + u'/').startsWith(inside))
        return path;
    QString full = m_folder + path;
    if (address.scheme != u"file")
        full = m_folder + u'/' + address.scheme + u'/' + address.host + path;
    full = QDir::cleanPath(full);
    return full.startsWith(inside) ? std::optional(full) : std::nullopt;
}

QString Storage::shown(const QString& uri)
{
    const Address address = addressOf(uri);
    QString path = address.path;
    while (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    if (address.host.isEmpty())
        return address.scheme + u':' + path;
    return address.scheme + u"://"_s + address.host + path;
}

bool Storage::exists(const QString& uri) const
{
    const auto path = local(uri);
    return path && QFileInfo::exists(*path);
}

bool Storage::isFolder(const QString& uri) const
{
    const auto path = local(uri);
    return path && QFileInfo(*path).isDir();
}

std::optional<QByteArray> Storage::read(const QString& uri) const
{
    const auto path = local(uri);
    QFile file(path.value_or(QString()));
    if (!path || !file.open(QIODevice::ReadOnly) || file.size() > mostReadable)
        return {};
    return file.readAll();
}

qint64 Storage::size(const QString& uri) const
{
    const auto path = local(uri);
    return path && QFileInfo(*path).isFile() ? QFileInfo(*path).size() : -1;
}

void Storage::deny(const QString& uri, bool isDenied)
{
    const QString path = local(uri).value_or(QString());
    m_denied->removeAll(path);
    if (isDenied)
        m_denied->append(path);
}

bool Storage::isDenied(const QString& uri) const
{
    const QString path = local(uri).value_or(QString()) + u'/';
    return std::ranges::any_of(*m_denied, [&path](const QString& denied) { return path.startsWith(denied + u'/'); });
}

bool Storage::write(const QString& uri, const QByteArray& head, qint64 size) const
{
    const auto path = local(uri);
    QFile file(path.value_or(QString()));
    return path && file.open(QIODevice::WriteOnly) && file.write(head) == head.size() && file.resize(size);
}

bool Storage::makeFolder(const QString& uri) const
{
    const auto path = local(uri);
    return path && QDir().mkpath(*path);
}

void Storage::removeFile(const QString& uri) const
{
    if (const auto path = local(uri))
        QFile::remove(*path);
}

void Storage::removeFolder(const QString& uri) const
{
    const auto path = local(uri);
    if (path && *path != m_folder)
        QDir(*path).removeRecursively();
}

} // namespace sim::flink
