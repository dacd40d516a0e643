#include "core/manifest/spec.h"

#include "core/manifest/values.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

constexpr int deepest = 64; ///< of what a server may send

QString textOf(const QJsonValue& value, int depth)
{
    if (!value.isArray())
        return value.toVariant().toString();
    QStringList parts;
    const QJsonArray items = value.toArray();
    for (const QJsonValue& item : items) {
        if (depth < deepest)
            parts.append(textOf(item, depth + 1));
    }
    return parts.join(u';');
}

void flatten(const QString& prefix, const QJsonValue& value, int depth, FlatConfiguration& into)
{
    if (!value.isObject()) {
        if (!prefix.isEmpty() && !value.isNull() && !value.isUndefined())
            into[prefix] = textOf(value, depth);
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end() && depth < deepest; ++entry)
        flatten(prefix.isEmpty() ? entry.key() : prefix + u'.' + entry.key(), entry.value(), depth + 1, into);
}

QJsonArray itemsWithoutNulls(const QJsonArray& items)
{
    QJsonArray kept;
    for (const QJsonValue& item : items)
        kept.append(withoutNulls(item));
    return kept;
}

} // namespace

FlatConfiguration flatConfiguration(const QJsonValue& value)
{
    FlatConfiguration flat;
    flatten({}, value, 0, flat);
    return flat;
}

QString valueOf(const FlatConfiguration& configuration, std::initializer_list<QStringView> keys)
{
    for (const QStringView key : keys) {
        const auto found = configuration.find(key.toString());
        if (found != configuration.end() && !found->second.trimmed().isEmpty())
            return found->second.trimmed();
    }
    return {};
}

bool isOn(const FlatConfiguration& configuration, QStringView key, bool otherwise)
{
    return truthOf(valueOf(configuration, {key})).value_or(otherwise);
}

bool isHighlyAvailable(const FlatConfiguration& configuration)
{
    const QString type =
        valueOf(configuration, {u"high-availability.type", u"high-availability", u"recovery.mode"}).toLower();
    return !type.isEmpty() && type != u"none" && type != u"standalone";
}

QString checkpointDirectory(const FlatConfiguration& configuration)
{
    return valueOf(configuration,
                   {u"execution.checkpointing.dir", u"state.checkpoints.dir", u"state.backend.fs.checkpointdir"});
}

QString savepointDirectory(const FlatConfiguration& configuration)
{
    return valueOf(configuration, {u"execution.checkpointing.savepoint-dir", u"state.savepoints.dir",
                                   u"savepoints.state.backend.fs.dir"});
}

QJsonValue at(const QJsonValue& value, std::initializer_list<QStringView> keys)
{
    QJsonValue found = value;
    for (const QStringView key : keys)
        found = found.isObject() ? found.toObject().value(key) : QJsonValue(QJsonValue::Undefined);
    return found;
}

QJsonValue withoutNulls(const QJsonValue& value)
{
    if (value.isArray())
        return itemsWithoutNulls(value.toArray());
    if (!value.isObject())
        return value;
    QJsonObject kept;
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (!entry.value().isNull())
            kept.insert(entry.key(), withoutNulls(entry.value()));
    }
    return kept;
}

UpgradeMode upgradeMode(const QJsonObject& spec)
{
    const QString mode = at(spec, {u"job", u"upgradeMode"}).toString();
    if (mode == u"savepoint")
        return UpgradeMode::Savepoint;
    return mode == u"last-state" ? UpgradeMode::LastState : UpgradeMode::Stateless;
}

bool hasJob(const QJsonObject& spec)
{
    return spec.value(u"job").isObject();
}

bool isSuspended(const QJsonObject& spec)
{
    return at(spec, {u"job", u"state"}).toString() == u"suspended";
}

QString pathText(const QStringList& path)
{
    static const QRegularExpression word(u"^[A-Za-z_][A-Za-z0-9_-]*$"_s), item(u"^\\[[0-9]+\\]$"_s);
    QString text;
    for (const QString& part : path) {
        if (word.match(part).hasMatch())
            text += text.isEmpty() ? part : u'.' + part;
        else if (item.match(part).hasMatch())
            text += part;
        else
            text += u"['"_s + part + u"']"_s;
    }
    return text;
}

} // namespace manifest
