#include "core/manifest/pastedpage.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

using Kind = PastedLine::Kind;

bool isSeparator(const PastedLine& line)
{
    return line.content == u"---" || line.content.startsWith(u"--- ");
}

bool isHeadKey(const PastedLine& line)
{
    return line.kind == Kind::Key && (line.key == u"apiVersion" || line.key == u"kind");
}

/// Whether the value of a key stands below it, or behind it in braces or brackets.
bool holdsMore(const PastedLine& line)
{
    return line.opens || line.value.startsWith(u'{') || line.value.startsWith(u'[');
}

/// The first fields of parts that guides show without their kind, and of files that have none.
bool isPartKey(const PastedLine& line)
{
    static const QStringList keys{
        u"spec"_s,     u"metadata"_s, u"flinkConfiguration"_s, u"jobManager"_s, u"taskManager"_s, u"podTemplate"_s,
        u"groups"_s,   u"global"_s,   u"scrape_configs"_s,     u"rule_files"_s, u"alerting"_s,    u"route"_s,
        u"receivers"_s};
    return line.kind == Kind::Key && holdsMore(line) && keys.contains(line.key);
}

/// What no YAML of a manifest looks like.
bool isProse(const PastedLine& line)
{
    static const QRegularExpression numbered(u"^\\d+[.)]\\s"_s);
    const QChar first = line.content.front();
    const bool isForeign = first.unicode() > 0x7F && first != u'\u2026' && first != u'\u00B7';
    return isForeign || numbered.match(line.content).hasMatch();
}

/// Files of nothing but keys and values.
bool isPropertyFile(const QString& name)
{
    return name.endsWith(u".properties") || name.endsWith(u".conf") || name.endsWith(u".yaml") ||
           name.endsWith(u".yml");
}

class PageReader
{
public:
    PageReader(const QList<PastedLine>& lines, const Catalogue& catalogue)
        : m_lines(lines)
        , m_catalogue(catalogue)
    {
    }

    QList<PagePart> run()
    {
        QList<PagePart> parts;
        for (qsizetype i = 0; i < m_lines.size();) {
            if (!begins(i)) {
                ++i;
                continue;
            }
            const qsizetype least = parts.isEmpty() ? 0 : parts.last().end;
            const qsizetype end = endOf(i);
            parts.append({withComments(i, least), end});
            i = end;
        }
        return parts;
    }

private:
    qsizetype nextContent(qsizetype from) const
    {
        while (from < m_lines.size() && m_lines[from].kind == Kind::Blank)
            ++from;
        return from;
    }

    bool begins(qsizetype i) const
    {
        const PastedLine& line = m_lines[i];
        if (isHeadKey(line))
            return true;
        const qsizetype next = nextContent(i + 1);
        const bool goesOn = next < m_lines.size() && m_lines[next].kind != Kind::Other;
        return goesOn && (isPartKey(line) || (isFlinks(line) && isFlinks(m_lines[next])));
    }

    /// A line of Flink's configuration file; in quotes it is one of the code of another language.
    bool isFlinks(const PastedLine& line) const
    {
        return line.kind == Kind::Key && line.content.front().isLetter() && line.key.contains(u'.') &&
               m_catalogue.isKnownName(line.key);
    }

    /// Comments right above a document belong to it.
    qsizetype withComments(qsizetype head, qsizetype least) const
    {
        while (head > least && m_lines[head - 1].kind == Kind::Comment)
            --head;
        return head;
    }

    /// Another manifest, and no part of this one that names an object.
    bool isManifest(qsizetype i) const
    {
        if (!isHeadKey(m_lines[i]))
            return false;
        QStringList keys;
        for (qsizetype k = i; k < m_lines.size() && keys.size() < 3; ++k) {
            if (m_lines[k].kind == Kind::Key)
                keys.append(m_lines[k].key);
            else if (m_lines[k].kind != Kind::Blank && m_lines[k].kind != Kind::Comment)
                return false;
        }
        return keys.contains(u"apiVersion"_s) && keys.contains(u"kind"_s) && keys.value(2) == u"metadata";
    }

    qsizetype endOf(qsizetype head)
    {
        m_base = m_lines[head].column;
        m_last = head;
        m_block = -1;
        m_flatBlock.reset();
        m_heads.clear();
        for (qsizetype k = head; k < m_lines.size(); ++k) {
            if (m_lines[k].kind == Kind::Blank)
                continue;
            if (!takes(k, head))
                break;
            m_last = k;
        }
        return m_last + 1;
    }

    /// Whether the document goes on in that line.
    bool takes(qsizetype k, qsizetype head)
    {
        const PastedLine& line = m_lines[k];
        if (isSeparator(line))
            return false;
        if (m_block >= 0 && line.column > m_block)
            return true;
        m_block = -1;
        if (line.kind == Kind::Continued || isLeftOut(line))
            return true;
        if (line.kind == Kind::Other)
            return takesText(k);
        if (line.column < m_base)
            return false;
        if (line.kind == Kind::Comment)
            return takesComment(k);
        if (k > head && line.column == m_base && beginsAnother(k))
            return false;
        if (isHeadKey(line))
            m_heads.append(line.key);
        if (line.isBlock)
            beginBlock(k);
        return true;
    }

