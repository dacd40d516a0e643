#include "core/flink/doctor.h"

#include "core/base/visibletext.h"
#include "core/flink/restclient.h"
#include "core/http/probe.h"
#include "core/kube/accessreview.h"
#include "core/kube/discovery.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace flink {

namespace {

using Verdict = Examination::Verdict;

/// A certificate that ends sooner than this should be looked at.
constexpr qint64 certificateWarningDays = 14;

QString shown(const QString& text)
{
    return base::visibleText(text, 300);
}

QString imageTag(const QString& image)
{
    const QString last = image.section(u'/', -1).section(u'@', 0, 0);
    return last.contains(u':') ? last.section(u':', -1) : QString();
}

} // namespace

class Doctor::Private
{
    Q_DECLARE_TR_FUNCTIONS(flink::Doctor)

public:
    using Step = void (Private::*)();
    struct Planned
    {
        QString id, title;
        Step run;
    };

    Private(Doctor* doctor, http::Target place, std::shared_ptr<http::CredentialSource> source)
        : q(doctor)
        , target(place)
        , credentials(std::move(source))
        , probe(place)
        , client(std::move(place), credentials)
        , api(kube::httpApi(client))
    {
    }

    void planContext();
    void planEndpoint();
    void next();
    void conclude(Verdict verdict, const QString& finding, const QString& detail = {});
    /// Nothing after this step can work.
    void giveUp(const base::Error& error);

    void resolve();
    void connectTcp();
    void handshake();
    void obtainCredentials();
    void askVersion();
    void askPermissions();
    void judgePermissions(const QList<kube::Permission>& permissions);
    void askTypes();
    void askSnapshotType(const QString& version);
    void askOperator();
    void judgeOperator(const QJsonObject& list);
    void askFlink();

    Doctor* q;
    http::Target target;
    std::shared_ptr<http::CredentialSource> credentials;
    QString nameSpace;
    http::Probe probe;
    http::Client client;
    std::unique_ptr<kube::Api> api;
    QList<QHostAddress> addresses;
    QList<Planned> planned;
    QList<Examination> done;
    QElapsedTimer clock;
    bool isFinished = false;
};

void Doctor::Private::planContext()
{
    planned = {{u"name"_s, tr("Name"), &Private::resolve},
               {u"tcp"_s, tr("Connection"), &Private::connectTcp},
               {u"tls"_s, tr("Secure channel"), &Private::handshake},
               {u"credentials"_s, tr("Credentials"), &Private::obtainCredentials},
               {u"version"_s, tr("Server version"), &Private::askVersion},
               {u"permissions"_s, tr("Permissions"), &Private::askPermissions},
               {u"types"_s, tr("Flink resource types"), &Private::askTypes},
               {u"operator"_s, tr("Flink operator"), &Private::askOperator}};
}

void Doctor::Private::planEndpoint()
{
    planned = {{u"name"_s, tr("Name"), &Private::resolve},
               {u"tcp"_s, tr("Connection"), &Private::connectTcp},
               {u"tls"_s, tr("Secure channel"), &Private::handshake},
               {u"flink"_s, tr("Flink"), &Private::askFlink}};
}

void Doctor::Private::next()
{
    if (done.size() == planned.size()) {
        isFinished = true;
        emit q->finished();
        return;
    }
    clock.start();
    (this->*planned[done.size()].run)();
}

void Doctor::Private::conclude(Verdict verdict, const QString& finding, const QString& detail)
{
    const Planned& step = planned[done.size()];
    done.append({step.id, step.title, verdict, finding, detail, std::chrono::milliseconds(clock.elapsed())});
    emit q->examined(done.last());
    QTimer::singleShot(0, q, [this] { next(); });
}

void Doctor::Private::giveUp(const base::Error& error)
{
    const qsizetype first = done.size();
    for (qsizetype i = first; i < planned.size(); ++i) {
        const bool isCulprit = i == first;
        done.append({planned[i].id, planned[i].title, isCulprit ? Verdict::Failed : Verdict::Skipped,
                     isCulprit ? error.message : tr("An earlier step stands in the way."), isCulprit ? error.detail : QString(),
                     std::chrono::milliseconds(isCulprit ? clock.elapsed() : 0)});
        emit q->examined(done.last());
    }
    QTimer::singleShot(0, q, [this] { next(); });
}

void Doctor::Private::resolve()
{
    probe.resolve(q, [this](const base::Result<http::Probe::Resolved>& answer) {
        if (!answer)
            return giveUp(answer.error());
        addresses = answer->addresses;
        QStringList texts;
        for (const QHostAddress& address : std::as_const(addresses))
            texts.append(address.toString());
        conclude(Verdict::Ok, tr("'%1' is %2.").arg(shown(answer->host), texts.join(u", "_s)));
    });
}

