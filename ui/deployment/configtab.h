#pragma once

#include "ui/deployment/linemodel.h"
#include "ui/deployment/tab.h"

namespace widgets {
class SearchField;
}

namespace deployment {

/// The configuration the JobManager runs with, as it answers it. Flink hides the values of secrets itself.
class ConfigTab : public Tab
{
    Q_OBJECT
public:
    ConfigTab(Subject& subject, QWidget* parent);

    QString title() const override;
    QString id() const override { return QStringLiteral("config"); }
    void refresh() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void setTitles();
    void ask();
    void showFiltered();

    LineModel m_model;
    widgets::ObjectTable* m_table;
    widgets::SearchField* m_filter;
    base::Observed<flink::KeyValues> m_configuration;
};

} // namespace deployment
