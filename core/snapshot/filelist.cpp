#include "core/snapshot/filelist.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace snapshot {

qint64 FileList::add(const QByteArray& path, Base base, qint64 bytes, Length length, Sharing sharing)
{
    if (2 * (m_entries.size() + 1) > m_slots.size())
        grow();
    const quint32 hash = hashOf(path, base);
    const qsizetype slot = slotOf(path, base, hash);
    if (m_slots[slot] == 0) {
        m_entries.append(
            {m_paths.size(), bytes, qint32(path.size()), 1, hash, base, length, sharing == Sharing::Shared});
        m_paths.append(path);
        m_slots[slot] = quint32(m_entries.size());
        return qint64(sizeof(Entry)) + 16 + path.size();
    }
    Entry& entry = m_entries[m_slots[slot] - 1];
    entry.references += entry.references < std::numeric_limits<qint32>::max() ? 1 : 0;
    entry.isShared = entry.isShared || sharing == Sharing::Shared;
    if (length == Length::Exact && entry.length == Length::Exact)
        entry.isContradictory = entry.isContradictory || entry.bytes != bytes;
    else if (length == Length::Exact || entry.length == Length::Exact)
        entry.isContradictory =
            entry.isContradictory || (length == Length::Exact ? bytes < entry.bytes : entry.bytes < bytes);
    if (length == Length::Exact)
        entry.length = Length::Exact;
    entry.bytes = std::max(entry.bytes, bytes);
    return 0;
}

ReferencedFile FileList::at(qsizetype index) const
{
    const Entry& entry = m_entries.at(index);
    return {QString::fromUtf8(pathAt(index)),
            entry.base,
            entry.bytes,
            entry.length,
            entry.references,
            entry.isShared,
            entry.isContradictory};
}

std::optional<qsizetype> FileList::indexOf(const QByteArray& path, Base base) const
{
    if (m_slots.isEmpty())
        return std::nullopt;
    const quint32 found = m_slots.at(slotOf(path, base, hashOf(path, base)));
    return found == 0 ? std::nullopt : std::optional<qsizetype>(found - 1);
}

QByteArrayView FileList::pathAt(qsizetype index) const
{
    const Entry& entry = m_entries.at(index);
    return QByteArrayView(m_paths).sliced(entry.pathStart, entry.pathLength);
}

bool operator==(const FileList& left, const FileList& right)
{
    return left.m_entries == right.m_entries && left.m_paths == right.m_paths;
}

quint32 FileList::hashOf(QByteArrayView path, Base base)
{
    return quint32(qHash(path, QHashSeed::globalSeed() + size_t(base)));
}

/// Where it stands, or where it belongs.
qsizetype FileList::slotOf(QByteArrayView path, Base base, quint32 hash) const
{
    const auto mask = size_t(m_slots.size() - 1);
    for (size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        const quint32 found = m_slots.at(qsizetype(slot));
        if (found == 0)
            return qsizetype(slot);
        const Entry& entry = m_entries.at(found - 1);
        if (entry.hash == hash && entry.base == base && pathAt(found - 1) == path)
            return qsizetype(slot);
    }
}

void FileList::grow()
{
    m_slots = QList<quint32>(std::max<qsizetype>(16, 2 * m_slots.size()), 0);
    const auto mask = size_t(m_slots.size() - 1);
    for (qsizetype index = 0; index < m_entries.size(); ++index) {
        size_t slot = m_entries.at(index).hash & mask;
        while (m_slots.at(qsizetype(slot)) != 0)
            slot = (slot + 1) & mask;
        m_slots[qsizetype(slot)] = quint32(index + 1);
    }
}

} // namespace snapshot
