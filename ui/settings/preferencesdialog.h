#pragma once

#include "ui/settings/preferences.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace widgets {
class PlainLabel;
}

namespace settings {

/// Shows the preferences and puts each change in force at once; there is nothing to confirm.
class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Page { General, Keyboard };

    explicit PreferencesDialog(Preferences& preferences, QWidget* parent = nullptr);

    void showPage(Page page);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* makeGeneral();
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
    QTabBar* m_bar;
    QStackedWidget* m_pages;
    QPushButton* m_close;
};

} // namespace settings
