#include "core/manifest/lint.h"

#include "core/manifest/advicerules.h"
#include "core/manifest/companionrules.h"
#include "core/manifest/extract.h"
#include "core/manifest/keyrules.h"
#include "core/manifest/operatorrules.h"
#include "core/manifest/readable.h"
#include "core/manifest/rules.h"
#include "core/manifest/schemarules.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

using Form = Subject::Form;

constexpr int oldestOperator = 10, newestOperator = 16; // of 1.x
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

QList<Finding> twiceFindings(const Subject& subject)
{
    Findings findings(subject);
    const yaml::Tree& tree = subject.tree();
    for (int index = 0; index < tree.count(); ++index) {
        if (tree.node(index).kind != yaml::Node::Kind::Map)
            continue;
        QSet<QString> seen;
        for (const int child : tree.node(index).children) {
            const QString& key = tree.node(tree.node(child).key).text;
            if (seen.contains(key) && key != u"<<")
                findings.add(u"DREY-Y002", child, Text::tr("%1 stands here for the second time.").arg(key),
                             Finding::Verdict::Schema);
            seen.insert(key);
        }
    }
    return findings.take();
}

/// Text that was copied without its indentation is YAML still, but everything stands at the top.
bool hasLostIndentation(const Subject& subject)
{
    const yaml::Tree& tree = subject.tree();
    const int metadata = tree.find(tree.root(), u"metadata");
    return subject.form() == Form::Manifest && metadata >= 0 && tree.node(metadata).kind == yaml::Node::Kind::Null &&
           tree.find(tree.root(), u"name") >= 0;
}

Finding lostIndentation(const Subject& subject)
{
    Findings findings(subject);
    return findings.add(u"DREY-Y003", subject.tree().find(subject.tree().root(), u"metadata"),
                        Text::tr("The indentation is lost: what belongs below metadata stands beside it."),
                        Finding::Verdict::Schema);
}

void shift(Finding& finding, qsizetype by)
{
    finding.span.begin += by;
    finding.span.end += by;
    if (!finding.fix)
        return;
    for (Edit& edit : finding.fix->edits) {
        edit.span.begin += by;
        edit.span.end += by;
    }
}

} // namespace

/// A document with what is known of it as long as its bytes stay the same.
struct Linter::Parsed
{
    Form form = Form::Manifest;
    QByteArray text;
    std::variant<yaml::Tree, yaml::Tree::Fault> result;
    QString kind, name, flinkVersion;
    std::unique_ptr<const Subject> subject; ///< for its release; null: it cannot be read
    QList<Finding> own;                     ///< what was found in it alone, with places in it
    QString flinkRelease;
    bool hasNeighbours = true; ///< what stands beside it is held against it

    const yaml::Tree* tree() const { return std::get_if<yaml::Tree>(&result); }
};

struct LintMemory::Documents
{
    QHash<QByteArray, std::shared_ptr<Linter::Parsed>> byText;
};

LintMemory::LintMemory() = default;
LintMemory::~LintMemory() = default;
LintMemory::LintMemory(LintMemory&&) noexcept = default;
LintMemory& LintMemory::operator=(LintMemory&&) noexcept = default;

QList<Piece> piecesOf(const QByteArray& stream)
{
    QList<Piece> pieces;
    for (yaml::Span span : yaml::documentsOf(stream)) {
        if (span.begin == 0 && stream.startsWith(byteOrderMark))
            span.begin = byteOrderMark.size();
        pieces.append({span, stream.mid(span.begin, span.length()), Form::Manifest});
    }
    return pieces;
}

Linter::Linter(std::shared_ptr<const Catalogue> catalogue, Releases releases)
    : m_catalogue(std::move(catalogue))
    , m_releases(std::move(releases))
    , m_operatorMinor(m_releases.operatorRelease.section(u'.', 1, 1).toInt())
{
    if (m_operatorMinor == 0)
        m_operatorMinor = newestOperator;
}