    bool beginsAnother(qsizetype k) const
    {
        const bool isWhole = m_heads.contains(u"apiVersion"_s) && m_heads.contains(u"kind"_s);
        return isWhole && isManifest(k) && !m_lines[k - 1].isBlock;
    }

    /// Those above the next document are its own.
    bool takesComment(qsizetype k) const
    {
        qsizetype next = k;
        while (next < m_lines.size() && m_lines[next].kind == Kind::Comment)
            ++next;
        return next == m_lines.size() || m_lines[next].column != m_base || !beginsAnother(next);
    }

    void beginBlock(qsizetype k)
    {
        const qsizetype next = nextContent(k + 1);
        if (next < m_lines.size() && m_lines[next].column > m_lines[k].column)
            m_block = m_lines[k].column;
        else
            m_flatBlock = m_lines[k].key;
    }

    bool takesText(qsizetype k) const
    {
        const PastedLine& line = m_lines[k];
        if (line.column > m_base)
            return true;
        if (isProse(line))
            return false;
        if (m_flatBlock)
            return !isPropertyFile(*m_flatBlock) || line.content.contains(u'=');
        const qsizetype next = nextContent(k + 1);
        return next < m_lines.size() && m_lines[next].kind != Kind::Other && !begins(next);
    }

    const QList<PastedLine>& m_lines;
    const Catalogue& m_catalogue;
    int m_base = 0;
    int m_block = -1;                   ///< column of the key of a block scalar that is indented
    std::optional<QString> m_flatBlock; ///< key of one that is not; nobody knows where it ends
    qsizetype m_last = 0;
    QStringList m_heads;
};

Shape typed(const QString& type)
{
    return {Shape::Kind::Object, type, {}, {}};
}

} // namespace

QList<PagePart> documentsIn(const QList<PastedLine>& lines, const Catalogue& catalogue)
{
    return PageReader(lines, catalogue).run();
}

std::optional<Shape> shapeOfDocument(const QList<PastedLine>& lines)
{
    const auto key = [&](QStringView name) {
        return std::find_if(lines.begin(), lines.end(),
                            [name](const PastedLine& line) { return line.kind == Kind::Key && line.key == name; });
    };
    const auto first =
        std::find_if(lines.begin(), lines.end(), [](const PastedLine& line) { return line.isStructure(); });
    if (first == lines.end())
        return std::nullopt;
    if (const auto kind = key(u"kind"); isHeadKey(*first) && kind != lines.end()) {
        QString type = kind->value;
        type.remove(u'"').remove(u'\'');
        return Schema::bundled()->hasType(type) ? std::optional(typed(type)) : std::nullopt;
    }
    if (first->key == u"groups")
        return typed(u"PrometheusRules"_s);
    if (first->kind == Kind::Key && key(u"route") != lines.end() && key(u"receivers") != lines.end())
        return typed(u"AlertmanagerFile"_s);
    static const QStringList prometheusKeys{u"global"_s, u"scrape_configs"_s, u"rule_files"_s, u"alerting"_s};
    if (prometheusKeys.contains(first->key))
        return typed(u"PrometheusConfig"_s);
    const bool isFlinks = key(u"flinkConfiguration") != lines.end() || key(u"jobManager") != lines.end() ||
                          key(u"taskManager") != lines.end();
    if (!isFlinks)
        return std::nullopt;
    return first->key == u"spec" || first->key == u"metadata" ? typed(u"FlinkDeployment"_s)
                                                              : typed(u"FlinkDeployment.spec"_s);
}

bool hasLostIndentation(const QList<PastedLine>& lines)
{
    int least = -1, most = -1;
    bool isEmpty = false; // a key that should hold something may hold nothing
    const PastedLine* before = nullptr;
    for (const PastedLine& line : lines) {
        if (!line.isStructure())
            continue;
        least = least < 0 ? line.column : std::min(least, line.column);
        most = std::max(most, line.column);
        // Items may stand right below their key, but not below the dash in front of it.
        const int key = before ? before->column + (before->kind == Kind::Item ? before->keyColumn : 0) : 0;
        const bool isBeside = before && before->opens && line.column <= key;
        isEmpty = isEmpty || (isBeside && (line.kind == Kind::Key || line.column < key));
        // It may go on with the object of the item above, or with the one that has the list.
        const bool isBelowItem = before && before->kind == Kind::Item && !before->key.isEmpty();
        isEmpty = isEmpty || (isBelowItem && line.kind == Kind::Key);
        before = &line;
    }
    return isEmpty && most - least <= 1;
}

bool isLeftOut(const PastedLine& line)
{
    static const QRegularExpression dots(u"^(\\.{2,}|\u2026+|\u00B7{2,}|\u22EE|\\[\\.\\.\\.\\])$"_s);
    return line.kind == Kind::Other && dots.match(line.content).hasMatch();
}

} // namespace manifest
