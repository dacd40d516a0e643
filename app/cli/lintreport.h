#pragma once

#include "app/cli/screen.h"
#include "core/manifest/lint.h"

#include <QJsonObject>

namespace cli {

/// One text that was looked at.
struct LintedFile
{
    QString path; ///< as it was asked for; "-": standard input
    QByteArray text;
    QList<manifest::LintedDocument> documents;
    int fixed = 0; ///< findings whose fix was written
};

/// How many of each severity.
struct LintCounts
{
    int errors = 0, warnings = 0, infos = 0;
};

LintCounts countsOf(const QList<LintedFile>& files);
/// LintReport, as scripts read it.
QJsonObject lintJson(const QList<LintedFile>& files);
/// SARIF 2.1.0, as code scanners read it.
QJsonObject lintSarif(const QList<LintedFile>& files);
/// A page for people.
QString lintText(const QList<LintedFile>& files, Colors colors);

} // namespace cli
