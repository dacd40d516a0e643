#include "ui/shell/navigatordelegate.h"

#include "ui/shell/navigatormodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/environmentchip.h"

#include <QLocale>
#include <QPainter>

namespace shell {

using namespace Qt::StringLiterals;

namespace {

constexpr int signSize = 14;

QString signOf(NavigatorModel::Kind kind)
{
    switch (kind) {
    case NavigatorModel::Kind::Fleet:
        return u"fleet"_s;
    case NavigatorModel::Kind::Connection:
        return u"context"_s;
    case NavigatorModel::Kind::NameSpace:
        return u"namespace"_s;
    case NavigatorModel::Kind::Section:
    case NavigatorModel::Kind::Pin:
    case NavigatorModel::Kind::Recent:
    case NavigatorModel::Kind::Deployment:
        return {};
    }
    return {};
}

// Answers how much of the row's right end it used.
int paintRight(QPainter* painter, const QRect& row, const QModelIndex& index)
{
    const auto place = [row](const QSize& size) {
        return QRect(row.right() - size.width() - 7, row.center().y() - size.height() / 2 + 1, size.width(),
                     size.height());
    };
    if (index.data(NavigatorModel::PracticeRole).toBool()) {
        const QSize size = widgets::EnvironmentChip::practiceSize();
        widgets::EnvironmentChip::paintPractice(painter, place(size));
        return size.width() + 14;
    }
    const QVariant environment = index.data(widgets::cell::EnvironmentRole);
    if (environment.isValid() && environment.toInt() != static_cast<int>(base::Environment::Unset)) {
        const auto which = static_cast<base::Environment>(environment.toInt());
        const QSize size = widgets::EnvironmentChip::sizeOf(which, widgets::EnvironmentChip::Length::Short);
        widgets::EnvironmentChip::paint(painter, place(size), which, widgets::EnvironmentChip::Length::Short);
        return size.width() + 14;
    }
    const QVariant count = index.data(NavigatorModel::CountRole);
    if (!count.isValid())
        return 4;
    painter->setFont(theme::font(theme::Type::Small));
    painter->setPen(theme::color(theme::Role::SecondaryText));
    const QString text = QLocale().toString(count.toInt());
    painter->drawText(row.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, text);
    return painter->fontMetrics().horizontalAdvance(text) + 14;
}

} // namespace

QSize NavigatorDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {100, theme::treeRowHeight()};
}

void NavigatorDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto kind = static_cast<NavigatorModel::Kind>(index.data(NavigatorModel::KindRole).toInt());
    painter->save();
    const QString text = index.data(Qt::DisplayRole).toString();
    if (kind == NavigatorModel::Kind::Section) {
        QFont small = theme::font(theme::Type::Small);
        small.setWeight(QFont::DemiBold);
        painter->setFont(small);
        painter->setPen(theme::color(theme::Role::SecondaryText));
        painter->drawText(option.rect.adjusted(-6, 4, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
        painter->restore();
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const int left = 0;
    const QRect whole(left, option.rect.top(), option.rect.right() - left + 1, option.rect.height());
    if (selected) {
        painter->fillRect(whole, theme::color(theme::Role::Selection));
        painter->fillRect(QRect(left, whole.top(), 2, whole.height()), theme::color(theme::Role::Accent));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, theme::color(theme::Role::Hover));
    }
    QRect row = option.rect;
    row.setRight(row.right() - paintRight(painter, row, index));
    const QRect sign(row.left() + 2, row.center().y() - signSize / 2 + 1, signSize, signSize);
    const QVariant health = index.data(widgets::cell::HealthRole);
    if (health.isValid())
        theme::paintGlyph(painter, sign, theme::glyphOf(static_cast<base::Health>(health.toInt())));
    else
        theme::icon(index.data(NavigatorModel::EndpointRole).toBool() ? u"endpoint"_s : signOf(kind),
                    theme::Role::SecondaryText)
            .paint(painter, sign);
    row.setLeft(sign.right() + 8);
    painter->setFont(theme::font(selected ? theme::Type::Strong : theme::Type::Body));
    painter->setPen(theme::color(selected ? theme::Role::SelectionText : theme::Role::Text));
    painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideMiddle, row.width()));
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(theme::color(theme::Role::Focus), 2));
        painter->drawRect(whole.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

} // namespace shell
