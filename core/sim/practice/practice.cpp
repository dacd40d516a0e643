#include "core/sim/practice/practice.h"

#include "core/sim/practice/fleet.h"
#include "core/sim/practice/installation.h"
#include "core/sim/practice/rehearsal.h"

using namespace Qt::StringLiterals;

namespace sim::practice {
namespace {

/// The namespace in which the user practice-operator may work.
const QString ownNamespace = u"payments"_s;

Instant systemNow()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

const Play& playOrHealthy(const QString& name)
{
    const Play* play = playNamed(name);
    return play ? *play : plays().first();
}

} // namespace

QList<Scenario> scenarios()
{
    QList<Scenario> all;
    for (const Play& play : plays()) {
        const Telling told = play.tell();
        all.append({play.name, told.title, told.story, play.difficulty, told.hints, told.suspects});
    }
    return all;
}

/// What lives in the thread of the cluster, and the options of the host.
class Practice::Playing
{
public:
    Playing(const HostOptions& given, const Play& play)
        : options(given)
    {
        options.ownNamespace = ownNamespace;
        host = std::make_unique<Host>(optionsFor(play),
                                      [this, &play](World& world, Api& api) { enter(play, world, api); });
        if (certificate && host->problem().isEmpty())
            host->showCertificate(*certificate);
    }

    ~Playing()
    {
        // What hangs on the clock must not come up once those it belongs to are gone.
        host->stop();
        leave();
    }

    HostOptions optionsFor(const Play& play) const
    {
        const Setting setting = settingOf(play);
        HostOptions chosen = options;
        chosen.release = setting.definitions.value_or(definitionsOf(setting.operatorSettings.release));
        chosen.start = options.start.value_or(systemNow()) + setting.clockOffset - companyPast() - play.lead;
        return chosen;
    }

    Setting settingOf(const Play& play) const
    {
        Setting setting = companySetting();
        setting.operatorSettings.release = releaseOf(options.release);
        if (play.arrange)
            play.arrange(setting);
        return setting;
    }

    void enter(const Play& play, World& world, Api& api)
    {
        const Doors doors{&api,
                          [this](const Validity& validity) {
                              // While the host is being built nobody has a connection.
                              certificate = validity;
                              if (host)
                                  host->showCertificate(validity);
                          },
                          [this] {
                              if (host)
                                  host->cutConnections();
                          }};
        const Instant now = world.clock.now() + companyPast() + play.lead;
        cluster = std::make_unique<Cluster>(world, settingOf(play), doors);
        rehearsal = std::make_unique<Rehearsal>(*cluster, play, [this](const Progress& progress) {
            if (listener)
                listener(progress);
        });
        cluster->storage().setUpkeep(flink::Storage::Upkeep::OnDemand);
        foundCompany(*cluster, now - play.lead);
        rehearsal->setFault();
        world.clock.advanceTo(now);
        cluster->storage().setUpkeep(flink::Storage::Upkeep::Regular);
    }

    void leave()
    {
        rehearsal.reset();
        cluster.reset();
    }

    HostOptions options;
    std::optional<Validity> certificate; ///< a fault's
    std::function<void(const Progress&)> listener;
    std::unique_ptr<Host> host;
    std::unique_ptr<Cluster> cluster;
    std::unique_ptr<Rehearsal> rehearsal;
};

Practice::Practice(const HostOptions& options, const QString& scenario)
    : m_playing(std::make_unique<Playing>(options, playOrHealthy(scenario)))
{
}

Practice::~Practice() = default;

const QString& Practice::problem() const
{
    return m_playing->host->problem();
}

Host& Practice::host()
{
    return *m_playing->host;
}

void Practice::begin(const QString& scenario)
{
    Playing& playing = *m_playing;
    if (!problem().isEmpty())
        return;
    const Play& play = playOrHealthy(scenario);
    // A certificate that was spoiled is whole again.
    playing.host->showCertificate(Validity::usual());
    playing.host->restart(
        playing.optionsFor(play), [&playing, &play](World& world, Api& api) { playing.enter(play, world, api); },
        [&playing] { playing.leave(); });
}

void Practice::setListener(std::function<void(const Progress&)> listener)
{
    Playing& playing = *m_playing;
    if (problem().isEmpty())
        playing.host->run([&](World&, Api&) { playing.listener = std::move(listener); });
}

Progress Practice::progress() const
{
    Progress progress;
    if (problem().isEmpty())
        m_playing->host->run([&](World&, Api&) { progress = m_playing->rehearsal->progress(); });
    return progress;
}

int Practice::takeHint()
{
    int hint = -1;
    if (problem().isEmpty())
        m_playing->host->run([&](World&, Api&) { hint = m_playing->rehearsal->takeHint(); });
    return hint;
}

bool Practice::suspect(const QString& id)
{
    bool isRight = false;
    if (problem().isEmpty())
        m_playing->host->run([&](World&, Api&) { isRight = m_playing->rehearsal->suspect(id); });
    return isRight;
}

Debrief Practice::debrief() const
{
    Debrief debrief;
    if (problem().isEmpty())
        m_playing->host->run([&](World&, Api&) { debrief = m_playing->rehearsal->debrief(); });
    return debrief;
}

} // namespace sim::practice
