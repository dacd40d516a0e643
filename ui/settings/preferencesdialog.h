#pragma once

#include "ui/settings/preferences.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace widgets {
class PlainLabel;
}

namespace settings {

/// Shows the preferences and puts each change in force at once; there is nothing to confirm.
class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PreferencesDialog(Preferences& preferences, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void showValues();

    Preferences& m_preferences;
    QList<widgets::PlainLabel*> m_labels; ///< in the order of the rows
    widgets::PlainLabel* m_pluginHint;
    widgets::PlainLabel* m_nameSpacesHint;
    QComboBox* m_language;
    QComboBox* m_scheme;
    QComboBox* m_form;
    QComboBox* m_zone;
    QLineEdit* m_nameSpaces;
    QComboBox* m_plugins;
    QPushButton* m_close;
};

} // namespace settings
