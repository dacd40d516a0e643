#include "core/manifest/explanations.h"

#include <QFile>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

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
    const QStringList keys = lines.first().split(u' ', Qt::SkipEmptyParts);
    for (const QString& key : keys) {
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

} // namespace manifest
