#include "core/sim/operator/configuration.h"

#include "core/sim/world/path.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

constexpr QStringView operatorPrefix = u"kubernetes.operator.";
constexpr QStringView defaultsPrefix = u"kubernetes.operator.default-configuration.";

QString firstOf(const Configuration& configuration, std::initializer_list<QStringView> keys)
{
    for (const QStringView key : keys) {
        const QString value = valueOf(configuration, key.toString());
        if (!value.isEmpty())
            return value;
    }
    return {};
}

std::optional<std::chrono::milliseconds> isoDuration(const QString& text)
{
    static const QRegularExpression form(u"^P(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)(?:\\.(\\d+))?S)?)?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch() || text.size() < 3)
        return {};
    return std::chrono::hours(24 * match.captured(1).toLongLong()) +
           std::chrono::hours(match.captured(2).toLongLong()) + std::chrono::minutes(match.captured(3).toLongLong()) +
           std::chrono::seconds(match.captured(4).toLongLong());
}

void derive(Configuration& configuration, const QString& key, const QString& value)
{
    configuration.try_emplace(key, value);
}

void addResources(Configuration& configuration, const Spec& spec, const QString& part, const QString& prefix)
{
    const QJsonObject resource = at(spec, {part, u"resource"}).toObject();
    if (resource[u"cpu"].isDouble())
        configuration[u"kubernetes.%1.cpu.amount"_s.arg(prefix)] = QString::number(resource[u"cpu"].toDouble());
    if (const QString memory = resource[u"memory"].toString(); !memory.isEmpty())
        configuration[prefix + ".memory.process.size"_L1] = memory;
}

} // namespace

QString valueOf(const Configuration& configuration, const QString& key, const QString& fallback)
{
    const auto found = configuration.find(key);
    return found == configuration.end() ? fallback : found->second;
}

bool flag(const Configuration& configuration, const QString& key, bool fallback)
{
    const QString value = valueOf(configuration, key).trimmed().toLower();
    return value == u"true" ? true : value == u"false" ? false : fallback;
}

int number(const Configuration& configuration, const QString& key, int fallback)
{
    bool ok = false;
    const int value = valueOf(configuration, key).trimmed().toInt(&ok);
    return ok ? value : fallback;
}

double decimal(const Configuration& configuration, const QString& key, double fallback)
{
    bool ok = false;
    const double value = valueOf(configuration, key).trimmed().toDouble(&ok);
    return ok ? value : fallback;
}

std::chrono::milliseconds duration(const Configuration& configuration, const QString& key,
                                   std::chrono::milliseconds fallback)
{
    return durationFrom(valueOf(configuration, key)).value_or(fallback);
}

std::optional<std::chrono::milliseconds> durationFrom(QStringView text)
{
    const QString plain = text.toString().trimmed().toLower();
    if (plain.startsWith(u'p'))
        return isoDuration(plain);
    static const QRegularExpression form(u"^(\\d+)\\s*([a-zµ]*)$"_s);
    const auto match = form.match(plain);
    if (!match.hasMatch())
        return {};
    const qint64 count = match.captured(1).toLongLong();
    const QString unit = match.captured(2);
    if (unit.isEmpty() || unit == u"ms" || unit.startsWith("milli"_L1))
        return std::chrono::milliseconds(count);
    if (unit == u"s" || unit.startsWith("sec"_L1))
        return std::chrono::seconds(count);
    if (unit == u"m" || unit.startsWith("min"_L1))
        return std::chrono::minutes(count);
    if (unit == u"h" || unit.startsWith("hour"_L1))
        return std::chrono::hours(count);
    if (unit == u"d" || unit.startsWith("day"_L1))
        return std::chrono::hours(24 * count);
    return {};
}

std::pair<int, int> flinkVersion(QStringView text)
{
    static const QRegularExpression form(u"^v(\\d+)_(\\d+)$"_s);
    const auto match = form.match(text.toString());
    return match.hasMatch() ? std::pair(match.captured(1).toInt(), match.captured(2).toInt()) : std::pair(0, 0);
}

Configuration effectiveConfiguration(const Settings& settings, const QString& ns, const Spec& spec)
{
    const QString nsPrefix = defaultsPrefix.toString() + u"namespace."_s + ns + u'.';
    const QString versionPrefix = defaultsPrefix.toString() + u"flink-version."_s;
    const auto version = flinkVersion(spec[u"flinkVersion"].toString());
    Configuration effective;
    Configuration forNamespace;
    std::map<std::pair<int, int>, Configuration> forVersion; // oldest first
    for (const auto& [key, value] : settings.defaults) {
        if (key.startsWith(nsPrefix)) {
            forNamespace[key.mid(nsPrefix.size())] = value;
        } else if (key.startsWith(versionPrefix)) {
            const QString rest = key.mid(versionPrefix.size());
            QString named = rest.left(rest.indexOf(u'.'));
            const bool andNewer = named.endsWith(u'+');
            named.remove(u'+');
            const auto from = flinkVersion(named);
            if (from == version || (andNewer && from < version))
                forVersion[from][rest.mid(rest.indexOf(u'.') + 1)] = value;
        } else if (!key.startsWith(defaultsPrefix)) {
            effective[key] = value;
        }
    }
    for (const auto& [key, value] : forNamespace)
        effective[key] = value;
    for (const auto& [from, values] : forVersion) {
        for (const auto& [key, value] : values)
            effective[key] = value;
    }
    for (const auto& [key, value] : flinkConfiguration(spec))
        effective[key] = value;
    return effective;
}

