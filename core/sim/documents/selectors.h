#pragma once

#include "core/sim/documents/answer.h"
#include "core/sim/documents/kinds.h"

#include <QJsonObject>

#include <vector>

namespace sim::documents {

/// One requirement of a selector: `key in (a, b)`, `!key`, `key=value`.
struct Requirement
{
    enum class Operator { In, NotIn, Exists, Absent, Greater, Less };

    QString key;
    Operator operation = Operator::In;
    QStringList values = {};

    friend bool operator==(const Requirement&, const Requirement&) = default;
};

/// The parameter `labelSelector`. Everything matches the empty one.
class LabelSelector
{
public:
    static Answer<LabelSelector> parse(const QString& text);
    /// From matchLabels and matchExpressions.
    static LabelSelector of(const QJsonObject& selector);

    bool matches(const QJsonObject& document) const;
    bool matchesLabels(const QJsonObject& labels) const;
    bool isEmpty() const { return m_requirements.empty(); }

private:
    std::vector<Requirement> m_requirements;
};

/// matchLabels and matchExpressions as one text: app=web,tier in (a,b)
QString selectorText(const QJsonObject& selector);

/// The parameter `fieldSelector`: metadata.name and metadata.namespace for every kind, and a few fields of built-in
/// ones.
class FieldSelector
{
public:
    static Answer<FieldSelector> parse(const Kind& kind, const QString& text);

    /// `document` in the form in which the kind serves it.
    bool matches(const QJsonObject& document) const;
    bool isEmpty() const { return m_terms.empty(); }
    /// What metadata.name must be; empty: anything. Lists that need no search.
    QString requiredName() const;

private:
    struct Term
    {
        QString field;
        QString value;
        bool isEqual = true;
    };

    std::vector<Term> m_terms;
};

} // namespace sim::documents
