#include "core/yaml/treebuilder.h"

#include "core/yaml/builder.h"
#include "core/yaml/input.h"
#include "core/yaml/schema.h"

#include <QCoreApplication>

#include <yaml-cpp/mark.h>

#include <algorithm>

namespace yaml {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(yaml::Text)
};

using Kind = base::Error::Kind;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

TreeBuilder::TreeBuilder(Tree& tree, const Limits& limits)
    : m_tree(tree)
    , m_limits(limits)
{
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark)
{
    // The parser takes what can begin no value, such as a brace too many, for empty documents without end.
    if (m_documentStart >= 0)
        throw refusalAt(Kind::Decode, Text::tr("No value can begin here."), mark.line, mark.column);
    m_documentStart = mark.pos;
}

void TreeBuilder::OnDocumentEnd() {}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor)
{
    Node node = nodeAt(mark);
    node.text = QStringLiteral("null");
    if (isNullWritten(node.span.begin)) {
        qsizetype end = node.span.begin;
        while (end < m_tree.m_text.size() &&
               (QChar::isLetter(uint(uchar(m_tree.m_text[end]))) || m_tree.m_text[end] == '~'))
            ++end;
        node.span.end = end;
    } else if (!m_open.empty()) {
        // Behind the colon of its key, or behind the dash.
        const Frame& frame = m_open.back();
        // No object of Kubernetes may have such a key.
        if (frame.key < 0 && m_tree.node(frame.node).kind == Node::Kind::Map)
            throw refusalAt(Kind::Decode, Text::tr("In front of this colon a key is missing."), mark.line, mark.column);
        qsizetype from = frame.key >= 0 ? m_tree.node(frame.key).span.end : node.span.begin;
        if (frame.key >= 0) {
            expectColon(frame);
            const qsizetype colon = behindBlanks(m_tree.m_text, from);
            from = colon < m_tree.m_text.size() && m_tree.m_text[colon] == ':' ? colon + 1 : from;
        } else {
            while (from > 0 && isSpace(m_tree.m_text[from - 1]))
                --from;
        }
        node.span = {from, from};
    }
    add(std::move(node), anchor);
}

/// The parser lets a key at the end of a text go without its colon, which no reader of Kubernetes does.
void TreeBuilder::expectColon(const Frame& frame) const
{
    const QByteArray& text = m_tree.m_text;
    const Node& map = m_tree.node(frame.node);
    const Node& key = m_tree.node(frame.key);
    // A pair in a list of flow style is told as a map of block style.
    const bool isInFlow = std::any_of(m_open.begin(), m_open.end(), [this](const Frame& one) {
        return m_tree.node(one.node).style == Node::Style::Flow;
    });
    if (isInFlow)
        return;
    const qsizetype behind = behindBlanks(text, key.span.end);
    const qsizetype from = map.children.empty() ? map.span.begin : m_tree.node(map.children.back()).span.end;
    const qsizetype first = behindBlanks(text, from);
    // "? key" needs none.
    const bool isMarked =
        first + 1 < text.size() && first < key.span.begin && text[first] == '?' && isSpace(text[first + 1]);
    if (isMarked || (behind < text.size() && text[behind] == ':'))
        return;
    const auto line = static_cast<int>(QByteArrayView(text).first(key.span.begin).count('\n'));
    throw refusalAt(Kind::Decode, Text::tr("Behind this key a colon is missing."), line, key.column);
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor)
{
    Node node = nodeAt(mark);
    node.kind = Node::Kind::Alias;
    node.target = m_anchors.value(anchor, -1);
    qsizetype end = node.span.begin;
    while (end < m_tree.m_text.size() && !isSpace(m_tree.m_text[end]) && !strchr(",]}", m_tree.m_text[end]))
        ++end;
    node.span.end = end;
    const auto isOpen = [&](const Frame& frame) { return frame.node == node.target; };
    if (node.target < 0 || std::any_of(m_open.begin(), m_open.end(), isOpen))
        throw refusalAt(Kind::Decode, Text::tr("An alias refers to the value it is part of."), mark.line, mark.column);
    add(std::move(node), YAML::NullAnchor);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value)
{
    Node node = nodeAt(mark);
    node.kind = Node::Kind::Scalar;
    node.text = unicode(value);
    // Behind a tag alone the quotes may be those of the next key.
    if (!value.empty() || isInside(node.span.begin))
        placeScalar(node, QByteArray::fromStdString(value));
    // "!" is also how the parser tells of quotes.
    const bool isPlain = node.style == Node::Style::Plain;
    // What a tag alone makes a text stands behind it, not where the next word is.
    for (qsizetype& at = node.span.begin; isPlain && value.empty() && at > mark.pos && isSpace(m_tree.m_text[at - 1]);)
        node.span.end = --at;
    node.isTagged = (isPlain || tag != "!") && !readsAsPlain(tag);
    if (node.span.end < 0)
        throw openQuote(mark.line, mark.column);
    add(std::move(node), anchor);
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style)
{
    open(Node::Kind::Sequence, mark, anchor, style);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style)
{
    open(Node::Kind::Map, mark, anchor, style);
}

