#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace settings {

/// Takes the next keys that are pressed together, whatever they do elsewhere. Escape gives up.
class KeyRecorder : public QLineEdit
{
    Q_OBJECT
public:
    explicit KeyRecorder(QWidget* parent = nullptr);

    void start();

signals:
    void recorded(const QKeySequence& keys);
    void abandoned();

protected:
    bool event(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void take(const QKeyEvent& event);

    bool m_isRecording = false;
};

/// The keys of a press as a shortcut would be written; empty: only keys that are held with others. Shift is left out
/// where it only made the sign: "?" and not "Shift+?".
QKeySequence sequenceOf(const QKeyEvent& event);

} // namespace settings
