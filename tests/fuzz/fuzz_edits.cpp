#include "tests/fuzz/input.h"

#include "core/manifest/subject.h"

#include <array>

using namespace Qt::StringLiterals;

namespace {

using yaml::Node;
using yaml::Tree;

/// What fixes write: words that mean the same in any quotes.
constexpr std::array<const char16_t*, 4> words{u"state.backend.type", u"v1_20", u"spec", u"x"};

std::optional<Tree> parsed(const QByteArray& document)
{
    auto result = Tree::parse(document);
    return std::holds_alternative<Tree>(result) ? std::optional(std::get<Tree>(std::move(result))) : std::nullopt;
}

/// Other nodes are as they were, only their places moved.
void expectOthers(const Tree& before, const Tree& after, int changed)
{
    fuzz::promise(after.count() == before.count());
    for (int index = 0; index < before.count(); ++index) {
        const Node& left = before.node(index);
        const Node& right = after.node(index);
        fuzz::promise(left.kind == right.kind && left.style == right.style && left.parent == right.parent);
        fuzz::promise(index == changed || left.text == right.text);
    }
}

void replace(const Tree& tree, int index, const QString& word)
{
    const Node& node = tree.node(index);
    const bool isLine = node.style == Node::Style::Plain || node.style == Node::Style::SingleQuoted ||
                        node.style == Node::Style::DoubleQuoted;
    if (node.kind != Node::Kind::Scalar || !isLine || node.span.length() == 0)
        return;
    const QByteArray text = manifest::edited(tree.text(), {{node.span, manifest::quotedLike(node, word)}});
    const auto after = parsed(text);
    fuzz::promise(after.has_value());
    expectOthers(tree, *after, index);
    fuzz::promise(after->node(index).text == word);
}

/// The lines of a key go with it, and nothing else does.
void remove(const Tree& tree, const manifest::Catalogue& catalogue, int index)
{
    const manifest::Subject subject(tree, manifest::Subject::Form::Manifest, catalogue, 0, 16);
    const auto lines = subject.linesOf(index);
    if (!lines)
        return;
    const auto after = parsed(manifest::edited(tree.text(), {{*lines, {}}}));
    fuzz::promise(after.has_value());
    fuzz::promise(after->root() >= 0);
    // What is not written in a last line without its end stands behind it.
    const qsizetype end = lines->end == tree.text().size() ? lines->end + 1 : lines->end;
    int gone = 0;
    for (int at = 0; at < tree.count(); ++at) {
        const yaml::Span& span = tree.node(at).span;
        gone += span.begin >= lines->begin && span.begin < end && span.end <= lines->end ? 1 : 0;
    }
    fuzz::promise(after->count() == tree.count() - gone);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const auto catalogue = manifest::Catalogue::bundled();
    if (size < 2)
        return 0;
    const auto tree = parsed(fuzz::bytesOf(data + 2, size - 2));
    if (!tree || tree->root() < 0)
        return 0;
    const int index = data[0] % tree->count();
    replace(*tree, index, QString::fromUtf16(words[data[1] % words.size()]));
    remove(*tree, *catalogue, index);
    return 0;
}
