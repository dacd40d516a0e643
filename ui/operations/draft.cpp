#include "ui/operations/draft.h"

#include "core/base/visibletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace operations {

using base::Error;
using workflow::Check;
using workflow::Plan;

Draft::Draft(Desk& desk, QString clusterId, plans::Intent intent, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_clusterId(std::move(clusterId))
    , m_wanted(std::move(intent))
    , m_intent(m_wanted)
{
    connect(&m_desk, &Desk::clustersChanged, this, &Draft::follow);
}

Draft::~Draft() = default;

void Draft::setIntent(const plans::Intent& intent)
{
    if (m_stage == Stage::Begun)
        return;
    m_intent = intent;
    m_plan.reset();
    m_survey.reset();
    m_flinkSurvey.reset();
    m_hasMoved = false;
    check();
}

void Draft::check()
{
    if (m_stage == Stage::Begun)
        return;
    m_surveying.reset();
    m_place = m_desk.flinkPlace(m_clusterId);
    const std::optional<plans::Site> site = m_desk.site(m_clusterId);
    if (m_intent.kind == plans::flinkJobKind ? !m_place : !site)
        return fail({Error::Kind::Network, tr("There is no connection to this cluster any more."), {}});
    m_stage = Stage::Checking;
    m_problem.reset();
    if (m_intent.kind == plans::flinkJobKind)
        start(new plans::FlinkSurveying(m_place->site, plans::flinkIntentOf(m_intent)));
    else
        start(new plans::Surveying(*site, m_intent));
    emit changed();
}

template <typename Surveying>
void Draft::start(Surveying* surveying)
{
    m_surveying.reset(surveying);
    connect(surveying, &Surveying::finished, this, [this](const auto& survey) {
        m_surveying.release()->deleteLater();
        take(survey);
    });
    connect(surveying, &Surveying::failed, this, [this](const Error& error) {
        m_surveying.release()->deleteLater();
        fail(error);
    });
    surveying->start();
}

void Draft::take(const plans::Survey& survey)
{
    const std::optional<plans::Site> site = m_desk.site(m_clusterId);
    if (!site)
        return;
    m_survey = survey;
    m_doubts = survey.prospect.doubts;
    take(plans::planOf(survey, *site));
}

void Draft::take(const plans::FlinkSurvey& survey)
{
    m_flinkSurvey = survey;
    take(plans::planOf(survey, m_place->site));
}

void Draft::take(const Plan& plan)
{
    const bool isAsAgreed = m_isAgreed && m_plan && workflow::isSameDeed(*m_plan, plan) && !plan.isBlocked();
    m_hasMoved = m_isAgreed && !isAsAgreed;
    m_isAgreed = false;
    m_plan = plan;
    m_plannedAt = QDateTime::currentDateTimeUtc();
    m_stage = Stage::Planned;
    if (isAsAgreed)
        return begin();
    emit changed();
}

void Draft::fail(const Error& error)
{
    m_stage = Stage::Failed;
    m_problem = error;
    m_isAgreed = false;
    emit changed();
}

QString Draft::obstacle() const
{
    switch (m_stage) {
    case Stage::Intent:
        return tr("Say first what is to become of it.");
    case Stage::Checking:
        return tr("The cluster is being asked.");
    case Stage::Failed:
        return base::visibleText(m_problem->message);
    case Stage::Begun:
        return tr("It has begun.");
    case Stage::Planned:
        break;
    }
    QStringList failed;
    for (const Check& check : m_plan->preflight) {
        if (check.verdict == Check::Verdict::Fail)
            failed.append(check.message);
    }
    return failed.join(u' ');
}

void Draft::agree()
{
    if (m_isAgreed || !obstacle().isEmpty())
        return;
    const std::chrono::milliseconds age(m_plannedAt.msecsTo(QDateTime::currentDateTimeUtc()));
    if (age <= workflow::oldPlan)
        return begin();
    m_isAgreed = true;
    check();
}

void Draft::begin()
{
    const base::Result<QString> id = m_flinkSurvey ? m_desk.begin(m_clusterId, *m_flinkSurvey, *m_plan)
                                                   : m_desk.begin(m_clusterId, *m_survey, *m_plan);
    if (!id)
        return fail(id.error());
    m_stage = Stage::Begun;
    m_operationId = *id;
    m_survey.reset(); // what is secret in it is needed no more
    m_flinkSurvey.reset();
    emit changed();
    emit begun(*id);
}

/// Without its connection nobody answers any more; the protection, too, may be another one.
void Draft::follow()
{
    if (m_stage == Stage::Begun || m_stage == Stage::Intent)
        return;
    if (!cluster().connection) {
        m_surveying.reset();
        if (m_stage != Stage::Failed)
            fail({Error::Kind::Network, tr("There is no connection to this cluster any more."), {}});
        return;
    }
    check();
}

} // namespace operations
