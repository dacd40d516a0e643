#include "ui/fleet/keys.h"

#include <QCoreApplication>

namespace fleet {

using namespace Qt::StringLiterals;

namespace {

constexpr auto context = "fleet::Keys";
const auto place = u"page.fleet"_s;

} // namespace

widgets::KeyCommand sortKeys()
{
    return {u"fleet.sort"_s,
            context,
            QT_TRANSLATE_NOOP("fleet::Keys", "Sort by the current column"),
            {QKeySequence(Qt::Key_S)},
            place};
}

widgets::KeyCommand sortMoreKeys()
{
    return {u"fleet.sortMore"_s,
            context,
            QT_TRANSLATE_NOOP("fleet::Keys", "Then sort by the current column, too"),
            {QKeySequence(Qt::SHIFT | Qt::Key_S)},
            place};
}

QList<widgets::KeyCommand> keyCommands()
{
    return {sortKeys(), sortMoreKeys()};
}

widgets::KeyPlace keyPlace()
{
    return {place, context, QT_TRANSLATE_NOOP("fleet::Keys", "Fleet")};
}

} // namespace fleet
