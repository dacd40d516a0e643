#include "core/sim/documents/printer.h"
#include "core/sim/documents/selectors.h"
#include "core/sim/world/path.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

QString joinedField(const QJsonValue& list, QStringView name, QStringView separator = u",")
{
    QStringList parts;
    for (const auto item : list.toArray())
        parts += item[name].toString();
    return parts.join(separator);
}

QJsonArray workloadCells(const QJsonObject& document, const QDateTime& now, const QJsonArray& numbers)
{
    const auto containers = at(document, {u"spec", u"template", u"spec", u"containers"});
    auto cells = numbers;
    cells.prepend(nameOf(document));
    cells.append(ageOf(document, now));
    cells.append(joinedField(containers, u"name"));
    cells.append(joinedField(containers, u"image"));
    cells.append(orNone(selectorText(at(document, {u"spec", u"selector"}).toObject())));
    return cells;
}

QJsonArray deploymentCells(const Kind&, const QJsonObject& document, const QDateTime& now)
{
    const auto status = document.value("status"_L1).toObject();
    const auto ready = u"%1/%2"_s.arg(status.value("readyReplicas"_L1).toInteger())
                           .arg(at(document, {u"spec", u"replicas"}).toInteger());
    return workloadCells(
        document, now,
        {ready, status.value("updatedReplicas"_L1).toInteger(), status.value("availableReplicas"_L1).toInteger()});
}

QJsonArray replicaSetCells(const Kind&, const QJsonObject& document, const QDateTime& now)
{
    const auto status = document.value("status"_L1).toObject();
    return workloadCells(document, now,
                         {at(document, {u"spec", u"replicas"}).toInteger(), status.value("replicas"_L1).toInteger(),
                          status.value("readyReplicas"_L1).toInteger()});
}

std::vector<Column> workloadColumns(std::vector<Column> numbers)
{
    std::vector<Column> columns{nameColumn()};
    columns.insert(columns.end(), numbers.begin(), numbers.end());
    columns.push_back(ageColumn());
    columns.push_back({u"Containers"_s, u"string"_s, u"The containers of the template."_s, 1});
    columns.push_back({u"Images"_s, u"string"_s, u"The images of the template."_s, 1});
    columns.push_back({u"Selector"_s, u"string"_s, u"Selects the pods."_s, 1});
    return columns;
}

QString externalAddress(const QJsonObject& service)
{
    const auto spec = service.value("spec"_L1).toObject();
    const auto type = spec.value("type"_L1).toString();
    if (type == u"ExternalName")
        return spec.value("externalName"_L1).toString();
    QStringList addresses;
    if (type == u"LoadBalancer") {
        for (const auto item : at(service, {u"status", u"loadBalancer", u"ingress"}).toArray()) {
            const auto address = item[u"ip"].toString();
            addresses += address.isEmpty() ? item[u"hostname"].toString() : address;
        }
    }
    for (const auto item : spec.value("externalIPs"_L1).toArray())
        addresses += item.toString();
    if (addresses.isEmpty())
        return type == u"LoadBalancer" ? u"<pending>"_s : u"<none>"_s;
    return addresses.join(u',');
}

QString portsOf(const QJsonObject& service)
{
    QStringList ports;
    for (const auto item : at(service, {u"spec", u"ports"}).toArray()) {
        auto port = QString::number(item[u"port"].toInteger());
        if (const auto node = item[u"nodePort"].toInteger(); node > 0)
            port += u':' + QString::number(node);
        ports += port + u'/' + item[u"protocol"].toString();
    }
    return orNone(ports.join(u','));
}

QJsonArray serviceCells(const Kind&, const QJsonObject& service, const QDateTime& now)
{
    const auto selector = QJsonObject{{u"matchLabels"_s, at(service, {u"spec", u"selector"})}};
    return {nameOf(service),
            at(service, {u"spec", u"type"}),
            orNone(at(service, {u"spec", u"clusterIP"}).toString()),
            externalAddress(service),
            portsOf(service),
            ageOf(service, now),
            orNone(selectorText(selector))};
}

