#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace manifest {

/// What one line of YAML says by itself, wherever it stands.
struct PastedLine
{
    enum class Kind {
        Blank,
        Comment,
        Key,       ///< "key:" or "key: value"
        Item,      ///< "- …"
        Continued, ///< of a flow collection or a quoted scalar that began above
        Other,     ///< text: of a block scalar, of a plain scalar, or no YAML at all
    };

    Kind kind = Kind::Blank;
    int column = 0;       ///< blanks before it
    QString content;      ///< without blanks around it
    QString key;          ///< of a Key, or of an Item that begins with one; without quotes
    int keyColumn = 0;    ///< of the key, or of what an Item holds, behind `column`
    QString value;        ///< behind colon or dash, without comment, anchor and tag
    bool opens = false;   ///< what it holds stands below: there is no value
    bool isBlock = false; ///< what it holds is a block scalar below
    int owner = -1;       ///< of a Continued: the line that began it

    bool isStructure() const { return kind == Kind::Key || kind == Kind::Item; }
};

/// Each line of a text, which are split at their ends already.
QList<PastedLine> pastedLines(const QStringList& lines);

/// The place of the colon that ends a key at the beginning of `content`; -1: there is none.
qsizetype keyEnd(QStringView content);

} // namespace manifest
