#include "ui/deployment/truthpanel.h"

#include "core/base/visibletext.h"
#include "ui/deployment/subject.h"
#include "ui/theme/theme.h"
#include "ui/widgets/agelabel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/tooltip.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestValue = 300;
constexpr qsizetype longestWord = 20;
constexpr int namesWidth = 132;
constexpr int barWidth = 3;

QString safe(const QString& text)
{
    return base::visibleText(text, longestValue);
}

/// What stands in one cell: a value, "not reported", or why it is not known.
QString textOf(const health::Statement& statement)
{
    if (!statement.text.isEmpty())
        return safe(statement.text);
    return statement.problem.isEmpty() ? TruthPanel::tr("not reported") : TruthPanel::tr("not known");
}

} // namespace

/// The table itself. Its labels are kept as long as facts and sources stay the same.
class TruthPanel::Grid : public QWidget
{
public:
    explicit Grid(QWidget* parent)
        : QWidget(parent)
        , m_layout(new QGridLayout(this))
    {
        m_layout->setContentsMargins(0, 0, 0, 0);
        m_layout->setSpacing(0);
    }

    void setStacked(bool stacked)
    {
        if (m_isStacked == stacked)
            return;
        m_isStacked = stacked;
        m_shape.clear(); // to be built anew
        if (!m_verdict.facts.isEmpty())
            showVerdict(m_verdict, m_paths);
    }

    void showVerdict(const health::Verdict& verdict, const QMap<health::Source, QString>& paths)
    {
        m_verdict = verdict;
        m_paths = paths;
        QStringList shape;
        for (const health::Fact& fact : verdict.facts)
            shape.append(fact.name + u'\n' + QString::number(fact.statements.size()));
        for (auto it = paths.constBegin(); it != paths.constEnd(); ++it)
            shape.append(QString::number(int(it.key())));
        if (shape != m_shape) {
            m_shape = shape;
            build(verdict, paths);
        }
        fill(verdict, paths);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const theme::StatusColors risk = theme::status(base::Health::AtRisk);
        for (int row = 0; row < int(m_rows.size()); ++row) {
            const QRect line = rowRect(row);
            if (row > 0 && m_differs.value(row - 1)) {
                painter.fillRect(line, risk.background);
                painter.fillRect(QRect(line.left(), line.top(), barWidth, line.height()), risk.glyph);
            }
            painter.fillRect(QRect(line.left(), line.bottom(), line.width(), 1), theme::color(theme::Role::Grid));
        }
        for (const QWidget* head : m_isStacked ? QList<QWidget*>() : m_columns)
            painter.fillRect(QRect(head->x(), 0, 1, height()), theme::color(theme::Role::Grid));
    }

private:
    struct Cell
    {
        widgets::GlyphLabel* state = nullptr;
        widgets::PlainLabel* text = nullptr;
        widgets::ElidedLabel* word =
            nullptr; ///< instead of the text where it is one long word, which cannot be wrapped
    };
    struct Head
    {
        widgets::PlainLabel* name = nullptr;
        widgets::ElidedLabel* path = nullptr;
        widgets::AgeLabel* age = nullptr;
    };

    QRect rowRect(int row) const
    {
        const int top = m_rows.at(row)->geometry().top();
        return {0, top, width(), m_rowEnds.at(row)->geometry().bottom() - top + 1};
    }

    static QWidget* padded(QWidget* parent, std::initializer_list<QWidget*> parts)
    {
        auto* holder = new QWidget(parent);
        auto* line = new QHBoxLayout(holder);
        line->setContentsMargins(theme::pageMargin, theme::inside, theme::between, theme::inside + 1);
        line->setSpacing(theme::between);
        for (QWidget* part : parts)
            line->addWidget(part, qobject_cast<QLabel*>(part) ? 1 : 0,
                            qobject_cast<QLabel*>(part) ? Qt::Alignment() : Qt::AlignLeft);
        return holder;
    }

