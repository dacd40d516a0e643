#pragma once

#include "ui/deployment/linemodel.h"
#include "ui/deployment/tab.h"

namespace deployment {

/// The jobs of the cluster as Flink lists them, joined with the FlinkSessionJobs the operator keeps for them.
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

private:
    void setTitles();
    QList<Line> lines() const;
    QList<std::shared_ptr<const flink::SessionJob>> sessionJobs() const;

    LineModel m_model;
    widgets::ObjectTable* m_table;
};

/// The family a Flink job state belongs to.
base::Health familyOfJob(const QString& state);

} // namespace deployment
