#include "ui/fleet/query.h"

#include <algorithm>

namespace fleet {

using namespace Qt::StringLiterals;

struct Query::FieldName
{
    QString name;
    Field field;
};

namespace {

/// The words of a health family that a user may type; the family's own word in his language is among them.
QStringList wordsOf(base::Health health)
{
    switch (health) {
    case base::Health::Broken:
        return {u"broken"_s, u"장애"_s};
    case base::Health::AtRisk:
        return {u"at-risk"_s, u"atrisk"_s, u"risk"_s, u"주의"_s};
    case base::Health::Changing:
        return {u"changing"_s, u"변경"_s};
    case base::Health::Unknown:
        return {u"unknown"_s, u"확인불가"_s};
    case base::Health::Suspended:
        return {u"suspended"_s, u"일시중지"_s};
    case base::Health::Healthy:
        return {u"healthy"_s, u"ok"_s, u"정상"_s};
    }
    return {};
}

QStringList wordsOf(base::Environment environment)
{
    switch (environment) {
    case base::Environment::Production:
        return {u"production"_s, u"prod"_s, u"프로덕션"_s};
    case base::Environment::Staging:
        return {u"staging"_s, u"stage"_s, u"스테이징"_s};
    case base::Environment::Development:
        return {u"development"_s, u"dev"_s, u"개발"_s};
    case base::Environment::Unset:
        return {};
    }
    return {};
}

} // namespace

const QList<Query::FieldName>& Query::fieldNames()
{
    static const QList<FieldName> names{
        {u"status"_s, Field::Status},
        {u"health"_s, Field::Status},
        {u"job"_s, Field::Job},
        {u"lifecycle"_s, Field::Lifecycle},
        {u"name"_s, Field::Name},
        {u"ns"_s, Field::NameSpace},
        {u"namespace"_s, Field::NameSpace},
        {u"ctx"_s, Field::Context},
        {u"context"_s, Field::Context},
        {u"flink"_s, Field::Flink},
        {u"owner"_s, Field::Owner},
        {u"env"_s, Field::Environment},
        {u"image"_s, Field::Image},
        {u"par"_s, Field::Parallelism},
        {u"restarts"_s, Field::Restarts},
        {u"ckpt-age"_s, Field::CheckpointAge},
        {u"changed"_s, Field::Changed},
        {u"label"_s, Field::Label},
    };
    return names;
}

QStringList Query::fields()
{
    QStringList result;
    for (const FieldName& entry : fieldNames())
        result.append(entry.name);
    return result;
}

Query Query::parse(const QString& text)
{
    Query query;
    for (const TermText& term : splitTerms(text))
        query.addTerm(term.text, term.position);
    if (hasOpenQuotation(text))
        query.m_problems.append({text.lastIndexOf(u'"'), 1, tr("A closing quotation mark is missing.")});
    return query;
}

void Query::addTerm(QStringView term, qsizetype position)
{
    const qsizetype length = term.size();
    Term result;
    if (term.size() > 1 && (term.front() == u'-' || term.front() == u'!')) {
        result.negated = true;
        term = term.mid(1);
    }
    const qsizetype at = operatorPosition(term);
    if (at <= 0) {
        result.patterns.append(patternFor(withoutQuotes(term), true));
        m_terms.append(result);
        return;
    }
    const QString name = term.left(at).toString().toLower();
    const auto& names = fieldNames();
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const FieldName& entry) { return entry.name == name; });
    if (found == names.end()) {
        m_problems.append(
            {position, length, tr("There is no field '%1'. Fields: %2.").arg(name, fields().join(u", "_s))});
        return;
    }
    result.field = found->field;
    QStringView value = term.mid(at + 1);
    const QChar sign = term.at(at);
    const bool orEqual = (sign == u'<' || sign == u'>') && value.startsWith(u'=');
    if (orEqual)
        value = value.mid(1);
    if (sign == u'<')
        result.comparison = orEqual ? Comparison::LessOrEqual : Comparison::Less;
    else if (sign == u'>')
        result.comparison = orEqual ? Comparison::GreaterOrEqual : Comparison::Greater;
    const QString problem = result.field == Field::Label
                                ? readLabel(&result, term.toString(), value)
                                : readValue(&result, name, term.toString(), splitAlternatives(value));
    if (problem.isEmpty())
        m_terms.append(result);
    else
        m_problems.append({position, length, problem});
}

bool Query::isAbout(const QString& term, const QString& field, const QString& label)
{
    const bool isNegated = term.startsWith(u'-') || term.startsWith(u'!');
    const qsizetype at = operatorPosition(term);
    if (isNegated || at <= 0)
        return false;
    const auto fieldOf = [](const QString& name) {
        const auto& names = fieldNames();
        const auto found =
            std::find_if(names.begin(), names.end(), [&](const FieldName& entry) { return entry.name == name; });
        return found == names.end() ? Field::Any : found->field;
    };
    const Field about = fieldOf(term.left(at).toLower());
    if (about == Field::Any || about != fieldOf(field))
        return false;
    return about != Field::Label || withoutQuotes(QStringView(term).mid(at + 1)).section(u'=', 0, 0) == label;
}

QString Query::readLabel(Term* term, const QString& whole, QStringView value)
{
    const qsizetype equals = value.indexOf(u'=');
    term->label = withoutQuotes(equals < 0 ? value : value.left(equals));
    if (term->label.isEmpty() || term->comparison != Comparison::Is)
        return tr("'%1' needs a label: write label:team or label:team=value.").arg(whole);
    if (equals < 0)
        return {};
    const QStringList alternatives = splitAlternatives(value.mid(equals + 1));
    if (alternatives.isEmpty())
        return tr("'%1' needs a value.").arg(whole);
    for (const QString& alternative : alternatives)
        term->patterns.append(patternFor(alternative, false));
    return {};
}

