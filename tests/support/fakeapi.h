#pragma once

#include "core/kube/api.h"

#include <QPointer>

#include <deque>
#include <memory>

namespace support {

/// A stream the test feeds by hand.
class FakeStream : public http::Stream
{
    Q_OBJECT
public:
    explicit FakeStream(http::Request asked)
        : request(std::move(asked))
    {
    }
    void setPaused(bool paused) override { isPaused = paused; }

    void open();
    void send(const QByteArray& bytes);
    void end(); ///< cleanly
    void cut(); ///< as a reset does
    void refuse(int status, const QByteArray& body, const QList<http::Header>& headers = {});

    const http::Request request;
    bool isPaused = false;
};

/// An API server that answers when it is told, in the order of the questions. What is asked for is kept in `requests`
/// and `streams`.
class FakeApi : public kube::Api
{
public:
    struct Question
    {
        http::Request request;
        QPointer<QObject> context;
        BytesDone done;
    };

    void send(const http::Request& request, QObject* context, BytesDone done) override;
    std::unique_ptr<http::Stream> open(const http::Request& request) override;
    void reconnect() override { ++reconnects; }
    QString label() const override { return QStringLiteral("test"); }

    /// Questions that still wait; those whose asker has died are dropped.
    qsizetype waiting();
    bool isAsked(const QString& path); ///< the oldest waiting question has this path
    /// The oldest waiting question's parameter, or null.
    QString parameter(const QString& key);
    void answer(const QByteArray& body, const QList<http::Header>& headers = {});
    void fail(int status, const QByteArray& body, const QList<http::Header>& headers = {});
    void fail(base::Error::Kind kind);
    /// The newest stream; null when its watch has dropped it.
    FakeStream* stream() const { return streams.isEmpty() ? nullptr : streams.last().data(); }
    int open() const; ///< streams that are still held

    QList<http::Request> requests; ///< all, streams included
    QList<QPointer<FakeStream>> streams;
    int reconnects = 0;

private:
    Question next();

    std::deque<Question> m_questions;
};

/// Value of a parameter as the server would read it; null when absent.
QString parameter(const http::Request& request, const QString& key);

} // namespace support
