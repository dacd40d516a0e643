#pragma once

#include "core/plans/intent.h"
#include "ui/deployment/linemodel.h"
#include "ui/deployment/tab.h"

namespace widgets {
class ElidedLabel;
}

namespace deployment {

class OperationBar;

/// The jobs of the cluster as Flink lists them, joined with the FlinkSessionJobs the operator keeps for them; what can
/// be done to the one that is selected stands above.
class JobsTab : public Tab
{
    Q_OBJECT
public:
    JobsTab(Subject& subject, QWidget* parent);

    QString title() const override;
    QString id() const override { return QStringLiteral("jobs"); }
    void refresh() override;
    void tick() override { m_model.tick(); }

signals:
    void jobChosen(const QString& id); ///< by Enter or a double click
    /// Of a session job; at an endpoint of a job, by its id.
    void operationRequested(plans::Intent::Verb verb, const QString& kind, const kube::ObjectKey& job);

private:
    void setTitles();
    QWidget* makeContent();
    void showOperations();
    void showOwnOperations();
    QList<Line> lines() const;
    QList<std::shared_ptr<const flink::SessionJob>> sessionJobs() const;
    /// Of the current line; null: it has none.
    std::shared_ptr<const flink::SessionJob> chosen() const;
    std::optional<flink::JobOverview> chosenJob() const; ///< as Flink lists it
    QString chosenKey() const;

    LineModel m_model;
    widgets::ObjectTable* m_table;
    QWidget* m_head = nullptr;
    widgets::ElidedLabel* m_name = nullptr;
    OperationBar* m_operations = nullptr;
};

/// The family a Flink job state belongs to.
base::Health familyOfJob(const QString& state);

} // namespace deployment
