#pragma once

#include "core/http/client.h"
#include "tests/support/byteserver.h"
#include "tests/support/certificates.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

namespace support {

inline http::Request readOf(const QString& path)
{
    http::Request request;
    request.path = path;
    return request;
}

inline http::Request writeOf(const QByteArray& method, const QString& path, const QByteArray& body = {})
{
    http::Request request = readOf(path);
    request.method = method;
    request.body = body;
    request.effect = http::Effect::Write;
    return request;
}

/// A target called "test" at `server` and below `prefix`.
inline http::Target targetOf(const ByteServer& server, const QString& prefix = {})
{
    http::Target target;
    target.base = server.url(prefix);
    target.label = QStringLiteral("test");
    return target;
}

/// Puts `server` behind TLS and listens: the way to it, trusting this authority alone.
inline http::Target securedBy(const Authority& authority, ByteServer& server)
{
    server.useTls(authority.issue().serverTls());
    server.listen();
    http::Target target = targetOf(server);
    target.trust.authorities = QList{authority.certificate()};
    return target;
}

/// A source that counts, and that answers at once or when told to.
class FakeCredentials : public http::CredentialSource
{
public:
    void obtain(QObject* context, Done done) override
    {
        ++obtained;
        m_waiting.push_back({context, std::move(done)});
        if (!isHeld)
            release();
    }
    void reject(const http::Credential& used) override
    {
        ++rejected;
        lastRejected = used;
        if (!next.authorization.isEmpty())
            credential = next;
    }
    /// Answers all that wait.
    void release()
    {
        for (auto& [context, done] : std::exchange(m_waiting, {})) {
            if (context)
                done(problem ? base::Result<http::Credential>(*problem) : base::Result<http::Credential>(credential));
        }
    }

    http::Credential credential;
    http::Credential next; ///< taken into use when `credential` is rejected; without authorization: never
    std::optional<base::Error> problem;
    bool isHeld = false;
    int obtained = 0, rejected = 0;
    http::Credential lastRejected;

private:
    std::vector<std::pair<QPointer<QObject>, Done>> m_waiting;
};

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
