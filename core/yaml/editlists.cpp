#include "core/yaml/editor.h"

#include <QJsonArray>

#include <algorithm>

namespace yaml {

using base::Result;

Changes Editor::texts(const QStringList& texts)
{
    const Result<Way> way = find();
    if (!way)
        return way.error();
    const QJsonArray wanted = QJsonArray::fromStringList(texts);
    const Node& last = m_tree.node(way->last);
    if (way->rest.isEmpty() && last.kind == Node::Kind::Sequence)
        return checked(itemChanges(last, texts), wanted);
    if (!way->rest.isEmpty() || last.kind == Node::Kind::Null)
        return checked(listAt(*way, texts), wanted);
    return refusal(otherText());
}

Changes Editor::listAt(const Way& way, const QStringList& texts) const
{
    const auto item = [](const QString& text, Around around) {
        return scalarText(text, Meaning::Text, Node::Style::Plain, around);
    };
    const auto block = [&](int column) {
        QByteArray list;
        for (const QString& text : texts)
            list += '\n' + QByteArray(column, ' ') + "- " + item(text, Around::Block);
        return list;
    };
    if (way.rest.isEmpty()) {
        const Node& null = m_tree.node(way.last);
        if (null.key < 0 || isFlow(m_tree.node(null.parent)) || null.span.length() > 0)
            return refusal(handText());
        const qsizetype end = lineEnd(null.span.end);
        return QList<Change>{{{end, end}, block(m_tree.node(null.key).column + step)}};
    }
    return inserted(way, block, [&] {
        QByteArrayList items;
        for (const QString& text : texts)
            items.append(item(text, Around::Flow));
        return '[' + items.join(", ") + ']';
    });
}

Changes Editor::itemChanges(const Node& list, const QStringList& texts) const
{
    for (const int item : list.children) {
        if (const QString why = whyNotWritable(m_tree, item); !why.isEmpty())
            return refusal(why);
    }
    const auto count = static_cast<qsizetype>(list.children.size());
    const Around around = isFlow(list) ? Around::Flow : Around::Block;
    const auto item = [&](qsizetype i) -> const Node& { return m_tree.node(list.children[static_cast<size_t>(i)]); };
    qsizetype first = 0, same = 0; // at the beginning, at the end
    while (first < std::min(count, texts.size()) && item(first).text == texts[first])
        ++first;
    while (same < std::min(count, texts.size()) - first &&
           item(count - 1 - same).text == texts[texts.size() - 1 - same])
        ++same;
    const qsizetype oldEnd = count - same, newEnd = texts.size() - same;
    QList<Change> changes;
    qsizetype at = first;
    for (; at < std::min(oldEnd, newEnd); ++at)
        changes.append({item(at).span, scalarText(texts[at], Meaning::Text, item(at).style, around)});
    if (count == 0)
        return QList<Change>{{list.span, '[' + joined(texts, around) + ']'}};
    const QStringList added = texts.sliced(at, newEnd - at);
    if (!added.isEmpty())
        changes.append(around == Around::Flow ? newInFlow(list, at, added) : newInBlock(list, at, added));
    for (qsizetype i = at; i < oldEnd; ++i)
        changes.append(around == Around::Flow ? withoutInFlow(list, i) : wholeLines(item(i).span));
    return changes;
}

QByteArray Editor::joined(const QStringList& texts, Around around)
{
    QByteArrayList items;
    for (const QString& text : texts)
        items.append(scalarText(text, Meaning::Text, Node::Style::Plain, around));
    return items.join(", ");
}

Change Editor::newInFlow(const Node& list, qsizetype at, const QStringList& texts) const
{
    const QByteArray items = joined(texts, Around::Flow);
    if (at == 0) {
        const qsizetype begin = m_tree.node(list.children.front()).span.begin;
        return {{begin, begin}, items + ", "};
    }
    const qsizetype end = m_tree.node(list.children[static_cast<size_t>(at - 1)]).span.end;
    return {{end, end}, ", " + items};
}

Change Editor::newInBlock(const Node& list, qsizetype at, const QStringList& texts) const
{
    const Node& beside = m_tree.node(list.children[static_cast<size_t>(std::max<qsizetype>(at - 1, 0))]);
    const qsizetype start = lineStart(beside.span.begin);
    const QByteArray dash = m_text.mid(start, beside.span.begin - start);
    QByteArray items;
    for (const QString& text : texts) {
        const QByteArray line = dash + scalarText(text, Meaning::Text, Node::Style::Plain, Around::Block);
        items += at == 0 ? line + '\n' : '\n' + line;
    }
    const qsizetype place = at == 0 ? start : lineEnd(beside.span.end);
    return {{place, place}, items};
}

/// With a comment that stands behind it.
Change Editor::wholeLines(Span value) const
{
    const qsizetype begin = lineStart(value.begin), end = lineEnd(value.end);
    if (end < m_text.size())
        return {{begin, end + 1}, {}};
    return {{std::max<qsizetype>(begin - 1, 0), end}, {}};
}

Change Editor::withoutInFlow(const Node& list, qsizetype at) const
{
    const Node& node = m_tree.node(list.children[static_cast<size_t>(at)]);
    const qsizetype begin = node.key < 0 ? node.span.begin : m_tree.node(node.key).span.begin;
    if (at > 0)
        return {{m_tree.node(list.children[static_cast<size_t>(at - 1)]).span.end, node.span.end}, {}};
    if (list.children.size() < 2)
        return {{begin, node.span.end}, {}};
    const Node& next = m_tree.node(list.children[1]);
    return {{begin, next.key < 0 ? next.span.begin : m_tree.node(next.key).span.begin}, {}};
}

} // namespace yaml
