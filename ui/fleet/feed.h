#pragma once

#include "ui/fleet/rowbuilder.h"

#include <QObject>
#include <QSet>

namespace fleet {

/// Turns what one connection knows into rows. Many changes at once are worked off the GUI thread.
class Feed : public QObject
{
    Q_OBJECT
public:
    explicit Feed(flink::Connection& connection, QObject* parent = nullptr);

    flink::Connection& connection() const { return m_connection; }
    /// Tells all rows anew, as after a change of language.
    void retell();
    /// What Flink and the pods said about one row of this connection.
    void setFacts(const kube::ObjectKey& object, const std::shared_ptr<const RestFacts>& facts);
    /// Keeps the row but not what it was made of: a fleet's worth of answers is too much to keep.
    void dropFacts(const kube::ObjectKey& object);

signals:
    void told(const QList<fleet::Row>& rows, const QList<fleet::RowKey>& gone);

private:
    void change(const kube::Changes& changes);
    void work();
    void finish(const QList<Row>& rows);
    RowInput common() const; ///< what the rows of this connection share
    RowInput inputFor(const kube::ObjectKey& object, const RowInput& shared) const;
    bool isThere(const kube::ObjectKey& object) const;

    flink::Connection& m_connection;
    QHash<kube::ObjectKey, std::shared_ptr<const RestFacts>> m_facts;
    QSet<kube::ObjectKey> m_pending;
    std::optional<flink::ConnectionState::Kind> m_cut;
    bool m_working = false;
    bool m_isOneGone = false; ///< since work began
};

} // namespace fleet
