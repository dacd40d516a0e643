#include "ui/editor/clusters.h"

#include <algorithm>

namespace editor {

void Clusters::set(const QList<Cluster>& all)
{
    if (m_all == all)
        return;
    m_all = all;
    emit changed();
}

Cluster Clusters::cluster(const QString& id) const
{
    const auto found = std::ranges::find(m_all, id, &Cluster::id);
    return found == m_all.end() ? Cluster() : *found;
}

} // namespace editor
