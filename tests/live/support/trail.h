#pragma once

#include "tests/live/support/observation.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

namespace live {

/// The states a deployment goes through, in the operator's words, each when it is told and not when somebody looks.
class Trail : public QObject
{
    Q_OBJECT

public:
    /// The observation must outlive it.
    explicit Trail(const Observation& seen);

    /// Lifecycle, JobManager and job with '/' between them, the first first; none twice in a row.
    [[nodiscard]] const QStringList& states() const { return m_states; }
    /// Whether one of them begins like this.
    [[nodiscard]] bool passed(QStringView words) const;
    /// Of status.error, each once; a normal start has some.
    [[nodiscard]] const QStringList& errors() const { return m_errors; }
    /// With times, for a test's log.
    [[nodiscard]] QString report() const { return m_report.join(u'\n'); }
    [[nodiscard]] qint64 seconds() const { return m_timer.elapsed() / 1000; }

private:
    void look();

    const Observation& m_seen;
    QElapsedTimer m_timer;
    QStringList m_states;
    QStringList m_errors;
    QStringList m_report;
};

} // namespace live
