#include "core/sim/documents/definitions.h"

#include "core/sim/documents/structural.h"
#include "core/sim/documents/typelibrary.h"
#include "core/sim/documents/types/types.h"
#include "core/sim/world/path.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

int minorOf(OperatorRelease release)
{
    switch (release) {
    case OperatorRelease::V1_7:
        return 7;
    case OperatorRelease::V1_12:
        return 12;
    case OperatorRelease::V1_15:
        return 15;
    case OperatorRelease::V1_16:
        return 16;
    }
    return 0;
}

/// The Flink versions the definition of a release accepts, which can be fewer than its operator knows.
QStringList flinkVersions(int minor)
{
    const QStringList all{u"v1_13"_s, u"v1_14"_s, u"v1_15"_s, u"v1_16"_s, u"v1_17"_s, u"v1_18"_s, u"v1_19"_s,
                          u"v1_20"_s, u"v2_0"_s,  u"v2_1"_s,  u"v2_2"_s,  u"v2_3"_s,  u"v2_4"_s};
    const auto last = minor >= 16   ? u"v2_4"_s
                      : minor >= 13 ? u"v2_2"_s
                      : minor >= 11 ? u"v2_0"_s
                      : minor >= 10 ? u"v1_20"_s
                                    : u"v1_19"_s;
    return all.first(all.indexOf(last) + 1);
}

/// The lines of the types that a release has.
QString typesOf(int minor)
{
    static const QRegularExpression mark(u" @(<?)1\\.([0-9]+)$"_s);
    QStringList lines;
    for (auto line : QString::fromUtf8(flinkTypes).split(u'\n')) {
        const auto match = mark.match(line);
        const bool isOld = match.captured(1) == u"<";
        const bool hasCome = !match.hasMatch() || minor >= match.captured(2).toInt();
        if (match.hasMatch() && hasCome == isOld)
            continue;
        lines += line.left(match.hasMatch() ? match.capturedStart() : line.size());
    }
    return lines.join(u'\n');
}

struct Names
{
    QString kind;
    QString plural;
    QString shortName;
    int since;
};

const QList<Names>& names()
{
    static const QList<Names> list{
        {u"FlinkDeployment"_s, u"flinkdeployments"_s, u"flinkdep"_s, 0},
        {u"FlinkSessionJob"_s, u"flinksessionjobs"_s, u"sessionjob"_s, 0},
        {u"FlinkStateSnapshot"_s, u"flinkstatesnapshots"_s, u"flinksnp"_s, 10},
        {u"FlinkBlueGreenDeployment"_s, u"flinkbluegreendeployments"_s, u"flinkbgdep"_s, 14}};
    return list;
}

QJsonObject column(const QString& name, const QString& path, const QString& description)
{
    QJsonObject column{{u"jsonPath"_s, path}, {u"name"_s, name}, {u"priority"_s, 0}, {u"type"_s, u"string"_s}};
    if (!description.isEmpty())
        column.insert("description"_L1, description);
    return column;
}

QJsonArray columnsOf(const QString& kind, int minor)
{
    // The newest definitions come without descriptions.
    const auto told = [&](const QString& text) { return minor >= 16 ? QString() : text; };
    const auto job =
        column(u"Job Status"_s, u".status.jobStatus.state"_s,
               kind == u"FlinkBlueGreenDeployment" ? QString() : told(u"Last observed state of the job."_s));
    if (kind == u"FlinkBlueGreenDeployment")
        return {job};
    if (kind == u"FlinkStateSnapshot") {
        return {column(u"Path"_s, u".status.path"_s, told(u"Final path of the snapshot."_s)),
                column(u"Result Timestamp"_s, u".status.resultTimestamp"_s,
                       told(u"Timestamp when the snapshot was last created/failed."_s)),
                column(u"Snapshot State"_s, u".status.state"_s, told(u"Current state of the snapshot."_s))};
    }
    return {job, column(u"Lifecycle State"_s, u".status.lifecycleState"_s,
                        told(u"Lifecycle state of the Flink resource (including being rolled back, failed etc.)."_s))};
}

QJsonObject subresourcesOf(const QString& kind)
{
    QJsonObject subresources{{u"status"_s, QJsonObject()}};
    if (kind == u"FlinkDeployment") {
        subresources.insert("scale"_L1, QJsonObject{{u"labelSelectorPath"_s, u".status.taskManager.labelSelector"_s},
                                                    {u"specReplicasPath"_s, u".spec.taskManager.replicas"_s},
                                                    {u"statusReplicasPath"_s, u".status.taskManager.replicas"_s}});
    }
    return subresources;
}

