#include "core/manifest/form.h"

#include "core/manifest/explanations.h"
#include "core/manifest/formfields.h"
#include "core/manifest/spec.h"
#include "core/manifest/topic.h"
#include "core/yaml/schema.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

using yaml::Node;
using yaml::Tree;
using Kind = FormField::Kind;
using Standing = FormField::Standing;

/// Maps may be merged into each other; nobody does it deeper.
constexpr int deepestMerge = 8;

/// The document at a byte: what stands between two belongs to the one above.
yaml::Span documentAt(const QByteArray& text, qsizetype offset)
{
    const QList<yaml::Span> documents = yaml::documentsOf(text);
    yaml::Span found = documents.value(0);
    for (const yaml::Span& document : documents) {
        if (document.begin <= offset)
            found = document;
    }
    return found;
}

bool isPlainTyped(const Node& node)
{
    return node.kind == Node::Kind::Scalar && node.style == Node::Style::Plain && !node.isTagged &&
           !yaml::typedScalar(node.text).isString();
}

QString othersText()
{
    return Text::tr("It comes from a part of the text that others share, too: change it there.");
}

/// Reads the fields of one document.
class Reader
{
public:
    Reader(const Subject& subject, qsizetype offset)
        : m_subject(subject)
        , m_tree(subject.tree())
        , m_offset(offset)
        , m_specKeys(subject.kind() == Subject::Kind::BlueGreen ? QStringList{u"spec"_s, u"template"_s, u"spec"_s}
                                                                : QStringList{u"spec"_s})
    {
    }

    bool isSession() const { return m_subject.isDeployment() && !m_subject.has({u"job"_s}); }

    QList<FormField> fields() const
    {
        QList<FormField> all;
        for (const FormEntry& entry : formEntries()) {
            const QString where = QString::fromLatin1(entry.where);
            const bool isOfJob = entry.from == FormEntry::From::Spec && where.startsWith(u"job.");
            const bool isOfSavepoint = where.startsWith(u"savepoint.");
            if (!isOf(entry, m_subject.kind()) || (isOfJob && isSession()) ||
                (isOfSavepoint && m_subject.has({u"checkpoint"_s})) || doesNotCount(where))
                continue;
            const FormField one = entry.from == FormEntry::From::Configuration ? setting(entry) : field(entry);
            const bool isSetting = !one.configurationKey.isEmpty();
            if (isSetting || one.standing != Standing::Absent || !groundAt(one.place.keys).isRefused)
                all.append(one);
        }
        std::stable_sort(all.begin(), all.end(),
                         [](const FormField& left, const FormField& right) { return left.section < right.section; });
        return all;
    }

private:
    /// From 1.16 on the amounts of a process may stand in `resources`; if one does, all of `resource` is passed over.
    bool doesNotCount(const QString& where) const
    {
        const QString process = where.section(u'.', 0, 0), group = where.section(u'.', 1, 1);
        if (group != u"resource" && group != u"resources")
            return false;
        const auto isFilled = [&](const QString& what) {
            const int node = m_subject.find({process, u"resources"_s, what});
            return node >= 0 && !m_tree.node(node).children.empty();
        };
        const bool isKnown = !groundAt(m_specKeys + QStringList{process, u"resources"_s}).isRefused;
        const bool hasAmounts = isKnown && (isFilled(u"requests"_s) || isFilled(u"limits"_s));
        return hasAmounts != (group == u"resources");
    }

    Ground groundAt(const QStringList& keys) const
    {
        return groundOf(m_subject.text(m_tree.find(m_tree.root(), u"kind")), keys, m_subject.operatorMinor(),
                        m_subject.schema());
    }

    FormField begun(const FormEntry& entry) const
    {
        FormField field;
        field.id = QString::fromLatin1(entry.id);
        field.section = entry.section;
        field.kind = entry.kind;
        field.label = labelOf(entry);
        field.explanation = explanationOf(entry);
        field.otherwise = QString::fromLatin1(entry.otherwise);
        field.isIsoRead = m_subject.isSince(u"2.1");
        field.place.order = usualOrder();
        if (field.kind == Kind::Truth)
            field.choices = QStringList{u"true"_s, u"false"_s};
        return field;
    }

    FormField field(const FormEntry& entry) const
    {
        FormField field = begun(entry);
        const QString where = QString::fromLatin1(entry.where);
        static const auto transition = u"spec.configuration."_s;
        if (where.startsWith(transition))
            field.place.keys = QStringList{u"spec"_s, u"configuration"_s, where.sliced(transition.size())};
        else
            field.place.keys = (entry.from == FormEntry::From::Root ? QStringList() : m_specKeys) + where.split(u'.');
        const bool isTyped = entry.kind == Kind::Whole || entry.kind == Kind::Decimal || entry.kind == Kind::Truth;
        field.place.meaning = isTyped ? yaml::Meaning::Typed : yaml::Meaning::Text;
        if (field.kind == Kind::Choice)
            field.choices = valuesOfField(field.place.keys);
        const int node = m_tree.find(m_tree.root(), field.place.keys);
        if (field.kind == Kind::Cores || field.kind == Kind::Bytes)
            readAmount(node, where, field);
        read(node, field);
        return field;
    }