QStringList Linter::operatorReleases()
{
    QStringList releases;
    for (int minor = oldestOperator; minor <= newestOperator; ++minor)
        releases.append(u"1.%1"_s.arg(minor));
    return releases;
}

QList<LintedDocument> Linter::documents(const QByteArray& text) const
{
    return documents(text, problemOf(text) ? QList<Piece>() : piecesOf(text));
}

QList<LintedDocument> Linter::documents(const QByteArray& text, const QList<Piece>& pieces) const
{
    if (const auto problem = problemOf(text))
        return {LintedDocument{{0, text.size()}, {}, {}, {}, {*problem}}};
    AllParsed all;
    for (const Piece& piece : pieces)
        all.push_back(parsed(piece));
    return judged(all, pieces);
}

QList<LintedDocument> Linter::documents(const QByteArray& text, LintMemory& memory) const
{
    if (const auto problem = problemOf(text))
        return {LintedDocument{{0, text.size()}, {}, {}, {}, {*problem}}};
    const QList<Piece> pieces = piecesOf(text);
    auto now = std::make_unique<LintMemory::Documents>();
    AllParsed all;
    memory.m_reused = 0;
    for (const Piece& piece : pieces) {
        // A text that stands there twice is two documents: each knows its own neighbours.
        std::shared_ptr<Parsed> known = memory.m_documents ? memory.m_documents->byText.take(piece.text) : nullptr;
        memory.m_reused += known ? 1 : 0;
        all.push_back(known ? known : parsed(piece));
        now->byText.insert(piece.text, all.back());
    }
    memory.m_documents = std::move(now);
    return judged(all, pieces);
}

QList<LintedDocument> Linter::judged(const AllParsed& all, const QList<Piece>& pieces) const
{
    std::vector<const Subject*> deployments;
    const Versions versions = versionsOf(all);
    for (const auto& one : all) {
        const int release = one->tree() ? releaseOf(*one, versions) : 0;
        if (one->tree() && !(one->subject && one->subject->release() == release)) {
            one->subject = std::make_unique<const Subject>(*one->tree(), one->form, *m_catalogue, release,
                                                           m_operatorMinor, m_schema);
            judge(*one);
        }
        if (one->subject && one->subject->kind() == Subject::Kind::Deployment)
            deployments.push_back(one->subject.get());
    }
    QList<LintedDocument> documents;
    for (size_t i = 0; i < all.size(); ++i) {
        const Parsed& one = *all[i];
        LintedDocument document{pieces[qsizetype(i)].span, one.kind, one.name, one.flinkRelease, one.own};
        if (!one.subject)
            document.findings.append(faultFinding(std::get<yaml::Tree::Fault>(one.result), one.text));
        else if (one.hasNeighbours)
            document.findings += togetherFindings(*one.subject, deployments);
        for (Finding& finding : document.findings)
            shift(finding, document.span.begin);
        std::stable_sort(document.findings.begin(), document.findings.end(),
                         [](const Finding& left, const Finding& right) { return left.span.begin < right.span.begin; });
        documents.append(document);
    }
    return documents;
}

std::shared_ptr<Linter::Parsed> Linter::parsed(const Piece& piece)
{
    auto one = std::make_shared<Parsed>();
    one->form = piece.form;
    one->text = piece.text;
    one->result = yaml::Tree::parse(piece.text);
    if (const yaml::Tree* tree = one->tree(); tree && piece.form == Form::Manifest) {
        const auto text = [tree](const QStringList& keys) {
            const int node = tree->resolved(tree->find(tree->root(), keys));
            return node >= 0 && tree->node(node).kind == yaml::Node::Kind::Scalar ? tree->node(node).text : QString();
        };
        one->kind = text({u"kind"_s});
        one->name = text({u"metadata"_s, u"name"_s});
        one->flinkVersion = configurationOf(*tree).flinkVersion;
    }
    return one;
}

