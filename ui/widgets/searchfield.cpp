#include "ui/widgets/searchfield.h"

#include "ui/theme/theme.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QTextEdit>

namespace widgets {

using namespace Qt::StringLiterals;

bool isTyping()
{
    const QWidget* focused = QApplication::focusWidget();
    if (const auto* line = qobject_cast<const QLineEdit*>(focused))
        return !line->isReadOnly();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(focused))
        return !text->isReadOnly();
    if (const auto* text = qobject_cast<const QTextEdit*>(focused))
        return !text->isReadOnly();
    if (const auto* box = qobject_cast<const QComboBox*>(focused))
        return box->isEditable();
    return qobject_cast<const QAbstractSpinBox*>(focused) != nullptr;
}

SearchField::SearchField(Purpose purpose, QWidget* scope, QWidget* parent)
    : QLineEdit(parent)
    , m_hasKey(scope != nullptr)
{
    const QString sign = purpose == Purpose::Filter ? u"filter"_s : u"search"_s;
    addAction(theme::icon(sign, theme::Role::SecondaryText), QLineEdit::LeadingPosition);
    QAction* clear = addAction(theme::icon(u"close"_s, theme::Role::SecondaryText), QLineEdit::TrailingPosition);
    clear->setToolTip(tr("Clear"));
    clear->setVisible(false);
    connect(clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, clear, [clear](const QString& text) { clear->setVisible(!text.isEmpty()); });
    if (!scope)
        return;
    // A field that is being written into claims "/" before any shortcut does.
    auto* slash = new QShortcut(QKeySequence(Qt::Key_Slash), scope);
    slash->setContext(Qt::WidgetWithChildrenShortcut);
    // The words in the empty field end before the key that is drawn there.
    const auto reserve = [this] { setTextMargins(0, 0, text().isEmpty() ? theme::buttonHeight() : 0, 0); };
    connect(this, &QLineEdit::textChanged, this, reserve);
    reserve();
    connect(slash, &QShortcut::activated, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    if (text().isEmpty())
        emit abandoned();
    else
        clear();
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (!m_hasKey || !text().isEmpty() || hasFocus() || width() < 100)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int size = height() - 12;
    const QRectF cap(width() - size - 8.5, 6.5, size - 1, size - 1);
    painter.setPen(theme::color(theme::Role::Border));
    painter.setBrush(theme::color(theme::Role::Raised));
    painter.drawRoundedRect(cap, 3, 3);
    painter.setPen(theme::color(theme::Role::SecondaryText));
    painter.setFont(theme::font(theme::Type::Small));
    painter.drawText(cap, Qt::AlignCenter, u"/"_s);
}

} // namespace widgets
