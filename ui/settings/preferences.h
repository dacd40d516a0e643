#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/timedisplay.h"

#include <QObject>
#include <QStringList>

namespace settings {

/// What the user decided about the program as a whole; kept in the user's settings file, in force at once.
class Preferences : public QObject
{
    Q_OBJECT
public:
    enum class Language { System, English, Korean };
    /// Where credential plugins are looked for.
    enum class PluginSearch {
        Automatic,  ///< the login shell's PATH when the program was not started from a terminal
        OwnPath,    ///< only the PATH this program was started with
        LoginShell, ///< always the login shell's
    };

    explicit Preferences(QObject* parent = nullptr);

    Language language() const;
    void setLanguage(Language language);
    theme::Scheme scheme() const;
    void setScheme(theme::Scheme scheme);
    widgets::TimeDisplay::Form timeForm() const;
    void setTimeForm(widgets::TimeDisplay::Form form);
    widgets::TimeDisplay::Zone timeZone() const;
    void setTimeZone(widgets::TimeDisplay::Zone zone);
    /// Namespaces a connection watches when the whole cluster may not be listed and none were chosen for it.
    QStringList defaultNameSpaces() const;
    void setDefaultNameSpaces(const QStringList& nameSpaces);
    PluginSearch pluginSearch() const; ///< takes effect for connections opened afterwards
    void setPluginSearch(PluginSearch search);

signals:
    void languageChanged();
    void schemeChanged();
    void timeChanged();
    void defaultNameSpacesChanged();
    void pluginSearchChanged();
};

/// "a, b  c" as a list of names, without empty ones and doubles.
QStringList namesIn(const QString& typed);

} // namespace settings
