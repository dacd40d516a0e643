#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace widgets {

/// A pill in a family's colours: glyph and word.
class Badge : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(QWidget* parent = nullptr);
    Badge(base::Health health, const QString& text, QWidget* parent = nullptr);

    /// An empty text shows the family's own word.
    void setState(base::Health health, const QString& text = {});
    base::Health health() const { return m_health; }
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    base::Health m_health = base::Health::Unknown;
    QString m_text;
};

} // namespace widgets
