#include "tests/fuzz/input.h"

#include "core/yaml/tree.h"

namespace {

using yaml::Node;
using yaml::Tree;

/// Every node lies within its parent, or stands for something that is not written, and can be asked for.
void walk(const Tree& tree)
{
    const qsizetype size = tree.text().size();
    for (int index = 0; index < tree.count(); ++index) {
        const Node& node = tree.node(index);
        fuzz::promise(node.span.begin >= 0 && node.span.begin <= node.span.end && node.span.end <= size);
        fuzz::promise(node.parent < index && node.key < tree.count() && node.target < tree.count());
        for (const int child : node.children)
            fuzz::promise(tree.node(child).parent == index);
        const bool isWritten = node.span.length() > 0;
        if (node.parent >= 0 && isWritten)
            fuzz::promise(tree.node(node.parent).span.begin <= node.span.begin);
        if (index < 200)
            fuzz::promise(tree.path(index).size() < 8 * size + 8);
        fuzz::promise(!isWritten || tree.at(node.span.begin) >= 0);
    }
}

/// What a tree means is what the other reader reads.
void compare(const QByteArray& document, const Tree& tree)
{
    const auto read = yaml::read(document, yaml::Scalars::Typed);
    if (!read || read->size() != 1)
        return; // keys that stand twice, or more than the limits of values allow
    fuzz::promise(tree.value(tree.root()) == read->first());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray text = fuzz::bytesOf(data, size);
    const yaml::LineIndex lines(text);
    qsizetype before = 0;
    const QList<yaml::Span> documents = yaml::documentsOf(text);
    for (const yaml::Span& span : documents) {
        fuzz::promise(before <= span.begin && span.begin <= span.end && span.end <= text.size());
        before = span.end;
        const yaml::LineIndex::Place begin = lines.place(span.begin), end = lines.place(span.end);
        fuzz::promise(begin.line >= 1 && begin.column >= 1 && begin.line <= end.line);
        const QByteArray document = text.mid(span.begin, span.length());
        const auto parsed = Tree::parse(document);
        if (const auto* fault = std::get_if<Tree::Fault>(&parsed)) {
            fuzz::promise(fault->offset >= 0 && fault->offset <= document.size() && !fault->error.message.isEmpty());
            continue;
        }
        walk(std::get<Tree>(parsed));
        compare(document, std::get<Tree>(parsed));
    }
    return 0;
}
