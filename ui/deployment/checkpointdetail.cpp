#include "ui/deployment/checkpointdetail.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "ui/deployment/checkpointtexts.h"
#include "ui/deployment/tab.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/objecttable.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;

CheckpointDetailPanel::CheckpointDetailPanel(Subject& subject, QWidget* parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_title(new widgets::PlainLabel({}, theme::Type::CardTitle, theme::Role::Text, this))
    , m_badge(new widgets::Badge(this))
    , m_copy(new widgets::CopyButton(this))
    , m_close(new QToolButton(this))
    , m_facts(new widgets::PlainLabel(this))
    , m_path(new widgets::PlainLabel({}, theme::Type::Code, theme::Role::SecondaryText, this))
    , m_problem(new widgets::PlainLabel(this))
    , m_taskTable(new widgets::ObjectTable(u"checkpoint-tasks"_s, this))
    , m_subtaskTable(new widgets::ObjectTable(u"checkpoint-subtasks"_s, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pageMargin, theme::pageMargin, 0, 0);
    column->setSpacing(theme::between);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_badge);
    head->addStretch(1);
    head->addWidget(m_copy);
    head->addWidget(m_close);
    column->addLayout(head);
    column->addWidget(m_facts);
    column->addWidget(m_path);
    column->addWidget(m_problem);
    column->addWidget(m_taskTable, 2);
    column->addWidget(m_subtaskTable, 3);
    for (widgets::PlainLabel* label : {m_facts, m_path, m_problem})
        label->setWordWrap(true);
    m_problem->setFamily(base::Health::AtRisk);
    m_close->setIcon(theme::icon(u"close"_s));
    m_close->setAutoRaise(true);
    connect(m_close, &QToolButton::clicked, this, &CheckpointDetailPanel::closed);
    retranslate();
    m_taskTable->setModel(&m_tasks);
    m_taskTable->setDefaultColumns({120, 70, 74, 74});
    m_taskTable->setStretchColumn(0);
    m_taskTable->setItemDelegateForColumn(0, new widgets::CellDelegate(m_taskTable));
    m_subtaskTable->setModel(&m_subtasks);
    m_subtaskTable->setDefaultColumns({46, 66, 62, 58, 58, 58});
    for (int number = 1; number < 4; ++number)
        m_taskTable->setItemDelegateForColumn(number, new widgets::NumberDelegate(m_taskTable));
    for (int number = 1; number < 6; ++number)
        m_subtaskTable->setItemDelegateForColumn(number, new widgets::NumberDelegate(m_subtaskTable));
    connect(m_taskTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                m_vertex = current.isValid() ? m_tasks.line(current.row()).key : QString();
                askSubtasks();
            });
    setMinimumWidth(376);
}

void CheckpointDetailPanel::retranslate()
{
    constexpr auto right = LineModel::Align::Right;
    m_tasks.setTitles({{tr("Task")}, {tr("Done"), right}, {tr("Size"), right}, {tr("Duration"), right}});
    m_subtasks.setTitles({{tr("No.")},
                          {tr("Duration"), right},
                          {tr("Size"), right},
                          {tr("Align."), right},
                          {tr("Delay"), right},
                          {tr("Async"), right}});
    m_taskTable->setAccessibleName(tr("Tasks of the checkpoint"));
    m_subtaskTable->setAccessibleName(tr("Subtasks of the task"));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
}

void CheckpointDetailPanel::choose(const QString& job, qint64 id)
{
    if (m_job == job && m_id == id)
        return;
    m_job = job;
    m_id = id;
    m_isFinal = false;
    m_tasks.setLines({});
    m_subtasks.setLines({});
    m_facts->clear();
    m_path->clear();
    m_problem->clear();
    if (id == 0)
        return;
    m_title->setText(u"chk-%1"_s.arg(id));
    m_badge->setState(base::Health::Unknown, tr("asking"));
    ask();
}

void CheckpointDetailPanel::refresh()
{
    if (m_id != 0 && !m_isFinal && isVisible())
        ask();
}

void CheckpointDetailPanel::ask()
{
    m_subject.rest().checkpointDetail(m_job, m_id, this,
                                      [this, id = m_id](const base::Result<flink::CheckpointDetail>& detail) {
                                          if (id != m_id)
                                              return;
                                          m_problem->setText(detail ? QString() : problemText(detail.error()));
                                          m_problem->setVisible(!detail);
                                          if (detail)
                                              showCheckpoint(*detail);
                                      });
    askSubtasks();
}

