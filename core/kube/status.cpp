#include "core/kube/status.h"

#include "core/base/visibletext.h"
#include "core/http/statuskind.h"
#include "core/kube/api.h"
#include "core/kube/refusal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kube {

using base::Error;

namespace {

using Kind = Error::Kind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

constexpr std::chrono::seconds longestRetryAfter = 60s;
constexpr qsizetype longestMessage = 1024;
constexpr qsizetype longestDetail = 256 * 1024;
constexpr QByteArrayView pageNotFound = "404 page not found";

struct KindOfReason
{
    QStringView reason;
    Kind kind;
};

constexpr std::array kindsOfReasons{
    KindOfReason{u"Unauthorized", Kind::Unauthorized},
    KindOfReason{u"Forbidden", Kind::Forbidden},
    KindOfReason{u"NotFound", Kind::NotFound},
    KindOfReason{u"AlreadyExists", Kind::Conflict},
    KindOfReason{u"Conflict", Kind::Conflict},
    KindOfReason{u"Gone", Kind::Gone},
    KindOfReason{u"Expired", Kind::Gone},
    KindOfReason{u"Invalid", Kind::Invalid},
    KindOfReason{u"BadRequest", Kind::Invalid},
    KindOfReason{u"TooManyRequests", Kind::TooManyRequests},
    KindOfReason{u"RequestEntityTooLarge", Kind::TooLarge},
    KindOfReason{u"ServerTimeout", Kind::Server},
    KindOfReason{u"Timeout", Kind::Server},
    KindOfReason{u"InternalError", Kind::Server},
    KindOfReason{u"ServiceUnavailable", Kind::Server},
    KindOfReason{u"MethodNotAllowed", Kind::Server},
    KindOfReason{u"NotAcceptable", Kind::Server},
    KindOfReason{u"UnsupportedMediaType", Kind::Server},
    KindOfReason{u"StorageReadError", Kind::Server},
};

Kind kindOf(const QString& reason, int code)
{
    const auto found = std::ranges::find(kindsOfReasons, QStringView(reason), &KindOfReason::reason);
    return found == kindsOfReasons.end() ? http::kindOfStatus(code) : found->kind;
}

/// What a refused write means in particular; empty: no more than its kind.
QString refusalText(Refusal refusal, const QString& label, const QString& words)
{
    switch (refusal) {
    case Refusal::ApplyConflict:
        return Text::tr("Fields of this object on %1 are managed by somebody else: %2").arg(label, words);
    case Refusal::VersionConflict:
        return Text::tr("The object on %1 has changed since it was read. Look at it again before you change it: %2")
            .arg(label, words);
    case Refusal::ReplacedObject:
        return Text::tr("The object on %1 was deleted meanwhile, and another one has its name: %2").arg(label, words);
    case Refusal::AlreadyExists:
        return Text::tr("%1 has an object of this name already: %2").arg(label, words);
    case Refusal::NamespaceTerminating:
        return Text::tr("The namespace is being deleted on %1, so nothing can be made in it any more: %2")
            .arg(label, words);
    case Refusal::UnknownFields:
        return Text::tr("%1 does not know some of these fields, or found them twice: %2").arg(label, words);
    case Refusal::DeniedByWebhook:
        return Text::tr("A webhook of %1 does not let this through: %2").arg(label, words);
    case Refusal::QuotaExceeded:
        return Text::tr("The namespace on %1 has no room for this: %2").arg(label, words);
    case Refusal::DryRunUnsupported:
        return Text::tr("%1 cannot try this without doing it, because an admission webhook does not take part: %2")
            .arg(label, words);
    case Refusal::InvalidFields:
    case Refusal::None:
        break;
    }
    return {};
}

QString messageOf(const Error& error, const QString& label, const QString& words)
{
    if (const QString text = refusalText(refusalOf(error), label, words); !text.isEmpty())
        return text;
    switch (error.kind) {
    case Kind::Unauthorized:
        return Text::tr("%1 does not accept your credentials: %2").arg(label, words);
    case Kind::Forbidden:
        return Text::tr("You are not permitted to do this on %1: %2").arg(label, words);
    case Kind::NotFound:
        return Text::tr("%1 does not have this: %2").arg(label, words);
    case Kind::Conflict:
        return Text::tr("The object on %1 is not as expected: %2").arg(label, words);
    case Kind::Gone:
        return Text::tr("%1 no longer remembers this position, the list is read again: %2").arg(label, words);
    case Kind::Invalid:
        return Text::tr("%1 refused the request as not valid: %2").arg(label, words);
    case Kind::TooManyRequests:
        return Text::tr("%1 has too much to do and asks to wait: %2").arg(label, words);
    case Kind::TooLarge:
        return Text::tr("This is too large for %1: %2").arg(label, words);
    default:
        return error.httpStatus == 0
                   ? Text::tr("%1 reported an error: %2").arg(label, words)
                   : Text::tr("%1 answered with error %2: %3").arg(label).arg(error.httpStatus).arg(words);
    }
}

/// The Status as JSON. One whose causes are too many to keep loses their list, not the rest.
QString detailOf(QJsonObject status)
{
    QByteArray json = QJsonDocument(status).toJson(QJsonDocument::Compact);
    if (json.size() > longestDetail) {
        const QJsonObject shortened{{u"kind"_s, u"Status"_s},
                                    {u"reason"_s, status["reason"_L1].toString().left(longestMessage)},
                                    {u"message"_s, status["message"_L1].toString().left(longestMessage)},
                                    {u"code"_s, status["code"_L1]}};
        json = QJsonDocument(shortened).toJson(QJsonDocument::Compact);
    }
    return QString::fromUtf8(json);
}

std::chrono::seconds capped(qint64 seconds)
{
    return std::clamp(std::chrono::seconds(seconds), 0s, longestRetryAfter);
}

bool isHtml(QByteArrayView body)
{
    return body.trimmed().startsWith('<');
}

QJsonObject detailsOf(const Error& error)
{
    return QJsonDocument::fromJson(error.detail.toUtf8()).object()["details"_L1].toObject();
}

} // namespace

