#pragma once

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
    QAction* add(const QString& id, const char* source, const QString& icon = {}, const QKeySequence& keys = {});
    QAction* action(const QString& id) const;
    QList<QAction*> all() const { return m_actions; }

    /// All names a search may find it by: English and Korean, without mnemonics.
    QStringList namesOf(const QAction* action) const;
    void retranslate();

private:
    QWidget* m_window;
    QList<QAction*> m_actions;
    QHash<QString, QAction*> m_byId;
    QHash<const QAction*, const char*> m_sources;
    QTranslator m_korean;
};

/// A menu's text without its mnemonic: "&File" and "파일(&F)" become "File" and "파일".
QString withoutMnemonic(const QString& text);

} // namespace shell
