#include "tests/contract/support/side.h"

#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

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

QList<HeardLines> listen(const QList<Ear>& ears, qsizetype enough, std::chrono::milliseconds patience,
                         const std::function<void()>& begun)
{
    QNetworkAccessManager manager;
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    for (const auto& ear : ears) {
        auto request = ear.side.request(ear.target);
        request.setRawHeader("Accept", ear.accept);
        replies.emplace_back(manager.get(request));
    }
    const auto haveBegun = [&] {
        return std::ranges::all_of(replies, [](const auto& reply) { return statusOf(*reply) > 0; });
    };
    if (begun && QTest::qWaitFor(haveBegun, int(patience.count())))
        begun();
    QList<HeardLines> heard(ears.size());
    const auto isOver = [&](std::size_t which) {
        auto& lines = heard[qsizetype(which)].lines;
        while (replies[which]->canReadLine() && lines.size() < enough)
            lines += replies[which]->readLine().trimmed();
        if (!replies[which]->isFinished() || lines.size() >= enough)
            return lines.size() >= enough;
        if (const auto rest = replies[which]->readAll().trimmed(); !rest.isEmpty())
            lines += rest;
        return true;
    };
    const auto areOver = [&] {
        bool result = true;
        for (std::size_t which = 0; which < replies.size(); ++which)
            result = isOver(which) && result;
        return result;
    };
    (void)QTest::qWaitFor(areOver, int(patience.count()));
    for (std::size_t which = 0; which < replies.size(); ++which) {
        const auto& reply = *replies[which];
        heard[qsizetype(which)].status = statusOf(reply);
        heard[qsizetype(which)].hasEnded = reply.isFinished();
    }
    return heard;
}

} // namespace contract
