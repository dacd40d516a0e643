#include "core/sim/documents/names.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

constexpr qsizetype longestLabel = 63;
constexpr qsizetype longestSubdomain = 253;

bool fits(const QString& text, const QString& form)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(form)).match(text).hasMatch();
}

QString tooLong(qsizetype most)
{
    return u"must be no more than %1 characters"_s.arg(most);
}

/// "…must consist of… (e.g. 'a',  or 'b', regex used for validation is '…')"
QString wrongForm(const QString& rule, const QString& form, const QStringList& examples)
{
    QStringList quoted;
    for (const auto& example : examples)
        quoted += u'\'' + example + u'\'';
    return u"%1 (e.g. %2, regex used for validation is '%3')"_s.arg(rule, quoted.join(u",  or "_s), form);
}

const QString labelForm = u"[a-z0-9]([-a-z0-9]*[a-z0-9])?"_s;
const auto subdomainForm = u"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"_s;
const auto nameForm = u"([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]"_s;

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
    QStringList errors;
    if (name.size() > longestSubdomain)
        errors += tooLong(longestSubdomain);
    if (!fits(name, subdomainForm))
        errors += wrongSubdomain();
    return errors;
}

QStringList labelErrors(const QString& name)
{
    QStringList errors;
    if (name.size() > longestLabel)
        errors += tooLong(longestLabel);
    if (fits(name, labelForm))
        return errors;
    if (fits(name, subdomainForm))
        return errors << u"must not contain dots"_s;
    return errors << wrongForm(
               u"a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and "
               "must start and end with an alphanumeric character"_s,
               labelForm, {u"my-name"_s, u"123-abc"_s});
}

QStringList serviceNameErrors(const QString& name)
{
    QStringList errors;
    if (name.size() > longestLabel)
        errors += tooLong(longestLabel);
    const auto form = u"[a-z]([-a-z0-9]*[a-z0-9])?"_s;
    if (!fits(name, form)) {
        errors +=
            wrongForm(u"a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an "
                      "alphabetic character, and end with an alphanumeric character"_s,
                      form, {u"my-name"_s, u"abc-123"_s});
    }
    return errors;
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
    QStringList errors;
    if (value.size() > longestLabel)
        errors += tooLong(longestLabel);
    const auto form = u"(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?"_s;
    if (!fits(value, form)) {
        errors +=
            wrongForm(u"a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', "
                      "and must start and end with an alphanumeric character"_s,
                      form, {u"MyValue"_s, u"my_value"_s, u"12345"_s});
    }
    return errors;
}

QStringList configKeyErrors(const QString& key)
{
    QStringList errors;
    if (key.size() > longestSubdomain)
        errors += tooLong(longestSubdomain);
    const auto form = u"[-._a-zA-Z0-9]+"_s;
    if (!fits(key, form)) {
        errors += wrongForm(u"a valid config key must consist of alphanumeric characters, '-', '_' or '.'"_s, form,
                            {u"key.name"_s, u"KEY_NAME"_s, u"key-name"_s});
    }
    if (key == u"." || key == u"..")
        errors += u"must not be '%1'"_s.arg(key);
    return errors;
}

QStringList portNameErrors(const QString& name)
{
    QStringList errors;
    if (name.size() > 15)
        errors += tooLong(15);
    if (!fits(name, u"[-a-z0-9]+"_s))
        errors += u"must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"_s;
    if (!fits(name, u".*[a-z].*"_s))
        errors += u"must contain at least one letter (a-z)"_s;
    if (name.contains(u"--"))
        errors += u"must not contain consecutive hyphens"_s;
    if (name.startsWith(u'-') || name.endsWith(u'-'))
        errors += u"must not begin or end with a hyphen"_s;
    return errors;
}

} // namespace sim::documents
