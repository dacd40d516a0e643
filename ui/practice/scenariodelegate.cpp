#include "ui/practice/scenariodelegate.h"

#include "ui/practice/scenariomodel.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace practice {

namespace {

constexpr int side = theme::pageMargin;
constexpr int dot = 7;
constexpr int dotStep = 10;
constexpr int hardest = 3;
constexpr int sign = 14;

int lineHeight(theme::Type type)
{
    return QFontMetrics(theme::font(type)).height();
}

/// As many of three discs filled as it is hard; answers how much of the right end it took.
int paintDifficulty(QPainter* painter, const QRect& line, int difficulty)
{
    const QColor color = theme::color(theme::Role::SecondaryText);
    painter->setPen(QPen(color, 1.2));
    const int left = line.right() - hardest * dotStep + 1;
    for (int i = 0; i < hardest; ++i) {
        painter->setBrush(i < difficulty ? QBrush(color) : QBrush(Qt::NoBrush));
        painter->drawEllipse(QRectF(left + i * dotStep + 0.5, line.center().y() - dot / 2.0 + 0.5, dot, dot));
    }
    return hardest * dotStep + theme::between;
}

} // namespace

QSize ScenarioDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {100, lineHeight(theme::Type::Strong) + lineHeight(theme::Type::Small) + 2 + 2 * 7};
}

void ScenarioDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected) {
        painter->fillRect(option.rect, theme::color(theme::Role::Selection));
        painter->fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())),
                          theme::color(theme::Role::Accent));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, theme::color(theme::Role::Hover));
    }
    QRect line(option.rect.left() + side, option.rect.top() + 7, option.rect.width() - 2 * side,
               lineHeight(theme::Type::Strong));
    const QRect below(line.left(), line.bottom() + 3, line.width(), lineHeight(theme::Type::Small));
    line.setRight(line.right() - paintDifficulty(painter, line, index.data(ScenarioModel::DifficultyRole).toInt()));
    if (index.data(ScenarioModel::PlayedRole).toBool()) {
        const QRect place(line.left(), line.center().y() - sign / 2 + 1, sign, sign);
        theme::icon(QStringLiteral("play"), theme::Role::Accent).paint(painter, place);
        line.setLeft(place.right() + 6);
    }
    const auto write = [painter](const QRect& room, theme::Type type, theme::Role role, const QString& text) {
        painter->setFont(theme::font(type));
        painter->setPen(theme::color(role));
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    };
    write(line, theme::Type::Strong, isSelected ? theme::Role::SelectionText : theme::Role::Text,
          index.data().toString());
    write(below, theme::Type::Small, theme::Role::SecondaryText, index.data(ScenarioModel::StoryRole).toString());
    painter->setPen(theme::color(theme::Role::Grid));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(theme::color(theme::Role::Focus), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

} // namespace practice
