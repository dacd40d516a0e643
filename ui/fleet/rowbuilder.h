#pragma once

#include "core/flink/connection.h"
#include "core/health/verdict.h"
#include "ui/fleet/row.h"

#include <QCoreApplication>

#include <memory>

namespace fleet {

/// What Flink and the pods said of one deployment when it was last asked about.
struct RestFacts
{
    base::Observed<flink::ClusterOverview> overview;
    health::Evidence evidence; ///< without the resource
};

/// Everything a row is made of. Values are shared, so that it can be made off the GUI thread.
struct RowInput
{
    RowKey key;
    QString context; ///< safe to show
    QString color;
    base::Environment environment = base::Environment::Unset;
    std::shared_ptr<const flink::Deployment> deployment; ///< null: undecodable (`problem`) or a bare endpoint
    QDateTime seenAt;                                    ///< last contact with the API server about it
    QString problem;                                     ///< why the object could not be read
    std::shared_ptr<const base::Error> trouble;          ///< why the API server's word may be old; null: it is not
    std::shared_ptr<const RestFacts> rest;               ///< null: never asked
    QDateTime now;
};

/// Makes rows out of evidence. Pure.
class RowBuilder
{
    Q_DECLARE_TR_FUNCTIONS(fleet::RowBuilder)

public:
    static Row build(const RowInput& input);
    static QString sourceText(health::Source source);

private:
    static void describeResource(const RowInput& input, Row* row);
    static void describeRest(const RestFacts& facts, Row* row);
    static void judge(const RowInput& input, Row* row);
};

} // namespace fleet
