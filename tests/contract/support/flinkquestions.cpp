#include "tests/contract/support/flinkquestions.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace contract {

namespace {

void row(const char* name, const QByteArray& method, const QString& target, const QByteArray& body = {},
         const QByteArray& type = "application/json")
{
    QTest::newRow(name) << method << target << body << (body.isEmpty() ? QByteArray() : type);
}

void columns()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
}

} // namespace

void askWithoutAJob()
{
    columns();
    for (const auto* target : {"/overview",
                               "/config",
                               "/datasets",
                               "/jobs",
                               "/jobs/overview",
                               "/jars",
                               "/taskmanagers",
                               "/taskmanagers/{worker}",
                               "/taskmanagers/none",
                               "/taskmanagers/none/logs",
                               "/taskmanagers/none/log",
                               "/taskmanagers/none/metrics",
                               "/taskmanagers/none/thread-dump",
                               "/taskmanagers/{worker}/logs",
                               "/taskmanagers/{worker}/thread-dump",
                               "/taskmanagers/{worker}/logs/none",
                               "/taskmanagers/metrics",
                               "/taskmanagers/metrics?agg=bogus",
                               "/jobmanager/config",
                               "/jobmanager/environment",
                               "/jobmanager/logs",
                               "/jobmanager/logs/none",
                               "/jobmanager/thread-dump",
                               "/jobmanager/metrics",
                               "/jobs/metrics",
                               "/jobs/none",
                               "/jobs/{none}",
                               "/jobs/{none}/status",
                               "/jobs/{none}/plan",
                               "/jobs/{none}/config",
                               "/jobs/{none}/exceptions",
                               "/jobs/{none}/checkpoints",
                               "/jobs/{none}/checkpoints/config",
                               "/jobs/{none}/checkpoints/details/1",
                               "/jobs/{none}/accumulators",
                               "/jobs/{none}/execution-result",
                               "/jobs/{none}/metrics",
                               "/jobs/{none}/vertices/{none}",
                               "/jobs/{none}/savepoints/{none}",
                               "/jobs/{none}/checkpoints/{none}",
                               "/jobs/{none}/resource-requirements",
                               "/savepoint-disposal/{none}",
                               "/nothing",
                               "/v1/overview",
                               "/v2/overview",
                               "/jars/none_a.jar/plan"})
        row(target, "GET", QString::fromLatin1(target));
    row("cancel of nothing", "PATCH", u"/jobs/{none}"_s);
    row("cancel of no id", "PATCH", u"/jobs/none?mode=cancel"_s);
    row("stop of nothing", "POST", u"/jobs/{none}/stop"_s, "{}");
    row("savepoint of nothing", "POST", u"/jobs/{none}/savepoints"_s, "{}");
    row("checkpoint of nothing", "POST", u"/jobs/{none}/checkpoints"_s, "{}");
    row("a savepoint without braces", "POST", u"/jobs/{none}/savepoints"_s, "nonsense");
    row("a savepoint that is cut off", "POST", u"/jobs/{none}/savepoints"_s, "{\"cancel-job\":");
    row("a savepoint with an unknown field", "POST", u"/jobs/{none}/savepoints"_s, "{\"bogus\":1}");
    row("a savepoint in an unknown format", "POST", u"/jobs/{none}/savepoints"_s, "{\"formatType\":\"BOGUS\"}");
    row("a savepoint without a body", "POST", u"/jobs/{none}/savepoints"_s);
    row("run of no jar", "POST", u"/jars/none_a.jar/run"_s, "{}");
    row("run of a bad body", "POST", u"/jars/none_a.jar/run"_s, "[]");
    row("deletion of no jar", "DELETE", u"/jars/none_a.jar"_s);
    row("an upload of nothing", "POST", u"/jars/upload"_s, "{}");
    row("a disposal of nothing", "POST", u"/savepoint-disposal"_s, "{}");
    row("a method that is not allowed", "DELETE", u"/overview"_s);
    row("a post to nothing", "POST", u"/nothing"_s, "{}");
    row("requirements of nothing", "PUT", u"/jobs/{none}/resource-requirements"_s, "{}");
    row("requirements of nobody", "PUT", u"/jobs/{none}/resource-requirements"_s,
        "{\"{none}\":{\"parallelism\":{\"lowerBound\":1,\"upperBound\":2}}}");
    row("rescaling of nothing", "PATCH", u"/jobs/{none}/rescaling?parallelism=2"_s);
}

