#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUrl>

namespace live {

struct HttpAnswer
{
    int status = 0; ///< 0 when no answer came
    QByteArray body;
    QString error;

    [[nodiscard]] QJsonObject json() const;
    /// One text for a test's failure.
    [[nodiscard]] QString report() const;
};

/// What a server asks of its client; the authority is PEM, for servers that sign for themselves.
struct Identity
{
    QString bearerToken;
    QByteArray certificateAuthority;
};

/// Asks a server and waits for the answer: a second opinion, independent of the product's own clients.
class HttpClient
{
public:
    explicit HttpClient(QUrl root, const Identity& identity = {});

    [[nodiscard]] HttpAnswer get(const QString& path);
    [[nodiscard]] HttpAnswer post(const QString& path, const QJsonObject& content);
    [[nodiscard]] HttpAnswer put(const QString& path, const QJsonObject& content);
    /// As a merge patch.
    [[nodiscard]] HttpAnswer patch(const QString& path, const QJsonObject& content);
    [[nodiscard]] HttpAnswer remove(const QString& path);
    /// As a form with one file in the field `field`.
    [[nodiscard]] HttpAnswer upload(const QString& path, const QString& field, const QString& fileName);

private:
    [[nodiscard]] QNetworkRequest request(const QString& path) const;
    [[nodiscard]] static HttpAnswer waitFor(QNetworkReply* reply);

    QUrl m_root;
    QString m_token;
    QSslConfiguration m_tls = QSslConfiguration::defaultConfiguration();
    QNetworkAccessManager m_network;
};

} // namespace live
