#pragma once

#include "core/manifest/finding.h"
#include "core/manifest/liveobject.h"
#include "core/manifest/subject.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace manifest {

/// What a cluster holds beside a manifest. Nothing: it does not, or nobody asked.
struct LiveNeighbours
{
    std::optional<LiveObject> object;  ///< of the same name
    std::optional<LiveObject> session; ///< of a session job: the cluster it is for
    bool isSessionMissing = false;     ///< it was asked for, and there is none
};

/// By what a manifest says of itself.
class LiveObjects
{
public:
    /// `nameSpace`: of manifests that name none.
    explicit LiveObjects(QString nameSpace = {})
        : m_nameSpace(std::move(nameSpace))
    {
    }

    void insert(const QString& kind, const QString& nameSpace, const QString& name, const LiveNeighbours& neighbours)
    {
        m_all.insert(keyOf(kind, nameSpace, name), neighbours);
    }
    /// Null: nobody asked.
    const LiveNeighbours* find(const QString& kind, const QString& nameSpace, const QString& name) const;

private:
    QString keyOf(const QString& kind, const QString& nameSpace, const QString& name) const;

    QString m_nameSpace;
    QHash<QString, LiveNeighbours> m_all;
};

/// What the operator's validator refuses because of what is there already: DREY-O004, O018, O019, O033 to O035; and of
/// a session job what depends on its cluster, O010 and O011.
QList<Finding> liveFindings(const Subject& subject, const LiveNeighbours& neighbours);

/// Rules that a spec breaks which the operator has accepted: its own configuration makes up for them.
QSet<QString> excusedRules(const Subject& subject, const LiveNeighbours& neighbours);

} // namespace manifest
