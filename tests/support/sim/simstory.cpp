#include "tests/support/sim/simstory.h"

#include "core/sim/documents/definitions.h"
#include "core/sim/documents/selectors.h"
#include "core/sim/documents/table.h"
#include "core/sim/world/path.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace sim::documents;

namespace support {

namespace {

QJsonObject document(const QString& name)
{
    QFile file(QStringLiteral(DREY_RECORDINGS) + u"/documents/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recording %s", qPrintable(name));
    return QJsonDocument::fromJson(file.readAll()).object();
}

SimStep stepOf(const QJsonObject& recorded, int number)
{
    const auto request = recorded.value("request"_L1).toObject();
    const auto answer = recorded.value("answer"_L1).toObject();
    SimStep step;
    step.number = number;
    step.method = request.value("method"_L1).toString();
    step.path = request.value("path"_L1).toString();
    step.query = QUrlQuery(request.value("query"_L1).toString());
    step.contentType = request.value("contentType"_L1).toString(u"application/json"_s).toLatin1();
    step.userAgent = request.value("userAgent"_L1).toString(u"drey-test/1 (x)"_s).toUtf8();
    step.accept = request.value("accept"_L1).toString(u"application/json"_s).toLatin1();
    step.unlike = recorded.value("unlike"_L1).toString();
    const auto body = request.value("body"_L1);
    step.body = body.isArray()    ? QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact)
                : body.isObject() ? QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact)
                                  : request.value("raw"_L1).toString().toUtf8();
    step.at = QDateTime::fromSecsSinceEpoch(recorded.value("at"_L1).toInteger(), Qt::UTC);
    step.code = answer.value("code"_L1).toInt();
    step.answer = answer.value("body"_L1);
    static const QRegularExpression warning(u"^299 - \"(.*)\"$"_s);
    for (const auto item : answer.value("warnings"_L1).toArray())
        step.warnings += warning.match(item.toString()).captured(1).replace(u"\\\""_s, u"\""_s);
    return step;
}

QString withoutChance(QString text)
{
    static const std::pair<QRegularExpression, QString> rules[] = {
        {QRegularExpression(u"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"_s), u"UID"_s},
        {QRegularExpression(u"Invalid value: \"\\{.*\\}\": "_s), u"Invalid value: DOCUMENT: "_s},
        {QRegularExpression(u"\\[\\]v1.OwnerReference.*: Only one"_s), u"OWNERS: Only one"_s},
        {QRegularExpression(u"Invalid value: \\[map.*: Only one"_s), u"Invalid value: OWNERS: Only one"_s},
        {QRegularExpression(u"Bad_[a-z0-9]{5}"_s), u"Bad_SUFFIX"_s},
    };
    for (const auto& [pattern, word] : rules)
        text.replace(pattern, word);
    return text;
}

QJsonObject comparableStatus(QJsonObject status)
{
    auto details = status.value("details"_L1).toObject();
    QStringList causes;
    for (const auto item : details.value("causes"_L1).toArray()) {
        auto cause = item.toObject();
        cause.insert("message"_L1, withoutChance(cause.value("message"_L1).toString()));
        causes += QString::fromUtf8(QJsonDocument(cause).toJson(QJsonDocument::Compact));
    }
    causes.sort();
    // Some rules are looked at twice.
    causes.removeDuplicates();
    // Several causes stand in no order that could be counted on, and the message follows them.
    const bool isOrdered = causes.size() <= 1 || status.value("reason"_L1).toString() != u"Invalid";
    status.insert("message"_L1, isOrdered ? withoutChance(status.value("message"_L1).toString()) : QString());
    details.remove("causes"_L1);
    if (details.contains("name"_L1))
        details.insert("name"_L1, withoutChance(details.value("name"_L1).toString()));
    status.insert("details"_L1, details);
    status.insert("causes"_L1, QJsonArray::fromStringList(causes));
    if (status.value("reason"_L1).isUndefined())
        status.insert("reason"_L1, QString());
    return status;
}

QJsonObject comparableMetadata(QJsonObject metadata)
{
    for (const auto name : {"uid"_L1, "resourceVersion"_L1, "creationTimestamp"_L1, "generation"_L1})
        metadata.remove(name);
    if (metadata.contains("generateName"_L1))
        metadata.remove("name"_L1);
    QJsonArray managers;
    for (const auto item : metadata.value("managedFields"_L1).toArray()) {
        auto manager = item.toObject();
        if (manager.contains("time"_L1))
            manager.insert("time"_L1, u"T"_s);
        managers.append(manager);
    }
    // Entries of one second stand by name, and the recording may have met the end of one.
    QStringList order;
    for (const auto item : managers)
        order += QString::fromUtf8(QJsonDocument(item.toObject()).toJson(QJsonDocument::Compact));
    order.sort();
    metadata.insert("managedFields"_L1, QJsonArray::fromStringList(order));
    return metadata;
}

