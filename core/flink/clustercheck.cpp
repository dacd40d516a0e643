#include "core/flink/clustercheck.h"

#include "core/base/visibletext.h"
#include "core/kube/execplugin.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace flink {

namespace {

using Verdict = DoctorStep::Verdict;
using kube::AccessQuestion;
using kube::Permission;
using Allowed = kube::Permission::Verdict;

constexpr auto suspiciousSkew = 60s;
const auto whoAmIPath = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

QString shown(const QString& text)
{
    return base::visibleText(text, 300);
}

/// What Drey needs; the first three are those without which nothing can be shown.
QList<AccessQuestion> questions(const QString& nameSpace)
{
    const auto ask = [&](const QString& verb, const kube::ResourceType& type, const QString& subresource = {}) {
        return AccessQuestion{.verb = verb, .type = type, .subresource = subresource, .nameSpace = nameSpace};
    };
    const kube::ResourceType deployments = kube::flinkType(u"flinkdeployments"_s);
    return {ask(u"list"_s, deployments),
            ask(u"watch"_s, deployments),
            ask(u"get"_s, deployments),
            ask(u"patch"_s, deployments),
            ask(u"list"_s, kube::flinkType(u"flinksessionjobs"_s)),
            ask(u"watch"_s, kube::flinkType(u"flinksessionjobs"_s)),
            ask(u"list"_s, kube::flinkType(u"flinkstatesnapshots"_s)),
            ask(u"watch"_s, kube::flinkType(u"flinkstatesnapshots"_s)),
            ask(u"list"_s, kube::coreType(u"pods"_s)),
            ask(u"watch"_s, kube::coreType(u"pods"_s)),
            ask(u"get"_s, kube::coreType(u"pods"_s), u"log"_s),
            ask(u"list"_s, kube::coreType(u"events"_s)),
            ask(u"get"_s, kube::coreType(u"services"_s), u"proxy"_s)};
}
constexpr qsizetype indispensable = 3;

QString nameOf(const AccessQuestion& question)
{
    const QString what =
        question.type.plural + (question.subresource.isEmpty() ? QString() : u'/' + question.subresource);
    return question.verb + u' ' + what;
}

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(flink::ClusterCheck)
};

QString answerText(const Permission& everywhere, const Permission& inside, const QString& nameSpace)
{
    if (everywhere.verdict == Allowed::Allowed)
        return Text::tr("yes");
    if (inside.verdict == Allowed::Allowed)
        return Text::tr("only in the namespace %1").arg(nameSpace);
    if (inside.verdict == Allowed::Unknown)
        return Text::tr("unknown: %1").arg(inside.reason);
    return inside.reason.isEmpty() ? Text::tr("no") : Text::tr("no: %1").arg(inside.reason);
}

Finding rightsFinding(const QList<Permission>& everywhere, const QList<Permission>& inside, const QString& nameSpace)
{
    const QList<AccessQuestion> asked = questions(nameSpace);
    QStringList lines, missing;
    bool isBlind = false, isPartial = false, isUnknown = false;
    for (qsizetype i = 0; i < asked.size(); ++i) {
        const Permission all = everywhere.value(i);
        const Permission some = inside.value(i);
        lines.append(nameOf(asked.at(i)) + u": "_s + answerText(all, some, nameSpace));
        if (all.verdict == Allowed::Allowed)
            continue;
        isPartial |= some.verdict == Allowed::Allowed;
        isUnknown |= some.verdict == Allowed::Unknown;
        if (some.verdict == Allowed::Denied) {
            missing.append(nameOf(asked.at(i)));
            isBlind |= i < indispensable;
        }
    }
    const QString detail = lines.join(u'\n');
    if (isBlind) {
        return {
            Verdict::Failed,
            Text::tr("You may not see Flink deployments, neither everywhere nor in the namespace %1. Not permitted: %2")
                .arg(nameSpace, missing.join(u", "_s)),
            detail};
    }
    if (!missing.isEmpty())
        return {Verdict::Warning, Text::tr("Not permitted: %1").arg(missing.join(u", "_s)), detail};
    if (isUnknown)
        return {Verdict::Unknown, Text::tr("The server did not answer every question about rights."), detail};
    if (isPartial)
        return {Verdict::Ok, Text::tr("All that is needed, some of it only in the namespace %1.").arg(nameSpace),
                detail};
    return {Verdict::Ok, Text::tr("All that is needed, in every namespace."), detail};
}

QString imageTag(const QString& image)
{
    const QString last = image.section(u'/', -1).section(u'@', 0, 0);
    return last.contains(u':') ? last.section(u':', 1) : QString();
}

} // namespace

