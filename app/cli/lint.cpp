#include "app/cli/commands.h"
#include "app/cli/filetext.h"
#include "app/cli/lintreport.h"
#include "app/cli/session.h"
#include "core/manifest/extract.h"

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
    for (int round = 0; round < mostRounds && safeFixes(file) > 0; ++round) {
        const QByteArray text = manifest::mended(file.text, file.documents);
        const qsizetype before = safeFixes(file);
        file.text = text;
        file.documents = linter.documents(text);
        file.fixed += int(std::max<qsizetype>(before - safeFixes(file), 0));
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

void finish(Session& session, const QList<LintedFile>& files)
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
    session.answer(
        lintJson(files), [&] { return lintText(files, session.colors()); }, code);
}

} // namespace

void lint(Session& session)
{
    const Invocation& invocation = session.invocation();
    const auto catalogue = manifest::Catalogue::bundled();
    if (const QString problem = problemOf(invocation, *catalogue); !problem.isEmpty())
        return session.fail(ExitCode::Usage, problem);
    const Texts texts = invocation.has(u"extract"_s) ? Texts::Pages : Texts::Manifests;
    auto files = filesOf(invocation.arguments, texts);
    if (!files)
        return session.fail(files.error());
    const manifest::Linter linter(catalogue,
                                  {invocation.value(u"flink-version"_s), invocation.value(u"operator-version"_s)});
    for (LintedFile& file : *files) {
        file.documents = texts == Texts::Pages
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
    finish(session, *files);
}

} // namespace cli
