#include "ui/settings/preferencechoice.h"

#include "ui/widgets/elidedlabel.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSignalBlocker>

namespace settings {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(settings::Text)
};

} // namespace

// Each language is named in itself, so that one finds it in a language one cannot read.
QStringList languageNames()
{
    return {Text::tr("As the system"), u"English"_s, u"한국어"_s};
}

QStringList schemeNames()
{
    return {Text::tr("As the system"), Text::tr("Light"), Text::tr("Dark")};
}

PreferenceChoice::PreferenceChoice(What what, Preferences& preferences, QWidget* parent)
    : QComboBox(parent)
    , m_what(what)
    , m_preferences(preferences)
    , m_label(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, parent))
{
    m_label->setBuddy(this);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    retranslate();
    connect(this, &QComboBox::currentIndexChanged, this, &PreferenceChoice::choose);
    connect(&preferences, &Preferences::languageChanged, this, &PreferenceChoice::showValue);
    connect(&preferences, &Preferences::schemeChanged, this, &PreferenceChoice::showValue);
}

void PreferenceChoice::retranslate()
{
    const QSignalBlocker quiet(this);
    const bool isLanguage = m_what == What::Language;
    m_label->setText(isLanguage ? Text::tr("Language") : Text::tr("Theme"));
    setAccessibleName(m_label->text());
    clear();
    addItems(isLanguage ? languageNames() : schemeNames());
    showValue();
}

void PreferenceChoice::showValue()
{
    const QSignalBlocker quiet(this);
    setCurrentIndex(m_what == What::Language ? static_cast<int>(m_preferences.language())
                                             : static_cast<int>(m_preferences.scheme()));
}

void PreferenceChoice::choose(int index)
{
    if (m_what == What::Language)
        m_preferences.setLanguage(static_cast<Preferences::Language>(index));
    else
        m_preferences.setScheme(static_cast<theme::Scheme>(index));
}

void PreferenceChoice::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QComboBox::changeEvent(event);
}

} // namespace settings
