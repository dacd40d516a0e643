#include "ui/graph/vertexpanel.h"

#include "core/base/visibletext.h"
#include "ui/graph/heatstrip.h"
#include "ui/graph/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace graph {

namespace {

widgets::PlainLabel* label(theme::Type type, theme::Role role)
{
    auto* one = new widgets::PlainLabel({}, type, role);
    one->setWordWrap(true);
    one->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return one;
}

} // namespace

VertexPanel::VertexPanel(QWidget* parent)
    : QWidget(parent)
    , m_name(label(theme::Type::CardTitle, theme::Role::Text))
    , m_figures(label(theme::Type::Body, theme::Role::Text))
    , m_why(label(theme::Type::Strong, theme::Role::Text))
    , m_evidence(label(theme::Type::Body, theme::Role::Text))
    , m_subtasks(label(theme::Type::Strong, theme::Role::Text))
    , m_strip(new HeatStrip)
    , m_subtask(label(theme::Type::Body, theme::Role::SecondaryText))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::pageMargin);
    column->setSpacing(theme::between);
    for (QWidget* part : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_figures), static_cast<QWidget*>(m_why),
                          static_cast<QWidget*>(m_evidence), static_cast<QWidget*>(m_subtasks),
                          static_cast<QWidget*>(m_strip), static_cast<QWidget*>(m_subtask)})
        column->addWidget(part);
    column->addStretch(1);
    connect(m_strip, &HeatStrip::picked, this, &VertexPanel::showSubtask);
    showNone();
}

void VertexPanel::showNone()
{
    m_vertex = {};
    m_name->setText(tr("Choose a vertex to see its subtasks."));
    for (QWidget* part :
         {static_cast<QWidget*>(m_figures), static_cast<QWidget*>(m_why), static_cast<QWidget*>(m_evidence),
          static_cast<QWidget*>(m_subtasks), static_cast<QWidget*>(m_strip), static_cast<QWidget*>(m_subtask)})
        part->hide();
}

QString VertexPanel::figures(const QDateTime& observedAt) const
{
    const QString backpressured = tr("Backpressured: %1").arg(percent(m_vertex.backpressured.most));
    QStringList lines{tr("Parallelism: %1 of at most %2").arg(m_vertex.parallelism).arg(m_vertex.maxParallelism),
                      tr("Busy: %1, on average %2").arg(percent(m_vertex.busy.most), percent(m_vertex.busy.average)),
                      backpressured, tr("In: %1, %2").arg(rate(m_vertex.recordsIn), bytesRate(m_vertex.bytesIn)),
                      tr("Out: %1, %2").arg(rate(m_vertex.recordsOut), bytesRate(m_vertex.bytesOut))};
    if (m_vertex.watermarkMs)
        lines += tr("Watermark: %1").arg(watermarkLag(m_vertex, observedAt));
    QStringList states;
    for (auto it = m_vertex.tasks.begin(); it != m_vertex.tasks.end(); ++it) {
        if (it.value() > 0)
            states += u"%1 %2"_s.arg(base::visibleText(it.key(), 24)).arg(it.value());
    }
    if (!states.isEmpty())
        lines += tr("Subtasks by state: %1").arg(states.join(u", "_s));
    return lines.join(u'\n');
}

void VertexPanel::showVertex(const flink::GraphVertex& vertex, const std::optional<health::Bottleneck>& bottleneck,
                             const QDateTime& observedAt)
{
    const bool isAnother = vertex.id != m_vertex.id;
    m_vertex = vertex;
    m_name->setText(base::visibleText(vertex.name, 400) + u"  × "_s + QString::number(vertex.parallelism));
    m_figures->setText(figures(observedAt));
    m_figures->show();
    m_why->setText(tr("Why Drey names it the bottleneck"));
    m_why->setVisible(bottleneck.has_value());
    m_evidence->setText(bottleneck ? bottleneck->evidence.join(u'\n') : QString());
    m_evidence->setVisible(bottleneck.has_value());
    if (isAnother)
        m_strip->choose(bottleneck ? bottleneck->slowestSubtask : -1);
    m_bottleneck = bottleneck;
    showSubtasks();
}

void VertexPanel::showSubtasks()
{
    const std::optional<double> skew = flink::recordSkew(m_vertex);
    m_subtasks->setText(skew ? tr("Subtasks: the one with the most records takes %1 times those of the others")
                                   .arg(QLocale().toString(*skew, 'f', 1))
                             : tr("Subtasks"));
    const bool areKnown = !m_vertex.subtasks.isEmpty();
    m_subtasks->setVisible(areKnown);
    m_strip->setVisible(areKnown);
    m_strip->showSubtasks(m_vertex.subtasks);
    showSubtask(m_strip->chosen());
}

void VertexPanel::showSubtask(int index)
{
    const auto found = std::ranges::find(m_vertex.subtasks, index, &flink::SubtaskFigures::index);
    const bool isKnown = found != m_vertex.subtasks.end();
    m_subtask->setVisible(isKnown);
    if (!isKnown)
        return;
    QString text = describe(*found);
    if (m_bottleneck && m_bottleneck->slowestSubtask == index && !m_bottleneck->pod.isEmpty())
        text += u'\n' + tr("Pod: %1").arg(base::visibleText(m_bottleneck->pod, 200));
    m_subtask->setText(text);
}

} // namespace graph
