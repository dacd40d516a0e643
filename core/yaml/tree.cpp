#include "core/yaml/tree.h"

#include "core/yaml/input.h"
#include "core/yaml/schema.h"
#include "core/yaml/syntaxwords.h"
#include "core/yaml/treebuilder.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

using namespace Qt::StringLiterals;

namespace yaml {

namespace {

qsizetype offsetOf(const QByteArray& text, int line, int column)
{
    qsizetype start = 0;
    for (int i = 0; i < line; ++i) {
        const qsizetype found = text.indexOf('\n', start);
        if (found < 0)
            return text.size();
        start = found + 1;
    }
    return std::min<qsizetype>(start + std::max(column, 0), text.size());
}

Tree::Fault faultOf(const Refusal& refusal, const QByteArray& text)
{
    return {refusal.error, offsetOf(text, refusal.line, refusal.column),
            refusal.what.isEmpty() ? refusal.error.message : refusal.what};
}

constexpr qsizetype unitsStep = 4096;

/// UTF-16 units of UTF-8: one for each first byte, two where it begins four bytes.
qsizetype unitsIn(QByteArrayView text)
{
    qsizetype units = 0;
    for (const char byte : text)
        units += (byte & 0xC0) == 0x80 ? 0 : (byte & 0xF8) == 0xF0 ? 2 : 1;
    return units;
}

bool isPlainWord(const QString& key)
{
    return !key.isEmpty() &&
           std::all_of(key.begin(), key.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-'; });
}

bool isMarker(QByteArrayView line, QByteArrayView marker)
{
    return line.startsWith(marker) && (line.size() == marker.size() || line[marker.size()] == ' ' ||
                                       line[marker.size()] == '\t' || line[marker.size()] == '\r');
}

bool hasContent(QByteArrayView text)
{
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype found = text.indexOf('\n', start);
        const qsizetype end = found < 0 ? text.size() : found;
        const QByteArrayView line = text.sliced(start, end - start).trimmed();
        if (!line.isEmpty() && !line.startsWith('#') && !line.startsWith('%'))
            return true;
        start = end + 1;
    }
    return false;
}

} // namespace

std::variant<Tree, Tree::Fault> Tree::parse(const QByteArray& document, const Limits& limits)
{
    if (const auto problem = problemOfInput(document, limits))
        return faultOf(*problem, document);
    Tree tree;
    tree.m_text = document;
    try {
        std::istringstream stream(document.toStdString());
        YAML::Parser parser(stream);
        TreeBuilder builder(tree, limits);
        while (parser.HandleNextDocument(builder))
            continue;
    } catch (const Refusal& refusal) {
        return faultOf(refusal, document);
    } catch (const YAML::Exception& exception) {
        const auto& [pos, line, column] = exception.mark;
        return faultOf(refusalAt(base::Error::Kind::Decode, syntaxWords(exception.msg), line, column), document);
    }
    return tree;
}

int Tree::resolved(int index) const
{
    return index >= 0 && node(index).kind == Node::Kind::Alias ? node(index).target : index;
}

int Tree::find(int map, QStringView key) const
{
    map = resolved(map);
    if (map < 0 || node(map).kind != Node::Kind::Map)
        return -1;
    const std::vector<int>& children = node(map).children;
    const auto found =
        std::find_if(children.rbegin(), children.rend(), [&](int child) { return node(node(child).key).text == key; });
    return found == children.rend() ? -1 : *found;
}

int Tree::find(int map, const QStringList& keys) const
{
    for (const QString& key : keys)
        map = find(map, QStringView(key));
    return map;
}

int Tree::at(qsizetype offset) const
{
    // Nodes stand in the order of the text, an outer one before its inner ones.
    for (int index = count() - 1; index >= 0; --index) {
        if (node(index).span.contains(offset))
            return index;
    }
    return -1;
}

QString Tree::path(int index) const
{
    QStringList steps;
    for (int at = index; at >= 0; at = node(at).parent) {
        const int parent = node(at).parent;
        if (parent < 0)
            break;
        if (node(parent).kind == Node::Kind::Sequence) {
            const std::vector<int>& children = node(parent).children;
            const auto place = std::find(children.begin(), children.end(), at) - children.begin();
            steps.prepend(u"[%1]"_s.arg(place));
            continue;
        }
        const QString key = node(node(at).key < 0 ? at : node(at).key).text;
        steps.prepend(isPlainWord(key) ? u'.' + key : u"['%1']"_s.arg(key));
    }
    const QString whole = steps.join(QString());
    return whole.startsWith(u'.') ? whole.sliced(1) : whole;
}

std::optional<bool> Tree::truth(int index) const
{
    // The longest such word is "false".
    constexpr qsizetype longest = 5;
    const Node& from = node(index);
    if (from.kind != Node::Kind::Scalar || from.style != Node::Style::Plain || from.isTagged ||
        from.text.size() > longest)
        return std::nullopt;
    const QJsonValue meant = typedScalar(from.text);
    return meant.isBool() ? std::optional(meant.toBool()) : std::nullopt;
}

QJsonValue Tree::value(int index) const
{
    index = resolved(index);
    if (index < 0)
        return QJsonValue(QJsonValue::Undefined);
    const Node& from = node(index);
    switch (from.kind) {
    case Node::Kind::Null:
    case Node::Kind::Alias:
        return QJsonValue(QJsonValue::Null);
    case Node::Kind::Scalar:
        return from.style == Node::Style::Plain && !from.isTagged ? typedScalar(from.text) : QJsonValue(from.text);
    case Node::Kind::Sequence: {
        QJsonArray items;
        for (const int child : from.children)
            items.append(value(child));
        return items;
    }
    case Node::Kind::Map:
        break;
    }
    return mapValue(from);
}

QJsonObject Tree::mapValue(const Node& map) const
{
    QJsonObject object;
    const auto merge = [&object](const QJsonObject& from) {
        for (auto it = from.begin(); it != from.end(); ++it) {
            if (!object.contains(it.key()))
                object.insert(it.key(), it.value());
        }
    };
    const auto isMerge = [this](int child) {
        const Node& key = node(node(child).key);
        return key.style == Node::Style::Plain && key.text == u"<<";
    };
    for (const int child : map.children) {
        if (isMerge(child))
            continue;
        // Readers make a word of a key that is a boolean: "on: 1" is "true": 1.
        const auto isTrue = truth(node(child).key);
        object.insert(!isTrue ? node(node(child).key).text : *isTrue ? u"true"_s : u"false"_s, value(child));
    }
    for (const int child : map.children) {
        if (!isMerge(child))
            continue;
        const QJsonValue merged = value(child);
        merge(merged.toObject());
        const QJsonArray several = merged.toArray();
        for (const QJsonValue& one : several)
            merge(one.toObject());
    }
    return object;
}

LineIndex::LineIndex(const QByteArray& text)
    : m_text(text)
    , m_starts{0}
{
    for (qsizetype found = text.indexOf('\n'); found >= 0; found = text.indexOf('\n', found + 1))
        m_starts.push_back(found + 1);
    m_units.push_back(0);
    for (qsizetype begin = 0; begin + unitsStep <= text.size(); begin += unitsStep)
        m_units.push_back(m_units.back() + unitsIn(QByteArrayView(text).sliced(begin, unitsStep)));
}

/// UTF-16 units before that byte.
qsizetype LineIndex::units(qsizetype offset) const
{
    const qsizetype begin = offset / unitsStep * unitsStep;
    return m_units[static_cast<size_t>(offset / unitsStep)] +
           unitsIn(QByteArrayView(m_text).sliced(begin, offset - begin));
}

LineIndex::Place LineIndex::place(qsizetype offset) const
{
    offset = std::clamp<qsizetype>(offset, 0, m_text.size());
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    const qsizetype start = *std::prev(next);
    return {static_cast<int>(next - m_starts.begin()), static_cast<int>(units(offset) - units(start)) + 1};
}

QList<Span> documentsOf(const QByteArray& stream)
{
    QList<Span> documents;
    qsizetype begin = 0;
    const auto close = [&](qsizetype end) {
        if (hasContent(QByteArrayView(stream).sliced(begin, end - begin)))
            documents.append({begin, end});
    };
    for (qsizetype start = 0; start < stream.size();) {
        const qsizetype found = stream.indexOf('\n', start);
        const qsizetype end = found < 0 ? stream.size() : found;
        const QByteArrayView line = QByteArrayView(stream).sliced(start, end - start);
        if (isMarker(line, "---") || isMarker(line, "...")) {
            close(start);
            begin = start + 3; // what stands behind the marker belongs to its document
        }
        start = end + 1;
    }
    close(stream.size());
    return documents;
}

} // namespace yaml
