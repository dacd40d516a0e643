#include "core/sim/operator/spec.h"

#include "core/sim/world/path.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

/// How a field is written.
enum class Form { Any, Decimal, Job, Resource, Part };

struct Field
{
    QStringView name;
    Form form = Form::Any;
    QJsonValue fallback = {}; ///< what an absent one stands for
};

QString write(const QJsonValue& value);

/// What the autoscaler adds stands behind the rest.
QString writeConfiguration(QJsonObject configuration)
{
    const QString key = u"pipeline.jobvertex-parallelism-overrides"_s;
    const QJsonValue overrides = configuration.take(key);
    const QString text = write(configuration);
    if (overrides.isUndefined())
        return text;
    return text.left(text.size() - 1) + (configuration.isEmpty() ? QString() : u","_s) + u'"' + key + "\":"_L1 +
           write(overrides) + u'}';
}

QString writeArray(const QJsonArray& array)
{
    QStringList parts;
    for (const QJsonValue& value : array)
        parts.append(write(value));
    return u'[' + parts.join(u',') + u']';
}

QString write(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Array:
        return writeArray(value.toArray());
    case QJsonValue::String: {
        const QString list = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
        return list.mid(1, list.size() - 2);
    }
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return value.toVariant().toString();
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return u"null"_s;
}

/// Java writes a Double with a fraction always.
QString decimal(const QJsonValue& value)
{
    const QString plain = write(value);
    return value.isDouble() && !plain.contains(u'.') && !plain.contains(u'e') ? plain + ".0"_L1 : plain;
}

std::vector<Field> jobFields(Release release)
{
    std::vector<Field> fields{{u"jarURI"},
                              {u"parallelism", Form::Any, 0},
                              {u"entryClass"},
                              {u"args", Form::Any, QJsonArray()},
                              {u"state", Form::Any, u"running"_s},
                              {u"savepointTriggerNonce"},
                              {u"initialSavepointPath"},
                              {u"checkpointTriggerNonce"},
                              {u"upgradeMode", Form::Any, u"stateless"_s},
                              {u"allowNonRestoredState"}};
    if (hasRedeployNonce(release))
        fields.push_back({u"savepointRedeployNonce"});
    if (hasAutoscalerResetNonce(release))
        fields.push_back({u"autoscalerResetNonce"});
    return fields;
}

std::vector<Field> specFields(Kind kind, Release release)
{
    const bool mayLackConfiguration = kind == Kind::SessionJob && release < Release::V1_15;
    std::vector<Field> fields{{u"job", Form::Job},
                              {u"restartNonce"},
                              {u"flinkConfiguration", Form::Any, mayLackConfiguration ? QJsonValue() : QJsonObject()}};
    if (kind == Kind::SessionJob) {
        fields.push_back({u"deploymentName"});
        return fields;
    }
    for (const QStringView name :
         {u"image", u"imagePullPolicy", u"serviceAccount", u"flinkVersion", u"ingress", u"podTemplate"})
        fields.push_back({name});
    fields.push_back({u"jobManager", Form::Part});
    fields.push_back({u"taskManager", Form::Part});
    fields.push_back({u"logConfiguration"});
    fields.push_back({u"mode"});
    return fields;
}

/// Of those that have fields of their own; empty: any value is written as it is.
std::vector<Field> fieldsBelow(const Field& field, Release release)
{
    if (field.form == Form::Job)
        return jobFields(release);
    if (field.form == Form::Resource)
        return {{u"cpu", Form::Decimal}, {u"memory"}, {u"ephemeralStorage"}};
    if (field.form != Form::Part)
        return {};
    std::vector<Field> fields{{u"resource", Form::Resource}};
    if (hasResourceRequests(release))
        fields.push_back({u"resources"});
    fields.push_back({u"replicas", Form::Any, field.name == u"jobManager" ? QJsonValue(1) : QJsonValue()});
    fields.push_back({u"podTemplate"});
    return fields;
}

QString writeFields(const QJsonObject& object, const std::vector<Field>& fields, Release release);

QString writeField(const QJsonObject& owner, const Field& field, Release release)
{
    const QJsonValue value = owner[field.name];
    if (value.isUndefined() || value.isNull())
        return write(field.fallback);
    if (const std::vector<Field> below = fieldsBelow(field, release); !below.empty())
        return writeFields(value.toObject(), below, release);
    if (field.name == u"flinkConfiguration" && value.isObject())
        return writeConfiguration(value.toObject());
    return field.form == Form::Decimal ? decimal(value) : write(value);
}

QString writeFields(const QJsonObject& object, const std::vector<Field>& fields, Release release)
{
    QStringList parts;
    for (const Field& field : fields)
        parts.append(u'"' + field.name.toString() + "\":"_L1 + writeField(object, field, release));
    return u'{' + parts.join(u',') + u'}';
}

QJsonObject completeFields(const QJsonObject& object, const std::vector<Field>& fields, Release release)
{
    QJsonObject whole;
    for (const Field& field : fields) {
        const QJsonValue value = object[field.name];
        const std::vector<Field> below = fieldsBelow(field, release);
        if (value.isUndefined() || value.isNull()) {
            if (!field.fallback.isNull())
                whole[field.name] = field.fallback;
        } else {
            whole[field.name] = below.empty() ? value : completeFields(value.toObject(), below, release);
        }
    }
    return whole;
}

