#include "ui/editor/changerow.h"

#include "core/base/visibletext.h"
#include "ui/editor/classbadge.h"
#include "ui/editor/comparison.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tooltip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

constexpr qsizetype longestPlace = 200;
/// Longer values stand one below the other, in characters.
constexpr qsizetype longestPair = 34;

int lineHeight()
{
    return QFontMetrics(theme::font(theme::Type::Body)).height() + 2;
}

} // namespace

ChangeRow::ChangeRow(const manifest::Change& change, QWidget* parent)
    : QAbstractButton(parent)
    , m_change(change)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QStringList words{base::visibleText(change.place(), longestPlace), manifest::classWord(change.weight), values()};
    if (!stable().isEmpty())
        words.append(stable());
    setAccessibleName(words.join(u", "_s));
    setText(words.first());
}

QString ChangeRow::values() const
{
    const QString both = u"%1 → %2"_s.arg(manifest::valueText(m_change.from), manifest::valueText(m_change.to));
    return m_change.isWaiting ? tr("%1, in the cluster already").arg(both) : both;
}

/// Only where the last stable value is another one than that before the edit.
QString ChangeRow::stable() const
{
    const bool isNews = !m_change.stable.isUndefined() && m_change.stable != m_change.from;
    return isNews ? tr("last stable: %1").arg(manifest::valueText(m_change.stable)) : QString();
}

bool ChangeRow::isLong() const
{
    return values().size() > longestPair;
}

QSize ChangeRow::sizeHint() const
{
    const int lines = 2 + (isLong() ? 1 : 0) + (stable().isEmpty() ? 0 : 1);
    return {240, lines * lineHeight() + theme::between};
}

QSize ChangeRow::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void ChangeRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(theme::Role::Hover));
        painter.drawRoundedRect(rect(), theme::controlRadius, theme::controlRadius);
    }
    if (theme::showsFocus(this)) {
        painter.setPen(QPen(theme::color(theme::Role::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::controlRadius, theme::controlRadius);
    }
    const QString word = manifest::classWord(m_change.weight);
    const QSize badge = ClassBadge::sizeOf(word);
    QRect line(theme::inside, theme::inside, width() - 2 * theme::inside, lineHeight());
    ClassBadge::paint(&painter,
                      QRect(line.right() + 1 - badge.width(), line.top() + (line.height() - badge.height()) / 2,
                            badge.width(), badge.height()),
                      familyOf(m_change.weight), word);
    const auto write = [&](const QString& text, theme::Type type, theme::Role role, int right, Qt::TextElideMode mode) {
        painter.setFont(theme::font(type));
        painter.setPen(theme::color(role));
        const QRect place = line.adjusted(0, 0, -right, 0);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, mode, place.width()));
        line.translate(0, line.height());
    };
    // Its end tells one place from another.
    write(text(), theme::Type::Strong, theme::Role::Text, badge.width() + theme::between, Qt::ElideLeft);
    if (isLong()) {
        write(manifest::valueText(m_change.from), theme::Type::Body, theme::Role::SecondaryText, 0, Qt::ElideLeft);
        write(u"→ "_s + manifest::valueText(m_change.to), theme::Type::Body, theme::Role::Text, 0, Qt::ElideLeft);
    } else {
        write(values(), theme::Type::Body, theme::Role::Text, 0, Qt::ElideRight);
    }
    if (!stable().isEmpty())
        write(stable(), theme::Type::Small, theme::Role::SecondaryText, 0, Qt::ElideRight);
}

bool ChangeRow::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const QStringList lines{text(), values(), stable()};
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
                           widgets::plainToolTip(lines.join(u'\n').trimmed()), this);
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            click();
            return true;
        }
    }
    return QAbstractButton::event(event);
}

} // namespace editor
