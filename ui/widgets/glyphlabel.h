#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

namespace widgets {

/// A glyph and a word beside it, in the family's colour: the smallest honest statement of a state.
class GlyphLabel : public QWidget
{
    Q_OBJECT
public:
    explicit GlyphLabel(QWidget* parent = nullptr);
    GlyphLabel(theme::Glyph glyph, const QString& text, QWidget* parent = nullptr);

    void setState(theme::Glyph glyph, const QString& text);
    /// The text in the normal text colour instead of the family's.
    void setPlain(bool plain);
    void setGlyphSize(int pixels); ///< 14 unless told
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    theme::Glyph m_glyph = theme::Glyph::Unknown;
    QString m_text;
    bool m_plain = false;
    int m_glyphSize = 14;
};

/// The text colour that goes with a glyph.
QColor textColorOf(theme::Glyph glyph);

} // namespace widgets