/// In the form of the core group, which is also the one that is printed for the other.
QJsonArray eventCells(const Kind& kind, const QJsonObject& document, const QDateTime& now)
{
    const bool isNew = !kind.resource->group.isEmpty();
    const auto object = document.value(isNew ? "regarding"_L1 : "involvedObject"_L1).toObject();
    const auto source = document.value(isNew ? "deprecatedSource"_L1 : "source"_L1).toObject();
    const auto eventTime = document.value("eventTime"_L1);
    auto first = document.value(isNew ? "deprecatedFirstTimestamp"_L1 : "firstTimestamp"_L1);
    auto last = document.value(isNew ? "deprecatedLastTimestamp"_L1 : "lastTimestamp"_L1);
    auto count = document.value(isNew ? "deprecatedCount"_L1 : "count"_L1).toInteger();
    if (!first.isString())
        first = eventTime;
    const auto series = document.value("series"_L1).toObject();
    if (!series.isEmpty()) {
        last = series.value("lastObservedTime"_L1);
        count = series.value("count"_L1).toInteger();
    } else if (!last.isString()) {
        last = first;
    }
    auto who = source.value("component"_L1).toString();
    auto where = source.value("host"_L1).toString();
    if (who.isEmpty()) {
        who = document.value(isNew ? "reportingController"_L1 : "reportingComponent"_L1).toString();
        where = document.value("reportingInstance"_L1).toString();
    }
    const auto target = object.value("kind"_L1).toString().toLower();
    const auto name = object.value("name"_L1).toString();
    return {agoOf(last, now),
            document.value("type"_L1).toString(),
            document.value("reason"_L1).toString(),
            name.isEmpty() ? target : target + u'/' + name,
            object.value("fieldPath"_L1).toString(),
            where.isEmpty() ? who : who + u", "_s + where,
            document.value(isNew ? "note"_L1 : "message"_L1).toString().trimmed(),
            agoOf(first, now),
            std::max<qint64>(1, count),
            nameOf(document)};
}

std::vector<Column> eventColumns()
{
    auto name = nameColumn();
    name.priority = 1;
    return {{u"Last Seen"_s, u"string"_s, u"When it happened last."_s},
            {u"Type"_s, u"string"_s, u"Normal or Warning."_s},
            {u"Reason"_s, u"string"_s, u"What happened, in one word."_s},
            {u"Object"_s, u"string"_s, u"What it happened to."_s},
            {u"Subobject"_s, u"string"_s, u"Which part of the object."_s, 1},
            {u"Source"_s, u"string"_s, u"Who tells it."_s, 1},
            {u"Message"_s, u"string"_s, u"What happened, for people."_s},
            {u"First Seen"_s, u"string"_s, u"When it happened first."_s, 1},
            {u"Count"_s, u"string"_s, u"How often it happened."_s, 1},
            name};
}

QJsonArray configMapCells(const Kind&, const QJsonObject& document, const QDateTime& now)
{
    const auto count = document.value("data"_L1).toObject().size() + document.value("binaryData"_L1).toObject().size();
    return {nameOf(document), qint64(count), ageOf(document, now)};
}

QJsonArray secretCells(const Kind&, const QJsonObject& document, const QDateTime& now)
{
    return {nameOf(document), document.value("type"_L1).toString(), qint64(document.value("data"_L1).toObject().size()),
            ageOf(document, now)};
}

QJsonArray accountCells(const Kind&, const QJsonObject& document, const QDateTime& now)
{
    return {nameOf(document), qint64(document.value("secrets"_L1).toArray().size()), ageOf(document, now)};
}

QString subjectsOf(const QJsonObject& binding, QStringView kind)
{
    QStringList names;
    for (const auto item : binding.value("subjects"_L1).toArray()) {
        if (item[u"kind"].toString() != kind)
            continue;
        const auto name = item[u"name"].toString();
        names += kind == u"ServiceAccount" ? item[u"namespace"].toString() + u'/' + name : name;
    }
    return names.join(u", "_s);
}

QJsonArray bindingCells(const Kind&, const QJsonObject& document, const QDateTime& now)
{
    const auto role = document.value("roleRef"_L1).toObject();
    return {nameOf(document),
            role.value("kind"_L1).toString() + u'/' + role.value("name"_L1).toString(),
            ageOf(document, now),
            subjectsOf(document, u"User"),
            subjectsOf(document, u"Group"),
            subjectsOf(document, u"ServiceAccount")};
}

QJsonArray leaseCells(const Kind&, const QJsonObject& document, const QDateTime& now)
{
    return {nameOf(document), at(document, {u"spec", u"holderIdentity"}).toString(), ageOf(document, now)};
}

QJsonArray policyCells(const Kind&, const QJsonObject& document, const QDateTime& now)
{
    return {nameOf(document), orNone(selectorText(at(document, {u"spec", u"podSelector"}).toObject())),
            ageOf(document, now)};
}

QJsonArray quotaCells(const Kind&, const QJsonObject& document, const QDateTime& now)
{
    QStringList requests;
    QStringList limits;
    const auto hard = at(document, {u"status", u"hard"}).toObject();
    const auto used = at(document, {u"status", u"used"}).toObject();
    for (auto item = hard.begin(); item != hard.end(); ++item) {
        const auto text =
            u"%1: %2/%3"_s.arg(item.key(), used.value(item.key()).toString(u"0"_s), item.value().toString());
        (item.key().startsWith(u"limits") ? limits : requests) += text;
    }
    return {nameOf(document), requests.join(u", "_s), limits.join(u", "_s), ageOf(document, now)};
}

