#pragma once

#include "core/base/result.h"
#include "core/yaml/yaml.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace yaml {

/// Bytes of the document's text, `end` behind the last one.
struct Span
{
    qsizetype begin = 0, end = 0;

    qsizetype length() const { return end - begin; }
    bool contains(qsizetype offset) const { return offset >= begin && offset <= end; }

    friend bool operator==(const Span&, const Span&) = default;
};

/// One value or key as it stands in the text.
struct Node
{
    enum class Kind { Null, Scalar, Sequence, Map, Alias };
    enum class Style {
        Plain, ///< of a Null: written out, or nothing at all
        SingleQuoted,
        DoubleQuoted,
        Literal,
        Folded,
        Block,
        Flow,
    };

    Kind kind = Kind::Null;
    Style style = Style::Plain;
    QString text; ///< of scalars: what they mean; of nulls: "null"
    Span span;    ///< without anchor, tag and what stands around; of what is not written: where it would stand
    int parent = -1;
    int key = -1;              ///< the node of its key, when it is a value of a map
    int target = -1;           ///< of an alias
    int column = 0;            ///< bytes before it in its line
    bool hasAnchor = false;    ///< others may refer to it
    bool isTagged = false;     ///< a tag says that it is no number, but text
    std::vector<int> children; ///< values of a map, or items, in the order of the text
};

/// A YAML document with the place of everything in it. Unlike read() it keeps order, styles, and keys that stand twice.
/// Nothing is expanded: aliases stay what they are.
class Tree
{
public:
    /// What is wrong, and where; an error of base with its place in the text.
    struct Fault
    {
        base::Error error;
        qsizetype offset = 0;
        QString what = {}; ///< the error's message without its place
    };

    /// Reads one document, UTF-8, without "---" of others. `fault` is told in its place where it cannot be read.
    static std::variant<Tree, Fault> parse(const QByteArray& document, const Limits& limits = {});

    /// -1: the document is empty.
    int root() const { return m_nodes.empty() ? -1 : 0; }
    const Node& node(int index) const { return m_nodes[static_cast<size_t>(index)]; }
    int count() const { return static_cast<int>(m_nodes.size()); }
    const QByteArray& text() const { return m_text; }

    /// The value of a key, the last where it stands twice; aliases are followed. -1: there is none, or `map` is none.
    int find(int map, QStringView key) const;
    /// The same, step by step.
    int find(int map, const QStringList& keys) const;
    /// The innermost value or key at that byte; -1: none.
    int at(qsizetype offset) const;
    /// Follows aliases.
    int resolved(int index) const;
    /// From the root: spec.job.args[0]; keys that are no plain words in brackets: spec.flinkConfiguration['a.b'].
    QString path(int index) const;
    /// Of a scalar that readers take for true or false, as a plain yes; nothing: it is none.
    std::optional<bool> truth(int index) const;
    /// What it means, with aliases expanded and merge keys merged, scalars typed.
    QJsonValue value(int index) const;

private:
    friend class TreeBuilder;

    QJsonObject mapValue(const Node& map) const;

    QByteArray m_text;
    std::vector<Node> m_nodes;
};

/// Places in a text, from 1, columns in characters (UTF-16 units, as editors count).
class LineIndex
{
public:
    struct Place
    {
        int line = 1, column = 1;

        friend bool operator==(const Place&, const Place&) = default;
    };

    explicit LineIndex(const QByteArray& text);
    Place place(qsizetype offset) const;

private:
    qsizetype units(qsizetype offset) const;

    QByteArray m_text;
    std::vector<qsizetype> m_starts;
    std::vector<qsizetype> m_units; ///< before every 4 KiB: a place in an endless line is found without counting it all
};

/// Where the documents of a stream stand, without their "---" and "..." lines. A text that is empty but for comments
/// has none.
QList<Span> documentsOf(const QByteArray& stream);

} // namespace yaml
