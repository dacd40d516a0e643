#include "ui/deployment/graphtab.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "ui/graph/graphview.h"
#include "ui/graph/legend.h"
#include "ui/graph/vertexpanel.h"
#include "ui/graph/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/searchfield.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto pollInterval = 5s;
constexpr int tableFrom = 200; ///< vertices: more are read as a table first
constexpr double zoomStep = 1.25;

QToolButton* toolButton(const QString& icon)
{
    auto* button = new QToolButton;
    button->setIcon(theme::icon(icon));
    button->setAutoRaise(true);
    return button;
}

base::Health familyOfVertex(const QString& state)
{
    if (state == u"RUNNING" || state == u"FINISHED")
        return base::Health::Healthy;
    if (state == u"FAILED")
        return base::Health::Broken;
    if (state == u"CANCELED")
        return base::Health::Suspended;
    return state.isEmpty() ? base::Health::Unknown : base::Health::Changing;
}

Cell figure(const QString& text)
{
    Cell cell;
    cell.text = text;
    return cell;
}

} // namespace

GraphTab::GraphTab(Subject& subject, QWidget* parent)
    : Tab(subject, parent)
    , m_inquiry(subject.rest())
    , m_polling(new QTimer(this))
    , m_banner(new widgets::Banner)
    , m_forms(new QStackedWidget)
    , m_view(new graph::GraphView)
    , m_panel(new graph::VertexPanel)
{
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, theme::between, 0, 0);
    column->setSpacing(theme::between);
    auto* above = new QVBoxLayout;
    above->setContentsMargins(theme::pageMargin, 0, theme::pageMargin, 0);
    above->setSpacing(theme::between);
    above->addWidget(m_banner);
    above->addWidget(makeTools());
    column->addLayout(above);
    m_banner->setObjectName(u"bottleneck"_s);
    m_banner->hide();

    m_table = makeTable(u"graph"_s, &m_model, content);
    m_table->setDefaultColumns({300, 110, 90, 80, 110, 70, 90, 90, 90});
    m_table->setStretchColumn(0);
    m_table->setItemDelegateForColumn(1, new widgets::StatusDelegate(m_table));
    m_forms->addWidget(m_view);
    m_forms->addWidget(m_table);
    auto* side = new QScrollArea;
    side->setWidgetResizable(true);
    side->setFrameShape(QFrame::NoFrame);
    side->setWidget(m_panel);
    side->setFocusPolicy(Qt::NoFocus);
    side->setMinimumWidth(200);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_forms);
    splitter->addWidget(side);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({900, 300});
    column->addWidget(splitter, 1);
    setContent(content);
    retranslate();
    connectParts();
}

QWidget* GraphTab::makeTools()
{
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::between);
    m_cards = new widgets::Chip(widgets::Chip::Kind::Toggle);
    m_lines = new widgets::Chip(widgets::Chip::Kind::Toggle);
    m_cards->setObjectName(u"cards"_s);
    m_lines->setObjectName(u"table"_s);
    m_search = new widgets::SearchField(widgets::SearchField::Purpose::Search, this);
    m_search->setMinimumWidth(60);
    m_search->setMaximumWidth(260);
    m_fit = toolButton(u"graph"_s);
    m_closer = toolButton(u"plus"_s);
    m_farther = toolButton(u"minus"_s);
    row->addWidget(m_cards);
    row->addWidget(m_lines);
    row->addWidget(m_search, 1);
    row->addStretch(1);
    row->addWidget(new graph::Legend);
    for (QAbstractButton* button : {m_farther, m_closer, m_fit})
        row->addWidget(button);
    return tools;
}

void GraphTab::connectParts()
{
    m_polling->setObjectName(u"polling"_s);
    m_polling->setInterval(pollInterval);
    connect(m_polling, &QTimer::timeout, this, [this] {
        if (!m_inquiry.isAsking())
            ask();
    });
    connect(m_view, &graph::GraphView::picked, this, &GraphTab::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &GraphTab::chooseFromTable);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) { m_view->search(text); });
    connect(m_search, &widgets::SearchField::abandoned, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_fit, &QAbstractButton::clicked, m_view, &graph::GraphView::fit);
    connect(m_closer, &QAbstractButton::clicked, m_view, [this] { m_view->zoomBy(zoomStep); });
    connect(m_farther, &QAbstractButton::clicked, m_view, [this] { m_view->zoomBy(1 / zoomStep); });
    const auto chooseForm = [this](Form form) {
        m_isFormChosen = true;
        showForm(form);
    };
    connect(m_cards, &QAbstractButton::clicked, this, [chooseForm] { chooseForm(Form::Cards); });
    connect(m_lines, &QAbstractButton::clicked, this, [chooseForm] { chooseForm(Form::Table); });
    connect(m_banner, &widgets::Banner::actionRequested, this, [this] {
        if (m_bottleneck)
            choose(m_observed.value->vertices.at(m_bottleneck->vertex).id);
    });
    showForm(Form::Cards);
}

QString GraphTab::title() const
{
    return tr("Graph");
}

