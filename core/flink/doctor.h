#pragma once

#include "core/base/error.h"
#include "core/flink/endpoint.h"
#include "core/kube/access.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QList>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace flink {

/// One thing the connection doctor looks at, and what was found.
struct DoctorStep
{
    enum class Verdict {
        Ok,
        Warning,
        Failed,
        Unknown,    ///< could not be found out; says nothing about the thing itself
        NotReached, ///< not looked at (yet): something before it failed
    };

    QString id;   ///< kubeconfig, address, dns, tcp, tls, signIn, version, rights, crds, operator, rest
    QString name; ///< translated
    Verdict verdict = Verdict::NotReached;
    QString message = {}; ///< one sentence, translated
    QString detail = {};  ///< several lines; may be empty
    std::chrono::milliseconds duration{0};
};

/// ok, warning, failed, unknown, notReached: for JSON and reports, not translated.
QString wordOf(DoctorStep::Verdict verdict);

/// What a step found.
struct Finding
{
    DoctorStep::Verdict verdict = DoctorStep::Verdict::Ok;
    QString message;
    QString detail = {};

    static Finding failed(const base::Error& error);
    static Finding unknown(const base::Error& error);
};

/// Looks at something and calls back once, or never when it dies before.
using Look = std::function<void(std::function<void(Finding)> done)>;

/// Examines a connection step by step, from its settings to what lies behind it, and tells each step as it ends. Stops
/// at the first step without which the next ones make no sense. Changes nothing on the server.
class Doctor : public QObject
{
    Q_OBJECT
public:
    /// Kubeconfig → DNS → TCP → TLS → sign-in → version → rights → CRDs → operator. `nameSpace` is where rights are
    /// asked for besides the whole cluster; empty: that of the context.
    static std::unique_ptr<Doctor> forContext(const kube::Kubeconfig& config, const QString& contextName,
                                              const kube::PluginUse& use, const QString& nameSpace = {});
    /// Address → DNS → TCP → TLS → REST.
    static std::unique_ptr<Doctor> forEndpoint(const Endpoint& endpoint);
    ~Doctor() override;

    void start();
    bool isFinished() const { return m_finished; }
    QString subject() const { return m_subject; }              ///< the context's name, or the address
    const QList<DoctorStep>& steps() const { return m_steps; } ///< all of them from the beginning, in order
    QStringList warnings() const { return m_warnings; }        ///< what is odd without belonging to a step
    /// The gravest verdict that was reached.
    DoctorStep::Verdict verdict() const;

    /// {"kind":"DoctorReport","context","items":[{"id","verdict","message","detail","durationMs"}],"warnings"};
    /// verdicts as wordOf() tells them.
    QJsonObject toJson() const;

signals:
    void stepStarted(int index);
    void stepFinished(int index);
    void finished();

private:
    /// Whether the steps after one make sense when it failed.
    enum class After { Stop, GoOn };

    explicit Doctor(QString subject);
    void add(const QString& id, const QString& name, After failure, Look look);
    void addWay(class WayCheck& way);
    void run(int index);
    void take(int index, const Finding& finding);
    void finish();

    QString m_subject;
    QList<DoctorStep> m_steps;
    std::vector<Look> m_looks;
    std::vector<After> m_afterFailure;
    QStringList m_warnings;
    QElapsedTimer m_clock;
    bool m_finished = false;
};

} // namespace flink
