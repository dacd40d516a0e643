#include "core/manifest/subject.h"

#include "core/manifest/rules.h"

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

using yaml::Node;

QString textOf(const yaml::Tree& tree, int node)
{
    node = tree.resolved(node);
    return node >= 0 && tree.node(node).kind == Node::Kind::Scalar ? tree.node(node).text : QString();
}

/// Numbers that only readers of YAML 1.1 know, or that are no decimal ones: 014, 0x10, 1_000.
bool isStrangeNumber(QStringView text)
{
    const bool hasSign = text.startsWith(u'-') || text.startsWith(u'+');
    const QStringView digits = text.sliced(hasSign ? 1 : 0);
    if (digits.isEmpty() || digits[0] < u'0' || digits[0] > u'9')
        return false;
    return digits.contains(u'_') || (digits.size() > 1 && digits[0] == u'0' && digits[1] != u'.');
}

/// The API server hands the operator what it has read: "yes" is true to it, and 014 is 12.
QString meaningOf(const yaml::Tree& tree, int node)
{
    const int index = tree.resolved(node);
    if (index < 0 || tree.node(index).kind != Node::Kind::Scalar)
        return {};
    if (const auto truth = tree.truth(index))
        return *truth ? u"true"_s : u"false"_s;
    const Node& scalar = tree.node(index);
    if (scalar.style != Node::Style::Plain || !isStrangeNumber(scalar.text))
        return scalar.text;
    const QJsonValue meant = tree.value(index);
    return meant.isDouble() ? meant.toVariant().toString() : scalar.text;
}

/// Whether what stands above ends with the "?" of a key that follows in a line of its own.
bool endsWithKeyMark(QByteArrayView above)
{
    while (!above.isEmpty()) {
        above.chop(1);
        const qsizetype begin = above.lastIndexOf('\n') + 1;
        QByteArrayView line = above.sliced(begin).trimmed();
        while (line.startsWith("- "))
            line = line.sliced(2).trimmed();
        if (!line.isEmpty() && !line.startsWith('#'))
            return line == "?" || line.startsWith("? ") || line.startsWith("?\t");
        above.truncate(begin);
    }
    return false;
}

} // namespace

Subject::Kind kindOf(const QString& kind)
{
    if (kind == u"FlinkDeployment")
        return Subject::Kind::Deployment;
    if (kind == u"FlinkSessionJob")
        return Subject::Kind::SessionJob;
    if (kind == u"FlinkStateSnapshot")
        return Subject::Kind::Snapshot;
    return kind == u"FlinkBlueGreenDeployment" ? Subject::Kind::BlueGreen : Subject::Kind::Other;
}

Subject::Subject(const yaml::Tree& tree, Form form, const Catalogue& catalogue, int release, int operatorMinor,
                 std::shared_ptr<const Schema> schema)
    : m_tree(tree)
    , m_catalogue(catalogue)
    , m_schema(std::move(schema))
    , m_form(form)
    , m_release(release)
    , m_operatorMinor(operatorMinor)
{
    switch (form) {
    case Form::Manifest:
        m_section = configurationOf(tree);
        m_kind = kindOf(textOf(tree, tree.find(tree.root(), u"kind")));
        m_spec = tree.resolved(tree.find(tree.root(), u"spec"));
        if (m_kind == Kind::BlueGreen)
            m_spec = tree.resolved(tree.find(m_spec, {u"template"_s, u"spec"_s}));
        break;
    case Form::Configuration:
        m_section = configurationIn(tree, tree.root());
        break;
    case Form::Spec:
        m_spec = tree.root();
        m_section = configurationIn(tree, tree.find(m_spec, u"flinkConfiguration"));
        break;
    }
    for (int i = 0; i < m_section.entries.size(); ++i)
        m_settings.insert(m_section.entries[i].key, i);
}

std::optional<yaml::Span> Subject::linesOf(int value) const
{
    const Node& node = m_tree.node(value);
    if (node.key < 0 || node.parent < 0 || m_tree.node(node.parent).style != Node::Style::Block ||
        m_tree.node(node.parent).children.size() < 2)
        return std::nullopt;
    const QByteArray& text = m_tree.text();
    const Node& key = m_tree.node(node.key);
    const qsizetype begin = key.span.begin - key.column;
    const qsizetype found = text.indexOf('\n', node.span.end);
    const yaml::Span lines{begin, found < 0 ? text.size() : found + 1};
    // An item of a list may begin in the same line, and what follows must be a comment at most.
    const bool isFirst = QByteArrayView(text).sliced(begin, key.column).trimmed().isEmpty();
    const QByteArrayView rest = QByteArrayView(text).sliced(node.span.end, lines.end - node.span.end).trimmed();
    const bool hasAnchor = node.hasAnchor || key.hasAnchor;
    const bool isMarked = endsWithKeyMark(QByteArrayView(text).first(begin));
    return isFirst && !isMarked && !hasAnchor && (rest.isEmpty() || rest.startsWith('#')) ? std::optional(lines)
                                                                                          : std::nullopt;
}

QString Subject::text(int node) const
{
    return m_form == Form::Manifest ? meaningOf(m_tree, node) : textOf(m_tree, node);
}

QString Subject::keyText(int value) const
{
    const int key = value < 0 ? -1 : m_tree.node(value).key;
    return key < 0 ? QString() : m_tree.node(key).text;
}

bool Subject::has(const QStringList& keys) const
{
    const int node = find(keys);
    return node >= 0 && m_tree.node(node).kind != Node::Kind::Null;
}

const ConfigEntry* Subject::setting(std::initializer_list<QStringView> keys) const
{
    for (const QStringView key : keys) {
        const auto found = m_settings.constFind(key.toString());
        if (found != m_settings.cend())
            return &m_section.entries[*found];
    }
    return nullptr;
}

QString Subject::value(std::initializer_list<QStringView> keys) const
{
    const ConfigEntry* entry = setting(keys);
    return entry ? text(entry->node) : QString();
}

Finding& Findings::add(QStringView rule, int node, const QString& message, Finding::Verdict verdict, At at)
{
    const yaml::Tree& tree = m_subject.tree();
    Finding finding = findingOf(rule, verdict, message);
    node = std::max(node, tree.root());
    if (node >= 0) {
        const int key = tree.node(node).key;
        finding.span = at == At::Key && key >= 0 ? tree.node(key).span : tree.node(node).span;
        finding.path = tree.path(node);
        // Of a whole list or map its beginning is enough.
        const qsizetype lineEnd = tree.text().indexOf('\n', finding.span.begin);
        if (lineEnd >= 0 && tree.node(node).kind != Node::Kind::Scalar)
            finding.span.end = std::min(finding.span.end, lineEnd);
    }
    m_found.append(finding);
    return m_found.last();
}

Finding& Findings::addMissing(QStringView rule, int node, const QStringList& keys, const QString& message)
{
    Finding& finding = add(rule, node, message, Finding::Verdict::Schema);
    finding.missing = m_subject.tree().path(m_subject.spec()) + u'.' + keys.join(u'.');
    return finding;
}

Finding& Findings::add(QStringView rule, const ConfigEntry& entry, const QString& message, Finding::Verdict verdict,
                       At at)
{
    Finding& finding = add(rule, entry.node, message, verdict, at);
    finding.key = entry.key;
    return finding;
}

QByteArray quotedLike(const Node& node, const QString& text)
{
    if (node.style == Node::Style::DoubleQuoted)
        return '"' + text.toUtf8() + '"';
    return node.style == Node::Style::SingleQuoted ? '\'' + text.toUtf8() + '\'' : text.toUtf8();
}

} // namespace manifest
