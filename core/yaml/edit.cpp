#include "core/yaml/edit.h"

#include "core/yaml/editor.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace yaml {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(yaml::Text)
};

/// What a document says without expanding anything, so that it is never larger than its text.
QJsonValue bareValue(const Tree& tree, int index)
{
    const Node& node = tree.node(index);
    switch (node.kind) {
    case Node::Kind::Map: {
        QJsonObject object;
        for (const int child : node.children)
            object.insert(tree.node(tree.node(child).key).text, bareValue(tree, child));
        return object;
    }
    case Node::Kind::Sequence: {
        QJsonArray items;
        for (const int child : node.children)
            items.append(bareValue(tree, child));
        return items;
    }
    case Node::Kind::Alias:
        return QString::fromUtf8(tree.text().mid(node.span.begin, node.span.length()));
    case Node::Kind::Null:
    case Node::Kind::Scalar:
        break;
    }
    return tree.value(index);
}

QJsonValue placed(const QJsonValue& in, const QStringList& keys, const std::optional<QJsonValue>& value)
{
    QJsonObject object = in.toObject();
    const QString& key = keys.first();
    if (keys.size() > 1)
        object[key] = placed(object.value(key), keys.sliced(1), value);
    else if (value)
        object[key] = *value;
    else
        object.remove(key);
    return object;
}

} // namespace

using base::Result;

bool isFlow(const Node& node)
{
    return node.style == Node::Style::Flow;
}

base::Error refusal(const QString& why)
{
    return {base::Error::Kind::Invalid, why};
}

QString sharedText()
{
    return Text::tr("Others share this value through an anchor: change it in the text.");
}

QString otherText()
{
    return Text::tr("Something else stands in this place: change it in the text.");
}

QString handText()
{
    return Text::tr("This place is written in a way that only the text can change.");
}

Editor::Editor(const Tree& tree, const Setting& setting)
    : m_tree(tree)
    , m_text(tree.text())
    , m_setting(setting)
{
}

Changes Editor::scalar(const QString& text)
{
    const QJsonValue wanted = m_setting.meaning == Meaning::Typed ? typed(text) : QJsonValue(text);
    return written(wanted, [this, &text](Node::Style like, Around around) {
        return scalarText(text, m_setting.meaning, like, around);
    });
}

Changes Editor::removed()
{
    const Result<Way> way = find();
    if (!way)
        return way.error();
    if (!way->rest.isEmpty())
        return QList<Change>{};
    const Node& node = m_tree.node(way->last);
    if (node.key < 0 || node.parent < 0)
        return refusal(otherText());
    return checked(removal(node), std::nullopt);
}

/// Nothing on the way may be shared.
Result<Editor::Way> Editor::find() const
{
    int at = m_tree.root();
    if (at < 0 || m_setting.keys.isEmpty())
        return refusal(otherText());
    for (qsizetype i = 0;; ++i) {
        const Node& node = m_tree.node(at);
        if (node.kind == Node::Kind::Alias || node.hasAnchor)
            return refusal(sharedText());
        if (i == m_setting.keys.size())
            return Way{at, {}};
        if (node.kind != Node::Kind::Map && node.kind != Node::Kind::Null)
            return refusal(otherText());
        const int next = m_tree.find(at, QStringView(m_setting.keys[i]));
        if (next < 0)
            return Way{at, m_setting.keys.sliced(i)};
        at = next;
    }
}

Changes Editor::written(const QJsonValue& wanted, const Write& write) const
{
    const Result<Way> way = find();
    if (!way)
        return way.error();
    const Node& node = m_tree.node(way->last);
    if (!way->rest.isEmpty())
        return checked(insertion(*way, write), wanted);
    if (const QString why = whyNotWritable(m_tree, way->last); !why.isEmpty())
        return refusal(why);
    const Around around = node.parent >= 0 && isFlow(m_tree.node(node.parent)) ? Around::Flow : Around::Block;
    QByteArray text = write(node.style, around);
    if (node.span.length() == 0)
        text.prepend(' ');
    return checked(QList<Change>{{node.span, text}}, wanted);
}

