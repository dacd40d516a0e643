#pragma once

#include <QRegularExpression>
#include <QStringList>

#include <optional>

// The text of the filter language taken apart: what Query understands and what writes into it have in common.
namespace fleet {

/// One term as it was typed, and where.
struct TermText
{
    QString text;
    qsizetype position = 0;

    friend bool operator==(const TermText&, const TermText&) = default;
};

/// The terms of a filter: blanks part them unless quoted. An open quotation reaches to the end.
QList<TermText> splitTerms(const QString& text);
bool hasOpenQuotation(const QString& text);
/// A value at its commas unless quoted; without quotes and empty parts.
QStringList splitAlternatives(QStringView value);
QString withoutQuotes(QStringView text);
/// Where ":", "=", "<" or ">" ends the name of a field; -1: the term is a word.
qsizetype operatorPosition(QStringView term);
/// A word without wildcard matches where the whole text is it, or `anywhere` in it.
QRegularExpression patternFor(QStringView alternative, bool anywhere);

/// "90s", "10m", "2h", "1h30m", "3d", "500ms" in milliseconds; none: not a duration.
std::optional<double> durationInMs(QStringView text);

} // namespace fleet
