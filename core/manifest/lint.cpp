#include "core/manifest/lint.h"

#include "core/manifest/extract.h"
#include "core/manifest/keyrules.h"
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
const QByteArray byteOrderMark = "\xEF\xBB\xBF";

Finding unreadable(qsizetype offset, const QString& message)
{
    Finding finding = findingOf(u"DREY-Y001", Finding::Verdict::Schema, message);
    finding.span = {offset, offset};
    return finding;
}

/// Bytes of the character that begins there; 0: none does.
qsizetype characterAt(const QByteArray& text, qsizetype at)
{
    const auto byte = [&text, at](qsizetype ahead) {
        return at + ahead < text.size() ? static_cast<uchar>(text[at + ahead]) : uchar(0);
    };
    const uchar first = byte(0);
    if (first < 0x80)
        return 1;
    const qsizetype length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    // Too long a form, half of a surrogate pair, beyond U+10FFFF.
    const uchar least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const uchar most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    bool isWhole = first >= 0xC2 && first <= 0xF4 && byte(1) >= least && byte(1) <= most;
    for (qsizetype ahead = 2; ahead < length; ++ahead)
        isWhole = isWhole && (byte(ahead) & 0xC0) == 0x80;
    return isWhole ? length : 0;
}

/// The first byte that is no UTF-8; nothing: there is none.
std::optional<qsizetype> brokenByte(const QByteArray& text)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = characterAt(text, at);
        if (length == 0)
            return at;
        at += length;
    }
    return std::nullopt;
}

/// What keeps a text from being looked at.
std::optional<Finding> problemOf(const QByteArray& text)
{
    const yaml::Limits limits;
    if (text.size() > limits.bytes)
        return unreadable(0, Text::tr("The text has %1 MiB; more than %2 MiB are no manifest and are not read.")
                                 .arg(text.size() / (1024 * 1024))
                                 .arg(limits.bytes / (1024 * 1024)));
    if (text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF"))
        return unreadable(0, Text::tr("The text is UTF-16: save it as UTF-8, which is what kubectl reads."));
    if (const qsizetype zero = text.indexOf('\0'); zero >= 0)
        return unreadable(zero, Text::tr("This is no text, but binary data."));
    if (const auto broken = brokenByte(text))
        return unreadable(*broken, Text::tr("This byte is no UTF-8: the text was saved in another encoding."));
    return std::nullopt;
}

/// Tabs look like blanks, and the parser's own words do not tell them apart.
Finding faultFinding(const yaml::Tree::Fault& fault, const QByteArray& text)
{
    const qsizetype begin = fault.offset == 0 ? 0 : text.lastIndexOf('\n', fault.offset - 1) + 1;
    const qsizetype found = text.indexOf('\n', begin);
    const QByteArrayView line = QByteArrayView(text).sliced(begin, (found < 0 ? text.size() : found) - begin);
    const qsizetype content = line.size() - [&line] {
        QByteArrayView rest = line;
        while (!rest.isEmpty() && (rest.front() == ' ' || rest.front() == '\t'))
            rest = rest.sliced(1);
        return rest.size();
    }();
    if (const qsizetype tab = line.first(content).indexOf('\t'); tab >= 0)
        return unreadable(begin + tab, Text::tr("A tab indents this line; YAML allows blanks only."));
    return unreadable(fault.offset, Text::tr("This cannot be read as YAML: %1").arg(fault.what));
}

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

struct Linter::Parsed
{
    yaml::Span span;
    Form form = Form::Manifest;
    QByteArray text;
    std::variant<yaml::Tree, yaml::Tree::Fault> result;
    QString kind, name, flinkVersion;

    const yaml::Tree* tree() const { return std::get_if<yaml::Tree>(&result); }
};

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
    const std::vector<Parsed> all = parsed(pieces);
    QList<LintedDocument> documents;
    for (const Parsed& one : all) {
        LintedDocument document{one.span, one.kind, one.name, {}, {}};
        if (one.tree())
            judge(document, one, all);
        else
            document.findings.append(faultFinding(std::get<yaml::Tree::Fault>(one.result), one.text));
        for (Finding& finding : document.findings)
            shift(finding, one.span.begin);
        std::stable_sort(document.findings.begin(), document.findings.end(),
                         [](const Finding& left, const Finding& right) { return left.span.begin < right.span.begin; });
        documents.append(document);
    }
    return documents;
}

std::vector<Linter::Parsed> Linter::parsed(const QList<Piece>& pieces) const
{
    std::vector<Parsed> all;
    for (const Piece& piece : pieces) {
        Parsed one{piece.span, piece.form, piece.text, yaml::Tree::parse(piece.text), {}, {}, {}};
        if (const yaml::Tree* tree = one.tree(); tree && piece.form == Form::Manifest) {
            const auto text = [tree](const QStringList& keys) {
                const int node = tree->resolved(tree->find(tree->root(), keys));
                return node >= 0 && tree->node(node).kind == yaml::Node::Kind::Scalar ? tree->node(node).text
                                                                                      : QString();
            };
            one.kind = text({u"kind"_s});
            one.name = text({u"metadata"_s, u"name"_s});
            one.flinkVersion = configurationOf(*tree).flinkVersion;
        }
        all.push_back(std::move(one));
    }
    return all;
}

/// What is asked about, or what the document says, or the cluster of a session job, or anything beside it.
int Linter::releaseOf(const Parsed& document, const std::vector<Parsed>& all) const
{
    QStringList versions{m_releases.flink, document.flinkVersion};
    if (document.kind == u"FlinkSessionJob") {
        const yaml::Tree& tree = *document.tree();
        const int cluster = tree.resolved(tree.find(tree.root(), {u"spec"_s, u"deploymentName"_s}));
        for (const Parsed& other : all) {
            if (cluster >= 0 && other.kind == u"FlinkDeployment" && other.name == tree.node(cluster).text)
                versions.append(other.flinkVersion);
        }
    }
    for (const Parsed& other : all)
        versions.append(other.flinkVersion);
    for (const QString& version : std::as_const(versions)) {
        if (const auto release = m_catalogue->release(version))
            return *release;
    }
    return m_catalogue->release(u"1.20").value_or(0);
}

void Linter::judge(LintedDocument& document, const Parsed& parsed, const std::vector<Parsed>& all) const
{
    const int release = releaseOf(parsed, all);
    const Subject subject(*parsed.tree(), parsed.form, *m_catalogue, release, m_operatorMinor);
    document.findings = twiceFindings(subject);
    if (hasLostIndentation(subject))
        document.findings = {lostIndentation(subject)};
    else
        document.findings += schemaFindings(subject) + keyFindings(subject);
    bool isFlinks = !subject.section().entries.isEmpty() || subject.kind() != Subject::Kind::Other;
    if (parsed.kind == u"ConfigMap") {
        const QList<Piece> files = configurationFilesIn(*parsed.tree());
        for (const Piece& file : files)
            document.findings += findingsIn(file, release);
        isFlinks = isFlinks || !files.isEmpty();
    }
    if (isFlinks)
        document.flinkRelease = m_catalogue->releases().at(release);
}

/// Of a file within a ConfigMap. Flink up to 1.20 does not read it as YAML: what is none is not judged.
QList<Finding> Linter::findingsIn(const Piece& file, int release) const
{
    const auto result = yaml::Tree::parse(file.text);
    const auto* tree = std::get_if<yaml::Tree>(&result);
    if (!tree)
        return {};
    const Subject subject(*tree, file.form, *m_catalogue, release, m_operatorMinor);
    QList<Finding> findings = keyFindings(subject);
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
