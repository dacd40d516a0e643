#include "core/manifest/catalogue.h"

#include "core/manifest/distance.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

using Standing = KeyVerdict::Standing;

constexpr int mostNearest = 3;

/// Lines of a table that say something.
QStringList linesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the catalogue is not part of the program");
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

QStringList namesIn(const QString& field)
{
    return field.split(u',', Qt::SkipEmptyParts);
}

/// "1.20.3" and "v1_20" are {1, 20}.
std::optional<std::pair<int, int>> numbersOf(QStringView version)
{
    QString text = version.toString().replace(u'_', u'.');
    if (text.startsWith(u'v'))
        text.remove(0, 1);
    const QStringList parts = text.split(u'.');
    bool isMajor = false, isMinor = false;
    const int major = parts.value(0).toInt(&isMajor);
    const int minor = parts.value(1).toInt(&isMinor);
    return isMajor && isMinor ? std::optional(std::pair(major, minor)) : std::nullopt;
}

} // namespace

std::shared_ptr<const Catalogue> Catalogue::bundled()
{
    std::shared_ptr<Catalogue> catalogue(new Catalogue);
    const QStringList options = linesOf(u":/catalogue/options.tsv"_s);
    catalogue->readHead(options.first());
    for (const QString& line : options.sliced(1))
        catalogue->readOption(line.split(u'\t'));
    const QStringList replacements = linesOf(u":/catalogue/replacements.tsv"_s);
    for (const QString& line : replacements) {
        if (!line.startsWith(u'#'))
            catalogue->readReplacement(line.split(u'\t'));
    }
    catalogue->sortKeys();
    return catalogue;
}

void Catalogue::readHead(const QString& line)
{
    // "# flink 1.16 1.17; operator 1.15 1.16"
    const QStringList parts = line.sliced(2).split(u"; "_s);
    m_releases = parts.value(0).split(u' ').sliced(1);
    m_operatorReleases = parts.value(1).split(u' ').sliced(1);
}

void Catalogue::readOption(const QStringList& fields)
{
    const bool isFlink = fields.value(0) == u"flink";
    const QStringList& releases = isFlink ? m_releases : m_operatorReleases;
    Entry entry;
    entry.option.key = fields.value(1);
    entry.option.reader = isFlink ? ConfigOption::Reader::Flink : ConfigOption::Reader::Operator;
    entry.first = static_cast<int>(releases.indexOf(fields.value(2)));
    entry.last = static_cast<int>(releases.indexOf(fields.value(3)));
    entry.option.type = fields.value(4);
    entry.option.defaultValue = fields.value(5);
    entry.option.deprecatedKeys = namesIn(fields.value(6));
    entry.option.fallbackKeys = namesIn(fields.value(7));
    entry.option.isDeprecated = fields.value(8) == u"deprecated";
    const auto index = static_cast<int>(m_entries.size());
    for (const QString& old : entry.option.deprecatedKeys + entry.option.fallbackKeys)
        m_byOldName[old].append(index);
    m_byKey[entry.option.key].append(index);
    m_families.insert(entry.option.key.section(u'.', 0, 0));
    if (entry.option.key.contains(u'<'))
        m_patterns.append(index);
    m_entries.push_back(std::move(entry));
}

void Catalogue::sortKeys()
{
    m_inOrder.resize(m_entries.size());
    std::iota(m_inOrder.begin(), m_inOrder.end(), 0);
    const auto keyOf = [this](int index) { return m_entries[static_cast<size_t>(index)].option.key; };
    std::ranges::sort(m_inOrder, {}, keyOf);
}

bool Catalogue::isGroup(const QString& key) const
{
    const auto newest = static_cast<int>(m_releases.size()) - 1;
    const QString beginning = key + u'.';
    const auto entryAt = [this](int index) -> const Entry& { return m_entries[static_cast<size_t>(index)]; };
    auto at = std::ranges::lower_bound(m_inOrder, beginning, {}, [&](int index) { return entryAt(index).option.key; });
    for (; at != m_inOrder.end() && entryAt(*at).option.key.startsWith(beginning); ++at) {
        if (holds(entryAt(*at), newest))
            return true;
    }
    return false;
}