/// Empty: understood.
QString Query::readValue(Term* term, const QString& name, const QString& whole, const QStringList& alternatives)
{
    if (alternatives.isEmpty())
        return tr("'%1' needs a value.").arg(whole);
    const bool isDuration = term->field == Field::CheckpointAge || term->field == Field::Changed;
    if (isDuration || term->field == Field::Parallelism || term->field == Field::Restarts) {
        if (readNumbers(term, alternatives, isDuration))
            return {};
        return isDuration ? tr("'%1' needs a duration such as 90s, 10m, 2h or 3d.").arg(whole)
                          : tr("'%1' needs a number.").arg(whole);
    }
    if (term->comparison != Comparison::Is)
        return tr("The field '%1' holds text and cannot be compared: write %1:value.").arg(name);
    for (const QString& alternative : alternatives)
        term->patterns.append(patternFor(alternative, false));
    return {};
}

bool Query::readNumbers(Term* term, const QStringList& alternatives, bool isDuration)
{
    for (const QString& alternative : alternatives) {
        if (alternative.compare(u"unknown", Qt::CaseInsensitive) == 0 && term->comparison == Comparison::Is) {
            term->unknown = true;
            continue;
        }
        bool ok = false;
        const double number = alternative.toDouble(&ok);
        const std::optional<double> value = isDuration ? durationInMs(alternative)
                                            : ok       ? std::optional(number)
                                                       : std::nullopt;
        if (!value)
            return false;
        term->values.append(*value);
    }
    return true;
}

bool Query::dependsOnTime() const
{
    return std::any_of(m_terms.begin(), m_terms.end(), [](const Term& term) {
        return term.field == Field::CheckpointAge || term.field == Field::Changed;
    });
}

bool Query::matches(const Row& row, qint64 nowMs) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term& term) { return holds(term, row, nowMs) != term.negated; });
}

bool Query::holds(const Term& term, const Row& row, qint64 nowMs)
{
    switch (term.field) {
    case Field::Label:
        return holdsLabel(term, row);
    case Field::Parallelism:
    case Field::Restarts:
    case Field::CheckpointAge:
    case Field::Changed:
        return holdsNumber(term, numberOf(term.field, row, nowMs));
    case Field::Any:
    case Field::Status:
    case Field::Job:
    case Field::Lifecycle:
    case Field::Name:
    case Field::NameSpace:
    case Field::Context:
    case Field::Flink:
    case Field::Owner:
    case Field::Environment:
    case Field::Image:
        return holdsText(term, row);
    }
    return false;
}

bool Query::holdsText(const Term& term, const Row& row)
{
    const QStringList texts = textsOf(term.field, row);
    for (const QRegularExpression& pattern : term.patterns) {
        if (std::any_of(texts.begin(), texts.end(),
                        [&](const QString& text) { return pattern.match(text).hasMatch(); }))
            return true;
    }
    return false;
}

bool Query::holdsLabel(const Term& term, const Row& row)
{
    const auto found = row.labels.constFind(term.label);
    if (found == row.labels.constEnd())
        return false;
    return term.patterns.isEmpty() ||
           std::any_of(term.patterns.begin(), term.patterns.end(),
                       [&](const QRegularExpression& pattern) { return pattern.match(*found).hasMatch(); });
}

bool Query::holdsNumber(const Term& term, std::optional<double> value)
{
    if (!value)
        return term.unknown;
    return std::any_of(term.values.begin(), term.values.end(), [&](double limit) {
        switch (term.comparison) {
        case Comparison::Is:
            return qFuzzyCompare(*value + 1, limit + 1);
        case Comparison::Less:
            return *value < limit;
        case Comparison::LessOrEqual:
            return *value <= limit;
        case Comparison::Greater:
            return *value > limit;
        case Comparison::GreaterOrEqual:
            return *value >= limit;
        }
        return false;
    });
}

std::optional<double> Query::numberOf(Field field, const Row& row, qint64 nowMs)
{
    if (field == Field::Parallelism)
        return row.parallelism < 0 ? std::nullopt : std::optional<double>(row.parallelism);
    if (field == Field::Restarts)
        return row.restarts ? std::optional<double>(double(*row.restarts)) : std::nullopt;
    const qint64 since = field == Field::CheckpointAge ? row.lastCheckpointAt : row.changedAt;
    return since == 0 ? std::nullopt : std::optional<double>(double(nowMs - since));
}

QStringList Query::textsOf(Field field, const Row& row)
{
    switch (field) {
    case Field::Any:
        return {row.name, row.nameSpace, row.context, row.jobState, row.lifecycle, row.owner, row.summary};
    case Field::Status:
        return wordsOf(row.health) + QStringList{row.jobState, row.lifecycle};
    case Field::Job:
        return {row.jobState};
    case Field::Lifecycle:
        return {row.lifecycle};
    case Field::Name:
        return {row.name};
    case Field::NameSpace:
        return {row.nameSpace};
    case Field::Context:
        return {row.context};
    case Field::Flink:
        return {row.flinkVersion, row.flinkVersion.section(u'.', 0, 1), row.flinkVersion.section(u'.', 0, 0)};
    case Field::Owner:
        return {row.owner};
    case Field::Environment:
        return wordsOf(row.environment);
    case Field::Image:
        return {row.image};
    case Field::Label:
    case Field::Parallelism:
    case Field::Restarts:
    case Field::CheckpointAge:
    case Field::Changed:
        return {};
    }
    return {};
}

} // namespace fleet
