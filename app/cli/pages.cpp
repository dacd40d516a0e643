#include "app/cli/pages.h"

#include "app/cli/commands.h"
#include "app/cli/screen.h"
#include "app/cli/session.h"
#include "app/cli/verbs.h"
#include "core/manifest/explanations.h"
#include "core/manifest/rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

QString translated(const char* text)
{
    return QCoreApplication::translate("cli::Verbs", text);
}

QString latin(const char* text)
{
    return QString::fromLatin1(text);
}

QString optionText(const Option& option)
{
    QString text = option.letter ? u"-%1, "_s.arg(QLatin1Char(option.letter)) : QString();
    text += u"--"_s + latin(option.name);
    return option.value ? text + u' ' + latin(option.value) : text;
}

QString callOf(const Verb& verb)
{
    return (latin(verb.name) + u' ' + latin(verb.arguments)).trimmed();
}

/// Two columns, indented by two.
QString columns(const QList<std::pair<QString, QString>>& rows)
{
    int width = 0;
    for (const auto& [left, right] : rows)
        width = std::max(width, cellWidth(left));
    QString text;
    for (const auto& [left, right] : rows)
        text += u"  "_s + left + QString(width - cellWidth(left) + 2, u' ') + right + u'\n';
    return text;
}

QString optionRows(std::span<const Option> options)
{
    QList<std::pair<QString, QString>> rows;
    for (const Option& option : options)
        rows.append({optionText(option), translated(option.help)});
    return columns(rows);
}

QList<std::pair<QString, QString>> exitCodes()
{
    return {{u"0"_s, Text::tr("done, or nothing found")},
            {u"1"_s, Text::tr("findings")},
            {u"2"_s, Text::tr("the command line makes no sense")},
            {u"3"_s, Text::tr("unreachable, or no answer in time")},
            {u"4"_s, Text::tr("not permitted")},
            {u"5"_s, Text::tr("the operation failed")},
            {u"6"_s, Text::tr("the outcome is unknown; the message says how to look")}};
}

QString roff(const QString& text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    return escaped.startsWith(u'.') || escaped.startsWith(u'\'') ? u"\\&"_s + escaped : escaped;
}

QString roffOptions(std::span<const Option> options)
{
    QString text;
    for (const Option& option : options)
        text += u".TP\n.B "_s + roff(optionText(option)) + u'\n' + roff(translated(option.help)) + u'\n';
    return text;
}

QString optionWords(std::span<const Option> options)
{
    QStringList words;
    for (const Option& option : options) {
        words.append(u"--"_s + latin(option.name));
        if (option.letter)
            words.append(u"-"_s + QLatin1Char(option.letter));
    }
    return words.join(u' ');
}

/// Options whose value may be completed: by its choices, or as a file.
QString valueCases()
{
    QString cases;
    for (const Option& option : globalOptions()) {
        const QString pattern =
            u"--"_s + latin(option.name) + (option.letter ? u"|-"_s + QLatin1Char(option.letter) : QString());
        if (option.choices)
            cases += u"        %1) COMPREPLY=($(compgen -W \"%2\" -- \"$word\")); return;;\n"_s.arg(
                pattern, latin(option.choices));
        else if (option.value && latin(option.value) == u"FILE")
            cases += u"        %1) COMPREPLY=($(compgen -f -- \"$word\")); return;;\n"_s.arg(pattern);
        else if (option.value)
            cases += u"        %1) return;;\n"_s.arg(pattern);
    }
    return cases;
}

QString verbCases()
{
    QString cases;
    for (const Verb& verb : verbs()) {
        const QString words = (verb.choices(0).join(u' ') + u' ' + optionWords(verb.options)).trimmed();
        if (!words.isEmpty())
            cases += u"        %1) words=\"$words %2\";;\n"_s.arg(latin(verb.name), words);
    }
    return cases;
}

} // namespace