void Catalogue::readReplacement(const QStringList& fields)
{
    Replacement replacement;
    const qsizetype star = fields.value(0).indexOf(u'*');
    replacement.hasStar = star >= 0;
    replacement.before = star < 0 ? fields.value(0) : fields.value(0).first(star);
    replacement.after = star < 0 ? QString() : fields.value(0).sliced(star + 1);
    replacement.key = fields.value(1);
    replacement.first = std::max(0, static_cast<int>(m_releases.indexOf(fields.value(2))));
    const auto last = static_cast<int>(m_releases.indexOf(fields.value(3)));
    replacement.last = last < 0 ? static_cast<int>(m_releases.size()) - 1 : last;
    m_replacements.append(replacement);
}

std::optional<int> Catalogue::release(QStringView version) const
{
    const auto wanted = numbersOf(version);
    if (!wanted)
        return std::nullopt;
    const auto known = m_releases.indexOf(u"%1.%2"_s.arg(wanted->first).arg(wanted->second));
    if (known >= 0)
        return static_cast<int>(known);
    if (*wanted > *numbersOf(m_releases.last()))
        return static_cast<int>(m_releases.size()) - 1;
    return std::nullopt;
}

/// The operator's keys hold whatever Flink runs.
bool Catalogue::holds(const Entry& entry, int release) const
{
    return entry.option.reader == ConfigOption::Reader::Operator || (entry.first <= release && release <= entry.last);
}

const Catalogue::Entry* Catalogue::entryOf(const QString& key, int release) const
{
    const Entry* found = nullptr;
    for (const int index : m_byKey.value(key)) {
        const Entry& entry = m_entries[static_cast<size_t>(index)];
        if (holds(entry, release))
            found = &entry;
    }
    return found;
}

const Catalogue::Entry* Catalogue::byOldName(const QString& key, int release) const
{
    for (const int index : m_byOldName.value(key)) {
        const Entry& entry = m_entries[static_cast<size_t>(index)];
        if (holds(entry, release))
            return &entry;
    }
    return nullptr;
}

qsizetype Catalogue::readersOf(const QString& oldName, int release) const
{
    const QList<int> readers = m_byOldName.value(oldName);
    return std::count_if(readers.begin(), readers.end(),
                         [&](int index) { return holds(m_entries[static_cast<size_t>(index)], release); });
}

const Catalogue::Entry* Catalogue::byPattern(const QString& key, int release) const
{
    const QStringList parts = key.split(u'.');
    const Entry* found = nullptr;
    for (const int index : m_patterns) {
        const Entry& entry = m_entries[static_cast<size_t>(index)];
        // The longer pattern says more: metrics.reporter.<name>.factory.class is no mere <parameter>.
        const bool isBetter = !found || entry.option.key.count(u'.') > found->option.key.count(u'.');
        if (holds(entry, release) && isBetter && matchesPattern(entry.option.key.split(u'.'), parts))
            found = &entry;
    }
    return found;
}

/// Maps may be written key by key: kubernetes.jobmanager.labels.team (ConfigurationUtils.canBePrefixMap).
bool Catalogue::isEntryOfMap(const QString& key, int release) const
{
    for (qsizetype dot = key.indexOf(u'.'); dot > 0; dot = key.indexOf(u'.', dot + 1)) {
        const Entry* entry = entryOf(key.first(dot), release);
        if (entry && entry->option.type == u"Map" && dot + 1 < key.size())
            return true;
    }
    return false;
}

std::optional<QString> Catalogue::replacementFor(const QString& key, int release) const
{
    for (const Replacement& known : m_replacements) {
        if (release < known.first || release > known.last)
            continue;
        if (!known.hasStar && key == known.before)
            return known.key;
        const bool isLike = known.hasStar && key.size() > known.before.size() + known.after.size() &&
                            key.startsWith(known.before) && key.endsWith(known.after);
        if (!isLike)
            continue;
        const QString rest = key.sliced(known.before.size()).chopped(known.after.size());
        if (known.after.isEmpty() || !rest.contains(u'.')) // within a key it stands for one part
            return QString(known.key).replace(u'*', rest);
    }
    return std::nullopt;
}

const ConfigOption* Catalogue::find(const QString& key, int release) const
{
    const Entry* entry = entryOf(key, release);
    if (!entry)
        entry = byPattern(key, release);
    return entry ? &entry->option : nullptr;
}

