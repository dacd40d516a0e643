#include "core/sim/operator/round.h"

#include "core/sim/operator/writer.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::op {
namespace {

using namespace std::chrono_literals;

constexpr auto stepTime = 60ms;

} // namespace

Round::Round(Toolbox tools, Snapshot object)
    : m_tools(tools)
    , m_object(std::move(object))
{
}

void Round::run(Done done)
{
    m_done = std::move(done);
    m_tools.world.clock.after(stepTime, guardedRead([this] { begin(); }));
}

void Round::then(std::function<void()> step)
{
    m_tools.world.clock.after(stepTime, guarded(std::move(step)));
}

void Round::finish(const Next& next)
{
    m_tools.world.clock.after(0ms, guarded([this, next] {
                                  const Done done = std::move(m_done);
                                  done(next);
                              }));
}

bool Round::addFinalizer(QStringView type, const QString& finalizer,
                         const std::function<void(QJsonObject& document)>& change)
{
    if (m_object->metadata()[u"finalizers"].toArray().contains(finalizer))
        return true;
    const Outcome outcome = m_tools.world.objects.change(
        type, m_object->ns(), m_object->name(), Part::Main,
        [&](QJsonObject& document) {
            QJsonArray finalizers = at(document, {u"metadata", u"finalizers"}).toArray();
            finalizers.append(finalizer);
            put(document, {u"metadata", u"finalizers"}, finalizers);
            if (change)
                change(document);
        },
        byOperator());
    if (!outcome)
        return false;
    m_object = outcome.object();
    return true;
}

void Round::removeFinalizer(QStringView type, const QString& finalizer)
{
    static_cast<void>(m_tools.world.objects.change(
        type, m_object->ns(), m_object->name(), Part::Main,
        [&](QJsonObject& document) {
            QJsonArray kept;
            for (const QJsonValue& value : at(document, {u"metadata", u"finalizers"}).toArray()) {
                if (value.toString() != finalizer)
                    kept.append(value);
            }
            put(document, {u"metadata", u"finalizers"}, kept);
        },
        byOperator()));
}

} // namespace sim::op
