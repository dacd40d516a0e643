#include "core/manifest/schemarules.h"

#include "core/manifest/schema.h"
#include "core/manifest/values.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

using yaml::Node;
using Verdict = Finding::Verdict;
using At = Findings::At;

/// More of them in one document help nobody.
constexpr qsizetype mostFindings = 1000;

QString shapeWord(Shape::Kind kind)
{
    switch (kind) {
    case Shape::Kind::String:
        return Text::tr("a text");
    case Shape::Kind::Integer:
        return Text::tr("a whole number");
    case Shape::Kind::Number:
        return Text::tr("a number");
    case Shape::Kind::Boolean:
        return Text::tr("true or false");
    case Shape::Kind::Quantity:
    case Shape::Kind::IntOrString:
        return Text::tr("a number or a text");
    case Shape::Kind::Object:
    case Shape::Kind::Map:
        return Text::tr("fields");
    case Shape::Kind::List:
        return Text::tr("a list");
    case Shape::Kind::Any:
        break;
    }
    return {};
}

bool fits(const QJsonValue& value, Shape::Kind kind)
{
    switch (kind) {
    case Shape::Kind::String:
        return value.isString();
    case Shape::Kind::Integer:
        return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    case Shape::Kind::Number:
        return value.isDouble();
    case Shape::Kind::Boolean:
        return value.isBool();
    case Shape::Kind::Quantity:
    case Shape::Kind::IntOrString:
        return value.isDouble() || value.isString();
    case Shape::Kind::Object:
    case Shape::Kind::Map:
    case Shape::Kind::List:
        return false;
    case Shape::Kind::Any:
        break;
    }
    return true;
}

/// "1000m" and "0.5" as a number; empty: it is none.
QString numberIn(const QString& text, Shape::Kind kind)
{
    const auto amount = quantityOf(text.trimmed());
    const bool isWhole = amount && std::floor(*amount) == *amount;
    if (!amount || (kind == Shape::Kind::Integer && !isWhole))
        return {};
    return isWhole ? QString::number(static_cast<qint64>(*amount)) : QString::number(*amount, 'g', 10);
}

class SchemaWalk
{
public:
    explicit SchemaWalk(const Subject& subject)
        : m_subject(subject)
        , m_tree(subject.tree())
        , m_schema(subject.schema())
        , m_findings(subject)
    {
    }

    QList<Finding> run()
    {
        if (m_subject.form() == Subject::Form::Spec)
            walk(m_tree.root(), {Shape::Kind::Object, u"FlinkDeployment.spec"_s, {}, {}});
        else if (m_subject.form() == Subject::Form::Manifest)
            checkManifest();
        return m_findings.take();
    }

private:
    void checkManifest()
    {
        checkKind();
        for (int index = 0; index < m_tree.count() && m_findings.count() < mostFindings; ++index) {
            const auto truth = m_tree.truth(index);
            if (truth && !truthOf(m_tree.node(index).text) && !m_wrong.contains(index))
                checkWord(index, *truth ? u"true"_s : u"false"_s);
        }
    }

    /// Words that are true or false to readers of YAML 1.1 only, of which those of Kubernetes are.
    void checkWord(int index, const QString& meant)
    {
        const Node& node = m_tree.node(index);
        const bool isKey = node.key < 0 && node.parent >= 0 && m_tree.node(node.parent).kind == Node::Kind::Map;
        Finding& finding = m_findings.add(u"DREY-Y004", index,
                                          Text::tr("Without quotation marks %1 is read as %2.").arg(node.text, meant),
                                          Verdict::Schema, At::Value);
        // A value stays what Kubernetes takes it for; nobody means a key like that.
        const QString written = isKey ? u'"' + node.text + u'"' : meant;
        finding.fix = Fix{Text::tr("Write %1").arg(written), {{node.span, written.toUtf8()}}, !isKey};
    }

    void checkKind()
    {
        const int root = m_tree.root();
        const int kindNode = m_tree.find(root, u"kind");
        const QString kind = m_subject.text(kindNode), group = m_subject.text(m_tree.find(root, u"apiVersion"));
        const QStringList kinds = m_schema.fields({}, m_subject.operatorMinor());
        const int since = m_schema.firstRelease({}, kind);
        if (kinds.contains(kind)) {
            walk(root, {Shape::Kind::Object, kind, {}, {}});
            checkHead(kind);
        } else if (since > 0) {
            m_findings.add(u"DREY-S004", kindNode, Text::tr("The operator knows %1 from 1.%2 on.").arg(kind).arg(since),
                           Verdict::NotYet, At::Value);
        } else if (group.startsWith(u"flink.apache.org/")) {
            unknown(u"DREY-S005", kindNode, Text::tr("The operator has no kind %1.").arg(kind), kind, kinds, At::Value);
        }
    }

