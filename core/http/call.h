#pragma once

#include "core/http/inflater.h"
#include "core/http/line.h"
#include "core/http/session.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>

namespace http {

/// One request through its repetitions until it is answered. Deletes itself; a child of its session.
class Call : public QObject
{
    Q_OBJECT
public:
    Call(Session& session, Request request, QObject* context, Client::Done done);

    void start();

private:
    void authenticate();
    void transmit();
    void launch(const base::Result<QNetworkRequest>& wire, const base::Result<Pool>& pool);
    void collectMuch();
    void collect();
    void append(QNetworkReply& reply, qint64 waiting);
    void unpack(const QByteArray& bytes);
    void conclude(Line::End end, const base::Error& error);
    void judge(Answer answer);
    void complete();
    bool isTruncated(const Answer& answer) const;
    void repeatOr(const base::Error& error);
    void postponeOr(const base::Error& error);
    void checkQueue();
    void fail(const base::Error& error);
    void dropLine();
    void deliver(base::Result<Answer> result);
    void deliverLater(base::Result<Answer> result);

    Session& m_session;
    Request m_request;
    QPointer<QObject> m_context;
    Client::Done m_done;
    Credential m_credential;
    Pool m_pool;
    Line* m_line = nullptr;
    QByteArray m_body;
    qint64 m_rawSize = 0; ///< of the body as it came, before decompression
    std::optional<Inflater> m_inflater;
    QElapsedTimer m_clock;
    QDeadlineTimer m_deadline{QDeadlineTimer::Forever};
    bool m_began = false, m_repeated = false, m_renewed = false;
    int m_moves = 0;
    int m_postponed = 0;
    QTimer m_queued; ///< while it waits for a connection that others share
};

} // namespace http
