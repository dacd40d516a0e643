#pragma once

#include "core/manifest/finding.h"

#include <span>

namespace manifest {

/// Something that is looked for. This table drives severities, explanations, SARIF and the pages of docs/rules.
struct Rule
{
    const char* id; ///< "DREY-K001": stays what it means for ever
    Finding::Severity severity;
    const char* title;       ///< untranslated, context manifest::Rules
    const char* explanation; ///< the same: why it matters and what to do

    QString name() const { return QString::fromLatin1(id); }
    QString titleText() const; ///< translated
    QString explanationText() const;
};

/// By id, groups together.
std::span<const Rule> rules();
/// Null: there is none.
const Rule* ruleNamed(QStringView id);
/// Of a rule that there is, without a place yet: its severity and its explanation.
Finding findingOf(QStringView rule, Finding::Verdict verdict, const QString& message);

/// Every rule on one page of Markdown, in the language of the program.
QString rulesPage();

} // namespace manifest
