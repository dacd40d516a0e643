#include "ui/fleet/queryedit.h"

#include "ui/fleet/celltext.h"
#include "ui/fleet/query.h"

#include <algorithm>

namespace fleet {

using namespace Qt::StringLiterals;

namespace {

QString fieldOf(Column column)
{
    switch (column) {
    case Column::Health:
        return u"status"_s;
    case Column::Deployment:
        return u"name"_s;
    case Column::Context:
        return u"ctx"_s;
    case Column::JobState:
        return u"job"_s;
    case Column::Flink:
        return u"flink"_s;
    case Column::Parallelism:
        return u"par"_s;
    case Column::CheckpointAge:
        return u"ckpt-age"_s;
    case Column::Restarts:
        return u"restarts"_s;
    case Column::Owner:
        return u"owner"_s;
    case Column::Changed:
        return u"changed"_s;
    case Column::Lifecycle:
        return u"lifecycle"_s;
    case Column::Label:
        return u"label"_s;
    }
    return {};
}

/// A quotation mark cannot be quoted; the wildcard for one letter takes its place.
QString written(QString value)
{
    value.replace(u'"', u'?');
    const bool isPlain = std::none_of(value.begin(), value.end(), [](QChar c) { return c.isSpace() || c == u','; });
    return isPlain ? value : u'"' + value + u'"';
}

QString joined(const QStringList& terms)
{
    return terms.join(u' ');
}

QStringList termsOf(const QString& text)
{
    QStringList terms;
    for (const TermText& term : splitTerms(text))
        terms.append(term.text);
    // A quotation that was left open must not swallow what comes behind it.
    if (hasOpenQuotation(text) && !terms.isEmpty())
        terms.last() += u'"';
    return terms;
}

} // namespace

QString filterValueOf(const Row& row, const SortKey& column)
{
    switch (column.column) {
    case Column::Deployment:
        return row.name;
    case Column::Label:
        return row.labels.value(column.label);
    case Column::Health:
    case Column::Context:
    case Column::JobState:
    case Column::Flink:
    case Column::Parallelism:
    case Column::CheckpointAge:
    case Column::Restarts:
    case Column::Owner:
    case Column::Changed:
    case Column::Lifecycle:
        return CellText::exact(row, column.column);
    }
    return {};
}

QString termFor(const SortKey& column, const QString& value)
{
    const QString field = fieldOf(column.column);
    switch (column.column) {
    case Column::CheckpointAge:
    case Column::Changed:
        return {};
    case Column::Parallelism:
    case Column::Restarts:
        return field + u':' + (value.isEmpty() ? u"unknown"_s : value);
    case Column::Label:
        return value.isEmpty() ? u"-label:"_s + written(column.label)
                               : u"label:"_s + written(column.label) + u'=' + written(value);
    case Column::Health:
    case Column::Deployment:
    case Column::Context:
    case Column::JobState:
    case Column::Flink:
    case Column::Owner:
    case Column::Lifecycle:
        return value.isEmpty() ? u'-' + field + u":?*"_s : field + u':' + written(value);
    }
    return {};
}

QString termFor(const SortKey& column, const QString& sign, const QString& limit)
{
    return fieldOf(column.column) + sign + limit;
}

QString nameSpaceTerm(const QString& nameSpace)
{
    return u"ns:"_s + written(nameSpace);
}

QString negated(const QString& term)
{
    return term.startsWith(u'-') ? term.mid(1) : u'-' + term;
}

QString withoutColumn(const QString& text, const SortKey& column)
{
    QStringList terms = termsOf(text);
    terms.removeIf([&](const QString& term) { return Query::isAbout(term, fieldOf(column.column), column.label); });
    return joined(terms);
}

QString withTerm(const QString& text, const SortKey& column, const QString& term)
{
    return withAddedTerm(withoutColumn(text, column), term);
}

QString withAddedTerm(const QString& text, const QString& term)
{
    QStringList terms = termsOf(text);
    if (!terms.contains(term))
        terms.append(term);
    return joined(terms);
}

bool filtersBy(const QString& text, const SortKey& column)
{
    const QList<TermText> terms = splitTerms(text);
    return std::any_of(terms.begin(), terms.end(), [&](const TermText& term) {
        return Query::isAbout(term.text, fieldOf(column.column), column.label);
    });
}

} // namespace fleet
