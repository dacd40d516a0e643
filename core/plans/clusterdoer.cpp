#include "core/plans/clusterdoer.h"

#include "core/plans/looking.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace plans {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(plans::Text)
};

} // namespace

ClusterDoer::ClusterDoer(Site site)
    : m_site(std::move(site))
{
}

ClusterDoer::ClusterDoer(Site site, const Survey& survey)
    : m_site(std::move(site))
    , m_change(survey.prospect.change)
    , m_patch(jsonPatch(survey.live(), survey.prospect.change))
{
}

SpecChange ClusterDoer::changeOf(const workflow::Step& step) const
{
    return m_change.isEmpty() ? specChangeOf(step.details[u"change"].toArray()) : m_change;
}

void ClusterDoer::look(const workflow::Step& step, const workflow::Operation& operation, QObject* context,
                       std::function<void(base::Result<workflow::Sight>)> done)
{
    (new Looking(m_site, step, operation, changeOf(step), context, std::move(done)))->start();
}

void ClusterDoer::send(const workflow::Step& step, const workflow::Operation&, QObject* context,
                       std::function<void(base::Result<base::Ok>)> done)
{
    http::Request request;
    request.method = step.sends->method.toUtf8();
    request.path = step.sends->path;
    request.contentType = step.sends->contentType.toUtf8();
    request.effect = http::Effect::Write;
    kube::addParameter(request.query, u"fieldManager"_s, fieldManager.toString());
    QJsonValue body = step.sends->body;
    if (step.kind == stepkind::changeSpec) {
        if (changeOf(step).isMasked()) {
            const Error error{Error::Kind::Invalid,
                              Text::tr("The change holds values that are kept in no file. Plan it anew.")};
            QMetaObject::invokeMethod(
                context, [done, error] { done(error); }, Qt::QueuedConnection);
            return;
        }
        kube::addParameter(request.query, u"fieldValidation"_s, u"Strict"_s);
        if (!m_change.isEmpty())
            body = m_patch;
    }
    request.body = body.isArray() ? QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact)
                                  : QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    m_site.api->send(request, context, [done = std::move(done)](const base::Result<http::Answer>& answer) {
        if (answer)
            done(base::Ok());
        else
            done(answer.error());
    });
}

} // namespace plans