Finding typesFinding(const kube::Discovery& discovery)
{
    const QString group = u"flink.apache.org"_s;
    const auto failure = discovery.failed.constFind(group);
    if (failure != discovery.failed.constEnd() && failure->kind != base::Error::Kind::NotFound)
        return Finding::unknown(*failure);
    QStringList found, missing;
    for (const QString& plural :
         {u"flinkdeployments"_s, u"flinksessionjobs"_s, u"flinkstatesnapshots"_s, u"flinkbluegreendeployments"_s}) {
        if (const kube::ServedType* type = discovery.find(group, plural))
            found.append(plural + u' ' + shown(type->type.version));
        else
            missing.append(plural);
    }
    QString detail = found.join(u'\n');
    if (!missing.isEmpty())
        detail += (found.isEmpty() ? QString() : u"\n"_s) + Text::tr("Not installed: %1").arg(missing.join(u", "_s));
    if (missing.contains(u"flinkdeployments"_s)) {
        return {Verdict::Failed,
                Text::tr("The resources of the Flink Kubernetes Operator are not installed in this cluster (%1).")
                    .arg(group),
                detail};
    }
    if (missing.contains(u"flinksessionjobs"_s))
        return {Verdict::Warning, Text::tr("Not installed: %1").arg(missing.join(u", "_s)), detail};
    return {Verdict::Ok, found.join(u", "_s), detail};
}

Finding operatorFinding(const QJsonObject& deployments)
{
    const QJsonArray items = deployments[u"items"].toArray();
    if (items.isEmpty()) {
        return {Verdict::Unknown,
                Text::tr("No Deployment with the label app.kubernetes.io/name=flink-kubernetes-operator was found. The "
                         "operator may not be installed, or under another label.")};
    }
    QStringList lines;
    bool isRunning = true, isKnown = true;
    for (const QJsonValue item : items) {
        const QString place =
            shown(item[u"metadata"][u"namespace"].toString() + u'/' + item[u"metadata"][u"name"].toString());
        const QString image = item[u"spec"][u"template"][u"spec"][u"containers"][0][u"image"].toString();
        const QString tag = imageTag(image);
        isKnown &= !tag.isEmpty();
        const bool isReady = item[u"status"][u"readyReplicas"].toInt() > 0;
        isRunning &= isReady;
        const QString version = tag.isEmpty() ? Text::tr("version unknown, image %1").arg(shown(image)) : shown(tag);
        lines.append(isReady ? Text::tr("%1: %2").arg(place, version)
                             : Text::tr("%1: %2, not running").arg(place, version));
    }
    const QString message = lines.join(u"; "_s);
    if (!isRunning)
        return {Verdict::Warning, message};
    return {isKnown ? Verdict::Ok : Verdict::Unknown, message};
}

ClusterCheck::ClusterCheck(WayCheck& way, QString nameSpace, QObject* parent)
    : QObject(parent)
    , m_way(way)
    , m_nameSpace(std::move(nameSpace))
{
}

ClusterCheck::~ClusterCheck() = default;

void ClusterCheck::readContext(const kube::Kubeconfig& config, const QString& contextName, const kube::PluginUse& use,
                               Done done)
{
    const auto access = kube::accessTo(config, contextName, use);
    if (!access) {
        done(Finding::failed(access.error()));
        return;
    }
    const bool hasCertificate = config.authenticationOf(contextName).contains(u"clientCertificate"_s);
    m_way.setTarget(access->target, access->credentials,
                    hasCertificate ? WayCheck::Certificate::Show : WayCheck::Certificate::None,
                    WayCheck::PlainText::Suspicious);
    if (m_nameSpace.isEmpty())
        m_nameSpace = access->nameSpace;
    if (access->plugin)
        access->plugin->allow();
    m_client = std::make_unique<http::Client>(access->target, access->credentials);
    m_api = kube::httpApi(*m_client);

    QStringList warnings;
    const QList<kube::Problem> problems = config.problemsOf(contextName);
    for (const kube::Problem& problem : problems)
        warnings.append(problem.message);
    const QString file = config.context(contextName)->file;
    if (warnings.isEmpty())
        done({Verdict::Ok, tr("%1 in %2, signing in by: %3")
                               .arg(access->target.base.toDisplayString(), file,
                                    config.authenticationOf(contextName).join(u", "_s))});
    else
        done({Verdict::Warning, warnings.first(), warnings.join(u'\n')});
}

void ClusterCheck::signIn(Done done)
{
    m_way.credentials()->obtain(this, [this, done = std::move(done)](const base::Result<http::Credential>& credential) {
        if (credential)
            askWhoIAm(*credential, done);
        else
            done(Finding::failed(credential.error()));
    });
}