QJsonObject comparableTable(QJsonObject table)
{
    QList<int> ages;
    QJsonArray columns;
    for (const auto item : table.value("columnDefinitions"_L1).toArray()) {
        auto column = item.toObject();
        const auto name = column.value("name"_L1).toString();
        if (name == u"Age" || name == u"Last Seen" || name == u"First Seen" || name == u"Restarts" ||
            name == u"Created At")
            ages += int(columns.size());
        column.remove("description"_L1);
        columns.append(column);
    }
    QJsonArray rows;
    for (const auto item : table.value("rows"_L1).toArray()) {
        auto row = item.toObject();
        auto cells = row.value("cells"_L1).toArray();
        for (const int age : ages) {
            static const QRegularExpression time(u"([0-9]+[smhdy]+([0-9]+[smhd])?( ago)?)|([0-9-]+T[0-9:]+Z)"_s);
            cells.replace(age, cells.at(age).toVariant().toString().replace(time, u"AGE"_s));
        }
        row.insert("cells"_L1, cells);
        if (row.value("object"_L1).isObject())
            row.insert("object"_L1, comparable(row.value("object"_L1)));
        rows.append(row);
    }
    table.insert("columnDefinitions"_L1, columns);
    table.insert("rows"_L1, rows);
    table.remove("metadata"_L1);
    return table;
}

} // namespace

SimAddress simAddressOf(const QString& path)
{
    auto parts = path.split(u'/', Qt::SkipEmptyParts);
    SimAddress address;
    if (parts.takeFirst() == u"apis")
        address.group = parts.takeFirst();
    address.version = parts.takeFirst();
    if (parts.size() > 2 && parts.first() == u"namespaces") {
        parts.removeFirst();
        address.ns = parts.takeFirst();
    }
    address.plural = parts.value(0);
    address.name = parts.value(1);
    address.subresource = parts.value(2);
    return address;
}

QList<SimStep> simStory(const QString& name)
{
    QList<SimStep> steps;
    for (const auto item : document(name + u".json"_s).value("steps"_L1).toArray())
        steps += stepOf(item.toObject(), int(steps.size()));
    return steps;
}

sim::Resources simStoryResources()
{
    sim::Resources resources;
    resources.define(document(u"tries.crd.json"_s));
    for (const auto& definition : flinkDefinitions(OperatorRelease::V1_15))
        resources.define(definition);
    return resources;
}

QJsonValue comparable(const QJsonValue& answer)
{
    if (!answer.isObject())
        return answer;
    auto object = answer.toObject();
    const auto kind = object.value("kind"_L1).toString();
    if (kind == u"Status")
        return comparableStatus(object);
    if (kind == u"Table")
        return comparableTable(object);
    if (object.value("items"_L1).isArray()) {
        QJsonArray items;
        for (const auto item : object.value("items"_L1).toArray())
            items.append(comparable(item));
        object.insert("items"_L1, items);
    }
    object.insert("metadata"_L1, comparableMetadata(object.value("metadata"_L1).toObject()));
    auto spec = object.value("spec"_L1).toObject();
    if (spec.value("clusterIP"_L1).toString() != u"None") {
        spec.remove("clusterIP"_L1);
        spec.remove("clusterIPs"_L1);
    }
    if (kind == u"Service")
        object.insert("spec"_L1, spec);
    return object;
}

SimStoryServer::SimStoryServer()
    : m_resources(simStoryResources())
{
    // What was there before the story.
    const auto time = u"2026-01-01T00:00:00Z"_s;
    for (const auto& [type, name] :
         {std::pair(sim::type::namespaces, u"default"_s), std::pair(sim::type::definitions, u"tries.tests.drey"_s)}) {
        const QJsonObject metadata{{u"name"_s, name}, {u"creationTimestamp"_s, time}};
        m_objects[type.toString()].insert(
            u'/' + name, QJsonObject{{u"metadata"_s, metadata}, {u"status"_s, QJsonObject{{u"phase"_s, u"Active"_s}}}});
    }
}

SimStoryServer::Reply SimStoryServer::answer(const SimStep& step)
{
    const auto address = simAddressOf(step.path);
    const auto resource = m_resources.find(address.group, address.version, address.plural);
    if (!resource)
        qFatal("no resource %s", qPrintable(step.path));
    const auto& kind = m_kinds.of(*resource);
    return step.method == u"GET" ? read(step, kind, address) : write(step, kind, address);
}