void askOfARunningJob()
{
    columns();
    for (const auto* target : {"/overview",
                               "/jobs",
                               "/jobs/overview",
                               "/jobs/{job}",
                               "/jobs/{job}/plan",
                               "/jobs/{job}/status",
                               "/jobs/{job}/config",
                               "/jobs/{job}/exceptions",
                               "/jobs/{job}/accumulators",
                               "/jobs/{job}/accumulators?includeSerializedValue=true",
                               "/jobs/{job}/execution-result",
                               "/jobs/{job}/checkpoints",
                               "/jobs/{job}/checkpoints/config",
                               "/jobs/{job}/checkpoints/details/{checkpoint}",
                               "/jobs/{job}/checkpoints/details/{checkpoint}/subtasks/{count}",
                               "/jobs/{job}/checkpoints/details/{checkpoint}/subtasks/{none}",
                               "/jobs/{job}/checkpoints/details/99999",
                               "/jobs/{job}/checkpoints/details/x",
                               "/jobs/{job}/jobmanager/config",
                               "/jobs/{job}/jobmanager/environment",
                               "/jobs/{job}/jobmanager/log-url",
                               "/jobs/{job}/resource-requirements",
                               "/jobs/{job}/vertices/{source}",
                               "/jobs/{job}/vertices/{count}",
                               "/jobs/{job}/vertices/{none}",
                               "/jobs/{job}/vertices/x",
                               "/jobs/{job}/vertices/{count}/subtasktimes",
                               "/jobs/{job}/vertices/{count}/taskmanagers",
                               "/jobs/{job}/vertices/{count}/backpressure",
                               "/jobs/{job}/vertices/{count}/watermarks",
                               "/jobs/{job}/vertices/{count}/flamegraph",
                               "/jobs/{job}/vertices/{count}/accumulators",
                               "/jobs/{job}/vertices/{count}/subtasks/accumulators",
                               "/jobs/{job}/vertices/{count}/subtasks/0",
                               "/jobs/{job}/vertices/{count}/subtasks/9",
                               "/jobs/{job}/vertices/{count}/subtasks/x",
                               "/jobs/{job}/vertices/{count}/subtasks/0/attempts/0",
                               "/jobs/{job}/vertices/{count}/subtasks/0/attempts/7",
                               "/jobs/{job}/vertices/{count}/subtasks/0/attempts/0/accumulators",
                               "/jobs/{job}/vertices/{count}/jm-operator-metrics",
                               "/jobs/{job}/metrics?get=uptime",
                               "/jobs/{job}/metrics?get=none",
                               "/jobs/metrics?get=uptime",
                               "/jobs/metrics?get=uptime&agg=max",
                               "/jobs/{job}/vertices/{count}/metrics?get=0.numRecordsIn",
                               "/jobs/{job}/vertices/{count}/subtasks/metrics?get=numRecordsIn",
                               "/jobs/{job}/vertices/{count}/subtasks/metrics?get=numRecordsIn&agg=min,max&subtasks=0",
                               "/jobs/{job}/vertices/{count}/subtasks/metrics?get=numRecordsIn&agg=bogus",
                               "/jobs/{job}/vertices/{count}/subtasks/0/metrics?get=numRecordsIn",
                               "/taskmanagers/metrics?get=Status.JVM.CPU.Load",
                               "/taskmanagers/{worker}",
                               "/jars",
                               "/jars/{jar}/plan",
                               "/jobmanager/metrics?get=numRunningJobs"})
        row(target, "GET", QString::fromLatin1(target));
    row("an unknown mode", "PATCH", u"/jobs/{job}?mode=bogus"_s);
    row("a mode that was removed", "PATCH", u"/jobs/{job}?mode=stop"_s);
    row("an incremental checkpoint", "POST", u"/jobs/{job}/checkpoints"_s, "{\"checkpointType\":\"INCREMENTAL\"}");
    row("requirements without the adaptive scheduler", "PUT", u"/jobs/{job}/resource-requirements"_s, "{}");
    row("a class that is not in the jar", "POST", u"/jars/{jar}/run"_s, "{\"entryClass\":\"no.Class\"}");
    row("a parallelism that is none", "POST", u"/jars/{jar}/run"_s, "{\"parallelism\":-3}");
    row("a snapshot that is not there", "POST", u"/savepoint-disposal"_s, "{\"savepoint-path\":\"/none\"}");
}

void askOfAnEndedJob()
{
    columns();
    for (const auto* target : {"/overview", "/jobs/overview", "/jobs/{job}", "/jobs/{job}/status",
                               "/jobs/{job}/execution-result", "/jobs/{job}/checkpoints", "/jobs/{job}/exceptions",
                               "/jobs/{job}/vertices/{count}", "/jobs/{job}/vertices/{count}/subtasktimes",
                               "/jobs/{job}/vertices/{count}/taskmanagers", "/jobs/{job}/resource-requirements"})
        row(target, "GET", QString::fromLatin1(target));
    row("cancel", "PATCH", u"/jobs/{job}"_s);
    row("requirements", "PUT", u"/jobs/{job}/resource-requirements"_s,
        "{\"{count}\":{\"parallelism\":{\"lowerBound\":1,\"upperBound\":1}}}");
}

} // namespace contract
