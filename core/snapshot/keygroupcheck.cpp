#include "core/snapshot/keygroupcheck.h"

#include "core/base/visibletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <bitset>

using namespace Qt::StringLiterals;

namespace snapshot {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(snapshot::Text)
};

using Kind = KeyGroupProblem::Kind;

constexpr int mostKeyGroups = 32768;
using Groups = std::bitset<mostKeyGroups>;

/// One operator, held against its max parallelism.
class Check
{
public:
    Check(const Operator& of, qsizetype index)
        : m_operator(of)
        , m_index(index)
    {
    }

    QList<KeyGroupProblem> run()
    {
        if (m_operator.parallelism > m_operator.maxParallelism)
            add(Kind::Parallelism, {});
        if (m_operator.amount(StateKind::ManagedKeyed).handles == 0 || m_operator.maxParallelism > mostKeyGroups)
            return m_problems;
        for (const Subtask& subtask : m_operator.subtasks) {
            // One is enough to know, and keeps the work below what a hostile file asks for.
            if (!take(subtask.keyGroups))
                return m_problems;
        }
        if (m_operator.finishedSubtasks == 0 && m_operator.parallelism <= m_operator.maxParallelism)
            findGaps();
        return m_problems;
    }

private:
    void add(Kind kind, KeyGroups groups)
    {
        const auto isSame = [kind](const KeyGroupProblem& each) { return each.kind == kind; };
        if (std::ranges::none_of(m_problems, isSame))
            m_problems.append({kind, m_index, groups});
    }

    bool take(KeyGroups groups)
    {
        if (groups.first + groups.count > m_operator.maxParallelism)
            add(Kind::Outside, groups);
        for (int i = groups.first; i < groups.first + groups.count; ++i) {
            if (m_taken[size_t(i)]) {
                add(Kind::Overlap, groups);
                return false;
            }
            m_taken.set(size_t(i));
        }
        return true;
    }

    void findGaps()
    {
        const Groups silent = groupsOfSilentSubtasks();
        const int end = m_operator.maxParallelism;
        for (int first = 0; first < end;) {
            int next = first + 1;
            if (m_taken[size_t(first)]) {
                first = next;
                continue;
            }
            while (next < end && !m_taken[size_t(next)] && silent[size_t(next)] == silent[size_t(first)])
                ++next;
            add(silent[size_t(first)] ? Kind::Silent : Kind::Gap, {first, next - first});
            first = next;
        }
    }

    /// Of subtasks that were recorded and say that they have no keyed state.
    Groups groupsOfSilentSubtasks() const
    {
        Groups silent;
        if (m_operator.subtaskCount != m_operator.parallelism)
            return silent;
        QList<bool> speaks(m_operator.parallelism, false);
        for (const Subtask& subtask : m_operator.subtasks) {
            if (subtask.index < m_operator.parallelism && subtask.keyGroups.count > 0)
                speaks[subtask.index] = true;
        }
        for (int i = 0; i < m_operator.parallelism; ++i) {
            const KeyGroups own = keyGroupsOf(i, m_operator.parallelism, m_operator.maxParallelism);
            for (int group = own.first; !speaks[i] && group < own.first + own.count; ++group)
                silent.set(size_t(group));
        }
        return silent;
    }

    const Operator& m_operator;
    const qsizetype m_index;
    Groups m_taken;
    QList<KeyGroupProblem> m_problems;
};

} // namespace

QList<KeyGroupProblem> checkKeyGroups(const Metadata& metadata)
{
    QList<KeyGroupProblem> problems;
    for (qsizetype i = 0; i < metadata.operators.size(); ++i)
        problems += Check(metadata.operators[i], i).run();
    return problems;
}

KeyGroups keyGroupsOf(int index, int parallelism, int maxParallelism)
{
    const int first = (index * maxParallelism + parallelism - 1) / parallelism;
    const int last = ((index + 1) * maxParallelism - 1) / parallelism;
    return {first, last - first + 1};
}

QString textOf(const KeyGroupProblem& problem, const Operator& of)
{
    const QString name = base::visibleText(of.uid.isEmpty() ? of.name.isEmpty() ? of.id : of.name : of.uid, 80);
    const QString range = u"%1–%2"_s.arg(problem.groups.first).arg(problem.groups.first + problem.groups.count - 1);
    switch (problem.kind) {
    case Kind::Overlap:
        return Text::tr("Operator '%1': two subtasks have the key groups %2.").arg(name, range);
    case Kind::Outside:
        return Text::tr("Operator '%1': the key groups %2 go beyond the max parallelism of %3.")
            .arg(name, range)
            .arg(of.maxParallelism);
    case Kind::Gap:
        return Text::tr("Operator '%1': nobody has the key groups %2.").arg(name, range);
    case Kind::Parallelism:
        return Text::tr(
                   "Operator '%1': the parallelism %2 is above the max parallelism %3; Flink refuses such a snapshot.")
            .arg(name)
            .arg(of.parallelism)
            .arg(of.maxParallelism);
    case Kind::Silent:
        return Text::tr("Operator '%1': the subtasks of the key groups %2 recorded no keyed state.").arg(name, range);
    }
    return {};
}

} // namespace snapshot
