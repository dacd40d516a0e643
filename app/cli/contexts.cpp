#include "app/cli/commands.h"
#include "app/cli/routes.h"
#include "app/cli/session.h"
#include "app/cli/shapes.h"
#include "core/base/visibletext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

QString severityWord(kube::Problem::Severity severity)
{
    return severity == kube::Problem::Severity::Error ? u"error"_s : u"warning"_s;
}

QJsonObject contextJson(const kube::Kubeconfig& config, const kube::ContextEntry& context, const QString& current)
{
    QJsonArray problems;
    const QList<kube::Problem> found = config.problemsOf(context.name);
    for (const kube::Problem& problem : found)
        problems.append(QJsonObject{{u"severity"_s, severityWord(problem.severity)}, {u"message"_s, problem.message}});
    const kube::ClusterEntry* cluster = config.cluster(context.cluster);
    return {{u"name"_s, context.name},
            {u"cluster"_s, context.cluster},
            {u"user"_s, context.user},
            {u"namespace"_s, context.nameSpace.isEmpty() ? u"default"_s : context.nameSpace},
            {u"server"_s, cluster ? shapes::text(cluster->server) : QJsonValue()},
            {u"current"_s, context.name == current},
            {u"auth"_s, QJsonArray::fromStringList(config.authenticationOf(context.name))},
            {u"file"_s, context.file},
            {u"problems"_s, problems}};
}

QString contextTable(const QJsonArray& items, Colors colors)
{
    if (items.isEmpty())
        return Text::tr("No context was found.") + u'\n';
    Table table({QString(), Text::tr("Name"), Text::tr("Cluster"), Text::tr("User"), Text::tr("Namespace"),
                 Text::tr("Server"), Text::tr("Sign-in"), Text::tr("Problems")});
    for (const QJsonValue& item : items) {
        const QJsonArray problems = item[u"problems"].toArray();
        QStringList auth, messages;
        const QJsonArray kinds = item[u"auth"].toArray();
        for (const QJsonValue& kind : kinds)
            auth.append(kind.toString());
        for (const QJsonValue& problem : problems)
            messages.append(base::visibleText(problem[u"message"].toString()));
        table.add({item[u"current"].toBool() ? u"*"_s : QString(), base::visibleText(item[u"name"].toString()),
                   base::visibleText(item[u"cluster"].toString()), base::visibleText(item[u"user"].toString()),
                   base::visibleText(item[u"namespace"].toString()), base::visibleText(item[u"server"].toString()),
                   auth.join(u", "_s), messages.join(u" · "_s)});
    }
    return table.text(colors);
}

} // namespace

void listContexts(Session& session)
{
    const auto config = kubeconfigOf(session);
    if (!config)
        return;
    for (const kube::Problem& problem : config->problems)
        session.warn(problem.message);
    QJsonArray items;
    for (const kube::ContextEntry& context : config->contexts)
        items.append(contextJson(*config, context, config->currentContext));
    session.answer({{u"kind"_s, u"ContextList"_s}, {u"items"_s, items}},
                   [&] { return contextTable(items, session.colors()); });
}

} // namespace cli
