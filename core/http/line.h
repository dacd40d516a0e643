#pragma once

#include "core/http/failure.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

namespace http {

/// One reply on the wire under its clocks: tells when its head is there, when bytes are, and once how it ended.
class Line : public QObject
{
    Q_OBJECT
public:
    enum class End {
        Complete, ///< an HTTP answer, whatever its status, to its last byte
        Lost,     ///< the connection broke or refused to go on: a read may be tried again
        Refused,  ///< HTTP/2: one stream more than the server takes at a time; it was not processed
        Stuck,    ///< waited too long for a connection
        Late,     ///< a clock ran out
        Failed,   ///< trying again will not help
    };

    /// `queue` 0: may wait for a connection as long as the other clocks allow.
    struct Patience
    {
        std::chrono::milliseconds queue{0}, connect{0}, silence{0}, total{0};
    };

    /// How it is known that the request has left. Qt tells nothing about a write without a body: then a secure channel,
    /// or over plain http anything but a refusal, counts as sent.
    enum class Sight { Told, Inferred };

    Line(QNetworkReply* reply, const Patience& patience, Sight sight, Scene scene, QObject* parent);
    ~Line() override;

    QNetworkReply& reply() { return *m_reply; }
    /// The request may have reached its receiver. False is certain.
    bool wasSent() const;
    /// Ends it now, without a signal.
    void abandon();
    /// Ends it now as Failed with this error. Inside secured() nothing of the request leaves.
    void reject(const base::Error& error);

signals:
    void secured(); ///< the secure channel of a new connection stands, and nothing was sent through it yet
    void taken();   ///< no longer queued: a connection is made for it, or it has left
    void headArrived();
    void bytesArrived();
    void ended(http::Line::End end, const base::Error& error); ///< `error` says nothing for Complete

private:
    void startClocks();
    void stir();
    void checkSilence();
    void connecting();
    void sent();
    void expire(Clock clock, std::chrono::milliseconds patience);
    void finish();

    QPointer<QNetworkReply> m_reply;
    Patience m_patience;
    Scene m_scene;
    QList<QSslError> m_tlsErrors;
    std::optional<base::Error> m_rejection;
    QTimer m_queue, m_connect, m_silence, m_total;
    QElapsedTimer m_quiet; ///< since something was heard
    Sight m_sight;
    bool m_sent = false, m_turnedAway = false;
};

} // namespace http
