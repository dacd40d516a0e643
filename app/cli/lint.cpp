#include "app/cli/commands.h"
#include "app/cli/filetext.h"
#include "app/cli/lintreport.h"
#include "app/cli/routes.h"
#include "app/cli/session.h"
#include "core/manifest/extract.h"
#include "core/manifest/readable.h"
#include "core/plans/neighbourhood.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using base::Error;
using base::Result;

/// A fix may make room for another, but no two of them undo each other.
constexpr int mostRounds = 4;

enum class Texts { Manifests, Pages };

QStringList filesIn(const QString& folder, Texts texts)
{
    QStringList files, names{u"*.yaml"_s, u"*.yml"_s};
    if (texts == Texts::Pages)
        names += {u"*.md"_s, u"*.mdx"_s, u"*.txt"_s};
    QDirIterator found(folder, names, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext())
        files.append(found.next());
    files.sort();
    return files;
}

/// Every file that is named, and what is in every folder that is.
Result<QList<LintedFile>> filesOf(const QStringList& paths, Texts texts)
{
    QStringList names;
    for (const QString& path : paths) {
        if (path != u"-" && QFileInfo(path).isDir())
            names += filesIn(path, texts);
        else if (!names.contains(path))
            names.append(path);
    }
    QList<LintedFile> files;
    for (const QString& name : std::as_const(names)) {
        const auto text = fileText(name);
        if (!text)
            return text.error();
        files.append({name, *text, {}, 0});
    }
    return files;
}

qsizetype safeFixes(const LintedFile& file)
{
    qsizetype count = 0;
    for (const manifest::LintedDocument& document : file.documents)
        count += std::ranges::count_if(
            document.findings, [](const manifest::Finding& finding) { return finding.fix && finding.fix->isSafe; });
    return count;
}

void fix(LintedFile& file, const manifest::Linter& linter)
{
    qsizetype left = safeFixes(file);
    for (int round = 0; round < mostRounds && left > 0; ++round) {
        const qsizetype before = left;
        file.text = manifest::mended(file.text, file.documents);
        file.documents = linter.documents(file.text);
        left = safeFixes(file);
        file.fixed += int(std::max<qsizetype>(before - left, 0));
    }
}

/// Nothing, where it was written; the whole file or not at all.
std::optional<Error> written(const LintedFile& file)
{
    QSaveFile target(file.path);
    const bool isWritten = target.open(QIODevice::WriteOnly) && target.write(file.text) == file.text.size();
    if (isWritten && target.commit())
        return std::nullopt;
    return Error{Error::Kind::Invalid, Text::tr("'%1' cannot be written: %2").arg(file.path, target.errorString())};
}

/// What makes no sense together; empty: all does.
QString problemOf(const Invocation& invocation, const manifest::Catalogue& catalogue)
{
    const QString flink = invocation.value(u"flink-version"_s), kit = invocation.value(u"operator-version"_s);
    if (!flink.isEmpty() && !catalogue.release(flink))
        return Text::tr("'%1' is no release of Flink that is known. Known are: %2")
            .arg(flink, catalogue.releases().join(u", "_s));
    if (!kit.isEmpty() && !manifest::Linter::operatorReleases().contains(kit))
        return Text::tr("'%1' is no release of the operator that is known. Known are: %2")
            .arg(kit, manifest::Linter::operatorReleases().join(u", "_s));
    const bool isPiped = invocation.arguments.contains(u"-"_s);
    if (isPiped && invocation.arguments.size() > 1)
        return Text::tr("Standard input ('-') is read alone, without other files.");
    if (invocation.has(u"extract"_s) && invocation.has(u"fix"_s))
        return Text::tr("'--fix' changes manifests, not the pages they stand in: leave out '--extract'.");
    if (isPiped && invocation.has(u"fix"_s) && invocation.has(u"output"_s))
        return Text::tr("'--fix -' writes the mended text to standard output; there is no room for a report.");
    return {};
}

QString sourceWord(plans::ClusterFacts::SchemaSource source)
{
    switch (source) {
    case plans::ClusterFacts::SchemaSource::OpenApi:
        return u"openapi"_s;
    case plans::ClusterFacts::SchemaSource::Definitions:
        return u"definitions"_s;
    case plans::ClusterFacts::SchemaSource::Bundled:
        break;
    }
    return u"bundled"_s;
}

/// What was asked of a cluster; nothing: none was.
struct Live
{
    QString context;
    plans::ClusterFacts facts;
};

QString liveText(const Live& live)
{
    const bool isBundled = live.facts.source == plans::ClusterFacts::SchemaSource::Bundled;
    return (isBundled ? Text::tr("Held against what runs on %1, by the schemas that come with Drey.")
                      : Text::tr("Held against what runs on %1, by that cluster's own schemas."))
               .arg(live.context) +
           u'\n';
}

