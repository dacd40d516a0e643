#include "ui/deployment/numbers.h"

#include "ui/theme/theme.h"
#include "ui/widgets/tabular.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastWidth = 140;
constexpr int sparkHeight = 26;

} // namespace

/// Paints all numbers, so that their baselines are one line.
class Numbers::Strip : public QWidget
{
public:
    explicit Strip(QWidget* parent)
        : QWidget(parent)
    {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    void setNumbers(const QList<Number>& numbers)
    {
        if (m_numbers == numbers)
            return;
        m_numbers = numbers;
        QStringList words;
        for (const Number& number : numbers)
            words.append(u"%1: %2 %3. %4"_s.arg(number.title, number.value, number.unit, number.detail));
        setAccessibleName(words.join(u'\n'));
        updateGeometry();
        update();
    }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return lines(width) * cellHeight(); }
    QSize sizeHint() const override { return {4 * leastWidth, cellHeight()}; }
    QSize minimumSizeHint() const override { return {leastWidth, cellHeight()}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const int inLine = perLine(width());
        for (int i = 0; i < m_numbers.size(); ++i) {
            const int column = i % inLine;
            const QRect cell(column * width() / inLine, i / inLine * cellHeight(), width() / inLine, cellHeight());
            if (column > 0)
                painter.fillRect(QRect(cell.left(), cell.top(), 1, cell.height()), theme::color(theme::Role::Grid));
            paint(&painter, cell.adjusted(theme::pageMargin, theme::between, -theme::between, -theme::between),
                  m_numbers.at(i));
        }
    }

private:
    int perLine(int width) const
    {
        const int fitting = std::max(1, width / leastWidth);
        const int needed = std::max<int>(1, int(m_numbers.size()));
        const int count = (needed + fitting - 1) / fitting;
        return (needed + count - 1) / count;
    }
    int lines(int width) const
    {
        return std::max<int>(1, int((m_numbers.size() + perLine(width) - 1) / perLine(width)));
    }

    static int heightOf(theme::Type type) { return QFontMetrics(theme::font(type)).height(); }
    int cellHeight() const
    {
        return 2 * theme::between + 2 * heightOf(theme::Type::Small) + heightOf(theme::Type::BigNumber) + sparkHeight +
               3 * theme::inside;
    }

    static void paint(QPainter* painter, QRect room, const Number& number)
    {
        const auto line = [&](theme::Type type, const QColor& color, const QString& text) {
            painter->setFont(theme::font(type));
            painter->setPen(color);
            const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width());
            const QRect place(room.left(), room.top(), room.width(), heightOf(type));
            painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
            return painter->fontMetrics().horizontalAdvance(shown);
        };
        const QColor secondary = theme::color(theme::Role::SecondaryText);
        const QColor ink = number.isStale  ? secondary
                           : number.family ? theme::status(*number.family).text
                                           : theme::color(theme::Role::Text);
        line(theme::Type::Small, secondary, number.title);
        room.setTop(room.top() + heightOf(theme::Type::Small) + theme::inside);
        const int used = line(theme::Type::BigNumber, ink, number.value);
        if (!number.unit.isEmpty()) {
            painter->setFont(theme::font(theme::Type::Small));
            painter->setPen(secondary);
            painter->drawText(room.adjusted(used + theme::inside, 0, 0, 0).left(),
                              room.top() + QFontMetrics(theme::font(theme::Type::BigNumber)).ascent(), number.unit);
        }
        room.setTop(room.top() + heightOf(theme::Type::BigNumber) + theme::inside);
        painter->setPen(number.family ? theme::status(*number.family).glyph : secondary);
        widgets::drawSparkline(painter, QRect(room.left(), room.top(), std::min(room.width(), 120), sparkHeight - 4),
                               number.series);
        room.setTop(room.top() + sparkHeight);
        line(theme::Type::Small, secondary, number.detail);
    }

    QList<Number> m_numbers;
};

Numbers::Numbers(QWidget* parent)
    : Card(parent)
    , m_strip(new Strip(this))
{
    setBodyMargins(0);
    body()->addWidget(m_strip);
}

void Numbers::setNumbers(const QList<Number>& numbers)
{
    m_strip->setNumbers(numbers);
}

} // namespace deployment
