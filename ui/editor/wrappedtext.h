#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace editor {

/// A text of as many lines as it needs, also where a word of it, a path or a key, is wider than the place.
class WrappedText : public QWidget
{
    Q_OBJECT
public:
    WrappedText(const QString& text, theme::Type type, theme::Role role, QWidget* parent);

    void setText(const QString& text);
    QString text() const { return m_text; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    /// Never lower than its lines: a layout in want of space would have it overlap what follows.
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Height of the text; with a painter it is drawn.
    int layOut(int width, QPainter* painter) const;

    QString m_text;
    theme::Type m_type;
    theme::Role m_role;
};

} // namespace editor