void Doctor::Private::connectTcp()
{
    // One address after the other, as any client would.
    const QHostAddress address = addresses.isEmpty() ? QHostAddress() : addresses.takeFirst();
    probe.connectTcp(address, 0, q, [this](const base::Result<http::Probe::Connected>& answer) {
        if (!answer && !addresses.isEmpty())
            return connectTcp();
        if (!answer)
            return giveUp(answer.error());
        conclude(Verdict::Ok, answer->proxy.isEmpty() ? tr("Connected to %1.").arg(answer->peer)
                                                      : tr("Connected to the proxy %1.").arg(answer->proxy));
    });
}

void Doctor::Private::handshake()
{
    if (target.base.scheme() != u"https") {
        conclude(Verdict::Warning, tr("The connection is not encrypted: what is sent can be read on the way."));
        return;
    }
    probe.handshake({}, q, [this](const base::Result<http::Probe::Secured>& answer) {
        if (!answer)
            return giveUp(answer.error());
        const qint64 days = QDateTime::currentDateTimeUtc().daysTo(answer->validTo);
        const QString channel = tr("%1, certificate of '%2' until %3").arg(answer->protocol, shown(answer->subject),
                                                                          answer->validTo.toString(Qt::ISODate));
        if (!answer->verified)
            conclude(Verdict::Warning, tr("The server's certificate is not verified: anybody could pretend to be this server."), channel);
        else if (days < certificateWarningDays)
            conclude(Verdict::Warning, tr("The server's certificate ends in %n day(s).", nullptr, int(days)), channel);
        else
            conclude(Verdict::Ok, channel);
    });
}

void Doctor::Private::obtainCredentials()
{
    if (!credentials) {
        conclude(Verdict::Warning, tr("The context has no credentials: the server sees an anonymous user."));
        return;
    }
    credentials->obtain(q, [this](const base::Result<http::Credential>& answer) {
        if (!answer)
            return giveUp(answer.error());
        const bool hasToken = !answer->authorization.isEmpty();
        const bool hasCertificate = !answer->certificateChain.isEmpty();
        if (!answer->warning.isEmpty())
            conclude(Verdict::Warning, answer->warning);
        else if (!hasToken && !hasCertificate)
            conclude(Verdict::Warning, tr("The context has no credentials: the server sees an anonymous user."));
        else
            conclude(Verdict::Ok, hasCertificate ? tr("A client certificate is ready.") : tr("A token or password is ready."));
    });
}

void Doctor::Private::askVersion()
{
    kube::fetchVersion(*api, q, [this](const base::Result<kube::ServerVersion>& answer) {
        if (answer)
            conclude(Verdict::Ok, tr("Kubernetes %1").arg(shown(answer->gitVersion)));
        else if (answer.error().kind == base::Error::Kind::Forbidden)
            conclude(Verdict::Warning, tr("You may not ask for the version."), answer.error().message);
        else
            giveUp(answer.error());
    });
}

void Doctor::Private::askPermissions()
{
    const kube::ResourceType deployments = kube::flinkType(u"flinkdeployments"_s);
    kube::AccessQuestion everywhere{.verb = u"list"_s, .type = deployments};
    kube::AccessQuestion here{.verb = u"list"_s, .type = deployments, .nameSpace = nameSpace};
    kube::AccessQuestion pods{.verb = u"list"_s, .type = kube::coreType(u"pods"_s), .nameSpace = nameSpace};
    kube::AccessQuestion proxy{.verb = u"get"_s, .type = kube::coreType(u"services"_s), .subresource = u"proxy"_s, .nameSpace = nameSpace};
    kube::reviewAccess(*api, {everywhere, here, pods, proxy}, q, [this](const QList<kube::Permission>& answers) { judgePermissions(answers); });
}

