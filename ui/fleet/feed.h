#pragma once

#include "ui/fleet/rowbuilder.h"

#include <QObject>
#include <functional>

namespace fleet {

/// Turns what one connection knows into rows. Many changes at once are worked off the GUI thread.
class Feed : public QObject
{
    Q_OBJECT
public:
    /// Rows that are new or different, and those that are no more.
    using Tell = std::function<void(QList<Row> rows, const QList<RowKey>& gone)>;

    Feed(flink::Connection& connection, Tell tell, QObject* parent = nullptr);

    flink::Connection& connection() const { return m_connection; }
    /// Tells all rows anew, as after a change of language.
    void retell();
    /// What Flink and the pods said about one row of this connection.
    void setFacts(const kube::ObjectKey& object, const std::shared_ptr<const RestFacts>& facts);
    /// Keeps the row but not what it was made of: a fleet's worth of answers is too much to keep.
    void dropFacts(const kube::ObjectKey& object);

private:
    void change(const kube::Changes& changes);
    void work();
    void finish(QList<Row> rows);
    RowInput common() const; ///< what the rows of this connection share
    /// Nothing for an object that is not there.
    std::optional<RowInput> inputFor(const kube::ObjectKey& object, const RowInput& shared) const;
    bool isThere(const kube::ObjectKey& object) const;

    flink::Connection& m_connection;
    const Tell m_tell;
    QHash<kube::ObjectKey, std::shared_ptr<const RestFacts>> m_facts;
    QList<kube::ObjectKey> m_pending; ///< some of them more than once, or no longer there
    std::optional<flink::ConnectionState::Kind> m_cut;
    int m_working = 0;        ///< parts under way in the background
    QList<Row> m_made;        ///< by parts that are done
    bool m_isOneGone = false; ///< since work began
};

} // namespace fleet
