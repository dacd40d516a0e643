#include "app/cli/lintreport.h"

#include "app/cli/shapes.h"
#include "core/base/visibletext.h"
#include "core/manifest/rules.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using manifest::Finding;
using yaml::LineIndex;

QString severityWord(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Error:
        return u"error"_s;
    case Finding::Severity::Warning:
        return u"warning"_s;
    case Finding::Severity::Info:
        return u"info"_s;
    }
    return {};
}

/// As SARIF calls it.
QString sarifLevel(Finding::Severity severity)
{
    return severity == Finding::Severity::Info ? u"note"_s : severityWord(severity);
}

QString verdictWord(Finding::Verdict verdict)
{
    switch (verdict) {
    case Finding::Verdict::Unknown:
        return u"unknown"_s;
    case Finding::Verdict::Removed:
        return u"removed"_s;
    case Finding::Verdict::NotYet:
        return u"notYet"_s;
    case Finding::Verdict::Deprecated:
        return u"deprecated"_s;
    case Finding::Verdict::Renamed:
        return u"renamed"_s;
    case Finding::Verdict::Forbidden:
        return u"forbidden"_s;
    case Finding::Verdict::InvalidValue:
        return u"invalidValue"_s;
    case Finding::Verdict::Conflict:
        return u"conflict"_s;
    case Finding::Verdict::Schema:
        return u"schema"_s;
    case Finding::Verdict::Advice:
        return u"advice"_s;
    }
    return {};
}

/// UTF-16 units, as columns are.
int lengthOf(const LintedFile& file, const yaml::Span& span)
{
    return int(QString::fromUtf8(QByteArrayView(file.text).sliced(span.begin, span.length())).size());
}

QJsonObject itemJson(const LintedFile& file, const LineIndex& lines, const Finding& finding)
{
    const LineIndex::Place place = lines.place(finding.span.begin);
    QJsonValue fix(QJsonValue::Null);
    if (finding.fix)
        fix = QJsonObject{{u"title"_s, finding.fix->title}, {u"safe"_s, finding.fix->isSafe}};
    return {{u"rule"_s, finding.rule},
            {u"severity"_s, severityWord(finding.severity)},
            {u"file"_s, file.path},
            {u"line"_s, place.line},
            {u"column"_s, place.column},
            {u"length"_s, lengthOf(file, finding.span)},
            {u"path"_s, finding.path},
            {u"key"_s, shapes::text(finding.key)},
            {u"message"_s, finding.message},
            {u"explanation"_s, finding.explanation},
            {u"verdict"_s, verdictWord(finding.verdict)},
            {u"replacement"_s, shapes::text(finding.replacement)},
            {u"fix"_s, fix}};
}

QJsonObject sarifRules()
{
    QJsonArray rules;
    for (const manifest::Rule& rule : manifest::rules()) {
        const QString level = sarifLevel(rule.severity);
        rules.append(QJsonObject{{u"id"_s, rule.name()},
                                 {u"shortDescription"_s, QJsonObject{{u"text"_s, rule.titleText()}}},
                                 {u"fullDescription"_s, QJsonObject{{u"text"_s, rule.explanationText()}}},
                                 {u"defaultConfiguration"_s, QJsonObject{{u"level"_s, level}}}});
    }
    return {{u"driver"_s, QJsonObject{{u"name"_s, u"dreyctl"_s},
                                      {u"version"_s, QCoreApplication::applicationVersion()},
                                      {u"rules"_s, rules}}}};
}

QJsonObject region(const LineIndex& lines, const yaml::Span& span)
{
    const LineIndex::Place begin = lines.place(span.begin), end = lines.place(span.end);
    return {{u"startLine"_s, begin.line},
            {u"startColumn"_s, begin.column},
            {u"endLine"_s, end.line},
            {u"endColumn"_s, end.column}};
}

QJsonObject artifact(const LintedFile& file)
{
    const QString path = file.path == u"-" ? u"stdin"_s : file.path;
    return {{u"uri"_s, path.startsWith(u'/') ? QString::fromUtf8(QUrl::fromLocalFile(path).toEncoded())
                                             : QString::fromLatin1(QUrl::toPercentEncoding(path, "/"))}};
}

QJsonObject sarifResult(const LintedFile& file, const LineIndex& lines, const Finding& finding)
{
    const QString level = sarifLevel(finding.severity);
    const QJsonObject location{{u"physicalLocation"_s, QJsonObject{{u"artifactLocation"_s, artifact(file)},
                                                                   {u"region"_s, region(lines, finding.span)}}}};
    QJsonObject result{{u"ruleId"_s, finding.rule},
                       {u"level"_s, level},
                       {u"message"_s, QJsonObject{{u"text"_s, finding.message}}},
                       {u"locations"_s, QJsonArray{location}}};
    if (finding.fix) {
        QJsonArray replacements;
        for (const manifest::Edit& edit : finding.fix->edits)
            replacements.append(
                QJsonObject{{u"deletedRegion"_s, region(lines, edit.span)},
                            {u"insertedContent"_s, QJsonObject{{u"text"_s, QString::fromUtf8(edit.text)}}}});
        const QJsonObject change{{u"artifactLocation"_s, artifact(file)}, {u"replacements"_s, replacements}};
        result.insert(u"fixes"_s,
                      QJsonArray{QJsonObject{{u"description"_s, QJsonObject{{u"text"_s, finding.fix->title}}},
                                             {u"artifactChanges"_s, QJsonArray{change}}}});
    }
    return result;
}

