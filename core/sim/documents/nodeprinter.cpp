#include "core/sim/documents/printer.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

QString nodeStatus(const QJsonObject& node)
{
    QString status = u"Unknown"_s;
    for (const auto item : at(node, {u"status", u"conditions"}).toArray()) {
        if (item[u"type"].toString() == u"Ready")
            status = item[u"status"].toString() == u"True" ? u"Ready"_s : u"NotReady"_s;
    }
    return at(node, {u"spec", u"unschedulable"}).toBool() ? status + u",SchedulingDisabled"_s : status;
}

QString nodeRoles(const QJsonObject& node)
{
    constexpr QStringView prefix = u"node-role.kubernetes.io/";
    QStringList roles;
    const auto labels = at(node, {u"metadata", u"labels"}).toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        if (label.key().startsWith(prefix) && label.key().size() > prefix.size())
            roles += label.key().sliced(prefix.size());
        else if (label.key() == u"kubernetes.io/role" && !label.value().toString().isEmpty())
            roles += label.value().toString();
    }
    roles.sort();
    roles.removeDuplicates();
    return orNone(roles.join(u','));
}

QString nodeAddress(const QJsonObject& node, QStringView type)
{
    for (const auto item : at(node, {u"status", u"addresses"}).toArray()) {
        if (item[u"type"].toString() == type)
            return item[u"address"].toString();
    }
    return u"<none>"_s;
}

QJsonArray nodeCells(const Kind&, const QJsonObject& node, const QDateTime& now)
{
    const auto info = at(node, {u"status", u"nodeInfo"}).toObject();
    const auto known = [&](QLatin1StringView name) {
        const auto text = info.value(name).toString();
        return text.isEmpty() ? u"<unknown>"_s : text;
    };
    return {nameOf(node),
            nodeStatus(node),
            nodeRoles(node),
            ageOf(node, now),
            info.value("kubeletVersion"_L1).toString(),
            nodeAddress(node, u"InternalIP"),
            nodeAddress(node, u"ExternalIP"),
            known("osImage"_L1),
            known("kernelVersion"_L1),
            known("containerRuntimeVersion"_L1)};
}

} // namespace

Printer nodePrinter()
{
    return {{nameColumn(),
             {u"Status"_s, u"string"_s, u"Whether the node takes pods."_s},
             {u"Roles"_s, u"string"_s, u"What the node is for."_s},
             ageColumn(),
             {u"Version"_s, u"string"_s, u"Version of the kubelet."_s},
             {u"Internal-IP"_s, u"string"_s, u"Address inside of the cluster."_s, 1},
             {u"External-IP"_s, u"string"_s, u"Address outside of the cluster."_s, 1},
             {u"OS-Image"_s, u"string"_s, u"The operating system."_s, 1},
             {u"Kernel-Version"_s, u"string"_s, u"The kernel."_s, 1},
             {u"Container-Runtime"_s, u"string"_s, u"What runs the containers."_s, 1}},
            nodeCells};
}

} // namespace sim::documents
