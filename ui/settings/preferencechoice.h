#pragma once

#include "ui/settings/preferences.h"

#include <QComboBox>

namespace widgets {
class PlainLabel;
}

namespace settings {

/// One preference to choose on a page: shows what is in force, puts a choice in force at once.
class PreferenceChoice : public QComboBox
{
    Q_OBJECT
public:
    enum class What { Language, Scheme };

    PreferenceChoice(What what, Preferences& preferences, QWidget* parent = nullptr);

    widgets::PlainLabel* label() const { return m_label; } ///< names the choice; whoever shows it takes it

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showValue();
    void choose(int index);

    What m_what;
    Preferences& m_preferences;
    widgets::PlainLabel* m_label;
};

/// The names of the languages and schemes, in the order of their enums.
QStringList languageNames();
QStringList schemeNames();

} // namespace settings