/// Answered since Kubernetes 1.28. Any answer but 401 shows that the server takes the credentials.
void ClusterCheck::askWhoIAm(const http::Credential& credential, Done done)
{
    const QJsonObject body{{u"apiVersion"_s, u"authentication.k8s.io/v1"_s}, {u"kind"_s, u"SelfSubjectReview"_s}};
    m_api->postJson(
        QString::fromLatin1(whoAmIPath), body, http::Effect::Read, this,
        [warning = credential.warning, done = std::move(done)](const base::Result<QJsonObject>& answer) {
            using Kind = base::Error::Kind;
            const bool hasAnswer = answer || answer.error().httpStatus != 0;
            if (!hasAnswer || (!answer && answer.error().kind == Kind::Unauthorized)) {
                done(Finding::failed(answer.error()));
                return;
            }
            const QJsonValue user = answer ? (*answer)[u"status"][u"userInfo"] : QJsonValue();
            const QString name = shown(user[u"username"].toString());
            const QString groups = shown(user[u"groups"].toVariant().toStringList().join(u", "_s));
            if (!warning.isEmpty())
                done({Verdict::Warning, warning, name});
            else if (name == u"system:anonymous")
                done({Verdict::Warning, tr("No credentials were sent: the server takes you for system:anonymous.")});
            else if (name.isEmpty())
                done({Verdict::Ok, tr("The server takes the credentials; it does not tell who you are to it.")});
            else
                done({Verdict::Ok, tr("Signed in as %1.").arg(name), tr("Groups: %1").arg(groups)});
        });
}

void ClusterCheck::askVersion(Done done)
{
    kube::fetchVersion(*m_api, this, [this, done = std::move(done)](const base::Result<kube::ServerVersion>& version) {
        if (!version) {
            const bool isHidden = version.error().kind == base::Error::Kind::Forbidden;
            done(isHidden ? Finding::unknown(version.error()) : Finding::failed(version.error()));
            return;
        }
        const std::chrono::seconds skew = m_client->clockSkew();
        const QString text = tr("Kubernetes %1").arg(shown(version->gitVersion));
        if (std::chrono::abs(skew) > suspiciousSkew) {
            done({Verdict::Warning, tr("%1. The clock of the server differs from the one here by %2 s: certificates "
                                       "and tokens may seem invalid.")
                                        .arg(text, QString::number(skew.count()))});
        } else {
            done({Verdict::Ok, text});
        }
    });
}

void ClusterCheck::askRights(Done done)
{
    kube::reviewAccess(
        *m_api, questions({}), this,
        [this, done = std::move(done)](const QList<Permission>& everywhere) { askInNamespace(everywhere, done); });
}

void ClusterCheck::askInNamespace(const QList<Permission>& everywhere, Done done)
{
    kube::reviewAccess(*m_api, questions(m_nameSpace), this,
                       [this, everywhere, done = std::move(done)](const QList<Permission>& inside) {
                           done(rightsFinding(everywhere, inside, m_nameSpace));
                       });
}

void ClusterCheck::askTypes(Done done)
{
    kube::discover(*m_api, this, [done = std::move(done)](const base::Result<kube::Discovery>& discovery) {
        done(discovery ? typesFinding(*discovery) : Finding::unknown(discovery.error()));
    });
}

void ClusterCheck::askOperator(Done done)
{
    // Everywhere, else where it usually is.
    askOperatorIn({QString(), m_nameSpace, u"flink-kubernetes-operator"_s, u"flink-operator"_s, u"flink"_s}, {},
                  std::move(done));
}

void ClusterCheck::askOperatorIn(const QStringList& nameSpaces, const base::Error& refusal, Done done)
{
    if (nameSpaces.isEmpty()) {
        done(Finding::unknown(refusal));
        return;
    }
    http::Request request;
    request.path = kube::Collection{.type = {u"apps"_s, u"v1"_s, u"deployments"_s},
                                    .nameSpace = nameSpaces.first(),
                                    .labelSelector = {},
                                    .fieldSelector = {}}
                       .path();
    request.query.addQueryItem(u"labelSelector"_s, u"app.kubernetes.io/name=flink-kubernetes-operator"_s);
    request.query.addQueryItem(u"limit"_s, u"50"_s);
    m_api->send(
        request, this, [this, nameSpaces, refusal, done = std::move(done)](const base::Result<http::Answer>& answer) {
            const QJsonObject list = answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
            const bool isEmptyHere = answer && list[u"items"].toArray().isEmpty() && !nameSpaces.first().isEmpty();
            if (!answer && answer.error().kind != base::Error::Kind::Forbidden)
                done(Finding::unknown(answer.error()));
            else if (!answer || isEmptyHere)
                askOperatorIn(nameSpaces.mid(1), refusal.message.isEmpty() && !answer ? answer.error() : refusal, done);
            else
                done(operatorFinding(list));
        });
}

} // namespace flink
