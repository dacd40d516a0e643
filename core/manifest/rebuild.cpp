#include "core/manifest/rebuild.h"

#include "core/manifest/nesting.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

using Form = NestingFrame::Form;

/// Ways that are followed at once. More are only needed where nothing tells one from another.
constexpr size_t mostWays = 24;
/// Ways whose prices differ by less are both possible.
constexpr double close = 2.9;
/// A text that goes on in the next line, without a sign of it.
constexpr double goesOn = 4;

/// One line's place in one way.
struct Step
{
    int before = -1;
    int line = 0;
    int place = 0; ///< frame that holds it
    int column = 0;
    bool isText = false; ///< of a block scalar
    std::optional<Unsure::Why> why;
};

/// All lines so far, nested in one way.
struct Way
{
    int top = 0; ///< the innermost frame that is open
    int step = -1;
    double cost = 0;
    QHash<int, QStringList> others; ///< by line: places of ways that ended the same
};

/// One way on from a way.
struct Choice
{
    enum class Act { Key, Item, Text, GoesOn };

    size_t from = 0;
    Act act = Act::Key;
    int frame = 0;
    double cost = 0;
    std::optional<Unsure::Why> why;
};

class Search
{
public:
    Search(const QList<PastedLine>& lines, const RebuildBasis& basis)
        : m_lines(lines)
        , m_nesting(basis)
    {
        m_ways.push_back({});
    }

    Rebuilt run()
    {
        for (int i = 0; i < m_lines.size(); ++i) {
            const auto kind = m_lines[i].kind;
            const bool counts = kind != PastedLine::Kind::Blank && kind != PastedLine::Kind::Comment &&
                                kind != PastedLine::Kind::Continued;
            if (counts)
                place(i);
        }
        for (Way& way : m_ways) {
            for (int at = way.top; at >= 0; at = m_nesting.frame(at).parent)
                way.cost += closingCost(at);
        }
        sortWays();
        for (size_t i = 1; i < m_ways.size(); ++i) {
            if (m_ways[i].cost - m_ways.front().cost < close)
                tellApart(m_ways.front(), m_ways[i]);
        }
        return result(m_ways.front());
    }

private:
    void sortWays()
    {
        std::stable_sort(m_ways.begin(), m_ways.end(),
                         [](const Way& left, const Way& right) { return left.cost < right.cost; });
    }

    void place(int number)
    {
        std::vector<Choice> choices;
        m_keyPrices.clear();
        for (size_t i = 0; i < m_ways.size(); ++i)
            choose(i, m_lines[number], choices);
        std::stable_sort(choices.begin(), choices.end(),
                         [](const Choice& left, const Choice& right) { return left.cost < right.cost; });
        if (choices.size() > 2 * mostWays)
            choices.resize(2 * mostWays);
        std::vector<Way> ways;
        QHash<size_t, size_t> byState;
        for (const Choice& choice : choices) {
            Way way = follow(choice, number);
            const size_t state = m_nesting.hashOf(way.top);
            const auto same = byState.constFind(state);
            if (same == byState.cend()) {
                byState.insert(state, ways.size());
                ways.push_back(std::move(way));
            } else if (way.cost - ways[*same].cost < close) {
                tellApart(ways[*same], way); // nothing below will tell them apart
            }
        }
        if (ways.size() > mostWays)
            ways.resize(mostWays);
        m_ways = std::move(ways);
    }

    /// Ways share most of their frames, and a frame never changes.
    const Nesting::Price& keyPrice(int frame, const PastedLine& line, bool leaves)
    {
        const auto [known, isNew] = m_keyPrices.try_emplace(2 * frame + (leaves ? 1 : 0));
        if (isNew)
            known->second = m_nesting.keyPrice(frame, line, leaves);
        return known->second;
    }

    double closingCost(int frame)
    {
        const auto index = static_cast<size_t>(frame);
        if (index >= m_closingCosts.size())
            m_closingCosts.resize(index + 1, -1);
        if (m_closingCosts[index] < 0)
            m_closingCosts[index] = m_nesting.closingPrice(frame).cost;
        return m_closingCosts[index];
    }

    void choose(size_t from, const PastedLine& line, std::vector<Choice>& choices)
    {
        const Way& way = m_ways[from];
        const bool isInBlock = m_nesting.frame(way.top).form == Form::Block;
        const auto add = [&](Choice::Act act, int frame, const Nesting::Price& price, double closing) {
            choices.push_back({from, act, frame, way.cost + price.cost + closing, price.why});
        };
        if (isInBlock)
            add(Choice::Act::Text, way.top, m_nesting.textPrice(way.top, line), 0);
        if (!line.isStructure()) {
            if (!isInBlock)
                add(Choice::Act::GoesOn, way.top, {goesOn, Unsure::Why::GoesOn}, 0);
            return;
        }
        double closing = 0;
        for (int at = way.top; at >= 0; at = m_nesting.frame(at).parent) {
            const Form form = m_nesting.frame(at).form;
            const bool isMap = form == Form::Map || form == Form::Unset;
            const bool isList = form == Form::List || form == Form::Unset;
            if (line.kind == PastedLine::Kind::Key && isMap)
                add(Choice::Act::Key, at, keyPrice(at, line, isInBlock), closing);
            if (line.kind == PastedLine::Kind::Item && isList)
                add(Choice::Act::Item, at, m_nesting.itemPrice(at, line), closing);
            closing += closingCost(at);
        }
        // The root is a map: where no list is open, an item is text that goes on.
        if (line.kind == PastedLine::Kind::Item)
            add(Choice::Act::GoesOn, way.top, {3 * goesOn, Unsure::Why::GoesOn}, closing);
    }

