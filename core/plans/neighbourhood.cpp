#include "core/plans/neighbourhood.h"

#include "core/base/visibletext.h"
#include "core/manifest/clusterschema.h"
#include "core/manifest/spec.h"
#include "core/plans/target.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace plans {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(plans::Text)
};

using Done = std::function<void(const ClusterFacts&)>;
using Definitions = std::shared_ptr<QList<QJsonObject>>;

/// One after the other; those of an older operator are fewer.
void fetchDefinitions(kube::Api& api, QObject* context, const QStringList& plurals, const Definitions& found,
                      const Done& done)
{
    if (plurals.isEmpty()) {
        ClusterFacts facts;
        facts.schema = manifest::schemaFromDefinitions(*found);
        facts.source = ClusterFacts::SchemaSource::Definitions;
        if (!facts.schema) {
            facts.schema = manifest::Schema::bundled();
            facts.source = ClusterFacts::SchemaSource::Bundled;
            facts.doubts.append(Text::tr(
                "The cluster did not tell how its Flink kinds are made: the schemas that come with Drey count."));
        }
        return done(facts);
    }
    const kube::ObjectPath path{{u"apiextensions.k8s.io"_s, u"v1"_s, u"customresourcedefinitions"_s},
                                {},
                                plurals.first() + u".flink.apache.org"_s,
                                {}};
    api.getJson(path.path(), context,
                [&api, context, plurals, found, done](const base::Result<QJsonObject>& definition) {
                    if (definition)
                        found->append(*definition);
                    fetchDefinitions(api, context, plurals.sliced(1), found, done);
                });
}

void fallBack(kube::Api& api, QObject* context, const Done& done)
{
    const QStringList plurals{u"flinkdeployments"_s, u"flinksessionjobs"_s, u"flinkstatesnapshots"_s,
                              u"flinkbluegreendeployments"_s};
    fetchDefinitions(api, context, plurals, std::make_shared<QList<QJsonObject>>(), done);
}

/// Where the document of the group stands; empty: the index does not say, or leads elsewhere.
QUrl placeIn(const QByteArray& index)
{
    const QJsonObject paths = QJsonDocument::fromJson(index).object().value(u"paths").toObject();
    const QString place = manifest::at(paths, {u"apis/flink.apache.org/v1beta1", u"serverRelativeURL"}).toString();
    const QUrl url(place, QUrl::StrictMode);
    const bool isHere =
        url.isValid() && url.isRelative() && url.host().isEmpty() && place.startsWith(u'/') && !place.startsWith(u"//");
    return isHere ? url : QUrl();
}

} // namespace

void fetchSchema(kube::Api& api, QObject* context, Done done)
{
    http::Request index;
    index.path = u"/openapi/v3"_s;
    api.send(index, context, [&api, context, done](const base::Result<http::Answer>& answer) {
        const QUrl place = answer ? placeIn(answer->body) : QUrl();
        if (place.isEmpty())
            return fallBack(api, context, done);
        http::Request request;
        request.path = place.path(QUrl::FullyEncoded);
        request.query = QUrlQuery(place);
        api.send(request, context, [&api, context, done](const base::Result<http::Answer>& document) {
            ClusterFacts facts;
            if (document)
                facts.schema = manifest::schemaFromOpenApi(QJsonDocument::fromJson(document->body).object());
            facts.source = ClusterFacts::SchemaSource::OpenApi;
            facts.schema ? done(facts) : fallBack(api, context, done);
        });
    });
}

Neighbourhood::Neighbourhood(kube::Api& api, QString nameSpace, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_nameSpace(std::move(nameSpace))
{
    m_facts.objects = manifest::LiveObjects(m_nameSpace);
}

void Neighbourhood::setSchema(std::shared_ptr<const manifest::Schema> schema, ClusterFacts::SchemaSource source)
{
    m_facts.schema = std::move(schema);
    m_facts.source = source;
}

void Neighbourhood::start(const QList<QJsonObject>& manifests)
{
    // One more than is asked for, so that nothing ends before all are under way.
    m_open = 1;
    if (!m_facts.schema) {
        ++m_open;
        fetchSchema(m_api, this, [this](const ClusterFacts& facts) {
            m_facts.schema = facts.schema;
            m_facts.source = facts.source;
            m_facts.doubts += facts.doubts;
            finishOne();
        });
    }
    for (const QJsonObject& manifest : manifests)
        ask(manifest);
    finishOne();
}

void Neighbourhood::ask(const QJsonObject& manifest)
{
    const QString kind = manifest.value(u"kind").toString();
    if (manifest::kindOf(kind) == manifest::Subject::Kind::Other)
        return;
    ++m_open;
    locate(m_api, manifest, m_nameSpace, this, [this, manifest, kind](const base::Result<Target>& target) {
        if (!target)
            return finishOne(); // its other findings say what is wrong with it
        m_api.getJson(target->path().path(), this,
                      [this, manifest, kind, target = *target](const base::Result<QJsonObject>& object) {
                          manifest::LiveNeighbours known;
                          if (object)
                              known.object = manifest::LiveObject::from(*object);
                          else if (object.error().kind != base::Error::Kind::NotFound ||
                                   kube::isTypeMissing(object.error()))
                              doubt(target.label(), object.error());
                          const QString session = manifest::at(manifest, {u"spec", u"deploymentName"}).toString();
                          if (kind == u"FlinkSessionJob" && !session.isEmpty())
                              return askSession(kind, target.nameSpace, target.name, session, known);
                          m_facts.objects.insert(kind, target.nameSpace, target.name, known);
                          finishOne();
                      });
    });
}

void Neighbourhood::askSession(const QString& kind, const QString& nameSpace, const QString& name,
                               const QString& session, const manifest::LiveNeighbours& known)
{
    const kube::ObjectPath path{kube::flinkType(u"flinkdeployments"_s), nameSpace, session, {}};
    const auto take = [this, kind, nameSpace, name](const manifest::LiveNeighbours& neighbours) {
        m_facts.objects.insert(kind, nameSpace, name, neighbours);
        finishOne();
    };
    if (!path.isSafe())
        return take(known);
    m_api.getJson(path.path(), this, [this, known, take, session](const base::Result<QJsonObject>& object) {
        manifest::LiveNeighbours neighbours = known;
        if (object)
            neighbours.session = manifest::LiveObject::from(*object);
        else if (object.error().kind == base::Error::Kind::NotFound)
            neighbours.isSessionMissing = !kube::isTypeMissing(object.error());
        else
            doubt(session, object.error());
        take(neighbours);
    });
}

void Neighbourhood::doubt(const QString& what, const base::Error& error)
{
    m_facts.doubts.append(
        tr("%1 could not be looked at: %2").arg(base::visibleText(what), base::visibleText(error.message)));
}

void Neighbourhood::finishOne()
{
    if (--m_open == 0)
        emit finished(m_facts);
}

} // namespace plans
