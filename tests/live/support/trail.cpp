#include "tests/live/support/trail.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace live {

Trail::Trail(const Observation& seen)
    : m_seen(seen)
{
    m_timer.start();
    connect(seen.connection().deployments(), &flink::ObjectsBase::changed, this, &Trail::look);
    look();
}

bool Trail::passed(QStringView words) const
{
    return std::ranges::any_of(m_states, [words](const QString& state) { return state.startsWith(words); });
}

void Trail::look()
{
    const auto known = m_seen.resource();
    if (!known)
        return;
    const QString words = m_seen.operatorWords();
    const auto& error = known->status.error;
    const QString trouble = error ? u"%1 %2"_s.arg(error->reason, error->message).trimmed() : QString();
    const bool isNewTrouble = !trouble.isEmpty() && !m_errors.contains(trouble);
    if (isNewTrouble)
        m_errors.append(trouble);
    if (m_states.isEmpty() || m_states.last() != words)
        m_states.append(words);
    else if (!isNewTrouble)
        return;
    m_report.append(u"%1 s  %2 %3"_s.arg(double(m_timer.elapsed()) / 1000, 5, 'f', 1)
                        .arg(words, isNewTrouble ? trouble : QString()));
}

} // namespace live
