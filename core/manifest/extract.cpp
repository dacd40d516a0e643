#include "core/manifest/extract.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

using yaml::Node;

struct Line
{
    qsizetype begin = 0, end = 0; ///< without its line break
    qsizetype indent = 0;
    QString content; ///< trimmed
};

QList<Line> linesIn(const QByteArray& page)
{
    QList<Line> lines;
    for (qsizetype begin = 0; begin < page.size();) {
        const qsizetype found = page.indexOf('\n', begin);
        const qsizetype end = found < 0 ? page.size() : found;
        const QByteArrayView whole = QByteArrayView(page).sliced(begin, end - begin);
        qsizetype indent = 0;
        while (indent < whole.size() && whole[indent] == ' ')
            ++indent;
        lines.append({begin, end, indent, QString::fromUtf8(whole).trimmed()});
        begin = end + 1;
    }
    return lines;
}

bool isStart(const Line& line)
{
    return line.content.startsWith(u"apiVersion:") || line.content.startsWith(u"kind:");
}

bool isPlaceholder(const Line& line)
{
    return line.content == u"..." || line.content == u"…" || line.content.startsWith(u"...");
}

/// Takes manifests line by line.
class ManifestReader
{
public:
    ManifestReader(const QByteArray& page, const QList<Line>& lines)
        : m_page(page)
        , m_lines(lines)
    {
    }

    /// From that line on; returns the first line that is no part of it.
    qsizetype read(qsizetype from, QList<Piece>& pieces) const
    {
        const qsizetype base = m_lines[from].indent;
        qsizetype end = from, last = from;
        bool isWhole = true;
        QStringList heads; // apiVersion and kind: what stands there again begins another one
        for (; end < m_lines.size() && continues(m_lines[end], base); ++end) {
            const Line& line = m_lines[end];
            if (line.content.isEmpty())
                continue;
            if (line.indent == base && isStart(line)) {
                const QString head = line.content.section(u':', 0, 0);
                if (heads.contains(head))
                    break;
                heads.append(head);
            }
            isWhole = isWhole && !isPlaceholder(line);
            last = end;
        }
        if (isWhole) {
            const yaml::Span span{m_lines[from].begin, m_lines[last].end};
            pieces.append({span, m_page.mid(span.begin, span.length()), Subject::Form::Manifest});
        }
        return end;
    }

private:
    static bool continues(const Line& line, qsizetype base)
    {
        static const QRegularExpression key(u"^[a-z][\\w.\\-/]*:(\\s|$)"_s);
        static const QRegularExpression item(u"^- "_s);
        if (line.content.isEmpty() || isPlaceholder(line))
            return true;
        if (line.indent < base || line.content == u"---" || line.content.startsWith(u"```") ||
            line.content.startsWith(u"\"\"\""))
            return false;
        const bool isPart =
            key.match(line.content).hasMatch() || item.match(line.content).hasMatch() || line.content.startsWith(u'#');
        return line.indent > base || isPart;
    }

    const QByteArray& m_page;
    const QList<Line>& m_lines;
};

/// A line "key": value of a table in the code of another language.
struct CodeEntry
{
    QString key;
    qsizetype keyBegin = 0, keyEnd = 0; ///< in the line, in characters
    qsizetype valueBegin = 0, valueEnd = 0;
    bool opens = false; ///< a table within
};

std::optional<CodeEntry> codeEntryIn(const QString& line)
{
    static const QRegularExpression form(u"^\\s*([\"'])([A-Za-z][\\w.\\-]*)\\1\\s*(:|=>)\\s*(.*?),?\\s*((#|//).*)?$"_s);
    const QRegularExpressionMatch match = form.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    CodeEntry entry{match.captured(2), match.capturedStart(1), match.capturedEnd(2) + 1, match.capturedStart(4),
                    match.capturedEnd(4)};
    entry.opens = match.captured(4) == u"{";
    return entry;
}

/// Whether it means the same in YAML.
bool isLiteral(QStringView value)
{
    static const QRegularExpression text(u"^(\"[^\"\\\\]*\"|'[^'\\\\]*')$"_s);
    static const QRegularExpression plain(u"^(-?[0-9.]+|true|false|True|False)$"_s);
    const bool isFlow = value.startsWith(u'{') && value.endsWith(u'}');
    return isFlow || text.match(value.toString()).hasMatch() || plain.match(value.toString()).hasMatch();
}

