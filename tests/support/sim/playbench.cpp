#include "tests/support/sim/playbench.h"

#include "core/sim/practice/installation.h"

using namespace Qt::StringLiterals;

namespace support {

namespace {

using namespace std::chrono_literals;

const sim::Instant start{std::chrono::sys_days(std::chrono::year(2026) / 3 / 9) + 10h};
constexpr auto tick = 1s;

const sim::practice::Play& playOf(const QString& name)
{
    const auto* play = sim::practice::playNamed(name);
    if (!play)
        qFatal("there is no play %s", qPrintable(name));
    return *play;
}

} // namespace

PlayBench::PlayBench(const QString& name, quint64 seed)
    : play(playOf(name))
    , world(start - sim::practice::companyPast(), seed)
    , wall(start)
    , api(world, wall)
    , registry(world, api.kinds())
{
    auto setting = sim::practice::companySetting();
    if (play.arrange)
        play.arrange(setting);
    sim::bootstrap(world, setting.definitions.value_or(sim::practice::definitionsOf(setting.operatorSettings.release)),
                   u"payments"_s);
    api.users().add("admin", sim::adminUser());
    api.users().add("operator", sim::operatorUser());
    api.users().add("viewer", sim::viewerUser());
    cluster = std::make_unique<sim::practice::Cluster>(
        world, setting,
        sim::practice::Doors{&api, [this](const sim::Validity& validity) { certificate = validity; },
                             [this] { ++cuts; }});
    sim::practice::foundCompany(*cluster, start);
}

PlayBench::~PlayBench()
{
    m_fault.reset();
}

void PlayBench::pass(std::chrono::milliseconds time)
{
    world.clock.advance(time);
    wall.advance(time);
}

bool PlayBench::passUntil(const std::function<bool()>& holds, std::chrono::minutes most)
{
    for (auto passed = 0s; passed < most && !holds(); passed += tick)
        pass(tick);
    return holds();
}

bool PlayBench::becomesSick(std::chrono::minutes most)
{
    if (play.fault)
        m_fault = play.fault(*cluster);
    return passUntil([this] { return !play.isSick || play.isSick(*cluster); }, most);
}

QList<bool> PlayBench::goals() const
{
    QList<bool> met;
    for (const auto& goal : play.goals)
        met.append(goal(*cluster));
    return met;
}

bool PlayBench::recovers(std::chrono::minutes most)
{
    auto held = 0ms;
    return passUntil(
        [this, &held] {
            held = allGoalsHold() ? held + tick : 0ms;
            return held > play.hold;
        },
        most);
}

ApiAnswer PlayBench::ask(const QByteArray& method, const QByteArray& target, const QByteArray& body,
                         const QByteArray& contentType)
{
    return *support::ask(api, {method, target, body, contentType, m_token});
}

} // namespace support
