#include "ui/fleet/keys.h"

#include <QCoreApplication>

#include <array>

namespace fleet {

using namespace Qt::StringLiterals;

namespace {

constexpr auto context = "fleet::Keys";
const auto page = u"page.fleet"_s;

constexpr std::array<const char*, viewsWithKeys + 1> viewTexts{
    QT_TRANSLATE_NOOP("fleet::Keys", "Show the whole fleet"), QT_TRANSLATE_NOOP("fleet::Keys", "Show saved view 1"),
    QT_TRANSLATE_NOOP("fleet::Keys", "Show saved view 2"),    QT_TRANSLATE_NOOP("fleet::Keys", "Show saved view 3"),
    QT_TRANSLATE_NOOP("fleet::Keys", "Show saved view 4"),    QT_TRANSLATE_NOOP("fleet::Keys", "Show saved view 5"),
    QT_TRANSLATE_NOOP("fleet::Keys", "Show saved view 6"),    QT_TRANSLATE_NOOP("fleet::Keys", "Show saved view 7"),
    QT_TRANSLATE_NOOP("fleet::Keys", "Show saved view 8"),    QT_TRANSLATE_NOOP("fleet::Keys", "Show saved view 9"),
};

} // namespace

widgets::KeyCommand sortKeys()
{
    return {u"fleet.sort"_s,
            context,
            QT_TRANSLATE_NOOP("fleet::Keys", "Sort by the current column"),
            {QKeySequence(Qt::Key_S)},
            page};
}

widgets::KeyCommand addSortKeys()
{
    return {u"fleet.addSort"_s,
            context,
            QT_TRANSLATE_NOOP("fleet::Keys", "Then sort by the current column, too"),
            {QKeySequence(Qt::SHIFT | Qt::Key_S)},
            page};
}

widgets::KeyCommand viewKeys(int number)
{
    return {u"fleet.view%1"_s.arg(number),
            context,
            viewTexts.at(static_cast<size_t>(number)),
            {QKeySequence(static_cast<int>(Qt::Key_0) + number)},
            page};
}

QList<widgets::KeyCommand> keyCommands()
{
    QList<widgets::KeyCommand> all{sortKeys(), addSortKeys()};
    for (int number = 0; number <= viewsWithKeys; ++number)
        all.append(viewKeys(number));
    return all;
}

QList<widgets::KeyPlace> keyPlaces()
{
    return {{page, context, QT_TRANSLATE_NOOP("fleet::Keys", "Fleet")}};
}

} // namespace fleet
