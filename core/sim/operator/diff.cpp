#include "core/sim/operator/diff.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

const QStringList ignoredJobFields{u"upgradeMode"_s,           u"allowNonRestoredState"_s,  u"initialSavepointPath"_s,
                                   u"savepointTriggerNonce"_s, u"checkpointTriggerNonce"_s, u"autoscalerResetNonce"_s};
const QStringList jobOrder{u"jarURI"_s,
                           u"parallelism"_s,
                           u"entryClass"_s,
                           u"args"_s,
                           u"state"_s,
                           u"savepointTriggerNonce"_s,
                           u"initialSavepointPath"_s,
                           u"checkpointTriggerNonce"_s,
                           u"upgradeMode"_s,
                           u"allowNonRestoredState"_s,
                           u"savepointRedeployNonce"_s,
                           u"autoscalerResetNonce"_s};
/// Java lists the fields of the class itself before those it inherits.
const QStringList specOrder{
    u"deploymentName"_s, u"image"_s,       u"imagePullPolicy"_s, u"serviceAccount"_s, u"flinkVersion"_s,
    u"ingress"_s,        u"podTemplate"_s, u"jobManager"_s,      u"taskManager"_s,    u"logConfiguration"_s,
    u"mode"_s,           u"job"_s,         u"restartNonce"_s};

/// The order in which a java.util.HashSet gives back what was put into it in this one.
void inOrderOfJava(QStringList& keys)
{
    quint32 buckets = 16;
    while (double(keys.size()) > 0.75 * buckets)
        buckets *= 2;
    const auto bucket = [buckets](const QString& key) {
        quint32 hash = 0;
        for (const QChar unit : key)
            hash = 31 * hash + unit.unicode();
        return (hash ^ (hash >> 16)) & (buckets - 1);
    };
    std::ranges::stable_sort(keys, {}, bucket);
}

QString leaf(const QJsonValue& value, bool isDecimal)
{
    if (value.isUndefined() || value.isNull())
        return u"null"_s;
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isDouble() && isDecimal && value.toDouble() == double(qint64(value.toDouble())))
        return QString::number(qint64(value.toDouble())) + ".0"_L1;
    return value.toVariant().toString();
}

class Comparison
{
public:
    Comparison(Difference& into, bool standalone)
        : m_into(into)
        , m_standalone(standalone)
    {
    }

    void compare(const QString& path, const QJsonValue& before, const QJsonValue& after)
    {
        if (before == after)
            return;
        if (before.isArray() || after.isArray()) {
            const QJsonArray old = before.toArray();
            const QJsonArray now = after.toArray();
            for (qsizetype i = 0; i < std::max(old.size(), now.size()); ++i)
                compare(path + u'.' + QString::number(i), old.at(i), now.at(i));
            return;
        }
        if (before.isObject() && after.isObject()) {
            compareObjects(path, before.toObject(), after.toObject());
            return;
        }
        const bool isDecimal = path.endsWith(".cpu"_L1);
        m_into.changes.push_back({path, leaf(before, isDecimal), leaf(after, isDecimal), weightOf(path, after)});
    }

    void compareObjects(const QString& path, const QJsonObject& before, const QJsonObject& after)
    {
        QStringList keys = before.keys();
        for (const QString& key : after.keys()) {
            if (!keys.contains(key))
                keys.append(key);
        }
        const QStringList& order = path.isEmpty() ? specOrder : path == u"job" ? jobOrder : keys;
        std::stable_sort(keys.begin(), keys.end(), [&order](const QString& a, const QString& b) {
            const auto place = [&order](const QString& key) {
                return order.contains(key) ? order.indexOf(key) : order.size();
            };
            return place(a) < place(b);
        });
        for (const QString& key : std::as_const(keys)) {
            if (path.isEmpty() && key == u"flinkConfiguration")
                continue;
            compare(path.isEmpty() ? key : path + u'.' + key, before[key], after[key]);
        }
    }

    void compareConfiguration(const Configuration& before, const Configuration& after)
    {
        QSet<QString> keys;
        QStringList ordered;
        for (const Configuration* side : {&before, &after}) {
            for (const auto& [key, value] : *side) {
                if (!keys.contains(key)) {
                    keys.insert(key);
                    ordered.append(key);
                }
            }
        }
        inOrderOfJava(ordered);
        for (const QString& key : std::as_const(ordered)) {
            const auto old = before.find(key);
            const auto now = after.find(key);
            const QString was = old == before.end() ? u"null"_s : old->second;
            const QString is = now == after.end() ? u"null"_s : now->second;
            if (was != is)
                m_into.changes.push_back({u"flinkConfiguration."_s + key, was, is, weightOfKey(key)});
        }
    }

private:
    ChangeClass weightOf(const QString& path, const QJsonValue& after) const
    {
        // A nonce counts only when it is set.
        const bool isSet = !after.isUndefined() && !after.isNull();
        if (path == u"restartNonce")
            return isSet ? ChangeClass::Upgrade : ChangeClass::Ignore;
        if (path == u"job.savepointRedeployNonce")
            return isSet ? ChangeClass::SavepointRedeploy : ChangeClass::Ignore;
        if (path.startsWith("job."_L1) && ignoredJobFields.contains(path.mid(4)))
            return ChangeClass::Ignore;
        if (m_standalone && (path == u"job.parallelism" || path == u"taskManager.replicas"))
            return ChangeClass::Scale;
        return ChangeClass::Upgrade;
    }

    ChangeClass weightOfKey(const QString& key) const
    {
        for (const QStringView prefix : {u"job.autoscaler", u"parallelism.default", u"kubernetes.operator"}) {
            if (key.startsWith(prefix))
                return ChangeClass::Ignore;
        }
        if (!m_standalone && key == u"pipeline.jobvertex-parallelism-overrides")
            return ChangeClass::Scale;
        return ChangeClass::Upgrade;
    }

    Difference& m_into;
    bool m_standalone;
};

} // namespace

ChangeClass Difference::weight() const
{
    ChangeClass most = ChangeClass::Ignore;
    for (const Change& change : changes)
        most = std::max(most, change.weight);
    return most;
}

QString Difference::text() const
{
    QStringList parts;
    for (const Change& change : changes)
        parts.append(change.path + " : "_L1 + change.before + " -> "_L1 + change.after);
    return (kind == Kind::Deployment ? u"FlinkDeploymentSpec["_s : u"FlinkSessionJobSpec["_s) + parts.join(u", ") +
           u']';
}

Difference difference(Kind kind, const Spec& reconciled, const Spec& wanted, Release release)
{
    Difference found{kind, {}};
    Comparison comparison(found, wanted[u"mode"] == u"standalone"_s);
    const Spec after = completed(wanted, kind, release);
    if (after == reconciled)
        return found;
    const Spec before = completed(reconciled, kind, release);
    comparison.compareObjects({}, before, after);
    comparison.compareConfiguration(flinkConfiguration(before), flinkConfiguration(after));
    return found;
}

QString text(ChangeClass weight)
{
    switch (weight) {
    case ChangeClass::Ignore:
        return u"IGNORE"_s;
    case ChangeClass::Scale:
        return u"SCALE"_s;
    case ChangeClass::Upgrade:
        return u"UPGRADE"_s;
    case ChangeClass::SavepointRedeploy:
        return u"SAVEPOINT_REDEPLOY"_s;
    }
    return {};
}

} // namespace sim::op
