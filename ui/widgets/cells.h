#pragma once

#include <Qt>

namespace widgets {

/// What the delegates of this room read from a model beside Qt::DisplayRole.
namespace cell {

enum Role {
    HealthRole = Qt::UserRole + 500, ///< base::Health as int: glyph and colour
    GlyphRole,                       ///< theme::Glyph as int, where it is not a health
    SecondaryRole,                   ///< QString after the text, in secondary: the namespace
    EnvironmentRole,                 ///< base::Environment as int: the square before a context's name
    TimeRole,                        ///< QDateTime, UTC: what an age cell shows
    FamilyRole,                      ///< base::Health as int: colours a value past its threshold; absent: normal
    SeriesRole,                      ///< QList<double>: the sparkline at the left of an age cell
    StaleRole,                       ///< bool: clock and secondary text
    DiffersRole,                     ///< bool: ≠ after the value
    TentativeRole,                   ///< bool: the health is not confirmed; its glyph and word are faint
    ExactRole,                       ///< QString: the exact value, for tooltip and copy
    KeyRole,                         ///< QString, of a header: the column's stable name, for settings
};

} // namespace cell
} // namespace widgets
