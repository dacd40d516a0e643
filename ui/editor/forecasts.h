#pragma once

#include "core/plans/outlook.h"
#include "ui/editor/clusters.h"
#include "ui/editor/document.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace editor {

/// What is known of applying one document.
struct Forecast
{
    Document document;                       ///< as it stands in the text now
    std::optional<plans::Prospect> prospect; ///< as it was heard last
    manifest::Effect effect;                 ///< of that
    QJsonObject manifest;                    ///< that was asked about; another one than the document's: it is behind
    std::optional<base::Error> error;        ///< why it could not be asked for the last time
    std::optional<QString> seenVersion;      ///< of the object in the cluster since; empty: it has gone
    bool isAsked = false;                    ///< it is being asked for, or will be

    bool isBehind() const { return document.isBroken || manifest != document.manifest; }
};

/// Asks a cluster what applying the documents of a text would do: the one that is looked at first, the others after
/// it, one at a time. What was heard of one stays until it is heard anew.
class Forecasts : public QObject
{
    Q_OBJECT
public:
    explicit Forecasts(QObject* parent = nullptr);
    ~Forecasts() override;

    void setCluster(const Cluster& cluster);
    /// Of a text that rests: asks about those that say something else than before.
    void setDocuments(const QList<Document>& documents);
    /// The one that is looked at, in the order of the documents; -1: none.
    void setCurrent(int index);
    int current() const { return m_current; }
    void refresh(); ///< asks about all anew
    /// This object was seen in the cluster: those it is another one for are asked about before long.
    void note(const QString& kind, const kube::ObjectKey& key, const QString& version);

    const QList<Forecast>& all() const { return m_all; } ///< of the operator's kinds, and those that cannot be read
    const Forecast* shown() const;                       ///< null: none is looked at
    bool isConnected() const { return !m_cluster.connection.isNull(); }
    const Cluster& cluster() const { return m_cluster; }

signals:
    void changed();

private:
    void next();
    void askMoved();
    void take(const plans::Prospect& prospect);
    void fail(const base::Error& error);
    Forecast* asked();

    Cluster m_cluster;
    QList<Forecast> m_all;
    int m_current = -1;
    std::unique_ptr<plans::Outlook> m_outlook;
    Document m_question; ///< that is under way
    QTimer m_pause;      ///< between two looks at what has moved
};

/// Asks Flink over this connection for checkpoints.
plans::Outlook::Checkpoints checkpointsOver(flink::Connection& connection);

} // namespace editor
