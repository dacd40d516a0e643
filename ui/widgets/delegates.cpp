#include "ui/widgets/delegates.h"

#include "ui/theme/theme.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/shapedtext.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tabular.h"
#include "ui/widgets/timedisplay.h"

#include <QApplication>
#include <QPainter>

#include <optional>

namespace widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 8;
constexpr int glyphSize = 14;
constexpr int gap = 7;
constexpr qreal faint = 0.45; ///< of a glyph that claims what is not confirmed
constexpr int sparkWidth = 34;
constexpr int sparkHeight = 16;

std::optional<base::Health> healthAt(const QModelIndex& index, int role)
{
    const QVariant value = index.data(role);
    return value.isValid() ? std::optional(static_cast<base::Health>(value.toInt())) : std::nullopt;
}

std::optional<theme::Glyph> glyphAt(const QModelIndex& index)
{
    const QVariant value = index.data(cell::GlyphRole);
    if (value.isValid())
        return static_cast<theme::Glyph>(value.toInt());
    const std::optional<base::Health> health = healthAt(index, cell::HealthRole);
    return health ? std::optional(theme::glyphOf(*health)) : std::nullopt;
}

QString textAt(const QModelIndex& index)
{
    return index.data(Qt::DisplayRole).toString();
}

// Colour and weight of a figure: normal, its family's past a threshold, secondary while stale.
void inkFor(QPainter* painter, const QModelIndex& index)
{
    if (index.data(cell::StaleRole).toBool()) {
        painter->setPen(theme::color(theme::Role::SecondaryText));
        return;
    }
    if (const auto family = healthAt(index, cell::FamilyRole)) {
        painter->setPen(theme::status(*family).text);
        painter->setFont(theme::font(theme::Type::Strong));
    }
}

int width(theme::Type type, const QString& text)
{
    return QFontMetrics(theme::font(type)).horizontalAdvance(text);
}

// Marks after a value, from `x` to the right: ≠ and the clock.
void paintMarks(QPainter* painter, const QRect& place, int x, const QModelIndex& index)
{
    const int top = place.center().y() - glyphSize / 2 + 1;
    if (index.data(cell::DiffersRole).toBool() && x + glyphSize <= place.right()) {
        theme::paintGlyph(painter, QRect(x, top + 1, 12, 12), theme::Glyph::Differs);
        x += glyphSize + 4;
    }
    if (index.data(cell::StaleRole).toBool() && x + glyphSize <= place.right() + 1)
        theme::paintGlyph(painter, QRect(x, top, glyphSize, glyphSize), theme::Glyph::Stale);
}

int marksWidth(const QModelIndex& index)
{
    return (index.data(cell::DiffersRole).toBool() ? glyphSize + 4 : 0) +
           (index.data(cell::StaleRole).toBool() ? glyphSize + 4 : 0);
}

QString ageAt(const QModelIndex& index)
{
    const QVariant time = index.data(cell::TimeRole);
    return time.isValid() ? timeText(time.toDateTime()) : textAt(index);
}

} // namespace

CellDelegate::CellDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {contentWidth(index) + 2 * margin, theme::rowHeight()};
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto* table = qobject_cast<const Table*>(option.widget);
    const bool hovered = table ? table->hoveredRow() == index.row() : option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->setClipRect(option.rect);
    if (selected)
        painter->fillRect(option.rect, theme::color(theme::Role::Selection));
    else if (hovered)
        painter->fillRect(option.rect, theme::color(theme::Role::Hover));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      theme::color(theme::Role::Grid));
    painter->setPen(theme::color(selected ? theme::Role::SelectionText : theme::Role::Text));
    painter->setFont(theme::font(theme::Type::Body));
    paintContent(painter, option.rect.adjusted(margin, 0, -margin, -1), option, index);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect ring;
        ring.QStyleOption::operator=(option);
        ring.rect = option.rect.adjusted(0, 0, 0, -1);
        QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, painter, option.widget);
    }
    painter->restore();
}

void CellDelegate::paintContent(QPainter* painter, const QRect& place, const QStyleOptionViewItem&,
                                const QModelIndex& index) const
{
    inkFor(painter, index);
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const int side = alignment.isValid() ? alignment.toInt() & Qt::AlignHorizontal_Mask : Qt::AlignLeft;
    QRect room = place;
    int x = place.left();
    if (const auto glyph = glyphAt(index)) {
        theme::paintGlyph(painter, QRect(x, place.center().y() - glyphSize / 2 + 1, glyphSize, glyphSize), *glyph);
        x += glyphSize + gap;
        room.setLeft(x);
    }
    room.setRight(room.right() - marksWidth(index));
    const int drawn = drawShaped(painter, room, Qt::Alignment(side), textAt(index), Qt::ElideRight);
    paintMarks(painter, place, x + drawn + 6, index);
}

int CellDelegate::contentWidth(const QModelIndex& index) const
{
    return width(theme::Type::Body, textAt(index)) + (glyphAt(index) ? glyphSize + gap : 0) + marksWidth(index) + 2;
}

