#pragma once

#include "core/base/result.h"
#include "core/http/client.h"

#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <memory>

namespace http {

enum class Protocol { Http11, Http2IfOffered };

/// The address `request` means at `target`: the path is put behind the prefix of the base address.
QUrl addressOf(const Request& request, const Target& target);

/// The request as Qt wants it: redirects off, nothing cached, no cookies, TLS of this target alone. Fails with
/// Credentials or Configuration when a header could not be sent without changing the meaning of the rest.
base::Result<QNetworkRequest> wireRequest(const Request& request, const Target& target, const Credential& credential,
                                          Protocol protocol);

/// TLS as `target` asks for: its authorities and no others, at least TLS 1.2.
QSslConfiguration tlsOf(const Target& target, const Credential& credential);

/// A pool of connections that keeps no cookie, no cache and no HSTS entry. Fails with Configuration for a proxy Qt
/// cannot use.
base::Result<std::unique_ptr<QNetworkAccessManager>> connectionPool(const Target& target);

/// A body that can be read once. Qt repeats a request when its connection is lost before the answer, unless the body
/// cannot be rewound: this is what keeps a write from being sent twice. Right for empty bodies, too.
class OnceBody : public QIODevice
{
    Q_OBJECT
public:
    explicit OnceBody(QByteArray content, QObject* parent);

    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    bool reset() override { return false; }
    qint64 bytesAvailable() const override;
    bool atEnd() const override { return bytesAvailable() == 0; }
    bool wasRead() const { return m_position > 0; }

protected:
    qint64 readData(char* data, qint64 most) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_content;
    qint64 m_position = 0;
};

/// A read may be repeated by Qt when a kept-alive connection was closed under it; a write never is.
QNetworkReply* startRead(QNetworkAccessManager& pool, const QNetworkRequest& wire, const Request& request);
QNetworkReply* startWrite(QNetworkAccessManager& pool, QNetworkRequest wire, const Request& request);

/// The head of an answer; no body.
Answer headOf(const QNetworkReply& reply);

} // namespace http