QString severityText(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Error:
        return u"✗ "_s + Text::tr("error");
    case Finding::Severity::Warning:
        return u"▲ "_s + Text::tr("warning");
    case Finding::Severity::Info:
        return u"· "_s + Text::tr("info");
    }
    return {};
}

QString summaryText(const QList<LintedFile>& files)
{
    const LintCounts counts = countsOf(files);
    int documents = 0, fixed = 0;
    for (const LintedFile& file : files) {
        documents += int(file.documents.size());
        fixed += file.fixed;
    }
    QString text;
    if (fixed > 0)
        text += Text::tr("%n finding(s) fixed.", nullptr, fixed) + u'\n';
    if (documents == 0)
        return text + Text::tr("There is no manifest in it.") + u'\n';
    const QString where = Text::tr("%n document(s)", nullptr, documents);
    if (counts.errors + counts.warnings + counts.infos == 0)
        return text + Text::tr("Nothing found in %1.").arg(where) + u'\n';
    return text +
           Text::tr("Found in %1: errors %2, warnings %3, remarks %4.")
               .arg(where)
               .arg(counts.errors)
               .arg(counts.warnings)
               .arg(counts.infos) +
           u'\n';
}

} // namespace

LintCounts countsOf(const QList<LintedFile>& files)
{
    LintCounts counts;
    for (const LintedFile& file : files) {
        for (const manifest::LintedDocument& document : file.documents) {
            for (const Finding& finding : document.findings) {
                counts.errors += finding.severity == Finding::Severity::Error ? 1 : 0;
                counts.warnings += finding.severity == Finding::Severity::Warning ? 1 : 0;
                counts.infos += finding.severity == Finding::Severity::Info ? 1 : 0;
            }
        }
    }
    return counts;
}

QJsonObject lintJson(const QList<LintedFile>& files)
{
    QJsonArray paths, items;
    for (const LintedFile& file : files) {
        const LineIndex lines(file.text);
        QJsonArray documents;
        for (const manifest::LintedDocument& document : file.documents) {
            documents.append(QJsonObject{{u"line"_s, lines.place(document.span.begin).line},
                                         {u"kind"_s, shapes::text(document.kind)},
                                         {u"name"_s, shapes::text(document.name)},
                                         {u"flinkVersion"_s, shapes::text(document.flinkRelease)}});
            for (const Finding& finding : document.findings)
                items.append(itemJson(file, lines, finding));
        }
        paths.append(QJsonObject{{u"path"_s, file.path}, {u"documents"_s, documents}, {u"fixed"_s, file.fixed}});
    }
    const LintCounts counts = countsOf(files);
    return {{u"kind"_s, u"LintReport"_s},
            {u"files"_s, paths},
            {u"items"_s, items},
            {u"summary"_s,
             QJsonObject{{u"errors"_s, counts.errors}, {u"warnings"_s, counts.warnings}, {u"infos"_s, counts.infos}}}};
}

QJsonObject lintSarif(const QList<LintedFile>& files)
{
    QJsonArray results;
    for (const LintedFile& file : files) {
        const LineIndex lines(file.text);
        for (const manifest::LintedDocument& document : file.documents) {
            for (const Finding& finding : document.findings)
                results.append(sarifResult(file, lines, finding));
        }
    }
    const QJsonObject run{{u"tool"_s, sarifRules()}, {u"columnKind"_s, u"utf16CodeUnits"_s}, {u"results"_s, results}};
    return {{u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s},
            {u"version"_s, u"2.1.0"_s},
            {u"runs"_s, QJsonArray{run}}};
}

QString lintText(const QList<LintedFile>& files, Colors colors)
{
    Table table({Text::tr("Place"), Text::tr("Severity"), Text::tr("Rule"), Text::tr("Finding")});
    bool hasRows = false;
    for (const LintedFile& file : files) {
        const LineIndex lines(file.text);
        for (const manifest::LintedDocument& document : file.documents) {
            for (const Finding& finding : document.findings) {
                const LineIndex::Place place = lines.place(finding.span.begin);
                table.add({u"%1:%2:%3"_s.arg(base::visibleText(file.path)).arg(place.line).arg(place.column),
                           severityText(finding.severity), finding.rule, base::visibleText(finding.message)});
                hasRows = true;
            }
        }
    }
    return (hasRows ? table.text(colors) + u'\n' : QString()) + summaryText(files);
}

} // namespace cli
