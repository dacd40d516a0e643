#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace sim::flink {

/// The file systems that Flink's URIs lead to, all inside one folder of this disk: file:///a/b is <folder>/a/b (or /a/b
/// itself, where that lies in the folder), s3://bucket/k is <folder>/s3/bucket/k. Nothing outside the folder is ever
/// touched.
class Storage
{
public:
    /// An absolute path; made when something is written.
    explicit Storage(QString folder);

    /// Where it is on this disk; nothing: the URI is none that leads anywhere.
    std::optional<QString> local(const QString& uri) const;
    /// As Flink writes it: "file:///a" and "/a" become "file:/a".
    static QString shown(const QString& uri);

    bool exists(const QString& uri) const;
    bool isFolder(const QString& uri) const;
    /// Nothing when it cannot be read or is larger than 64 MiB.
    std::optional<QByteArray> read(const QString& uri) const;
    /// Bytes; -1: there is no such file.
    qint64 size(const QString& uri) const;
    /// Writes `head` and makes the file `size` long without taking the space; false when that failed.
    bool write(const QString& uri, const QByteArray& head, qint64 size) const;
    bool makeFolder(const QString& uri) const;
    /// From now on Flink may not write below this URI, or it may again; holds for all copies of this. Asked when a
    /// snapshot is made, for its files come to this disk later.
    void deny(const QString& uri, bool isDenied);
    bool isDenied(const QString& uri) const;
    /// When the files of checkpoints, which come and go, are brought to this disk. Holds for all copies of this.
    enum class Upkeep {
        Regular,
        OnDemand, ///< nobody looks for a while: when somebody reads them, or their JobManager dies
        None,     ///< the folder is about to go
    };
    void setUpkeep(Upkeep upkeep) { *m_upkeep = upkeep; }
    Upkeep upkeep() const { return *m_upkeep; }
    void removeFile(const QString& uri) const;
    void removeFolder(const QString& uri) const;

private:
    QString m_folder;
    std::shared_ptr<Upkeep> m_upkeep = std::make_shared<Upkeep>(Upkeep::Regular);
    std::shared_ptr<QStringList> m_denied = std::make_shared<QStringList>(); ///< paths of folders on this disk
};

} // namespace sim::flink
