#include "tests/support/sampleserver.h"

#include "tests/support/samplecluster.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace support {

namespace {

const QString clusterPrefix = u"/clusters/"_s;

} // namespace

SampleServer::SampleServer(QObject* parent)
    : QObject(parent)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const SampleFleet& fleet : sampleFleets())
        m_clusters.push_back(std::make_unique<SampleCluster>(fleet, now, nullptr));
    m_api.onRequest([this](Exchange& exchange) { answer(exchange); });
    m_flink.onRequest([this](Exchange& exchange) {
        const SampleFlink* flink = cluster(u"sample"_s)->flink(u"payments"_s, u"payment-authorize"_s);
        const SampleFlink::Answer reply =
            flink->answer(exchange.path(), exchange.query(), QDateTime::currentDateTimeUtc());
        exchange.replyJson(reply.status, reply.body);
    });
}

SampleServer::~SampleServer() = default;

bool SampleServer::listen()
{
    if (!m_authority.isUsable())
        return false;
    m_api.useTls(m_authority.issue().serverTls());
    if (!m_api.listen() || !m_flink.listen())
        return false;
    m_apiPort = m_api.port();
    m_flinkPort = m_flink.port();
    return true;
}

void SampleServer::interrupt()
{
    m_api.stop();
    m_flink.stop();
}

bool SampleServer::resume()
{
    return m_api.listen(m_apiPort) && m_flink.listen(m_flinkPort);
}

void SampleServer::answer(const Exchange& exchange) const
{
    if (exchange.request().header("Authorization") != "Bearer " + token())
        return exchange.replyJson(401, R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure",)"
                                       R"("message":"Unauthorized","reason":"Unauthorized","code":401})");
    const QString path = exchange.path();
    const QString context = path.startsWith(clusterPrefix) ? path.section(u'/', 2, 2) : QString();
    SampleCluster* found = cluster(context);
    if (!found)
        return exchange.reply(404, "404 page not found\n", {{"Content-Type", "text/plain"}});
    found->answer(exchange, path.sliced(clusterPrefix.size() + context.size()));
}

SampleCluster* SampleServer::cluster(const QString& context) const
{
    for (const auto& one : m_clusters)
        if (one->fleet().context == context)
            return one.get();
    return nullptr;
}

QStringList SampleServer::contexts() const
{
    QStringList all;
    for (const auto& one : m_clusters)
        all += one->fleet().context;
    return all;
}

QUrl SampleServer::address(const QString& context) const
{
    return m_api.url(clusterPrefix + context);
}

QUrl SampleServer::flinkAddress() const
{
    return m_flink.url();
}

QByteArray SampleServer::authority() const
{
    return m_authority.pem();
}

QByteArray SampleServer::token() const
{
    return "sample-token";
}

void SampleServer::change(const QString& context, const QJsonObject& object)
{
    if (SampleCluster* found = cluster(context))
        found->put(object);
}

bool SampleServer::remove(const QString& context, const QString& kind, const QString& nameSpace, const QString& name)
{
    SampleCluster* found = cluster(context);
    return found && found->remove(kind, nameSpace, name);
}

QJsonObject SampleServer::object(const QString& context, const QString& kind, const QString& nameSpace,
                                 const QString& name) const
{
    const SampleCluster* found = cluster(context);
    return found ? found->object(kind, nameSpace, name) : QJsonObject();
}

bool SampleServer::writeKubeconfig(const QString& path) const
{
    QByteArray clusters, all;
    for (const QString& context : contexts()) {
        const QByteArray name = context.toUtf8();
        clusters += "- name: " + name + "\n  cluster:\n    server: " + address(context).toEncoded() +
                    "\n    certificate-authority-data: " + authority().toBase64() + '\n';
        all += "- name: " + name + "\n  context:\n    cluster: " + name + "\n    user: viewer\n";
    }
    QFile file(path);
    const QByteArray text = "apiVersion: v1\nkind: Config\ncurrent-context: sample\nclusters:\n" + clusters +
                            "contexts:\n" + all + "users:\n- name: viewer\n  user:\n    token: " + token() + '\n';
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
           file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(text) == text.size();
}

} // namespace support