/// What is answered means what was wanted, and everything else what it did.
Changes Editor::checked(const Changes& changes, const std::optional<QJsonValue>& wanted) const
{
    if (!changes)
        return changes;
    const auto parsed = Tree::parse(changed(m_text, *changes));
    const Tree* after = std::get_if<Tree>(&parsed);
    if (!after || after->root() < 0)
        return refusal(handText());
    const QJsonValue expected = placed(bareValue(m_tree, m_tree.root()), m_setting.keys, wanted);
    return bareValue(*after, after->root()) == expected ? changes : refusal(handText());
}

QJsonValue Editor::typed(const QString& text)
{
    const auto parsed = Tree::parse(text.toUtf8());
    const Tree* tree = std::get_if<Tree>(&parsed);
    return tree && tree->root() >= 0 ? tree->value(tree->root()) : QJsonValue(text);
}

qsizetype Editor::lineStart(qsizetype at) const
{
    return at == 0 ? 0 : m_text.lastIndexOf('\n', at - 1) + 1;
}

qsizetype Editor::lineEnd(qsizetype at) const
{
    const qsizetype found = m_text.indexOf('\n', at);
    return found < 0 ? m_text.size() : found;
}

QByteArrayView Editor::between(qsizetype begin, qsizetype end) const
{
    return QByteArrayView(m_text).sliced(begin, std::max<qsizetype>(end - begin, 0));
}

bool Editor::isBlank(qsizetype begin, qsizetype end) const
{
    return between(begin, end).trimmed().isEmpty();
}

qsizetype Editor::behindColon(const Node& node) const
{
    const qsizetype colon = m_text.indexOf(':', m_tree.node(node.key).span.end);
    return colon < 0 ? node.span.begin : colon + 1;
}

QByteArray Editor::keyText(const QString& key, Around around)
{
    return scalarText(key, Meaning::Text, Node::Style::Plain, around);
}

/// Lines for keys below each other, the first without its line break and blanks.
QByteArray Editor::lines(const QStringList& keys, int column, const QByteArray& value)
{
    QByteArray text;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (i > 0)
            text += '\n' + QByteArray(column + step * i, ' ');
        text += keyText(keys[i], Around::Block) + ':';
    }
    return text + value;
}

QByteArray Editor::braces(const QStringList& keys, const QByteArray& value)
{
    QByteArray text = keyText(keys.last(), Around::Flow) + ": " + value;
    for (qsizetype i = keys.size() - 2; i >= 0; --i)
        text = keyText(keys[i], Around::Flow) + ": {" + text + '}';
    return text;
}

Changes Editor::insertion(const Way& way, const Write& write) const
{
    return inserted(
        way, [&write](int) { return ' ' + write(Node::Style::Plain, Around::Block); },
        [&write] { return write(Node::Style::Plain, Around::Flow); });
}

Changes Editor::inserted(const Way& way, const std::function<QByteArray(int column)>& block,
                         const std::function<QByteArray()>& flow) const
{
    const Node& map = m_tree.node(way.last);
    const bool isWithinFlow = map.parent >= 0 && isFlow(m_tree.node(map.parent));
    const auto deeper = [&](int column) {
        const int last = column + step * (static_cast<int>(way.rest.size()) - 1);
        return lines(way.rest, column, block(last + step));
    };
    if (map.kind == Node::Kind::Map && !isFlow(map)) {
        const Node& before = m_tree.node(siblingBefore(map, way.rest.first()));
        const int column = m_tree.node(before.key).column;
        const qsizetype end = lineEnd(before.span.end);
        return QList<Change>{{{end, end}, '\n' + QByteArray(column, ' ') + deeper(column)}};
    }
    const bool isEmpty = map.children.empty();
    const bool isAlone = map.key >= 0 && isEmpty && !isWithinFlow &&
                         (map.kind == Node::Kind::Null ? map.span.length() == 0
                                                       : isBlank(map.span.end, lineEnd(map.span.end)) &&
                                                             isBlank(behindColon(map), map.span.begin));
    if (isAlone) {
        const int column = m_tree.node(map.key).column + step;
        const QByteArray text = '\n' + QByteArray(column, ' ') + deeper(column);
        if (map.kind == Node::Kind::Null)
            return QList<Change>{{{lineEnd(map.span.end), lineEnd(map.span.end)}, text}};
        return QList<Change>{{{behindColon(map), map.span.end}, text}};
    }
    const QByteArray pair = braces(way.rest, flow());
    if (map.kind == Node::Kind::Null)
        return QList<Change>{{map.span, (map.span.length() == 0 ? " {" : "{") + pair + '}'}};
    if (isEmpty)
        return QList<Change>{{{map.span.begin + 1, map.span.begin + 1}, pair}};
    const qsizetype end = m_tree.node(map.children.back()).span.end;
    return QList<Change>{{{end, end}, ", " + pair}};
}

