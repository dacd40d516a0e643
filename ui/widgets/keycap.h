#pragma once

#include "ui/widgets/elidedlabel.h"

namespace widgets {

/// The name of a key, drawn as a cap.
class KeyCap : public PlainLabel
{
    Q_OBJECT
public:
    explicit KeyCap(const QString& keys, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace widgets
