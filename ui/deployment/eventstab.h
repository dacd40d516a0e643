#pragma once

#include "ui/deployment/linemodel.h"
#include "ui/deployment/tab.h"

namespace deployment {

/// What Kubernetes and the operator tell about the deployment and its pods, the newest first. A cluster forgets events
/// after an hour.
class EventsTab : public Tab
{
    Q_OBJECT
public:
    EventsTab(Subject& subject, QWidget* parent);

    QString title() const override;
    QString id() const override { return QStringLiteral("events"); }
    void refresh() override;
    void tick() override { m_model.tick(); }

private:
    void setTitles();

    LineModel m_model;
    widgets::ObjectTable* m_table;
};

} // namespace deployment