void Doctor::Private::judgePermissions(const QList<kube::Permission>& permissions)
{
    const auto is = [&](int index, kube::Permission::Verdict verdict) { return permissions.value(index).verdict == verdict; };
    using Permission = kube::Permission::Verdict;
    QStringList missing;
    if (is(2, Permission::Denied))
        missing.append(tr("You may not list the pods in '%1'.").arg(shown(nameSpace)));
    if (is(3, Permission::Denied))
        missing.append(tr("You may not reach Flink through the API server in '%1' (get services/proxy).").arg(shown(nameSpace)));
    if (is(0, Permission::Allowed))
        conclude(missing.isEmpty() ? Verdict::Ok : Verdict::Warning, tr("You may list the Flink deployments of all namespaces."),
                 missing.join(u'\n'));
    else if (is(1, Permission::Allowed))
        conclude(Verdict::Warning, tr("You may list the Flink deployments of '%1', but not those of all namespaces.").arg(shown(nameSpace)),
                 missing.join(u'\n'));
    else if (is(0, Permission::Denied) && is(1, Permission::Denied))
        conclude(Verdict::Failed, tr("You may not list Flink deployments, neither in all namespaces nor in '%1'.").arg(shown(nameSpace)),
                 permissions.value(1).reason);
    else
        conclude(Verdict::Warning, tr("The server did not tell what you may do."), permissions.value(0).reason);
}

void Doctor::Private::askTypes()
{
    kube::findVersion(*api, kube::flinkType(u"flinkdeployments"_s), q, [this](const base::Result<QString>& version) {
        if (!version)
            conclude(Verdict::Failed, version.error().message, version.error().detail);
        else if (version->isEmpty())
            conclude(Verdict::Failed, tr("The resource types of the Flink operator are not installed on this cluster."));
        else
            askSnapshotType(*version);
    });
}

void Doctor::Private::askSnapshotType(const QString& version)
{
    kube::findVersion(*api, kube::flinkType(u"flinkstatesnapshots"_s), q, [this, version](const base::Result<QString>& snapshots) {
        if (snapshots && snapshots->isEmpty())
            conclude(Verdict::Warning, tr("FlinkStateSnapshot is missing: the operator's types are older than 1.10."), version);
        else
            conclude(Verdict::Ok, tr("flink.apache.org/%1").arg(shown(version)));
    });
}

void Doctor::Private::askOperator()
{
    http::Request request;
    request.path = u"/apis/apps/v1/deployments"_s;
    kube::addParameter(request.query, u"labelSelector"_s, u"app.kubernetes.io/name=flink-kubernetes-operator"_s);
    api->send(request, q, [this](const base::Result<http::Answer>& answer) {
        if (answer)
            judgeOperator(QJsonDocument::fromJson(answer->body).object());
        else if (answer.error().kind == base::Error::Kind::Forbidden)
            conclude(Verdict::Skipped, tr("You may not look for the operator: that needs the right to list deployments everywhere."));
        else
            conclude(Verdict::Warning, answer.error().message, answer.error().detail);
    });
}

void Doctor::Private::judgeOperator(const QJsonObject& list)
{
    const QJsonArray items = list["items"_L1].toArray();
    if (items.isEmpty()) {
        conclude(Verdict::Warning, tr("No operator was found by its usual label. Flink resources change nothing without one."));
        return;
    }
    const QJsonObject found = items.first().toObject();
    const QJsonObject metadata = found["metadata"_L1].toObject();
    const QJsonArray containers = found["spec"_L1]["template"_L1]["spec"_L1]["containers"_L1].toArray();
    const QString label = metadata["labels"_L1].toObject()["app.kubernetes.io/version"_L1].toString();
    const QString version = label.isEmpty() ? imageTag(containers.first()["image"_L1].toString()) : label;
    const QString where = shown(metadata["namespace"_L1].toString());
    const bool isReady = found["status"_L1]["readyReplicas"_L1].toInt() > 0;
    if (isReady)
        conclude(Verdict::Ok, tr("Version %1 in the namespace '%2'").arg(shown(version), where));
    else
        conclude(Verdict::Warning, tr("The operator %1 in the namespace '%2' is not ready.").arg(shown(version), where));
}

void Doctor::Private::askFlink()
{
    auto rest = std::make_shared<RestClient>(client, QString());
    rest->overview(q, [this, rest](const base::Result<ClusterOverview>& answer) {
        if (!answer)
            return giveUp(answer.error());
        conclude(Verdict::Ok, tr("Flink %1, %n TaskManager(s)", nullptr, answer->taskManagers).arg(shown(answer->flinkVersion)));
    });
}

Doctor::Doctor(kube::ContextAccess access, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(access.target), std::move(access.credentials)))
{
    d->nameSpace = access.nameSpace;
    d->planContext();
}

Doctor::Doctor(EndpointAccess access, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(access.target), std::move(access.credentials)))
{
    d->planEndpoint();
}

Doctor::~Doctor() = default;

void Doctor::start()
{
    if (d->done.isEmpty())
        d->next();
}

const QList<Examination>& Doctor::steps() const
{
    return d->done;
}

bool Doctor::hasFinished() const
{
    return d->isFinished;
}

} // namespace flink
