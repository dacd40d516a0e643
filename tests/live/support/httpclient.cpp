#include "tests/live/support/httpclient.h"

#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QHttpMultiPart>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds patience = std::chrono::seconds(15);

QByteArray compact(const QJsonObject& content)
{
    return QJsonDocument(content).toJson(QJsonDocument::Compact);
}

} // namespace

namespace live {

QJsonObject HttpAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString HttpAnswer::report() const
{
    constexpr qsizetype enough = 1000;
    return u"status %1 %2 %3"_s.arg(status).arg(error, QString::fromUtf8(body.left(enough)));
}

HttpClient::HttpClient(QUrl root, const Identity& identity)
    : m_root(std::move(root))
    , m_token(identity.bearerToken)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    if (!identity.certificateAuthority.isEmpty())
        m_tls.setCaCertificates(QSslCertificate::fromData(identity.certificateAuthority));
}

HttpAnswer HttpClient::get(const QString& path)
{
    return waitFor(m_network.get(request(path)));
}

HttpAnswer HttpClient::post(const QString& path, const QJsonObject& content)
{
    QNetworkRequest asked = request(path);
    asked.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return waitFor(m_network.post(asked, compact(content)));
}

HttpAnswer HttpClient::put(const QString& path, const QJsonObject& content)
{
    QNetworkRequest asked = request(path);
    asked.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return waitFor(m_network.put(asked, compact(content)));
}

HttpAnswer HttpClient::patch(const QString& path, const QJsonObject& content)
{
    QNetworkRequest asked = request(path);
    asked.setHeader(QNetworkRequest::ContentTypeHeader, u"application/merge-patch+json"_s);
    return waitFor(m_network.sendCustomRequest(asked, "PATCH", compact(content)));
}

HttpAnswer HttpClient::remove(const QString& path)
{
    return waitFor(m_network.deleteResource(request(path)));
}

HttpAnswer HttpClient::upload(const QString& path, const QString& field, const QString& fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {.status = 0, .body = {}, .error = file.errorString()};
    QHttpPart part;
    part.setHeader(QNetworkRequest::ContentTypeHeader, u"application/octet-stream"_s);
    part.setHeader(QNetworkRequest::ContentDispositionHeader,
                   u"form-data; name=\"%1\"; filename=\"%2\""_s.arg(field, QFileInfo(fileName).fileName()));
    part.setBodyDevice(&file);
    QHttpMultiPart form(QHttpMultiPart::FormDataType);
    form.append(part);
    return waitFor(m_network.post(request(path), &form));
}

QNetworkRequest HttpClient::request(const QString& path) const
{
    QNetworkRequest asked(m_root.resolved(QUrl(path)));
    asked.setTransferTimeout(static_cast<int>(patience.count()));
    asked.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    asked.setSslConfiguration(m_tls);
    // A server that takes its HTTP/2 connections away would take requests with them that were never begun.
    asked.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (!m_token.isEmpty())
        asked.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
    return asked;
}

HttpAnswer HttpClient::waitFor(QNetworkReply* reply)
{
    const std::unique_ptr<QNetworkReply> owned(reply);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            // What ran out of time is closed.
            .body = reply->isOpen() ? reply->readAll() : QByteArray(),
            .error = reply->error() == QNetworkReply::NoError ? QString() : reply->errorString()};
}

} // namespace live
