#pragma once

#include "tests/support/sim/playbench.h"

namespace support {

/// Somebody with a client: sees and changes one FlinkDeployment through the API server, and nothing else.
class PlayUser
{
public:
    PlayUser(PlayBench& bench, const char* ns, const char* name)
        : m_bench(bench)
        , m_namespace(ns)
        , m_name(name)
    {
    }

    QJsonObject deployment() const { return m_bench.get(path()).json(); }
    QJsonObject status() const { return deployment()[QStringLiteral("status")].toObject(); }
    /// An answer of REST that is made of metrics: they are fetched behind a question, for the next one.
    QJsonObject measured(const QString& what) const
    {
        flink(what);
        m_bench.pass(std::chrono::seconds(11));
        return flink(what);
    }
    /// An answer of Flink's REST, through the proxy of its service.
    QJsonObject flink(const QString& what) const
    {
        return m_bench
            .get("/api/v1/namespaces/" + m_namespace + "/services/" + m_name + "-rest:8081/proxy" + what.toUtf8())
            .json();
    }
    QString jobPath(const QString& rest = {}) const
    {
        return QStringLiteral("/jobs/") +
               flink(QStringLiteral("/jobs/overview"))[QStringLiteral("jobs")][0][QStringLiteral("jid")].toString() +
               rest;
    }
    /// The id of the task whose name begins so.
    QString vertexPath(const QString& task, const QString& rest) const
    {
        for (const QJsonValue& vertex : flink(jobPath())[QStringLiteral("vertices")].toArray()) {
            if (vertex[QStringLiteral("name")].toString().startsWith(task))
                return jobPath(QStringLiteral("/vertices/") + vertex[QStringLiteral("id")].toString() + rest);
        }
        return {};
    }
    /// The stack traces that REST keeps, one after the other.
    QString exceptions() const
    {
        QString all;
        const QJsonObject answer = flink(jobPath(QStringLiteral("/exceptions")));
        for (const QJsonValue& entry : answer[QStringLiteral("exceptionHistory")][QStringLiteral("entries")].toArray())
            all += entry[QStringLiteral("stacktrace")].toString();
        return all;
    }
    /// The path of a completed FlinkStateSnapshot of the namespace.
    QString snapshotPath(const char* snapshot) const
    {
        return m_bench.get(PlayBench::flinkPath("flinkstatesnapshots", m_namespace.constData(), snapshot))
            .json()[QStringLiteral("status")][QStringLiteral("path")]
            .toString();
    }

    /// For a test that fails: the goals, and what the operator says.
    QByteArray told() const
    {
        QByteArray goals;
        for (const bool met : m_bench.goals())
            goals += met ? '+' : '-';
        QJsonObject shown = status();
        shown.remove(QStringLiteral("reconciliationStatus"));
        return goals + ' ' + QJsonDocument(shown).toJson(QJsonDocument::Compact);
    }

    /// A merge patch of spec, which is accepted.
    void patchSpec(const QByteArray& spec)
    {
        const ApiAnswer answer = m_bench.patch(path(), "{\"spec\":" + spec + '}');
        if (answer.status != 200)
            qFatal("refused: %s", qPrintable(answer.message()));
    }
    void restart() { patchSpec("{\"restartNonce\":" + QByteArray::number(++m_nonce) + '}'); }
    void redeployFrom(const QString& savepoint)
    {
        patchSpec("{\"job\":{\"initialSavepointPath\":\"" + savepoint.toUtf8() +
                  "\",\"savepointRedeployNonce\":" + QByteArray::number(++m_nonce) + "}}");
    }

private:
    QByteArray path() const
    {
        return PlayBench::flinkPath("flinkdeployments", m_namespace.constData(), m_name.constData());
    }

    PlayBench& m_bench;
    QByteArray m_namespace;
    QByteArray m_name;
    int m_nonce = 1000;
};

} // namespace support