void flatten(const QString& prefix, const QJsonValue& value, Configuration& into)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            flatten(prefix.isEmpty() ? entry.key() : prefix + u'.' + entry.key(), entry.value(), into);
        return;
    }
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue& part : value.toArray())
            parts.append(part.toVariant().toString());
        into[prefix] = parts.join(u';');
        return;
    }
    if (!value.isNull())
        into[prefix] = value.toVariant().toString();
}

bool hasNulls(const QJsonValue& value)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return std::any_of(object.begin(), object.end(), hasNulls);
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(array.begin(), array.end(), hasNulls);
    }
    return value.isNull();
}

} // namespace

QString text(JobState state)
{
    return state == JobState::Running ? u"running"_s : u"suspended"_s;
}

QString text(UpgradeMode mode)
{
    switch (mode) {
    case UpgradeMode::Stateless:
        return u"stateless"_s;
    case UpgradeMode::Savepoint:
        return u"savepoint"_s;
    case UpgradeMode::LastState:
        return u"last-state"_s;
    }
    return {};
}

UpgradeMode upgradeModeFrom(QStringView text)
{
    if (text == u"savepoint")
        return UpgradeMode::Savepoint;
    return text == u"last-state" ? UpgradeMode::LastState : UpgradeMode::Stateless;
}

bool hasJob(const Spec& spec)
{
    return spec[u"job"].isObject();
}

JobState jobState(const Spec& spec)
{
    return jobText(spec, u"state") == u"suspended" ? JobState::Suspended : JobState::Running;
}

void setJobState(Spec& spec, JobState state)
{
    put(spec, {u"job", u"state"}, text(state));
}

UpgradeMode upgradeMode(const Spec& spec)
{
    return upgradeModeFrom(jobText(spec, u"upgradeMode"));
}

void setUpgradeMode(Spec& spec, UpgradeMode mode)
{
    put(spec, {u"job", u"upgradeMode"}, text(mode));
}

QString jobText(const Spec& spec, QStringView field)
{
    return at(spec, {u"job", field}).toString();
}

std::optional<qint64> nonce(const Spec& spec, QStringView field)
{
    const QJsonValue value = at(spec, {u"job", field});
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

Configuration flinkConfiguration(const Spec& spec)
{
    Configuration flat;
    flatten({}, spec[u"flinkConfiguration"], flat);
    flat.erase(QString());
    return flat;
}

QString specText(const Spec& spec, Kind kind, Release release)
{
    return writeFields(spec, specFields(kind, release), release);
}

Spec completed(const Spec& spec, Kind kind, Release release)
{
    return withoutNulls(completeFields(spec, specFields(kind, release), release)).toObject();
}

Spec writtenBack(const Spec& spec, Kind kind, Release release)
{
    // Pods, and not only templates of them: they say what they are.
    const auto withKind = [](QJsonObject owner) {
        QJsonObject pod = owner.value(u"podTemplate").toObject();
        if (pod.isEmpty())
            return owner;
        pod[u"apiVersion"_s] = u"v1"_s;
        pod[u"kind"_s] = u"Pod"_s;
        owner[u"podTemplate"_s] = pod;
        return owner;
    };
    Spec whole = withKind(completed(spec, kind, release));
    for (const QString& part : {u"jobManager"_s, u"taskManager"_s}) {
        if (whole.contains(part))
            whole[part] = withKind(whole[part].toObject());
    }
    return whole;
}

QString recordText(const Record& record, Kind kind, Release release, qint64 generation)
{
    QString metadata = u"\"apiVersion\":\"flink.apache.org/v1beta1\","_s;
    if (!hasObservedGeneration(release))
        metadata += u"\"metadata\":{\"generation\":%1},"_s.arg(generation);
    metadata += u"\"firstDeployment\":"_s + (record.firstDeployment ? "true"_L1 : "false"_L1);
    return u"{\"spec\":"_s + specText(record.spec, kind, release) + u",\"resource_metadata\":{"_s + metadata + u"}}"_s;
}

std::optional<Record> recordFrom(const QString& text)
{
    if (text.isEmpty())
        return {};
    const QJsonObject document = QJsonDocument::fromJson(text.toUtf8()).object();
    if (!document[u"spec"].isObject())
        return {};
    return Record{withoutNulls(document[u"spec"]).toObject(),
                  at(document, {u"resource_metadata", u"firstDeployment"}).toBool()};
}

const std::optional<Record>& KeptRecord::record() const
{
    if (!m_record)
        m_record = recordFrom(m_text);
    return *m_record;
}

QJsonValue withoutNulls(const QJsonValue& value)
{
    if (!hasNulls(value))
        return value;
    if (value.isObject()) {
        QJsonObject kept;
        const QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            if (!entry.value().isNull())
                kept[entry.key()] = withoutNulls(entry.value());
        }
        return kept;
    }
    if (value.isArray()) {
        QJsonArray kept;
        for (const QJsonValue& part : value.toArray())
            kept.append(withoutNulls(part));
        return kept;
    }
    return value;
}

} // namespace sim::op