Configuration shippedConfiguration(const Configuration& effective, const QString& ns, const QString& name,
                                   const Spec& spec)
{
    Configuration shipped = effective;
    std::erase_if(shipped, [](const auto& entry) { return entry.first.startsWith(operatorPrefix); });
    derive(shipped, u"kubernetes.rest-service.exposed.type"_s, u"ClusterIP"_s);
    derive(shipped, u"web.cancel.enable"_s, u"false"_s);
    if (hasJob(spec)) {
        derive(shipped, u"pipeline.name"_s, name);
        if (upgradeMode(spec) == UpgradeMode::LastState)
            derive(shipped, u"execution.checkpointing.interval"_s, u"5 min"_s);
        derive(shipped, u"execution.checkpointing.externalized-checkpoint-retention"_s, u"RETAIN_ON_CANCELLATION"_s);
        derive(shipped, u"execution.submit-failed-job-on-application-error"_s, u"true"_s);
        shipped[u"execution.shutdown-on-application-finish"_s] = u"false"_s;
        shipped[u"parallelism.default"_s] = QString::number(parallelismOf(effective, spec));
        shipped[u"pipeline.jars"_s] = jobText(spec, u"jarURI");
        if (at(spec, {u"job", u"allowNonRestoredState"}).toBool())
            shipped[u"execution.savepoint.ignore-unclaimed-state"_s] = u"true"_s;
    }
    addResources(shipped, spec, u"jobManager"_s, u"jobmanager"_s);
    addResources(shipped, spec, u"taskManager"_s, u"taskmanager"_s);
    shipped[u"kubernetes.jobmanager.replicas"_s] = QString::number(at(spec, {u"jobManager", u"replicas"}).toInt(1));
    shipped[u"kubernetes.namespace"_s] = ns;
    shipped[u"kubernetes.cluster-id"_s] = name;
    shipped[u"high-availability.cluster-id"_s] = name;
    shipped[u"kubernetes.container.image.ref"_s] = spec[u"image"].toString();
    shipped[u"kubernetes.service-account"_s] = spec[u"serviceAccount"].toString();
    return shipped;
}

bool isHaEnabled(const Configuration& configuration)
{
    const QString mode =
        firstOf(configuration, {u"high-availability.type", u"high-availability", u"recovery.mode"}).trimmed();
    return !mode.isEmpty() && mode.compare("none"_L1, Qt::CaseInsensitive) != 0 &&
           mode.compare("standalone"_L1, Qt::CaseInsensitive) != 0;
}

QString checkpointDirectory(const Configuration& configuration)
{
    return firstOf(configuration,
                   {u"execution.checkpointing.dir", u"state.checkpoints.dir", u"state.backend.fs.checkpointdir"});
}

QString savepointDirectory(const Configuration& configuration)
{
    return firstOf(configuration, {u"execution.checkpointing.savepoint-dir", u"state.savepoints.dir",
                                   u"savepoints.state.backend.fs.dir"});
}

int parallelismOf(const Configuration& effective, const Spec& spec)
{
    const int replicas = at(spec, {u"taskManager", u"replicas"}).toInt(0);
    const int slots_ = number(effective, u"taskmanager.numberOfTaskSlots"_s, 1);
    if (replicas > 0)
        return replicas * slots_;
    return std::max(1, at(spec, {u"job", u"parallelism"}).toInt(number(effective, u"parallelism.default"_s, 1)));
}

int taskManagersOf(const Configuration& effective, const Spec& spec)
{
    const int replicas = at(spec, {u"taskManager", u"replicas"}).toInt(0);
    const int slots_ = std::max(1, number(effective, u"taskmanager.numberOfTaskSlots"_s, 1));
    return replicas > 0 ? replicas : (parallelismOf(effective, spec) + slots_ - 1) / slots_;
}

std::optional<std::pair<QString, QString>> overlappingKeys(const Configuration& shipped)
{
    for (const auto& [key, value] : shipped) {
        const QString prefix = key + u'.';
        const auto next = shipped.lower_bound(prefix);
        if (next != shipped.end() && next->first.startsWith(prefix))
            return std::pair(key, next->first);
    }
    return {};
}

} // namespace sim::op
