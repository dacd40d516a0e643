#pragma once

#include <QStringList>
#include <QTranslator>

class QCoreApplication;

namespace cli {

/// The language the program speaks: --lang, else that of the environment, else English.
class Languages
{
public:
    explicit Languages(QCoreApplication& application);

    /// Before the command line is read, because its errors are told in that language, too.
    void choose(const QStringList& words);

private:
    QCoreApplication& m_application;
    QTranslator m_translator;
};

} // namespace cli