    Way follow(const Choice& choice, int number)
    {
        Way way = m_ways[choice.from];
        const NestingFrame place = m_nesting.frame(choice.frame);
        int column = place.column;
        switch (choice.act) {
        case Choice::Act::Key:
            way.top = m_nesting.withKey(choice.frame, m_lines[number], number);
            break;
        case Choice::Act::Item:
            way.top = m_nesting.withItem(choice.frame, m_lines[number], number);
            column = place.listColumn;
            break;
        case Choice::Act::Text:
            way.top = m_nesting.withText(choice.frame);
            break;
        case Choice::Act::GoesOn:
            column = place.column + 2;
            break;
        }
        m_steps.push_back({way.step, number, choice.frame, column, choice.act == Choice::Act::Text, choice.why});
        way.step = static_cast<int>(m_steps.size()) - 1;
        way.cost = choice.cost;
        return way;
    }

    const Step& step(int index) const { return m_steps[static_cast<size_t>(index)]; }

    struct Difference
    {
        int line = 0;
        int mine = 0, its = 0; ///< places
    };

    /// Notes in `kept` where `other` put the lines that it put elsewhere.
    void tellApart(Way& kept, const Way& other) const
    {
        // Every line that counts is one step of every way.
        std::vector<Difference> differences;
        QSet<int> lines;
        for (int left = kept.step, right = other.step; left != right && left >= 0 && right >= 0;
             left = step(left).before, right = step(right).before) {
            const Difference difference{step(left).line, step(left).place, step(right).place};
            const bool isSame = m_nesting.frame(difference.mine).line == m_nesting.frame(difference.its).line &&
                                m_nesting.pathOf(difference.mine) == m_nesting.pathOf(difference.its);
            if (isSame)
                continue;
            lines.insert(difference.line);
            if (!step(right).why) // a bad place is none
                differences.push_back(difference);
        }
        for (const Difference& difference : differences) {
            if (!isBelow(difference.mine, lines) && !isBelow(difference.its, lines))
                note(kept, difference.line, m_nesting.pathOf(difference.its));
        }
        for (auto it = other.others.cbegin(); it != other.others.cend(); ++it) {
            for (const QString& place : it.value())
                note(kept, it.key(), place);
        }
    }

    /// What one of these lines holds moves with it.
    bool isBelow(int frame, const QSet<int>& lines) const
    {
        for (int at = frame; at >= 0; at = m_nesting.frame(at).parent) {
            if (lines.contains(m_nesting.frame(at).line))
                return true;
        }
        return false;
    }

    static void note(Way& way, int line, const QString& place)
    {
        QStringList& places = way.others[line];
        if (!places.contains(place))
            places.append(place);
    }

    Rebuilt result(const Way& way) const
    {
        Rebuilt rebuilt;
        rebuilt.columns.resize(m_lines.size(), -1);
        std::vector<const Step*> steps;
        for (int at = way.step; at >= 0; at = step(at).before)
            steps.push_back(&step(at));
        std::reverse(steps.begin(), steps.end());
        for (const Step* one : steps) {
            rebuilt.columns[one->line] = one->column;
            const QString place = m_nesting.pathOf(one->place);
            QStringList others = way.others.value(one->line);
            others.removeAll(place);
            if (one->why)
                rebuilt.unsure.append({one->line, *one->why, place, others});
            else if (!others.isEmpty())
                rebuilt.unsure.append({one->line, Unsure::Why::SeveralPlaces, place, others});
            if (one->isText)
                addText(rebuilt, *one);
        }
        fillColumns(rebuilt);
        return rebuilt;
    }

    void addText(Rebuilt& rebuilt, const Step& text) const
    {
        const NestingFrame& block = m_nesting.frame(text.place);
        const bool isSame = !rebuilt.blocks.isEmpty() && block.count > 0;
        if (isSame)
            rebuilt.blocks.last().last = text.line;
        else
            rebuilt.blocks.append({m_lines[block.line].key, text.line, text.line, text.column});
    }

    /// Of comments and of what goes on, which follow others.
    void fillColumns(Rebuilt& rebuilt) const
    {
        for (const RebuiltBlock& block : std::as_const(rebuilt.blocks))
            std::fill(rebuilt.columns.begin() + block.first, rebuilt.columns.begin() + block.last + 1, block.column);
        int next = 0;
        for (qsizetype i = m_lines.size() - 1; i >= 0; --i) {
            int& column = rebuilt.columns[i];
            if (m_lines[i].kind == PastedLine::Kind::Comment && column < 0)
                column = next;
            if (column >= 0)
                next = column;
        }
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (m_lines[i].kind == PastedLine::Kind::Continued && rebuilt.columns[i] < 0)
                rebuilt.columns[i] = rebuilt.columns[m_lines[i].owner] + 2;
        }
    }

    const QList<PastedLine>& m_lines;
    Nesting m_nesting;
    std::vector<Way> m_ways;
    std::vector<Step> m_steps;
    std::unordered_map<int, Nesting::Price> m_keyPrices; ///< of one line
    std::vector<double> m_closingCosts;                  ///< by frame; less than 0: not asked for yet
};

} // namespace

Rebuilt rebuilt(const QList<PastedLine>& lines, const RebuildBasis& basis)
{
    return Search(lines, basis).run();
}

} // namespace manifest
