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

namespace {

// A shortcut would swallow "/" also while a text is being written; this one lets it through then.
class SlashShortcut : public QObject
{
public:
    SlashShortcut(QWidget* scope, QLineEdit* field)
        : QObject(field)
        , m_field(field)
    {
        scope->installEventFilter(this);
    }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::KeyPress || isTyping() || !m_field->isVisible())
            return false;
        if (static_cast<QKeyEvent*>(event)->text() != u"/")
            return false;
        m_field->setFocus(Qt::ShortcutFocusReason);
        m_field->selectAll();
        return true;
    }

private:
    QLineEdit* m_field;
};

} // namespace

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
{
    const QString sign = purpose == Purpose::Filter ? u"filter"_s : u"search"_s;
    addAction(theme::icon(sign, theme::Role::SecondaryText), QLineEdit::LeadingPosition);
    QAction* clear = addAction(theme::icon(u"close"_s, theme::Role::SecondaryText), QLineEdit::TrailingPosition);
    clear->setToolTip(tr("Clear"));
    clear->setVisible(false);
    connect(clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, clear, [clear](const QString& text) { clear->setVisible(!text.isEmpty()); });
    if (scope)
        new SlashShortcut(scope, this);
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
    if (!text().isEmpty() || hasFocus() || width() < 100)
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