    void checkHead(const QString& kind)
    {
        const int root = m_tree.root();
        if (m_tree.find(root, u"apiVersion") < 0)
            m_findings.add(u"DREY-S006", m_tree.find(root, u"kind"),
                           Text::tr("%1 needs apiVersion: flink.apache.org/v1beta1.").arg(kind), Verdict::Schema);
        const bool isNamed = m_tree.find(root, {u"metadata"_s, u"name"_s}) >= 0 ||
                             m_tree.find(root, {u"metadata"_s, u"generateName"_s}) >= 0;
        if (!isNamed)
            m_findings
                .add(u"DREY-S006", m_tree.find(root, u"kind"), Text::tr("%1 needs a name: metadata.name.").arg(kind),
                     Verdict::Schema)
                .missing = u"metadata.name"_s;
        if (m_tree.find(root, u"spec") < 0)
            m_findings.add(u"DREY-S006", m_tree.find(root, u"kind"), Text::tr("%1 needs a spec.").arg(kind),
                           Verdict::Schema);
    }

    void walk(int place, const Shape& shape)
    {
        const int index = m_tree.resolved(place);
        if (index < 0 || shape.kind == Shape::Kind::Any || m_findings.count() >= mostFindings)
            return;
        // What an anchor shares is looked at once for each shape.
        const QString seen = u"%1 %2 %3"_s.arg(index).arg(int(shape.kind)).arg(shape.type);
        if (place != index && m_seen.contains(seen))
            return;
        m_seen.insert(seen);
        const Node& node = m_tree.node(index);
        switch (node.kind) {
        case Node::Kind::Null:
            return shape.isNeverNull ? wrong(index, shape.kind) : void();
        case Node::Kind::Alias:
            return;
        case Node::Kind::Scalar:
            return scalar(index, node, shape);
        case Node::Kind::Sequence:
            if (shape.kind != Shape::Kind::List)
                return wrong(index, shape.kind);
            for (const int child : node.children)
                walk(child, *shape.item);
            return checkItems(node, shape);
        case Node::Kind::Map:
            return map(index, node, shape);
        }
    }

    void map(int index, const Node& node, const Shape& shape)
    {
        if (shape.kind != Shape::Kind::Object && shape.kind != Shape::Kind::Map)
            return wrong(index, shape.kind);
        for (const int child : node.children) {
            const QString& key = m_tree.node(m_tree.node(child).key).text;
            if (key == u"<<")
                walk(child, shape);
            else if (shape.kind == Shape::Kind::Map)
                walk(child, *shape.item);
            else
                field(child, key, shape.type);
        }
        if (shape.kind == Shape::Kind::Object)
            checkRequired(index, shape.type);
    }

    void checkRequired(int index, const QString& type)
    {
        const QStringList required = m_schema.required(type);
        for (const QString& name : required) {
            // What is merged in is not looked through.
            if (m_tree.find(index, name) < 0 && m_tree.find(index, u"<<") < 0)
                m_findings.add(u"DREY-S008", index, Text::tr("%1 is missing here.").arg(name), Verdict::Schema)
                    .missing = m_tree.path(index) + u'.' + name;
        }
    }

    /// Of lists whose items are told apart, or are a set.
    void checkItems(const Node& list, const Shape& shape)
    {
        if (shape.keys.isEmpty() && !shape.isSet)
            return;
        QSet<QByteArray> seen;
        for (const int child : list.children) {
            QJsonArray identity;
            for (const auto& [key, otherwise] : shape.keys)
                identity.append(scalarAt(m_tree.find(child, key), otherwise));
            if (shape.isSet)
                identity.append(scalarAt(child, {}));
            // An item without any of its keys is another fault.
            const bool isNone = std::all_of(identity.begin(), identity.end(),
                                            [](const QJsonValue& part) { return part.isUndefined() || part.isNull(); });
            const QByteArray text = QJsonDocument(identity).toJson(QJsonDocument::Compact);
            if (!isNone && seen.contains(text))
                twice(child, shape);
            seen.insert(text);
        }
    }

    /// Nothing else is looked at: what aliases make of a collection has no end.
    QJsonValue scalarAt(int place, const QJsonValue& otherwise) const
    {
        const int index = m_tree.resolved(place);
        if (index < 0)
            return otherwise;
        return m_tree.node(index).kind == Node::Kind::Scalar ? m_tree.value(index) : QJsonValue();
    }

    void twice(int item, const Shape& shape)
    {
        QStringList keys;
        for (const auto& entry : shape.keys)
            keys.append(entry.first);
        m_findings.add(u"DREY-S009", item,
                       shape.isSet ? Text::tr("This stands in the list before.")
                                   : Text::tr("An item with the same %1 stands in the list before.")
                                         .arg(QLocale().createSeparatedList(keys)),
                       Verdict::Schema, At::Value);
    }