/// Only what YAML understands, everything else blank; as many bytes as the line has.
QByteArray maskedEntry(const QString& line, const CodeEntry& entry)
{
    QString masked(line.size(), u' ');
    const auto keep = [&](qsizetype begin, qsizetype end) {
        masked.replace(begin, end - begin, line.mid(begin, end - begin));
    };
    keep(entry.keyBegin, entry.keyEnd);
    masked[entry.keyEnd] = u':';
    const QStringView value = QStringView(line).sliced(entry.valueBegin, entry.valueEnd - entry.valueBegin);
    if (!entry.opens && isLiteral(value) && entry.valueBegin > entry.keyEnd + 1)
        keep(entry.valueBegin, entry.valueEnd);
    const QByteArray bytes = masked.toUtf8();
    return bytes.leftJustified(line.toUtf8().size(), ' ', true);
}

class CodeReader
{
public:
    CodeReader(const QByteArray& page, const QList<Line>& lines, const Catalogue& catalogue)
        : m_page(page)
        , m_lines(lines)
        , m_catalogue(catalogue)
    {
    }

    qsizetype read(qsizetype from, QList<Piece>& pieces) const
    {
        const qsizetype base = m_lines[from].indent;
        qsizetype end = from;
        while (end < m_lines.size() && isPart(m_lines[end], base))
            ++end;
        const yaml::Span span{m_lines[from].begin, m_lines[end - 1].end};
        QByteArray all = masked(from, end, base, Keep::All);
        if (isSpec(all)) {
            pieces.append({span, all, Subject::Form::Spec});
            return end;
        }
        const QByteArray keys = masked(from, end, base, Keep::Configuration);
        if (!keys.trimmed().isEmpty())
            pieces.append({span, keys, Subject::Form::Configuration});
        return end;
    }

private:
    enum class Keep { All, Configuration };

    QString text(const Line& line) const { return QString::fromUtf8(m_page.mid(line.begin, line.end - line.begin)); }

    bool isPart(const Line& line, qsizetype base) const
    {
        static const QRegularExpression brackets(u"^[\\]}),;]*$"_s);
        const bool isRemark = line.content.isEmpty() || line.content.startsWith(u'#') || line.content.startsWith(u"//");
        if (isRemark)
            return true;
        if (line.indent < base)
            return false;
        return brackets.match(line.content).hasMatch() || codeEntryIn(text(line)).has_value();
    }

    QByteArray masked(qsizetype from, qsizetype end, qsizetype base, Keep keep) const
    {
        QByteArray result;
        for (qsizetype i = from; i < end; ++i) {
            const Line& line = m_lines[i];
            const QString whole = text(line);
            const auto entry = codeEntryIn(whole);
            const bool isKept = entry && (keep == Keep::All || (line.indent == base && isFlinks(entry->key)));
            result += isKept ? maskedEntry(whole, *entry) : QByteArray(line.end - line.begin, ' ');
            if (i + 1 < end)
                result += '\n';
        }
        return result;
    }

    bool isFlinks(const QString& key) const
    {
        return m_catalogue.isKnownName(key) || (key.contains(u'.') && m_catalogue.isFamily(key.section(u'.', 0, 0)));
    }

    static bool isSpec(const QByteArray& text)
    {
        const auto parsed = yaml::Tree::parse(text);
        const auto* tree = std::get_if<yaml::Tree>(&parsed);
        return tree && tree->find(tree->root(), u"flinkConfiguration") >= 0;
    }

    const QByteArray& m_page;
    const QList<Line>& m_lines;
    const Catalogue& m_catalogue;
};

} // namespace

QList<Piece> extractedFrom(const QByteArray& page, const Catalogue& catalogue)
{
    const QList<Line> lines = linesIn(page);
    const ManifestReader manifests(page, lines);
    const CodeReader code(page, lines, catalogue);
    QList<Piece> pieces;
    for (qsizetype i = 0; i < lines.size();) {
        if (isStart(lines[i]))
            i = manifests.read(i, pieces);
        else if (codeEntryIn(lines[i].content))
            i = code.read(i, pieces);
        else
            ++i;
    }
    return pieces;
}

QList<Piece> configurationFilesIn(const yaml::Tree& configMap)
{
    QList<Piece> pieces;
    const int data = configMap.resolved(configMap.find(configMap.root(), u"data"));
    if (data < 0)
        return pieces;
    for (const int child : configMap.node(data).children) {
        const Node& value = configMap.node(child);
        const bool isFile = value.key >= 0 && (configMap.node(value.key).text == u"flink-conf.yaml" ||
                                               configMap.node(value.key).text == u"config.yaml");
        const qsizetype head = configMap.text().indexOf('\n', value.span.begin);
        if (!isFile || value.style != Node::Style::Literal || head < 0 || head >= value.span.end)
            continue;
        const yaml::Span span{head + 1, value.span.end};
        pieces.append({span, configMap.text().mid(span.begin, span.length()), Subject::Form::Configuration});
    }
    return pieces;
}

} // namespace manifest
