#include "core/base/visibletext.h"
#include "core/http/client.h"
#include "core/http/failure.h"
#include "core/http/session.h"
#include "core/http/statuskind.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace http {

/// The context of the texts below, always called by its whole name: in a function that returns a qualified type lupdate
/// would take it for another one.
struct AnswerText
{
    Q_DECLARE_TR_FUNCTIONS(http::AnswerText)
};

namespace {

/// More than this of a server's text is never shown.
constexpr qsizetype quoteLimit = 2048;
/// Looked at for a quote; a page's markup may be much longer than its text.
constexpr qsizetype quoteSource = 32 * 1024;
constexpr qint64 longestRetryAfter = 60;
constexpr qsizetype longestName = 256;

/// What a person would read of a page: no markup, nothing invisible, at most quoteLimit bytes of UTF-8.
QString quoteOf(const QByteArray& body)
{
    static const QRegularExpression hidden(u"<(script|style|head)\\b.*?(</\\1\\s*>|$)"_s,
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<[!/?a-zA-Z][^>]*(>|$)"_s);
    QString text = QString::fromUtf8(body.left(quoteSource));
    text.replace(hidden, u" "_s).replace(tag, u" "_s);
    text.replace(u"&lt;"_s, u"<"_s)
        .replace(u"&gt;"_s, u">"_s)
        .replace(u"&quot;"_s, u"\""_s)
        .replace(u"&#39;"_s, u"'"_s);
    text.replace(u"&nbsp;"_s, u" "_s).replace(u"&amp;"_s, u"&"_s);
    text = base::visibleText(text.simplified(), quoteLimit);
    while (text.toUtf8().size() > quoteLimit)
        text.chop(qMax<qsizetype>(1, (text.toUtf8().size() - quoteLimit) / 4));
    return text;
}

std::chrono::seconds retryAfterOf(const Answer& answer)
{
    const QByteArray value = answer.header("Retry-After").trimmed();
    bool isNumber = false;
    qint64 seconds = value.toLongLong(&isNumber);
    if (!isNumber) {
        Answer dated = answer;
        dated.headers = {{"Date", value}};
        const QDateTime until = dateOf(dated);
        seconds = until.isValid() ? answer.receivedAt.secsTo(until) : 0;
    }
    return std::chrono::seconds(std::clamp<qint64>(seconds, 0, longestRetryAfter));
}

QString redirectText(const Answer& answer, const QString& place)
{
    const QUrl location = answer.url.resolved(QUrl(QString::fromLatin1(answer.header("Location"))));
    const QString host = location.host().isEmpty() ? u"?"_s : base::visibleText(location.host(), longestName);
    if (location.host() == answer.url.host() && location.scheme() == answer.url.scheme())
        return http::AnswerText::tr("%1 sends us on to another path (%2), which is never followed.")
            .arg(place, base::visibleText(location.path(), longestName));
    return http::AnswerText::tr(
               "%1 sends us on to '%2' (%3), which is never followed. A login page or a gateway may stand in between.")
        .arg(place, host, location.scheme());
}

QString statusText(const Answer& answer, const QString& place)
{
    switch (answer.status) {
    case 401:
        return http::AnswerText::tr("%1 does not accept the credentials (401).").arg(place);
    case 403:
        return http::AnswerText::tr("%1 does not permit this (403).").arg(place);
    case 404:
        return http::AnswerText::tr("%1 knows nothing at this address (404).").arg(place);
    case 429:
        return http::AnswerText::tr("%1 asks us to slow down (429).").arg(place);
    case 502:
    case 503:
    case 504:
        return http::AnswerText::tr("%1 is not available at the moment (%2).").arg(place).arg(answer.status);
    default:
        return http::AnswerText::tr("%1 answered with status %2.").arg(place).arg(answer.status);
    }
}

QString clockHint(const Answer& answer)
{
    const QDateTime date = dateOf(answer);
    const qint64 seconds = date.isValid() ? qAbs(answer.receivedAt.secsTo(date)) : 0;
    if (seconds <= 60)
        return {};
    return u' ' +
           http::AnswerText::tr(
               "The clock of this computer differs from the server's by %n minute(s), which makes credentials fail.",
               nullptr, static_cast<int>(seconds / 60));
}

} // namespace

base::Error errorOf(const Answer& answer, const Target& target)
{
    const QString place = placeOf(target);
    base::Error error;
    error.kind = kindOfStatus(answer.status);
    error.httpStatus = answer.status;
    error.retryAfter = retryAfterOf(answer);
    error.message = isRedirect(answer.status) ? redirectText(answer, place) : statusText(answer, place);
    if (answer.status == 401)
        error.message += clockHint(answer);
    error.detail = quoteOf(answer.body);
    return error;
}

} // namespace http
