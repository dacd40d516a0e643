#include "core/sim/api/authorization.h"

#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

bool holds(const QJsonArray& array, const QString& value)
{
    for (const auto item : array) {
        if (item.toString() == u"*" || item.toString() == value)
            return true;
    }
    return false;
}

bool coversResource(const QJsonArray& resources, const Attributes& attributes)
{
    const auto& sub = attributes.subresource;
    const auto wanted = sub.isEmpty() ? attributes.plural : attributes.plural + u'/' + sub;
    return holds(resources, wanted) || (!sub.isEmpty() && resources.contains(u"*/"_s + sub));
}

bool coversPath(const QJsonArray& paths, const QString& path)
{
    for (const auto item : paths) {
        const auto pattern = item.toString();
        if (pattern == path || (pattern.endsWith(u'*') && path.startsWith(QStringView(pattern).chopped(1))))
            return true;
    }
    return false;
}

bool covers(const QJsonObject& rule, const Attributes& attributes)
{
    if (!holds(rule.value("verbs"_L1).toArray(), attributes.verb))
        return false;
    if (!attributes.isResource)
        return coversPath(rule.value("nonResourceURLs"_L1).toArray(), attributes.path);
    const auto names = rule.value("resourceNames"_L1).toArray();
    return holds(rule.value("apiGroups"_L1).toArray(), attributes.group) &&
           coversResource(rule.value("resources"_L1).toArray(), attributes) &&
           (names.isEmpty() || names.contains(attributes.name));
}

bool isMeant(const QJsonObject& subject, const QString& bindingNs, const User& user)
{
    const auto kind = subject.value("kind"_L1).toString();
    const auto name = subject.value("name"_L1).toString();
    if (kind == u"User")
        return user.name == name;
    if (kind == u"Group")
        return user.groups.contains(name);
    const auto ns = subject.value("namespace"_L1).toString(bindingNs);
    return kind == u"ServiceAccount" && user.name == u"system:serviceaccount:"_s + ns + u':' + name;
}

QString described(const QJsonObject& subject)
{
    const auto kind = subject.value("kind"_L1).toString();
    const auto name = subject.value("name"_L1).toString();
    return kind == u"ServiceAccount" ? u"%1 \"%2/%3\""_s.arg(kind, name, subject.value("namespace"_L1).toString())
                                     : u"%1 \"%2\""_s.arg(kind, name);
}

QString scopeOf(const Attributes& attributes)
{
    return attributes.ns.isEmpty() ? u"at the cluster scope"_s : u"in the namespace \"%1\""_s.arg(attributes.ns);
}

} // namespace

Attributes Attributes::of(const User& user, const RequestInfo& info)
{
    return {user,        info.verb,        info.isResource, info.group, info.version,
            info.plural, info.subresource, info.ns,         info.name,  info.path};
}

Authorizer::Authorizer(const Objects& objects)
    : m_objects(objects)
{
}

Authorizer::Decision Authorizer::decide(const Attributes& attributes) const
{
    if (attributes.user.groups.contains(u"system:masters"))
        return {true};
    Decision decision;
    visit(attributes.user, attributes.isResource ? attributes.ns : QString(),
          [&](const QJsonObject& rule, const QString& source) {
              if (!covers(rule, attributes))
                  return false;
              decision = {true, source};
              return true;
          });
    return decision;
}

std::optional<Refusal> Authorizer::refuse(const Attributes& attributes) const
{
    if (decide(attributes).isAllowed)
        return std::nullopt;
    if (!attributes.isResource) {
        return Refusal{403, u"Forbidden"_s,
                       u"forbidden: User \"%1\" cannot %2 path \"%3\""_s.arg(attributes.user.name, attributes.verb,
                                                                             attributes.path)};
    }
    const auto what =
        attributes.subresource.isEmpty() ? attributes.plural : attributes.plural + u'/' + attributes.subresource;
    const auto type = attributes.group.isEmpty() ? attributes.plural : attributes.plural + u'.' + attributes.group;
    return Refusal::forbidden(type, attributes.name,
                              u"User \"%1\" cannot %2 resource \"%3\" in API group \"%4\" %5"_s.arg(
                                  attributes.user.name, attributes.verb, what, attributes.group, scopeOf(attributes)));
}

QJsonObject Authorizer::rulesIn(const User& user, const QString& ns) const
{
    QJsonArray resourceRules;
    QJsonArray pathRules;
    const auto take = [&](QJsonObject rule) {
        const bool isPath = rule.contains("nonResourceURLs"_L1);
        auto& rules = isPath ? pathRules : resourceRules;
        if (!rules.contains(rule))
            rules.append(rule);
    };
    if (user.groups.contains(u"system:masters")) {
        const QJsonArray all{u"*"_s};
        take({{u"verbs"_s, all}, {u"apiGroups"_s, all}, {u"resources"_s, all}});
        take({{u"verbs"_s, all}, {u"nonResourceURLs"_s, all}});
    }
    visit(user, ns, [&](const QJsonObject& rule, const QString&) {
        take(rule);
        return false;
    });
    return {{u"resourceRules"_s, resourceRules}, {u"nonResourceRules"_s, pathRules}, {u"incomplete"_s, false}};
}

bool Authorizer::visit(const User& user, const QString& ns, const Visit& visitor) const
{
    for (const auto& binding : m_objects.list(type::clusterRoleBindings)) {
        if (visitRole(*binding, user, visitor))
            return true;
    }
    if (ns.isEmpty())
        return false;
    for (const auto& binding : m_objects.list(type::roleBindings, ns)) {
        if (visitRole(*binding, user, visitor))
            return true;
    }
    return false;
}

bool Authorizer::visitRole(const Stored& binding, const User& user, const Visit& visitor) const
{
    const auto document = binding.document();
    for (const auto item : document.value("subjects"_L1).toArray()) {
        const auto subject = item.toObject();
        if (!isMeant(subject, binding.ns(), user))
            continue;
        const auto reference = document.value("roleRef"_L1).toObject();
        const auto kind = reference.value("kind"_L1).toString();
        const auto name = reference.value("name"_L1).toString();
        const auto role = kind == u"Role" ? m_objects.find(type::roles, binding.ns(), name)
                                          : m_objects.find(type::clusterRoles, {}, name);
        if (!role)
            return false;
        const auto at = binding.ns().isEmpty() ? binding.name() : binding.name() + u'/' + binding.ns();
        const auto source = u"RBAC: allowed by %1 \"%2\" of %3 \"%4\" to %5"_s.arg(
            binding.ns().isEmpty() ? u"ClusterRoleBinding"_s : u"RoleBinding"_s, at, kind, name, described(subject));
        for (const auto rule : role->document().value("rules"_L1).toArray()) {
            if (visitor(rule.toObject(), source))
                return true;
        }
        return false;
    }
    return false;
}

} // namespace sim
