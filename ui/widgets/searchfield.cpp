#include "ui/widgets/searchfield.h"

#include "ui/theme/theme.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPointer>
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
    return qobject_cast<const QAbstractSpinBox*>(focused) ||
           (focused && focused->testAttribute(Qt::WA_InputMethodEnabled));
}

KeyCommand focusKeys()
{
    return {u"page.search"_s,
            "widgets::SearchField",
            QT_TRANSLATE_NOOP("widgets::SearchField", "Filter or search the page"),
            {Qt::Key_Slash},
            u"page"_s};
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
    // The words in the empty field end before the key that is drawn there.
    const auto reserve = [this] { setTextMargins(0, 0, text().isEmpty() ? theme::buttonHeight() : 0, 0); };
    connect(this, &QLineEdit::textChanged, this, reserve);
    reserve();
    bindKeys(scope, focusKeys(), [field = QPointer(this)] {
        if (!field)
            return;
        field->setFocus(Qt::ShortcutFocusReason);
        field->selectAll();
    });
    if (KeyMap* map = KeyMap::instance())
        connect(map, &KeyMap::changed, this, qOverload<>(&QWidget::update));
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
    const QString keys = keyText(focusKeys());
    // Room for one key only; a longer name stands in the sheet of keys.
    if (!m_hasKey || keys.size() != 1 || !text().isEmpty() || hasFocus() || width() < 100)
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
    painter.drawText(cap, Qt::AlignCenter, keys);
}

} // namespace widgets
