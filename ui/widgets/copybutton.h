#pragma once

#include <QToolButton>

namespace widgets {

/// Puts a text on the clipboard and says so for a moment.
class CopyButton : public QToolButton
{
    Q_OBJECT
public:
    /// `what` names it for the tooltip and screen readers: "the job id".
    explicit CopyButton(QWidget* parent = nullptr);

    void setText(const QString& text, const QString& what);
    QString copied() const { return m_text; } ///< what a click copies

signals:
    void copiedText(const QString& text);

private:
    void copy();

    QString m_text;
};

} // namespace widgets
