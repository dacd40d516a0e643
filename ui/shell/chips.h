#pragma once

#include "core/base/environment.h"

#include <QAbstractButton>

#include <optional>

namespace shell {

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

/// Looks like a search field and opens the palette; shows the keys that do the same.
class SearchStarter : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SearchStarter(QWidget* parent = nullptr);

    void setKeys(const QString& keys);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_keys;
};

/// Draws a key cap, right-aligned in `place`, and answers its width.
int paintKeyCap(QPainter* painter, const QRect& place, const QString& keys);

} // namespace shell