Linter::Versions Linter::versionsOf(const AllParsed& all) const
{
    Versions versions;
    for (const auto& one : all) {
        if (one->flinkVersion.isEmpty())
            continue;
        if (versions.first.isEmpty() && m_catalogue->release(one->flinkVersion))
            versions.first = one->flinkVersion;
        if (one->kind == u"FlinkDeployment" && !versions.ofDeployment.contains(one->name))
            versions.ofDeployment.insert(one->name, one->flinkVersion);
    }
    return versions;
}

/// What is asked about, or what the document says, or the cluster of a session job, or anything beside it.
int Linter::releaseOf(const Parsed& document, const Versions& versions) const
{
    QStringList all{m_releases.flink, document.flinkVersion};
    if (document.kind == u"FlinkSessionJob") {
        const yaml::Tree& tree = *document.tree();
        const int cluster = tree.resolved(tree.find(tree.root(), {u"spec"_s, u"deploymentName"_s}));
        if (cluster >= 0)
            all.append(versions.ofDeployment.value(tree.node(cluster).text));
    }
    all += {versions.first, u"1.20"_s};
    for (const QString& version : std::as_const(all)) {
        if (const auto release = m_catalogue->release(version))
            return *release;
    }
    return 0;
}

void Linter::judge(Parsed& document) const
{
    const Subject& subject = *document.subject;
    document.flinkRelease.clear();
    document.hasNeighbours = !hasLostIndentation(subject);
    if (!document.hasNeighbours) {
        document.own = {lostIndentation(subject)};
        return;
    }
    document.own = twiceFindings(subject) + schemaFindings(subject) + keyFindings(subject) +
                   operatorsFindings(document) + adviceFindings(subject) + podFindings(subject) +
                   contradictionFindings(subject) + companionFindings(subject);
    bool isFlinks = !subject.section().entries.isEmpty() || subject.kind() != Subject::Kind::Other;
    if (document.kind == u"ConfigMap") {
        const QList<Piece> files = configurationFilesIn(subject.tree());
        for (const Piece& file : files)
            document.own += findingsIn(file, subject.release());
        isFlinks = isFlinks || !files.isEmpty();
    }
    if (isFlinks)
        document.flinkRelease = m_catalogue->releases().at(subject.release());
}

/// What the operator's validator says, with what it sees in the cluster.
QList<Finding> Linter::operatorsFindings(const Parsed& document) const
{
    const Subject& subject = *document.subject;
    QList<Finding> findings = operatorFindings(subject);
    const yaml::Tree& tree = subject.tree();
    const QString nameSpace = subject.text(tree.find(tree.root(), {u"metadata"_s, u"namespace"_s}));
    const LiveNeighbours* neighbours = m_live.find(document.kind, nameSpace, document.name);
    if (!neighbours)
        return findings;
    const QSet<QString> excused = excusedRules(subject, *neighbours);
    findings.removeIf([&](const Finding& finding) { return excused.contains(finding.rule); });
    return findings + liveFindings(subject, *neighbours);
}

/// Of a file within a ConfigMap. Flink up to 1.20 does not read it as YAML: what is none is not judged.
QList<Finding> Linter::findingsIn(const Piece& file, int release) const
{
    const auto result = yaml::Tree::parse(file.text);
    const auto* tree = std::get_if<yaml::Tree>(&result);
    if (!tree)
        return {};
    const Subject subject(*tree, file.form, *m_catalogue, release, m_operatorMinor);
    QList<Finding> findings = keyFindings(subject) + contradictionFindings(subject);
    for (Finding& finding : findings)
        shift(finding, file.span.begin);
    return findings;
}

QByteArray mended(const QByteArray& text, const QList<LintedDocument>& documents)
{
    QList<Edit> edits;
    for (const LintedDocument& document : documents) {
        for (const Finding& finding : document.findings) {
            if (finding.fix && finding.fix->isSafe)
                edits += finding.fix->edits;
        }
    }
    return edited(text, edits);
}

} // namespace manifest
