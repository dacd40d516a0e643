#include "ui/editor/document.h"

#include "core/manifest/lint.h"
#include "ui/editor/offsets.h"

using namespace Qt::StringLiterals;

namespace editor {

namespace {

struct Found
{
    int node = -1;     ///< the innermost that is written
    bool isAll = true; ///< it is the very path
};

/// The item of a step "[2]"; -1: it is none.
int itemOf(const yaml::Tree& tree, int list, QStringView step)
{
    bool isNumber = false;
    const int index = step.mid(1, step.size() - 2).toInt(&isNumber);
    const yaml::Node& node = tree.node(list);
    const bool isThere = isNumber && node.kind == yaml::Node::Kind::Sequence && index >= 0 &&
                         index < static_cast<int>(node.children.size());
    return isThere ? node.children[static_cast<size_t>(index)] : -1;
}

int childOf(const yaml::Tree& tree, int node, QStringView step)
{
    if (step.startsWith(u'[') && step.endsWith(u']'))
        return itemOf(tree, node, step);
    const int found = tree.find(node, step);
    if (found >= 0 || !step.contains(u'.'))
        return found;
    // flinkConfiguration may be nested: the longest part of the key that is one leads on.
    for (qsizetype dot = step.lastIndexOf(u'.'); dot > 0; dot = step.left(dot).lastIndexOf(u'.')) {
        const int outer = tree.resolved(tree.find(node, step.left(dot)));
        const int inner = outer < 0 ? -1 : childOf(tree, outer, step.mid(dot + 1));
        if (inner >= 0)
            return inner;
    }
    return -1;
}

Found find(const yaml::Tree& tree, const QStringList& path)
{
    Found found{tree.root(), true};
    for (const QString& step : path) {
        const int next = found.node < 0 ? -1 : childOf(tree, tree.resolved(found.node), step);
        if (next < 0)
            return {found.node, false};
        found.node = next;
    }
    return found;
}

qsizetype byteOf(const yaml::Tree& tree, int node)
{
    const int key = tree.node(node).key;
    return tree.node(key >= 0 ? key : node).span.begin;
}

Document documentOf(const manifest::Piece& piece, const Offsets& offsets)
{
    Document document;
    document.begin = offsets.units(piece.span.begin);
    document.end = offsets.units(piece.span.end);
    const auto result = yaml::Tree::parse(piece.text);
    const auto* tree = std::get_if<yaml::Tree>(&result);
    document.isBroken = tree == nullptr;
    document.head = document.begin;
    if (!tree || tree->root() < 0)
        return document;
    document.head = offsets.units(piece.span.begin + tree->node(tree->root()).span.begin);
    document.manifest = tree->value(tree->root()).toObject();
    const QJsonObject metadata = document.manifest.value(u"metadata").toObject();
    document.kind = document.manifest.value(u"kind").toString();
    document.nameSpace = metadata.value(u"namespace").toString();
    document.name = metadata.value(u"name").toString();
    document.isOperators = manifest::kindOf(document.kind) != manifest::Subject::Kind::Other;
    return document;
}

} // namespace

QList<Document> documentsOf(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    const Offsets offsets(bytes);
    QList<Document> documents;
    const QList<manifest::Piece> pieces = manifest::piecesOf(bytes);
    for (const manifest::Piece& piece : pieces) {
        Document document = documentOf(piece, offsets);
        if (!document.isBroken && document.manifest.isEmpty())
            continue;
        documents.append(document);
    }
    return documents;
}

qsizetype placeOf(const QString& text, const Document& document, const QStringList& path)
{
    const QByteArray bytes = text.mid(document.begin, document.end - document.begin).toUtf8();
    const auto result = yaml::Tree::parse(bytes);
    const auto* tree = std::get_if<yaml::Tree>(&result);
    const Found found = tree ? find(*tree, path) : Found();
    if (found.node < 0)
        return document.head;
    return document.begin + Offsets(bytes).units(byteOf(*tree, found.node));
}

QList<qsizetype> placesOf(const QString& text, const Document& document, const QList<QStringList>& paths)
{
    const QByteArray bytes = text.mid(document.begin, document.end - document.begin).toUtf8();
    const auto result = yaml::Tree::parse(bytes);
    const auto* tree = std::get_if<yaml::Tree>(&result);
    const Offsets offsets(bytes);
    QList<qsizetype> places;
    for (const QStringList& path : paths) {
        const Found found = tree ? find(*tree, path) : Found{-1, false};
        places.append(found.node >= 0 && found.isAll ? document.begin + offsets.units(byteOf(*tree, found.node)) : -1);
    }
    return places;
}

QList<int> linesOf(const QByteArray& document, const QList<QStringList>& paths)
{
    QList<int> lines;
    const auto result = yaml::Tree::parse(document);
    const auto* tree = std::get_if<yaml::Tree>(&result);
    const yaml::LineIndex index(document);
    for (const QStringList& path : paths) {
        const Found found = tree ? find(*tree, path) : Found{-1, false};
        lines.append(found.node >= 0 && found.isAll ? index.place(byteOf(*tree, found.node)).line - 1 : -1);
    }
    return lines;
}

} // namespace editor