void finish(Session& session, const QList<LintedFile>& files, const std::optional<Live>& live)
{
    const LintCounts counts = countsOf(files);
    const ExitCode code = counts.errors + counts.warnings > 0 ? ExitCode::Findings : ExitCode::Done;
    const Invocation& invocation = session.invocation();
    if (invocation.has(u"fix"_s) && files.size() == 1 && files.first().path == u"-") {
        session.tell(lintText(files, Colors::Off).chopped(1));
        return session.print(QString::fromUtf8(files.first().text), code);
    }
    if (invocation.values(u"output"_s).value(invocation.values(u"output"_s).size() - 1) == u"sarif")
        return session.print(QString::fromUtf8(QJsonDocument(lintSarif(files)).toJson()), code);
    QJsonObject json = lintJson(files);
    if (live)
        json.insert(u"live"_s,
                    QJsonObject{{u"context"_s, live->context}, {u"schema"_s, sourceWord(live->facts.source)}});
    session.answer(
        json, [&] { return lintText(files, session.colors()) + (live ? liveText(*live) : QString()); }, code);
}

/// The documents of a file, or those that stand in a page.
QList<manifest::Piece> piecesOf(const LintedFile& file, Texts texts, const manifest::Catalogue& catalogue)
{
    if (manifest::problemOf(file.text))
        return {};
    return texts == Texts::Pages ? manifest::extractedFrom(file.text, catalogue) : manifest::piecesOf(file.text);
}

QList<QJsonObject> manifestsIn(const QList<LintedFile>& files, Texts texts, const manifest::Catalogue& catalogue)
{
    QList<QJsonObject> manifests;
    for (const LintedFile& file : files) {
        const QList<manifest::Piece> pieces = piecesOf(file, texts, catalogue);
        for (const manifest::Piece& piece : pieces) {
            const auto result = yaml::Tree::parse(piece.text);
            if (const auto* tree = std::get_if<yaml::Tree>(&result);
                tree && piece.form == manifest::Subject::Form::Manifest)
                manifests.append(tree->value(tree->root()).toObject());
        }
    }
    return manifests;
}

/// Finds, mends and tells, once all that is asked for is there.
void judge(Session& session, QList<LintedFile> files, const manifest::Linter& linter, const std::optional<Live>& live)
{
    const Invocation& invocation = session.invocation();
    const auto catalogue = manifest::Catalogue::bundled();
    for (LintedFile& file : files) {
        file.documents = invocation.has(u"extract"_s)
                             ? linter.documents(file.text, manifest::extractedFrom(file.text, *catalogue))
                             : linter.documents(file.text);
        if (!invocation.has(u"fix"_s))
            continue;
        fix(file, linter);
        if (file.fixed == 0 || file.path == u"-")
            continue;
        if (const auto problem = written(file))
            return session.fail(*problem);
    }
    finish(session, files, live);
}

void lintLive(Session& session, const QList<LintedFile>& files, const manifest::Linter& linter, Texts texts)
{
    const auto route = clusterRoute(session);
    if (!route)
        return;
    const auto catalogue = manifest::Catalogue::bundled();
    auto& neighbourhood = session.keep(std::make_shared<plans::Neighbourhood>(*route->api, route->own));
    QObject::connect(&neighbourhood, &plans::Neighbourhood::finished, &session,
                     [&session, files, linter, route](const plans::ClusterFacts& facts) {
                         for (const QString& doubt : facts.doubts)
                             session.warn(doubt);
                         manifest::Linter live = linter;
                         live.setLive(facts.objects);
                         live.setSchema(facts.schema);
                         judge(session, files, live, Live{route->context, facts});
                     });
    neighbourhood.start(manifestsIn(files, texts, *catalogue));
}

} // namespace

void lint(Session& session)
{
    const Invocation& invocation = session.invocation();
    const auto catalogue = manifest::Catalogue::bundled();
    if (const QString problem = problemOf(invocation, *catalogue); !problem.isEmpty())
        return session.fail(ExitCode::Usage, problem);
    const Texts texts = invocation.has(u"extract"_s) ? Texts::Pages : Texts::Manifests;
    const auto files = filesOf(invocation.arguments, texts);
    if (!files)
        return session.fail(files.error());
    const manifest::Linter linter(catalogue,
                                  {invocation.value(u"flink-version"_s), invocation.value(u"operator-version"_s)});
    if (invocation.has(u"live"_s))
        return lintLive(session, *files, linter, texts);
    judge(session, *files, linter, std::nullopt);
}

} // namespace cli
