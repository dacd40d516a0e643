#include "ui/editor/keys.h"

#include <QCoreApplication>

#include <algorithm>

namespace editor {

using namespace Qt::StringLiterals;

namespace {

constexpr auto context = "editor::Keys";

const auto page = u"page.manifest"_s;

QKeySequence key(Qt::Key one)
{
    return {one};
}

QList<widgets::KeyCommand> problemCommands()
{
    return {
        {u"manifest.save"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Save"),
         {QKeySequence(Qt::CTRL | Qt::Key_S)},
         page},
        {u"manifest.saveAs"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Save under another name"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
         page},
        {u"manifest.nextProblem"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Next problem"),
         {key(Qt::Key_F8)},
         page},
        {u"manifest.previousProblem"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Previous problem"),
         {QKeySequence(Qt::SHIFT | Qt::Key_F8)},
         page},
        {u"manifest.fixes"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Fixes for this place"),
         {QKeySequence(Qt::ALT | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Period)},
         page},
        {u"manifest.fixAll"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Fix all that is safe"),
         {QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Return)},
         page},
        {u"manifest.explain"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Explain this place"),
         {key(Qt::Key_F2)},
         page},
        {u"manifest.complete"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Complete the word"),
         {QKeySequence(Qt::CTRL | Qt::Key_Space)},
         page},
    };
}

QList<widgets::KeyCommand> clusterCommands()
{
    return {
        {u"manifest.target"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Choose the cluster it is held against"),
         {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C)},
         page},
        {u"manifest.effect"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Show or hide the effect"),
         {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_E)},
         page},
        {u"manifest.diff"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Show the diff with its effects"),
         {QKeySequence(Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_E)},
         page},
        {u"manifest.copyPatch"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Copy the changes as a patch"),
         {QKeySequence(Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_C)},
         page},
        {u"manifest.apply"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Review and apply"),
         {QKeySequence(Qt::CTRL | Qt::Key_Return)},
         page},
    };
}

QList<widgets::KeyCommand> textCommands()
{
    return {
        {u"manifest.find"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Find"),
         {QKeySequence(Qt::CTRL | Qt::Key_F)},
         page},
        {u"manifest.replace"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Find and replace"),
         {QKeySequence(Qt::CTRL | Qt::Key_H)},
         page},
        {u"manifest.findNext"_s, context, QT_TRANSLATE_NOOP("editor::Keys", "Next match"), {key(Qt::Key_F3)}, page},
        {u"manifest.findPrevious"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Previous match"),
         {QKeySequence(Qt::SHIFT | Qt::Key_F3)},
         page},
        {u"manifest.goToLine"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Go to a line"),
         {QKeySequence(Qt::CTRL | Qt::Key_G)},
         page},
        {u"manifest.outline"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Show or hide the outline"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
         page},
        {u"manifest.form"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "From the text to the form, and back"),
         {key(Qt::Key_F4)},
         page},
        {u"manifest.fieldLine"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Show a field of the form in the text"),
         {QKeySequence(Qt::CTRL | Qt::Key_Return)},
         page},
        {u"manifest.pastePage"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Paste from a web page"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)},
         page},
        {u"manifest.comment"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Make the lines comments, or text again"),
         {QKeySequence(Qt::CTRL | Qt::Key_Slash)},
         page},
        {u"manifest.moveUp"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Move the lines up"),
         {QKeySequence(Qt::ALT | Qt::Key_Up)},
         page},
        {u"manifest.moveDown"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Move the lines down"),
         {QKeySequence(Qt::ALT | Qt::Key_Down)},
         page},
        {u"manifest.fold"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Fold or unfold what stands here"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_BracketLeft)},
         page},
        {u"manifest.foldAll"_s,
         context,
         QT_TRANSLATE_NOOP("editor::Keys", "Fold or unfold everything"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_BracketRight)},
         page},
    };
}

} // namespace

QList<widgets::KeyCommand> keyCommands()
{
    static const QList<widgets::KeyCommand> all = problemCommands() + clusterCommands() + textCommands();
    return all;
}

QList<widgets::KeyPlace> keyPlaces()
{
    return {{page, context, QT_TRANSLATE_NOOP("editor::Keys", "Manifest")}};
}

widgets::KeyCommand keyCommand(QStringView id)
{
    const QList<widgets::KeyCommand> all = keyCommands();
    const auto found = std::find_if(all.begin(), all.end(), [id](const auto& command) { return command.id == id; });
    Q_ASSERT(found != all.end());
    return *found;
}

} // namespace editor
