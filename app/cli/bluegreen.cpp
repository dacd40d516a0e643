#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/cli/routes.h"
#include "app/cli/session.h"
#include "app/cli/shapes.h"
#include "core/base/visibletext.h"
#include "core/manifest/spec.h"
#include "core/plans/colours.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using manifest::LiveObject;

QString or_(const QString& text)
{
    return text.isEmpty() ? u"–"_s : base::visibleText(text, 400);
}

/// Both colours, and what each of them really runs.
class Showing
{
public:
    Showing(Session& session, std::shared_ptr<ClusterRoute> route)
        : m_session(session)
        , m_route(std::move(route))
    {
    }

    void start()
    {
        get(u"flinkbluegreendeployments"_s, m_session.invocation().arguments.first(),
            [this](const base::Result<QJsonObject>& object) {
                const std::optional<LiveObject> known = object ? LiveObject::from(*object) : std::nullopt;
                if (!known)
                    return m_session.fail(object ? base::Error{base::Error::Kind::Decode,
                                                               Text::tr("The API server answered with something else.")}
                                                 : object.error());
                m_object = *known;
                m_open = 2;
                for (const QString& colour : {u"blue"_s, u"green"_s})
                    askColour(m_object.name + u'-' + colour);
            });
    }

private:
    void get(const QString& plural, const QString& name, std::function<void(const base::Result<QJsonObject>&)> done)
    {
        const kube::ObjectPath path{kube::flinkType(plural), m_route->own, name, {}};
        m_route->api->getJson(path.path(), &m_session, std::move(done));
    }

    void askColour(const QString& name)
    {
        get(u"flinkdeployments"_s, name, [this, name](const base::Result<QJsonObject>& object) {
            const std::optional<LiveObject> known = object ? LiveObject::from(*object) : std::nullopt;
            if (known)
                m_colours.insert(name, *known);
            else if (object || object.error().kind != base::Error::Kind::NotFound)
                m_session.warn(Text::tr("%1 could not be read: %2")
                                   .arg(name, object ? QString() : base::visibleText(object.error().message)));
            if (--m_open == 0)
                answer();
        });
    }

    void answer()
    {
        const plans::Colours colours = plans::coloursOf(m_object);
        QJsonArray items;
        Table table({Text::tr("Colour"), Text::tr("Active"), Text::tr("State"), Text::tr("Job"), Text::tr("Image"),
                     Text::tr("Flink"), Text::tr("Parallelism")});
        table.alignRight(6);
        for (const LiveObject& one : std::as_const(m_colours)) {
            const QJsonObject spec = one.deployed();
            const bool isActive = one.name == colours.active;
            items.append(QJsonObject{{u"name"_s, one.name},
                                     {u"active"_s, isActive},
                                     {u"lifecycleState"_s, shapes::text(one.lifecycle)},
                                     {u"jobId"_s, shapes::text(one.jobId)},
                                     {u"jobState"_s, shapes::text(one.jobState)},
                                     {u"image"_s, shapes::text(spec[u"image"].toString())},
                                     {u"flinkVersion"_s, shapes::text(spec[u"flinkVersion"].toString())},
                                     {u"parallelism"_s, spec[u"job"][u"parallelism"]},
                                     {u"error"_s, shapes::text(one.error)}});
            table.add({one.name, isActive ? Text::tr("yes") : Text::tr("no"), or_(one.lifecycle), or_(one.jobState),
                       or_(spec[u"image"].toString()), or_(spec[u"flinkVersion"].toString()),
                       QString::number(spec[u"job"][u"parallelism"].toInt())});
        }
        m_session.answer({{u"kind"_s, u"BlueGreen"_s},
                          {u"namespace"_s, m_object.nameSpace},
                          {u"name"_s, m_object.name},
                          {u"blueGreenState"_s, shapes::text(m_object.blueGreenState)},
                          {u"jobState"_s, shapes::text(m_object.jobState)},
                          {u"error"_s, shapes::text(m_object.error)},
                          {u"colours"_s, items},
                          {u"observedAt"_s, shapes::time(QDateTime::currentDateTimeUtc())}},
                         [&] {
                             QString text = or_(m_object.blueGreenState) + u'\n';
                             if (!m_object.error.isEmpty())
                                 text += or_(m_object.error) + u'\n';
                             return text + u'\n' + table.text(m_session.colors());
                         });
    }

    Session& m_session;
    const std::shared_ptr<ClusterRoute> m_route;
    LiveObject m_object;
    QMap<QString, LiveObject> m_colours; ///< by name
    int m_open = 0;
};

} // namespace

void blueGreen(Session& session)
{
    if (session.invocation().arguments.value(1) == u"transition")
        return operate(session);
    if (!http::isSafeSegment(session.invocation().arguments.first()))
        return session.fail(ExitCode::Usage,
                            Text::tr("'%1' cannot be a name.").arg(session.invocation().arguments.first()));
    if (const auto route = clusterRoute(session)) {
        const auto showing = std::make_shared<Showing>(session, route);
        session.keep(showing);
        showing->start();
    }
}

} // namespace cli