    void field(int child, const QString& key, const QString& type)
    {
        if (!m_schema.hasType(type))
            return;
        const int minor = m_subject.operatorMinor();
        if (const Field* known = m_schema.field(type, key, minor))
            return walk(child, known->shape);
        if (const int since = m_schema.firstRelease(type, key); since > 0) {
            m_findings.add(u"DREY-S004", child, Text::tr("The operator knows %1 from 1.%2 on.").arg(key).arg(since),
                           Verdict::NotYet);
            return;
        }
        if (key == u"horizontalPodAutoscaler") {
            m_findings.add(u"DREY-S007", child,
                           Text::tr("There is no field horizontalPodAutoscaler: it is an object of its own."),
                           Verdict::Schema);
            return;
        }
        unknown(u"DREY-S001", child, Text::tr("There is no field %1 here.").arg(key), key, m_schema.fields(type, minor),
                At::Key);
    }

    void unknown(QStringView rule, int node, QString message, const QString& word, const QStringList& words, At at)
    {
        const QString near = nearestOf(word, words);
        if (!near.isEmpty())
            message += u' ' + Text::tr("Did you mean %1?").arg(near);
        Finding& finding = m_findings.add(rule, node, message, Verdict::Schema, at);
        finding.replacement = near;
        if (near.isEmpty() || node < 0)
            return;
        const Node& marked = m_tree.node(at == At::Key ? m_tree.node(node).key : m_tree.resolved(node));
        finding.fix = Fix{Text::tr("Write %1").arg(near), {{marked.span, quotedLike(marked, near)}}, false};
    }

    void scalar(int index, const Node& node, const Shape& shape)
    {
        const QJsonValue value = m_tree.value(index);
        if (!fits(value, shape.kind))
            return wrong(index, shape.kind);
        const QStringList values = Schema::values(shape, m_subject.operatorMinor());
        if (!values.isEmpty() && !values.contains(node.text))
            notAmong(index, node, values, shape);
        if (shape.kind == Shape::Kind::Quantity && !quantityOf(node.text))
            m_findings.add(u"DREY-S002", index, Text::tr("\"%1\" is no quantity of Kubernetes.").arg(node.text),
                           Verdict::InvalidValue, At::Value);
    }

    void notAmong(int index, const Node& node, const QStringList& values, const Shape& shape)
    {
        for (const QString& value : shape.values) {
            if (value.section(u'@', 0, 0) != node.text)
                continue;
            m_findings.add(u"DREY-S004", index,
                           Text::tr("The operator knows %1 from 1.%2 on.").arg(node.text, value.section(u'@', 1)),
                           Verdict::NotYet, At::Value);
            return;
        }
        QString message = Text::tr("\"%1\" is none of: %2.").arg(node.text, values.join(u", "_s));
        // "1.18" is what everybody writes first.
        static const QRegularExpression version(u"^v?(\\d+)[._](\\d+)(\\.\\d+)?$"_s);
        const QRegularExpressionMatch match = version.match(node.text);
        const QString meant = u"v%1_%2"_s.arg(match.captured(1), match.captured(2));
        const bool isVersion = match.hasMatch() && values.contains(meant);
        const QString near = isVersion ? meant : nearestOf(node.text, values);
        Finding& finding = m_findings.add(u"DREY-S003", index, message, Verdict::InvalidValue, At::Value);
        if (!near.isEmpty())
            finding.fix = Fix{Text::tr("Write %1").arg(near), {{node.span, near.toUtf8()}}, isVersion};
    }

    void wrong(int index, Shape::Kind kind)
    {
        const Node& node = m_tree.node(index);
        const QString key = node.key >= 0 ? m_tree.node(node.key).text : QString();
        QString message = Text::tr("%1 takes %2.").arg(key, shapeWord(kind)).trimmed();
        const auto truth = m_tree.truth(index);
        if (truth && !truthOf(node.text))
            message +=
                u' ' +
                Text::tr("Without quotation marks %1 is read as %2.").arg(node.text, *truth ? u"true"_s : u"false"_s);
        m_wrong.insert(index);
        Finding& finding = m_findings.add(u"DREY-S002", index, message, Verdict::InvalidValue, At::Value);
        const bool isLine = node.style != Node::Style::Literal && node.style != Node::Style::Folded;
        if (node.kind != Node::Kind::Scalar || !isLine)
            return;
        QString text;
        if (kind == Shape::Kind::String && node.style == Node::Style::Plain)
            text = u'"' + node.text + u'"';
        else if (kind == Shape::Kind::Number || kind == Shape::Kind::Integer)
            text = numberIn(node.text, kind);
        else if (kind == Shape::Kind::Boolean && truthOf(node.text))
            text = node.text.trimmed().toLower();
        if (!text.isEmpty())
            finding.fix = Fix{Text::tr("Write %1").arg(text), {{node.span, text.toUtf8()}}, true};
    }

    const Subject& m_subject;
    const yaml::Tree& m_tree;
    const Schema& m_schema;
    QSet<QString> m_seen;
    QSet<int> m_wrong; ///< scalars that are of another kind than their place takes
    Findings m_findings;
};

} // namespace

QList<Finding> schemaFindings(const Subject& subject)
{
    return SchemaWalk(subject).run();
}

} // namespace manifest
