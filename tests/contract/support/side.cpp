#include "tests/contract/support/side.h"

#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace contract {

namespace {

constexpr int patience = 60'000;

int statusOf(const QNetworkReply& reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

QNetworkRequest Side::request(const QString& target) const
{
    QNetworkRequest request(QUrl(url + target));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!authority.isEmpty()) {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(authority));
        request.setSslConfiguration(tls);
    }
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    request.setRawHeader("User-Agent", "contract/1.0");
    return request;
}

QJsonValue Heard::value() const
{
    const auto document = QJsonDocument::fromJson(body);
    if (document.isArray())
        return document.array();
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue();
}

Heard ask(const Side& side, const Question& question)
{
    QNetworkAccessManager manager;
    auto request = side.request(question.target);
    request.setRawHeader("Accept", question.accept);
    if (!question.type.isEmpty())
        request.setRawHeader("Content-Type", question.type);
    const std::unique_ptr<QNetworkReply> reply(manager.sendCustomRequest(request, question.method, question.body));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, patience))
        return {};
    return {statusOf(*reply), reply->rawHeader("Content-Type"), reply->readAll()};
}

HeardLines listen(const Side& side, const QString& target, qsizetype enough, std::chrono::milliseconds patience,
                  const QByteArray& accept)
{
    QNetworkAccessManager manager;
    auto request = side.request(target);
    request.setRawHeader("Accept", accept);
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    HeardLines heard;
    const auto isOver = [&] {
        while (reply->canReadLine())
            heard.lines += reply->readLine().trimmed();
        return reply->isFinished() || heard.lines.size() >= enough;
    };
    (void)QTest::qWaitFor(isOver, int(patience.count()));
    heard.hasEnded = reply->isFinished();
    heard.status = statusOf(*reply);
    if (heard.hasEnded) {
        if (const auto rest = reply->readAll().trimmed(); !rest.isEmpty())
            heard.lines += rest;
    }
    return heard;
}

} // namespace contract
