#pragma once

#include "core/kube/api.h"
#include "core/manifest/liverules.h"
#include "core/manifest/schema.h"

#include <QObject>

#include <memory>

namespace plans {

/// What a cluster says that manifests are held against.
struct ClusterFacts
{
    enum class SchemaSource { OpenApi, Definitions, Bundled };

    std::shared_ptr<const manifest::Schema> schema; ///< never null
    SchemaSource source = SchemaSource::Bundled;
    manifest::LiveObjects objects;
    QStringList doubts; ///< what could not be asked; one sentence each
};

/// The kinds of the operator as this cluster knows them: from its OpenAPI document, else from its definitions, else the
/// bundled ones. `done` is called once, as http::Client::send does.
void fetchSchema(kube::Api& api, QObject* context, std::function<void(const ClusterFacts&)> done);

/// Asks a cluster once about all that manifests are held against: the schemas of their kinds, the objects of their
/// names, the clusters of session jobs.
class Neighbourhood : public QObject
{
    Q_OBJECT
public:
    /// `nameSpace`: of manifests that name none.
    Neighbourhood(kube::Api& api, QString nameSpace, QObject* parent = nullptr);

    /// Where the schemas are known already, they are not asked for again.
    void setSchema(std::shared_ptr<const manifest::Schema> schema, ClusterFacts::SchemaSource source);
    /// finished() follows, once; what fails is a doubt in it.
    void start(const QList<QJsonObject>& manifests);

signals:
    void finished(const plans::ClusterFacts& facts);

private:
    void ask(const QJsonObject& manifest);
    void askSession(const QString& kind, const QString& nameSpace, const QString& name, const QString& session,
                    const manifest::LiveNeighbours& known);
    void doubt(const QString& what, const base::Error& error);
    void finishOne();

    kube::Api& m_api;
    const QString m_nameSpace;
    ClusterFacts m_facts;
    int m_open = 0;
};

} // namespace plans
