#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace snapshot {

/// One file that a snapshot refers to.
struct ReferencedFile
{
    enum class Base : quint8 { Absolute, Relative };
    enum class Length : quint8 {
        Exact,   ///< the file is as long as `bytes`
        AtLeast, ///< several handles take parts of it, the last of which ends at `bytes`
    };

    QString path; ///< as recorded: a URI, or, where relative, a path below the folder of `_metadata`
    Base base = Base::Absolute;
    qint64 bytes = 0; ///< >= 0
    Length length = Length::Exact;
    int references = 0;           ///< handles that name it
    bool isShared = false;        ///< Flink may use it for other checkpoints, too
    bool isContradictory = false; ///< two handles name different lengths: no file is right

    friend bool operator==(const ReferencedFile&, const ReferencedFile&) = default;
};

/// The distinct files of one snapshot, in the order of their first mention. Made for a hundred thousand of them: about
/// fifty bytes each, besides their paths.
class FileList
{
public:
    enum class Sharing { Own, Shared };
    using Base = ReferencedFile::Base;
    using Length = ReferencedFile::Length;

    /// Adds a reference; `bytes` >= 0. Returns the memory a new file takes, 0 for one that is known.
    qint64 add(const QByteArray& path, Base base, qint64 bytes, Length length, Sharing sharing);

    qsizetype size() const { return m_entries.size(); }
    bool isEmpty() const { return m_entries.isEmpty(); }
    ReferencedFile at(qsizetype index) const;
    // Of what at() tells, without making its path.
    qint64 bytesAt(qsizetype index) const { return m_entries.at(index).bytes; }
    bool isSharedAt(qsizetype index) const { return m_entries.at(index).isShared; }
    /// Where a file stands that was recorded so.
    std::optional<qsizetype> indexOf(const QByteArray& path, Base base) const;
    /// As recorded, in UTF-8; valid as long as the list.
    QByteArrayView pathAt(qsizetype index) const;

    friend bool operator==(const FileList& left, const FileList& right);

private:
    struct Entry
    {
        qint64 pathStart = 0;
        qint64 bytes = 0;
        qint32 pathLength = 0;
        qint32 references = 0;
        quint32 hash = 0; ///< of the path
        Base base = Base::Absolute;
        Length length = Length::Exact;
        bool isShared = false;
        bool isContradictory = false;

        friend bool operator==(const Entry&, const Entry&) = default;
    };

    static quint32 hashOf(QByteArrayView path, Base base);
    qsizetype slotOf(QByteArrayView path, Base base, quint32 hash) const;
    void grow();

    QByteArray m_paths; ///< one behind the other
    QList<Entry> m_entries;
    QList<quint32> m_slots; ///< open addressing: 0, or an entry's index and one
};

} // namespace snapshot
