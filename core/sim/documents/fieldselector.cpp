#include "core/sim/documents/goprint.h"
#include "core/sim/documents/selectors.h"
#include "core/sim/world/path.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

const QStringList everywhere{u"metadata.name"_s, u"metadata.namespace"_s};

/// The fields by which a kind can be selected besides name and namespace. Nothing: a kind that knows those two only,
/// and says so.
std::optional<QStringList> moreFields(const Kind& kind)
{
    const auto& resource = *kind.resource;
    if (kind.isCustom())
        return resource.selectableFields;
    if (resource.type == type::pods) {
        return QStringList{u"spec.nodeName"_s,    u"spec.restartPolicy"_s,      u"spec.schedulerName"_s,
                           u"spec.hostNetwork"_s, u"spec.serviceAccountName"_s, u"status.phase"_s,
                           u"status.podIP"_s,     u"status.podIPs"_s,           u"status.nominatedNodeName"_s};
    }
    if (resource.type == type::events) {
        const auto object = resource.group.isEmpty() ? u"involvedObject."_s : u"regarding."_s;
        QStringList fields{u"reason"_s, u"type"_s};
        for (const auto& name :
             {u"kind"_s, u"namespace"_s, u"name"_s, u"uid"_s, u"apiVersion"_s, u"resourceVersion"_s, u"fieldPath"_s})
            fields += object + name;
        return fields + (resource.group.isEmpty() ? QStringList{u"reportingComponent"_s, u"source"_s}
                                                  : QStringList{u"reportingController"_s});
    }
    if (resource.type == type::secrets)
        return QStringList{u"type"_s};
    if (resource.type == type::namespaces)
        return QStringList{u"status.phase"_s};
    if (resource.type == type::services)
        return QStringList{u"spec.clusterIP"_s, u"spec.type"_s};
    if (resource.type == type::nodes)
        return QStringList{u"spec.unschedulable"_s};
    return std::nullopt;
}

QString valueOf(const QJsonObject& document, const QString& field)
{
    if (field == u"source") {
        const auto component = at(document, {u"source", u"component"}).toString();
        return component.isEmpty() ? document.value("reportingComponent"_L1).toString() : component;
    }
    QJsonValue value = document;
    for (const auto& step : field.split(u'.'))
        value = value[step];
    const bool isSwitch = field == u"spec.hostNetwork" || field == u"spec.unschedulable";
    if (value.isBool() || isSwitch)
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.isString() ? value.toString() : value.isDouble() ? goPrinted(value) : QString();
}

/// The terms of a selector; a comma after a backslash does not part them.
QStringList termsOf(const QString& text)
{
    QStringList terms{QString()};
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'\\' && at + 1 < text.size()) {
            terms.last() += text[at];
            terms.last() += text[++at];
        } else if (text[at] == u',') {
            terms += QString();
        } else {
            terms.last() += text[at];
        }
    }
    terms.removeAll(QString());
    return terms;
}

/// A value without its backslashes; nothing: a sign stands in it without one.
std::optional<QString> unescaped(const QString& text, QChar& wrong)
{
    QString value;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'\\' && at + 1 < text.size()) {
            value += text[++at];
        } else if (text[at] == u'=' || text[at] == u',') {
            wrong = text[at];
            return std::nullopt;
        } else {
            value += text[at];
        }
    }
    return value;
}

Refusal unknownField(const QString& field, bool knowsMore)
{
    if (knowsMore)
        return Refusal::badRequest(u"field label not supported: "_s + field);
    return Refusal::badRequest(
        u"\"%1\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""_s.arg(field));
}

} // namespace

Answer<FieldSelector> FieldSelector::parse(const Kind& kind, const QString& text)
{
    FieldSelector selector;
    const auto more = moreFields(kind);
    for (const auto& term : termsOf(text)) {
        const auto sign = term.indexOf(u'=');
        if (sign < 0)
            return Refusal::badRequest(u"invalid selector: '%1'; can't understand '%2'"_s.arg(text, term));
        const bool isUnequal = sign > 0 && term[sign - 1] == u'!';
        const bool isDouble = sign + 1 < term.size() && term[sign + 1] == u'=' && !isUnequal;
        QChar wrong;
        const auto value = unescaped(term.sliced(sign + (isDouble ? 2 : 1)), wrong);
        if (!value) {
            return Refusal::badRequest(
                u"invalid field selector: unescaped character in value: %1"_s.arg(wrong.unicode()));
        }
        const auto field = term.first(isUnequal ? sign - 1 : sign);
        if (field.isEmpty() && value->isEmpty())
            continue;
        if (!everywhere.contains(field) && !more.value_or(QStringList()).contains(field))
            return unknownField(field, more.has_value());
        selector.m_terms.push_back({field, *value, !isUnequal});
    }
    return selector;
}

bool FieldSelector::matches(const QJsonObject& document) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term& term) { return (valueOf(document, term.field) == term.value) == term.isEqual; });
}

QString FieldSelector::requiredName() const
{
    for (const auto& term : m_terms) {
        if (term.field == u"metadata.name" && term.isEqual)
            return term.value;
    }
    return {};
}

} // namespace sim::documents