Error errorOfStatus(const QJsonObject& status, int httpStatus, const QString& label)
{
    Error error;
    error.httpStatus = httpStatus != 0 ? httpStatus : status["code"_L1].toInt();
    error.reason = status["reason"_L1].toString().left(longestMessage);
    error.kind = kindOf(error.reason, error.httpStatus);
    error.retryAfter = capped(status["details"_L1]["retryAfterSeconds"_L1].toInteger());
    error.detail = detailOf(status);
    QString words = base::visibleText(status["message"_L1].toString(), longestMessage);
    if (words.isEmpty())
        words = base::visibleText(error.reason, longestMessage);
    if (words.isEmpty())
        words = Text::tr("no reason given");
    error.message = messageOf(error, label, words);
    return error;
}

Error notAnAnswer(QByteArrayView body, const QString& label)
{
    Error error;
    error.kind = Kind::Decode;
    error.message = isHtml(body)
                        ? Text::tr("Something between you and %1 answered with a web page. Is there a login portal or "
                                   "a proxy on the way?")
                              .arg(label)
                        : Text::tr("The answer of %1 was cut off or is not JSON. It is asked again.").arg(label);
    error.detail = base::visibleText(QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), longestMessage))),
                                     longestMessage);
    return error;
}

bool isVersionTooLarge(const Error& error)
{
    if (error.httpStatus != 504 && error.reason != u"Timeout")
        return false;
    const QJsonArray causes = detailsOf(error)["causes"_L1].toArray();
    return std::ranges::any_of(
        causes, [](const QJsonValue& cause) { return cause["reason"_L1].toString() == u"ResourceVersionTooLarge"; });
}

bool isTypeMissing(const Error& error)
{
    if (error.httpStatus != 404)
        return false;
    if (error.reason.isEmpty())
        return error.detail == QLatin1StringView(pageNotFound);
    // Built-in groups answer with a Status that names no object.
    return error.reason == u"NotFound" && !detailsOf(error).contains("name"_L1);
}

Error statusError(const http::Answer& answer, const http::Target& target)
{
    const Error plain = http::errorOf(answer, target);
    const QJsonObject status = QJsonDocument::fromJson(answer.body).object();
    if (status["kind"_L1].toString() != u"Status") {
        Error error = plain;
        // The same words in a page are a gateway's; only bare they are the API server's.
        if (answer.status == 404 && error.detail == QLatin1StringView(pageNotFound))
            error.detail = base::visibleText(QString::fromUtf8(answer.body.trimmed()), longestMessage);
        return error;
    }
    Error error = errorOfStatus(status, answer.status, target.label);
    if (plain.retryAfter > 0s)
        error.retryAfter = plain.retryAfter;
    // A Status only repeats "Unauthorized"; the plain text knows of clocks that differ.
    if (error.kind == Kind::Unauthorized)
        error.message = plain.message;
    return error;
}

} // namespace kube
