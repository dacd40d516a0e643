#include "core/sim/documents/names.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

constexpr qsizetype longestLabel = 63;
constexpr qsizetype longestSubdomain = 253;
constexpr qsizetype longestPort = 15;

/// What a name must look like, compiled once: a selector may hold thousands of names.
struct Form
{
    explicit Form(const QString& pattern)
        : text(pattern)
        , whole(QRegularExpression::anchoredPattern(pattern))
    {
    }

    QString text;
    QRegularExpression whole;
};

bool fits(const QString& text, const Form& form)
{
    return form.whole.match(text).hasMatch();
}

QString tooLong(qsizetype most)
{
    return u"must be no more than %1 characters"_s.arg(most);
}

/// "…must consist of… (e.g. 'a',  or 'b', regex used for validation is '…')"
QString wrongForm(const QString& rule, const Form& form, const QStringList& examples)
{
    QStringList quoted;
    for (const auto& example : examples)
        quoted += u'\'' + example + u'\'';
    return u"%1 (e.g. %2, regex used for validation is '%3')"_s.arg(rule, quoted.join(u",  or "_s), form.text);
}

/// Too long, not of the form, or both; `wrong` makes the words for the second.
template <typename Wrong>
QStringList errorsOf(const QString& text, qsizetype longest, const Form& form, Wrong wrong)
{
    QStringList errors;
    if (text.size() > longest)
        errors += tooLong(longest);
    if (!fits(text, form))
        errors += wrong();
    return errors;
}

const Form labelForm(u"[a-z0-9]([-a-z0-9]*[a-z0-9])?"_s);
const Form subdomainForm(u"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"_s);
const Form serviceForm(u"[a-z]([-a-z0-9]*[a-z0-9])?"_s);
const Form nameForm(u"([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]"_s);
const Form labelValueForm(u"(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?"_s);
const Form configKeyForm(u"[-._a-zA-Z0-9]+"_s);
const Form portForm(u"[-a-z0-9]+"_s);
const Form letterForm(u".*[a-z].*"_s);

QString wrongSubdomain()
{
    return wrongForm(
        u"a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and "
        "must start and end with an alphanumeric character"_s,
        subdomainForm, {u"example.com"_s});
}

QString wrongName(const QString& part)
{
    return wrongForm(part +
                         u" must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
                         "alphanumeric character"_s,
                     nameForm, {u"MyName"_s, u"my.name"_s, u"123-abc"_s});
}

} // namespace

QStringList subdomainErrors(const QString& name)
{
    return errorsOf(name, longestSubdomain, subdomainForm, wrongSubdomain);
}

QStringList labelErrors(const QString& name)
{
    return errorsOf(name, longestLabel, labelForm, [&] {
        if (fits(name, subdomainForm))
            return u"must not contain dots"_s;
        return wrongForm(u"a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and "
                         "must start and end with an alphanumeric character"_s,
                         labelForm, {u"my-name"_s, u"123-abc"_s});
    });
}

QStringList serviceNameErrors(const QString& name)
{
    return errorsOf(name, longestLabel, serviceForm, [] {
        return wrongForm(u"a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an "
                         "alphabetic character, and end with an alphanumeric character"_s,
                         serviceForm, {u"my-name"_s, u"abc-123"_s});
    });
}

QStringList pathSegmentErrors(const QString& name)
{
    if (name == u"." || name == u"..")
        return {u"may not be '%1'"_s.arg(name)};
    QStringList errors;
    for (const auto& part : {u"/"_s, u"%"_s}) {
        if (name.contains(part))
            errors += u"may not contain '%1'"_s.arg(part);
    }
    return errors;
}

QStringList qualifiedNameErrors(const QString& name)
{
    const auto parts = name.split(u'/');
    if (parts.size() > 2)
        return {wrongName(u"a qualified name"_s) +
                u" with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"_s};
    QStringList errors;
    if (parts.size() == 2) {
        if (parts.first().isEmpty())
            errors += u"prefix part must be non-empty"_s;
        else
            for (const auto& error : subdomainErrors(parts.first()))
                errors += u"prefix part "_s + error;
    }
    const auto& own = parts.last();
    if (own.isEmpty())
        errors += u"name part must be non-empty"_s;
    else if (own.size() > longestLabel)
        errors += u"name part "_s + tooLong(longestLabel);
    if (!fits(own, nameForm))
        errors += wrongName(u"name part"_s);
    return errors;
}

QStringList labelValueErrors(const QString& value)
{
    return errorsOf(value, longestLabel, labelValueForm, [] {
        return wrongForm(
            u"a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', "
            "and must start and end with an alphanumeric character"_s,
            labelValueForm, {u"MyValue"_s, u"my_value"_s, u"12345"_s});
    });
}

QStringList configKeyErrors(const QString& key)
{
    auto errors = errorsOf(key, longestSubdomain, configKeyForm, [] {
        return wrongForm(u"a valid config key must consist of alphanumeric characters, '-', '_' or '.'"_s,
                         configKeyForm, {u"key.name"_s, u"KEY_NAME"_s, u"key-name"_s});
    });
    if (key == u"." || key == u"..")
        errors += u"must not be '%1'"_s.arg(key);
    return errors;
}

QStringList portNameErrors(const QString& name)
{
    auto errors = errorsOf(name, longestPort, portForm,
                           [] { return u"must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"_s; });
    if (!fits(name, letterForm))
        errors += u"must contain at least one letter (a-z)"_s;
    if (name.contains(u"--"))
        errors += u"must not contain consecutive hyphens"_s;
    if (name.startsWith(u'-') || name.endsWith(u'-'))
        errors += u"must not begin or end with a hyphen"_s;
    return errors;
}

} // namespace sim::documents