/// The value of the key behind which a new one stands best: as `order` says, else beside those that begin alike,
/// else the last.
int Editor::siblingBefore(const Node& map, const QString& key) const
{
    const auto nameOf = [this](int child) { return m_tree.node(m_tree.node(child).key).text; };
    const qsizetype rank = m_setting.order.indexOf(key);
    int found = -1;
    qsizetype best = 0;
    for (const int child : map.children) {
        const QString name = nameOf(child);
        if (rank >= 0) {
            const qsizetype other = m_setting.order.indexOf(name);
            found = other >= 0 && other < rank ? child : found;
            continue;
        }
        qsizetype same = 0;
        const qsizetype least = std::min(name.size(), key.size());
        while (same < least && name[same] == key[same])
            ++same;
        const qsizetype parts = QStringView(key).first(same).count(u'.');
        if (parts > 0 && parts >= best) {
            best = parts;
            found = child;
        }
    }
    return found < 0 ? map.children.back() : found;
}

Changes Editor::removal(const Node& node) const
{
    const Node& map = m_tree.node(node.parent);
    const Node& key = m_tree.node(node.key);
    const auto place = std::find(map.children.begin(), map.children.end(), nodeIndex(node)) - map.children.begin();
    if (isFlow(map)) {
        const Change change = withoutInFlow(map, place);
        return between(change.span.begin, node.span.begin).contains('#') ? Changes(refusal(handText()))
                                                                         : Changes(QList<Change>{change});
    }
    if (map.children.size() < 2) {
        const bool isTight = map.key >= 0 && isBlank(behindColon(map), key.span.begin);
        return QList<Change>{{{isTight ? behindColon(map) : key.span.begin, node.span.end}, isTight ? " {}" : "{}"}};
    }
    const qsizetype end = std::max(node.span.end, behindColon(node));
    if (isBlank(lineStart(key.span.begin), key.span.begin))
        return QList<Change>{wholeLines({key.span.begin, end})};
    // The first of an item of a list: the next takes its place.
    const Node& next = m_tree.node(map.children[1]);
    return QList<Change>{{{key.span.begin, m_tree.node(next.key).span.begin}, {}}};
}

int Editor::nodeIndex(const Node& node) const
{
    const std::vector<int>& children = m_tree.node(node.parent).children;
    const auto found =
        std::find_if(children.begin(), children.end(), [&](int child) { return &m_tree.node(child) == &node; });
    return *found;
}

base::Result<QList<Change>> withScalar(const Tree& tree, const Setting& setting, const QString& text)
{
    return Editor(tree, setting).scalar(text);
}

base::Result<QList<Change>> withTexts(const Tree& tree, const Setting& setting, const QStringList& texts)
{
    return Editor(tree, setting).texts(texts);
}

base::Result<QList<Change>> without(const Tree& tree, const QStringList& keys)
{
    const Setting setting{keys};
    return Editor(tree, setting).removed();
}

QString whyNotWritable(const Tree& tree, int index)
{
    const Node& node = tree.node(index);
    if (node.kind == Node::Kind::Alias || node.hasAnchor)
        return sharedText();
    if (node.kind == Node::Kind::Null)
        return {};
    if (node.kind != Node::Kind::Scalar || node.span.length() == 0)
        return otherText();
    const bool isLine = node.style == Node::Style::Plain || node.style == Node::Style::SingleQuoted ||
                        node.style == Node::Style::DoubleQuoted;
    const QByteArrayView written = QByteArrayView(tree.text()).sliced(node.span.begin, node.span.length());
    if (!isLine || written.contains('\n'))
        return Text::tr("This value goes over several lines: change it in the text.");
    return node.isTagged ? handText() : QString();
}

QByteArray changed(const QByteArray& document, QList<Change> changes)
{
    std::stable_sort(changes.begin(), changes.end(),
                     [](const Change& left, const Change& right) { return left.span.begin > right.span.begin; });
    QByteArray text = document;
    for (const Change& change : std::as_const(changes))
        text.replace(change.span.begin, change.span.length(), change.text);
    return text;
}

} // namespace yaml
