#include "core/sim/api/namespacecontents.h"

#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

const QString accountName = u"default"_s;
const QString authorityName = u"kube-root-ca.crt"_s;

QJsonObject named(const QString& ns, const QString& name)
{
    return {{u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, ns}}}};
}

/// What is there already stays.
void keep(const Outcome&) {}

} // namespace

NamespaceContents::NamespaceContents(World& world, const QByteArray& authority)
    : m_world(world)
    , m_authority(QString::fromLatin1(authority))
{
    for (const auto type : {type::namespaces, type::serviceAccounts, type::configMaps})
        m_subscriptions.push_back(
            world.objects.subscribe({type.toString()}, [this](const Event& event) { look(event); }));
    for (const auto& ns : world.objects.list(type::namespaces))
        fill(ns->name());
}

void NamespaceContents::look(const Event& event)
{
    const Stored& object = *event.object;
    if (object.type() == type::namespaces) {
        if (event.kind == Event::Kind::Added)
            fill(object.name());
        return;
    }
    const bool isOurs = object.name() == (object.type() == type::serviceAccounts ? accountName : authorityName);
    if (isOurs && event.kind == Event::Kind::Deleted)
        fill(object.ns());
}

void NamespaceContents::fill(const QString& ns)
{
    const auto found = m_world.objects.find(type::namespaces, {}, ns);
    if (!found || found->isBeingDeleted())
        return;
    const auto write = Write::by(u"kube-controller-manager"_s);
    keep(m_world.objects.create(type::serviceAccounts, named(ns, accountName), write));
    QJsonObject authority = named(ns, authorityName);
    put(authority, {u"metadata", u"annotations", u"kubernetes.io/description"},
        u"The authority behind the certificate of this cluster's API server."_s);
    put(authority, {u"data", u"ca.crt"}, m_authority);
    keep(m_world.objects.create(type::configMaps, authority, write));
}

} // namespace sim
