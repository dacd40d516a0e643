#pragma once

#include "ui/widgets/keymap.h"

#include <QAction>
#include <QHash>
#include <QObject>
#include <QTranslator>

class QWidget;

namespace shell {

/// Every command of the window: one action with a stable id, its text in the language of the program, and its names in
/// both languages for the search.
class Commands : public QObject
{
    Q_OBJECT
public:
    /// Actions belong to `window`, so that their shortcuts work in all of it.
    explicit Commands(QWidget* window);

    /// `source`: the English text, marked with QT_TR_NOOP inside shell::MainWindow, with a mnemonic where a menu shows
    /// it.
    QAction* add(const QString& id, const char* source, const QString& icon = {}, const QList<QKeySequence>& keys = {});
    /// Other keys in the preset for hands used to k9s.
    void setLikeK9s(const QString& id, const QList<QKeySequence>& keys);
    /// Makes the keys known to the map of keys: from now on it decides. After all commands were added.
    void bindKeys();
    /// The keys a command has unless the user chose others.
    const QList<widgets::KeyCommand>& keyCommands() const { return m_keyCommands; }
    QAction* action(const QString& id) const;
    QList<QAction*> all() const { return m_actions; }

    /// All names a search may find it by: English and Korean, without mnemonics.
    QStringList namesOf(const QAction* action) const;
    void retranslate();

private:
    void applyKeys();

    QWidget* m_window;
    QList<QAction*> m_actions;
    QHash<QString, QAction*> m_byId;
    QHash<const QAction*, const char*> m_sources;
    QList<widgets::KeyCommand> m_keyCommands;
    QTranslator m_korean;
};

using widgets::withoutMnemonic;

} // namespace shell
