#include "core/manifest/rules.h"

#include "core/manifest/ruletables.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

using enum Finding::Severity;

std::vector<Rule> allRules()
{
    std::vector<Rule> all;
    for (const std::span<const Rule> part : {rulesOfKeys(), rulesOfOperator(), rulesOfAdvice()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace

QString Rule::titleText() const
{
    return QCoreApplication::translate("manifest::Rules", title);
}

QString Rule::explanationText() const
{
    return QCoreApplication::translate("manifest::Rules", explanation);
}

std::span<const Rule> rules()
{
    static const std::vector<Rule> all = allRules();
    return all;
}

const Rule* ruleNamed(QStringView id)
{
    const auto all = rules();
    const auto found = std::ranges::find_if(all, [id](const Rule& rule) { return id == QLatin1StringView(rule.id); });
    return found == all.end() ? nullptr : &*found;
}

Finding findingOf(QStringView rule, Finding::Verdict verdict, const QString& message)
{
    const Rule* known = ruleNamed(rule);
    if (!known)
        qFatal("there is no rule %s", qPrintable(rule.toString()));
    Finding finding;
    finding.rule = known->name();
    finding.severity = known->severity;
    finding.verdict = verdict;
    finding.message = message;
    finding.explanation = known->explanationText();
    return finding;
}

QString rulesPage()
{
    const auto word = [](Finding::Severity severity) {
        return severity == Error ? Text::tr("error") : severity == Warning ? Text::tr("warning") : Text::tr("info");
    };
    QString page = u"# "_s + Text::tr("Rules of dreyctl lint") + u"\n\n"_s +
                   Text::tr("Made by \"dreyctl generate rules\" from the table that the program itself uses.") + u'\n';
    for (const Rule& rule : rules())
        page += u"\n## %1\n\n**%2** (%3). %4\n"_s.arg(rule.name(), rule.titleText(), word(rule.severity),
                                                      rule.explanationText());
    return page;
}

} // namespace manifest
