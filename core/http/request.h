#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <utility>

namespace http {

using Header = std::pair<QByteArray, QByteArray>;

/// Whether a request changes something at its receiver. Writes are refused on a read-only client, are never
/// sent twice, and end in OutcomeUnknown when their answer does not come.
enum class Effect { Read, Write };

/// Which budget of requests per second a request is taken from.
enum class Priority {
    Interactive, ///< somebody waits for it
    View,        ///< keeps fresh what is on the screen: must not hold up what somebody waits for
    Background,  ///< polling: may wait while others do not
    Paging,      ///< the next page of a list: paced by the answers before it, so not counted
};

/// One request, relative to the base address of its client.
struct Request
{
    QByteArray method = "GET";
    QString path; ///< begins with "/"; already percent-encoded where a segment needs it
    QUrlQuery query;
    QList<Header> headers;
    QByteArray body;
    QByteArray contentType; ///< of `body`
    Effect effect = Effect::Read;
    Priority priority = Priority::Interactive;
    std::chrono::milliseconds silence{30'000}; ///< longest time without a byte; 0: no limit
    std::chrono::milliseconds total{60'000};   ///< longest time altogether; 0: no limit
    qint64 maxBytes = 256LL * 1024 * 1024;     ///< a body of more than this, decompressed, is TooLarge; not for streams
    /// Memory that the answer's body may use anew, whatever is in it: a fresh one of megabytes costs the kernel's time.
    QByteArray buffer;
};

/// A complete HTTP answer, whatever its status.
struct Answer
{
    int status = 0;
    QList<Header> headers; ///< names as sent; compare without case
    QByteArray body;
    QUrl url;             ///< what was asked, for messages; without user info
    QDateTime receivedAt; ///< UTC, our clock
    std::chrono::milliseconds took{0};

    QByteArray header(QByteArrayView name) const; ///< first of that name; empty: none
};

/// Encodes one path segment. Names with "/" or "%", "." and ".." are the caller's error: see isSafeSegment.
QString encodeSegment(const QString& segment);
bool isSafeSegment(const QString& segment);

} // namespace http
