#pragma once

#include "core/manifest/change.h"

#include <QAbstractButton>

namespace editor {

/// One changed value: where, from what to what, and its class. A click, or Enter, leads to its line.
class ChangeRow : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ChangeRow(const manifest::Change& change, QWidget* parent = nullptr);

    const manifest::Change& change() const { return m_change; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString values() const;
    bool isLong() const;
    QString stable() const; ///< empty: nothing to say

    const manifest::Change m_change;
};

} // namespace editor
