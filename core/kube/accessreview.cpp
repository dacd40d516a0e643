#include "core/kube/accessreview.h"

#include "core/base/visibletext.h"

#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

constexpr qsizetype longestReason = 512;

QJsonObject reviewOf(const AccessQuestion& question)
{
    QJsonObject attributes{{u"verb"_s, question.verb},
                           {u"group"_s, question.type.group},
                           {u"version"_s, question.type.version},
                           {u"resource"_s, question.type.plural}};
    if (!question.subresource.isEmpty())
        attributes.insert(u"subresource"_s, question.subresource);
    if (!question.nameSpace.isEmpty())
        attributes.insert(u"namespace"_s, question.nameSpace);
    if (!question.name.isEmpty())
        attributes.insert(u"name"_s, question.name);
    return {{u"apiVersion"_s, u"authorization.k8s.io/v1"_s},
            {u"kind"_s, u"SelfSubjectAccessReview"_s},
            {u"spec"_s, QJsonObject{{u"resourceAttributes"_s, attributes}}}};
}

Permission permissionOf(const base::Result<QJsonObject>& answer)
{
    using Verdict = Permission::Verdict;
    if (!answer)
        return {.verdict = Verdict::Unknown, .reason = answer.error().message};

    const QJsonObject status = (*answer)["status"_L1].toObject();
    const QString reason = base::visibleText(status["reason"_L1].toString(), longestReason);
    const QString problem = base::visibleText(status["evaluationError"_L1].toString(), longestReason);
    if (!status["allowed"_L1].isBool())
        return {.verdict = Verdict::Unknown, .reason = problem};
    if (status["allowed"_L1].toBool())
        return {.verdict = Verdict::Allowed, .reason = reason};
    // An authorizer that failed has not said no.
    if (!problem.isEmpty() && !status["denied"_L1].toBool())
        return {.verdict = Verdict::Unknown, .reason = problem};
    return {.verdict = Verdict::Denied, .reason = reason};
}

} // namespace

AccessQuestion serviceProxyQuestion(const QString& verb, const QString& nameSpace, const QString& service,
                                    const QString& port)
{
    return {.verb = verb,
            .type = coreType(u"services"_s),
            .subresource = u"proxy"_s,
            .nameSpace = nameSpace,
            .name = service + u':' + port};
}

void reviewAccess(Api& api, const AccessQuestion& question, QObject* context, std::function<void(Permission)> done)
{
    api.postJson(u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s, reviewOf(question), http::Effect::Read,
                 context,
                 [done = std::move(done)](const base::Result<QJsonObject>& answer) { done(permissionOf(answer)); });
}

void reviewAccess(Api& api, const QList<AccessQuestion>& questions, QObject* context,
                  std::function<void(QList<Permission>)> done)
{
    if (questions.isEmpty()) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done({}); });
        return;
    }
    struct Review
    {
        QList<Permission> permissions;
        qsizetype waiting = 0;
        std::function<void(QList<Permission>)> done;
    };
    auto review = std::make_shared<Review>();
    review->permissions.resize(questions.size());
    review->waiting = questions.size();
    review->done = std::move(done);
    for (qsizetype i = 0; i < questions.size(); ++i) {
        reviewAccess(api, questions[i], context, [review, i](const Permission& permission) {
            review->permissions[i] = permission;
            if (--review->waiting == 0)
                review->done(review->permissions);
        });
    }
}

} // namespace kube
