#include "core/manifest/form.h"

#include "core/manifest/values.h"
#include "core/yaml/schema.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

using yaml::Tree;
using Kind = FormField::Kind;

QString amountProblem(const FormField& field, const QString& value)
{
    const auto amount = quantityOf(value);
    const bool isOfBytes = field.kind == Kind::Bytes;
    if (!amount || *amount <= 0)
        return isOfBytes ? Text::tr("\"%1\" is no quantity above 0, such as 2Gi or 2048Mi.").arg(value)
                         : Text::tr("\"%1\" is no quantity above 0, such as 0.5 or 500m.").arg(value);
    // To Flink it would be mebibytes.
    if (isOfBytes && value.endsWith(u'm'))
        return Text::tr("\"%1\" is thousandths of a byte here. Mebibytes are %2.")
            .arg(value, value.chopped(1) + u"Mi"_s);
    return {};
}

} // namespace

QString problemOf(const FormField& field, const QString& value)
{
    static const QRegularExpression name(u"^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"_s);
    if (value.isEmpty())
        return {};
    bool isNumber = false;
    switch (field.kind) {
    case Kind::Text:
    case Kind::Lines:
        return {};
    case Kind::Whole: {
        const int least = field.otherwise == u"-1" ? -1 : 1;
        const int number = value.toInt(&isNumber);
        return isNumber && number >= least ? QString()
                                           : Text::tr("\"%1\" is no whole number from %2 on.").arg(value).arg(least);
    }
    case Kind::Decimal: {
        const double number = value.toDouble(&isNumber);
        return isNumber && std::isfinite(number) && number > 0
                   ? QString()
                   : Text::tr("\"%1\" is no number above 0, such as 0.5 or 2.").arg(value);
    }
    case Kind::Truth:
    case Kind::Choice:
        return field.choices.contains(value) ? QString()
                                             : Text::tr("It is one of: %1.").arg(field.choices.join(u", "_s));
    case Kind::Name:
        return name.match(value).hasMatch()
                   ? QString()
                   : Text::tr("\"%1\" is no name: small letters, digits and dashes, a letter or digit at both ends.")
                         .arg(value);
    case Kind::Memory:
        return isResourceMemory(value)
                   ? QString()
                   : Text::tr("\"%1\" is no memory size: a whole number with a unit, such as 2048m, 4g or 2Gi.")
                         .arg(value);
    case Kind::Cores:
    case Kind::Bytes:
        return amountProblem(field, value);
    case Kind::Duration:
        return valueProblem(u"Duration"_s, value, field.isIsoRead);
    }
    return {};
}

base::Result<QList<Edit>> changeOf(const QByteArray& text, const Form& form, const FormField& field,
                                   const QString& value)
{
    using base::Error;
    if (field.standing == FormField::Standing::ByHand)
        return Error{Error::Kind::Invalid, field.why};
    if (const QString problem = problemOf(field, value); !problem.isEmpty())
        return Error{Error::Kind::Invalid, problem};
    const QByteArray document = text.mid(form.document.begin, form.document.length());
    const auto parsed = Tree::parse(document);
    const Tree* tree = std::get_if<Tree>(&parsed);
    if (!tree)
        return Error{Error::Kind::Decode, std::get<Tree::Fault>(parsed).what};
    yaml::Setting place = field.place;
    if (yaml::typedScalar(value).isString())
        place.meaning = yaml::Meaning::Text;
    const auto changes = value.isEmpty()             ? yaml::without(*tree, place.keys)
                         : field.kind == Kind::Lines ? yaml::withTexts(*tree, place, value.split(u'\n'))
                                                     : yaml::withScalar(*tree, place, value);
    if (!changes)
        return changes.error();
    QList<Edit> edits;
    for (const yaml::Change& change : *changes)
        edits.append({{form.document.begin + change.span.begin, form.document.begin + change.span.end}, change.text});
    return edits;
}

} // namespace manifest
