#include "core/flink/restfailure.h"

#include "core/base/visibletext.h"
#include "core/flink/restdecode.h"
#include "core/kube/api.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flink {

using base::Error;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(flink::Text)
};

constexpr qsizetype longestSentence = 400;
constexpr qsizetype longestDetail = 4096;

Error::Kind kindOf(int status)
{
    switch (status) {
    case 400:
    case 405:
    case 413:
        return Error::Kind::Invalid;
    case 404:
        return Error::Kind::NotFound;
    case 408:
    case 504:
        return Error::Kind::Timeout;
    case 409:
        return Error::Kind::Conflict;
    default:
        return Error::Kind::Server;
    }
}

bool isWebPage(const http::Answer& answer)
{
    return answer.body.trimmed().startsWith('<') || answer.header("Content-Type").startsWith("text/html");
}

/// NS and NAME of "/api/v1/namespaces/NS/services/NAME:PORT/proxy".
std::pair<QString, QString> serviceOf(const QString& prefix)
{
    return {prefix.section(u'/', 4, 4), prefix.section(u'/', 6, 6).section(u':', 0, 0)};
}

} // namespace

QString RestFailure::address() const
{
    QUrl base = m_target.base;
    base.setUserInfo({});
    QString text = base.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    return text + m_prefix;
}

Error RestFailure::ofStatus(const http::Answer& answer) const
{
    if (const QStringList texts = flinkErrors(answer.body); !texts.isEmpty())
        return ofFlink(answer, texts);
    const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
    if (object[u"kind"].toString() == u"Status")
        return ofApiServer(answer);
    Error error = http::errorOf(answer, m_target);
    if (answer.status < 400 || answer.status == 401)
        return error;
    error.message = Text::tr("Neither Flink nor an API server, but a gateway or proxy on the way to %1 answered "
                             "with status %2.")
                        .arg(base::visibleText(address(), longestSentence))
                        .arg(answer.status);
    return error;
}

Error RestFailure::ofFlink(const http::Answer& answer, const QStringList& texts) const
{
    Error error;
    error.kind = kindOf(answer.status);
    error.httpStatus = answer.status;
    error.detail = base::visibleText(texts.join(u'\n'), longestDetail, base::Lines::Keep);
    const QString firstLine = texts.first().section(u'\n', 0, 0);
    const QString quote = base::visibleText(firstLine, longestSentence);
    error.message = answer.status == 503 ? Text::tr("Flink's JobManager is not ready: %1").arg(quote)
                                         : Text::tr("Flink answered: %1").arg(quote);
    return error;
}

Error RestFailure::ofApiServer(const http::Answer& answer) const
{
    Error error = kube::statusError(answer, m_target);
    const auto [nameSpace, service] = serviceOf(m_prefix);
    if (service.isEmpty())
        return error;
    const QString label = base::visibleText(m_target.label, longestSentence);
    if (answer.status == 403)
        error.message = Text::tr("'%1' does not permit reading Flink through the API server. It takes the right to get "
                                 "services/proxy in namespace '%2'.")
                            .arg(label, nameSpace);
    else if (answer.status == 404)
        error.message = Text::tr("'%1' has no service '%2' in namespace '%3': Flink is not running there.")
                            .arg(label, service, nameSpace);
    else if (answer.status == 503 && error.detail.contains(u"no endpoints available"))
        error.message = Text::tr("Service '%2' in namespace '%3' of '%1' has no endpoints: no JobManager pod is ready.")
                            .arg(label, service, nameSpace);
    else if (answer.status == 503)
        error.message =
            Text::tr("The API server of '%1' cannot reach service '%2' in namespace '%3': no JobManager answers.")
                .arg(label, service, nameSpace);
    return error;
}

Error RestFailure::ofBody(const http::Answer& answer, Error decodeError) const
{
    decodeError.httpStatus = answer.status;
    if (isWebPage(answer))
        decodeError.message =
            Text::tr("At %1 a web page answered instead of Flink's REST interface. A gateway or login page "
                     "may stand in between.")
                .arg(base::visibleText(address(), longestSentence));
    return decodeError;
}

base::Error unanswered(std::chrono::milliseconds patience)
{
    base::Error error;
    error.kind = Error::Kind::Timeout;
    error.message = flink::Text::tr("Flink has not answered for %1 s.")
                        .arg(QLocale().toString(double(patience.count()) / 1000, 'g', 3));
    return error;
}

bool saysCheckpointingIsOff(const http::Answer& answer)
{
    return answer.status == 404 && std::ranges::any_of(flinkErrors(answer.body), [](const QString& text) {
               return text.contains(u"heckpointing has not been enabled") ||
                      text.contains(u"heckpointing is not enabled") || text.contains(u"heckpointing was not enabled");
           });
}

} // namespace flink
