#include "app/cli/language.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// The value of --lang, as far as it can be seen before anything else is understood.
QString asked(const QStringList& words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i].startsWith(u"--lang="))
            return words[i].mid(7);
        if (words[i] == u"--lang")
            return words.value(i + 1);
    }
    return {};
}

QString ofEnvironment()
{
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString value = qEnvironmentVariable(variable);
        if (!value.isEmpty())
            return value.startsWith(u"ko") ? u"ko"_s : u"en"_s;
    }
    return u"en"_s;
}

} // namespace

Languages::Languages(QCoreApplication& application)
    : m_application(application)
{
}

void Languages::choose(const QStringList& words)
{
    const QString wanted = asked(words);
    const QString language = wanted == u"ko" || wanted == u"en" ? wanted : ofEnvironment();
    QLocale::setDefault(language == u"ko" ? QLocale(QLocale::Korean, QLocale::SouthKorea) : QLocale(QLocale::English));
    if (m_translator.load(u":/translations/drey_"_s + language + u".qm"_s))
        m_application.installTranslator(&m_translator);
}

} // namespace cli
