#include "ui/fleet/situation.h"

#include "core/base/visibletext.h"

#include <algorithm>

namespace fleet {

using namespace Qt::StringLiterals;

namespace {

using State = flink::ConnectionState::Kind;

const Situation::Party* firstIn(const QList<Situation::Party>& parties, std::initializer_list<State> kinds)
{
    const auto found = std::find_if(parties.begin(), parties.end(), [&](const Situation::Party& party) {
        return std::find(kinds.begin(), kinds.end(), party.state.kind) != kinds.end();
    });
    return found == parties.end() ? nullptr : &*found;
}

} // namespace

QList<Situation::Party> Situation::partiesOf(const QList<const flink::Connection*>& connections)
{
    QList<Party> parties;
    for (const flink::Connection* connection : connections) {
        const bool isEndpoint = connection->type() == flink::Connection::Type::Endpoint;
        parties.append({base::visibleText(connection->settings().name, 128), connection->state(),
                        isEndpoint || connection->deployments()->isComplete()});
    }
    return parties;
}

QString Situation::reasonOf(const Party& party)
{
    const QString message = party.state.error ? base::visibleText(party.state.error->message, 512) : QString();
    switch (party.state.kind) {
    case State::Unauthorized:
        return message.isEmpty() ? tr("%1 does not accept the credentials.").arg(party.name)
                                 : u"%1: %2"_s.arg(party.name, message);
    case State::NotPermitted:
        return tr("%1: listing flinkdeployments is not permitted.").arg(party.name);
    case State::NotInstalled:
        return tr("%1: the Flink operator's resource types are not installed.").arg(party.name);
    case State::Reconnecting:
    case State::Stale:
    case State::Unreachable:
        return message.isEmpty() ? tr("%1 cannot be reached.").arg(party.name) : u"%1: %2"_s.arg(party.name, message);
    case State::Closed:
        return tr("%1 is closed.").arg(party.name);
    case State::Connecting:
    case State::Live:
        return {};
    }
    return {};
}

bool Situation::isTrouble(State kind)
{
    switch (kind) {
    case State::Reconnecting:
    case State::Stale:
    case State::Unauthorized:
    case State::NotPermitted:
    case State::NotInstalled:
    case State::Unreachable:
        return true;
    case State::Closed:
    case State::Connecting:
    case State::Live:
        return false;
    }
    return false;
}

Situation Situation::of(const QList<Party>& parties)
{
    if (parties.isEmpty())
        return {Kind::NoConnection,
                tr("No connection is open. Connect to a context or a Flink address to see its deployments."),
                {}};
    const bool isLoading = std::any_of(parties.begin(), parties.end(), [](const Party& party) {
        return party.state.kind == State::Connecting || (party.state.kind == State::Live && !party.isComplete);
    });
    if (isLoading)
        return {Kind::Loading, {}, {}};
    if (const Party* party =
            firstIn(parties, {State::Unreachable, State::Reconnecting, State::Stale, State::Unauthorized}))
        return {Kind::Unreachable, reasonOf(*party), party->state.lastContact};
    if (firstIn(parties, {State::Live}))
        return {Kind::Nothing, tr("There are no Flink deployments here."), {}};
    if (const Party* party = firstIn(parties, {State::NotPermitted})) {
        const QString verb = tr("list flinkdeployments in %1").arg(party->name);
        return {Kind::NotPermitted, verb, party->state.lastContact};
    }
    if (const Party* party = firstIn(parties, {State::NotInstalled}))
        return {Kind::NotInstalled, reasonOf(*party), party->state.lastContact};
    return {Kind::Nothing, reasonOf(parties.first()), {}};
}

std::optional<Situation::Cut> Situation::cutOf(const QList<Party>& parties)
{
    Cut cut;
    QStringList sentences;
    for (const Party& party : parties) {
        if (!isTrouble(party.state.kind))
            continue;
        sentences.append(reasonOf(party));
        if (!cut.lastContact.isValid() ||
            (party.state.lastContact.isValid() && party.state.lastContact < cut.lastContact))
            cut.lastContact = party.state.lastContact;
    }
    if (sentences.isEmpty())
        return {};
    cut.sentence = sentences.join(u' ');
    return cut;
}

} // namespace fleet