SimStoryServer::Reply SimStoryServer::write(const SimStep& step, const Kind& kind, const SimAddress& address)
{
    const auto refused = [](const sim::Refusal& refusal) { return Reply{refusal.code, refusal.status(), {}}; };
    const auto validation = fieldValidationOf(step.query.queryItemValue(u"fieldValidation"_s),
                                              step.method == u"POST" ? u"CreateOptions"_s : u"PatchOptions"_s);
    if (!validation)
        return refused(validation.refusal());
    const auto options = step.method == u"POST" ? u"CreateOptions"_s : u"PatchOptions"_s;
    if (const auto refusal = refuseDryRun(step.query.allQueryItemValues(u"dryRun"_s), options))
        return refused(*refusal);
    WriteRequest request{step.body,
                         address.ns,
                         address.name,
                         step.query.queryItemValue(u"fieldManager"_s),
                         step.userAgent,
                         *validation,
                         step.query.queryItemValue(u"force"_s) == u"true",
                         Door::Main,
                         step.at,
                         u"abcde"_s};
    if (address.subresource == u"status")
        request.door = Door::Status;
    if (address.subresource == u"scale")
        request.door = Door::Scale;
    auto& objects = m_objects[kind.resource->type];
    const auto live = objects.value(address.key());
    request.body.replace("\"LIVE\"", QJsonDocument(QJsonArray{live["metadata"_L1]["resourceVersion"_L1]})
                                         .toJson(QJsonDocument::Compact)
                                         .chopped(1)
                                         .sliced(1));
    const auto done = [&]() -> Answer<Written> {
        if (step.method == u"POST")
            return created(kind, request);
        auto type = step.method == u"PATCH" ? patchTypeOf(step.contentType, kind) : PatchType::Apply;
        if (!type)
            return type.refusal();
        if (live.isEmpty() && !(step.method == u"PATCH" && *type == PatchType::Apply))
            return sim::Refusal::notFound(kind.typeName(), address.name);
        return step.method == u"PUT" ? replaced(kind, live, request) : patched(kind, live, *type, request);
    }();
    if (!done)
        return refused(done.refusal());
    const bool isNew = step.method == u"POST" || live.isEmpty();
    if (step.method == u"POST" &&
        objects.contains(address.ns + u'/' + done->object["metadata"_L1]["name"_L1].toString())) {
        return refused(sim::Refusal::alreadyExists(kind.typeName(), done->object["metadata"_L1]["name"_L1].toString()));
    }
    const auto code = isNew ? 201 : 200;
    if (request.door == Door::Scale) {
        objects.insert(address.key(), done->object);
        return {code, *scaleOf(kind, done->object), done->warnings};
    }
    return {code, served(kind, done->object), done->warnings};
}

std::vector<QJsonObject> SimStoryServer::listed(const Kind& kind, const SimAddress& address) const
{
    std::vector<QJsonObject> documents;
    const auto objects = m_objects.value(kind.resource->type);
    for (auto item = objects.begin(); item != objects.end(); ++item) {
        if (address.name.isEmpty() || item.key() == address.key())
            documents.push_back(served(kind, item.value()));
    }
    return documents;
}

SimStoryServer::Reply SimStoryServer::read(const SimStep& step, const Kind& kind, const SimAddress& address)
{
    const auto refused = [](const sim::Refusal& refusal) { return Reply{refusal.code, refusal.status(), {}}; };
    auto documents = listed(kind, address);
    const auto decoded = [&](const QString& name) { return step.query.queryItemValue(name, QUrl::FullyDecoded); };
    const auto labels = LabelSelector::parse(decoded(u"labelSelector"_s));
    if (!labels)
        return refused(labels.refusal());
    const auto fields = FieldSelector::parse(kind, decoded(u"fieldSelector"_s));
    if (!fields)
        return refused(fields.refusal());
    std::erase_if(documents, [&](const QJsonObject& document) {
        return !labels->matches(document) || !fields->matches(document);
    });
    if (step.accept.contains("as=Table")) {
        const auto rowObject = rowObjectOf(step.query.queryItemValue(u"includeObject"_s));
        if (!rowObject)
            return refused(rowObject.refusal());
        return {200, table(kind, documents, {}, *rowObject, Columns::Told, step.at), {}};
    }
    if (step.accept.contains("as=PartialObjectMetadataList"))
        return {200, metadataList(documents, {}), {}};
    if (documents.empty())
        return refused(sim::Refusal::notFound(kind.typeName(), address.name));
    if (step.accept.contains("as=PartialObjectMetadata"))
        return {200, metadataOnly(documents.front()), {}};
    if (address.subresource == u"scale")
        return {200, *scaleOf(kind, documents.front()), {}};
    return {200, documents.front(), {}};
}

void SimStoryServer::believe(const SimStep& step)
{
    const auto address = simAddressOf(step.path);
    const auto resource = m_resources.find(address.group, address.version, address.plural);
    const auto object = step.answer.toObject();
    const bool isDry = step.query.hasQueryItem(u"dryRun"_s);
    if (step.code >= 300 || isDry || object.value("kind"_L1).toString() != resource->kind)
        return;
    const auto& kind = m_kinds.of(*resource);
    const auto name = sim::at(object, {u"metadata", u"name"}).toString();
    m_objects[resource->type].insert(address.ns + u'/' + name, stored(kind, object));
}

} // namespace support
