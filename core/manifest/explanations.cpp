#include "core/manifest/explanations.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

/// What the catalogue knows of a key: "`MemorySize`, default `64 mb`, Flink 1.16 – 2.3".
QString factsOf(const QString& key, const Catalogue& catalogue)
{
    const ConfigOption* option = nullptr;
    QString first, last;
    for (int release = 0; release < catalogue.releases().size(); ++release) {
        const ConfigOption* known = catalogue.find(key, release);
        if (!known || (known->key != key && !key.contains(u'<')))
            continue;
        option = known;
        last = catalogue.releases().at(release);
        first = first.isEmpty() ? last : first;
    }
    if (!option)
        return {};
    QStringList facts{u'`' + option->type + u'`'};
    const QString& value = option->defaultValue;
    if (!value.isEmpty() && value != u"(none)" && value != u"None")
        facts.append(Text::tr("default %1").arg(u'`' + value + u'`'));
    if (option->reader == ConfigOption::Reader::Operator)
        facts.append(Text::tr("read by the operator"));
    else
        facts.append(first == last ? u"Flink %1"_s.arg(last) : u"Flink %1 – %2"_s.arg(first, last));
    return facts.join(u", "_s);
}

} // namespace

std::shared_ptr<const Explanations> Explanations::bundled()
{
    static const std::shared_ptr<const Explanations> explanations = [] {
        QFile file(u":/explanations/keys.txt"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the explanations are not part of the program");
        auto made = std::make_shared<Explanations>();
        QStringList paragraph;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (const QString& line : lines) {
            if (line.startsWith(u'#'))
                continue;
            if (!line.isEmpty()) {
                paragraph.append(line);
                continue;
            }
            made->readParagraph(paragraph);
            paragraph.clear();
        }
        made->readParagraph(paragraph);
        return made;
    }();
    return explanations;
}

Explanations::Language Explanations::language()
{
    return QLocale().language() == QLocale::Korean ? Language::Korean : Language::English;
}

void Explanations::readParagraph(const QStringList& lines)
{
    if (lines.isEmpty())
        return;
    Entry entry;
    for (const QString& line : lines.sliced(1)) {
        if (line.startsWith(u"en "))
            entry.english = line.sliced(3);
        else if (line.startsWith(u"ko "))
            entry.korean = line.sliced(3);
    }
    entry.keys = lines.first().split(u' ', Qt::SkipEmptyParts);
    for (const QString& key : std::as_const(entry.keys)) {
        m_byKey.insert(key, m_entries.size());
        if (key.contains(u'<'))
            m_patterns.append(key);
    }
    m_entries.push_back(std::move(entry));
}

const Explanations::Entry* Explanations::entryOf(const QString& key) const
{
    QString name = key;
    if (!m_byKey.contains(key)) {
        const QStringList parts = key.split(u'.');
        qsizetype most = -1;
        for (const QString& pattern : m_patterns) {
            // The longer pattern says more.
            if (pattern.count(u'.') > most && matchesPattern(pattern.split(u'.'), parts)) {
                most = pattern.count(u'.');
                name = pattern;
            }
        }
    }
    const auto found = m_byKey.constFind(name);
    return found == m_byKey.cend() ? nullptr : &m_entries[*found];
}

QString Explanations::of(const QString& key, Language language) const
{
    const Entry* entry = entryOf(key);
    if (!entry)
        return {};
    return language == Language::Korean ? entry->korean : entry->english;
}

QString Explanations::of(const QString& key, const Catalogue& catalogue, int release, Language language) const
{
    const QString own = of(key, language);
    if (!own.isEmpty())
        return own;
    const ConfigOption* option = catalogue.judge(key, release).option;
    return option ? of(option->key, language) : QString();
}

QStringList Explanations::keys() const
{
    QStringList keys = m_byKey.keys();
    keys.sort();
    return keys;
}

QString Explanations::page(const Catalogue& catalogue) const
{
    QString page = u"# "_s + Text::tr("Configuration keys") + u"\n\n"_s +
                   Text::tr("Made by \"dreyctl generate keys\" from the texts that the program itself shows.") + u'\n';
    std::vector<const Entry*> entries;
    for (const Entry& entry : m_entries)
        entries.push_back(&entry);
    std::sort(entries.begin(), entries.end(),
              [](const Entry* left, const Entry* right) { return left->keys.first() < right->keys.first(); });
    for (const Entry* entry : entries) {
        page += u"\n## `"_s + entry->keys.first() + u"`\n\n"_s +
                (language() == Language::Korean ? entry->korean : entry->english) + u"\n\n"_s;
        for (const QString& key : entry->keys) {
            const QString facts = factsOf(key, catalogue);
            page += u"- `"_s + key + (facts.isEmpty() ? u"`"_s : u"`: "_s + facts) + u'\n';
        }
    }
    return page;
}

} // namespace manifest
