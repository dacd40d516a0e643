#include "core/sim/documents/printer.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

constexpr qsizetype shown = 3;

/// The first three, and how many more there are.
QString firstOf(const QStringList& texts)
{
    const auto more = texts.size() - shown;
    const auto text = texts.first(std::min(texts.size(), shown)).join(u',');
    return more > 0 ? u"%1 + %2 more..."_s.arg(text).arg(more) : text;
}

QString joined(const QString& address, qint64 port)
{
    const auto host = address.contains(u':') ? u'[' + address + u']' : address;
    return host + u':' + QString::number(port);
}

QJsonArray endpointsCells(const Kind&, const QJsonObject& document, const QDateTime& now)
{
    QStringList texts;
    for (const auto subset : document.value("subsets"_L1).toArray()) {
        const auto addresses = subset[u"addresses"].toArray();
        const auto ports = subset[u"ports"].toArray();
        for (const auto address : addresses) {
            if (ports.isEmpty())
                texts += address[u"ip"].toString();
        }
        for (const auto port : ports) {
            for (const auto address : addresses)
                texts += joined(address[u"ip"].toString(), port[u"port"].toInteger());
        }
    }
    return {nameOf(document), orNone(firstOf(texts)), ageOf(document, now)};
}

QString orUnset(const QString& text)
{
    return text.isEmpty() ? u"<unset>"_s : text;
}

QJsonArray sliceCells(const Kind&, const QJsonObject& document, const QDateTime& now)
{
    QStringList ports;
    for (const auto port : document.value("ports"_L1).toArray())
        ports += port[u"port"].isDouble() ? QString::number(port[u"port"].toInteger()) : u"*"_s;
    QStringList addresses;
    for (const auto endpoint : document.value("endpoints"_L1).toArray()) {
        for (const auto address : endpoint[u"addresses"].toArray())
            addresses += address.toString();
    }
    return {nameOf(document), document.value("addressType"_L1), orUnset(firstOf(ports)), orUnset(firstOf(addresses)),
            ageOf(document, now)};
}

QJsonArray ingressCells(const Kind&, const QJsonObject& document, const QDateTime& now)
{
    const auto spec = document.value("spec"_L1).toObject();
    QStringList hosts;
    for (const auto rule : spec.value("rules"_L1).toArray()) {
        if (!rule[u"host"].toString().isEmpty())
            hosts += rule[u"host"].toString();
    }
    QStringList addresses;
    for (const auto item : at(document, {u"status", u"loadBalancer", u"ingress"}).toArray()) {
        const auto ip = item[u"ip"].toString();
        addresses += ip.isEmpty() ? item[u"hostname"].toString() : ip;
    }
    const auto ports = spec.value("tls"_L1).toArray().isEmpty() ? u"80"_s : u"80, 443"_s;
    return {nameOf(document),
            orNone(spec.value("ingressClassName"_L1).toString()),
            hosts.isEmpty() ? u"*"_s : firstOf(hosts),
            addresses.join(u','),
            ports,
            ageOf(document, now)};
}

} // namespace

Printer networkPrinter(const Kind& kind)
{
    const auto& type = kind.resource->type;
    const Column endpoints{u"Endpoints"_s, u"string"_s, u"The addresses behind the service."_s};
    if (type == u"endpoints")
        return {{nameColumn(), endpoints, ageColumn()}, endpointsCells};
    if (type == u"endpointslices.discovery.k8s.io") {
        return {{nameColumn(),
                 {u"AddressType"_s, u"string"_s, u"What kind of addresses these are."_s},
                 {u"Ports"_s, u"string"_s, u"The ports of each address."_s},
                 endpoints,
                 ageColumn()},
                sliceCells};
    }
    if (type != u"ingresses.networking.k8s.io")
        return {};
    return {{nameColumn(),
             {u"Class"_s, u"string"_s, u"Who serves it."_s},
             {u"Hosts"_s, u"string"_s, u"The hosts requests are for."_s},
             {u"Address"_s, u"string"_s, u"Where it can be reached."_s},
             {u"Ports"_s, u"string"_s, u"The ports it can be reached on."_s},
             ageColumn()},
            ingressCells};
}

} // namespace sim::documents
