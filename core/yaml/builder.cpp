#include "core/yaml/builder.h"

#include "core/yaml/schema.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringDecoder>

#include <yaml-cpp/mark.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace yaml {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(yaml::Text)
};

using base::Error;
using Kind = Error::Kind;

} // namespace

Error errorAt(Kind kind, const QString& what, int line, int column)
{
    Error error;
    error.kind = kind;
    error.message = Text::tr("The text cannot be read as YAML at line %1, column %2: %3")
                        .arg(QString::number(line + 1), QString::number(column + 1), what);
    error.detail = u"line %1, column %2"_s.arg(line + 1).arg(column + 1);
    return error;
}

Refusal refusalAt(Kind kind, const QString& what, int line, int column)
{
    return {errorAt(kind, what, line, column), line, column, what};
}

Builder::Builder(Scalars scalars, const Limits& limits)
    : m_scalars(scalars)
    , m_limits(limits)
{
}

QJsonValue Builder::takeDocument()
{
    return std::exchange(m_document, QJsonValue());
}

void Builder::OnDocumentStart(const YAML::Mark& mark)
{
    // The parser takes what can begin no value, such as a brace too many, for empty documents without end.
    if (std::exchange(m_documentStart, mark.pos) == mark.pos)
        throw refusalAt(Kind::Decode, Text::tr("No value can begin here."), mark.line, mark.column);
    m_open.clear();
    m_anchors.clear();
    m_document = QJsonValue();
}

void Builder::OnDocumentEnd() {}

void Builder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor)
{
    const Node node{QJsonValue(QJsonValue::Null), u"null"_s, true, false, 1};
    remember(anchor, node);
    add(node, {mark.line, mark.column});
}

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor)
{
    const auto found = m_anchors.constFind(anchor);
    if (found == m_anchors.constEnd())
        throw refusalAt(Kind::Decode, Text::tr("An alias refers to the value it is part of."), mark.line, mark.column);
    m_expanded += found->size;
    if (m_expanded > m_limits.aliasExpansion)
        throw refusalAt(Kind::TooLarge, Text::tr("Aliases make the document larger than is allowed."), mark.line,
                        mark.column);
    Node node = *found;
    node.isMergeKey = false;
    add(std::move(node), {mark.line, mark.column});
}

void Builder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value)
{
    m_scalar = mark;
    const QString text = unicode(value);
    const Node node{scalar(tag, text), text, true, tag == "?" && text == u"<<", 1};
    remember(anchor, node);
    add(node, {mark.line, mark.column});
}

void Builder::OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                              YAML::EmitterStyle::value)
{
    open(Frame::Kind::Sequence, mark, anchor);
}

void Builder::OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value)
{
    open(Frame::Kind::Map, mark, anchor);
}

void Builder::OnSequenceEnd()
{
    Frame frame = std::move(m_open.back());
    m_open.pop_back();
    QJsonArray array;
    for (const QJsonValue& item : std::as_const(frame.items))
        array.append(item);
    const Node node{array, {}, false, false, frame.size};
    remember(frame.anchor, node);
    add(node, m_last);
}

void Builder::OnMapEnd()
{
    Frame frame = std::move(m_open.back());
    m_open.pop_back();
    const Node node{closedMap(frame), {}, false, false, frame.size};
    remember(frame.anchor, node);
    add(node, m_last);
}

void Builder::open(Frame::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor)
{
    m_last = {mark.line, mark.column};
    if (static_cast<int>(m_open.size()) >= m_limits.depth)
        throw refusalAt(Kind::TooLarge, Text::tr("The document is nested deeper than %1 levels.").arg(m_limits.depth),
                        mark.line, mark.column);
    if (!m_open.empty() && m_open.back().kind == Frame::Kind::Map && !m_open.back().key && !m_open.back().mergeNext)
        throw refusalAt(Kind::Decode, Text::tr("A key must be a text, not a list or a map."), mark.line, mark.column);
    Frame frame;
    frame.kind = kind;
    frame.anchor = anchor;
    m_open.push_back(std::move(frame));
}

void Builder::add(Node node, Place place)
{
    m_last = place;
    if (m_open.empty()) {
        m_document = node.value;
        return;
    }
    Frame& frame = m_open.back();
    frame.size += node.size;
    if (frame.kind == Frame::Kind::Sequence) {
        frame.items.append(node.value);
    } else if (frame.mergeNext) {
        frame.mergeNext = false;
        frame.merged.push_back(node.value);
    } else if (frame.key) {
        frame.entries.emplace_back(*std::exchange(frame.key, std::nullopt), node.value);
    } else {
        addKey(node, place, frame);
    }
}

void Builder::addKey(const Node& node, Place place, Frame& frame)
{
    if (!node.isScalar)
        throw refusalAt(Kind::Decode, Text::tr("A key must be a text, not a list or a map."), place.line, place.column);
    if (node.isMergeKey) {
        frame.mergeNext = true;
        return;
    }
    const qsizetype before = frame.keys.size();
    // Readers make a word of a key that is a boolean: "on: 1" is "true": 1.
    const QString key = !node.value.isBool() ? node.text : node.value.toBool() ? u"true"_s : u"false"_s;
    frame.keys.insert(key);
    if (frame.keys.size() == before)
        throw refusalAt(Kind::Decode, Text::tr("The key \"%1\" stands here twice.").arg(node.text.left(100)),
                        place.line, place.column);
    frame.key = key;
}

void Builder::remember(YAML::anchor_t anchor, const Node& node)
{
    if (anchor != YAML::NullAnchor)
        m_anchors.insert(anchor, node);
}

QJsonValue Builder::scalar(const std::string& tag, const QString& text) const
{
    if (m_scalars == Scalars::AsText || !readsAsPlain(tag))
        return text;
    return typedScalar(text);
}

/// Sorted before it is inserted: inserting into the middle of a large QJsonObject costs its whole length each time.
QJsonValue Builder::closedMap(Frame& frame) const
{
    const auto merge = [&frame](const QJsonObject& from) {
        for (auto it = from.begin(); it != from.end(); ++it) {
            const qsizetype before = frame.keys.size();
            frame.keys.insert(it.key());
            if (frame.keys.size() != before)
                frame.entries.emplace_back(it.key(), it.value());
        }
    };
    for (const QJsonValue& merged : frame.merged) {
        merge(merged.toObject());
        const QJsonArray several = merged.toArray();
        for (const QJsonValue& one : several)
            merge(one.toObject());
    }
    std::sort(frame.entries.begin(), frame.entries.end(),
              [](const auto& left, const auto& right) { return left.first < right.first; });
    QJsonObject object;
    for (const auto& [key, value] : frame.entries)
        object.insert(key, value);
    return object;
}

} // namespace yaml
