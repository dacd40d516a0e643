#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

#include <optional>

namespace widgets {

/// A QLabel that never reads markup: what a server says is text. Use it, or ElidedLabel, instead of QLabel.
class PlainLabel : public QLabel
{
    Q_OBJECT
public:
    explicit PlainLabel(QWidget* parent = nullptr);
    explicit PlainLabel(const QString& text, QWidget* parent = nullptr);
    PlainLabel(const QString& text, theme::Type type, theme::Role role, QWidget* parent = nullptr);

    void setType(theme::Type type);
    void setRole(theme::Role role);
    /// A family's text colour instead of a role's.
    void setFamily(base::Health family);

private:
    void dress();

    theme::Type m_type = theme::Type::Body;
    theme::Role m_role = theme::Role::Text;
    std::optional<base::Health> m_family;
};

/// One line that gives way to its neighbours: cut with an ellipsis, the whole text in the tooltip.
class ElidedLabel : public PlainLabel
{
    Q_OBJECT
public:
    using PlainLabel::PlainLabel;

    void setElideMode(Qt::TextElideMode mode);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    bool isCut() const;

    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace widgets
