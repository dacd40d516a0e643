#include "core/sim/practice/rehearsal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

using namespace std::chrono_literals;

constexpr auto interval = 2s;
/// The newest are kept.
constexpr std::size_t mostDeeds = 500;

bool isWrite(const RequestInfo& info)
{
    static const QStringList writes{u"create"_s, u"update"_s, u"patch"_s, u"delete"_s, u"deletecollection"_s};
    // A question about oneself is stored nowhere.
    return writes.contains(info.verb) && !info.group.startsWith("authorization."_L1) &&
           !info.group.startsWith("authentication."_L1);
}

QString deedText(const Request& request, const RequestInfo& info, int status)
{
    QString text = QString::fromLatin1(request.method) + u' ' + (info.isResource ? info.plural : info.path);
    if (!info.ns.isEmpty() || !info.name.isEmpty())
        text += u' ' + (info.ns.isEmpty() ? QString() : info.ns + u'/') + info.name;
    if (!info.subresource.isEmpty())
        text += u'/' + info.subresource + info.rest;
    return status < 400 ? text : text + u" ("_s + QString::number(status) + u')';
}

} // namespace

Rehearsal::Rehearsal(Cluster& cluster, const Play& play, std::function<void(const Progress&)> changed)
    : m_cluster(cluster)
    , m_play(play)
    , m_changed(std::move(changed))
    , m_alarm(cluster.clock())
{
    m_progress.scenario = play.name;
    m_progress.begun = cluster.clock().now();
    for (const QString& text : play.tell().goals)
        m_progress.goals.append({text, false});
    if (cluster.doors().api)
        cluster.doors().api->setWitness(
            [this](const Request& request, const RequestInfo& info, int status) { witness(request, info, status); });
}

Rehearsal::~Rehearsal()
{
    if (m_cluster.doors().api)
        m_cluster.doors().api->setWitness({});
}

void Rehearsal::setFault()
{
    m_progress.begun = m_cluster.clock().now();
    m_progress.stage = Progress::Stage::Incident;
    note({}, Text::tr("The rehearsal begins."));
    if (m_play.fault)
        m_fault = m_play.fault(m_cluster);
    tell();
    m_alarm.set(interval, [this] { judge(); });
}

void Rehearsal::judge()
{
    const Instant now = m_cluster.clock().now();
    bool isOther = false;
    bool all = !m_play.goals.isEmpty();
    for (qsizetype i = 0; i < m_play.goals.size(); ++i) {
        const bool isMet = m_play.goals[i](m_cluster);
        Goal& goal = m_progress.goals[i];
        if (isMet != goal.isMet) {
            note({}, isMet ? Text::tr("Reached: %1").arg(goal.text) : Text::tr("Lost again: %1").arg(goal.text));
            isOther = true;
        }
        goal.isMet = isMet;
        all = all && isMet;
    }
    if (!all)
        m_heldSince.reset();
    else if (!m_heldSince)
        m_heldSince = now;
    if (m_heldSince && m_progress.stage == Progress::Stage::Incident && now - *m_heldSince >= m_play.hold) {
        m_progress.stage = Progress::Stage::Recovered;
        m_progress.recovered = *m_heldSince - m_progress.begun;
        note({}, Text::tr("Everything is as it should be."));
        isOther = true;
    }
    if (isOther)
        tell();
    m_alarm.set(interval, [this] { judge(); });
}

Progress Rehearsal::progress() const
{
    Progress progress = m_progress;
    progress.now = m_cluster.world().clock.now();
    return progress;
}

void Rehearsal::tell()
{
    if (m_changed)
        m_changed(progress());
}

void Rehearsal::note(const QString& who, const QString& what)
{
    if (m_deeds.size() >= mostDeeds)
        m_deeds.erase(m_deeds.begin());
    m_deeds.push_back({m_cluster.clock().now(), who, what});
}

void Rehearsal::detect()
{
    if (!m_progress.detected && m_progress.stage == Progress::Stage::Incident)
        m_progress.detected = m_cluster.clock().now() - m_progress.begun;
}

bool Rehearsal::isAffected(const RequestInfo& info) const
{
    return std::ranges::any_of(m_play.affected, [&info](const Affected& affected) {
        return affected.type == info.type() && (affected.ns.isEmpty() || affected.ns == info.ns) &&
               (affected.name.isEmpty() || info.name.isEmpty() || affected.name == info.name);
    });
}

void Rehearsal::witness(const Request& request, const RequestInfo& info, int status)
{
    const bool isProxied = info.subresource == u"proxy" && request.method != "GET";
    if (!isProxied && !isWrite(info))
        return;
    note(request.user.name, deedText(request, info, status));
    if (status < 300 && isAffected(info) && !m_progress.detected) {
        detect();
        tell();
    }
}

int Rehearsal::takeHint()
{
    const auto hints = m_play.tell().hints;
    if (m_progress.hintsTaken >= hints.size())
        return -1;
    const int hint = m_progress.hintsTaken++;
    note({}, Text::tr("Hint: %1").arg(hints[hint]));
    tell();
    return hint;
}

bool Rehearsal::suspect(const QString& id)
{
    const auto suspects = m_play.tell().suspects;
    const auto named = std::ranges::find(suspects, id, &Suspect::id);
    if (named == suspects.end())
        return false;
    const bool isRight = id == m_play.culprit;
    if (isRight)
        detect();
    else
        ++m_progress.wrongSuspects;
    note({}, (isRight ? Text::tr("Named as the cause, rightly: %1") : Text::tr("Named as the cause, wrongly: %1"))
                 .arg(named->text));
    tell();
    return isRight;
}

Debrief Rehearsal::debrief() const
{
    const Telling told = m_play.tell();
    return {told.cause, told.cure, QList<Deed>(m_deeds.begin(), m_deeds.end())};
}

} // namespace sim::practice