    /// Where a limit stands alone, as much is asked for.
    void readAmount(int node, const QString& where, FormField& field) const
    {
        static const auto request = u".resources.requests."_s;
        if (where.contains(request))
            field.otherwise = m_subject.text(QString(where).replace(request, u".resources.limits."_s).split(u'.'));
        if (node >= 0 && isPlainTyped(m_tree.node(node)))
            field.place.meaning = yaml::Meaning::Typed;
    }

    QStringList valuesOfField(const QStringList& keys) const
    {
        QStringList values = Schema::values(groundAt(keys).shape, m_subject.operatorMinor());
        if (keys.last() == u"flinkVersion") // the newest is what one looks for
            std::reverse(values.begin(), values.end());
        values.removeAll(u"UNKNOWN"_s);
        return values;
    }

    FormField setting(const FormEntry& entry) const
    {
        FormField field = begun(entry);
        const QStringList names = QString::fromLatin1(entry.where).split(u' ');
        const Catalogue& catalogue = m_subject.catalogue();
        const auto known = std::find_if(names.begin(), names.end(), [&](const QString& name) {
            return catalogue.judge(name, m_subject.release()).standing == KeyVerdict::Standing::Known;
        });
        field.configurationKey = known == names.end() ? names.first() : *known;
        const ConfigEntry* written = nullptr;
        for (const QString& name : names) {
            if (!written)
                written = m_subject.setting({name});
        }
        if (written)
            field.configurationKey = written->key;
        const KeyVerdict verdict = catalogue.judge(field.configurationKey, m_subject.release());
        if (verdict.option) {
            field.otherwise = plainDefault(*verdict.option);
            if (field.kind == Kind::Choice)
                field.choices = valuesOf(*verdict.option, catalogue, m_subject.release());
        }
        field.explanation = Explanations::bundled()->of(field.configurationKey, catalogue, m_subject.release(),
                                                        Explanations::language());
        const QStringList above = m_specKeys + QStringList{u"flinkConfiguration"_s};
        field.place.order.clear();
        if (written) {
            field.place.keys = wayTo(written->node);
            if (field.place.keys.mid(0, above.size()) != above)
                field.place.keys = above + QStringList{written->key};
            read(written->node, field);
        } else {
            field.place.keys = newKeyBelow(above, field.configurationKey);
            read(-1, field);
        }
        field.place.meaning = isTypedHere(written) ? yaml::Meaning::Typed : yaml::Meaning::Text;
        return field;
    }

    /// Where somebody writes numbers as numbers, another one is, too; text is right for every release.
    bool isTypedHere(const ConfigEntry* written) const
    {
        if (written)
            return isPlainTyped(m_tree.node(written->node));
        const QList<ConfigEntry>& all = m_subject.section().entries;
        return std::any_of(all.begin(), all.end(),
                           [this](const ConfigEntry& one) { return isPlainTyped(m_tree.node(one.node)); });
    }

    /// The keys from the root to a node.
    QStringList wayTo(int node) const
    {
        QStringList keys;
        for (; node >= 0 && m_tree.node(node).key >= 0; node = m_tree.node(node).parent)
            keys.prepend(m_tree.node(m_tree.node(node).key).text);
        return keys;
    }

    /// Maps within the configuration may hold the beginning of a key already.
    QStringList newKeyBelow(QStringList keys, const QString& key) const
    {
        QStringList rest = key.split(u'.');
        int map = m_tree.find(m_tree.root(), keys);
        for (qsizetype taken = rest.size() - 1; taken > 0 && map >= 0;) {
            const QString part = rest.first(taken).join(u'.');
            const int inner = m_tree.find(map, QStringView(part));
            if (inner < 0 || m_tree.node(inner).kind != Node::Kind::Map) {
                --taken;
                continue;
            }
            keys.append(part);
            rest = rest.sliced(taken);
            map = inner;
            taken = rest.size() - 1;
        }
        return keys + QStringList{rest.join(u'.')};
    }

    void read(int node, FormField& field) const
    {
        field.path = node >= 0 ? m_tree.path(node) : pathText(field.place.keys);
        if (node < 0)
            return readMerged(field);
        const Node& here = m_tree.node(node);
        const qsizetype begin = here.key >= 0 ? m_tree.node(here.key).span.begin : here.span.begin;
        field.span = {m_offset + begin, m_offset + here.span.end};
        const int value = m_tree.resolved(node);
        if (m_tree.node(value).kind == Node::Kind::Null && value == node && !here.hasAnchor) {
            field.span = {};
            return;
        }
        field.standing = Standing::Written;
        field.why = isShared(node, field) ? othersText() : whyByHand(node, field.kind);
        field.value = shown(value, field.kind);
        if (!field.why.isEmpty())
            field.standing = Standing::ByHand;
    }

