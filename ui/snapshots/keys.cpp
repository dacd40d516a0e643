#include "ui/snapshots/keys.h"

#include <QCoreApplication>

#include <algorithm>

namespace snapshots {

using namespace Qt::StringLiterals;

namespace {

constexpr auto context = "snapshots::Keys";
const auto page = u"page.snapshot"_s;

} // namespace

QList<widgets::KeyCommand> keyCommands()
{
    const auto alt = [](Qt::Key digit) { return QKeySequence(Qt::ALT | digit); };
    return {
        {u"snapshot.operators"_s,
         context,
         QT_TRANSLATE_NOOP("snapshots::Keys", "Show the operators"),
         {alt(Qt::Key_1)},
         page},
        {u"snapshot.files"_s, context, QT_TRANSLATE_NOOP("snapshots::Keys", "Show the files"), {alt(Qt::Key_2)}, page},
        {u"snapshot.comparison"_s,
         context,
         QT_TRANSLATE_NOOP("snapshots::Keys", "Show the comparison"),
         {alt(Qt::Key_3)},
         page},
        {u"snapshot.nextTab"_s,
         context,
         QT_TRANSLATE_NOOP("snapshots::Keys", "Next part of the page"),
         {QKeySequence(Qt::CTRL | Qt::Key_PageDown)},
         page},
        {u"snapshot.previousTab"_s,
         context,
         QT_TRANSLATE_NOOP("snapshots::Keys", "Previous part of the page"),
         {QKeySequence(Qt::CTRL | Qt::Key_PageUp)},
         page},
        {u"snapshot.compare"_s,
         context,
         QT_TRANSLATE_NOOP("snapshots::Keys", "Compare with another snapshot…"),
         {QKeySequence(Qt::CTRL | Qt::Key_D)},
         page},
        {u"snapshot.sort"_s,
         context,
         QT_TRANSLATE_NOOP("snapshots::Keys", "Sort by the current column"),
         {QKeySequence(Qt::Key_S)},
         page},
    };
}

QList<widgets::KeyPlace> keyPlaces()
{
    return {{page, context, QT_TRANSLATE_NOOP("snapshots::Keys", "Snapshot")}};
}

widgets::KeyCommand keyCommand(QStringView id)
{
    const QList<widgets::KeyCommand> all = keyCommands();
    const auto found = std::find_if(all.begin(), all.end(), [id](const auto& command) { return command.id == id; });
    Q_ASSERT(found != all.end());
    return *found;
}

} // namespace snapshots
