#pragma once

#include "core/http/line.h"
#include "core/http/session.h"

namespace http {

/// A Stream with a pool of its own. Outlives its session only to say that it is closed.
class ReplyStream : public Stream
{
    Q_OBJECT
public:
    ReplyStream(Session& session, Request request);
    ~ReplyStream() override;

    void setPaused(bool paused) override;

private:
    void authenticate();
    void transmit(const Credential& credential);
    void readHead();
    void read();
    void conclude(Line::End end, const base::Error& error);
    void finishRefused();
    void dropLine();
    void close(const base::Result<base::Ok>& reason);
    void closeLater(const base::Error& reason);

    enum class Phase { Starting, Open, Refused, Closed };

    QPointer<Session> m_session;
    Scene m_scene;
    Limits m_limits;
    Request m_request;
    Credential m_credential;
    Pool m_pool;
    Line* m_line = nullptr;
    Phase m_phase = Phase::Starting;
    QByteArray m_refusal;
    std::optional<base::Result<base::Ok>> m_ending; ///< held back while paused with bytes unread
    bool m_paused = false, m_renewed = false;
};

} // namespace http
