#pragma once

#include "core/health/verdict.h"
#include "ui/widgets/card.h"

#include <QMap>

namespace widgets {
class PlainLabel;
}

namespace deployment {

/// What each source says about each fact, side by side: a column a source, a row a fact. Rows over which the sources
/// disagree are marked, and above them stands whom Drey trusts and why.
class TruthPanel : public widgets::Card
{
    Q_OBJECT
public:
    explicit TruthPanel(QWidget* parent = nullptr);

    /// `paths`: where each source is read, by source.
    void showVerdict(const health::Verdict& verdict, const QMap<health::Source, QString>& paths);
    /// The room there is for it, in pixels: where the columns would not fit the sources stand under each other.
    void setRoom(int width);

private:
    class Grid;

    Grid* m_grid;
    widgets::PlainLabel* m_trust;
    int m_sources = 3;
};

} // namespace deployment
