#include "ui/code/difflines.h"

#include "core/base/visibletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace code {

namespace {

/// Lines around a difference that are shown with it.
constexpr int around = 3;
constexpr qsizetype longestLine = 400;
/// Beyond this two texts are simply taken for different: the comparison costs their product.
constexpr qsizetype mostCells = 4'000'000;

/// The lengths of the longest common parts of what is left of both, row by row.
QList<int> commonLengths(const QStringList& before, const QStringList& after)
{
    const qsizetype width = after.size() + 1;
    QList<int> lengths((before.size() + 1) * width, 0);
    for (qsizetype i = before.size() - 1; i >= 0; --i) {
        for (qsizetype j = after.size() - 1; j >= 0; --j) {
            lengths[i * width + j] = before[i] == after[j]
                                         ? lengths[(i + 1) * width + j + 1] + 1
                                         : std::max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
        }
    }
    return lengths;
}

} // namespace

QList<DiffLine> diffOf(const QStringList& before, const QStringList& after)
{
    using Kind = DiffLine::Kind;
    QList<DiffLine> lines;
    qsizetype i = 0, j = 0;
    const auto put = [&](Kind kind) {
        const QString& text = kind == Kind::Added ? after[j] : before[i];
        lines.append({kind, base::visibleText(text, longestLine), kind == Kind::Added ? 0 : static_cast<int>(i) + 1,
                      kind == Kind::Removed ? 0 : static_cast<int>(j) + 1});
        i += kind == Kind::Added ? 0 : 1;
        j += kind == Kind::Removed ? 0 : 1;
    };
    const qsizetype width = after.size() + 1;
    const bool isComparable = (before.size() + 1) * width <= mostCells;
    const QList<int> lengths = isComparable ? commonLengths(before, after) : QList<int>();
    while (i < before.size() || j < after.size()) {
        if (i == before.size())
            put(Kind::Added);
        else if (j == after.size())
            put(Kind::Removed);
        else if (before[i] == after[j])
            put(Kind::Same);
        else
            put(!isComparable || lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] ? Kind::Removed
                                                                                            : Kind::Added);
    }
    return lines;
}

QList<DiffLine> condensed(const QList<DiffLine>& lines)
{
    QList<bool> isNear(lines.size(), false);
    qsizetype last = -1;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == DiffLine::Kind::Same)
            continue;
        for (qsizetype j = std::max<qsizetype>(0, i - around); j < std::min(lines.size(), i + around + 1); ++j)
            isNear[last = j] = true;
    }
    QList<DiffLine> shown;
    for (qsizetype i = 0; i <= last; ++i) {
        if (isNear[i])
            shown.append(lines[i]);
        else if (!shown.isEmpty() && shown.last().text != u"⋯")
            shown.append({DiffLine::Kind::Same, u"⋯"_s, 0, 0});
    }
    return shown;
}

} // namespace code
