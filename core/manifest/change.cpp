#include "core/manifest/change.h"

#include "core/base/visibletext.h"
#include "core/manifest/spec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

constexpr int deepest = 64;

constexpr std::array<QStringView, 6> ignoredJobFields{
    u"upgradeMode",           u"allowNonRestoredState",  u"initialSavepointPath",
    u"savepointTriggerNonce", u"checkpointTriggerNonce", u"autoscalerResetNonce"};
constexpr std::array<QStringView, 3> ignoredKeys{u"job.autoscaler", u"parallelism.default", u"kubernetes.operator"};

bool isSet(const QJsonValue& value)
{
    return !value.isUndefined() && !value.isNull();
}

/// Of two specs, field by field.
class Comparison
{
public:
    Comparison(QStringList root, bool isStandalone)
        : m_root(std::move(root))
        , m_isStandalone(isStandalone)
    {
    }

    QList<Change> run(const QJsonObject& before, const QJsonObject& after)
    {
        fields({}, before, after);
        configuration(flatConfiguration(before.value(u"flinkConfiguration")),
                      flatConfiguration(after.value(u"flinkConfiguration")));
        return std::move(m_found);
    }

private:
    void compare(const QStringList& path, const QJsonValue& before, const QJsonValue& after)
    {
        if (before == after)
            return;
        if (path.size() < deepest && (before.isArray() || after.isArray()))
            return items(path, before, after);
        if (path.size() < deepest && before.isObject() && after.isObject())
            return fields(path, before.toObject(), after.toObject());
        m_found.append({m_root + path, weightOf(path, after), before, after, QJsonValue::Undefined});
    }

    void items(const QStringList& path, const QJsonValue& before, const QJsonValue& after)
    {
        const QJsonArray old = before.toArray(), now = after.toArray();
        const auto item = [](const QJsonArray& array, qsizetype i) {
            return i < array.size() ? array.at(i) : QJsonValue(QJsonValue::Undefined);
        };
        for (qsizetype i = 0; i < std::max(old.size(), now.size()); ++i)
            compare(path + QStringList(u"[%1]"_s.arg(i)), item(old, i), item(now, i));
    }

    void fields(const QStringList& path, const QJsonObject& before, const QJsonObject& after)
    {
        QStringList keys = before.keys();
        const QStringList added = after.keys();
        for (const QString& key : added) {
            if (!before.contains(key))
                keys.append(key);
        }
        for (const QString& key : std::as_const(keys)) {
            if (!path.isEmpty() || key != u"flinkConfiguration")
                compare(path + QStringList(key), before.value(key), after.value(key));
        }
    }

    void configuration(const FlatConfiguration& before, const FlatConfiguration& after)
    {
        QStringList keys;
        for (const FlatConfiguration* side : {&before, &after}) {
            for (const auto& [key, value] : *side)
                keys.append(key);
        }
        keys.sort();
        keys.removeDuplicates();
        for (const QString& key : std::as_const(keys)) {
            const auto old = before.find(key), now = after.find(key);
            const QJsonValue was = old == before.end() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(old->second);
            const QJsonValue is = now == after.end() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(now->second);
            if (was != is)
                m_found.append({m_root + QStringList{u"flinkConfiguration"_s, key}, weightOfKey(key), was, is,
                                QJsonValue::Undefined});
        }
    }

    ChangeClass weightOf(const QStringList& path, const QJsonValue& after) const
    {
        // A nonce counts only when it is set.
        if (path == QStringList{u"restartNonce"_s})
            return isSet(after) ? ChangeClass::Upgrade : ChangeClass::Ignore;
        const QString field = path.size() == 2 && path.first() == u"job" ? path.last() : QString();
        if (field == u"savepointRedeployNonce")
            return isSet(after) ? ChangeClass::Redeploy : ChangeClass::Ignore;
        if (std::ranges::find(ignoredJobFields, field) != ignoredJobFields.end())
            return ChangeClass::Ignore;
        const bool isSize = field == u"parallelism" || path == QStringList{u"taskManager"_s, u"replicas"_s};
        return m_isStandalone && isSize ? ChangeClass::Scale : ChangeClass::Upgrade;
    }

    ChangeClass weightOfKey(const QString& key) const
    {
        if (std::ranges::any_of(ignoredKeys, [&](QStringView prefix) { return key.startsWith(prefix); }))
            return ChangeClass::Ignore;
        const bool isSize = key == u"pipeline.jobvertex-parallelism-overrides";
        return isSize && !m_isStandalone ? ChangeClass::Scale : ChangeClass::Upgrade;
    }

    const QStringList m_root;
    const bool m_isStandalone;
    QList<Change> m_found;
};

void complete(QJsonObject& spec, const QString& part, const QString& field, const QJsonValue& value)
{
    QJsonObject object = spec.value(part).toObject();
    if (!spec.value(part).isObject() || object.contains(field))
        return;
    object.insert(field, value);
    spec.insert(part, object);
}

} // namespace

QString Change::place() const
{
    return pathText(path);
}

ChangeClass weightOf(const QList<Change>& changes)
{
    ChangeClass most = ChangeClass::Ignore;
    for (const Change& change : changes)
        most = std::max(most, change.weight);
    return most;
}

QJsonObject completedSpec(const QJsonObject& spec)
{
    QJsonObject made = withoutNulls(spec).toObject();
    complete(made, u"job"_s, u"parallelism"_s, 0);
    complete(made, u"job"_s, u"args"_s, QJsonArray());
    complete(made, u"job"_s, u"state"_s, u"running"_s);
    complete(made, u"job"_s, u"upgradeMode"_s, u"stateless"_s);
    complete(made, u"jobManager"_s, u"replicas"_s, 1);
    return made;
}

QList<Change> changesBetween(Subject::Kind kind, const QJsonObject& before, const QJsonObject& after)
{
    const QStringList root =
        kind == Subject::Kind::BlueGreen ? QStringList{u"spec"_s, u"template"_s, u"spec"_s} : QStringList{u"spec"_s};
    const bool isStandalone = after.value(u"mode").toString() == u"standalone";
    return Comparison(root, isStandalone).run(completedSpec(before), completedSpec(after));
}

QString valueText(const QJsonValue& value)
{
    constexpr qsizetype longest = 40;
    constexpr qsizetype end = 26; // where values that are alike differ: the tag of an image, the name of a jar
    if (value.isUndefined() || value.isNull())
        return u"–"_s;
    QString text = value.toVariant().toString();
    if (value.isObject())
        text = QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        text = QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (text.size() <= longest)
        return base::visibleText(text, longest);
    return base::visibleText(text.left(longest - end - 1), longest) + u'…' +
           base::visibleText(text.right(end), longest);
}

} // namespace manifest
