#include "tests/contract/support/operatorpair.h"

#include "tests/contract/support/practiceoperator.h"
#include "tests/contract/support/shape.h"
#include "tests/live/support/observedapi.h"
#include "tests/live/support/waiting.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace contract {

namespace {

const QString team = u"team-a"_s;

QString sideName(OperatorPair::Of of)
{
    return of == OperatorPair::Real ? u"real"_s : u"practice"_s;
}

/// A line for each value, with the way to it; texts that hold JSON are looked into.
void flatten(const QJsonValue& value, const QString& way, QStringList& lines)
{
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        flatten(member.value(), way + u'.' + withoutChance(member.key()), lines);
    const QJsonArray array = value.toArray();
    for (const QJsonValue& element : array)
        flatten(element, way + u"[]"_s, lines);
    if (value.isObject() || value.isArray())
        return;
    const QString text = value.toString();
    const QJsonDocument inner = text.startsWith(u'{') ? QJsonDocument::fromJson(text.toUtf8()) : QJsonDocument();
    if (inner.isObject())
        flatten(inner.object(), way + u'>', lines);
    else
        lines.append(way + u" = "_s + withoutChance(value.toVariant().toString()));
}

/// Labels and annotations of one's own cluster are reduced to their keys.
QString keysOf(const QJsonValue& map)
{
    QStringList keys = map.toObject().keys();
    for (QString& key : keys)
        key = withoutChance(key);
    keys.removeDuplicates();
    return keys.join(u' ');
}

QStringList withoutLuck(const QStringList& states, const QStringList& luck)
{
    QStringList kept;
    for (const QString& state : states) {
        const bool isLuck =
            std::ranges::any_of(luck, [&state](const QString& words) { return state.startsWith(words); });
        if (!isLuck && (kept.isEmpty() || kept.last() != state))
            kept.append(state);
        // How often two states take turns is a matter of time.
        const qsizetype last = kept.size() - 1;
        if (last >= 3 && kept[last] == kept[last - 2] && kept[last - 1] == kept[last - 3])
            kept.remove(last - 1, 2);
    }
    return kept;
}

} // namespace

OperatorPair::OperatorPair() = default;

OperatorPair::~OperatorPair()
{
    m_diaries = {};
}

