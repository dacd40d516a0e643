#include "ui/widgets/keymap.h"

#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QSettings>
#include <QShortcut>

#include <algorithm>

namespace widgets {

using namespace Qt::StringLiterals;

namespace {

KeyMap* theInstance = nullptr;
const auto presetKey = u"keys/preset"_s;
const auto k9sName = u"k9s"_s;
const auto ownGroup = u"keys/own"_s;

/// Whether what works in one place can work while the other's keys do.
bool isSamePlace(const QString& one, const QString& other)
{
    return one.isEmpty() || other.isEmpty() || one == other || one.startsWith(other + u'.') ||
           other.startsWith(one + u'.');
}

/// A letter, digit or sign that an editor or an input method would take.
bool isSingleKey(const QKeyEvent& event)
{
    const Qt::KeyboardModifiers held = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    return held == Qt::NoModifier && event.key() >= Qt::Key_Space && event.key() < Qt::Key_Escape;
}

/// The shortcuts of one command in one widget.
class Binding : public QObject
{
public:
    Binding(QWidget* scope, KeyCommand command, std::function<void()> act)
        : QObject(scope)
        , m_scope(scope)
        , m_command(std::move(command))
        , m_act(std::move(act))
    {
        bind();
        if (KeyMap* map = KeyMap::instance())
            connect(map, &KeyMap::changed, this, &Binding::bind);
    }

private:
    void bind()
    {
        qDeleteAll(m_shortcuts);
        m_shortcuts.clear();
        for (const QKeySequence& keys : keysOf(m_command)) {
            auto* shortcut = new QShortcut(keys, m_scope);
            shortcut->setContext(Qt::WidgetWithChildrenShortcut);
            connect(shortcut, &QShortcut::activated, this, [this] { m_act(); });
            m_shortcuts.append(shortcut);
        }
    }

