#pragma once

#include <QList>
#include <QString>

namespace editor {

/// A manifest to begin with.
struct Template
{
    QString id;    ///< stays for ever: "session-job"
    QString title; ///< translated
    QString about; ///< when to take it, translated
};

QList<Template> templates();
/// Its text, with comments in the language of the program; "ko" or anything else for English.
QString templateText(const QString& id, const QString& language);

} // namespace editor
