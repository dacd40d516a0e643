#pragma once

#include "core/base/environment.h"

#include <QColor>
#include <QWidget>

class QPainter;

namespace widgets {

/// The environment's word on its colour. The word carries the meaning, the colour only repeats it.
class EnvironmentChip : public QWidget
{
    Q_OBJECT
public:
    enum class Length { Long, Short };

    explicit EnvironmentChip(QWidget* parent = nullptr);
    explicit EnvironmentChip(base::Environment environment, Length length = Length::Long, QWidget* parent = nullptr);

    void setEnvironment(base::Environment environment);
    base::Environment environment() const { return m_environment; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// For delegates and buttons that draw the chip inside themselves.
    static QSize sizeOf(base::Environment environment, Length length);
    static void paint(QPainter* painter, const QRect& place, base::Environment environment, Length length);
    /// The same for the practice cluster, which is none of the environments.
    static QSize practiceSize();
    static void paintPractice(QPainter* painter, const QRect& place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    base::Environment m_environment = base::Environment::Unset;
    Length m_length = Length::Long;
};

} // namespace widgets
