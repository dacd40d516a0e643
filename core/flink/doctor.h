#pragma once

#include "core/flink/endpoint.h"
#include "core/kube/access.h"
#include "core/kube/api.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace flink {

/// One step of an examination, or what it found on the way.
struct Examination
{
    enum class Verdict {
        Ok,
        Warning, ///< it works, but something should be looked at
        Failed,
        Skipped, ///< an earlier step stands in the way, or it does not apply
    };

    QString step;   ///< "name", "tcp", "tls", "credentials", "version", "permissions", "types", "operator", "flink"
    QString title;  ///< translated
    Verdict verdict = Verdict::Skipped;
    QString finding; ///< translated; what was found, or what is wrong and what to do
    QString detail;  ///< the plugin's or server's own words
    std::chrono::milliseconds took{0};
};

/// Follows the way to a server step by step, and tells where it ends: name, TCP, TLS, credentials, version, permissions, types,
/// operator; for a bare endpoint name, TCP, TLS and Flink itself. Changes nothing.
class Doctor : public QObject
{
    Q_OBJECT
public:
    /// Permissions are asked for in the context's namespace and in the whole cluster.
    explicit Doctor(kube::ContextAccess access, QObject* parent = nullptr);
    explicit Doctor(EndpointAccess access, QObject* parent = nullptr);
    ~Doctor() override;

    void start();
    const QList<Examination>& steps() const; ///< that are done, in order
    bool hasFinished() const;

signals:
    void examined(const flink::Examination& step);
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace flink
