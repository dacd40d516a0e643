#pragma once

#include <QProxyStyle>

class QStyleOptionToolButton;

namespace theme {

/// Fusion with our metrics, focus ring, tabs, buttons, fields and scroll bars. A push button with the dynamic property
/// "destructive" is drawn in broken's text and border, a flat one with "link" as a link; "small" ones are a little
/// lower. A tool button with "bordered" gets a push button's ground.
class Style : public QProxyStyle
{
    Q_OBJECT
public:
    Style();

    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* answer) const override;

private:
    bool drawFrame(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const;
    bool drawIndicator(PrimitiveElement element, const QStyleOption* option, QPainter* painter) const;
    void drawPushButtonLabel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawHeaderLabel(const QStyleOption* option, QPainter* painter) const;
    void drawToolButton(const QStyleOptionToolButton& button, QPainter* painter, const QWidget* widget) const;
};

} // namespace theme
