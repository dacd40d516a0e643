#include "core/sim/flink/highavailability.h"

#include "core/sim/flink/javabytes.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

const QString checkpointKey = u"checkpointID-"_s;
const QString jobKey = u"jobGraph-"_s;
const QString leaderKey = u"org.apache.flink.k8s.leader."_s;

/// Flink names no field manager: the API server takes the beginning of its client's User-Agent.
Write byFlink()
{
    return Write::by(u"fabric8-kubernetes-client"_s);
}

/// What stands in a ConfigMap: a Java object stream with the file that Flink keeps the thing in, and what that file
/// would say.
QString pointer(const QString& file, const QString& content)
{
    const QByteArray stream = JavaBytes().u16(0xACED).u16(5).u8(0x74).utf(content).u8(0x74).utf(file).bytes();
    return QString::fromLatin1(stream.toBase64());
}

/// The content given to pointer(); empty: it is none.
QString pointedAt(const QString& value)
{
    constexpr qsizetype head = 7;
    const QByteArray bytes = QByteArray::fromBase64(value.toLatin1());
    return bytes.size() >= head ? QString::fromUtf8(bytes.mid(head, qFromBigEndian<quint16>(bytes.constData() + 5)))
                                : QString();
}

} // namespace

HighAvailability::HighAvailability(Objects& objects, QString ns, QString cluster, const Configuration& configuration)
    : m_objects(objects)
    , m_namespace(std::move(ns))
    , m_cluster(std::move(cluster))
    , m_folder(Storage::shown(configuration.text(u"high-availability.storageDir", QString())))
{
    const QString type = configuration.text(u"high-availability.type", QString()).toLower();
    m_isOn = type == u"kubernetes" || type.contains(u"kuberneteshaservicesfactory");
}

QJsonObject HighAvailability::data(const QString& map) const
{
    const Snapshot found = m_objects.find(u"configmaps", m_namespace, map);
    return found ? found->document()["data"_L1].toObject() : QJsonObject();
}

void HighAvailability::edit(const QString& map, const std::function<void(QJsonObject& data)>& change)
{
    if (!m_isOn)
        return;
    const auto edited = [&change](QJsonObject& document) {
        QJsonObject content = document["data"_L1].toObject();
        change(content);
        document["data"_L1] = content;
    };
    if (m_objects.find(u"configmaps", m_namespace, map)) {
        (void)m_objects.change(u"configmaps", m_namespace, map, Part::Main, edited, byFlink());
        return;
    }
    QJsonObject document{
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"ConfigMap"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, map},
                                    {u"namespace"_s, m_namespace},
                                    {u"labels"_s, QJsonObject{{u"app"_s, m_cluster},
                                                              {u"configmap-type"_s, u"high-availability"_s},
                                                              {u"type"_s, u"flink-native-kubernetes"_s}}}}}};
    edited(document);
    (void)m_objects.create(u"configmaps", document, byFlink());
}

void HighAvailability::noteLeader(const QString& ip, const QString& session)
{
    m_leader = u"%1,pekko.tcp://flink@%2:6123/user/rpc/"_s.arg(session, ip);
    edit(clusterMap(), [&](QJsonObject& content) {
        content[leaderKey + "resourcemanager"_L1] = m_leader + "resourcemanager_0"_L1;
        content[leaderKey + "dispatcher"_L1] = m_leader + "dispatcher_1"_L1;
        content[leaderKey + "restserver"_L1] = u"%1,http://%2:8081"_s.arg(session, ip);
    });
}

void HighAvailability::forgetLeader()
{
    if (!m_isOn || !m_objects.find(u"configmaps", m_namespace, clusterMap()))
        return;
    edit(clusterMap(), [](QJsonObject& content) {
        for (const QString& key : content.keys()) {
            if (key.startsWith(leaderKey))
                content.remove(key);
        }
    });
}

void HighAvailability::noteJob(const Recoverable& job)
{
    edit(clusterMap(), [&](QJsonObject& content) {
        const QString before = pointedAt(content[jobKey + job.id].toString()).section(u'\n', 1);
        const QString path = job.path.isEmpty() ? before : job.path;
        content[jobKey + job.id] = pointer(m_folder + u'/' + m_cluster + u"/submittedJobGraph"_s + job.id.left(12),
                                           QString::number(job.parallelism) + u' ' + job.program + u'\n' + path);
        content[leaderKey + "job-"_L1 + job.id] = m_leader + "jobmanager_2"_L1;
    });
    edit(jobMap(job.id), [](QJsonObject& content) {
        if (!content.contains("counter"_L1))
            content["counter"_L1] = u"1"_s;
    });
}

void HighAvailability::noteCheckpoints(const QString& jobId, const std::vector<Checkpoint>& kept, qint64 nextId)
{
    if (!m_isOn)
        return;
    edit(jobMap(jobId), [&](QJsonObject& content) {
        QJsonObject fresh;
        for (auto it = content.begin(); it != content.end(); ++it) {
            if (!it.key().startsWith(checkpointKey))
                fresh[it.key()] = *it;
        }
        for (const Checkpoint& checkpoint : kept) {
            const QString number = QString::number(checkpoint.id).rightJustified(19, u'0');
            const QString file = m_folder + u'/' + m_cluster + u"/completedCheckpoint"_s + number.right(12);
            fresh[checkpointKey + number] = pointer(file, checkpoint.path);
        }
        fresh["counter"_L1] = QString::number(nextId);
        content = fresh;
    });
}

void HighAvailability::forgetJob(const QString& jobId)
{
    if (!m_isOn)
        return;
    (void)m_objects.remove(u"configmaps", m_namespace, jobMap(jobId));
    edit(clusterMap(), [&](QJsonObject& content) {
        content.remove(jobKey + jobId);
        content.remove(leaderKey + "job-"_L1 + jobId);
    });
}

std::vector<HighAvailability::Recoverable> HighAvailability::jobs() const
{
    std::vector<Recoverable> found;
    const QJsonObject content = m_isOn ? data(clusterMap()) : QJsonObject();
    for (auto it = content.begin(); it != content.end(); ++it) {
        if (!it.key().startsWith(jobKey))
            continue;
        const QString noted = pointedAt(it->toString());
        const QString program = noted.section(u'\n', 0, 0);
        found.push_back({it.key().mid(jobKey.size()), program.section(u' ', 1), program.section(u' ', 0, 0).toInt(),
                         noted.section(u'\n', 1)});
    }
    return found;
}

std::optional<HighAvailability::Checkpoint> HighAvailability::latest(const QString& jobId) const
{
    std::optional<Checkpoint> newest;
    const QJsonObject content = m_isOn ? data(jobMap(jobId)) : QJsonObject();
    for (auto it = content.begin(); it != content.end(); ++it) {
        if (!it.key().startsWith(checkpointKey))
            continue;
        const qint64 id = it.key().mid(checkpointKey.size()).toLongLong();
        if (newest && newest->id > id)
            continue;
        newest = Checkpoint{id, pointedAt(it->toString())};
    }
    return newest;
}

qint64 HighAvailability::counter(const QString& jobId) const
{
    return m_isOn ? std::max<qint64>(0, data(jobMap(jobId))["counter"_L1].toString().toLongLong() - 1) : 0;
}

} // namespace sim::flink
