#pragma once

#include "core/http/client.h"

#include <QObject>

#include <memory>
#include <optional>

namespace support {

/// A request under way and what became of it.
class Received
{
public:
    Received(http::Client& client, const http::Request& request)
        : m_context(std::make_unique<QObject>())
    {
        client.send(request, m_context.get(), [this](const base::Result<http::Answer>& result) {
            ++m_calls;
            m_result = result;
        });
    }

    bool isDone() const { return m_result.has_value(); }
    bool succeeded() const { return m_result && *m_result; }
    const http::Answer& answer() const { return **m_result; }
    const base::Error& error() const { return m_result->error(); }
    int calls() const { return m_calls; } ///< how often it was called back: once at most
    void giveUp() { m_context.reset(); }  ///< the context dies

    /// For QVERIFY2; the text lives as long as this.
    const char* problem()
    {
        m_problem =
            isDone() && !succeeded() ? (error().message + u'\n' + error().detail).toUtf8() : QByteArray("no error");
        return m_problem.constData();
    }

private:
    std::unique_ptr<QObject> m_context;
    std::optional<base::Result<http::Answer>> m_result;
    QByteArray m_problem;
    int m_calls = 0;
};

/// A stream under way and what came of it.
struct Followed
{
    Followed(http::Client& client, const http::Request& request)
        : stream(client.open(request))
    {
        QObject::connect(stream.get(), &http::Stream::opened, stream.get(),
                         [this](const http::Answer& head) { status = head.status; });
        QObject::connect(stream.get(), &http::Stream::received, stream.get(),
                         [this](const QByteArray& more) { bytes += more; });
        QObject::connect(stream.get(), &http::Stream::closed, stream.get(), [this](const base::Result<base::Ok>& why) {
            reason = why;
            ++endings;
        });
        QObject::connect(stream.get(), &http::Stream::refused, stream.get(), [this](const http::Answer& answer) {
            refusal = answer;
            ++endings;
        });
    }

    std::unique_ptr<http::Stream> stream;
    int status = 0;
    QByteArray bytes;
    std::optional<base::Result<base::Ok>> reason;
    std::optional<http::Answer> refusal;
    int endings = 0;
};

} // namespace support
