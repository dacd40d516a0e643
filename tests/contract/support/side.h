#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>

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

/// A stream that is asked for.
struct Ear
{
    Side side;
    QString target;
    QByteArray accept = "application/json";
};

struct HeardLines
{
    int status = 0;
    QList<QByteArray> lines;
    bool hasEnded = false; ///< by the server
};

/// Hears all streams at once, each until it ends or `enough` lines came, and no longer than the patience. `begun` is
/// called once all of them have begun.
[[nodiscard]] QList<HeardLines> listen(const QList<Ear>& ears, qsizetype enough, std::chrono::milliseconds patience,
                                       const std::function<void()>& begun = {});

} // namespace contract
