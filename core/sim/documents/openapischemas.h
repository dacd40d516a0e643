#pragma once

#include "core/sim/documents/kinds.h"

#include <QJsonObject>
#include <QSet>

namespace sim::documents {

/// components.schemas of an OpenAPI v3 document: the kinds, their lists, and all the types they use.
class OpenApiSchemas
{
public:
    /// With what every document speaks of: deletion options, statuses, patches.
    OpenApiSchemas();

    void add(const Kind& kind);
    QJsonObject written() const { return m_schemas; }

    /// The name of a kind's schema: io.k8s.api.core.v1.Pod, org.apache.flink.v1beta1.FlinkDeployment.
    static QString nameOf(const Resource& resource);

private:
    void addType(const QString& name);
    /// What stands for a schema inside another one.
    QJsonObject inside(const Schema& schema);
    QJsonObject property(const Schema::Field& field);
    QJsonObject object(const Schema& schema);
    void addList(const Resource& resource);

    QJsonObject m_schemas;
    QSet<QString> m_known;
};

} // namespace sim::documents