QJsonArray namespaceCells(const Kind&, const QJsonObject& document, const QDateTime& now)
{
    return {nameOf(document), at(document, {u"status", u"phase"}).toString(), ageOf(document, now)};
}

QJsonArray plainCells(const Kind&, const QJsonObject& document, const QDateTime&)
{
    return {nameOf(document), at(document, {u"metadata", u"creationTimestamp"})};
}

Printer bindingPrinter()
{
    return {{nameColumn(),
             {u"Role"_s, u"string"_s, u"The role whose rights are given."_s},
             ageColumn(),
             {u"Users"_s, u"string"_s, u"Users that get them."_s, 1},
             {u"Groups"_s, u"string"_s, u"Groups that get them."_s, 1},
             {u"ServiceAccounts"_s, u"string"_s, u"Service accounts that get them."_s, 1}},
            bindingCells};
}

Printer servicePrinter()
{
    return {{nameColumn(),
             {u"Type"_s, u"string"_s, u"How the service can be reached."_s},
             {u"Cluster-IP"_s, u"string"_s, u"Address in the cluster."_s},
             {u"External-IP"_s, u"string"_s, u"Addresses outside of the cluster."_s},
             {u"Port(s)"_s, u"string"_s, u"The ports."_s},
             ageColumn(),
             {u"Selector"_s, u"string"_s, u"Selects the pods."_s, 1}},
            serviceCells};
}

/// Kinds with a single column of their own between name and age.
Printer shortPrinter(const Column& column, decltype(Printer::cells) cells)
{
    return {{nameColumn(), column, ageColumn()}, cells};
}

} // namespace

Printer printerOf(const Kind& kind)
{
    const auto& type = kind.resource->type;
    if (kind.isCustom())
        return customPrinter(kind);
    if (type == type::pods)
        return podPrinter();
    if (type == type::deployments) {
        return {workloadColumns({{u"Ready"_s, u"string"_s, u"How many pods are ready."_s},
                                 {u"Up-to-date"_s, u"string"_s, u"How many pods are of the current template."_s},
                                 {u"Available"_s, u"string"_s, u"How many pods have been ready long enough."_s}}),
                deploymentCells};
    }
    if (type == type::replicaSets) {
        return {workloadColumns({{u"Desired"_s, u"integer"_s, u"How many pods there shall be."_s},
                                 {u"Current"_s, u"integer"_s, u"How many pods there are."_s},
                                 {u"Ready"_s, u"integer"_s, u"How many pods are ready."_s}}),
                replicaSetCells};
    }
    if (type == type::services)
        return servicePrinter();
    if (type == type::events)
        return {eventColumns(), eventCells};
    if (type == type::roleBindings || type == type::clusterRoleBindings)
        return bindingPrinter();
    if (type == type::nodes)
        return nodePrinter();
    if (auto network = networkPrinter(kind); network.cells)
        return network;
    if (type == type::configMaps)
        return shortPrinter({u"Data"_s, u"string"_s, u"How many keys there are."_s}, configMapCells);
    if (type == type::serviceAccounts)
        return shortPrinter({u"Secrets"_s, u"string"_s, u"How many secrets belong to it."_s}, accountCells);
    if (type == type::leases)
        return shortPrinter({u"Holder"_s, u"string"_s, u"Who holds it."_s}, leaseCells);
    if (type == type::networkPolicies)
        return shortPrinter({u"Pod-Selector"_s, u"string"_s, u"The pods it is about."_s}, policyCells);
    if (type == type::namespaces)
        return shortPrinter({u"Status"_s, u"string"_s, u"Active or Terminating."_s}, namespaceCells);
    if (type == type::secrets) {
        return {{nameColumn(),
                 {u"Type"_s, u"string"_s, u"What it is for."_s},
                 {u"Data"_s, u"string"_s, u"How many keys there are."_s},
                 ageColumn()},
                secretCells};
    }
    if (type == type::resourceQuotas) {
        return {{nameColumn(),
                 {u"Request"_s, u"string"_s, u"What may be requested, and is."_s},
                 {u"Limit"_s, u"string"_s, u"What may be used at most, and is."_s},
                 ageColumn()},
                quotaCells};
    }
    return {{nameColumn(), {u"Created At"_s, u"date"_s, u"When it was created."_s}}, plainCells};
}

} // namespace sim::documents
