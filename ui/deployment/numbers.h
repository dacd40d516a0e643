#pragma once

#include "core/base/health.h"
#include "ui/widgets/card.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace deployment {

/// One big number with what it is and what to measure it by.
struct Number
{
    QString title;
    QString value; ///< e.g. "14m 12s"; "?" when not known
    QString unit;
    QString detail;                     ///< under it: a goal, or why it is not known
    std::optional<base::Health> family; ///< colours the value
    QList<double> series;               ///< drawn small; fewer than two: nothing
    bool isStale = false;

    friend bool operator==(const Number&, const Number&) = default;
};

/// Some numbers side by side in one card, wrapped to as many lines as they need.
class Numbers : public widgets::Card
{
    Q_OBJECT
public:
    explicit Numbers(QWidget* parent = nullptr);

    void setNumbers(const QList<Number>& numbers);

private:
    class Strip;
    Strip* m_strip;
};

} // namespace deployment
