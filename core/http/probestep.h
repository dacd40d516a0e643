#pragma once

#include "core/http/failure.h"
#include "core/http/probe.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QSslSocket>
#include <QTimer>

namespace http {

/// What the steps of a probe share: a clock, a patience and the one callback. Deletes itself; a child of its probe.
class ProbeStep : public QObject
{
    Q_OBJECT
public:
    ProbeStep(Probe& probe, Target target, std::chrono::milliseconds patience, QObject* context);

protected:
    /// Ends the step: from the event loop, unless the context is gone.
    void end(std::function<void()> report);
    virtual void expire() = 0;

    std::chrono::milliseconds took() const { return std::chrono::milliseconds(m_clock.elapsed()); }
    /// Places the proxy of the target into `scene`; false: it cannot be used, and `problem` says why.
    bool findProxy(base::Error& problem);

    Scene scene;
    std::chrono::milliseconds patience;

private:
    QPointer<QObject> m_context;
    QElapsedTimer m_clock;
    QTimer m_limit;
    bool m_ended = false;
};

class LookupStep : public ProbeStep
{
    Q_OBJECT
public:
    LookupStep(Probe& probe, const Target& target, std::chrono::milliseconds patience, QObject* context,
               Probe::Done<Probe::Resolved> done);
    ~LookupStep() override;

protected:
    void expire() override;

private:
    void finish(const base::Result<Probe::Resolved>& result);

    Probe::Done<Probe::Resolved> m_done;
    QString m_host;
    int m_lookup = -1;
};

class TcpStep : public ProbeStep
{
    Q_OBJECT
public:
    struct Door
    {
        QHostAddress address;
        quint16 port = 0;
    };

    TcpStep(Probe& probe, const Target& target, std::chrono::milliseconds patience, const Door& door, QObject* context,
            Probe::Done<Probe::Connected> done);

protected:
    void expire() override;

private:
    void finish(const base::Result<Probe::Connected>& result);

    Probe::Done<Probe::Connected> m_done;
    QTcpSocket m_socket;
    QString m_peer;
};

class TlsStep : public ProbeStep
{
    Q_OBJECT
public:
    TlsStep(Probe& probe, const Target& target, std::chrono::milliseconds patience, const Credential& credential,
            QObject* context, Probe::Done<Probe::Secured> done);

protected:
    void expire() override;

private:
    void begin(const Credential& credential);
    void secured();
    void failed();
    void finish(const base::Result<Probe::Secured>& result);

    Probe::Done<Probe::Secured> m_done;
    QSslSocket m_socket;
    QList<QSslError> m_errors;
};

} // namespace http
