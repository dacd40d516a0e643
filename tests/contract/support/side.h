#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>

class QNetworkRequest;

namespace contract {

/// One server that is asked: a real one or the practice cluster.
struct Side
{
    QString url; ///< without a slash at its end
    QByteArray token = {};
    QByteArray authority = {}; ///< PEM; empty: not HTTPS

    [[nodiscard]] QNetworkRequest request(const QString& target) const;
};

struct Question
{
    QByteArray method = "GET";
    QString target; ///< path and query, as they go over the wire
    QByteArray body = {};
    QByteArray type = {}; ///< Content-Type
    QByteArray accept = "application/json";
};

struct Heard
{
    int status = 0; ///< 0: no answer came in time
    QByteArray contentType;
    QByteArray body;

    /// Without its parameters.
    [[nodiscard]] QByteArray mediaType() const { return contentType.split(';').first().trimmed(); }
    /// Null when the body is no JSON.
    [[nodiscard]] QJsonValue value() const;
    [[nodiscard]] QJsonObject json() const { return value().toObject(); }
};

/// Asks and waits. HTTP/1.1, no redirect is followed, nothing is remembered.
[[nodiscard]] Heard ask(const Side& side, const Question& question);

/// Asks for a stream and hears its lines until it ends, `enough` lines came, or the patience is over.
struct HeardLines
{
    int status = 0;
    QList<QByteArray> lines;
    bool hasEnded = false; ///< by the server
};
[[nodiscard]] HeardLines listen(const Side& side, const QString& target, qsizetype enough,
                                std::chrono::milliseconds patience, const QByteArray& accept = "application/json");

} // namespace contract