void StatusDelegate::paintContent(QPainter* painter, const QRect& place, const QStyleOptionViewItem&,
                                  const QModelIndex& index) const
{
    const theme::Glyph glyph = glyphAt(index).value_or(theme::Glyph::Unknown);
    const bool isTentative = index.data(cell::TentativeRole).toBool();
    painter->setOpacity(isTentative ? faint : 1);
    theme::paintGlyph(painter, QRect(place.left(), place.center().y() - glyphSize / 2 + 1, glyphSize, glyphSize),
                      glyph);
    painter->setOpacity(1);
    painter->setFont(theme::font(isTentative ? theme::Type::Body : theme::Type::Strong));
    painter->setPen(isTentative ? theme::color(theme::Role::SecondaryText) : textColorOf(glyph));
    const QRect room = place.adjusted(glyphSize + gap, 0, 0, 0);
    drawShaped(painter, room, Qt::AlignLeft, textAt(index), Qt::ElideRight);
}

int StatusDelegate::contentWidth(const QModelIndex& index) const
{
    return glyphSize + gap + width(theme::Type::Strong, textAt(index)) + 2;
}

NameDelegate::NameDelegate(Weight weight, QObject* parent)
    : CellDelegate(parent)
    , m_weight(weight)
{
}

void NameDelegate::paintContent(QPainter* painter, const QRect& place, const QStyleOptionViewItem&,
                                const QModelIndex& index) const
{
    int x = place.left();
    const QVariant environment = index.data(cell::EnvironmentRole);
    if (environment.isValid()) {
        const auto colors = theme::environment(static_cast<base::Environment>(environment.toInt()));
        const bool isSet = environment.toInt() != static_cast<int>(base::Environment::Unset);
        painter->fillRect(QRect(x, place.center().y() - 3, 8, 8),
                          isSet ? colors.solid : theme::color(theme::Role::Edge));
        x += 8 + 6;
    }
    if (m_weight == Weight::Medium) {
        QFont medium = theme::font(theme::Type::Body);
        medium.setWeight(QFont::Medium);
        painter->setFont(medium);
    }
    const int marks = marksWidth(index);
    const int room = place.right() + 1 - x - marks;
    const QRect forName(x, place.top(), room, place.height());
    x += drawShaped(painter, forName, Qt::AlignLeft, textAt(index), Qt::ElideMiddle) + 5;
    const QString more = index.data(cell::SecondaryRole).toString();
    const int rest = place.right() + 1 - marks - x;
    if (!more.isEmpty() && rest > 12) {
        painter->save();
        painter->setFont(theme::font(theme::Type::Small));
        painter->setPen(theme::color(theme::Role::SecondaryText));
        const QRect forMore(x, place.top(), rest, place.height());
        x += drawShaped(painter, forMore, Qt::AlignLeft, more, Qt::ElideRight) + 4;
        painter->restore();
    }
    paintMarks(painter, place, x, index);
}

int NameDelegate::contentWidth(const QModelIndex& index) const
{
    const int square = index.data(cell::EnvironmentRole).isValid() ? 14 : 0;
    const QString more = index.data(cell::SecondaryRole).toString();
    return square + width(theme::Type::Strong, textAt(index)) +
           (more.isEmpty() ? 0 : 5 + width(theme::Type::Small, more)) + marksWidth(index) + 2;
}

void AgeDelegate::paintContent(QPainter* painter, const QRect& place, const QStyleOptionViewItem&,
                               const QModelIndex& index) const
{
    inkFor(painter, index);
    const auto series = index.data(cell::SeriesRole).value<QList<double>>();
    const QRect spark(place.left(), place.center().y() - sparkHeight / 2 + 1, sparkWidth, sparkHeight);
    const QString age = ageAt(index);
    if (place.width() >= sparkWidth + margin + tabularWidth(painter->fontMetrics(), age)) {
        painter->save();
        if (!index.data(cell::FamilyRole).isValid())
            painter->setPen(theme::color(theme::Role::SecondaryText));
        drawSparkline(painter, spark, series);
        painter->restore();
    }
    drawTabular(painter, place, age);
}

int AgeDelegate::contentWidth(const QModelIndex& index) const
{
    const int spark = index.data(cell::SeriesRole).isValid() ? sparkWidth + margin : 0;
    return spark + tabularWidth(QFontMetrics(theme::font(theme::Type::Strong)), ageAt(index)) + 2;
}

void NumberDelegate::paintContent(QPainter* painter, const QRect& place, const QStyleOptionViewItem&,
                                  const QModelIndex& index) const
{
    inkFor(painter, index);
    drawTabular(painter, place, textAt(index));
}

int NumberDelegate::contentWidth(const QModelIndex& index) const
{
    return tabularWidth(QFontMetrics(theme::font(theme::Type::Strong)), textAt(index)) + 2;
}

} // namespace widgets