void GraphTab::retranslate()
{
    using Align = LineModel::Align;
    m_model.setTitles({{tr("Vertex")},
                       {tr("State")},
                       {tr("Parallelism"), Align::Right},
                       {tr("Busy"), Align::Right},
                       {tr("Backpressured"), Align::Right},
                       {tr("Idle"), Align::Right},
                       {tr("Records in"), Align::Right},
                       {tr("Records out"), Align::Right},
                       {tr("Watermark"), Align::Right}});
    m_cards->setText(tr("Graph"));
    m_lines->setText(tr("Table"));
    m_search->setPlaceholderText(tr("Search vertices and operators"));
    m_search->setAccessibleName(tr("Search vertices and operators"));
    m_view->setAccessibleName(tr("Job graph"));
    m_table->setAccessibleName(tr("Vertices of the job"));
    const auto name = [](QAbstractButton* button, const QString& text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_fit, tr("Fit the graph into view (0)"));
    name(m_closer, tr("Zoom in (+)"));
    name(m_farther, tr("Zoom out (−)"));
}

void GraphTab::changeEvent(QEvent* event)
{
    Tab::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GraphTab::showEvent(QShowEvent* event)
{
    Tab::showEvent(event);
    m_polling->start();
    if (!m_inquiry.isAsking())
        ask();
}

void GraphTab::hideEvent(QHideEvent* event)
{
    Tab::hideEvent(event);
    m_polling->stop();
}

void GraphTab::refresh()
{
    if (subject().job() != m_job) {
        m_job = subject().job();
        m_observed = {};
        m_bottleneck.reset();
        if (isVisible())
            ask();
    }
    show();
}

void GraphTab::ask()
{
    if (m_job.isEmpty())
        return;
    m_inquiry.ask(m_job, {m_view->chosen()}, [this](const base::Result<flink::JobGraph>& graph) {
        if (graph)
            return take(*graph, QDateTime::currentDateTimeUtc());
        m_observed.fail(graph.error());
        show();
    });
}

void GraphTab::take(const flink::JobGraph& graph, const QDateTime& observedAt)
{
    QList<flink::Pod> pods;
    if (const auto* store = subject().pods()) {
        const QList<kube::ObjectKey> keys = store->keys();
        for (const kube::ObjectKey& key : keys) {
            if (const auto pod = store->value(key))
                pods += *pod;
        }
    }
    m_observed.succeed(graph, observedAt);
    m_bottleneck = health::findBottleneck(graph, pods, observedAt);
    if (!m_isFormChosen)
        showForm(graph.vertices.size() > tableFrom ? Form::Table : Form::Cards);
    show();
}

void GraphTab::show()
{
    if (m_job.isEmpty()) {
        if (settle(subject().view().jobs, tr("read the jobs of Flink (services/proxy: get)")))
            showNone(tr("There is no job whose graph could be shown."));
        return;
    }
    if (!settle(m_observed, tr("read the jobs of Flink (services/proxy: get)")))
        return;
    if (m_observed.value->vertices.isEmpty())
        return showNone(tr("Flink has no graph of this job yet."));
    m_view->showGraph(*m_observed.value, m_bottleneck, m_observed.observedAt);
    showTable();
    showBanner();
    choose(m_view->chosen());
}

void GraphTab::showBanner()
{
    m_banner->setVisible(m_bottleneck.has_value());
    if (!m_bottleneck)
        return;
    QString sentence = m_bottleneck->sentence;
    if (m_bottleneck->slowestSubtask >= 0)
        sentence += u' ' + m_bottleneck->evidence.last();
    m_banner->showMessage(base::Health::AtRisk, tr("Bottleneck: %1.").arg(m_bottleneck->name), sentence, tr("Show it"));
}

void GraphTab::showTable()
{
    QList<Line> lines;
    for (const flink::GraphVertex& vertex : m_observed.value->vertices)
        lines += Line{vertex.id,
                      {textCell(vertex.name, 400), stateCell(familyOfVertex(vertex.state), vertex.state),
                       countCell(vertex.parallelism), figure(graph::percent(vertex.busy.most)),
                       figure(graph::percent(vertex.backpressured.most)), figure(graph::percent(vertex.idle.most)),
                       figure(graph::rate(vertex.recordsIn)), figure(graph::rate(vertex.recordsOut)),
                       figure(graph::watermarkLag(vertex, m_observed.observedAt))}};
    if (m_bottleneck)
        lines[m_bottleneck->vertex].cells[3].family = base::Health::AtRisk;
    m_model.setLines(lines);
}

void GraphTab::choose(const QString& id)
{
    if (!m_observed.value)
        return;
    const int index = m_observed.value->indexOf(id);
    if (index < 0)
        return m_panel->showNone();
    const bool isAnother = m_view->chosen() != id || m_table->currentIndex().row() != index;
    if (m_view->chosen() != id)
        m_view->choose(id);
    if (m_table->currentIndex().row() != index)
        m_table->selectRow(index);
    const flink::GraphVertex& vertex = m_observed.value->vertices.at(index);
    m_panel->showVertex(vertex, m_bottleneck && m_bottleneck->vertex == index ? m_bottleneck : std::nullopt,
                        m_observed.observedAt);
    // Not now: this may be within an answer.
    if (isAnother && vertex.subtasks.isEmpty() && isVisible())
        QTimer::singleShot(0, this, &GraphTab::ask);
}

void GraphTab::chooseFromTable()
{
    const int row = m_table->currentIndex().row();
    if (row >= 0 && row < m_model.rowCount() && m_model.line(row).key != m_view->chosen())
        choose(m_model.line(row).key);
}

void GraphTab::showForm(Form form)
{
    const bool areCards = form == Form::Cards;
    m_forms->setCurrentWidget(areCards ? static_cast<QWidget*>(m_view) : m_table);
    m_cards->setChecked(areCards);
    m_lines->setChecked(!areCards);
    for (QAbstractButton* button : {m_fit, m_closer, m_farther})
        button->setEnabled(areCards);
}

} // namespace deployment
