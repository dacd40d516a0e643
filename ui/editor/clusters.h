#pragma once

#include "core/flink/connection.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

namespace editor {

/// A cluster that manifests can be held against.
struct Cluster
{
    QString id, name; ///< of its connection
    base::Environment environment = base::Environment::Unset;
    bool isProtected = false; ///< nothing can be written to it
    bool isPractice = false;
    QString nameSpace;                      ///< of manifests that name none
    QPointer<flink::Connection> connection; ///< null: it is not open

    friend bool operator==(const Cluster&, const Cluster&) = default;
};

/// The clusters there are, open or not; the composition fills it.
class Clusters : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// What has gone from the list, or lost its connection, must not be used any more once this returns.
    void set(const QList<Cluster>& all);
    const QList<Cluster>& all() const { return m_all; }
    /// Not open and without a name: there is none of this id.
    Cluster cluster(const QString& id) const;

    std::function<void(const QString& id)> open; ///< connects to one

signals:
    void changed();

private:
    QList<Cluster> m_all;
};

} // namespace editor
