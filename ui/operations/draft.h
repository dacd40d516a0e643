#pragma once

#include "ui/operations/desk.h"

#include <QObject>

#include <memory>
#include <optional>

namespace operations {

/// What somebody is about to do at one object: from the intent over survey and plan to the moment it begins.
class Draft : public QObject
{
    Q_OBJECT
public:
    enum class Stage {
        Intent,   ///< something has to be said first
        Checking, ///< the cluster is asked
        Planned,
        Failed, ///< the cluster could not be asked
        Begun,
    };

    /// The desk must outlive it.
    Draft(Desk& desk, QString clusterId, plans::Intent intent, QObject* parent = nullptr);
    ~Draft() override;

    Desk& desk() const { return m_desk; }
    Cluster cluster() const { return m_desk.cluster(m_clusterId); }
    const plans::Intent& intent() const { return m_intent; }
    const plans::Intent& wanted() const { return m_wanted; } ///< the intent it began with
    void setIntent(const plans::Intent& intent);
    Stage stage() const { return m_stage; }
    /// The last one, also while it is checked again.
    const std::optional<workflow::Plan>& plan() const { return m_plan; }
    const QStringList& doubts() const { return m_doubts; } ///< what could not be learnt; one sentence each
    QDateTime plannedAt() const { return m_plannedAt; }    ///< UTC
    const std::optional<base::Error>& problem() const { return m_problem; }
    QString operationId() const { return m_operationId; } ///< from Begun on
    /// Translated: why it may not begin, in a sentence; empty: it may, with the confirmation of the plan.
    QString obstacle() const;
    bool isAboutToBegin() const { return m_isAgreed; }
    /// What was agreed to is not what would be done now.
    bool hasMoved() const { return m_hasMoved; }

    void check();
    /// It is agreed to. A plan that is old is made anew first: what would then be done otherwise does not begin.
    void agree();

signals:
    void changed();
    void begun(const QString& operationId);

private:
    template <typename Surveying>
    void start(Surveying* surveying);
    void take(const plans::Survey& survey);
    void take(const plans::FlinkSurvey& survey);
    void take(const workflow::Plan& plan);
    void fail(const base::Error& error);
    void begin();
    void follow();

    Desk& m_desk;
    const QString m_clusterId;
    const plans::Intent m_wanted;
    plans::Intent m_intent;
    Stage m_stage = Stage::Intent;
    std::unique_ptr<Desk::FlinkPlace> m_place; ///< of a bare endpoint; outlives what asks there
    std::unique_ptr<QObject> m_surveying;
    std::optional<plans::Survey> m_survey;
    std::optional<plans::FlinkSurvey> m_flinkSurvey;
    std::optional<workflow::Plan> m_plan;
    QStringList m_doubts;
    QDateTime m_plannedAt;
    std::optional<base::Error> m_problem;
    QString m_operationId;
    bool m_isAgreed = false, m_hasMoved = false;
};

} // namespace operations