void TreeBuilder::OnSequenceEnd()
{
    close();
}

void TreeBuilder::OnMapEnd()
{
    close();
}

int TreeBuilder::add(Node node, YAML::anchor_t anchor)
{
    const int index = m_tree.count();
    node.hasAnchor = anchor != YAML::NullAnchor;
    if (node.hasAnchor)
        m_anchors.insert(anchor, index);
    if (!m_open.empty()) {
        Frame& frame = m_open.back();
        Node& parent = m_tree.m_nodes[static_cast<size_t>(frame.node)];
        node.parent = frame.node;
        if (parent.kind == Node::Kind::Map && frame.key < 0) {
            frame.key = index;
        } else {
            node.key = std::exchange(frame.key, -1);
            parent.children.push_back(index);
        }
    }
    m_tree.m_nodes.push_back(std::move(node));
    return index;
}

void TreeBuilder::open(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor, YAML::EmitterStyle::value style)
{
    if (static_cast<int>(m_open.size()) >= m_limits.depth)
        throw refusalAt(Kind::TooLarge, Text::tr("The document is nested deeper than %1 levels.").arg(m_limits.depth),
                        mark.line, mark.column);
    if (!m_open.empty() && m_tree.node(m_open.back().node).kind == Node::Kind::Map && m_open.back().key < 0)
        throw refusalAt(Kind::Decode, Text::tr("A key must be a text, not a list or a map."), mark.line, mark.column);
    Node node = nodeAt(mark);
    node.kind = kind;
    // A pair in a flow sequence, [a: b], is told as a map of flow style without having braces.
    const char bracket = node.span.begin < m_tree.m_text.size() ? m_tree.m_text[node.span.begin] : '\0';
    const bool isFlow = style == YAML::EmitterStyle::Flow && bracket == (kind == Node::Kind::Map ? '{' : '[');
    node.style = isFlow ? Node::Style::Flow : Node::Style::Block;
    m_open.push_back({add(std::move(node), anchor), -1});
}

void TreeBuilder::close()
{
    Node& node = m_tree.m_nodes[static_cast<size_t>(m_open.back().node)];
    m_open.pop_back();
    if (node.style == Node::Style::Flow)
        node.span.end = endOfFlow(node);
    else if (!node.children.empty())
        node.span.end = std::max(node.span.end, m_tree.node(node.children.back()).span.end);
}

/// Of nothing yet, behind the anchor and the tag at that mark.
Node TreeBuilder::nodeAt(const YAML::Mark& mark) const
{
    const QByteArray& text = m_tree.m_text;
    const qsizetype place = std::min<qsizetype>(mark.pos, text.size());
    const qsizetype begin = behindProperties(text, place);
    // The parser asks for none; readers of Kubernetes do.
    if (begin > place && begin < text.size() && !isSpace(text[begin - 1]) && !strchr(",]}", text[begin]))
        throw refusalAt(Kind::Decode, Text::tr("Behind a tag or an anchor a blank is missing."), mark.line,
                        mark.column);
    Node node;
    node.span = {begin, begin};
    node.column = static_cast<int>(begin - startOfLine(begin));
    return node;
}

bool TreeBuilder::isNullWritten(qsizetype offset) const
{
    const QByteArrayView rest = QByteArrayView(m_tree.m_text).sliced(offset);
    const auto isWord = [&rest](QByteArrayView word) {
        return rest.startsWith(word) &&
               (rest.size() == word.size() || isSpace(rest[word.size()]) || strchr(",]}:", rest[word.size()]));
    };
    if (!isWord("~") && !isWord("null") && !isWord("Null") && !isWord("NULL"))
        return false;
    return isInside(offset);
}

