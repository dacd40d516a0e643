#include "ui/fleet/tilebar.h"

#include "ui/widgets/tile.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QResizeEvent>
#include <QSignalBlocker>

namespace fleet {

namespace {

/// Narrower than this the tiles lose their second line.
constexpr int compactBelow = 1000;

constexpr std::array order{base::Health::Broken,  base::Health::AtRisk,  base::Health::Changing,
                           base::Health::Unknown, base::Health::Healthy, base::Health::Suspended};

} // namespace

TileBar::TileBar(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::between);
    for (size_t i = 0; i < order.size(); ++i) {
        auto* tile = new widgets::Tile(order[i], this);
        tile->setCheckable(true);
        connect(tile, &QAbstractButton::toggled, this, [this, tile](bool on) { press(tile, on); });
        row->addWidget(tile, 1);
        m_tiles[i] = tile;
    }
}

void TileBar::press(widgets::Tile* tile, bool on)
{
    for (widgets::Tile* other : m_tiles) {
        const QSignalBlocker blocker(other);
        if (on && other != tile)
            other->setChecked(false);
    }
    emit familyChosen(pressed());
}

std::optional<base::Health> TileBar::pressed() const
{
    for (const widgets::Tile* tile : m_tiles) {
        if (tile->isChecked())
            return tile->health();
    }
    return {};
}

void TileBar::choose(std::optional<base::Health> family)
{
    for (widgets::Tile* tile : m_tiles) {
        const QSignalBlocker blocker(tile);
        tile->setChecked(tile->health() == family);
    }
}

void TileBar::showCounts(const Counts& counts)
{
    for (widgets::Tile* tile : m_tiles) {
        tile->setCount(counts.byHealth[size_t(tile->health())]);
        if (const int tentative = counts.tentative[size_t(tile->health())]; tentative > 0) {
            tile->setDetail(tr("%n not confirmed", "count of deployments", tentative));
            continue;
        }
        switch (tile->health()) {
        case base::Health::Broken:
            tile->setDetail(tr("need help now"));
            break;
        case base::Health::AtRisk:
            tile->setDetail(tr("may fail next"));
            break;
        case base::Health::Changing:
            tile->setDetail(tr("on their way"));
            break;
        case base::Health::Unknown:
            tile->setDetail(tr("no current word"));
            break;
        case base::Health::Healthy:
            tile->setDetail(tr("of %1", "count of deployments").arg(QLocale().toString(counts.matching)));
            break;
        case base::Health::Suspended:
            tile->setDetail(tr("on purpose"));
            break;
        }
    }
}

void TileBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    for (widgets::Tile* tile : m_tiles)
        tile->setCompact(event->size().width() < compactBelow);
}

} // namespace fleet
