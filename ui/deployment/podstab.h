#pragma once

#include "core/kube/logs.h"
#include "ui/deployment/linemodel.h"
#include "ui/deployment/tab.h"

namespace deployment {

class LogView;

/// The pods of the cluster with what their containers last ended with, and below them the log of the selected one.
class PodsTab : public Tab
{
    Q_OBJECT
public:
    PodsTab(Subject& subject, QWidget* parent);

    QString title() const override;
    QString id() const override { return QStringLiteral("pods"); }
    void refresh() override;
    void tick() override { m_model.tick(); }

    /// Selects a pod and shows its log: of its container's life now or before. A pod that is not there changes nothing.
    void choose(const QString& podName, kube::LogQuery::Instance instance);

private:
    void setTitles();
    Line lineOf(const flink::Pod& pod) const;
    void showLog();

    LineModel m_model;
    widgets::ObjectTable* m_table;
    LogView* m_log;
};

} // namespace deployment
