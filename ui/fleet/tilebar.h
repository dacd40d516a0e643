#pragma once

#include "ui/fleet/fleetmodel.h"

#include <QWidget>

#include <array>

namespace widgets {
class Tile;
}

namespace fleet {

/// The counts of the six families; a pressed one filters by it, pressing it again lets all through.
class TileBar : public QWidget
{
    Q_OBJECT
public:
    explicit TileBar(QWidget* parent = nullptr);

    void showCounts(const Counts& counts);
    std::optional<base::Health> pressed() const;
    /// Presses this one alone, or none; without a signal.
    void choose(std::optional<base::Health> family);

signals:
    void familyChosen(std::optional<base::Health> family);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void press(widgets::Tile* tile, bool on);

    std::array<widgets::Tile*, 6> m_tiles{};
};

} // namespace fleet
