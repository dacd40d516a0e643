#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace widgets {

/// A family's count as a button that filters by it; the second line goes when space is short.
class Tile : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Tile(base::Health health, QWidget* parent = nullptr);

    void setCount(qsizetype count);
    qsizetype count() const { return m_count; }
    void setDetail(const QString& detail); ///< second line
    void setCompact(bool compact);         ///< without the second line
    base::Health health() const { return m_health; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    base::Health m_health;
    qsizetype m_count = 0;
    QString m_detail;
    bool m_compact = false;
};

} // namespace widgets
