#pragma once

#include "core/base/environment.h"

#include <QAbstractButton>

namespace widgets {

/// A button that opens something below it: a sign or the environment's word, a text, a chevron.
class DropChip : public QAbstractButton
{
    Q_OBJECT
public:
    explicit DropChip(QWidget* parent = nullptr);

    /// Framed in the environment's colour, with its word; Unset shows neither.
    void setEnvironment(base::Environment environment);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    base::Environment m_environment = base::Environment::Unset;
};

} // namespace widgets
