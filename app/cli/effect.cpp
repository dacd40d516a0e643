#include "app/cli/commands.h"
#include "app/cli/effectreport.h"
#include "app/cli/filetext.h"
#include "app/cli/routes.h"
#include "app/cli/session.h"
#include "core/flink/serviceproxy.h"
#include "core/manifest/lint.h"
#include "core/manifest/readable.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using base::Error;

/// The documents of a file that are Flink's, as what they mean; others are only named.
base::Result<QList<QJsonObject>> manifestsIn(const QByteArray& text, Session& session)
{
    if (const auto problem = manifest::problemOf(text))
        return Error{Error::Kind::Configuration, problem->message};
    QList<QJsonObject> manifests;
    const QList<manifest::Piece> pieces = manifest::piecesOf(text);
    for (const manifest::Piece& piece : pieces) {
        const auto result = yaml::Tree::parse(piece.text);
        const auto* tree = std::get_if<yaml::Tree>(&result);
        if (!tree)
            return Error{Error::Kind::Configuration,
                         manifest::faultFinding(std::get<yaml::Tree::Fault>(result), piece.text).message};
        const QJsonObject document = tree->value(tree->root()).toObject();
        const QString kind = document.value(u"kind").toString();
        if (manifest::kindOf(kind) != manifest::Subject::Kind::Other)
            manifests.append(document);
        else if (!document.isEmpty())
            session.warn(Text::tr("A %1 is none of the operator's kinds: it is left out.").arg(kind));
    }
    return manifests;
}

/// Asks the cluster about one manifest after the other.
class Effects
{
public:
    Effects(Session& session, std::shared_ptr<ClusterRoute> route, QList<QJsonObject> manifests)
        : m_session(session)
        , m_route(std::move(route))
        , m_manifests(std::move(manifests))
    {
    }

    void next()
    {
        if (m_reports.size() == m_manifests.size())
            return finish();
        const QJsonObject& manifest = m_manifests[m_reports.size()];
        m_outlook = std::make_unique<plans::Outlook>(*m_route->api, manifest, checkpoints());
        QObject::connect(m_outlook.get(), &plans::Outlook::failed, &m_session,
                         [this](const Error& error) { m_session.fail(error); });
        QObject::connect(m_outlook.get(), &plans::Outlook::finished, &m_session,
                         [this, manifest](const plans::Prospect& prospect) { take(manifest, prospect); });
        m_outlook->start(m_route->own);
    }

private:
    plans::Outlook::Checkpoints checkpoints() const
    {
        return [client = m_route->client.get()](const kube::ObjectKey& cluster, const QString& job, QObject* context,
                                                std::function<void(base::Result<flink::CheckpointHistory>)> done) {
            flink::RestClient(*client, flink::serviceProxyPath(cluster)).checkpoints(job, context, std::move(done));
        };
    }

    void take(const QJsonObject& manifest, const plans::Prospect& prospect)
    {
        for (const QString& doubt : prospect.doubts)
            m_session.warn(doubt);
        m_reports.append({m_route->context, prospect, prospect.effectOf(manifest)});
        m_outlook.release()->deleteLater();
        next();
    }

    void finish()
    {
        bool isRefused = false;
        QJsonArray items;
        for (const EffectReport& report : std::as_const(m_reports)) {
            isRefused = isRefused || report.effect.decision.way == manifest::Decision::Way::Refused;
            items.append(effectJson(report));
        }
        const QJsonObject json = items.size() == 1 ? items.first().toObject()
                                                   : QJsonObject{{u"kind"_s, u"EffectList"_s}, {u"items"_s, items}};
        m_session.answer(
            json, [this] { return pages(); }, isRefused ? ExitCode::Findings : ExitCode::Done);
    }

    QString pages() const
    {
        QStringList pages;
        for (const EffectReport& report : m_reports)
            pages.append(effectText(report, m_session.colors()));
        return pages.join(u'\n');
    }

    Session& m_session;
    std::shared_ptr<ClusterRoute> m_route;
    const QList<QJsonObject> m_manifests;
    std::unique_ptr<plans::Outlook> m_outlook;
    QList<EffectReport> m_reports;
};

} // namespace

void effect(Session& session)
{
    const auto text = fileText(session.invocation().arguments.first());
    if (!text)
        return session.fail(text.error());
    auto manifests = manifestsIn(*text, session);
    if (!manifests)
        return session.fail(manifests.error());
    if (manifests->isEmpty())
        return session.fail(ExitCode::Usage, Text::tr("There is no manifest of the Flink operator in it."));
    if (session.invocation().has(u"all-namespaces"_s))
        return session.fail(ExitCode::Usage, Text::tr("A name needs a namespace: leave out --all-namespaces."));
    if (const auto route = clusterRoute(session))
        session.keep(std::make_shared<Effects>(session, route, *std::move(manifests))).next();
}

} // namespace cli
