#pragma once

#include <QAbstractButton>

namespace widgets {

/// A small flat mark with a word; checkable ones are filters: on = selection ground and accent border.
class Chip : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Kind { Mark, Toggle }; ///< a Mark cannot be pressed

    explicit Chip(Kind kind, QWidget* parent = nullptr);
    Chip(Kind kind, const QString& text, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
};

} // namespace widgets
