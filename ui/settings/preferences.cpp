#include "ui/settings/preferences.h"

#include <QRegularExpression>
#include <QSettings>

namespace settings {

using namespace Qt::StringLiterals;

namespace {

const auto languageKey = u"language"_s;
const auto schemeKey = u"theme"_s;
const auto formKey = u"time/form"_s;
const auto zoneKey = u"time/zone"_s;
const auto nameSpacesKey = u"namespaces/default"_s;
const auto pluginKey = u"plugins/search"_s;

// Settings hold words, not numbers: the file is the user's to read, and an unknown word falls back to the first.
template <typename Enum>
Enum read(const QString& key, std::initializer_list<std::pair<QStringView, Enum>> words)
{
    const QString value = QSettings().value(key).toString();
    for (const auto& [word, meaning] : words) {
        if (value == word)
            return meaning;
    }
    return words.begin()->second;
}

template <typename Enum>
void write(const QString& key, Enum chosen, std::initializer_list<std::pair<QStringView, Enum>> words)
{
    for (const auto& [word, meaning] : words) {
        if (meaning == chosen)
            QSettings().setValue(key, word.toString());
    }
}

const std::initializer_list<std::pair<QStringView, Preferences::Language>> languages{
    {u"system", Preferences::Language::System},
    {u"en", Preferences::Language::English},
    {u"ko", Preferences::Language::Korean}};
const std::initializer_list<std::pair<QStringView, theme::Scheme>> schemes{
    {u"system", theme::Scheme::System}, {u"light", theme::Scheme::Light}, {u"dark", theme::Scheme::Dark}};
const std::initializer_list<std::pair<QStringView, widgets::TimeDisplay::Form>> forms{
    {u"relative", widgets::TimeDisplay::Form::Relative}, {u"absolute", widgets::TimeDisplay::Form::Absolute}};
const std::initializer_list<std::pair<QStringView, widgets::TimeDisplay::Zone>> zones{
    {u"local", widgets::TimeDisplay::Zone::Local}, {u"utc", widgets::TimeDisplay::Zone::Utc}};
const std::initializer_list<std::pair<QStringView, Preferences::PluginSearch>> searches{
    {u"automatic", Preferences::PluginSearch::Automatic},
    {u"own", Preferences::PluginSearch::OwnPath},
    {u"shell", Preferences::PluginSearch::LoginShell}};

} // namespace

QStringList namesIn(const QString& typed)
{
    static const QRegularExpression between(u"[,\\s]+"_s);
    QStringList names = typed.split(between, Qt::SkipEmptyParts);
    names.removeDuplicates();
    return names;
}

Preferences::Preferences(QObject* parent)
    : QObject(parent)
{
}

Preferences::Language Preferences::language() const
{
    return read(languageKey, languages);
}

void Preferences::setLanguage(Language language)
{
    if (language == this->language())
        return;
    write(languageKey, language, languages);
    emit languageChanged();
}

theme::Scheme Preferences::scheme() const
{
    return read(schemeKey, schemes);
}

void Preferences::setScheme(theme::Scheme scheme)
{
    if (scheme == this->scheme())
        return;
    write(schemeKey, scheme, schemes);
    emit schemeChanged();
}

widgets::TimeDisplay::Form Preferences::timeForm() const
{
    return read(formKey, forms);
}

void Preferences::setTimeForm(widgets::TimeDisplay::Form form)
{
    if (form == timeForm())
        return;
    write(formKey, form, forms);
    emit timeChanged();
}

widgets::TimeDisplay::Zone Preferences::timeZone() const
{
    return read(zoneKey, zones);
}

void Preferences::setTimeZone(widgets::TimeDisplay::Zone zone)
{
    if (zone == timeZone())
        return;
    write(zoneKey, zone, zones);
    emit timeChanged();
}

QStringList Preferences::defaultNameSpaces() const
{
    return QSettings().value(nameSpacesKey).toStringList();
}

void Preferences::setDefaultNameSpaces(const QStringList& nameSpaces)
{
    if (nameSpaces == defaultNameSpaces())
        return;
    QSettings().setValue(nameSpacesKey, nameSpaces);
    emit defaultNameSpacesChanged();
}

Preferences::PluginSearch Preferences::pluginSearch() const
{
    return read(pluginKey, searches);
}

void Preferences::setPluginSearch(PluginSearch search)
{
    if (search == pluginSearch())
        return;
    write(pluginKey, search, searches);
    emit pluginSearchChanged();
}

} // namespace settings