    QWidget* m_scope;
    KeyCommand m_command;
    std::function<void()> m_act;
    QList<QShortcut*> m_shortcuts;
};

} // namespace

QString withoutMnemonic(const QString& text)
{
    static const QRegularExpression bracketed(u"\\s*\\(&\\w\\)"_s);
    QString plain = text;
    plain.remove(bracketed);
    plain.remove(u'&');
    return plain;
}

QString KeyCommand::name() const
{
    return withoutMnemonic(QCoreApplication::translate(context, text));
}

KeyMap::KeyMap(QObject* parent)
    : QObject(parent)
{
    Q_ASSERT(!theInstance);
    theInstance = this;
    read();
    qApp->installEventFilter(this);
}

KeyMap::~KeyMap()
{
    theInstance = nullptr;
}

KeyMap* KeyMap::instance()
{
    return theInstance;
}

void KeyMap::read()
{
    QSettings stored;
    m_preset = stored.value(presetKey).toString() == k9sName ? Preset::K9s : Preset::Drey;
    stored.beginGroup(ownGroup);
    const QStringList ids = stored.childKeys();
    for (const QString& id : ids) {
        QList<QKeySequence> keys;
        const QStringList texts = stored.value(id).toStringList();
        for (const QString& text : texts) {
            const auto one = QKeySequence::fromString(text, QKeySequence::PortableText);
            // A settings file somebody edited may hold anything.
            if (!one.isEmpty() && one[0].key() != Qt::Key_unknown)
                keys.append(one);
        }
        m_own.insert(id, keys);
    }
}

void KeyMap::keep(const QString& id)
{
    QSettings stored;
    stored.beginGroup(ownGroup);
    const auto own = m_own.constFind(id);
    if (own == m_own.constEnd()) {
        stored.remove(id);
        return;
    }
    QStringList texts;
    for (const QKeySequence& keys : *own)
        texts.append(keys.toString(QKeySequence::PortableText));
    stored.setValue(id, texts);
}

void KeyMap::add(const QList<KeyCommand>& commands)
{
    for (const KeyCommand& one : commands) {
        if (!command(one.id))
            m_commands.append(one);
    }
}

const KeyCommand* KeyMap::command(const QString& id) const
{
    const auto found = std::find_if(m_commands.begin(), m_commands.end(),
                                    [&id](const KeyCommand& command) { return command.id == id; });
    return found == m_commands.end() ? nullptr : &*found;
}

QString KeyMap::placeName(const QString& place) const
{
    if (place.isEmpty())
        return tr("Everywhere");
    const auto found =
        std::find_if(m_places.begin(), m_places.end(), [&place](const KeyPlace& one) { return one.id == place; });
    return found == m_places.end() ? tr("On pages") : QCoreApplication::translate(found->context, found->text);
}

QList<QKeySequence> KeyMap::presetKeys(const KeyCommand& command) const
{
    return m_preset == Preset::K9s ? command.likeK9s.value_or(command.usual) : command.usual;
}

QList<QKeySequence> KeyMap::keys(const KeyCommand& command) const
{
    const auto own = m_own.constFind(command.id);
    return own == m_own.constEnd() ? presetKeys(command) : *own;
}

bool KeyMap::isChanged(const QString& id) const
{
    return m_own.contains(id);
}

void KeyMap::setKeys(const QString& id, const QList<QKeySequence>& keys)
{
    const KeyCommand* known = command(id);
    if (known && presetKeys(*known) == keys)
        m_own.remove(id);
    else
        m_own.insert(id, keys);
    keep(id);
    emit changed();
}

void KeyMap::reset(const QString& id)
{
    if (m_own.remove(id)) {
        keep(id);
        emit changed();
    }
}

void KeyMap::resetAll()
{
    m_own.clear();
    QSettings().remove(ownGroup);
    emit changed();
}

void KeyMap::setPreset(Preset preset)
{
    if (m_preset == preset)
        return;
    m_preset = preset;
    QSettings().setValue(presetKey, preset == Preset::K9s ? k9sName : QString());
    emit changed();
}

QList<const KeyCommand*> KeyMap::rivals(const QString& id, const QKeySequence& keys) const
{
    QList<const KeyCommand*> all;
    const KeyCommand* own = command(id);
    for (const KeyCommand& other : m_commands) {
        if (other.id == id || !own || !isSamePlace(own->place, other.place))
            continue;
        const QList<QKeySequence> taken = this->keys(other);
        const bool clashes = std::any_of(taken.begin(), taken.end(), [&keys](const QKeySequence& one) {
            return keys.matches(one) != QKeySequence::NoMatch || one.matches(keys) != QKeySequence::NoMatch;
        });
        if (clashes)
            all.append(&other);
    }
    return all;
}

bool KeyMap::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isSingleKey(*static_cast<QKeyEvent*>(event)) && isTyping()) {
        event->accept(); // a key press like any other, no command
        return true;
    }
    return QObject::eventFilter(watched, event);
}

QList<QKeySequence> keysOf(const KeyCommand& command)
{
    return theInstance ? theInstance->keys(command) : command.usual;
}

QString keyText(const KeyCommand& command)
{
    const QList<QKeySequence> keys = keysOf(command);
    return keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
}

QString allKeysText(const KeyCommand& command)
{
    QStringList texts;
    const QList<QKeySequence> keys = keysOf(command);
    for (const QKeySequence& one : keys)
        texts.append(one.toString(QKeySequence::NativeText));
    return texts.join(u"   "_s);
}

bool matches(const QKeyEvent& event, const KeyCommand& command)
{
    return keysOf(command).contains(QKeySequence(event.keyCombination()));
}

QString withKeys(const QString& tip, const KeyCommand& command)
{
    const QString keys = keyText(command);
    return keys.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keys);
}

void bindKeys(QWidget* scope, const KeyCommand& command, std::function<void()> act)
{
    new Binding(scope, command, std::move(act));
}

} // namespace widgets
