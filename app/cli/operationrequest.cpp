#include "app/cli/operationrequest.h"

#include "app/cli/filetext.h"
#include "app/cli/session.h"
#include "app/cli/verbs.h"
#include "core/flink/serviceproxy.h"
#include "core/plans/applyrecord.h"
#include "core/yaml/tree.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using plans::Intent;
using plans::SpecChange;
using Verb = Intent::Verb;

QString kindOf(const Session& session)
{
    if (QLatin1StringView(session.invocation().verb->name) == "bluegreen"_L1)
        return plans::blueGreenKind.toString();
    return session.invocation().has(u"session-job"_s) ? u"FlinkSessionJob"_s : u"FlinkDeployment"_s;
}

class Reading
{
public:
    Reading(Session& session, const workflow::Journal& journal)
        : m_session(session)
        , m_journal(journal)
        , m_invocation(session.invocation())
    {
    }

    std::optional<Intent> intent(const ClusterRoute& route)
    {
        m_intent.verb = verbOf(m_session);
        m_intent.kind = kindOf(m_session);
        m_intent.nameSpace = route.own;
        m_intent.name = m_invocation.arguments.value(0);
        m_intent.from = m_invocation.value(u"from"_s);
        m_intent.isEmpty = m_invocation.has(u"empty"_s);
        m_intent.withSavepoint = !m_invocation.has(u"no-savepoint"_s);
        m_intent.drains = m_invocation.has(u"drain"_s);
        if (!http::isSafeSegment(m_intent.name) || !http::isSafeSegment(m_intent.nameSpace))
            return refuse(Text::tr("'%1' cannot be the name of a deployment.").arg(m_intent.name));
        if (m_invocation.has(u"format"_s))
            m_intent.format =
                m_invocation.value(u"format"_s) == u"native" ? Intent::Format::Native : Intent::Format::Canonical;
        const bool isRead = readSettle() && readChange() && readRollback();
        return isRead ? std::optional(m_intent) : std::nullopt;
    }

private:
    std::optional<Intent> refuse(const QString& message)
    {
        m_session.fail(ExitCode::Usage, message);
        return {};
    }

    bool readSettle()
    {
        if (!m_invocation.has(u"settle"_s))
            return true;
        bool isNumber = false;
        const int seconds = m_invocation.value(u"settle"_s).toInt(&isNumber);
        constexpr int mostSeconds = 24 * 3600;
        m_intent.settle = std::chrono::seconds(seconds);
        if (isNumber && seconds >= 0 && seconds <= mostSeconds)
            return true;
        return refuse(Text::tr("'%1' is no number of seconds for '--settle'.").arg(m_invocation.value(u"settle"_s)))
            .has_value();
    }

    void set(const QString& option, const QStringList& path)
    {
        if (m_invocation.has(option))
            m_intent.change.set(plans::pathIn(m_intent.kind, path), m_invocation.value(option));
    }

    bool readChange()
    {
        if (m_intent.verb != Verb::Upgrade && m_intent.verb != Verb::Rescale)
            return true;
        if (m_invocation.has(u"filename"_s) && !readFile(m_invocation.value(u"filename"_s)))
            return false;
        set(u"image"_s, {u"spec"_s, u"image"_s});
        set(u"jar"_s, {u"spec"_s, u"job"_s, u"jarURI"_s});
        set(u"flink-version"_s, {u"spec"_s, u"flinkVersion"_s});
        set(u"mode"_s, {u"spec"_s, u"job"_s, u"upgradeMode"_s});
        if (m_invocation.has(u"parallelism"_s)) {
            bool isNumber = false;
            const int parallelism = m_invocation.value(u"parallelism"_s).toInt(&isNumber);
            if (!isNumber || parallelism < 1)
                return refuse(Text::tr("'%1' is no parallelism.").arg(m_invocation.value(u"parallelism"_s)))
                    .has_value();
            m_intent.change.set(plans::pathIn(m_intent.kind, {u"spec"_s, u"job"_s, u"parallelism"_s}), parallelism);
        }
        if (m_invocation.has(u"vertex"_s))
            m_intent.change.set({u"spec"_s, u"flinkConfiguration"_s, u"pipeline.jobvertex-parallelism-overrides"_s},
                                m_invocation.values(u"vertex"_s).join(u',').replace(u'=', u':'));
        const QStringList settings = m_invocation.values(u"set"_s);
        for (const QString& setting : settings) {
            const std::optional<SpecChange::Entry> entry = plans::entryOf(setting);
            if (!entry)
                return refuse(Text::tr("'%1' is not of the form spec.path=value.").arg(setting)).has_value();
            m_intent.change.set(entry->path, entry->to);
        }
        if (!m_intent.change.isEmpty())
            return true;
        return refuse(Text::tr("What is to be changed? See 'dreyctl %1 --help'.").arg(plans::verbWord(m_intent.verb)))
            .has_value();
    }

