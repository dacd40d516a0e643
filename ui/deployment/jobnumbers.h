#pragma once

#include "ui/deployment/numbers.h"
#include "ui/deployment/subject.h"

#include <QCoreApplication>

namespace deployment {

/// The numbers of the job a page is about, from Flink's REST. Pure but for the subject it reads.
class JobNumbers
{
    Q_DECLARE_TR_FUNCTIONS(deployment::JobNumbers)

public:
    static QList<Number> of(const Subject& subject, const QDateTime& now);

private:
    static Number uptime(const Subject& subject, const QDateTime& now);
    static Number checkpointAge(const Subject& subject, const QDateTime& now);
    static Number checkpoints(const Subject& subject);
    static Number restarts(const Subject& subject);
    static Number slots_(const Subject& subject);
    template <typename T>
    static void explain(const base::Observed<T>& observed, Number* number);
};

} // namespace deployment
