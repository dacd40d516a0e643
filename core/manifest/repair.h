#pragma once

#include "core/manifest/catalogue.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace manifest {

/// Something that was done to a pasted text.
struct Repair
{
    enum class Kind {
        Blanks,      ///< no-break spaces, dots drawn for blanks, characters without width
        Quotes,      ///< typographic quotes around values
        Dashes,      ///< dashes and bullets in front of items
        Tabs,        ///< tabs as indentation
        LineNumbers, ///< numbers in front of the lines, or in a column of their own
        Margin,      ///< ">", "|" or "+" in front of every line
        Commands,    ///< prompts of a shell with what was typed
        Fences,      ///< "```" around a block of code
        Prose,       ///< text around manifests
        Separators,  ///< "---" between documents, where it was missing
        Moved,       ///< a manifest that stood farther right as a whole
        Indentation, ///< rebuilt from what the kind may hold
    };

    Kind kind = Kind::Blanks;
    QList<int> lines; ///< of the pasted text, from 1

    /// What was done, for people.
    QString text() const;
};

/// A line whose repair somebody should look at.
struct Doubt
{
    int line = 0;    ///< of the result, from 1
    QString message; ///< for people
};

/// A text that was pasted from a page, as YAML again.
struct RepairedText
{
    QByteArray text;
    QList<Repair> repairs; ///< in the order of Repair::Kind; empty: `text` is what was pasted
    QList<Doubt> doubts;   ///< in the order of the text
    int documents = 0;     ///< in it; 0: there is none that could be made out, or it is too large to look
};

/// Mends what web pages, chats and terminals do to manifests; UTF-8. Manifests of known kinds that lost their
/// indentation get it back, decided by what their kinds may hold; where that leaves a choice, it is told. Text around
/// manifests is left out if there is at least one. Of what can be read already only blanks and quotes that no YAML
/// knows are touched. `operatorMinor` is the 15 of 1.15.
RepairedText repaired(const QByteArray& pasted, const Catalogue& catalogue, int operatorMinor);

} // namespace manifest
