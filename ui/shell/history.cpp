#include "ui/shell/history.h"

namespace shell {

namespace {

constexpr qsizetype most = 200;

} // namespace

void History::visit(const Address& address)
{
    if (m_at >= 0 && m_visits.at(m_at) == address)
        return;
    m_visits.resize(m_at + 1);
    m_visits.append(address);
    if (m_visits.size() > most)
        m_visits.removeFirst();
    m_at = m_visits.size() - 1;
}

Address History::back()
{
    Q_ASSERT(hasBack());
    return m_visits.at(--m_at);
}

Address History::forward()
{
    Q_ASSERT(hasForward());
    return m_visits.at(++m_at);
}

} // namespace shell