void CheckpointDetailPanel::askSubtasks()
{
    if (m_vertex.isEmpty() || m_id == 0) {
        m_subtasks.setLines({});
        return;
    }
    m_subject.rest().checkpointSubtasks(
        m_job, m_id, m_vertex, this,
        [this, id = m_id, vertex = m_vertex](const base::Result<QList<flink::SubtaskCheckpoint>>& subtasks) {
            if (subtasks && id == m_id && vertex == m_vertex)
                showSubtasks(*subtasks);
        });
}

QString CheckpointDetailPanel::vertexName(const QString& id) const
{
    const auto detail = m_subject.view().details.value(m_job);
    for (const flink::Vertex& vertex : detail.value.value_or(flink::JobDetail()).vertices) {
        if (vertex.id == id)
            return vertex.name;
    }
    return id;
}

void CheckpointDetailPanel::showCheckpoint(const flink::CheckpointDetail& detail)
{
    const flink::Checkpoint& checkpoint = detail.checkpoint;
    m_isFinal = checkpoint.status != u"IN_PROGRESS";
    m_badge->setState(CheckpointTexts::familyOf(checkpoint.status), CheckpointTexts::statusWord(checkpoint.status));
    QStringList facts{CheckpointTexts::typeWord(checkpoint), base::absoluteTime(checkpoint.triggeredAt),
                      base::durationText(std::chrono::milliseconds(checkpoint.durationMs)),
                      base::bytesText(checkpoint.stateSize),
                      tr("%1 of %2 subtasks").arg(checkpoint.acknowledged).arg(checkpoint.subtasks)};
    if (checkpoint.discarded)
        facts.append(tr("discarded"));
    QString text = facts.join(u" · "_s);
    if (!checkpoint.failureMessage.isEmpty())
        text += u'\n' + base::visibleText(checkpoint.failureMessage, 2048, base::Lines::Keep);
    m_facts->setText(text);
    m_path->setText(base::visibleText(checkpoint.externalPath, 1024));
    m_path->setVisible(!checkpoint.externalPath.isEmpty());
    m_copy->setText(checkpoint.externalPath, tr("the path of the checkpoint"));
    m_copy->setVisible(!checkpoint.externalPath.isEmpty());
    QList<Line> lines;
    for (const flink::TaskCheckpoint& task : detail.tasks) {
        const QString done = u"%1 / %2"_s.arg(task.acknowledged).arg(task.subtasks);
        // All tasks of a failed checkpoint are called failed; those that answered in full are not to blame.
        const bool isWhole = task.acknowledged == task.subtasks;
        Cell name = stateCell(isWhole ? base::Health::Healthy : CheckpointTexts::familyOf(task.status),
                              vertexName(task.vertexId));
        lines.append({task.vertexId, {name, textCell(done), bytesCell(task.stateSize), durationCell(task.durationMs)}});
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line& left, const Line& right) {
        return left.cells.first().state.value_or(base::Health::Unknown) <
               right.cells.first().state.value_or(base::Health::Unknown);
    });
    m_tasks.setLines(lines);
    if (!m_taskTable->currentIndex().isValid())
        m_taskTable->selectRow(0);
}

void CheckpointDetailPanel::showSubtasks(const QList<flink::SubtaskCheckpoint>& subtasks)
{
    QList<Line> lines;
    for (const flink::SubtaskCheckpoint& subtask : subtasks) {
        const bool isPending = subtask.status.startsWith(u"pending");
        const Cell none = textCell({});
        lines.append(
            {QString::number(subtask.index),
             {stateCell(isPending ? base::Health::Changing : base::Health::Healthy, QString::number(subtask.index)),
              isPending ? none : durationCell(subtask.durationMs), isPending ? none : bytesCell(subtask.stateSize),
              isPending ? none : durationCell(subtask.alignmentMs),
              isPending ? none : durationCell(subtask.startDelayMs),
              isPending ? none : durationCell(subtask.asyncMs)}});
    }
    m_subtasks.setLines(lines);
}

void CheckpointDetailPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CheckpointDetailPanel::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(QRect(0, 0, 1, height()), theme::color(theme::Role::Border));
}

} // namespace deployment
