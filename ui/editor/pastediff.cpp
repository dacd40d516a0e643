#include "ui/editor/pastediff.h"

#include <algorithm>
#include <vector>

namespace editor {

namespace {

using Fate = PastedMark::Fate;

/// Lines of both sides that are compared each with each; beyond, only lines that follow each other closely are found.
constexpr qsizetype mostCompared = 4'000'000;
constexpr qsizetype farthest = 200;

/// What a repair leaves as it is: the letters and digits of a line.
QString coreOf(const QString& line)
{
    QString core;
    for (const QChar c : line) {
        if (c.isLetterOrNumber())
            core += c;
    }
    // Of lines without any, such as "---", the characters are what there is.
    return core.isEmpty() ? line.trimmed() : core;
}

QStringList coresOf(const QStringList& lines)
{
    QStringList cores;
    for (const QString& line : lines)
        cores.append(coreOf(line));
    return cores;
}

struct Part
{
    qsizetype before = 0, beforeEnd = 0, after = 0, afterEnd = 0;
};

class Pairing
{
public:
    Pairing(const QStringList& before, const QStringList& after)
        : m_left(coresOf(before))
        , m_right(coresOf(after))
    {
        m_diff.before.fill({Fate::Removed, -1}, before.size());
        m_diff.after.fill({Fate::Added, -1}, after.size());
    }

    PasteDiff run()
    {
        Part rest{0, m_left.size(), 0, m_right.size()};
        while (rest.before < rest.beforeEnd && rest.after < rest.afterEnd && m_left[rest.before] == m_right[rest.after])
            pair(rest.before++, rest.after++);
        while (rest.before < rest.beforeEnd && rest.after < rest.afterEnd &&
               m_left[rest.beforeEnd - 1] == m_right[rest.afterEnd - 1])
            pair(--rest.beforeEnd, --rest.afterEnd);
        if ((rest.beforeEnd - rest.before) * (rest.afterEnd - rest.after) <= mostCompared)
            longest(rest);
        else
            nearest(rest);
        return std::move(m_diff);
    }

private:
    void pair(qsizetype left, qsizetype right)
    {
        m_diff.before[left].partner = static_cast<int>(right);
        m_diff.after[right].partner = static_cast<int>(left);
    }

    /// The longest row of lines that both sides have.
    void longest(const Part& part)
    {
        const qsizetype rows = part.beforeEnd - part.before, columns = part.afterEnd - part.after;
        const auto width = static_cast<size_t>(columns + 1);
        std::vector<int> best(static_cast<size_t>(rows + 1) * width, 0);
        const auto at = [&best, width](qsizetype row, qsizetype column) -> int& {
            return best[static_cast<size_t>(row) * width + static_cast<size_t>(column)];
        };
        for (qsizetype row = rows - 1; row >= 0; --row) {
            for (qsizetype column = columns - 1; column >= 0; --column)
                at(row, column) = m_left[part.before + row] == m_right[part.after + column]
                                      ? at(row + 1, column + 1) + 1
                                      : std::max(at(row + 1, column), at(row, column + 1));
        }
        for (qsizetype row = 0, column = 0; row < rows && column < columns;) {
            if (m_left[part.before + row] == m_right[part.after + column])
                pair(part.before + row++, part.after + column++);
            else if (at(row + 1, column) >= at(row, column + 1))
                ++row;
            else
                ++column;
        }
    }

    void nearest(const Part& part)
    {
        qsizetype right = part.after;
        for (qsizetype left = part.before; left < part.beforeEnd && right < part.afterEnd; ++left) {
            const auto from = m_right.begin() + right;
            const auto end = m_right.begin() + std::min(part.afterEnd, right + farthest);
            const auto found = std::find(from, end, m_left[left]);
            if (found == end)
                continue;
            right = found - m_right.begin();
            pair(left, right++);
        }
    }

    QStringList m_left, m_right;
    PasteDiff m_diff;
};

Fate fateOf(const QString& before, const QString& after)
{
    if (before == after)
        return Fate::Same;
    return before.trimmed() == after.trimmed() ? Fate::Moved : Fate::Changed;
}

} // namespace

PasteDiff pasteDiff(const QStringList& before, const QStringList& after)
{
    PasteDiff diff = Pairing(before, after).run();
    for (qsizetype left = 0; left < before.size(); ++left) {
        const int right = diff.before[left].partner;
        if (right < 0) {
            // Blank lines that were left out are no loss.
            diff.before[left].fate = before[left].trimmed().isEmpty() ? Fate::Same : Fate::Removed;
            continue;
        }
        diff.before[left].fate = diff.after[right].fate = fateOf(before[left], after[right]);
    }
    for (qsizetype right = 0; right < after.size(); ++right) {
        if (diff.after[right].partner < 0 && after[right].trimmed().isEmpty())
            diff.after[right].fate = Fate::Same;
    }
    return diff;
}

} // namespace editor
