#include "ui/settings/keyrecorder.h"

#include <QKeyEvent>

namespace settings {

QKeySequence sequenceOf(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
    case Qt::Key_Hangul:
    case Qt::Key_Hangul_Hanja:
    case Qt::Key_unknown:
    case 0:
        return {};
    default:
        break;
    }
    Qt::KeyboardModifiers held = event.modifiers() & ~Qt::KeypadModifier;
    Qt::Key key = static_cast<Qt::Key>(event.key());
    if (key == Qt::Key_Backtab)
        key = Qt::Key_Tab;
    const bool isSign = key > Qt::Key_Space && key < Qt::Key_Escape && !(key >= Qt::Key_A && key <= Qt::Key_Z);
    if (isSign)
        held &= ~Qt::ShiftModifier;
    return QKeySequence(QKeyCombination(held, key));
}

KeyRecorder::KeyRecorder(QWidget* parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setContextMenuPolicy(Qt::NoContextMenu);
}

void KeyRecorder::start()
{
    m_isRecording = true;
    clear();
    setFocus(Qt::OtherFocusReason);
}

void KeyRecorder::take(const QKeyEvent& event)
{
    if (event.key() == Qt::Key_Escape && event.modifiers() == Qt::NoModifier) {
        m_isRecording = false;
        emit abandoned();
        return;
    }
    const QKeySequence keys = sequenceOf(event);
    if (keys.isEmpty())
        return;
    m_isRecording = false;
    setText(keys.toString(QKeySequence::NativeText));
    emit recorded(keys);
}

bool KeyRecorder::event(QEvent* event)
{
    if (m_isRecording && event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (m_isRecording && event->type() == QEvent::KeyPress) {
        take(*static_cast<QKeyEvent*>(event));
        return true;
    }
    return QLineEdit::event(event);
}

void KeyRecorder::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (std::exchange(m_isRecording, false))
        emit abandoned();
}

} // namespace settings
