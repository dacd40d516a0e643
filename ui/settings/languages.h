#pragma once

#include "ui/settings/preferences.h"

#include <QTranslator>

namespace settings {

/// Installs the texts of the chosen language, and changes them live: every widget then gets a LanguageChange.
class Languages : public QObject
{
    Q_OBJECT
public:
    explicit Languages(QObject* parent = nullptr);
    ~Languages() override;

    void use(Preferences::Language language);
    /// "en" or "ko": the one in force.
    QString code() const { return m_code; }

private:
    QString m_code;
    QTranslator m_texts, m_qtTexts;
};

} // namespace settings