/// The schema of a kind with the contents of pods and the versions of the release put in.
class SchemaWriter
{
public:
    explicit SchemaWriter(int minor)
        : m_types({typesOf(minor)})
        , m_pod(plainJsonSchema(*builtInTypes().type(u"io.k8s.api.core.v1.Pod"_s)))
    {
        m_versions = QJsonArray::fromStringList(flinkVersions(minor));
    }

    QJsonObject schemaOf(const QString& kind) const
    {
        return written(*m_types.type(u"org.apache.flink.v1beta1."_s + kind));
    }

private:
    QJsonObject written(const Schema& schema) const
    {
        if (schema.type != Schema::Type::Object) {
            auto result = plainJsonSchema(schema);
            if (schema.items && schema.items->type == Schema::Type::Object)
                result.insert("items"_L1, written(*schema.items));
            if (schema.allowed) {
                QJsonArray allowed;
                for (const auto& value : *schema.allowed)
                    allowed.append(value);
                result.insert("enum"_L1, allowed);
            }
            return result;
        }
        QJsonObject properties;
        for (const auto& field : schema.fields) {
            auto property = field.name == u"podTemplate" ? m_pod : written(*field.schema);
            if (field.name == u"flinkVersion")
                property.insert("enum"_L1, m_versions);
            if (!field.description.isEmpty())
                property.insert("description"_L1, field.description);
            properties.insert(field.name, property);
        }
        QJsonObject result{{u"type"_s, u"object"_s}};
        if (!properties.isEmpty())
            result.insert("properties"_L1, properties);
        return result;
    }

    TypeLibrary m_types;
    QJsonObject m_pod;
    QJsonArray m_versions;
};

} // namespace

QList<QJsonObject> flinkDefinitions(OperatorRelease release)
{
    const auto minor = minorOf(release);
    const SchemaWriter writer(minor);
    QList<QJsonObject> definitions;
    for (const auto& name : names()) {
        if (minor < name.since)
            continue;
        const QJsonObject version{{u"name"_s, u"v1beta1"_s},
                                  {u"served"_s, true},
                                  {u"storage"_s, true},
                                  {u"additionalPrinterColumns"_s, columnsOf(name.kind, minor)},
                                  {u"subresources"_s, subresourcesOf(name.kind)},
                                  {u"schema"_s, QJsonObject{{u"openAPIV3Schema"_s, writer.schemaOf(name.kind)}}}};
        const QJsonObject spec{{u"group"_s, u"flink.apache.org"_s},
                               {u"names"_s, QJsonObject{{u"kind"_s, name.kind},
                                                        {u"listKind"_s, name.kind + u"List"_s},
                                                        {u"plural"_s, name.plural},
                                                        {u"shortNames"_s, QJsonArray{name.shortName}},
                                                        {u"singular"_s, name.kind.toLower()}}},
                               {u"scope"_s, u"Namespaced"_s},
                               {u"conversion"_s, QJsonObject{{u"strategy"_s, u"None"_s}}},
                               {u"versions"_s, QJsonArray{version}}};
        definitions += QJsonObject{{u"apiVersion"_s, u"apiextensions.k8s.io/v1"_s},
                                   {u"kind"_s, u"CustomResourceDefinition"_s},
                                   {u"metadata"_s, QJsonObject{{u"name"_s, name.plural + u".flink.apache.org"_s}}},
                                   {u"spec"_s, spec}};
    }
    return definitions;
}

QJsonObject established(QJsonObject definition, const QString& time)
{
    const auto condition = [&](const QString& type, const QString& reason, const QString& message) {
        return QJsonObject{{u"type"_s, type},
                           {u"status"_s, u"True"_s},
                           {u"lastTransitionTime"_s, time},
                           {u"reason"_s, reason},
                           {u"message"_s, message}};
    };
    QJsonArray versions;
    for (const auto item : at(definition, {u"spec", u"versions"}).toArray()) {
        if (item[u"storage"].toBool())
            versions.append(item[u"name"]);
    }
    definition.insert("status"_L1,
                      QJsonObject{{u"acceptedNames"_s, at(definition, {u"spec", u"names"})},
                                  {u"storedVersions"_s, versions},
                                  {u"conditions"_s,
                                   QJsonArray{condition(u"NamesAccepted"_s, u"NoConflicts"_s, u"no conflicts found"_s),
                                              condition(u"Established"_s, u"InitialNamesAccepted"_s,
                                                        u"the initial names have been accepted"_s)}}});
    return definition;
}

} // namespace sim::documents
