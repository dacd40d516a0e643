#pragma once

#include "ui/fleet/queryterms.h"
#include "ui/fleet/row.h"

#include <QCoreApplication>

#include <variant>

namespace fleet {

/// The filter language of the fleet: words match anywhere, fields match what they name, and all terms must hold.
///
///     payment status:restarting,failed ns:pay* ctx:prod-* -owner:helm ckpt-age>10m restarts>=3 flink:1.20
///     label:team=pay*,risk -label:canary
///
/// Values are compared without case; `*` and `?` are wildcards; commas separate alternatives; a leading `-` or `!`
/// negates; quotes keep blanks together. What is not known matches no comparison, only `field:unknown`.
class Query
{
    Q_DECLARE_TR_FUNCTIONS(fleet::Query)

public:
    /// A term that could not be understood. The other terms still hold.
    struct Problem
    {
        qsizetype position = 0, length = 0; ///< in the text that was parsed
        QString message;                    ///< translated, names the term and what is allowed

        friend bool operator==(const Problem&, const Problem&) = default;
    };

    static Query parse(const QString& text);
    /// The names of the fields, for completion and for the message of an unknown one.
    static QStringList fields();
    /// Whether a term lets through by this field, whichever of its names is written; of `label` by that key.
    static bool isAbout(const QString& term, const QString& field, const QString& label = {});

    bool matches(const Row& row, qint64 nowMs) const;
    const QList<Problem>& problems() const { return m_problems; }
    bool isEmpty() const { return m_terms.isEmpty(); }
    /// Whether what matches changes although no row does.
    bool dependsOnTime() const;

private:
    enum class Field {
        Any,
        Status,
        Job,
        Lifecycle,
        Name,
        NameSpace,
        Context,
        Flink,
        Owner,
        Environment,
        Image,
        Parallelism,
        Restarts,
        CheckpointAge,
        Changed,
        Label
    };
    enum class Comparison { Is, Less, LessOrEqual, Greater, GreaterOrEqual };

    struct Term
    {
        Field field = Field::Any;
        QString label; ///< of Field::Label: its key; without patterns any value will do
        bool negated = false;
        Comparison comparison = Comparison::Is;
        QList<QRegularExpression> patterns; ///< of text fields: one an alternative
        QList<double> values;               ///< of numeric fields: numbers, or milliseconds
        bool unknown = false;               ///< one alternative is the word "unknown"
    };
    struct FieldName;

    static const QList<FieldName>& fieldNames();
    void addTerm(QStringView term, qsizetype position);
    static QString readValue(Term* term, const QString& name, const QString& whole, const QStringList& alternatives);
    static QString readLabel(Term* term, const QString& whole, QStringView value);
    static bool readNumbers(Term* term, const QStringList& alternatives, bool isDuration);
    static bool holds(const Term& term, const Row& row, qint64 nowMs);
    static bool holdsText(const Term& term, const Row& row);
    static bool holdsLabel(const Term& term, const Row& row);
    static bool holdsNumber(const Term& term, std::optional<double> value);
    static std::optional<double> numberOf(Field field, const Row& row, qint64 nowMs);
    static QStringList textsOf(Field field, const Row& row);

    QList<Term> m_terms;
    QList<Problem> m_problems;
};

} // namespace fleet
