#include "core/manifest/autoscalerrules.h"

#include "core/manifest/values.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

using Verdict = Finding::Verdict;
using At = Findings::At;

constexpr double unlimited = std::numeric_limits<double>::infinity();

struct Range
{
    const char16_t* key; ///< behind job.autoscaler.
    double least, most;
    int since;             ///< release 1.x of the operator that began to check it
    const char16_t* needs; ///< a switch it matters with; null: always
};

/// Of the operator's validator.
constexpr std::array<Range, 9> ranges{
    {{u"scale-down.max-factor", 0, unlimited, 0, nullptr},
     {u"scale-up.max-factor", 0, unlimited, 0, nullptr},
     {u"utilization.target", 0, 1, 0, nullptr},
     {u"target.utilization", 0, 1, 0, nullptr},
     {u"target.utilization.boundary", 0, unlimited, 0, nullptr},
     {u"memory.gc-pressure.threshold", 0, 1, 16, nullptr},
     {u"memory.heap-usage.threshold", 0, 1, 16, nullptr},
     {u"scaling.effectiveness.threshold", 0, 1, 16, u"scaling.effectiveness.detection.enabled"},
     {u"memory.tuning.overhead", 0, 1, 16, u"memory.tuning.enabled"}}};

/// The operator looks every minute unless its own configuration says otherwise.
constexpr std::chrono::minutes usualReconcileInterval{1};

class AutoscalerRules
{
public:
    explicit AutoscalerRules(const Subject& subject)
        : m_subject(subject)
        , m_findings(subject)
    {
    }

    QList<Finding> run()
    {
        for (const Range& range : ranges)
            checkRange(range);
        checkTargets();
        checkWindow();
        checkPeriods();
        checkJob();
        return m_findings.take();
    }

private:
    const ConfigEntry* setting(QStringView key) const
    {
        const QString present = u"job.autoscaler."_s + key.toString(), old = u"kubernetes.operator."_s + present;
        return m_subject.setting({present, old});
    }
    std::optional<double> number(QStringView key) const
    {
        const ConfigEntry* entry = setting(key);
        bool isNumber = false;
        const double value = entry ? m_subject.text(entry->node).toDouble(&isNumber) : 0;
        return isNumber ? std::optional(value) : std::nullopt;
    }

    void outside(const ConfigEntry& entry, double least, double most)
    {
        const QString message = most == unlimited
                                    ? Text::tr("%1 must be %2 or more.").arg(entry.key).arg(least)
                                    : Text::tr("%1 must lie between %2 and %3.").arg(entry.key).arg(least).arg(most);
        m_findings.add(u"DREY-O021", entry, message, Verdict::InvalidValue, At::Value);
    }

    void checkRange(const Range& range)
    {
        const ConfigEntry* entry = setting(range.key);
        const auto value = number(range.key);
        const ConfigEntry* needed = range.needs ? setting(range.needs) : nullptr;
        const bool matters = !range.needs || (needed && truthOf(m_subject.text(needed->node)).value_or(false));
        if (entry && value && matters && m_subject.operatorMinor() >= range.since &&
            (*value < range.least || *value > range.most))
            outside(*entry, range.least, range.most);
    }

    void checkTargets()
    {
        const auto given = number(u"utilization.target");
        const double target = given ? *given : number(u"target.utilization").value_or(0.7);
        const auto most = number(u"utilization.max"), least = number(u"utilization.min");
        if (most && (*most < target || *most > 1))
            outside(*setting(u"utilization.max"), target, 1);
        if (least && (*least < 0 || *least > target))
            outside(*setting(u"utilization.min"), 0, target);
    }

    void checkWindow()
    {
        const ConfigEntry* entry = setting(u"metrics.window");
        const auto window = entry ? durationOf(m_subject.text(entry->node), false) : std::nullopt;
        if (window && m_subject.operatorMinor() >= 16 && *window < usualReconcileInterval)
            m_findings.add(u"DREY-O022", *entry,
                           Text::tr("The window of metrics is shorter than the operator's interval of one minute."),
                           Verdict::InvalidValue, At::Value);
        else if (window && *window < std::chrono::minutes(3))
            m_findings.add(u"DREY-A022", *entry,
                           Text::tr("A window of metrics this short follows every peak; 15 minutes are usual."),
                           Verdict::Advice, At::Value);
    }

    void checkPeriods()
    {
        const ConfigEntry* entry = setting(u"excluded.periods");
        const QStringList periods = (entry ? m_subject.text(entry->node) : QString()).split(u';', Qt::SkipEmptyParts);
        for (const QString& period : periods) {
            static const QRegularExpression daily(u"^\\s*\\d\\d:\\d\\d(:\\d\\d)?-\\d\\d:\\d\\d(:\\d\\d)?\\s*$"_s);
            const QStringList parts = period.split(u"&&"_s);
            int days = 0, crons = 0;
            for (const QString& part : parts) {
                const auto fields = part.split(u' ', Qt::SkipEmptyParts).size();
                days += daily.match(part).hasMatch() ? 1 : 0;
                crons += fields == 6 || fields == 7 ? 1 : 0;
            }
            if (days > 1 || crons > 1 || days + crons != parts.size())
                m_findings.add(
                    u"DREY-O021", *entry,
                    Text::tr("\"%1\" is no period: a time of day such as 09:00:00-18:00:00, a cron expression "
                             "of 6 or 7 fields, or one of each joined by &&.")
                        .arg(period.trimmed()),
                    Verdict::InvalidValue, At::Value);
        }
    }

    void checkJob()
    {
        const ConfigEntry* entry = setting(u"enabled");
        if (!entry) // under a name that is spread on the web
            entry = m_subject.setting({u"kubernetes.operator.auto-scaling.enabled"});
        if (m_subject.isDeployment() && !m_subject.has({u"job"_s}))
            m_findings.add(u"DREY-O023", *entry,
                           Text::tr("A session cluster cannot be scaled: the autoscaler works on jobs."),
                           Verdict::Conflict);
        else if (!m_subject.isSince(u"1.17"))
            m_findings.add(u"DREY-O023", *entry, Text::tr("The autoscaler needs Flink 1.17 or newer."),
                           Verdict::Conflict);
    }

    const Subject& m_subject;
    Findings m_findings;
};

} // namespace

bool isAutoscaled(const Subject& subject)
{
    const QString value = subject.value({u"job.autoscaler.enabled", u"kubernetes.operator.job.autoscaler.enabled",
                                         u"kubernetes.operator.auto-scaling.enabled"});
    return truthOf(value).value_or(false);
}

QList<Finding> autoscalerFindings(const Subject& subject)
{
    return isAutoscaled(subject) ? AutoscalerRules(subject).run() : QList<Finding>();
}

} // namespace manifest
