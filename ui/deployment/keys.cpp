#include "ui/deployment/keys.h"

#include <QCoreApplication>

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

constexpr auto context = "deployment::Keys";
using Sequences = QList<QKeySequence>;

const auto page = u"page.deployment"_s;
const auto log = u"page.deployment.log"_s;
const auto yaml = u"page.deployment.yaml"_s;

QKeySequence key(Qt::Key one)
{
    return {one};
}

/// The tabs of the page: Alt and their place, and what hands used to k9s would press.
QList<widgets::KeyCommand> tabCommands()
{
    const auto alt = [](Qt::Key digit) { return QKeySequence(Qt::ALT | digit); };
    const auto both = [&alt](Qt::Key digit, Qt::Key letter) { return Sequences{key(letter), alt(digit)}; };
    return {
        {u"deployment.overview"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Show the overview"),
         {alt(Qt::Key_1)},
         page,
         both(Qt::Key_1, Qt::Key_D)},
        {u"deployment.jobs"_s, context, QT_TRANSLATE_NOOP("deployment::Keys", "Show the jobs"), {alt(Qt::Key_2)}, page},
        {u"deployment.checkpoints"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Show the checkpoints"),
         {alt(Qt::Key_3)},
         page},
        {u"deployment.exceptions"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Show the exceptions"),
         {alt(Qt::Key_4)},
         page},
        {u"deployment.pods"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Show the pods and their logs"),
         {alt(Qt::Key_5)},
         page,
         both(Qt::Key_5, Qt::Key_L)},
        {u"deployment.events"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Show the events"),
         {alt(Qt::Key_6)},
         page},
        {u"deployment.yaml"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Show the YAML"),
         {alt(Qt::Key_7)},
         page,
         both(Qt::Key_7, Qt::Key_Y)},
        {u"deployment.config"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Show the configuration"),
         {alt(Qt::Key_8)},
         page},
        {u"deployment.graph"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Show the job graph"),
         {alt(Qt::Key_9)},
         page},
        {u"deployment.nextTab"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Next part of the page"),
         {QKeySequence(Qt::CTRL | Qt::Key_PageDown)},
         page},
        {u"deployment.previousTab"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Previous part of the page"),
         {QKeySequence(Qt::CTRL | Qt::Key_PageUp)},
         page},
    };
}

/// Each with Ctrl and Alt, so that no slip of a finger begins it.
QList<widgets::KeyCommand> operationCommands()
{
    const auto both = [](Qt::Key letter) { return QKeySequence(Qt::CTRL | Qt::ALT | letter); };
    return {
        {u"deployment.savepoint"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Take a savepoint"),
         {both(Qt::Key_S)},
         page},
        {u"deployment.suspend"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Suspend or resume the job"),
         {both(Qt::Key_P)},
         page},
        {u"deployment.restart"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Restart the job"),
         {both(Qt::Key_R)},
         page},
        {u"deployment.upgrade"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Upgrade the deployment"),
         {both(Qt::Key_U)},
         page},
        {u"deployment.rollback"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Roll the deployment back"),
         {both(Qt::Key_B)},
         page},
    };
}

QList<widgets::KeyCommand> logCommands()
{
    const auto shifted = [](Qt::Key letter) { return QKeySequence(Qt::CTRL | Qt::SHIFT | letter); };
    return {
        {u"log.find"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Search the log"),
         {QKeySequence(QKeySequence::Find)},
         log},
        {u"log.findNext"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Next match in the log"),
         {key(Qt::Key_F3)},
         log},
        {u"log.findPrevious"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Previous match in the log"),
         {QKeySequence(Qt::SHIFT | Qt::Key_F3)},
         log},
        {u"log.follow"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Follow the end of the log"),
         {shifted(Qt::Key_F)},
         log,
         Sequences{key(Qt::Key_S)}},
        {u"log.previous"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "The log before the last restart"),
         {shifted(Qt::Key_B)},
         log,
         Sequences{key(Qt::Key_P)}},
        {u"log.times"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Times beside the log's lines"),
         {shifted(Qt::Key_T)},
         log,
         Sequences{key(Qt::Key_T)}},
        {u"log.wrap"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Wrap the log's lines"),
         {shifted(Qt::Key_W)},
         log,
         Sequences{key(Qt::Key_W)}},
        {u"log.save"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Save the log"),
         {QKeySequence(Qt::CTRL | Qt::Key_S)},
         log},
    };
}

QList<widgets::KeyCommand> yamlCommands()
{
    return {
        {u"yaml.find"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Find in the YAML"),
         {QKeySequence(QKeySequence::Find)},
         yaml},
        {u"yaml.findNext"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Next match in the YAML"),
         {key(Qt::Key_F3)},
         yaml},
        {u"yaml.findPrevious"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Previous match in the YAML"),
         {QKeySequence(Qt::SHIFT | Qt::Key_F3)},
         yaml},
        {u"yaml.fold"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Fold or unfold what stands here"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_BracketLeft)},
         yaml},
        {u"yaml.foldAll"_s,
         context,
         QT_TRANSLATE_NOOP("deployment::Keys", "Fold or unfold everything"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_BracketRight)},
         yaml},
    };
}

} // namespace

QList<widgets::KeyCommand> keyCommands()
{
    static const QList<widgets::KeyCommand> all = tabCommands() + operationCommands() + logCommands() + yamlCommands();
    return all;
}

QList<widgets::KeyPlace> keyPlaces()
{
    return {{page, context, QT_TRANSLATE_NOOP("deployment::Keys", "Deployment")},
            {log, context, QT_TRANSLATE_NOOP("deployment::Keys", "Log")},
            {yaml, context, QT_TRANSLATE_NOOP("deployment::Keys", "YAML")}};
}

widgets::KeyCommand keyCommand(QStringView id)
{
    const QList<widgets::KeyCommand> all = keyCommands();
    const auto found = std::find_if(all.begin(), all.end(), [id](const auto& command) { return command.id == id; });
    Q_ASSERT(found != all.end());
    return *found;
}

} // namespace deployment
