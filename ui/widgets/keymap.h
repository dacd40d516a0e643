#pragma once

#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

class QKeyEvent;
class QWidget;

namespace widgets {

/// One thing that keys can do.
struct KeyCommand
{
    QString id;                    ///< stays for ever: "log.wrap"
    const char* context = nullptr; ///< where `text` was marked for translation
    const char* text = nullptr;    ///< English; a mnemonic is taken out
    QList<QKeySequence> usual;
    /// Where it works: empty: in the whole window; else a place, and those inside it after a dot: "deployment.log".
    QString place = {};
    std::optional<QList<QKeySequence>> likeK9s = {}; ///< in the preset for hands used to k9s; unset: as usual

    QString name() const; ///< translated
};

/// A place where keys work, as one reads it.
struct KeyPlace
{
    QString id;
    const char* context = nullptr; ///< where `text` was marked for translation
    const char* text = nullptr;
};

/// Which keys do what: the preset the user chose and what they changed in it. Kept in the user's settings, in force at
/// once. Keys without Ctrl, Alt or Meta do nothing while something that takes text or an input method has the keyboard.
class KeyMap : public QObject
{
    Q_OBJECT
public:
    enum class Preset { Drey, K9s };

    explicit KeyMap(QObject* parent = nullptr);
    ~KeyMap() override;
    static KeyMap* instance(); ///< the application's; null in programs that have none: keys are as usual

    void add(const QList<KeyCommand>& commands); ///< an id that is known already is left alone
    const QList<KeyCommand>& commands() const { return m_commands; }
    const KeyCommand* command(const QString& id) const; ///< null: not known
    void addPlaces(const QList<KeyPlace>& places) { m_places += places; }
    QString placeName(const QString& place) const; ///< translated

    QList<QKeySequence> keys(const KeyCommand& command) const;
    QList<QKeySequence> presetKeys(const KeyCommand& command) const;
    bool isChanged(const QString& id) const;
    void setKeys(const QString& id, const QList<QKeySequence>& keys); ///< none: no key does it
    void reset(const QString& id);
    void resetAll();
    Preset preset() const { return m_preset; }
    void setPreset(Preset preset); ///< what the user changed stays changed

    /// The other commands that would answer to these keys where this one works.
    QList<const KeyCommand*> rivals(const QString& id, const QKeySequence& keys) const;

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void read();
    void keep(const QString& id);

    QList<KeyCommand> m_commands;
    QList<KeyPlace> m_places;
    QHash<QString, QList<QKeySequence>> m_own; ///< by id: what the user set
    Preset m_preset = Preset::Drey;
};

/// The keys in force for this command.
QList<QKeySequence> keysOf(const KeyCommand& command);
/// The first of them as one reads it; empty: none.
QString keyText(const KeyCommand& command);
/// All of them.
QString allKeysText(const KeyCommand& command);
/// Whether this key press is one of the command's.
bool matches(const QKeyEvent& event, const KeyCommand& command);
/// `tip` with the keys in brackets behind it.
QString withKeys(const QString& tip, const KeyCommand& command);
/// Lets the keys of `command` run `act` while the keyboard is in `scope`, and follows their changes.
void bindKeys(QWidget* scope, const KeyCommand& command, std::function<void()> act);

/// A menu's text without its mnemonic: "&File" and "파일(&F)" become "File" and "파일".
QString withoutMnemonic(const QString& text);

} // namespace widgets
