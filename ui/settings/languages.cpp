#include "ui/settings/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace settings {

using namespace Qt::StringLiterals;

namespace {

QLocale localeOf(const QString& code)
{
    const QLocale system = QLocale::system();
    if (code == u"ko")
        return system.language() == QLocale::Korean ? system : QLocale(QLocale::Korean, QLocale::SouthKorea);
    return system.language() == QLocale::English ? system : QLocale(QLocale::English, QLocale::UnitedStates);
}

QString codeOf(Preferences::Language language)
{
    switch (language) {
    case Preferences::Language::System:
        return QLocale::system().language() == QLocale::Korean ? u"ko"_s : u"en"_s;
    case Preferences::Language::English:
        return u"en"_s;
    case Preferences::Language::Korean:
        return u"ko"_s;
    }
    return u"en"_s;
}

} // namespace

Languages::Languages(QObject* parent)
    : QObject(parent)
{
}

Languages::~Languages()
{
    QCoreApplication::removeTranslator(&m_texts);
    QCoreApplication::removeTranslator(&m_qtTexts);
}

void Languages::use(Preferences::Language language)
{
    const QString code = codeOf(language);
    if (code == m_code)
        return;
    m_code = code;
    QLocale::setDefault(localeOf(code));
    QCoreApplication::removeTranslator(&m_qtTexts);
    QCoreApplication::removeTranslator(&m_texts);
    // Qt's own dialogs; not every system installs them, and English needs none.
    if (code == u"ko" && m_qtTexts.load(u"qtbase_ko"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTexts);
    if (m_texts.load(u":/translations/drey_%1.qm"_s.arg(code)))
        QCoreApplication::installTranslator(&m_texts);
}

} // namespace settings