/// Whether what begins there is deep enough to belong to what is open. The parser tells of a value that is not written
/// at the place of what follows it.
bool TreeBuilder::isInside(qsizetype offset) const
{
    if (m_open.empty() || m_tree.node(m_open.back().node).style == Node::Style::Flow)
        return true;
    const Frame& frame = m_open.back();
    const qsizetype before = frame.key >= 0 ? m_tree.node(frame.key).span.end : m_tree.node(frame.node).span.begin;
    if (frame.key < 0 && m_tree.node(frame.node).kind == Node::Kind::Map)
        return true; // as a key
    if (frame.key >= 0 && offset < before)
        return false; // it is the key itself
    const qsizetype line = startOfLine(offset);
    return before >= line || offset - line > m_tree.node(frame.node).column;
}

void TreeBuilder::placeScalar(Node& node, const QByteArray& value) const
{
    const qsizetype begin = node.span.begin;
    const char first = begin < m_tree.m_text.size() ? m_tree.m_text[begin] : '\0';
    switch (first) {
    case '\'':
    case '"':
        node.style = first == '"' ? Node::Style::DoubleQuoted : Node::Style::SingleQuoted;
        node.span.end = behindQuoted(m_tree.m_text, begin);
        break;
    case '|':
    case '>':
        node.style = first == '|' ? Node::Style::Literal : Node::Style::Folded;
        node.span.end = endOfBlock(begin);
        break;
    default:
        node.span.end = endOfPlain(begin, value);
    }
}

/// Only its line breaks are written otherwise than they are meant.
qsizetype TreeBuilder::endOfPlain(qsizetype begin, const QByteArray& value) const
{
    const QByteArray& text = m_tree.m_text;
    qsizetype at = begin;
    for (qsizetype i = 0; i < value.size() && at < text.size();) {
        if (isSpace(value[i])) {
            while (i < value.size() && isSpace(value[i]))
                ++i;
            while (at < text.size() && isSpace(text[at]))
                ++at;
        } else {
            ++i;
            ++at;
        }
    }
    return at;
}

/// Behind the last line that belongs to a literal or folded text, without its line break.
qsizetype TreeBuilder::endOfBlock(qsizetype begin) const
{
    const QByteArray& text = m_tree.m_text;
    const auto lineEnd = [&text](qsizetype at) {
        const qsizetype found = text.indexOf('\n', at);
        return found < 0 ? text.size() : found;
    };
    const int outer = m_open.empty() ? -1 : m_tree.node(m_open.back().node).column;
    qsizetype end = lineEnd(begin);
    qsizetype indent = -1;
    for (qsizetype at = begin + 1; at < end && !isSpace(text[at]); ++at) {
        if (text[at] >= '1' && text[at] <= '9')
            indent = std::max(outer, 0) + (text[at] - '0');
    }
    for (qsizetype at = end + 1; at <= text.size();) {
        const qsizetype stop = lineEnd(at);
        qsizetype content = at;
        while (content < stop && text[content] == ' ')
            ++content;
        const bool isEmpty = content == stop || (text[content] == '\r' && content + 1 == stop);
        if (!isEmpty) {
            if (indent < 0)
                indent = content - at;
            if (content - at < indent || content - at <= outer)
                break;
            end = stop;
        }
        at = stop + 1;
    }
    while (end > begin && text[end - 1] == '\r')
        --end;
    return end;
}

qsizetype TreeBuilder::startOfLine(qsizetype offset) const
{
    // Marks come in order: only what lies between them is looked through, so that an endless line costs no more.
    const bool isBehind = offset >= m_line.offset;
    const qsizetype from = isBehind ? m_line.offset : 0;
    const qsizetype found = QByteArrayView(m_tree.m_text).sliced(from, offset - from).lastIndexOf('\n');
    m_line = {offset, found >= 0 ? from + found + 1 : isBehind ? m_line.start : 0};
    return m_line.start;
}

qsizetype TreeBuilder::endOfFlow(const Node& node) const
{
    const QByteArray& text = m_tree.m_text;
    const char bracket = node.kind == Node::Kind::Map ? '}' : ']';
    qsizetype at = node.children.empty() ? node.span.begin + 1 : m_tree.node(node.children.back()).span.end;
    while ((at = behindBlanks(m_tree.m_text, at)) < text.size() && text[at] != bracket)
        ++at;
    return std::min(at + 1, text.size());
}

} // namespace yaml
