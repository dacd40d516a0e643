#include "ui/shell/commands.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QWidget>

namespace shell {

using namespace Qt::StringLiterals;

namespace {

constexpr auto textContext = "shell::MainWindow";

} // namespace

Commands::Commands(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    // Not installed: only asked for the names a Korean would type while the window speaks English.
    if (!m_korean.load(u":/translations/drey_ko.qm"_s))
        qWarning("The Korean texts are missing from the program.");
}

QAction* Commands::add(const QString& id, const char* source, const QString& icon, const QList<QKeySequence>& keys)
{
    auto* action = new QAction(m_window);
    action->setObjectName(id);
    if (!icon.isEmpty())
        action->setIcon(theme::icon(icon));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setText(QCoreApplication::translate(textContext, source));
    m_window->addAction(action);
    m_actions.append(action);
    m_byId.insert(id, action);
    m_sources.insert(action, source);
    m_keyCommands.append({id, textContext, source, keys});
    return action;
}

void Commands::setLikeK9s(const QString& id, const QList<QKeySequence>& keys)
{
    for (widgets::KeyCommand& command : m_keyCommands) {
        if (command.id == id)
            command.likeK9s = keys;
    }
}

void Commands::bindKeys()
{
    widgets::KeyMap* map = widgets::KeyMap::instance();
    if (!map)
        return;
    map->add(m_keyCommands);
    connect(map, &widgets::KeyMap::changed, this, &Commands::applyKeys);
    applyKeys();
}

void Commands::applyKeys()
{
    for (const widgets::KeyCommand& command : std::as_const(m_keyCommands))
        action(command.id)->setShortcuts(widgets::keysOf(command));
}

QAction* Commands::action(const QString& id) const
{
    return m_byId.value(id);
}

QStringList Commands::namesOf(const QAction* action) const
{
    const char* source = m_sources.value(action);
    if (!source)
        return {withoutMnemonic(action->text())};
    QStringList names{withoutMnemonic(QString::fromUtf8(source))};
    const QString korean = m_korean.translate(textContext, source);
    if (!korean.isEmpty())
        names.append(withoutMnemonic(korean));
    return names;
}

void Commands::retranslate()
{
    for (QAction* action : std::as_const(m_actions))
        action->setText(QCoreApplication::translate(textContext, m_sources.value(action)));
}

} // namespace shell
