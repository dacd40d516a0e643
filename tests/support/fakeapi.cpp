#include "tests/support/fakeapi.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace support {

namespace {

http::Answer answerWith(int status, const QByteArray& body, const QList<http::Header>& headers)
{
    http::Answer answer;
    answer.status = status;
    answer.body = body;
    answer.headers = headers;
    answer.url = QUrl(u"https://api.test"_s);
    answer.receivedAt = QDateTime::currentDateTimeUtc();
    return answer;
}

base::Error networkError(base::Error::Kind kind)
{
    base::Error error;
    error.kind = kind;
    error.message = u"test"_s;
    return error;
}

} // namespace

void FakeStream::open()
{
    emit opened(answerWith(200, {}, {}));
}

void FakeStream::send(const QByteArray& bytes)
{
    emit received(bytes);
}

void FakeStream::end()
{
    emit closed(base::Ok());
}

void FakeStream::cut()
{
    emit closed(networkError(base::Error::Kind::Network));
}

void FakeStream::refuse(int status, const QByteArray& body, const QList<http::Header>& headers)
{
    emit refused(answerWith(status, body, headers));
}

void FakeApi::send(const http::Request& request, QObject* context, BytesDone done)
{
    requests.append(request);
    requests.last().buffer.clear(); // as a client that answers from memory of its own
    m_questions.push_back({requests.last(), context, std::move(done)});
}

std::unique_ptr<http::Stream> FakeApi::open(const http::Request& request)
{
    requests.append(request);
    auto stream = std::make_unique<FakeStream>(request);
    streams.append(stream.get());
    return stream;
}

qsizetype FakeApi::waiting()
{
    std::erase_if(m_questions, [](const Question& question) { return !question.context; });
    return qsizetype(m_questions.size());
}

bool FakeApi::isAsked(const QString& path)
{
    return waiting() > 0 && m_questions.front().request.path == path;
}

QString FakeApi::parameter(const QString& key)
{
    return waiting() > 0 ? support::parameter(m_questions.front().request, key) : QString();
}

FakeApi::Question FakeApi::next()
{
    if (waiting() == 0)
        qFatal("nothing was asked");
    Question question = std::move(m_questions.front());
    m_questions.pop_front();
    return question;
}

void FakeApi::answer(const QByteArray& body, const QList<http::Header>& headers)
{
    next().done(answerWith(200, body, headers));
}

void FakeApi::fail(int status, const QByteArray& body, const QList<http::Header>& headers)
{
    http::Target target;
    target.label = label();
    next().done(kube::statusError(answerWith(status, body, headers), target));
}

void FakeApi::fail(base::Error::Kind kind)
{
    next().done(networkError(kind));
}

int FakeApi::open() const
{
    return int(std::ranges::count_if(streams, [](const QPointer<FakeStream>& stream) { return !stream.isNull(); }));
}

QString parameter(const http::Request& request, const QString& key)
{
    if (!request.query.hasQueryItem(key))
        return {};
    // As a server does: "+" is a blank unless it was encoded.
    QByteArray value = request.query.queryItemValue(key, QUrl::FullyEncoded).toLatin1();
    value.replace('+', ' ');
    return QUrl::fromPercentEncoding(value);
}

} // namespace support
