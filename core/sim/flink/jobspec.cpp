#include "core/sim/flink/jobspec.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sim::flink {

namespace {

void configureCheckpoints(JobSpec& spec, const Configuration& configuration)
{
    Checkpointing& c = spec.checkpointing;
    const auto key = [](QStringView name) { return u"execution.checkpointing."_s + name.toString(); };
    c.interval = configuration.duration(key(u"interval")).value_or(c.interval);
    c.timeout = configuration.duration(key(u"timeout")).value_or(c.timeout);
    c.minPause = configuration.duration(key(u"min-pause")).value_or(c.minPause);
    c.alignedTimeout = configuration.duration(key(u"aligned-checkpoint-timeout")).value_or(c.alignedTimeout);
    c.tolerableFailures = int(configuration.number(key(u"tolerable-failed-checkpoints")).value_or(c.tolerableFailures));
    c.retained = std::max(1, int(configuration.number(key(u"num-retained")).value_or(c.retained)));
    c.unaligned = configuration.isOn(key(u"unaligned.enabled"), c.unaligned);
    c.incremental = configuration.isOn(key(u"incremental"), c.incremental);
    c.folder = configuration.text(key(u"dir"), c.folder);
    c.savepoints = configuration.text(key(u"savepoint-dir"), c.savepoints);
    if (const auto retention = configuration.text(key(u"externalized-checkpoint-retention")))
        c.keepOnCancel = *retention == u"RETAIN_ON_CANCELLATION";
}

void configureRestarts(Restarting& r, const Configuration& configuration)
{
    const QString type = configuration.text(u"restart-strategy.type", QString());
    if (type == u"none" || type == u"disable" || type == u"off")
        r.strategy = Restarting::Strategy::None;
    const auto read = [&configuration](QStringView name) {
        return configuration.duration(u"restart-strategy."_s + name.toString());
    };
    if (type == u"fixed-delay" || type == u"fixeddelay") {
        r.strategy = Restarting::Strategy::FixedDelay;
        r.attempts = int(configuration.number(u"restart-strategy.fixed-delay.attempts").value_or(1));
        r.delay = read(u"fixed-delay.delay").value_or(1s);
    } else if (type == u"failure-rate" || type == u"failurerate") {
        r.strategy = Restarting::Strategy::FailureRate;
        r.attempts = int(configuration.number(u"restart-strategy.failure-rate.max-failures-per-interval").value_or(1));
        r.interval = read(u"failure-rate.failure-rate-interval").value_or(1min);
        r.delay = read(u"failure-rate.delay").value_or(1s);
    } else if (type == u"exponential-delay" || type == u"exponentialdelay") {
        r.strategy = Restarting::Strategy::ExponentialDelay;
        r.delay = read(u"exponential-delay.initial-backoff").value_or(1s);
        r.highestDelay = read(u"exponential-delay.max-backoff").value_or(1min);
        r.calmAfter = read(u"exponential-delay.reset-backoff-threshold").value_or(1h);
        r.factor = configuration.fraction(u"restart-strategy.exponential-delay.backoff-multiplier").value_or(1.5);
    }
}

/// "VERTEX:2,VERTEX:1"
void overrideParallelism(JobSpec& spec, const QString& text)
{
    for (const QString& entry : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList parts = entry.trimmed().split(u':');
        for (Vertex& vertex : spec.vertices) {
            if (parts.size() == 2 && hex(vertex.id()) == parts[0])
                vertex.parallelism = std::clamp(parts[1].toInt(), 1, spec.maxParallelism);
        }
    }
}

} // namespace

QString Vertex::name() const
{
    QStringList names;
    for (const Operator& part : chain)
        names += part.name;
    return names.join(u" -> "_s);
}

int JobSpec::slotsNeeded() const
{
    int highest = 0;
    for (const Vertex& vertex : vertices)
        highest = std::max(highest, vertex.parallelism);
    return highest;
}

int JobSpec::subtasks() const
{
    int all = 0;
    for (const Vertex& vertex : vertices)
        all += vertex.parallelism;
    return all;
}

JobSpec configured(JobSpec spec, const Configuration& configuration, int parallelism)
{
    configureCheckpoints(spec, configuration);
    configureRestarts(spec.restarting, configuration);
    const QString backend = configuration.text(u"state.backend.type", QString());
    if (backend == u"rocksdb" || backend == u"forst")
        spec.backend = Backend::RocksDb;
    else if (!backend.isEmpty())
        spec.backend = Backend::HashMap;
    if (configuration.text(u"jobmanager.scheduler", QString()).compare(u"adaptive", Qt::CaseInsensitive) == 0)
        spec.scheduler = Scheduler::Adaptive;
    if (const auto most = configuration.number(u"pipeline.max-parallelism"); most && *most > 0)
        spec.maxParallelism = int(*most);
    if (parallelism > 0) {
        for (Vertex& vertex : spec.vertices)
            vertex.parallelism = std::min(parallelism, spec.maxParallelism);
    }
    overrideParallelism(spec, configuration.text(u"pipeline.jobvertex-parallelism-overrides", QString()));
    spec.name = configuration.text(u"pipeline.name", spec.name);
    return spec;
}

QString strategyText(const Restarting& r)
{
    switch (r.strategy) {
    case Restarting::Strategy::None:
        return u"NoRestartBackoffTimeStrategy"_s;
    case Restarting::Strategy::FixedDelay:
        return u"FixedDelayRestartBackoffTimeStrategy(maxNumberRestartAttempts=%1, backoffTimeMS=%2)"_s.arg(r.attempts)
            .arg(r.delay.count());
    case Restarting::Strategy::FailureRate:
        return u"FailureRateRestartBackoffTimeStrategy(FailureRateRestartBackoffTimeStrategy(failuresIntervalMS=%1,"
               u"backoffTimeMS=%2,maxFailuresPerInterval=%3)"_s.arg(r.interval.count())
                   .arg(r.delay.count())
                   .arg(r.attempts);
    case Restarting::Strategy::ExponentialDelay:
        return u"ExponentialDelayRestartBackoffTimeStrategy(initialBackoffMS=%1, maxBackoffMS=%2, "
               u"backoffMultiplier=%3, resetBackoffThresholdMS=%4)"_s.arg(r.delay.count())
                   .arg(r.highestDelay.count())
                   .arg(r.factor)
                   .arg(r.calmAfter.count());
    }
    return {};
}

} // namespace sim::flink