    /// All that the manifest says of the spec; what it does not name stays.
    bool readFile(const QString& path)
    {
        const auto text = fileText(path);
        if (!text) {
            m_session.fail(text.error());
            return false;
        }
        const auto parsed = yaml::Tree::parse(*text);
        const auto* tree = std::get_if<yaml::Tree>(&parsed);
        const QJsonObject manifest = tree ? tree->value(tree->root()).toObject() : QJsonObject();
        const QString name = manifest[u"metadata"][u"name"].toString();
        if (manifest[u"kind"].toString() != m_intent.kind || name != m_intent.name)
            return refuse(Text::tr("'%1' is not the manifest of %2 '%3'.").arg(path, m_intent.kind, m_intent.name))
                .has_value();
        m_intent.change = plans::changeBetween({}, manifest[u"spec"].toObject(), {u"spec"_s});
        flatten();
        return true;
    }

    /// Maps are merged with those of the object, value by value.
    void flatten()
    {
        QList<SpecChange::Entry> open = std::exchange(m_intent.change.entries, {});
        while (!open.isEmpty()) {
            const SpecChange::Entry entry = open.takeFirst();
            const QJsonObject map = entry.to.toObject();
            if (!entry.to.isObject() || map.isEmpty()) {
                m_intent.change.set(entry.path, entry.to);
                continue;
            }
            for (auto inner = map.begin(); inner != map.end(); ++inner)
                open.append({entry.path + QStringList(inner.key()), inner.value()});
        }
    }

    bool readRollback()
    {
        const QString to = m_invocation.value(u"to"_s);
        if (m_intent.verb != Verb::Rollback || to.isEmpty() || to == u"stable")
            return true;
        const std::optional<workflow::Operation> operation = m_journal.operation(to);
        if (!operation || operation->plan.before.isEmpty())
            return refuse(Text::tr("There is no operation '%1' with a spec to go back to.").arg(to)).has_value();
        m_intent.spec = operation->plan.before;
        return true;
    }

    Session& m_session;
    const workflow::Journal& m_journal;
    const Invocation& m_invocation;
    Intent m_intent;
};

} // namespace

Intent::Verb verbOf(const Session& session)
{
    // "bluegreen" changes the spec.
    return plans::verbOf(QString::fromLatin1(session.invocation().verb->name)).value_or(Intent::Verb::Upgrade);
}

workflow::Journal journalOf(const Session& session)
{
    const QString folder = session.invocation().value(u"state-dir"_s);
    return workflow::Journal(folder.isEmpty() ? workflow::Journal::usualFolder() : folder + u"/operations"_s);
}

plans::Site siteOf(const ClusterRoute& route, const workflow::Journal& journal)
{
    plans::Site site;
    site.api = route.api.get();
    site.rest = [client = route.client.get()](const kube::ObjectKey& cluster) {
        return std::make_unique<flink::RestClient>(*client, flink::serviceProxyPath(cluster));
    };
    site.context = route.context;
    site.environment = route.environment;
    site.isProtected = route.isProtected;
    site.journal = &journal;
    return site;
}

std::optional<Intent> intentOf(Session& session, const ClusterRoute& route, const workflow::Journal& journal)
{
    return Reading(session, journal).intent(route);
}

} // namespace cli
