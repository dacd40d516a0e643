#pragma once

#include "core/plans/neighbourhood.h"
#include "ui/editor/clusters.h"
#include "ui/editor/document.h"

#include <QDateTime>
#include <QTimer>

#include <memory>
#include <optional>

namespace kube {
struct Changes;
}

namespace editor {

/// What a cluster says that the documents of one text are held against, kept up to date while it is connected. What
/// was heard last stays, dated.
class LiveFacts : public QObject
{
    Q_OBJECT
public:
    explicit LiveFacts(QObject* parent = nullptr);
    ~LiveFacts() override;

    /// Without a connection nothing is asked; another cluster makes everything unknown.
    void setCluster(const Cluster& cluster);
    const Cluster& cluster() const { return m_cluster; }
    /// Asks about those that are new among them.
    void setDocuments(const QList<Document>& documents);
    void refresh(); ///< asks about everything anew, the schemas too

    bool isAsking() const { return m_asking != nullptr; }
    const std::optional<plans::ClusterFacts>& facts() const { return m_facts; } ///< nothing: none were heard yet
    QDateTime heardAt() const { return m_heardAt; }                             ///< UTC; of the facts
    QDateTime schemaReadAt() const { return m_schemaReadAt; }                   ///< UTC
    bool isConnected() const { return !m_cluster.connection.isNull(); }

signals:
    void changed(); ///< facts(), or that they are asked for
    /// An object of the text, in the cluster; without a version it has gone.
    void objectSeen(const QString& kind, const kube::ObjectKey& key, const QString& version);

private:
    enum class Ask { Everything, Objects };
    void ask(Ask what);
    void take(const plans::ClusterFacts& facts);
    void notice(const QString& kind, const flink::ObjectsBase& objects, const kube::Changes& changes);
    bool isOfText(const QString& kind, const kube::ObjectKey& key) const;
    bool isNews(const QString& kind, const kube::ObjectKey& key, const QString& version) const;
    void follow();

    Cluster m_cluster;
    QList<Document> m_documents; ///< of the operator's kinds
    std::optional<plans::ClusterFacts> m_facts;
    QDateTime m_heardAt, m_schemaReadAt;
    std::unique_ptr<plans::Neighbourhood> m_asking;
    bool m_isSchemaAsked = false; ///< by the one under way
    bool m_isStale = false;       ///< what is asked about has changed since
    QTimer m_pause;               ///< between two questions that nobody but the cluster gave rise to
};

} // namespace editor
