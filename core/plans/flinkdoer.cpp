#include "core/plans/flinkdoer.h"

#include "core/plans/flinklooking.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace plans {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(plans::Text)
};

/// Flink's words for a second job of the same id: there is one, as it was to be.
bool isThereAlready(const Error& error)
{
    return error.detail.contains(u"DuplicateJobSubmissionException");
}

} // namespace

FlinkDoer::FlinkDoer(FlinkSite site)
    : m_site(std::move(site))
{
}

FlinkDoer::FlinkDoer(FlinkSite site, const FlinkSurvey& survey)
    : m_site(std::move(site))
    , m_arguments(survey.intent.run.arguments)
{
}

void FlinkDoer::look(const workflow::Step& step, const workflow::Operation& operation, QObject* context,
                     std::function<void(base::Result<workflow::Sight>)> done)
{
    (new FlinkLooking(m_site, step, operation, context, std::move(done)))->start();
}

void FlinkDoer::send(const workflow::Step& step, const workflow::Operation&, QObject* context,
                     std::function<void(base::Result<base::Ok>)> done)
{
    flink::RestWrite write{step.sends->method.toLatin1(), step.sends->path, step.sends->body.toObject()};
    if (step.kind == flinkstep::runJar)
        write.patience = flink::longestJarRun;
    if (step.details[u"isMasked"].toBool() && m_arguments.isEmpty()) {
        const Error error{Error::Kind::Invalid,
                          Text::tr("The change holds values that are kept in no file. Plan it anew.")};
        QMetaObject::invokeMethod(
            context, [done, error] { done(error); }, Qt::QueuedConnection);
        return;
    }
    if (step.details[u"isMasked"].toBool())
        write.body.insert(u"programArgsList"_s, QJsonArray::fromStringList(m_arguments));
    m_site.rest->write(write, context, [done = std::move(done)](const base::Result<QJsonObject>& answer) {
        if (answer || isThereAlready(answer.error()))
            done(base::Ok());
        else
            done(answer.error());
    });
}

} // namespace plans
