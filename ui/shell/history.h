#pragma once

#include "ui/shell/address.h"

#include <QList>

namespace shell {

/// The addresses that were looked at, in order, and where in that order one is.
class History
{
public:
    /// Forgets what lay ahead; the same address twice in a row is one visit.
    void visit(const Address& address);
    bool hasBack() const { return m_at > 0; }
    bool hasForward() const { return m_at + 1 < m_visits.size(); }
    Address back();    ///< precondition: hasBack()
    Address forward(); ///< precondition: hasForward()

private:
    QList<Address> m_visits;
    qsizetype m_at = -1;
};

} // namespace shell