QString usageLine()
{
    return Text::tr("Usage: dreyctl VERB [ARGUMENTS] [OPTIONS]. 'dreyctl --help' lists the verbs.");
}

QString overviewPage()
{
    QList<std::pair<QString, QString>> rows;
    for (const Verb& verb : verbs())
        rows.append({callOf(verb), translated(verb.summary)});
    return Text::tr("dreyctl: Apache Flink on Kubernetes from a terminal") + u"\n\n"_s + Text::tr("Verbs:") + u'\n' +
           columns(rows) + u'\n' + Text::tr("Options:") + u'\n' + optionRows(globalOptions()) + u'\n' +
           Text::tr("Exit codes:") + u'\n' + columns(exitCodes()) + u'\n' +
           Text::tr("'dreyctl VERB --help' shows examples.") + u'\n';
}

QString verbPage(const Verb& verb)
{
    QString text =
        u"dreyctl "_s + callOf(verb) + u"\n\n"_s + translated(verb.summary) + u"\n\n"_s + Text::tr("Examples:") + u'\n';
    for (const char* example : verb.examples)
        text += u"  "_s + latin(example) + u'\n';
    if (!verb.options.empty())
        text += u'\n' + Text::tr("Options of this verb:") + u'\n' + optionRows(verb.options);
    std::vector<Option> others; // what the verb understands otherwise is told above
    for (const Option& option : globalOptions()) {
        if (optionNamed(&verb, latin(option.name)) == &option)
            others.push_back(option);
    }
    return text + u'\n' + Text::tr("Options:") + u'\n' + optionRows(others);
}

QString manualPage()
{
    QString text = u".TH DREYCTL 1 \"\" \"Drey %1\"\n"_s.arg(QCoreApplication::applicationVersion());
    text += u".SH NAME\ndreyctl \\- "_s + roff(Text::tr("Apache Flink on Kubernetes from a terminal")) + u'\n';
    text += u".SH SYNOPSIS\n.B dreyctl\n.I VERB\n[ARGUMENTS] [OPTIONS]\n.SH VERBS\n"_s;
    for (const Verb& verb : verbs()) {
        text += u".TP\n.B "_s + roff(callOf(verb)) + u'\n' + roff(translated(verb.summary)) + u"\n.nf\n"_s;
        for (const char* example : verb.examples)
            text += roff(latin(example)) + u'\n';
        text += u".fi\n"_s + roffOptions(verb.options);
    }
    text += u".SH OPTIONS\n"_s + roffOptions(globalOptions()) + u".SH EXIT STATUS\n"_s;
    const auto codes = exitCodes();
    for (const auto& [code, meaning] : codes)
        text += u".TP\n.B "_s + code + u'\n' + roff(meaning) + u'\n';
    return text;
}

QString bashCompletion()
{
    QStringList names;
    for (const Verb& verb : verbs())
        names.append(latin(verb.name));
    return u"_dreyctl()\n{\n    local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\" "
           u"verb=\"\" words=\"%1\" w\n"
           "    COMPREPLY=()\n"
           "    case \"$before\" in\n%2    esac\n"
           "    for w in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "        case \" %3 \" in *\" $w \"*) verb=\"$w\"; break;; esac\n"
           "    done\n"
           "    case \"$verb\" in\n"
           "        \"\") words=\"$words %3\";;\n%4    esac\n"
           "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}\ncomplete -F _dreyctl dreyctl\n"_s.arg(
               optionWords(globalOptions()), valueCases(), names.join(u' '), verbCases());
}

void generate(Session& session)
{
    const QString page = session.invocation().arguments.first();
    if (page == u"man")
        return session.print(manualPage());
    if (page == u"rules")
        return session.print(manifest::rulesPage());
    if (page == u"keys")
        return session.print(manifest::Explanations::bundled()->page(*manifest::Catalogue::bundled()));
    session.print(bashCompletion());
}

} // namespace cli
