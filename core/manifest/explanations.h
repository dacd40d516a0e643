#pragma once

#include "core/manifest/catalogue.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace manifest {

/// Tells what configuration keys are for: what they do, the trap in their unit or default, when to change them. Made of
/// resources/explanations, which has every text in English and in Korean.
class Explanations
{
public:
    enum class Language { English, Korean };

    static std::shared_ptr<const Explanations> bundled();
    /// The one the program speaks.
    static Language language();

    /// Of a key as it is written; empty: nothing is told about it.
    QString of(const QString& key, Language language = Explanations::language()) const;
    /// Also of an older name, as that release (an index of the catalogue) reads it.
    QString of(const QString& key, const Catalogue& catalogue, int release,
               Language language = Explanations::language()) const;
    /// Keys and patterns that are told about, sorted; with <name> for what may be any word.
    QStringList keys() const;

    /// Every explanation in the language of the program, with type, default and releases of its keys: Markdown.
    QString page(const Catalogue& catalogue) const;

private:
    struct Entry
    {
        QStringList keys;
        QString english, korean;
    };

    void readParagraph(const QStringList& lines);
    const Entry* entryOf(const QString& key) const;

    std::vector<Entry> m_entries;
    QHash<QString, size_t> m_byKey; ///< into m_entries
    QStringList m_patterns;         ///< keys with a <name> in them
};

} // namespace manifest