KeyVerdict Catalogue::judge(const QString& key, int release) const
{
    const Entry* own = entryOf(key, release);
    if (own && !own->option.isDeprecated)
        return {Standing::Known, &own->option, {}, {}, {}};
    // An option that is deprecated may have a successor that reads its name, too.
    if (const Entry* entry = byOldName(key, release))
        return {Standing::OldName, &entry->option, entry->option.key, {}, {}, readersOf(key, release) == 1};
    if (own)
        return {Standing::Deprecated, &own->option, {}, {}, {}};
    return judgeUnread(key, release);
}

KeyVerdict Catalogue::judgeUnread(const QString& key, int release) const
{
    if (const std::optional<QString> instead = replacementFor(key, release))
        return {Standing::Unknown, nullptr, *instead, {}, {}};
    if (const Entry* entry = byPattern(key, release))
        return {Standing::Open, &entry->option, {}, {}, {}};
    if (isEntryOfMap(key, release))
        return {Standing::Open, nullptr, {}, {}, {}};
    if (isOpenPrefix(key)) // some release may have made an option of it, others hand it on
        return {Standing::Open, nullptr, {}, {}, {}};
    int first = static_cast<int>(m_releases.size()), last = -1;
    const Entry* other = nullptr;
    for (const int index : m_byKey.value(key)) {
        const Entry& entry = m_entries[static_cast<size_t>(index)];
        first = std::min(first, entry.first);
        last = std::max(last, entry.last);
        other = &entry;
    }
    if (last >= 0 && last < release)
        return {Standing::Removed, nullptr, {}, {}, m_releases.value(last)};
    if (last >= 0 && first > release) {
        // Under an older name it may be read already.
        QString old;
        for (const QString& name : other->option.deprecatedKeys + other->option.fallbackKeys) {
            if (old.isEmpty() && entryOf(name, release))
                old = name;
        }
        return {Standing::NotYet, nullptr, old, m_releases.value(first), {}};
    }
    return {Standing::Unknown, nullptr, {}, {}, {}};
}

QList<const ConfigOption*> Catalogue::options(int release) const
{
    QHash<QString, const ConfigOption*> known;
    for (const Entry& entry : m_entries) {
        if (holds(entry, release))
            known.insert(entry.option.key, &entry.option);
    }
    QList<const ConfigOption*> options(known.cbegin(), known.cend());
    std::sort(options.begin(), options.end(),
              [](const ConfigOption* left, const ConfigOption* right) { return left->key < right->key; });
    return options;
}

QStringList Catalogue::nearest(const QString& key, int release) const
{
    // A slip of the finger or two, more in long names.
    const int most = std::clamp(static_cast<int>(key.size()) / 6, 2, 6);
    std::vector<std::pair<int, QString>> found;
    for (const Entry& entry : m_entries) {
        if (!holds(entry, release) || entry.option.isDeprecated)
            continue;
        if (const int away = distance(key, entry.option.key, most); away < most)
            found.emplace_back(away, entry.option.key);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    QStringList names;
    for (const auto& [away, name] : found) {
        if (names.size() < mostNearest)
            names.append(name);
    }
    return names;
}

bool matchesPattern(const QStringList& pattern, const QStringList& key)
{
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (i >= key.size() || key[i].isEmpty())
            return false;
        const bool isAny = pattern[i].startsWith(u'<');
        if (isAny && i + 1 == pattern.size())
            return true;
        if (!isAny && pattern[i] != key[i])
            return false;
    }
    return pattern.size() == key.size();
}

bool isOpenPrefix(QStringView key)
{
    static constexpr std::array<QStringView, 19> prefixes{u"metrics.reporter.",
                                                          u"events.reporter.",
                                                          u"traces.reporter.",
                                                          u"external-resource.",
                                                          u"security.delegation.token.provider.",
                                                          u"fs.",
                                                          u"s3.",
                                                          u"s3a.",
                                                          u"presto.s3.",
                                                          u"gs.",
                                                          u"env.",
                                                          u"containerized.master.env.",
                                                          u"containerized.taskmanager.env.",
                                                          u"flink.hadoop.",
                                                          u"flink.yarn.",
                                                          u"table.",
                                                          u"python.",
                                                          u"pipeline.global-job-parameters.",
                                                          u"kubernetes.operator.plugins."};
    return std::any_of(prefixes.begin(), prefixes.end(), [key](QStringView prefix) { return key.startsWith(prefix); });
}

} // namespace manifest
