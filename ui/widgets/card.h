#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QVBoxLayout;

namespace widgets {

class PlainLabel;
class ElidedLabel;

/// A framed part of a page with a title row; its body is a column.
class Card : public QWidget
{
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr);
    explicit Card(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle); ///< beside the title, secondary
    /// A part at the right of the title row: a badge, a button.
    void addHeaderWidget(QWidget* widget);
    QVBoxLayout* body() const { return m_body; }
    void setBodyMargins(int margin);
    /// Draws a family's colours instead of the neutral ones, for a card that is a warning.
    void setFamily(base::Health family);
    void clearFamily();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_header;
    QHBoxLayout* m_headerRow;
    ElidedLabel* m_title;
    ElidedLabel* m_subtitle;
    QVBoxLayout* m_body;
    std::optional<base::Health> m_family;
};

/// A thin line between the rows of a card.
class Line : public QWidget
{
    Q_OBJECT
public:
    explicit Line(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace widgets