    /// What a merge brings in counts, but stands elsewhere.
    void readMerged(FormField& field) const
    {
        const int map = m_tree.find(m_tree.root(), field.place.keys.first(field.place.keys.size() - 1));
        const int value = m_tree.resolved(merged(map, field.place.keys.last(), 0));
        if (value < 0)
            return;
        field.standing = Standing::ByHand;
        field.value = shown(value, field.kind);
        field.why = othersText();
        field.span = {m_offset + m_tree.node(value).span.begin, m_offset + m_tree.node(value).span.end};
    }

    int merged(int map, const QString& key, int depth) const
    {
        const int from = m_tree.resolved(m_tree.find(map, u"<<"));
        if (from < 0 || depth > deepestMerge)
            return -1;
        std::vector<int> maps{from};
        if (m_tree.node(from).kind == Node::Kind::Sequence)
            maps = m_tree.node(from).children;
        for (const int one : maps) {
            int found = m_tree.find(one, QStringView(key));
            found = found < 0 ? merged(m_tree.resolved(one), key, depth + 1) : found;
            if (found >= 0)
                return found;
        }
        return -1;
    }

    /// Whether the way to it leads through an anchor.
    bool isShared(int node, const FormField& field) const
    {
        for (int at = m_tree.node(node).parent; at >= 0; at = m_tree.node(at).parent) {
            if (m_tree.node(at).hasAnchor)
                return true;
        }
        // Of keys that stand twice, or behind an alias, the same way may lead elsewhere.
        return wayTo(node) != field.place.keys || m_tree.find(m_tree.root(), field.place.keys) != node;
    }

    QString whyByHand(int node, Kind kind) const
    {
        const Node& list = m_tree.node(node);
        if (kind != Kind::Lines || list.kind != Node::Kind::Sequence || list.hasAnchor)
            return yaml::whyNotWritable(m_tree, node);
        for (const int item : list.children) {
            if (const QString why = yaml::whyNotWritable(m_tree, item); !why.isEmpty())
                return why;
            if (m_tree.node(item).text.contains(u'\n'))
                return Text::tr("One of these goes over several lines: change it in the text.");
        }
        return {};
    }

    QString shown(int value, Kind kind) const
    {
        const Node& node = m_tree.node(value);
        if (kind != Kind::Lines || node.kind != Node::Kind::Sequence)
            return node.kind == Node::Kind::Scalar ? node.text : QString();
        QStringList lines;
        for (const int item : node.children)
            lines.append(m_tree.node(m_tree.resolved(item)).text);
        return lines.join(u'\n');
    }

    const Subject& m_subject;
    const Tree& m_tree;
    qsizetype m_offset;
    QStringList m_specKeys;
};

} // namespace

Form formAt(const QByteArray& text, qsizetype offset, const Catalogue& catalogue,
            const std::shared_ptr<const Schema>& schema)
{
    Form form;
    form.document = documentAt(text, offset);
    const QByteArray document = text.mid(form.document.begin, form.document.length());
    const auto parsed = Tree::parse(document);
    if (const auto* fault = std::get_if<Tree::Fault>(&parsed)) {
        form.fault = fault->what;
        form.faultOffset = form.document.begin + fault->offset;
        return form;
    }
    const Tree& tree = std::get<Tree>(parsed);
    const auto word = [&tree](const QStringList& keys) {
        const int node = tree.resolved(tree.find(tree.root(), keys));
        return node < 0 ? QString() : tree.node(node).text;
    };
    form.kind = word({u"kind"_s});
    form.name = word({u"metadata"_s, u"name"_s});
    form.isKnown = kindOf(form.kind) != Subject::Kind::Other;
    if (!form.isKnown)
        return form;
    const QString version = spotAt(text, form.document.begin).flinkVersion;
    const int release = catalogue.release(version).value_or(catalogue.release(u"1.20").value_or(0));
    const Subject subject(tree, Subject::Form::Manifest, catalogue, release, newestOperatorMinor(), schema);
    const Reader reader(subject, form.document.begin);
    form.isSession = reader.isSession();
    form.fields = reader.fields();
    return form;
}

const FormField* fieldOf(const Form& form, QStringView id)
{
    const auto found =
        std::find_if(form.fields.begin(), form.fields.end(), [id](const FormField& field) { return field.id == id; });
    return found == form.fields.end() ? nullptr : &*found;
}

} // namespace manifest
