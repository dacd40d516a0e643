#pragma once

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace manifest {

/// A key that releases of Flink or of the operator know, and what they know of it.
struct ConfigOption
{
    enum class Reader { Flink, Operator };

    QString key;
    Reader reader = Reader::Flink;
    QString type;         ///< as Flink's documentation writes it: Duration, MemorySize, Boolean, List<String>, …
    QString defaultValue; ///< as its source writes it; empty: none
    QStringList deprecatedKeys, fallbackKeys; ///< older names that are still read
    bool isDeprecated = false;                ///< the option itself, without a successor of the same meaning
};

/// What a release makes of a key.
struct KeyVerdict
{
    enum class Standing {
        Known,
        OldName,    ///< read, but `replacement` is its name now
        Deprecated, ///< read, but it will go
        NotYet,     ///< only from `since` on
        Removed,    ///< only up to `until`
        Unknown,    ///< nobody ever read it
        Open,       ///< below a prefix under which anything may stand, or read by who knows whom
    };

    Standing standing = Standing::Unknown;
    const ConfigOption* option = nullptr; ///< that is read; null: none is
    QString replacement;                  ///< a key that does the work in that release; empty: none is known
    QString since, until;                 ///< releases: "1.20"
    bool isOnlyOne = true;                ///< of an old name: no other option reads it, too
};

/// Every configuration key of Flink 1.16 to 2.3 and of the operator, by release. Made of resources/catalogue, which is
/// made of the releases' own option classes.
class Catalogue
{
public:
    static std::shared_ptr<const Catalogue> bundled();

    /// "1.16", …: oldest first.
    const QStringList& releases() const { return m_releases; }
    /// Of "v1_20" or "1.20.3"; nothing: a release it does not know. What is newer than the newest counts as the newest.
    std::optional<int> release(QStringView version) const;

    /// `release` is an index into releases().
    KeyVerdict judge(const QString& key, int release) const;
    /// Null: that release knows no such key. Not by older names.
    const ConfigOption* find(const QString& key, int release) const;
    /// All that a release knows, and all that the operator does, by key; for completion.
    QList<const ConfigOption*> options(int release) const;
    /// Whether some release knows it, by its present name or an older one.
    bool isKnownName(const QString& key) const { return m_byKey.contains(key) || m_byOldName.contains(key); }
    /// Whether keys begin with that part: "state", "taskmanager".
    bool isFamily(const QString& part) const { return m_families.contains(part); }
    /// Whether keys of the newest release begin with this and a dot: "execution.checkpointing".
    bool isGroup(const QString& key) const;
    /// Known keys that are written like this one, the most alike first; at most three.
    QStringList nearest(const QString& key, int release) const;

private:
    struct Entry
    {
        ConfigOption option;
        int first = 0, last = 0; ///< releases, of Flink or of the operator
    };
    struct Replacement
    {
        QString before, after; ///< of the star in the name that is wrong; without a star `before` is all of it
        bool hasStar = false;
        QString key; ///< with its star, if any; empty: nothing is to be set
        int first = 0, last = 0;
    };

    Catalogue() = default;
    void readHead(const QString& line);
    void readOption(const QStringList& fields);
    void readReplacement(const QStringList& fields);
    void sortKeys();
    bool holds(const Entry& entry, int release) const;
    const Entry* entryOf(const QString& key, int release) const;
    const Entry* byOldName(const QString& key, int release) const;
    qsizetype readersOf(const QString& oldName, int release) const; ///< options of that release
    const Entry* byPattern(const QString& key, int release) const;
    bool isEntryOfMap(const QString& key, int release) const;
    std::optional<QString> replacementFor(const QString& key, int release) const;
    KeyVerdict judgeUnread(const QString& key, int release) const;

    QStringList m_releases;
    QStringList m_operatorReleases;
    std::vector<Entry> m_entries;
    QHash<QString, QList<int>> m_byKey;     ///< into m_entries
    QHash<QString, QList<int>> m_byOldName; ///< the same
    std::vector<int> m_inOrder;             ///< the same, by key
    QSet<QString> m_families;
    QList<int> m_patterns; ///< keys with a <name> in them, the same
    QList<Replacement> m_replacements;
};

/// Parts of a key, split at its dots, against those of a pattern: <name> stands for one of them, at its end for any
/// rest.
bool matchesPattern(const QStringList& pattern, const QStringList& key);

/// Prefixes under which Flink hands anything on: to a reporter, to a file system, to the user's program.
bool isOpenPrefix(QStringView key);

} // namespace manifest
