#pragma once

#include "core/flink/graphinquiry.h"
#include "core/health/bottleneck.h"
#include "ui/deployment/linemodel.h"
#include "ui/deployment/tab.h"

#include <QTimer>

class QAbstractButton;
class QStackedWidget;

namespace graph {
class GraphView;
class VertexPanel;
} // namespace graph

namespace widgets {
class Banner;
class Chip;
class SearchField;
} // namespace widgets

namespace deployment {

/// The graph of the chosen job, as cards or as a table, with what holds it up. Asks Flink only while it is seen.
class GraphTab : public Tab
{
    Q_OBJECT
public:
    GraphTab(Subject& subject, QWidget* parent);

    QString title() const override;
    QString id() const override { return QStringLiteral("graph"); }
    void refresh() override;

    graph::GraphView* view() const { return m_view; }
    /// As if Flink had answered this; for pictures and tests, too.
    void take(const flink::JobGraph& graph, const QDateTime& observedAt);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Form { Cards, Table };

    QWidget* makeTools();
    void connectParts();
    void retranslate();
    void ask();
    void show();
    void showTable();
    void showBanner();
    void choose(const QString& id);
    void chooseFromTable();
    void showForm(Form form);

    flink::GraphInquiry m_inquiry;
    QTimer* m_polling;
    QString m_job; ///< that m_observed is of
    base::Observed<flink::JobGraph> m_observed;
    std::optional<health::Bottleneck> m_bottleneck;
    bool m_isFormChosen = false;

    LineModel m_model;
    widgets::Banner* m_banner;
    widgets::Chip* m_cards;
    widgets::Chip* m_lines;
    widgets::SearchField* m_search;
    QAbstractButton* m_fit;
    QAbstractButton* m_closer;
    QAbstractButton* m_farther;
    QStackedWidget* m_forms;
    graph::GraphView* m_view;
    widgets::ObjectTable* m_table;
    graph::VertexPanel* m_panel;
};

} // namespace deployment