QString OperatorPair::start()
{
    if (!m_real.up(live::PodCluster::Kind::Whole, QCoreApplication::applicationPid()))
        return m_real.problem();
    if (!m_real.enter())
        return u"its network cannot be entered"_s;
    m_practice = std::make_unique<PracticeOperator>(); // in the same network
    if (!m_practice->problem().isEmpty())
        return m_practice->problem();
    QFile file(m_folder.filePath(u"config"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(m_practice->kubeconfig()) < 0)
        return file.errorString();
    file.close();
    m_kubeconfigs = {m_real.kubeconfig(), file.fileName()};
    for (const Of of : {Real, Practice}) {
        const auto access = live::accessTo(m_kubeconfigs[of], of == Real ? u"admin"_s : u"practice"_s);
        if (!access)
            return access.error().message;
        m_diaries[of] = std::make_unique<Diary>(*access);
    }
    return {};
}

live::CommandOutput OperatorPair::kubectl(Of of, const QStringList& arguments) const
{
    return live::runCommand(live::cache::folder(u"kubernetes"_s) + u"/kubectl"_s,
                            QStringList{u"--kubeconfig"_s, m_kubeconfigs[of], u"--namespace"_s, team} + arguments);
}

QString OperatorPair::tell(Of of, const QStringList& arguments) const
{
    const live::CommandOutput said = kubectl(of, arguments);
    return said.exitCode == 0 ? QString() : sideName(of) + u": "_s + said.report();
}

QString OperatorPair::tell(const QStringList& arguments, Wanted wanted) const
{
    const live::CommandOutput real = kubectl(Real, arguments);
    const live::CommandOutput practice = kubectl(Practice, arguments);
    if ((real.exitCode == 0) != (wanted == Wanted::Success))
        return u"real: "_s + real.report();
    // What comes first of several is a matter of their ids.
    const auto words = [](const live::CommandOutput& said) {
        QStringList lines = withoutChance(QString::fromUtf8(said.output + said.errors)).trimmed().split(u'\n');
        lines.sort();
        return lines.join(u'\n');
    };
    if (real.exitCode != practice.exitCode || words(real) != words(practice))
        return u"real: %1\npractice: %2"_s.arg(words(real), words(practice));
    return {};
}

void OperatorPair::begin()
{
    for (const Of of : {Real, Practice}) {
        m_diaries[of]->begin();
        m_eventsBefore[of] = eventsOf(of);
    }
}

bool OperatorPair::comeTrue(const std::function<bool(Of of)>& holds) const
{
    return live::comesTrue([&] { return holds(Real) && holds(Practice); }, live::PodCluster::patience);
}

QString OperatorPair::become(const QString& name, const QString& words) const
{
    const auto is = [&](Of of) {
        const auto wasElsewhere = [&words](const QString& state) { return !state.startsWith(words); };
        return m_diaries[of]->now(name).startsWith(words) &&
               std::ranges::any_of(m_diaries[of]->states(name), wasElsewhere);
    };
    if (comeTrue(is))
        return {};
    return u"not %1\nreal:\n%2\npractice:\n%3"_s.arg(words, m_diaries[Real]->report(), m_diaries[Practice]->report());
}

QString OperatorPair::compareStates(const QString& name, const QStringList& luck) const
{
    const QStringList real = withoutLuck(m_diaries[Real]->states(name), luck);
    const QStringList practice = withoutLuck(m_diaries[Practice]->states(name), luck);
    if (real == practice)
        return {};
    return u"states of %1\nreal:     %2\npractice: %3"_s.arg(name, real.join(u" > "), practice.join(u" > "));
}

QString OperatorPair::compareErrors(const QStringList& mayDiffer) const
{
    return difference(m_diaries[Practice]->errors(), m_diaries[Real]->errors(), mayDiffer);
}

QJsonArray OperatorPair::list(Of of, const QStringList& arguments) const
{
    const live::CommandOutput said = kubectl(of, QStringList{u"get"_s} + arguments + QStringList{u"-o"_s, u"json"_s});
    return QJsonDocument::fromJson(said.output)[u"items"].toArray();
}

QJsonObject OperatorPair::object(Of of, const QString& kindAndName) const
{
    return QJsonDocument::fromJson(kubectl(of, {u"get"_s, kindAndName, u"-o"_s, u"json"_s}).output).object();
}

QMap<QString, int> OperatorPair::eventsOf(Of of) const
{
    QMap<QString, int> told;
    const QJsonArray events = list(of, {u"events"_s});
    for (const QJsonValue& event : events) {
        const QString kind = event[u"involvedObject"][u"kind"].toString();
        if (!kind.startsWith(u"Flink"))
            continue;
        const QStringList line{kind,
                               event[u"involvedObject"][u"name"].toString(),
                               event[u"type"].toString(),
                               event[u"source"][u"component"].toString(),
                               event[u"reason"].toString(),
                               withoutChance(event[u"message"].toString())};
        told[line.join(u' ')] += std::max(1, event[u"count"].toInt());
    }
    return told;
}

QString OperatorPair::compareEvents(const QStringList& mayDiffer) const
{
    const auto since = [this](Of of) {
        QStringList lines;
        const QMap<QString, int> all = eventsOf(of);
        for (auto event = all.begin(); event != all.end(); ++event) {
            if (event.value() > m_eventsBefore[of].value(event.key()))
                lines.append(event.key());
        }
        return lines;
    };
    return difference(since(Practice), since(Real), mayDiffer);
}

QString OperatorPair::compareResource(const QString& kindAndName, const QStringList& mayDiffer) const
{
    const auto lines = [&](Of of) {
        QJsonObject document = object(of, kindAndName);
        QJsonObject metadata = document[u"metadata"].toObject();
        for (const QString& own : {u"resourceVersion"_s, u"uid"_s, u"creationTimestamp"_s, u"managedFields"_s})
            metadata.remove(own);
        document[u"metadata"] = metadata;
        QStringList found;
        flatten(document, {}, found);
        found.sort();
        return found;
    };
    return difference(lines(Practice), lines(Real), mayDiffer);
}

QStringList OperatorPair::childrenOf(Of of, const QString& deployment) const
{
    QStringList lines;
    const QJsonArray all =
        list(of, {u"deployments,services,configmaps,pods"_s, u"--selector"_s, u"app="_s + deployment});
    for (const QJsonValue& child : all) {
        const QJsonValue metadata = child[u"metadata"];
        const QString name = child[u"kind"].toString() + u'/' + withoutChance(metadata[u"name"].toString());
        lines.append(name);
        lines.append(name + u" labels "_s + keysOf(metadata[u"labels"]));
        lines.append(name + u" annotations "_s + keysOf(metadata[u"annotations"]));
        lines.append(name + u" data "_s + keysOf(child[u"data"]));
        const QJsonArray owners = metadata[u"ownerReferences"].toArray();
        for (const QJsonValue& owner : owners) // a ReplicaSet's name ends in a hash
            lines.append(name + u" owner "_s + owner[u"kind"].toString() + u'/' +
                         owner[u"name"].toString().section(u'-', 0, 0));
        const QJsonArray ports = child[u"spec"][u"ports"].toArray();
        for (const QJsonValue& port : ports)
            lines.append(name + u" port %1 %2"_s.arg(port[u"name"].toString()).arg(port[u"port"].toInt()));
    }
    lines.sort();
    return lines;
}

QString OperatorPair::compareChildren(const QString& deployment, const QStringList& mayDiffer) const
{
    return difference(childrenOf(Practice, deployment), childrenOf(Real, deployment), mayDiffer);
}

} // namespace contract