    void build(const health::Verdict& verdict, const QMap<health::Source, QString>& paths)
    {
        qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
        m_heads.clear();
        m_cells.clear();
        m_names.clear();
        m_marks.clear();
        m_columns.clear();
        m_rows.clear();
        m_rowEnds.clear();
        delete m_layout;
        m_layout = new QGridLayout(this);
        m_layout->setContentsMargins(0, 0, 0, 0);
        m_layout->setSpacing(0);
        m_layout->setColumnMinimumWidth(0, namesWidth);
        for (auto it = paths.constBegin(); it != paths.constEnd(); ++it)
            m_columns.append(makeHead(it.key()));
        if (m_isStacked)
            stack(verdict, paths.keys());
        else
            sideBySide(verdict, paths.keys());
    }

    QWidget* makeName()
    {
        auto* name = new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this);
        auto* mark = new widgets::PlainLabel(QString(), theme::Type::Strong, theme::Role::Text, this);
        mark->setFamily(base::Health::AtRisk);
        m_names.append(name);
        m_marks.append(mark);
        return padded(this, {name, mark});
    }

    void sideBySide(const health::Verdict& verdict, const QList<health::Source>& sources)
    {
        for (int column = 1; column <= sources.size(); ++column) {
            m_layout->addWidget(m_columns.at(column - 1), 0, column);
            m_layout->setColumnStretch(column, 1);
        }
        m_rows.append(m_columns.first());
        m_rowEnds.append(m_columns.first());
        for (int row = 1; row <= verdict.facts.size(); ++row) {
            m_rows.append(makeName());
            m_rowEnds.append(m_rows.last());
            m_layout->addWidget(m_rows.last(), row, 0);
            for (int column = 1; column <= sources.size(); ++column)
                m_layout->addWidget(makeCell(row, sources.at(column - 1)), row, column);
        }
    }

    /// Each fact a block: its name, and under it a line a source.
    void stack(const health::Verdict& verdict, const QList<health::Source>& sources)
    {
        m_layout->setColumnStretch(1, 1);
        int line = 0;
        for (QWidget* head : std::as_const(m_columns))
            m_layout->addWidget(head, line++, 0, 1, 2);
        m_rows.append(m_columns.first());
        m_rowEnds.append(m_columns.last());
        for (int row = 1; row <= verdict.facts.size(); ++row) {
            m_rows.append(makeName());
            m_layout->addWidget(m_rows.last(), line++, 0, 1, 2);
            for (const health::Source source : sources) {
                auto* name =
                    new widgets::PlainLabel(wordOf(source), theme::Type::Small, theme::Role::SecondaryText, this);
                QWidget* cell = makeCell(row, source);
                m_layout->addWidget(padded(this, {name}), line, 0);
                m_layout->addWidget(cell, line++, 1);
                if (source == sources.last())
                    m_rowEnds.append(cell);
            }
        }
    }

    QWidget* makeHead(health::Source source)
    {
        auto* holder = new QWidget(this);
        auto* lines = new QVBoxLayout(holder);
        lines->setContentsMargins(theme::pageMargin, theme::between, theme::between, theme::between);
        lines->setSpacing(2);
        Head head;
        head.name = new widgets::PlainLabel({}, theme::Type::Strong, theme::Role::Text, holder);
        head.path = new widgets::ElidedLabel({}, theme::Type::Code, theme::Role::SecondaryText, holder);
        head.age = new widgets::AgeLabel(holder);
        head.age->setType(theme::Type::Small);
        head.age->setRole(theme::Role::SecondaryText);
        auto* top = new QHBoxLayout;
        top->addWidget(head.name, 1);
        top->addWidget(head.age);
        lines->addLayout(top);
        lines->addWidget(head.path);
        m_heads.insert(source, head);
        return holder;
    }

    QWidget* makeCell(int row, health::Source source)
    {
        Cell cell;
        cell.state = new widgets::GlyphLabel(this);
        cell.text = new widgets::PlainLabel(this);
        cell.word = new widgets::ElidedLabel(this);
        cell.word->setElideMode(Qt::ElideMiddle);
        cell.word->setTextInteractionFlags(Qt::TextSelectableByMouse);
        cell.text->setWordWrap(true);
        cell.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        cell.state->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        m_cells.insert({row, source}, cell);
        return padded(this, {cell.state, cell.text, cell.word});
    }

    void fill(const health::Verdict& verdict, const QMap<health::Source, QString>& paths)
    {
        QMap<health::Source, QDateTime> newest;
        m_differs.clear();
        for (int row = 1; row <= verdict.facts.size(); ++row) {
            const health::Fact& fact = verdict.facts.at(row - 1);
            m_differs.append(fact.disagree);
            m_names.at(row - 1)->setText(safe(fact.name));
            m_marks.at(row - 1)->setText(fact.disagree ? u"≠"_s : QString());
            m_marks.at(row - 1)->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
            for (auto it = paths.constBegin(); it != paths.constEnd(); ++it)
                fillCell(m_cells.value({row, it.key()}), fact, it.key(), &newest[it.key()]);
        }
        for (auto it = paths.constBegin(); it != paths.constEnd(); ++it) {
            const Head head = m_heads.value(it.key());
            head.name->setText(wordOf(it.key()));
            head.path->setText(it.value());
            head.age->setTime(newest.value(it.key()));
        }
        update();
    }

    static void fillCell(const Cell& cell, const health::Fact& fact, health::Source source, QDateTime* newest)
    {
        const auto found = std::find_if(fact.statements.begin(), fact.statements.end(),
                                        [source](const health::Statement& one) { return one.source == source; });
        const health::Statement statement = found == fact.statements.end() ? health::Statement() : *found;
        const bool isKnown = !statement.text.isEmpty();
        const bool hasGlyph = isKnown && statement.colored;
        if (statement.observedAt.isValid() && (!newest->isValid() || statement.observedAt > *newest))
            *newest = statement.observedAt;
        cell.state->setVisible(hasGlyph);
        const bool isWord =
            statement.text.size() > longestWord && !statement.text.contains(u' ') && !statement.text.contains(u'/');
        cell.text->setVisible(!hasGlyph && !isWord);
        cell.word->setVisible(!hasGlyph && isWord);
        cell.word->setText(textOf(statement));
        if (hasGlyph)
            cell.state->setState(theme::glyphOf(statement.family), safe(statement.text));
        cell.text->setText(textOf(statement));
        cell.text->setRole(isKnown ? theme::Role::Text : theme::Role::SecondaryText);
        const QString hint = widgets::plainToolTip(isKnown ? safe(statement.text) : safe(statement.problem));
        cell.text->setToolTip(hint);
        cell.state->setToolTip(hint);
        cell.text->setAccessibleName(u"%1, %2: %3"_s.arg(safe(fact.name), wordOf(source), textOf(statement)));
    }

    QGridLayout* m_layout;
    QStringList m_shape;
    QMap<health::Source, Head> m_heads;
    QMap<std::pair<int, health::Source>, Cell> m_cells;
    QList<widgets::PlainLabel*> m_names, m_marks;
    QList<QWidget*> m_columns; ///< the head of each source
    QList<QWidget*> m_rows;    ///< the first widget of each row; of the heads first
    QList<QWidget*> m_rowEnds; ///< the last one of each row
    health::Verdict m_verdict;
    QMap<health::Source, QString> m_paths;
    bool m_isStacked = false;
    QList<bool> m_differs;
};

TruthPanel::TruthPanel(QWidget* parent)
    : Card(parent)
    , m_grid(new Grid(this))
    , m_trust(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
{
    setBodyMargins(0);
    m_trust->setWordWrap(true);
    m_trust->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    body()->setSpacing(0);
    body()->addWidget(m_trust);
    body()->addWidget(new widgets::Line(this));
    body()->addWidget(m_grid);
}

void TruthPanel::showVerdict(const health::Verdict& verdict, const QMap<health::Source, QString>& paths)
{
    setTitle(verdict.sourcesDisagree ? tr("Sources disagree") : tr("What the sources say"));
    m_trust->setText(verdict.sourcesDisagree ? base::visibleText(verdict.trust, 512)
                                             : tr("They agree as far as they are known."));
    m_sources = int(paths.size());
    m_grid->showVerdict(verdict, paths);
}

void TruthPanel::setRoom(int width)
{
    const int cell = QFontMetrics(theme::font(theme::Type::Strong)).averageCharWidth() * 17 + theme::pageMargin;
    m_grid->setStacked(width < namesWidth + std::max(1, m_sources) * cell);
}

} // namespace deployment
